// Lists as Korean offices produce them, and files that are none, as Buffers.
// Made here, so that no binary is kept in the repository; docs/sheets.md says
// what becomes of each.
import { deflateRawSync } from "node:zlib";

// --- a zip, a workbook ---------------------------------------------------

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
	for (let k = 0; k < 8; k++)
		n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
	return n >>> 0;
});

function crc32(bytes) {
	let c = 0xffffffff;
	for (const byte of bytes)
		c = crcTable[(c ^ byte) & 0xff] ^ (c >>> 8);
	return (c ^ 0xffffffff) >>> 0;
}

// parts: { name: text or Buffer }
export function zip(parts) {
	const files = [], directory = [];
	let offset = 0;
	for (const [name, content] of Object.entries(parts)) {
		const raw = Buffer.from(content), packed = deflateRawSync(raw);
		const path = Buffer.from(name), head = Buffer.alloc(26);
		head.writeUInt16LE(20, 0);          // version needed
		head.writeUInt16LE(0x0800, 2);      // names in UTF-8
		head.writeUInt16LE(8, 4);           // deflate
		head.writeUInt32LE(0x5ae10000, 6);  // 2025-07-01
		head.writeUInt32LE(crc32(raw), 10);
		head.writeUInt32LE(packed.length, 14);
		head.writeUInt32LE(raw.length, 18);
		head.writeUInt16LE(path.length, 22);
		files.push(Buffer.from("PK\x03\x04"), head, path, packed);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.from("PK\x01\x02\x14\x00"), head, rest, path);
		offset += 30 + path.length + packed.length;
	}
	const list = Buffer.concat(directory), end = Buffer.alloc(18);
	const n = Object.keys(parts).length;
	end.writeUInt16LE(n, 4);
	end.writeUInt16LE(n, 6);
	end.writeUInt32LE(list.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...files, list, Buffer.from("PK\x05\x06"), end]);
}

const escape = (s) => String(s).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const letters = (n) => (n > 25 ? letters(Math.floor(n / 26) - 1) : "") +
	String.fromCharCode(65 + (n % 26));

