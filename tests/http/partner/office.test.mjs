// /partner/settings, /partner/people, /partner/letters (R4-R7, R19, R45).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, clock, file, link, mail, reset, sql, value }
	from "../../fixture.mjs";
import { applicants, desk } from "../staff/desk.mjs";

before(async () => {
	await reset();
	clock("apply", { jobs: false });
});

const save = async (b, values) => b.submit(await b.get("/partner/settings"),
	values, { action: "/partner/settings" });

test("R4, R5, R19: contact, criteria and limit, and nothing else changes", async () => {
	const b = desk("cnu");
	const done = await save(b, { coordinator_name: "새 담당", max_credits: "6",
		criteria: "평점 3.5" });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	assert.deepEqual(sql(`select coordinator_name, max_credits, criteria,
		verification_stage from sojourn.university where code = 'CNU'`),
	[{ coordinator_name: "새 담당", max_credits: 6, criteria: "평점 3.5",
		verification_stage: "before_approval" }]);
	assert.deepEqual((await save(b, {})).codes, ["already"]);
	const bad = await save(b, { max_credits: "31", coordinator_email: "no",
		stage: "never" });
	assert.equal(bad.status, 422);
	for (const name of ["max_credits", "coordinator_email"])
		assert.ok(bad.one(`#${name}-error`), name);
	assert.equal(bad.one("#coordinator_email").getAttribute("value"), "no");
});

test("R7: an own deadline, never later than the host's day of receipt", async () => {
	const b = desk("cnu");
	const late = await save(b, { deadline: "2025-08-14T18:01" });
	assert.equal(late.status, 422);
	assert.ok(late.one("#deadline-error"));
	assert.deepEqual((await save(b, { deadline: "2025-08-14T12:00" })).codes, ["done"]);
	const form = await new Browser().get("/tempid/apply");
	assert.match(form.one("option[value='CNU']").text, /12:00/);
	const shown = await b.get("/partner/settings");
	assert.equal(shown.one("#deadline").getAttribute("value"), "2025-08-14T12:00");
	assert.deepEqual((await save(b, { deadline: "" })).codes, ["done"]);
	assert.equal(value(`select count(*)::int from sojourn.time_window w join
		sojourn.university u on u.id = w.university_id and u.code = 'CNU'
		where w.replaced_at is null`), 0);
});

test("colleagues: invited by mail, with roles, disabled at once", async () => {
	const b = desk("cnu");
	const ask = async (values, action = "/partner/people") => b.submit(
		await b.get("/partner/people"), values, { action });
	const form = async (values) => b.follow(await b.post("/partner/people",
		[["csrf", (await b.get("/partner/people")).form("/partner/people")
			.fields.find(([k]) => k === "csrf")[1]],
		...Object.entries(values)]));
	const bad = await form({ decision: "invite", login: "X Y", name: "",
		email: "no" });
	assert.equal(bad.status, 422);
	const done = await form({ decision: "invite", login: "cnu.new",
		name: "신입", email: "new@cnu.example", role: "recommender" });
	assert.deepEqual(done.codes, ["done"]);
	assert.ok(link(await mail({ to: "new@cnu.example" })), "a link, no password");
	const id = value("select id from sojourn.account where login = 'cnu.new'");
	assert.deepEqual((await form({ decision: "roles", account: id,
		role: "coordinator" })).codes, ["done"]);
	assert.deepEqual(sql(`select role from sojourn.account_role where
		account_id = $1`, [id]), [{ role: "coordinator" }]);
	const dean = desk("cnu.dean");
	assert.deepEqual((await form({ decision: "disable",
		account: value("select id from sojourn.account where login = 'cnu.dean'") }))
		.codes, ["done"]);
	assert.equal((await dean.get("/partner")).status, 303, "the session has ended");
	const self = await form({ decision: "disable",
		account: value("select id from sojourn.account where login = 'cnu'") });
	assert.equal(self.status, 403);
	assert.ok(self.codes.includes("forbidden"));
	assert.ok(ask);
});

test("R6: the official letter, later; it recommends who is on the list", async () => {
	const [id] = applicants(1, { recommendation: "none", prefix: "O" });
	const list = sql(`insert into sojourn.partner_list (university_id, term_id,
		uploaded_by, file_name, file_sha256, state, committed_at)
		select a.university_id, a.term_id, c.id, 'late.xlsx', sha256('l'),
		'committed', sojourn.now() from sojourn.application a,
		sojourn.account c where a.id = $1 and c.login = 'cnu' returning id`,
	[id])[0].id;
	sql("update sojourn.application set list_id = $1 where id = $2", [list, id]);
	const b = desk("cnu");
	assert.equal((await b.get("/partner")).one("[data-work='letter']")
		.getAttribute("data-n"), "1");
	const send = async (values) => b.submit(await b.get("/partner/letters"),
		{ upload: list, ...values }, { action: "/partner/letters" });
	const bad = await send({ letter_no: "", letter_date: "2025-02-30" });
	assert.equal(bad.status, 422);
	assert.deepEqual(bad.codes, ["invalid"]);
	assert.equal(bad.one("#letter_date").getAttribute("value"), "2025-02-30");
	assert.equal(bad.all(".field.bad").length, 2, "at this list alone");
	const html = await send({ letter_no: "CNU-1", letter_date: "2025-08-13",
		letter: file("l.html", "<html><script>1</script>") });
	assert.equal(html.status, 422);
	const future = await send({ letter_no: "CNU-1", letter_date: "2025-08-20" });
	assert.equal(future.status, 422);
	const done = await send({ letter_no: "CNU-1", letter_date: "2025-08-13",
		letter: file("letter.pdf", "%PDF-1.4\n") });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	assert.match(done.say("main"), /CNU-1/);
	assert.equal(value("select recommendation from sojourn.application where id = $1",
		[id]), "recommended");
});

test("R6: after the day of receipt a letter needs an exception", async () => {
	const list = sql(`insert into sojourn.partner_list (university_id, term_id,
		uploaded_by, file_name, file_sha256, state, committed_at)
		select c.university_id, sojourn.term_current('2025-2'), c.id, 'x.xlsx',
		sha256('x'), 'committed', sojourn.now() from sojourn.account c
		where c.login = 'cnu' returning id`)[0].id;
	clock("2025-08-14T18:00:00+09:00", { jobs: false });
	const b = desk("cnu");
	const send = async () => b.submit(await b.get("/partner/letters"),
		{ upload: list, letter_no: "CNU-9", letter_date: "2025-08-13" },
		{ action: "/partner/letters" });
	const late = await send();
	assert.equal(late.status, 422);
	assert.deepEqual(late.codes, ["late"]);
	assert.match(late.text, /R6/);
	sql(`insert into sojourn.exception (kind, university_id, term_id, reason,
		until, asked_by, agreed_by, agreed_at) select 'late-letter',
		university_id, sojourn.term_current('2025-2'), 'snow', sojourn.now()
		+ interval '1 day', 1, 2, now() from sojourn.account where login = 'cnu'`);
	assert.deepEqual((await send()).codes, ["done"]);
});
