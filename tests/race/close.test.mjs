// R32, R55: what the office does once happens once: a section closed by two
// people while students press, and a list asked for by two clerks.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, reset, sql, value } from "../fixture.mjs";
import { logins, student, unsound } from "../http/register/student.mjs";
import { desk } from "../http/staff/desk.mjs";
import { Session } from "./sessions.mjs";

let crowd, ids;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(40);
	crowd = [];
	for (const login of ids) {
		const b = student(login);
		const p = await b.get("/register/confirmation");
		crowd.push({ b, login, csrf: p.one("input[name=csrf]").getAttribute("value") });
	}
});
const press = async ({ b, csrf, login }, path, fields) => {
	const p = await b.post(path, { csrf, ...fields });
	return { login, done: p.status === 303 };
};
const of = (kind) => sql(`select a.login from sojourn.outbox o
	join sojourn.account a on a.id = o.account_id where o.kind = $1
	order by a.login`, [kind]).map((r) => r.login);

test("R32: two close it while forty register, cancel and swap: once for each", async () => {
	const code = "BIO5012-01", other = "CHE6022-01";
	for (const c of crowd.slice(0, 12))
		await press(c, "/register/enrol", { section: code });
	const staff = [desk("academic"), desk("admin")];
	const pages = await Promise.all(staff.map((s) =>
		s.get(`/staff/sections?term=2025-2&section=${code}`)));
	const acts = crowd.map((c, i) => () => press(c, ...(i < 4 ?
		["/register/cancel", { section: code }] : i < 8 ?
		["/register/swap", { drop: code, add: other }] :
		["/register/enrol", { section: code }])));
	acts.splice(10, 0, ...staff.map((s, i) => () => s.submit(pages[i],
		{ reason: "too few" }, { action: "/staff/sections/close" })));
	const said = await Promise.all(acts.map((a) => a()));
	assert.deepEqual(said.filter((s) => s.codes).map((s) => s.codes[0]).sort(), ["already", "done"]);
	const lost = sql(`select a.login from sojourn.enrolment e
		join sojourn.account a on a.person_id = e.person_id
		join sojourn.section s on s.id = e.section_id and s.code = $1
		where e.state = 'closed_by_host' order by a.login`, [code]).map((r) => r.login);
	assert.ok(lost.length > 3, String(lost.length));
	assert.equal(value(`select count(*)::int from sojourn.enrolment e join sojourn.section s
		on s.id = e.section_id and s.code = $1 where e.holds_seat`, [code]), 0);
	assert.deepEqual(of("section-closed"), lost, "a mail for each, and for nobody else");
	assert.deepEqual(sql(`select a.login from sojourn.substitute x join sojourn.account a
		on a.person_id = x.person_id order by a.login`).map((r) => r.login), lost);
	assert.equal(value("select count(*)::int from sojourn.audit where act = 'closed-by-host'"), lost.length);
	// Whoever was told "done" lost it, or had left before.
	const gone = said.slice(0).filter((s) => s.login && s.done).map((s) => s.login);
	for (const login of gone.filter((l) => ids.indexOf(l) >= 8))
		assert.ok(lost.includes(login), login);
	assert.deepEqual(unsound(), []);
	assert.equal(sql("select * from cli_api.doctor_enrolments()").length, 0);
});

test("R55: two clerks make the lists at once: one version for each university", async () => {
	// The clock stays: at that time the site's own clerk would make them too.
	const clerks = [new Session(), new Session(), new Session()];
	try {
		const made = await Promise.all(clerks.map((c) => c.run(
			"select sojourn.job_lists('2025-08-25 08:00+09') ->> 'lists'")));
		const counts = made.map(([n]) => Number(n)).sort((a, b) => a - b);
		assert.deepEqual(counts.slice(0, 2), [0, 0]);
		assert.equal(value("select count(*)::int from sojourn.final_list"), counts[2]);
		assert.equal(value("select max(version) from sojourn.final_list"), 1);
		assert.equal(sql("select * from cli_api.doctor_final_lists()").length, 0);
	} finally {
		for (const c of clerks)
			c.end();
	}
});
