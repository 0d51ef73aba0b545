// sojourn import: files as offices make them, a report per row, no half rows.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { reset, sql, value } from "../../fixture.mjs";
import { hostile, toCp949, workbook } from "../../samples.mjs";
import { sojourn } from "./sojourn.mjs";

const samples = fileURLToPath(new URL("../../../docs/samples/", import.meta.url));
const folder = mkdtempSync(`${tmpdir()}/sojourn-import-`);
let number = 0;

// Writes lines as a CSV and imports it.
function run(what, term, lines, ...more)
{
	const path = `${folder}/${++number}.csv`;
	writeFileSync(path, Array.isArray(lines) ?
		lines.join("\r\n") : lines);
	return sojourn(["import", what, path, "--term", term, ...more]);
}

const counts = (done) => /new: (\d+), changed: (\d+), same: (\d+), errors: (\d+)/
	.exec(done.out)?.slice(1).map(Number);

before(reset);

test("the samples come in, and the second time change nothing", () => {
	for (const [what, file, term] of [
		["calendar", "calendar-2026-1.csv", "2026-1"],
		["courses", "courses-2026-1.csv", "2026-1"],
		["people", "people-2025-2.csv", "2025-2"]]) {
		const args = ["import", what, samples + file, "--term", term];
		const dry = sojourn([...args, "--dry-run"]);
		const first = sojourn(args);
		assert.deepEqual([dry.status, first.status], [0, 0], first.err);
		assert.deepEqual(counts(dry), counts(first), what);
		const again = counts(sojourn(args));
		assert.deepEqual([again[0], again[1], again[3]], [0, 0, 0], what);
	}
	assert.equal(sojourn(["doctor"]).status, 0);
});

test("a dry run writes nothing, not even a mail", () => {
	const state = () => value(`select (select count(*) from sojourn.section)
		|| ' ' || (select count(*) from sojourn.outbox) || ' '
		|| (select count(*) from sojourn.account)`);
	const had = state();
	run("courses", "2025-2", ["code,title_ko,title_en,major,capacity",
		"BIO9001,가,A,BIO,5"], "--dry-run");
	run("people", "2025-2", ["login,name,email,roles",
		"dry.run,D,d@ust.example,academic"], "--dry-run");
	assert.equal(state(), had);
});

test("times in every spelling mean the same", () => {
	const forms = ["월 09:00-10:30; 수 09:00-10:30", "Mon 09:00-10:30; Wed 09:00-10:30",
		"월수 9:00~10:30", "월요일, 수요일 09:00–10:30", "Mon/Wed 09:00 - 10:30",
		"月 09:00〜10:30、水 09:00〜10:30".replace("、", "; "),
		"wednesday 09:00-10:30 monday 09:00-10:30"];
	run("courses", "2025-2", ["code,title_ko,title_en,major,capacity,times",
		...forms.map((t, i) => `TST900${i},시간,Times,BIO,5,"${t}"`)]);
	const stored = sql(`select c.code, string_agg(t.day || ' ' || t.starts
		|| ' ' || t.ends, ', ' order by t.day) as times
		from sojourn.section s join sojourn.course c on c.id = s.course_id
		join sojourn.section_time t on t.section_id = s.id
		where c.code like 'TST900%' group by c.code order by c.code`);
	assert.equal(stored.length, forms.length);
	for (const row of stored)
		assert.equal(row.times, "1 09:00:00 10:30:00, 3 09:00:00 10:30:00",
			forms[Number(row.code.at(-1))]);
});

test("every problem of a row is reported at once, the other rows go in", () => {
	const done = run("courses", "2025-2", [
		"code,class,title_ko,title_en,major,credits,capacity,language,times,instructor_login",
		"BIO9101,1,가,A,BIO,3,10,ko,월 09:00-10:30,",
		"BIO9102,1,,,NOPE,3,10,ko,,nobody",
		"BIO-9103,1,가,A,BIO,30,-1,fr,월 25:00-26:00,",
		"BIO9104,1,가,A,BIO,3,10,ko,월 09:00-10:30; 월 10:00-11:00,",
		"BIO9101,1,가,A,BIO,3,10,ko,,"]);
	assert.equal(done.status, 1);
	assert.deepEqual(counts(done), [1, 0, 0, 4]);
	for (const line of [
		/^row 3 {2}BIO9102-01 {2}error {2}title_ko is missing$/m,
		/^row 3 .*title_en is missing$/m,
		/^row 3 .*major is not known: NOPE$/m,
		/^row 3 .*instructor_login is not known: nobody$/m,
		/^row 4 .*code is not something/m,
		/^row 4 .*credits is not something/m,
		/^row 4 .*capacity is not something/m,
		/^row 4 .*language is not something/m,
		/^row 4 .*times is not something/m,
		/^row 5 .*times is not something/m,
		/^row 6 .*code stands twice in the file: BIO9101-01$/m])
		assert.match(done.out, line);
	assert.equal(value(`select count(*) from sojourn.course
		where code in ('BIO9102', 'BIO9104')`), 0);
});

