// The files that offices send, and those that are none, through the real
// page: contract section 5, S16, S17.  tests/samples.mjs makes them.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, file, reset, sql, value } from "../../fixture.mjs";
import { desk as at } from "../staff/desk.mjs";
import { hostile, officeList, plainCsv, plainList, toCp949, toUtf16be, toUtf16le,
	withBom, workbook } from "../../samples.mjs";

before(async () => {
	await reset();
	clock("apply", { jobs: false });
});

async function upload(browser, name, content)
{
	const form = await browser.get("/partner/upload");
	return browser.submit(form, { list: file(name, content) },
		{ action: "/partner/upload" });
}

const stored = () => sql(`select row_no, cells, verdict from sojourn.partner_list_row
	where list_id = (select max(id) from sojourn.partner_list) order by row_no`);

const commit = (browser, page) => browser.submit(page, { decision: "commit" },
	{ action: "/partner/upload" });

test("contract 5: a workbook as a Korean office makes it, nothing missing and nothing too much", async () => {
	const cnu = at("cnu");
	const page = await upload(cnu, "명단.xlsx", officeList());
	assert.equal(page.status, 200);
	const rows = stored();
	assert.deepEqual(rows.map((r) => r.row_no), [5, 6, 7, 8, 9, 10, 12, 13]);
	assert.ok(rows.every((r) => r.verdict === "new"), JSON.stringify(rows));
	assert.ok(rows.every((r) => r.cells.birth_date === "2001-03-09"));
	assert.deepEqual(rows.map((r) => r.cells.student_no), ["012345678", "202012345",
		"20210003", "000012345", "20210005", "20210006", "20210007", "20210008"]);
	assert.equal(rows[4].cells.name_native, "박흥부".normalize("NFC"));
	assert.equal(rows[5].cells.department, "경제학과", "merged with the row above");
	// S16: three forms of the number, in a column of its own and in a remark.
	assert.doesNotMatch(page.text, /3123456|4123456/);
	assert.equal(value(`select count(*)::int from sojourn.partner_list_row
		where (cells || raw)::text ~ '[34]123456'`), 0);
	assert.equal(value(`select count(*)::int from sojourn.application
		where student_no = '99999999'`), 0, "the second sheet is not read");
	assert.deepEqual((await commit(cnu, page)).codes, ["done"]);
});

test("contract 5: one list in every encoding says the same", async () => {
	const cnu = at("cnu"), text = plainCsv(3);
	let first;
	for (const [name, content] of Object.entries({ utf8: Buffer.from(text),
		bom: withBom(text), cp949: toCp949(text), utf16le: toUtf16le(text),
		utf16be: toUtf16be(text), xlsx: plainList(3),
		tabs: toUtf16le(text.replaceAll(",", "\t")),
		semicolons: Buffer.from(text.replaceAll(",", ";")) })) {
		const page = await upload(cnu, `${name}.csv`, content);
		assert.equal(page.status, 200, name);
		const cells = stored().map((r) => r.cells);
		assert.equal(cells.length, 3, name);
		first ??= cells;
		assert.deepEqual(cells, first, name);
	}
});

test("S16: whatever is no list is refused in words, and nothing is kept", async () => {
	const cnu = at("cnu");
	const before = value("select count(*)::int from sojourn.partner_list");
	for (const [name, content, word] of hostile()) {
		const page = await upload(cnu, name, content);
		assert.equal(page.status, 422, `${name} (${word})`);
		assert.deepEqual(page.codes, ["invalid"], name);
		assert.ok(page.say("#list-error").length > 15, name);
	}
	assert.equal(value("select count(*)::int from sojourn.partner_list"), before);
	const page = await upload(cnu, "after.csv", Buffer.from(plainCsv(1)));
	assert.equal(page.status, 200, "the page still works");
});

test("S17: what looks like a formula is text, going in and coming out", async () => {
	const cnu = at("cnu");
	const name = '=HYPERLINK("http://evil.example","x")';
	const page = await upload(cnu, "formula.xlsx", workbook([{ name: "명단", rows: [
		["학번", "성명", "생년월일", "과정", "학과", "이메일"],
		["S17A", name, "2001-02-31", "석사", "+화학", "a@cnu.example"]] }]));
	assert.equal(page.status, 200);
	const bad = await cnu.get(page.one('a[href$=".csv"]').getAttribute("href"));
	assert.ok(bad.text.includes(`"'=HYPERLINK(""http`), bad.text);
	const again = await upload(cnu, "bad.csv",
		Buffer.from(bad.text.replace("2001-02-31", "2001-02-28")));
	assert.equal(again.status, 200);
	assert.equal(stored()[0].cells.name_native, name);
	assert.equal(stored()[0].cells.department, "+화학");
});

test("R6: ten thousand rows are previewed and committed", async () => {
	const cnu = at("cnu");
	const students = () => value("select count(*)::int from sojourn.application");
	const before = students();
	const page = await upload(cnu, "large.xlsx", plainList(10_000));
	assert.equal(page.status, 200);
	assert.equal(value(`select count(*)::int from sojourn.partner_list_row
		where list_id = (select max(id) from sojourn.partner_list)`), 10_000);
	assert.deepEqual((await commit(cnu, page)).codes, ["done"]);
	assert.equal(students(), before + 10_000);
});
