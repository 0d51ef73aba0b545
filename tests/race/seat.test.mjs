// Fifty sessions and one seat, through nginx and the program, counted in the
// database: exactly one each time.  Then with cancels, swaps and a capacity
// that changes while the fifty press.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, reset, sql, value } from "../fixture.mjs";
import { capacity, logins, student, taken, unsound } from "../http/register/student.mjs";

const ROUNDS = 10;
let crowd;

// A browser per student with the token of its forms.
before(async () => {
	await reset();
	clock("register", { jobs: false });
	crowd = [];
	for (const login of logins(50)) {
		const b = student(login);
		const p = await b.get("/register/confirmation");
		b.csrf = p.one("input[name=csrf]").getAttribute("value");
		b.login = login;
		crowd.push(b);
	}
	assert.equal(crowd.length, 50);
});

const press = async (b, path, fields) => {
	const p = await b.post(path, { csrf: b.csrf, ...fields });
	return { login: b.login, status: p.status, done: p.status === 303,
		codes: p.status === 303 ? [] : p.codes };
};
const enrol = (b, section) => press(b, "/register/enrol", { section });
const rows = (code) => Number(value(`select count(*) from sojourn.enrolment e
	join sojourn.section s on s.id = e.section_id join sojourn.term t
	on t.id = s.term_id and t.code = '2025-2' where s.code = $1`, [code]));
const holder = (code) => value(`select a.login from sojourn.enrolment e
	join sojourn.account a on a.person_id = e.person_id
	join sojourn.section s on s.id = e.section_id join sojourn.term t
	on t.id = s.term_id and t.code = '2025-2' where s.code = $1`, [code]);
const open = sql.bind(null, `select s.code from sojourn.section s
	join sojourn.term t on t.id = s.term_id and t.code = '2025-2'
	where s.open_to_exchange and s.state = 'open' order by s.code`);

test(`50 sessions, 1 seat, ${ROUNDS} rounds: exactly 1 each`, async () => {
	const codes = open().map((r) => r.code).slice(0, ROUNDS);
	for (const code of codes) {
		sql("delete from sojourn.enrolment");
		sql("update sojourn.section_seat set taken = 0");
		capacity(code, 1);
		const said = await Promise.all(crowd.map((b) => enrol(b, code)));
		assert.equal(rows(code), 1, code);
		assert.equal(taken(code), 1, code);
		const done = said.filter((s) => s.done);
		assert.equal(done.length, 1, code);
		assert.equal(holder(code), done[0].login, "who was told has it");
		for (const s of said.filter((x) => !x.done))
			assert.deepEqual([s.status, s.codes], [422, ["full"]]);
	}
	assert.deepEqual(unsound(), []);
});

test("the holder cancels while the others press: never two, the seat not lost", async () => {
	const code = open()[20].code;
	sql("delete from sojourn.enrolment");
	sql("update sojourn.section_seat set taken = 0");
	capacity(code, 1);
	await enrol(crowd[0], code);
	for (let round = 0; round < ROUNDS; round++) {
		const now = crowd.find((b) => b.login === holder(code));
		const others = crowd.filter((b) => b !== now);
		const acts = others.map((b) => () => enrol(b, code));
		acts.splice(10 + round, 0, () => press(now, "/register/cancel", { section: code }));
		const said = await Promise.all(acts.map((a) => a()));
		const done = said.filter((s) => s.done && s.login !== now.login);
		assert.equal(said.find((s) => s.login === now.login).done, true);
		assert.ok(done.length <= 1);
		assert.equal(rows(code), done.length);
		assert.equal(taken(code), done.length);
		// Who came too late for the freed seat gets it now.
		if (done.length === 0)
			assert.equal((await enrol(others[0], code)).done, true);
		assert.equal(rows(code), 1);
	}
	assert.deepEqual(unsound(), []);
});

test("the capacity changes while they press: never more than it allows", async () => {
	const code = open()[30].code;
	for (let round = 0; round < 4; round++) {
		sql("delete from sojourn.enrolment");
		sql("update sojourn.section_seat set taken = 0");
		capacity(code, 0);
		const most = 1 + round % 3;
		const first = crowd.slice(0, 25).map((b) => enrol(b, code));
		const raised = (async () => capacity(code, most))();
		const said = await Promise.all([...first, raised,
			...crowd.slice(25).map((b) => enrol(b, code))]);
		const done = said.filter((s) => s?.done).length;
		assert.ok(done <= most, `${done} of ${most}`);
		assert.equal(rows(code), done);
		const more = await Promise.all(crowd.map((b) => enrol(b, code)));
		assert.equal(done + more.filter((s) => s.done).length, most);
		assert.equal(rows(code), most);
		assert.equal(taken(code), most);
	}
	assert.deepEqual(unsound(), []);
});

test("one person presses fifty times at once: once, never over the limit", async () => {
	sql("delete from sojourn.enrolment");
	sql("update sojourn.section_seat set taken = 0");
	const [me] = crowd;
	const codes = open().map((r) => r.code).slice(0, 25);
	const said = await Promise.all([...codes, ...codes].map((code) => enrol(me, code)));
	const credits = Number(value("select sum(credits) from sojourn.enrolment where holds_seat"));
	assert.ok(credits > 0 && credits <= 12, `${credits} credits`);
	assert.equal(Number(value("select count(*) from sojourn.enrolment")),
		said.filter((s) => s.done).length);
	assert.deepEqual(sql("select * from cli_api.doctor_enrolments()"), []);
	assert.deepEqual(unsound(), []);
});

test("the same request fifty times at once: one effect", async () => {
	sql("delete from sojourn.enrolment");
	sql("update sojourn.section_seat set taken = 0");
	const [me] = crowd;
	const code = open()[3].code;
	const said = await Promise.all(Array.from({ length: 50 }, () =>
		press(me, "/register/enrol", { section: code, request: "the-same-request" })));
	assert.equal(said.filter((s) => s.done).length, 50, "done or already: 303");
	assert.equal(rows(code), 1);
	assert.equal(Number(value(`select count(*) from sojourn.audit
		where request_id = 'the-same-request'`)), 1);
});
