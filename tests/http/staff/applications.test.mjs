// /staff/applications: the queue, its filters, decisions over many (R37).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { applicants, desk, state } from "./desk.mjs";

before(async () => { await reset(); clock("apply", { jobs: false }); });

test("look: filters stand in the address, counts beside the states", async () => {
	applicants(3, { prefix: "F" });
	const b = desk("academic");
	const page = await b.get("/staff/applications?term=2025-2&state=submitted&university=CNU&q=" +
		encodeURIComponent("시험F"));
	assert.equal(page.status, 200);
	assert.equal(page.all("tbody tr").length, 3);
	assert.match(page.say("caption"), /^3 /);
	assert.match(page.say(".chips a[aria-current]"), /^Submitted \d+$/);
});

test("S2: who entered it and its address are shown; S17: markup is text", async () => {
	const [id] = applicants(1, { prefix: "X" });
	sql(`update sojourn.application set name_native = '<b>&"', email =
		'shown@applicant.example' where id = $1`, [id]);
	const page = await desk("academic").get(`/staff/applications?q=shown@`);
	assert.equal(page.all("tbody tr").length, 1);
	assert.match(page.text, /&lt;b&gt;&amp;&quot;/);
	assert.doesNotMatch(page.text, /<b>&/);
	assert.match(page.say("tbody tr"), /Applicant .*shown@applicant\.example/);
});

test("R37: one decision over many; a result for each; filters are kept", async () => {
	const [a, b, c] = applicants(3, { prefix: "B" });
	for (const state of ["approved", "issued"])
		sql("update sojourn.application set state = $2 where id = $1", [b, state]);
	const browser = desk("academic");
	const page = await browser.get("/staff/applications?state=submitted&university=CNU");
	const sent = await browser.submit(page, { application: [a, b, c, 999999999],
		decision: "approve" }, { action: "/staff/applications", follow: false });
	assert.equal(sent.status, 303);
	assert.match(sent.location, /state=submitted&university=CNU&r=/);
	const after = await browser.follow(sent);
	assert.deepEqual(after.outcomes.map((o) => [o.section, o.outcome]),
		[[`${a}`, "done"], [`${b}`, "closed"], [`${c}`, "done"], ["999999999", "gone"]]);
	assert.equal(state(a), "approved");
	assert.equal(state(c), "approved");
});

test("C33: undone until issued; F8: the same request has one effect", async () => {
	const [id] = applicants(1, { prefix: "U" });
	const b = desk("academic");
	const page = await b.get("/staff/applications");
	const approve = { application: id, decision: "approve", seen: undefined };
	assert.equal((await b.submit(page, approve, { action: "/staff/applications" })).codes[0], "done");
	const again = await b.submit(page, approve, { action: "/staff/applications" });
	assert.equal(again.sent.status, 303);
	assert.deepEqual(again.codes.sort(), ["already", "done"], "the first result again");
	assert.equal(value("select count(*) from sojourn.audit where object_id = $1 and act = 'approve'", [id]), 1);
	const held = await b.fill("/staff/applications", { application: id, decision: "hold",
		reason: "photo missing" }, { action: "/staff/applications" });
	assert.deepEqual(held.codes, ["done"]);
	assert.equal(state(id), "held");
});

test("nothing chosen, no reason, wrong words: 422, at the field, values kept", async () => {
	const [id] = applicants(1, { prefix: "E" });
	const b = desk("academic");
	const page = await b.get("/staff/applications?state=submitted");
	const none = await b.submit(page, { decision: "reject", reason: "because" },
		{ action: "/staff/applications" });
	assert.equal(none.status, 422);
	assert.deepEqual(none.codes, ["invalid"]);
	assert.equal(none.one("#reason").getAttribute("value"), "because");
	assert.equal(none.one("[name=state]").getAttribute("value"), "submitted");
	const bare = await b.submit(page, { application: id, decision: "reject" },
		{ action: "/staff/applications" });
	assert.equal(bare.status, 422);
	assert.match(bare.say("#reason-error"), /reason/);
	assert.ok(bare.all("[name=application][checked]").length === 1, "the selection is kept");
	for (const bad of [{ application: "abc" }, { decision: "fire" }, { application: -1 },
		{ reason: "x".repeat(1001) }, { application: "\u0000" }]) {
		const answer = await b.submit(page, { application: id, decision: "hold",
			reason: "x", ...bad }, { action: "/staff/applications" });
		assert.equal(answer.status, 422, JSON.stringify(bad).slice(0, 60));
		assert.deepEqual(answer.codes, ["invalid"]);
	}
	const gone = await b.submit(page, { application: 999999999, decision: "approve" },
		{ action: "/staff/applications" });
	assert.equal(gone.status, 422);
	assert.deepEqual(gone.codes, ["gone"]);
	assert.equal(state(id), "submitted");
});

