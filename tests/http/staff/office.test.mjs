// The other queues of the desk: exceptions, mail, notices, people, corrections,
// audit (S1, S25, R24).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql, until, value } from "../../fixture.mjs";
import { applicants, desk } from "./desk.mjs";

let b;
before(async () => {
	await reset();
	clock("apply", { jobs: false });
	b = desk("academic");
});

test("an exception takes two people", async () => {
	const asked = await b.fill("/staff/exceptions", { kind: "late-list", university: "CNU", reason: "snow",
		until: "2025-08-20T18:00" }, { action: "/staff/exceptions" });
	assert.equal(asked.sent.status, 303);
	assert.deepEqual(asked.codes, ["pending"]);
	const id = value("select max(id) from sojourn.exception");
	const own = await b.submit(asked, { decision: "agree", exception: id }, { action: "/staff/exceptions" });
	assert.equal(own.status, 403);
	const other = desk("admin");
	const agreed = await other.fill("/staff/exceptions", { decision: "agree", exception: id }, { action: "/staff/exceptions" });
	assert.deepEqual(agreed.codes, ["done"]);
	for (const [values, field] of [[{ kind: "" }, "kind"], [{ reason: "" }, "reason"], [{ until: "2025-08-01T00:00" }, "until"],
		[{ university: "NOPE" }, "university"], [{ kind: "late-act", login: "E252000016" }, "login"]]) {
		const bad = await b.fill("/staff/exceptions", { kind: "late-list", university: "CNU", reason: "x",
			until: "2025-08-20T18:00", decision: "ask", exception: undefined, ...values }, { action: "/staff/exceptions" });
		assert.equal(bad.status, 422, field);
		assert.ok(bad.one(`#${field}-error`), field);
	}
});

test("R24: a mail that did not arrive is corrected and sent again", async () => {
	const [id] = applicants(1, { prefix: "V", state: "approved" });
	await b.fill("/staff/issue", {}, { action: "/staff/issue" });
	await until(() => value("select state = 'sent' from sojourn.outbox where application_id = $1", [id]));
	// As if the server had refused it; what is sent does not fail any more.
	sql(`set session_replication_role = replica; update sojourn.outbox
		set state = 'failed', last_error = '550 unknown' where application_id = ${id};`);
	const page = await b.get("/staff/mail?state=failed");
	assert.match(page.say("tbody"), /550 unknown/);
	const mail = value("select id from sojourn.outbox where application_id = $1", [id]);
	const none = await b.submit(page, {}, { action: "/staff/mail" });
	assert.equal(none.status, 422);
	const bad = await b.submit(page, { mail, to_address: "two@a.example, three@a.example" }, { action: "/staff/mail" });
	assert.equal(bad.status, 422);
	assert.ok(bad.one("#to_address-error"));
	const done = await b.submit(page, { mail, to_address: "right@applicant.example" }, { action: "/staff/mail" });
	assert.equal(done.codes[0], "done");
	assert.equal(value("select email from sojourn.application where id = $1", [id]), "right@applicant.example");
	sql(`insert into sojourn.outbox (kind, lang, to_address, account_id, state)
		select 'reset', 'ko', email, id, 'failed' from sojourn.account where login = 'cnu'`);
	const secret = value("select max(id) from sojourn.outbox where kind = 'reset'");
	const stolen = await b.submit(await b.get("/staff/mail"), { mail: secret, to_address: "thief@a.example" }, { action: "/staff/mail" });
	assert.deepEqual(stolen.codes, ["forbidden"], "S1");
	assert.equal(value("select to_address from sojourn.outbox where id = $1", [secret]) === "thief@a.example", false);
});

