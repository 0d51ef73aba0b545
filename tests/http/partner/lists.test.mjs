// R55, C28, R45, R18: lists of registrations: made by clerk, told, downloaded,
// acknowledged online or on paper; who has not registered is warned and shown.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { clock, mail, reset, run, sql, value } from "../../fixture.mjs";
import { student } from "../register/student.mjs";
import { desk } from "../staff/desk.mjs";

let b, ids;
const enrol = async (who, section) => who.submit(await who.get("/register"),
	{ section }, { action: "/register/enrol" });
const one = (version, code = "CNU") => value(`select l.id from sojourn.final_list l
	join sojourn.university u on u.id = l.university_id and u.code = $2
	where l.version = $1`, [version, code]);

before(async () => {
	await reset();
	clock("register", { jobs: false });
	sql("delete from sojourn.job_run");
	sql("insert into sojourn.job_run (job, due_at) values ('start', '2025-08-18 09:00+09')");
	b = desk("cnu");
	ids = sql(`select i.id from sojourn.temporary_id i
		join sojourn.registration_right r on r.person_id = i.person_id
		join sojourn.university u on u.id = r.university_id and u.code = 'CNU'
		join sojourn.term t on t.id = r.term_id and t.code = '2025-2'
		order by i.serial limit 3`).map((r) => r.id);
	for (const id of ids)
		await enrol(student(id), ["BIO5012-01", "CHE6022-01"]);
});

test("R18: warned 48 hours before the end; the page says who, and how many", async () => {
	clock("2025-08-19T18:00:00+09:00");
	const n = value(`select count(*)::int from sojourn.registration_warning`);
	assert.ok(n > 100);
	assert.equal(value(`select count(*)::int from sojourn.outbox where kind = 'register-warning'`), n);
	clock("2025-08-19T19:00:00+09:00");
	assert.equal(value(`select count(*)::int from sojourn.registration_warning`), n, "once");
	const letter = await mail({ kind: "register-missing", to: "exchange@cnu.example" });
	assert.match(letter.text, /2025\. 8\. 21\./);
	assert.match(letter.text, /\/partner\/missing/);
	const page = await b.get("/partner/missing");
	assert.equal(page.all("tr[data-application]").length,
		Number(page.one("tr[data-why='login']").getAttribute("data-n")));
	assert.ok((await b.get("/partner")).one("[data-work='missing']").getAttribute("data-n") > 0);
	assert.equal((await b.get("/partner/missing?why=below")).all("tr[data-application]").length, 0);
	const staff = await desk("academic").get("/staff/missing?university=CNU");
	assert.equal(staff.all("tr[data-application]").length, Math.min(100,
		Number(page.one("tr[data-why='login']").getAttribute("data-n"))));
	assert.match(staff.say("main"), /KIM|Not logged in/);
});

test("R55: the list after registration: told, shown, not the final one", async () => {
	assert.equal((await b.get("/partner/lists")).one("[data-list]"), null);
	clock("2025-08-21T18:00:00+09:00");
	const letter = await mail({ kind: "list-made", to: "exchange@cnu.example" });
	assert.match(letter.subject, /2025-2.*버전 1/);
	const page = await b.get("/partner/lists");
	const head = page.one("[data-list]");
	assert.equal(head.getAttribute("data-stage"), "interim");
	assert.match(head.text, /acknowledge it until Thu 28 Aug 2025, 18:00/);
	assert.equal(page.all("tr[data-section='BIO5012-01']").length, 3);
	assert.equal((await b.get("/partner")).one("[data-work='acknowledge']").getAttribute("data-n"), "1");
});

test("C28: the final one says what changed; the old one cannot be acknowledged", async () => {
	const old = await b.get("/partner/lists");
	clock("change");
	const who = student(ids[0]);
	await who.submit(await who.get("/register"), { section: "CHE6022-01" },
		{ action: "/register/cancel" });
	clock("2025-09-07T18:00:00+09:00");
	const no = await b.submit(old, {}, { action: "/partner/lists" });
	assert.equal(no.status, 422);
	assert.deepEqual(no.codes, ["changed"]);
	const page = await b.get("/partner/lists?show=changes");
	assert.equal(page.one("[data-list]").getAttribute("data-stage"), "final");
	assert.deepEqual(page.all("tr[data-mark]").map((r) => [r.getAttribute("data-section"),
		r.getAttribute("data-mark")]), [["CHE6022-01", "removed"]]);
	const done = await b.submit(page, {}, { action: "/partner/lists" });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	assert.match(done.say("[data-list]"), /Acknowledged/);
	assert.deepEqual((await b.submit(page, { request: "ack-again-1" },
		{ action: "/partner/lists" })).codes, ["already"]);
	assert.equal(value(`select c.login from sojourn.final_list l join sojourn.account c
		on c.id = l.acknowledged_by where l.id = $1`, [one(2)]), "cnu");
});