test("two clerks at the same moment: the second is told, the first decision stands", async () => {
	const [id] = applicants(1, { prefix: "C" });
	const one = desk("academic"), two = desk("admin");
	const [first, second] = [await one.get("/staff/applications"), await two.get("/staff/applications")];
	const answers = await Promise.all([
		one.submit(first, { application: id, decision: "approve" }, { action: "/staff/applications" }),
		two.submit(second, { application: id, decision: "reject", reason: "no" }, { action: "/staff/applications" }),
	]);
	const codes = answers.map((a) => a.codes[0]).sort();
	assert.deepEqual(codes, ["changed", "done"]);
	assert.equal(value(`select count(*) from sojourn.audit where object_id = $1
		and object_kind = 'application' and outcome = 'done' and act in ('approve', 'reject')`, [id]), 1);
});

test("four hundred at 17:30 go in one decision", async () => {
	const ids = applicants(400, { prefix: "M" });
	const b = desk("academic");
	const page = await b.get("/staff/applications");
	const done = await b.submit(page, { application: ids, decision: "approve" },
		{ action: "/staff/applications" });
	assert.equal(done.status, 200);
	assert.equal(done.codes.filter((c) => c === "done").length, 400);
	assert.equal(value(`select count(*) from sojourn.application
		where state = 'approved' and student_no like 'M%'`), 400);
});

test("/staff/applications/ID: everything in order of time, and the decision", async () => {
	const [id] = applicants(1, { prefix: "O" });
	const b = desk("academic");
	sql(`update sojourn.application set list_data =
		'{"department": "응용화학과", "name_native": "시험O1"}' where id = $1`, [id]);
	const page = await b.get(`/staff/applications/${id}`);
	assert.equal(page.status, 200);
	assert.match(page.say(".diff"), /응용화학과.*화학과/);
	const done = await b.submit(page, { decision: "return", reason: "Which department?" },
		{ action: `/staff/applications/${id}` });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(state(id), "returned");
	assert.match(done.say(".story"), /Returned for correction/);
	assert.match(done.say(".story"), /Mail: correction asked/);
	const bare = await b.submit(done, { decision: "reject", reason: "" },
		{ action: `/staff/applications/${id}` });
	assert.equal(bare.status, 422);
	assert.equal((await b.get("/staff/applications/999999999")).status, 404);
	assert.equal((await b.get("/staff/applications/x%20y")).status, 404);
});

test("who may: others get 403 or the login, and nothing happens", async () => {
	const [id] = applicants(1, { prefix: "W" });
	for (const login of ["auditor", "affairs", "prof.kim"]) {
		const b = desk(login);
		assert.equal((await b.get("/staff/applications")).status, 403, login);
		assert.equal((await b.get(`/staff/applications/${id}`)).status, 403, login);
		const own = await b.get("/staff");
		const csrf = own.one("[name=csrf]").getAttribute("value");
		const sent = await b.post("/staff/applications", { csrf, request: "who-may-1",
			application: id, decision: "approve" });
		assert.equal(sent.status, 403, login);
	}
	for (const login of ["cnu", "E252000015"])
		assert.equal((await desk(login).get("/staff/applications")).status, 403, login);
	const b = desk("academic");
	assert.equal((await b.post("/staff/applications", { csrf: "wrong", request: "who-may-2",
		application: id, decision: "approve" })).status, 403);
	assert.equal(state(id), "submitted");
});
