// Bad input of the rush: what is asked for is odd, the answer is not.
import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { clock, reset, sql } from "../../fixture.mjs";
import { codes, logins, student } from "./student.mjs";

let crowd;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	crowd = logins(10).map((login) => Object.assign(student(login), { login }));
	for (const b of crowd)
		b.csrf = (await b.get("/register/confirmation")).one("input[name=csrf]").getAttribute("value");
});
beforeEach(() => {
	sql("delete from sojourn.enrolment");
	sql("update sojourn.section_seat set taken = 0");
});
const press = (b, request, section) =>
	b.post("/register/enrol", { csrf: b.csrf, request, section });

test("500 sections ticked at once: a sentence with the limit, nothing done", async () => {
	const all = sql(`select s.code from sojourn.section s join sojourn.term t
		on t.id = s.term_id and t.code = '2025-2' order by 1`).map((r) => r.code);
	const many = Array.from({ length: 500 }, (_, i) => all[i % all.length]);
	const page = await press(crowd[0], "odd-500-sections", many);
	assert.equal(page.status, 422);
	assert.deepEqual([...new Set(page.codes)], ["invalid"]);
	assert.match(page.text, /20/);
	assert.deepEqual(codes(crowd[0].login), []);
	// One more than the limit, and the same section twice in one request.
	const over = await press(crowd[0], "odd-21-sections", all.slice(0, 21));
	assert.deepEqual([over.status, [...new Set(over.codes)]], [422, ["invalid"]]);
	const twice = await press(crowd[0], "odd-twice-the-same", ["BIO5012-01", "BIO5012-01"]);
	assert.equal(twice.status, 303);
	assert.deepEqual(codes(crowd[0].login), ["BIO5012-01"]);
});

test("what is no section at all: a sentence, never an error", async () => {
	for (const section of ["", " ", "BIO5012-1", "BIO5012-01 ", "'; drop table", "X".repeat(5000),
		"\u0000", "생물5012-01", "BIO9999-99", ["BIO5012-01", ""]]) {
		const page = await press(crowd[1], undefined, section);
		assert.ok([303, 422].includes(page.status), `${JSON.stringify(section)}: ${page.status}`);
		assert.ok(page.status === 303 || page.codes.length > 0, JSON.stringify(section));
	}
});

test("a section without times: no conflict with anything, on every page", async () => {
	const code = "BIO5012-02";
	sql(`delete from sojourn.section_time where section_id = (select s.id
		from sojourn.section s join sojourn.term t on t.id = s.term_id
		and t.code = '2025-2' where s.code = $1)`, [code]);
	const [b] = crowd;
	const first = await press(b, "odd-no-times-1", "BIO5012-01");
	assert.equal(first.status, 303);
	assert.equal((await press(b, "odd-no-times-2", code)).status, 303);
	assert.deepEqual(codes(b.login), ["BIO5012-01", code]);
	for (const path of ["/register", "/register/confirmation", "/register?again=1",
		`/courses/${code}`, "/courses"]) {
		const page = await b.get(path);
		assert.equal(page.status, 200, path);
		assert.doesNotMatch(page.text, /\bundefined\b|\bnull\b/, path);
	}
});
