// /partner/recommend: what the home university says (R3, R4, R45, R46, S2).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { applicants, desk } from "../staff/desk.mjs";

before(async () => {
	await reset();
	clock("apply", { jobs: false });
});

const said = (id) => value(`select recommendation from sojourn.application
	where id = $1`, [id]);
const act = async (b, ids, decision, more = {}) => b.submit(
	await b.get("/partner/recommend?state="),
	{ application: ids, decision, ...more }, { action: "/partner/recommend" });

test("R3: recommends several, refuses with a reason, reopens", async () => {
	const [a, c] = applicants(2, { recommendation: "none", prefix: "R" });
	const dean = desk("cnu.dean");
	const done = await act(dean, [a, c], "recommend");
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done", "done"]);
	assert.deepEqual([said(a), said(c)], ["recommended", "recommended"]);
	const twice = await act(dean, [a], "recommend");
	assert.deepEqual(twice.codes, ["already"]);
	const bare = await act(dean, [a], "refuse");
	assert.equal(bare.status, 422);
	assert.deepEqual(bare.codes, ["invalid"]);
	assert.ok(bare.one("#reason-error"));
	assert.ok(bare.one(`input[name='application'][value='${a}'][checked]`), "still ticked");
	assert.equal(said(a), "recommended");
	const refused = await act(dean, [a], "refuse", { reason: "평점 미달" });
	assert.deepEqual(refused.codes, ["done"]);
	assert.match(refused.outcomes[0].text, /does not recommend/, "says what was decided");
	assert.equal(said(a), "refused");
	assert.match((await dean.get("/partner/recommend?state=refused")).text, /평점 미달/);
	assert.deepEqual((await act(dean, [a], "reopen")).codes, ["done"]);
	assert.equal(said(a), "none");
});

test("S2: the address and who entered it stand beside each", async () => {
	const [web] = applicants(1, { recommendation: "none", prefix: "W", door: "web" });
	const [list] = applicants(1, { recommendation: "none", prefix: "L" });
	sql(`update sojourn.application set entered_by = (select id from
		sojourn.account where login = 'cnu'), email_confirmed_at = null
		where id = $1`, [list]);
	sql(`update sojourn.application set list_data = '{"email":
		"school@cnu.example", "name_native": "시험W1"}' where id = $1`, [web]);
	const page = await desk("cnu.dean").get("/partner/recommend?state=none");
	const row = (id) => page.one(`tr[data-application='${id}']`).text;
	assert.match(row(web), /w1@applicant\.example/);
	assert.match(row(web), /entered by the student/);
	assert.match(row(web), /school@cnu\.example/, "the list says another one");
	assert.match(row(web), /to be settled/);
	assert.match(row(list), /entered by your university/);
	assert.doesNotMatch(row(list), /\bconfirmed\b/);
});

test("R4: the university's own criteria are shown and their check is kept", async () => {
	const [a] = applicants(1, { recommendation: "none", prefix: "C" });
	const dean = desk("cnu.dean");
	const page = await dean.get("/partner/recommend");
	assert.match(page.text, /평점평균 3\.0/);
	await act(dean, [a], "recommend", { criteria: "1" });
	assert.equal(value(`select detail ->> 'criteria_met' from sojourn.audit
		where act = 'recommend' and object_id = $1 and outcome = 'done'`, [a]), "true");
});

test("R3: a coordinator alone may look, not recommend", async () => {
	const [a] = applicants(1, { recommendation: "none", prefix: "N" });
	sql(`delete from sojourn.account_role where role = 'recommender' and
		account_id = (select id from sojourn.account where login = 'cnu')`);
	const b = desk("cnu");
	const page = await b.get("/partner/students");
	assert.equal(page.status, 200);
	const form = (await desk("cnu.dean").get("/partner/recommend"))
		.form("/partner/recommend");
	const csrf = (await b.get("/partner/settings")).form("/partner/settings")
		.fields.find(([k]) => k === "csrf")[1];
	const answer = await b.post("/partner/recommend", { csrf,
		application: a, decision: "recommend" });
	assert.equal(answer.status, 403);
	assert.equal(said(a), "none");
	assert.ok(form);
});

test("R45, R46: after registration the sections are shown; refusing leaves them without credit", async () => {
	const b = desk("cnu");
	sql(`update sojourn.university set verification_stage = 'after_registration'
		where code = 'CNU'`);
	const [person] = sql(`select a.id, a.person_id, a.term_id from sojourn.application a
		join sojourn.university u on u.id = a.university_id and u.code = 'CNU'
		join sojourn.registration_right r on r.application_id = a.id
		where a.state = 'issued' order by a.id limit 1`);
	const [section] = sql(`select id, code, credits from sojourn.section
		where term_id = $1 order by id limit 1`, [person.term_id]);
	sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits,
		enrolled_at) values ($1, $2, $3, $4, sojourn.now())`,
	[person.person_id, section.id, person.term_id, section.credits]);
	const dean = desk("cnu.dean");
	const page = await dean.get("/partner/recommend");
	assert.match(page.one(`tr[data-application='${person.id}']`).text,
		new RegExp(section.code));
	await act(dean, [person.id], "refuse", { reason: "과목 불승인" });
	assert.deepEqual(sql(`select state, credit_granted from sojourn.enrolment
		where person_id = $1`, [person.person_id]),
	[{ state: "enrolled", credit_granted: false }]);
	const one = await b.get(`/partner/students/${person.id}`);
	assert.match(one.one(`tr[data-section='${section.code}']`).text, /without credit/);
});

test("the same request twice, nobody chosen, unknown decisions", async () => {
	const [a] = applicants(1, { recommendation: "none", prefix: "Q" });
	const dean = desk("cnu.dean");
	const form = (await dean.get("/partner/recommend")).form("/partner/recommend");
	const data = [...form.fields.filter(([k]) => k !== "decision"),
		["application", a], ["decision", "recommend"]];
	assert.equal((await dean.post("/partner/recommend", data)).status, 303);
	assert.equal((await dean.post("/partner/recommend", data)).status, 303);
	assert.equal(Number(value(`select count(*) from sojourn.audit where
		act = 'recommend' and object_id = $1`, [a])), 1);
	for (const bad of [{ application: undefined }, { decision: "praise" },
	    { application: "1 or 1=1" }, { application: "x".repeat(9000) }]) {
		const page = await dean.submit(await dean.get("/partner/recommend"),
			{ application: a, decision: "recommend", ...bad },
			{ action: "/partner/recommend" });
		assert.equal(page.status, 422, JSON.stringify(bad).slice(0, 60));
		assert.ok(page.codes.includes("invalid"));
	}
});
