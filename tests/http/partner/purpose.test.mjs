// S25: lists of people leave as files for a purpose that was said once.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { reset, sql, value } from "../../fixture.mjs";
import { applicants, desk } from "../staff/desk.mjs";

before(async () => {
	await reset();
	applicants(1);
});

const noted = () => sql(`select w.detail ->> 'reason' as reason, d.words, w.detail::text as detail
	from sojourn.audit w join sojourn.download d
	on d.id = (w.detail ->> 'download')::bigint where w.act = 'download'
	order by w.id desc limit 1`)[0];
const say = async (b, home, values) => b.submit(await b.get(`${home}/reason`), values,
	{ action: `${home}/reason` });

test("the address gives its file at once (contract), and that nothing was said is noted", async () => {
	const b = desk("cnu");
	assert.match((await b.get("/partner/students.csv")).headers.get("content-type"), /csv/);
	assert.equal(noted().reason, "unsaid");
});

test("the page asks first, comes back, and remembers for this login alone", async () => {
	const b = desk("cnu");
	const page = await b.get("/partner/students?state=submitted");
	assert.equal(page.one("a.btn[href^='/partner/students.xlsx']"), null, "its button asks");
	const link = page.one("a[href^='/partner/reason']").getAttribute("href");
	const form = await b.get(link);
	assert.equal((await b.submit(form, {}, { action: "/partner/reason" })).status, 422);
	const other = await b.submit(form, { reason: "other" }, { action: "/partner/reason" });
	assert.equal(other.status, 422);
	assert.match(other.say(".errors"), /few words/);
	assert.equal(other.one("option[selected]").getAttribute("value"), "other");
	const back = await b.submit(form, { reason: "other", words: "Visit of Kim Minji" },
		{ action: "/partner/reason" });
	assert.match(back.url, /\/partner\/students\?state=submitted/);
	assert.ok(back.one("a.btn[href^='/partner/students.xlsx']"));
	assert.match(back.say("main"), /Noted as for: Visit of Kim Minji/);
	await b.get("/partner/students.xlsx?state=submitted");
	assert.equal(noted().reason, "other");
	assert.equal(noted().words, "Visit of Kim Minji");
	assert.doesNotMatch(noted().detail, /Kim/, "what was typed stays out of the audit (S12)");
	await say(b, "/partner", { reason: "advice", words: "" });
	await b.get("/partner/students.csv");
	assert.deepEqual([noted().reason, noted().words], ["advice", ""]);
	await desk("cnu").get("/partner/students.csv");
	assert.equal(noted().reason, "unsaid", "another login of the same person");
});

test("nobody is sent elsewhere afterwards", async () => {
	const b = desk("cnu");
	for (const next of ["//evil.example/", "/partner/reason\\x", "https://evil.example/"]) {
		const p = await b.get(`/partner/reason?next=${encodeURIComponent(next)}`);
		assert.equal(p.one("input[name=next]").getAttribute("value"), "/partner/students");
	}
	const forged = await say(b, "/partner", { reason: "report", next: "//evil.example/" });
	assert.match(forged.url, /\/partner\/students$/);
});

test("the auditor reads what it was for", async () => {
	const id = value(`select max(w.id) from sojourn.audit w join sojourn.download d
		on d.id = (w.detail ->> 'download')::bigint where d.words <> ''`);
	assert.match((await desk("auditor").get(`/staff/audit/${id}`)).say("main"),
		/What the file was for\s*Visit of Kim Minji/);
});

test("S25: the words are deleted after a year, the row of the audit stays", () => {
	sql("update sojourn.download set at = at - interval '366 days' where words <> ''");
	const before = value("select count(*)::int from sojourn.audit where act = 'download'");
	sql("select sojourn.job_purge(sojourn.now())");
	assert.equal(value("select count(*)::int from sojourn.download where words <> ''"), 0);
	assert.equal(value("select count(*)::int from sojourn.audit where act = 'download'"), before);
});