test("a notice in three languages", async () => {
	const bare = await b.fill("/staff/notices", { decision: "save", notice: "", text_ko: "알림", text_en: "", text_ja: "" }, { action: "/staff/notices" });
	assert.equal(bare.status, 422);
	assert.equal(bare.all(".field .error").length, 2);
	assert.equal(bare.one("#text_ko").text, "알림");
	const done = await b.submit(bare, { decision: "save", notice: "", text_ko: "알림", text_en: "Notice <b>", text_ja: "お知らせ" }, { action: "/staff/notices" });
	assert.deepEqual(done.codes, ["done"]);
	assert.match((await b.get("/")).text, /Notice &lt;b&gt;/);
});

test("people: opened with a link, never oneself, roles that fit", async () => {
	const admin = desk("admin");
	const made = await admin.fill("/staff/people", { login: "min.kim", name: "김민", email: "min.kim@ust.example",
		roles: ["academic", "affairs"] }, { action: "/staff/people" });
	assert.deepEqual(made.codes, ["done"]);
	assert.equal(value(`select count(*) from sojourn.outbox o join sojourn.account a on a.id = o.account_id
		where a.login = 'min.kim' and o.kind = 'account-invitation'`), 1);
	const twice = await admin.fill("/staff/people", { login: "min.kim", name: "김민", email: "min.kim@ust.example",
		roles: "academic" }, { action: "/staff/people" });
	assert.equal(twice.status, 422);
	assert.deepEqual(twice.codes, ["duplicate"]);
	assert.equal(twice.one("#name").getAttribute("value"), "김민", "values are kept");
	const page = await admin.get("/staff/people?login=min.kim");
	assert.deepEqual((await admin.submit(page, { decision: "disable" }, { action: "/staff/people" })).codes, ["done"]);
	const own = await admin.get("/staff/people?login=admin");
	assert.match(own.say("#one ~ p.soft"), /This is you/);
	const bad = await admin.fill("/staff/people", { login: "X", name: "", email: "no", roles: "coordinator" }, { action: "/staff/people" });
	assert.equal(bad.status, 422);
	assert.equal((await b.get("/staff/people")).status, 403, "academic is no administrator");
});

test("corrections are decided and written", async () => {
	sql(`insert into sojourn.correction (person_id, field, value, reason)
		select person_id, 'name_native', '새이름', 'passport' from sojourn.temporary_id where id = 'E252000015'`);
	const page = await b.get("/staff/corrections");
	assert.match(page.say("main"), /새이름/);
	const bare = await b.submit(page, { decision: "refuse", answer: "" }, { action: "/staff/corrections" });
	assert.equal(bare.status, 422);
	const done = await b.submit(page, { decision: "accept", request: "correction-http-1" }, { action: "/staff/corrections" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(value("select name from sojourn.account where login = 'E252000015'"), "새이름");
});

test("S25: the audit is searched and downloaded; reading is recorded", async () => {
	const auditor = desk("auditor");
	await b.fill("/staff/holidays", { day: "2025-12-24", name: "Eve" }, { action: "/staff/holidays" });
	const page = await auditor.get("/staff/audit?act=holiday&who=academic");
	assert.equal(page.all("tbody tr").length, 1);
	assert.equal(value("select count(*) from sojourn.audit where act = 'audit-read'"), 1);
	const bare = await auditor.submit(page, {}, { action: "/staff/audit" });
	assert.equal(bare.status, 422, "a file takes a reason");
	const file = await auditor.submit(page, { reason: "inspection" }, { action: "/staff/audit" });
	assert.equal(file.status, 200);
	assert.match(file.headers.get("content-type"), /^text\/csv/);
	assert.match(file.headers.get("content-disposition"), /audit\.csv/);
	assert.equal(file.text.trim().split("\r\n").length, 2);
	assert.equal(value("select detail ->> 'reason' from sojourn.audit where act = 'audit-file'"), "inspection");
	assert.equal((await auditor.get("/staff/audit?from=2025-02-31")).status, 422);
	assert.equal((await b.get("/staff/audit")).status, 403);
	for (const path of ["applications", "issue", "windows", "mail", "people"])
		assert.equal((await auditor.get(`/staff/${path}`)).status, 403, `an auditor changes nothing: ${path}`);
});