// A cell: text, number, { date: serial }, { zeros: number } or null.
function cell(value, row, column) {
	const ref = `r="${letters(column)}${row}"`;
	if (value === null || value === undefined || value === "")
		return `<c ${ref} s="1"/>`;
	if (typeof value === "number")
		return `<c ${ref}><v>${value}</v></c>`;
	if (typeof value === "object" && "date" in value)
		return `<c ${ref} s="2"><v>${value.date}</v></c>`;
	if (typeof value === "object")
		return `<c ${ref} s="3"><v>${value.zeros}</v></c>`;
	return `<c ${ref} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

const worksheet = (rows, merges) => `<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${
	rows.map((row, i) => `<row r="${i + 1}">${
		row.map((value, j) => cell(value, i + 1, j)).join("")}</row>`).join("")
}</sheetData>${merges.length === 0 ? "" : `<mergeCells>${
	merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`}</worksheet>`;

const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (...list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
	list.map(([id, type, target]) =>
		`<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const main = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// sheets: [{ name, rows, merges, hidden }]; extra: further or other parts.
export function workbook(sheets, extra = {}) {
	const parts = {
		"[Content_Types].xml": `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>${
			sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${main}.worksheet+xml"/>`).join("")}</Types>`,
		"_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"]),
		"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${rel}"><sheets>${
			sheets.map((s, i) => `<sheet name="${escape(s.name)}" sheetId="${i + 1}"${
				s.hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relations(
			...sheets.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`]),
			["rId99", "styles", "styles.xml"]),
		"xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;. &quot;m&quot;. &quot;d&quot;.&quot;"/><numFmt numFmtId="177" formatCode="000000000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>`,
	};
	sheets.forEach((s, i) => {
		parts[`xl/worksheets/sheet${i + 1}.xml`] = worksheet(s.rows, s.merges ?? []);
	});
	return zip({ ...parts, ...extra });
}

// --- lists -----------------------------------------------------------------

const heading = ["학번", "성명", "영문성명", "생년월일", "과정", "학적상태", "대학",
	"학과", "학기", "이메일", "연락처", "신청가능학점"];

// Student n of a list without faults; n from 1.
export function student(n) {
	const day = new Date(Date.UTC(1998, 0, 1 + (n % 2000))).toISOString().slice(0, 10);
	return [`2021${String(n).padStart(5, "0")}`, `김${"가나다라마바사아자차"[n % 10]}${"카타파하"[n % 4]}`,
		`KIM No${n}`, day, ["학사", "석사", "박사"][n % 3], "재학", "공과대학", "컴퓨터공학과",
		String(1 + (n % 8)), `s${n}@students.cnu.example`,
		`010-${String(1000 + (n % 9000))}-${String(n % 10000).padStart(4, "0")}`, String(3 + (n % 10))];
}

const students = (n) => Array.from({ length: n }, (_, i) => student(i + 1));

// A list of n students as XLSX; 10,000 of them are about 0.6 MB.
export const plainList = (n) => workbook([{ name: "명단", rows: [heading, ...students(n)] }]);

// The same as CSV text.
export const plainCsv = (n) => [heading, ...students(n)]
	.map((row) => row.join(",")).join("\r\n") + "\r\n";

/*
 * What an office sends: titles and merged cells above, headings in an order of
 * its own, dates in every form, leading zeros, full-width digits, a column of
 * resident numbers, rows that are only formatted, a second sheet.  Eight
 * students, all of them good; numbers 5 and 6 share a merged department.
 */
export function officeList() {
	const rows = [
		["2025학년도 2학기 학점교류(타교수학) 신청자 명단"],
		["충남대학교 교무처 학사지원과", null, null, null, null, null, "작성일: 2025. 8. 11."],
		[],
		["연번", "성 명", "학  번", "과 정", "학과(전공)", "생년월일", "주민등록번호",
			"E-mail", "휴대폰 번호", "비고"],
		[1, "홍길동", "012345678", "학사", "사학과", "2001. 3. 9.", "010309-3123456",
			"hong@students.cnu.example", "010-1111-0001", "졸업예정"],
		[2, "이 몽룡", 202012345, "석사과정", "국문학과", { date: 36959 }, 103093123456,
			"lee@students.cnu.example", 1011110002, null],
		[3, "성춘향", "２０２１０００３", "박사", "음악과", 20010309, "010309-4******",
			"ｓｅｏｎｇ＠students.cnu.example", "０１０－１１１１－０００３", null],
		[4, " 심청\u00a0", { zeros: 12345 }, "학부", "해양학과", "010309", "０１０３０９－４１２３４５６",
			"sim@STUDENTS.cnu.example", "(010) 1111.0004", null],
		[5, "\u1107\u1161\u11a8\u1112\u1173\u11bc\u1107\u116e", "20210005", "석·박사 통합과정", "경제학과",
			"2001년 3월 9일", null, "park@students.cnu.example", null, "주민번호 010309-3123456"],
		[6, "전우치", "20210006", "석사", null, "2001/3/9", null, "jeon@students.cnu.example", "-", null],
		[],
		[7, "임꺽정", "20210007", "학사", "체육학과", 10309, null, "im@students.cnu.example", null, null],
		[8, "장길산", "20210008", "학사", "연극영화학과", { date: 36959 }, null,
			"jang@students.cnu.example", null, null],
	];
	for (let i = 0; i < 40; i++)
		rows.push(Array(10).fill(null));
	return workbook([
		{ name: "학점교류 명단", rows, merges: ["A1:J1", "A2:F2", "G2:J2", "E9:E10"] },
		{ name: "참고", rows: [["학번", "성명"], ["99999999", "딴사람"]] },
	]);
}

// --- encodings -------------------------------------------------------------

let cp949;

// Text in CP949; what it cannot hold becomes "?".
export function toCp949(text) {
	if (cp949 === undefined) {
		const decoder = new TextDecoder("euc-kr");
		cp949 = new Map();
		for (let lead = 0x81; lead <= 0xfe; lead++)
			for (let trail = 0x41; trail <= 0xfe; trail++) {
				const letter = decoder.decode(Uint8Array.of(lead, trail));
				if (letter.length === 1 && letter !== "\ufffd")
					cp949.set(letter, [lead, trail]);
			}
	}
	return Buffer.from([...text].flatMap((letter) =>
		letter < "\x80" ? [letter.charCodeAt(0)] : cp949.get(letter) ?? [0x3f]));
}

export const toUtf16le = (text) => Buffer.from("\ufeff" + text, "utf16le");
export const toUtf16be = (text) => toUtf16le(text).swap16();
export const withBom = (text) => Buffer.from("\ufeff" + text);

// --- what is no list -------------------------------------------------------

const one = [{ name: "명단", rows: [heading, student(1)] }];

// [name of the file, content, the refusal's code in lib/sheet.h]
export const hostile = () => [
	["empty.csv", Buffer.alloc(0), "empty"],
	["quote.csv", Buffer.from('학번,성명\n1,"김\n2,이\n'), "unclosed-quote"],
	["nul.csv", Buffer.from("학번,성명\n1,\0\n"), "nul-byte"],
	["broken.csv", Buffer.concat([Buffer.from("학번,성명\n1,"), Buffer.from([0xff, 0xff, 0x0a])]), "bad-encoding"],
	["rows.csv", Buffer.from(plainCsv(100000)), "too-many-rows"],
	["columns.csv", Buffer.from(heading.join(",") + ",x".repeat(16384) + "\n"), "too-many-columns"],
	["cell.csv", Buffer.from(`학번,성명\n1,${"가".repeat(5000)}\n`), "cell-too-long"],
	["page.xls", Buffer.from("<html><table><tr><td>학번</td></tr></table></html>"), "html"],
	["list.pdf", Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "pdf"],
	["picture.png", Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1"), "image"],
	["old.xls", ole("Workbook"), "old-xls"],
	["password.xlsx", ole("EncryptedPackage"), "encrypted"],
	["list.hwp", ole("HwpSummaryInformation"), "word-processor"],
	["macro.xlsm", workbook(one, { "xl/vbaProject.bin": "VBA" }), "macros"],
	["binary.xlsb", workbook(one, { "xl/workbook.bin": "x" }), "xlsb"],
	["archive.zip", zip({ "list.csv": plainCsv(1) }), "archive"],
	["bomb.xlsx", workbook(one, { "xl/media/image1.png": Buffer.alloc(200 << 20) }), "bomb"],
	["laughs.xlsx", workbook(one, { "xl/worksheets/sheet1.xml":
		'<!DOCTYPE a [<!ENTITY b "hahahaha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">' +
		'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><worksheet>&d;</worksheet>' }), "doctype"],
	["deep.xlsx", workbook(one, { "xl/worksheets/sheet1.xml": "<worksheet>" + "<a>".repeat(5000) }), "too-deep"],
	["damaged.xlsx", plainList(10).subarray(0, 900), "damaged"],
	["hidden.xlsx", workbook([{ name: "명단", hidden: true, rows: [heading] }]), "no-visible-sheet"],
];

// A container of the old kind that holds a stream of that name.
function ole(stream) {
	const bytes = Buffer.alloc(2048);
	Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
	bytes.write(stream, 1024, "utf16le");
	return bytes;
}