test("the file: every cell a string, the change beside it, noted (S17, S25)", async () => {
	const file = await b.get(`/partner/lists/${one(2)}.xlsx`);
	assert.equal(file.status, 200);
	assert.match(file.headers.get("content-disposition"), /registrations-2025-2-v2\.xlsx/);
	const bytes = Buffer.from(await (await fetch(`${file.url}`, { headers: {
		cookie: `session=${b.jar.get("session")}; lang=en` } })).arrayBuffer());
	const folder = mkdtempSync(`${tmpdir()}/sojourn-list-`);
	writeFileSync(`${folder}/list.xlsx`, bytes);
	const part = (name) => execFileSync("unzip", ["-p", `${folder}/list.xlsx`, name], { encoding: "utf8" });
	const cells = [...part("xl/worksheets/sheet1.xml").matchAll(/<c ([^>]*?)\/?>/g)].map((m) => m[1]);
	assert.ok(cells.length > 100);
	for (const c of cells)
		assert.match(c, /t="(s|inlineStr)"|^r="[A-Z]+\d+"( s="\d+")?$/, c);
	assert.doesNotMatch(part("xl/worksheets/sheet1.xml"), /<f>/);
	const text = part("xl/sharedStrings.xml");
	for (const word of ["Chungnam National University", "version 2", "Final list", "Since version 1", "Removed", "BIO5012-01"])
		assert.ok(text.includes(word), word);
	assert.equal(value(`select count(*)::int from sojourn.audit where act = 'download'
		and object_kind = 'final_list' and object_id = $1`, [one(2)]), 2);
	for (const id of [one(2, "KAIST"), 999999999])
		assert.equal((await b.get(`/partner/lists/${id}.xlsx`)).status, 404);
	assert.equal((await b.get(`/partner/lists?list=${one(2, "KAIST")}`)).status, 404);
});

test("staff see who has not acknowledged, and record what came on paper", async () => {
	const s = desk("academic");
	const page = await s.get("/staff/lists?state=open");
	assert.equal(page.one("tr[data-university='CNU']"), null);
	assert.ok(page.one("tr[data-university='KAIST']"));
	assert.match((await s.get("/staff")).say("main"), /Lists of registrations not acknowledged/);
	const asked = await s.get(`/staff/lists/${one(2, "KAIST")}.xlsx`);
	assert.equal(asked.status, 303, "S25: first what for");
	assert.match((await s.submit(await s.get(asked.headers.get("location")), { reason: "compare" },
		{ action: "/staff/reason" })).url, /\/staff\/lists$/);
	const file = await s.get(`/staff/lists/${one(2, "KAIST")}.xlsx`);
	assert.equal(file.status, 200, "for those that get it on paper");
	assert.equal(value(`select count(*)::int from sojourn.audit where act = 'download'
		and object_id = $1`, [one(2, "KAIST")]), 1);
	assert.equal((await s.get("/staff/lists/999999.xlsx")).status, 404);
	const paper = await s.get("/staff/onbehalf?university=KAIST");
	const form = { what: "acknowledgement", list: one(2, "KAIST"), university: "KAIST" };
	const bare = await s.submit(paper, form, { action: "/staff/onbehalf" });
	assert.equal(bare.status, 422);
	const done = await s.submit(paper, { ...form, request: "paper-ack-1", letter_no: "K-9",
		letter_date: "2025-09-05" }, { action: "/staff/onbehalf" });
	assert.deepEqual(done.codes, ["done"]);
	assert.match((await s.get("/staff/lists?university=KAIST")).say("tbody tr[data-university]"), /letter K-9/);
	assert.match((await desk("kaist").get("/partner/lists")).say("table:last-of-type"), /K-9/);
});

test("R45: a university that recommends after registration does so by the list", async () => {
	const u = sql(`select u.id, a.id as application from sojourn.university u
		join sojourn.application a on a.university_id = u.id and a.state = 'issued'
		join sojourn.registration_right r on r.application_id = a.id
		where u.code = 'CNU' order by a.id limit 1`)[0];
	sql("update sojourn.university set verification_stage = 'after_registration' where id = $1", [u.id]);
	sql("update sojourn.application set recommendation = 'none' where id = $1", [u.application]);
	sql(`update sojourn.enrolment set state = 'withdrawn' where person_id =
		(select person_id from sojourn.application where id = $1)`, [u.application]);
	sql(`update sojourn.section_seat s set taken = (select count(*) from sojourn.enrolment e
		where e.section_id = s.section_id and e.holds_seat)`);
	assert.match(run("jobs", "run", "lists"), /"lists": 1/);
	const page = await b.get("/partner/lists");
	assert.match(page.say(".callout"), /recommends by this list/);
	const done = await b.submit(page, { application: u.application, decision: "recommend" },
		{ action: "/partner/recommend" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(value("select recommendation from sojourn.application where id = $1", [u.application]), "recommended");
});

test("R55: reminded before and after it is due; doctor finds nothing", async () => {
	clock("2025-10-01T09:00:00+09:00");
	const reminded = sql(`select params ->> 'version' as version, params ? 'overdue' as late
		from sojourn.outbox where kind = 'list-reminder' and to_address = 'exchange@cnu.example' order by id`);
	assert.ok(reminded.some((r) => !r.late) && reminded.some((r) => r.late), JSON.stringify(reminded));
	assert.equal(sql("select * from cli_api.doctor_final_lists()").length, 0);
	assert.equal(sql("select * from cli_api.doctor_enrolments()").length, 0);
});
