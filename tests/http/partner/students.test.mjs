// /partner, /partner/students, /partner/students/ID (R5, R24, R33, C27, S2, S17).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { applicants, desk, state } from "../staff/desk.mjs";

before(async () => {
	await reset();
	clock("apply", { jobs: false });
});

const act = async (b, id, values) => b.submit(
	await b.get(`/partner/students/${id}`), values,
	{ action: `/partner/students/${id}` });

test("the first page says what there is to do, and until when", async () => {
	const page = await desk("cnu").get("/partner");
	assert.equal(page.status, 200);
	assert.equal(page.all("h1").length, 1);
	const work = Object.fromEntries(page.all("[data-work]").map((e) =>
		[e.getAttribute("data-work"), Number(e.getAttribute("data-n"))]));
	assert.ok(work.recommend >= 1);
	assert.equal(work.letter, 0);
	assert.match(page.one("[data-work='recommend']").text, /due .*2025/);
});

test("filters, search, pages; a foreign student is nowhere", async () => {
	const b = desk("cnu");
	const page = await b.get("/partner/students?state=issued");
	assert.equal(page.all("tr[data-application]").length, 50);
	assert.ok(page.all("tr[data-state]").every((e) =>
		e.getAttribute("data-state") === "issued"));
	const [one] = sql(`select a.* from sojourn.application a join
		sojourn.university u on u.id = a.university_id and u.code = 'CNU'
		where a.state = 'issued' order by a.id limit 1`);
	const found = await b.get(`/partner/students?q=${one.student_no}`);
	assert.equal(found.all("tr[data-application]").length, 1);
	const none = await b.get("/partner/students?q=nobody-of-this-name");
	assert.ok(none.one(".empty"));
	for (const bad of ["state=x", "page=0", "page=x", "term=%00", "q=%ff"])
		assert.ok([200, 404, 422].includes(
			(await b.get(`/partner/students?${bad}`)).status), bad);
});

