// /staff/issue: IDs for everyone approved, in one act (R8, R21-R24, C33).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { applicants, desk, state } from "./desk.mjs";

before(async () => { await reset(); clock("apply", { jobs: false }); });

const issued = (ids) => value("select count(*) from sojourn.temporary_id t join sojourn.application a using (person_id) where a.id = any ($1)", [ids]);

test("the GET shows what would happen and changes nothing", async () => {
	const ids = applicants(3, { prefix: "G", state: "approved" });
	const b = desk("academic");
	const page = await b.get("/staff/issue");
	assert.equal(page.status, 200);
	assert.match(page.say("main"), /New ID/);
	assert.equal(issued(ids), 0);
});

test("R8: one action issues everyone approved and mails each; F8: repeated it changes nothing", async () => {
	const ids = applicants(5, { prefix: "I", state: "approved" });
	const b = desk("academic");
	const page = await b.get("/staff/issue");
	const done = await b.submit(page, {}, { action: "/staff/issue" });
	assert.equal(done.sent.status, 303);
	assert.equal(done.codes[0], "done");
	assert.match(done.outcomes[0].text, /\d+ IDs issued/);
	assert.equal(issued(ids), 5);
	for (const id of ids)
		assert.equal(state(id), "issued");
	assert.equal(value(`select count(*) from sojourn.outbox
		where application_id = any ($1) and kind = 'id-issued'`, [ids]), 5);
	assert.match(done.say(".progress"), /Mails sent: \d+ \/ \d+/);
	const again = await b.submit(page, {}, { action: "/staff/issue" });
	assert.equal(again.sent.status, 303, "the same request");
	const other = await b.fill("/staff/issue", { term: "2025-2",
		application: ids }, { action: "/staff/issue" }).catch(() => null);
	assert.equal(issued(ids), 5);
	assert.equal(value(`select count(*) from sojourn.outbox
		where application_id = any ($1) and kind = 'id-issued'`, [ids]), 5);
	if (other)
		assert.equal(other.codes[0], "already");
});

test("two at the same moment double nothing", async () => {
	const ids = applicants(40, { prefix: "D", state: "approved" });
	const one = desk("academic"), two = desk("admin");
	const pages = [await one.get("/staff/issue"), await two.get("/staff/issue")];
	const answers = await Promise.all([one.submit(pages[0], {}, { action: "/staff/issue" }),
		two.submit(pages[1], {}, { action: "/staff/issue" })]);
	assert.deepEqual(answers.map((a) => a.codes[0]).sort(), ["already", "done"]);
	assert.equal(issued(ids), 40);
	assert.equal(value("select count(*) - count(distinct serial) from sojourn.temporary_id t join sojourn.term m on m.id = t.term_id where m.code = '2025-2'"), 0);
});

test("C33: mails wait for their time; a time in the past or no time at all is refused", async () => {
	const [id] = applicants(1, { prefix: "R", state: "approved" });
	const b = desk("academic");
	const page = await b.get("/staff/issue");
	for (const [release_at, words] of [["2025-08-01T09:00", /passed/], ["2025-02-31T09:00", /./], ["soon", /./]]) {
		const bad = await b.submit(page, { release_at }, { action: "/staff/issue" });
		assert.equal(bad.status, 422, release_at);
		assert.deepEqual(bad.codes, ["invalid"]);
		assert.match(bad.say("#release_at-error"), words);
		assert.equal(bad.one("#release_at").getAttribute("value"), release_at);
	}
	assert.equal(state(id), "approved");
	const done = await b.submit(page, { release_at: "2025-08-18T08:00" }, { action: "/staff/issue" });
	assert.equal(done.codes[0], "done");
	assert.equal(value("select not_before = '2025-08-18 08:00+09' from sojourn.outbox where application_id = $1", [id]), true);
});

test("R22: doubtful identities are left out and named; chosen applications only", async () => {
	const [first] = applicants(1, { prefix: "K", state: "approved" });
	const twin = sql(`insert into sojourn.application (term_id, university_id,
		student_no, door, state, name_native, birth_date, level, email)
		select term_id, (select id from sojourn.university where code = 'KAIST'),
		'TWIN', 'list', 'approved', name_native, birth_date, 'MA', 'twin@applicant.example'
		from sojourn.application where id = $1 returning id`, [first])[0].id;
	sql("select sojourn.identify($1)", [twin]);
	const [submitted] = applicants(1, { prefix: "L" });
	const b = desk("academic");
	const page = await b.get("/staff/issue");
	const refused = await b.submit(page, { application: [twin, submitted] }, { action: "/staff/issue" });
	assert.equal(refused.status, 422);
	assert.deepEqual(refused.outcomes.map((o) => [o.section, o.outcome]),
		[["", "review"], [`${twin}`, "review"], [`${submitted}`, "not-approved"]]);
	const done = await b.submit(page, { application: [first, twin] }, { action: "/staff/issue" });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.outcomes.map((o) => [o.section, o.outcome]), [["", "done"], [`${twin}`, "review"]]);
	assert.equal(state(first), "issued");
	assert.equal(state(twin), "approved");
	assert.match(done.say("#left ~ table"), /It is not clear who this is/);
});

test("unknown terms, foreign ids, nobody left", async () => {
	const b = desk("academic");
	const page = await b.get("/staff/issue");
	const csrf = page.one("main [name=csrf], [name=csrf]").getAttribute("value");
	const post = (fields) => b.post("/staff/issue", { csrf, request: `edge-${Math.random()}`.slice(0, 20).replace(".", "-"), ...fields });
	assert.equal((await post({ term: "2031-1" })).status, 422);
	assert.equal((await post({ term: "2025-2", application: 999999999 })).status, 422);
	assert.equal((await post({ term: "2025-2", application: "x" })).status, 422);
	const rest = await post({ term: "2018-1" });
	assert.equal(rest.status, 303);
	assert.deepEqual((await b.follow(rest)).codes, ["already"]);
	assert.equal((await b.get("/staff/issue?term=1999-9")).status, 200);
});
