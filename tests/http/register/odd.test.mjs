// Bad input and faults of the rush: what is asked for is odd, the answer is not.
import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { clock, reset, sql, until, value } from "../../fixture.mjs";
import { switchOff, switchOn } from "../../services.mjs";
import { codes, logins, student, unsound } from "./student.mjs";

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

const gone = process.env.CHAOS === "full" ? 12 : 5;
test(`the database is gone for ${gone} s: a page to wait on, nothing lost, back by itself`, async () => {
	const code = "BIO5012-01";
	await switchOff("postgresql");
	const seen = [];
	try {
		const since = Date.now();
		await Promise.all(crowd.map(async (b, i) => {
			while (Date.now() - since < gone * 1000) {
				const page = i % 2 ? await b.get("/register") :
					await press(b, `odd-gone-${i}`, code);
				seen.push(page);
				if (page.status !== 429)
					break;
			}
			// Whoever still waits when it comes back is served.
		}).concat(new Promise((r) => setTimeout(() => {
			switchOn("postgresql");
			r();
		}, gone * 1000))));
	} finally {
		switchOn("postgresql");
	}
	const busy = seen.filter((p) => p.status === 429);
	assert.ok(busy.length > 0);
	for (const page of seen)
		assert.ok([200, 303, 429].includes(page.status), `${page.status}`);
	for (const page of busy) {
		assert.ok(Number(page.headers.get("retry-after")) >= 1);
		assert.match(page.headers.get("content-type"), /^text\/html/);
		assert.deepEqual(page.codes, ["busy"]);
	}
	await until(async () => (await crowd[1].get("/register")).status === 200, 20);
	for (const [i, b] of crowd.entries()) {
		await until(async () => (await press(b, `odd-gone-${i}`, code)).status === 303, 10);
		assert.deepEqual(codes(b.login), [code]);
	}
	assert.equal(value(`select count(*)::int from sojourn.audit where outcome = 'done'
		and request_id like 'odd-gone-%'`), crowd.length);
	assert.deepEqual(unsound(), []);
});