test("S17: the list as a file, formulas guarded; that it was taken is noted", async () => {
	const b = desk("cnu");
	applicants(1, { prefix: "=CMD" });
	const csv = await b.get("/partner/students.csv");
	assert.equal(csv.status, 200);
	assert.match(csv.headers.get("content-type"), /text\/csv/);
	assert.match(csv.text, /'=CMD1/);
	assert.doesNotMatch(csv.text, /(^|,)"?=CMD/m);
	const xlsx = await b.get("/partner/students.xlsx?state=issued");
	assert.equal(xlsx.status, 200);
	assert.equal(xlsx.bytes.subarray(0, 2).toString(), "PK");
	assert.equal(Number(value(`select count(*) from sojourn.audit
		where act = 'download'`)), 2);
});

test("a committed student can be retracted, and the number is free again", async () => {
	const [id] = applicants(1, { prefix: "X" });
	const b = desk("cnu");
	const done = await act(b, id, { decision: "retract", reason: "신청 철회" });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(state(id), "withdrawn");
	assert.ok(applicants(1, { prefix: "X" }).length, "listed again");
	const [issued] = sql(`select a.id from sojourn.application a join
		sojourn.university u on u.id = a.university_id and u.code = 'CNU'
		where a.state = 'issued' limit 1`);
	const locked = await act(b, issued.id, { decision: "retract" });
	assert.equal(locked.status, 422);
	assert.deepEqual(locked.codes, ["closed"]);
});

test("R24, C27: another address; with an ID staff look at it first", async () => {
	const [id] = applicants(1, { prefix: "M" });
	const b = desk("cnu");
	const bad = await act(b, id, { decision: "new_email", value: "no" });
	assert.equal(bad.status, 422);
	assert.ok(bad.one("#value-error"));
	const done = await act(b, id, { decision: "new_email", value: "neu@cnu.example" });
	assert.deepEqual(done.codes, ["done"]);
	assert.match(done.say("main"), /neu@cnu\.example/);
	const [issued] = sql(`select a.id, a.email from sojourn.application a join
		sojourn.university u on u.id = a.university_id and u.code = 'CNU'
		where a.state = 'issued' limit 1`);
	const pending = await act(b, issued.id,
		{ decision: "new_email", value: "neu2@cnu.example", reason: "반송" });
	assert.equal(pending.sent.status, 303);
	assert.deepEqual(pending.codes, ["pending"]);
	assert.equal(value("select email from sojourn.application where id = $1",
		[issued.id]), issued.email);
});

test("R2: on leave at home: no approval stands", async () => {
	const [id] = applicants(1, { prefix: "S", state: "approved" });
	const b = desk("cnu");
	assert.deepEqual((await act(b, id, { decision: "status_change",
		value: "leave", reason: "휴학" })).codes, ["done"]);
	assert.equal(state(id), "held");
	assert.equal((await act(b, id, { decision: "status_change",
		value: "graduated" })).status, 422);
});

test("S2: two mailboxes for one number: the university decides whose it is", async () => {
	const [first] = applicants(1, { prefix: "Z", door: "web" });
	const [second] = applicants(1, { prefix: "Z", door: "web", state: "withdrawn" });
	sql(`update sojourn.application set email = 'echt@cnu.example' where id = $1`, [second]);
	sql(`update sojourn.application set rival_id = $1, identity = 'doubtful'
		where id = $2`, [second, first]);
	const b = desk("cnu");
	const page = await b.get(`/partner/students/${first}`);
	assert.equal(page.one("[data-claim]").getAttribute("data-claim"), "rival");
	assert.match(page.say("[data-claim]"), /echt@cnu\.example/);
	const csrf = page.form().fields;
	const settled = await b.follow(await b.post(`/partner/students/${first}`,
		[...csrf.filter(([k]) => ["csrf", "request"].includes(k)),
			["decision", "settle"], ["value", "rival"]]));
	assert.deepEqual(settled.codes, ["done"]);
	assert.deepEqual(sql(`select email, identity from sojourn.application where
		id = $1`, [first]), [{ email: "echt@cnu.example", identity: "new" }]);
	assert.equal(settled.one("[data-claim]"), null);
});

test("R33: what the students do is a feed", async () => {
	const [p] = sql(`select a.person_id, a.term_id from sojourn.application a join
		sojourn.university u on u.id = a.university_id and u.code = 'CNU'
		where a.state = 'issued' order by a.id limit 1`);
	const [s] = sql("select id, code from sojourn.section where term_id = $1 limit 1",
		[p.term_id]);
	sql(`insert into sojourn.audit (told_at, person_id, program, act,
		object_kind, object_id, outcome) values (sojourn.now(), $1,
		'register', 'enrol', 'section', $2, 'done')`, [p.person_id, s.id]);
	const page = await desk("cnu").get("/partner/feed");
	assert.ok(page.one(`tr[data-act='enrol'][data-section='${s.code}']`));
	const other = await desk("kaist").get("/partner/feed");
	assert.equal(other.one("tr[data-act]"), null);
});

test("a student is found by the temporary ID as well; one of another university is nobody's", async () => {
	const [mine] = sql(`select a.id, i.id as login from sojourn.application a join sojourn.university u
		on u.id = a.university_id and u.code = 'CNU' join sojourn.temporary_id i on i.person_id = a.person_id
		where a.state = 'issued' order by a.id limit 1`);
	const b = desk("cnu");
	const page = await b.follow(await b.get(`/partner/students/${mine.login}`));
	assert.equal(page.status, 200);
	assert.equal(new URL(page.url).pathname, `/partner/students/${mine.id}`);
	assert.match(page.text, new RegExp(mine.login));
	for (const other of [mine.login, "E259999999", "x", "999999999999999999"])
		assert.equal((await b.follow(await (other === mine.login ? desk("kaist") : b)
			.get(`/partner/students/${other}`))).status, 404, other);
});
