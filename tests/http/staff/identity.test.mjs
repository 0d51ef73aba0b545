// /staff/identity: one human or two (R22, S1).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { applicants, desk } from "./desk.mjs";

before(async () => { await reset(); clock("apply", { jobs: false }); });

// Two applications of one name and birth date at two universities.
function pair(prefix)
{
	const [first] = applicants(1, { prefix, state: "approved" });
	const [twin] = sql(`insert into sojourn.application (term_id, university_id,
		student_no, door, state, name_native, birth_date, level, email)
		select term_id, (select id from sojourn.university where code = 'KAIST'),
		$2, 'list', 'approved', name_native, birth_date, 'MA', 'twin@applicant.example'
		from sojourn.application where id = $1 returning id`, [first, `TW${prefix}`]);
	sql("select sojourn.identify($1)", [twin.id]);
	const [c] = sql("select a, b from sojourn.identity_case where application_id = $1", [twin.id]);
	return { twin: twin.id, a: c.a, b: c.b };
}

test("S1: a merge takes two staff and can be undone", async () => {
	const { twin, a, b } = pair("P");
	const one = desk("academic"), two = desk("admin");
	const page = await one.get("/staff/identity");
	assert.match(page.say("main"), /시험P1/);
	const act = (browser, decision, reason = "the same passport") => browser.fill("/staff/identity",
		{ a, b, decision, reason }, { action: "/staff/identity" });
	const bare = await act(one, "merge", "");
	assert.equal(bare.status, 422);
	assert.match(bare.say("#reason-error"), /reason/);
	assert.deepEqual((await act(one, "merge")).codes, ["pending"]);
	const own = await act(one, "merge");
	assert.equal(own.status, 403);
	assert.deepEqual(own.codes, ["forbidden"]);
	assert.equal(value("select merged_into from sojourn.person where id = $1", [b]), null);
	assert.deepEqual((await act(two, "merge")).codes, ["done"]);
	assert.equal(value("select merged_into from sojourn.person where id = $1", [b]), a);
	assert.deepEqual((await act(one, "separate", "two passports after all")).codes, ["done"]);
	assert.equal(value("select merged_into from sojourn.person where id = $1", [b]), null);
	assert.equal(value("select identity from sojourn.application where id = $1", [twin]), "new");
});

test("unknown pairs, other people's ids, wrong words: refused", async () => {
	const { a, b } = pair("Q");
	const one = desk("academic");
	const page = await one.get("/staff/identity");
	for (const [values, status, code] of [
		[{ a: 999999999, b }, 422, "gone"],
		[{ a, b: a }, 422, "gone"],
		[{ a: "x", b }, 422, "invalid"],
		[{ a, b, decision: "marry" }, 422, "invalid"],
	]) {
		const answer = await one.submit(page, { decision: "separate", reason: "x", ...values },
			{ action: "/staff/identity" });
		assert.equal(answer.status, status, JSON.stringify(values));
		assert.equal(answer.codes[0], code);
	}
	assert.equal((await desk("auditor").get("/staff/identity")).status, 403);
});