test("R17: a column that is not there leaves its value alone", () => {
	const old = sql(`select s.*, t.capacity from sojourn.section s
		join sojourn.section_seat t on t.section_id = s.id
		join sojourn.term m on m.id = s.term_id
		where m.code = '2025-2' and s.code = 'BIO5012-01'`)[0];
	assert.deepEqual(counts(run("courses", "2025-2",
		["code,class,room", "BIO5012,1,Z-9"])), [0, 1, 0, 0]);
	const now = sql(`select s.*, t.capacity from sojourn.section s
		join sojourn.section_seat t on t.section_id = s.id
		where s.id = $1`, [old.id])[0];
	assert.equal(now.room, "Z-9");
	for (const k of ["credits", "language", "syllabus", "capacity",
		"instructor_ko", "open_to_exchange"])
		assert.equal(now[k], old[k], k);
});

test("the delay of seats that come free and the waiting list are columns, in Korean too", () => {
	const is = () => sql(`select s.waitlist, t.delay from sojourn.section s join sojourn.section_seat t
		on t.section_id = s.id join sojourn.term m on m.id = s.term_id and m.code = '2025-2'
		where s.code = 'BIO5012-01'`)[0];
	assert.deepEqual(counts(run("courses", "2025-2", ["교과목코드,분반,빈자리 공개 지연(분),대기자 명단",
		"BIO5012,1,30,O"])), [0, 1, 0, 0]);
	assert.deepEqual(is(), { waitlist: true, delay: 30 });
	assert.match(run("courses", "2025-2", ["code,class,delay", "BIO5012,1,2000"]).out, /delay is not something/);
	assert.deepEqual(counts(run("courses", "2025-2", ["code,class,delay,waitlist", "BIO5012,1,0,no"])), [0, 1, 0, 0]);
	assert.deepEqual(is(), { waitlist: false, delay: 0 });
});

test("F11: seats, credits and times are safe while people are enrolled", () => {
	sql(`update sojourn.section_seat set taken = 2 where section_id =
		(select s.id from sojourn.section s join sojourn.term t
		on t.id = s.term_id where t.code = '2025-2' and s.code = 'BIO5012-01')`);
	const done = run("courses", "2025-2",
		["code,class,capacity,credits,times", "BIO5012,1,1,2,토 09:00-10:30"]);
	assert.match(done.out, /capacity is below the seats taken: 2/);
	assert.match(done.out, /credits cannot change while people are enrolled: 2/);
	assert.match(done.out, /times cannot change while people are enrolled: 2/);
	assert.deepEqual(counts(run("courses", "2025-2",
		["code,class,capacity", "BIO5012,1,2"])), [0, 1, 0, 0]);
	sql(`update sojourn.section_seat set taken = 0, capacity = 30
		where taken = 2`);
});

test("R16: a changed window keeps its history and is told", () => {
	const done = run("calendar", "2025-2", ["구분,시작,마감,비고",
		"수강포기,2025-09-08 09:00,2025-10-02 18:00,개천절 연휴로 연장"]);
	assert.deepEqual(counts(done), [0, 1, 0, 0]);
	assert.deepEqual(sql(`select version, replaced_at is null as current
		from sojourn.time_window where kind = 'WITHDRAW' and term_id =
		(select id from sojourn.term where code = '2025-2')
		order by version`),
	[{ version: 1, current: false }, { version: 2, current: true }]);
	assert.ok(value(`select count(*) from sojourn.outbox
		where kind = 'window-changed'`) >= 200);
});

test("C1, R7, C22: the calendar's own rules", () => {
	const done = run("calendar", "2025-2", ["kind,opens_at,closes_at,university,confirm",
		"WITHDRAW,2025-09-01 09:00,2025-09-30 18:00,,",
		"APPLY,2025-07-21,2025-08-20,CNU,",
		"REGISTER,2025-08-21 18:00,2025-08-18 09:00,,",
		"GRADE_VIEW,2025-12-29,2026-01-03,,"]);
	assert.match(done.out, /^row 2 .*overlaps with CHANGE/m);
	assert.match(done.out, /^row 3 .*deadline cannot be after the host's/m);
	assert.match(done.out, /^row 4 .*closes_at/m);
	assert.deepEqual(counts(done), [0, 1, 0, 3]);
	assert.equal(value(`select closes_at = '2026-01-04 00:00+09'
		and not hours_stated from sojourn.time_window
		where kind = 'GRADE_VIEW' and replaced_at is null and term_id =
		(select id from sojourn.term where code = '2025-2')`), true);
	assert.equal(run("calendar", "2025-2", ["kind,opens_at,closes_at,confirm",
		"WITHDRAW,2025-09-01 09:00,2025-09-30 18:00,yes"]).status, 0);
});

test("people: never a student, never away the last administrator", () => {
	const done = run("people", "2025-2", ["login,name,email,roles,university",
		"admin,A,a@ust.example,auditor,",
		"new.kim,K,not an address,academic,",
		"new.lee,L,l@ust.example,coordinator,",
		"cnu,이정민,exchange@cnu.example,coordinator,KAIST",
		"E252000015,X,x@ust.example,academic,"]);
	assert.match(done.out, /^row 2 .*last administrator/m);
	assert.match(done.out, /^row 3 .*email is not something/m);
	assert.match(done.out, /^row 4 .*roles is not known: coordinator/m);
	assert.match(done.out, /^row 5 .*the account belongs to: CNU/m);
	assert.match(done.out, /^row 6 .*login is not something/m);
	assert.deepEqual(counts(done), [0, 0, 0, 5]);
});

test("files that are no lists are refused with 1 and a reason", () => {
	for (const [lines, says] of [
		["", /./], ["code\r\nBIO1", /heading|column/],
		["nothing,known\r\n1,2", /headings/],
		["title_ko,capacity\r\n가,3", /column code is missing/],
		["code,capacity\r\n", /nothing below/],
		["code,\"capacity\r\nBIO1,3", /./]]) {
		const { status, err } = run("courses", "2025-2", lines);
		assert.equal(status, 1, lines);
		assert.match(err, says);
	}
	const path = `${folder}/none.csv`;
	assert.equal(sojourn(["import", "courses", path, "--term", "2025-2"]).status, 1);
	assert.equal(sojourn(["import", "courses", folder, "--term", "2025-2"]).status, 1);
	assert.match(run("courses", "2040-1", ["code,title_ko,title_en,major,capacity",
		"BIO9001,가,A,BIO,5"]).err, /no term 2040-1/);
	for (const args of [["courses", path], ["plants", path, "--term", "2025-2"],
		["courses", path, "--term", "2025"], ["courses", "--term", "2025-2"],
		["courses", path, path, "--term", "2025-2"]])
		assert.equal(sojourn(["import", ...args]).status, 2, args.join(" "));
});

test("S16: a cell with a resident registration number is not read", () => {
	const done = run("people", "2025-2", ["login,name,email,roles,phone",
		"park,P,p@ust.example,academic,990309-1234567"]);
	assert.equal(done.status, 1);
	assert.match(done.out, /phone held a resident registration number/);
	assert.doesNotMatch(done.out, /1234567/);
});

// Writes bytes and imports them.
function runBytes(what, term, name, bytes)
{
	const path = `${folder}/${++number}-${name}`;
	writeFileSync(path, bytes);
	return sojourn(["import", what, path, "--term", term]);
}

test("XLSX: titles above, spreadsheet dates, numbers, merged cells", () => {
	// 46250.375 is 2026-08-16 09:00, as a spreadsheet counts.
	const calendar = workbook([{ name: "일정", rows: [["2026-2 학사일정"], [],
		["구분", "시작", "마감"],
		["수업기간", { date: 46266 }, { date: 46377 }],
		["수강신청", { date: 46250.375 }, { date: 46253.75 }]] }]);
	const first = runBytes("calendar", "2026-2", "c.xlsx", calendar);
	assert.deepEqual(counts(first), [2, 0, 0, 0], first.out + first.err);
	assert.equal(value(`select w.opens_at = '2026-08-16 09:00+09'
		and w.closes_at = '2026-08-19 18:00+09' and w.hours_stated
		and t.classes = '[2026-09-01,2026-12-22)'
		from sojourn.time_window w join sojourn.term t on t.id = w.term_id
		where t.code = '2026-2'`), true);
	const courses = workbook([{ name: "강좌", merges: ["D2:D3"], rows: [
		["교과목코드", "분반", "교과목명", "전공", "영문교과목명", "정원", "학점", "시간"],
		["XLS1000", 1, "엑셀", "BIO", "Sheets", 20, 3, "월 09:00-10:30"],
		["XLS1000", 2, "엑셀", null, "Sheets", 25, 3, "화 09:00-10:30"]] }]);
	const done = runBytes("courses", "2026-2", "k.xlsx", courses);
	assert.deepEqual(counts(done), [2, 0, 0, 0], done.out + done.err);
});

test("CP949 is read like UTF-8", () => {
	const done = runBytes("courses", "2025-2", "cp949.csv", toCp949([
		"교과목코드,교과목명,영문교과목명,전공,정원",
		"CPN1000,한글과목,Korean,생명공학,5"].join("\r\n")));
	assert.deepEqual(counts(done), [1, 0, 0, 0], done.out + done.err);
	assert.equal(value(`select title_ko from sojourn.course
		where code = 'CPN1000'`), "한글과목");
});

test("S16: hostile files are refused with 1 and a reason, never a crash", () => {
	for (const [name, bytes] of hostile()) {
		const { status, err } = runBytes("people", "2025-2", name, bytes);
		assert.equal(status, 1, name);
		assert.match(err, /^sojourn: ./m, name);
	}
});

test("2,000 sections come in at once", () => {
	const lines = ["code,class,title_ko,title_en,major,capacity,times"];
	for (let i = 0; i < 2000; i++)
		lines.push(`XYZ${10000 + (i >> 2)},${i % 4 + 1},과목 ${i >> 2},Course ${i >> 2},BIO,30,월 09:00-10:30`);
	assert.deepEqual(counts(run("courses", "2025-2", lines)), [2000, 0, 0, 0]);
});
