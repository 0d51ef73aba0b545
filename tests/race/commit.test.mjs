// F1, F3, F4, F6: the moments between the press and the answer, each made to
// happen.  A trigger that fires at the commit holds it open or breaks it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { base, clock, reset, slower, sql, until, value, variable } from "../fixture.mjs";
import { logins, student, unsound } from "../http/register/student.mjs";
import { kill, pid, signal } from "../services.mjs";
import { Register, end, queued } from "./rig.mjs";

const full = process.env.CHAOS === "full";
const code = "BIO5012-01", N = 12;
let crowd, run = 0;

before(async () => {
	await reset();
	clock("register", { jobs: false });
	crowd = [];
	for (const login of logins(N)) {
		const b = student(login);
		const p = await b.get("/register/confirmation");
		b.csrf = p.one("input[name=csrf]").getAttribute("value");
		b.login = login;
		crowd.push(b);
	}
});
after(end);
beforeEach(() => {
	run++;
	sql("delete from sojourn.enrolment");
	sql("update sojourn.section_seat set taken = 0");
	sql(`update sojourn.section_seat set capacity = ${N - 2} where section_id in
		(select id from sojourn.section where code = $1)`, [code]);
});

const id = (i) => `commit-${run}-${i}`;
const press = async (i) => {
	const b = crowd[i];
	const at = Date.now();
	const p = await b.post("/register/enrol", { csrf: b.csrf, request: id(i), section: code });
	return { i, page: p, status: p.status, codes: p.codes, ms: Date.now() - at };
};
const everybody = () => Promise.all(crowd.map((_, i) => press(i)));
const has = (i) => Number(value(`select count(*) from sojourn.enrolment e
	join sojourn.account a on a.person_id = e.person_id where a.login = $1`,
[crowd[i].login])) === 1;
const effects = () => Number(value(`select count(*) from sojourn.audit
	where request_id like $1 and outcome = 'done'`, [`commit-${run}-%`]));

// In the body of atCommit(): the commit is held open until release().
const HELD = `while exists (select from public.held) loop
	perform pg_sleep(0.02); end loop;`;
const release = () => sql("delete from public.held");

// What happens at the commit of every enrolment while `act` runs.
async function atCommit(body, act)
{
	sql(`create table public.held as select 1 as one;
		create function public.at_commit() returns trigger language plpgsql
		security definer as $$ begin ${body} return null; end $$;
		create constraint trigger at_commit after insert on sojourn.enrolment
		deferrable initially deferred
		for each row execute function public.at_commit();`);
	try {
		return await act();
	} finally {
		release();
		sql("drop function public.at_commit() cascade; drop table public.held;");
	}
}
const backend = () => sql(`select pid, state from pg_stat_activity
	where usename = 'sojourn_register' and query like '%register_api.decide_%'
	order by query_start desc limit 1`)[0];
const deciding = () => until(() => backend()?.state === "active", 5);

test("F1: rows had come, then the commit failed: nobody is told it is done", async () => {
	const said = await atCommit(`
		if new.person_id = (select person_id from sojourn.account
		    where login = '${crowd[3].login}') then
			raise exception 'at the commit';
		end if;`, everybody);
	const done = said.filter((s) => s.status === 303).map((s) => s.i);
	assert.equal(said[3].status, 500);
	assert.equal(has(3), false);
	// The neighbours get what single calls would give: the first ten of them.
	assert.deepEqual(done.filter((i) => !has(i)), []);
	assert.equal(done.length, N - 2);
	assert.deepEqual(said.filter((s) => s.status === 422).map((s) => s.codes), [["full"]]);
	assert.deepEqual(unsound(), []);
});

test("F3: the program dies between the commit and the answer: the retry has the result", async () => {
	const [first] = await atCommit(HELD, async () => {
		const said = press(0);
		await deciding();
		const old = pid("register");
		signal(old, "SIGSTOP");
		release();
		await until(() => has(0), 5);
		kill("register");
		await until(() => pid("register") > 1 && pid("register") !== old, 8);
		return Promise.all([said]);
	});
	// nginx sends it once more to the program that came after; else one presses.
	assert.ok([303, 429].includes(first.status), `${first.status}`);
	const again = await until(async () => {
		const r = await press(0);
		return r.status !== 429 && r;
	}, 10);
	assert.equal(again.status, 303);
	assert.ok((await crowd[0].follow(again.page)).codes.includes("already"));
	assert.equal(effects(), 1);
	assert.deepEqual(unsound(), []);
});

test("F4: the batch's server process dies before the commit: wholly done again, in order", async () => {
	const said = await atCommit(HELD, async () => {
		const all = everybody();
		await deciding();
		signal(backend().pid, "SIGKILL");
		await until(() => {
			try {
				release();
				return true;
			} catch {	// all of them start anew
				return false;
			}
		}, 15);
		return all;
	});
	// 429 is allowed to whoever could not be told in time; pressed again, all
	// have one effect.
	for (const s of said)
		assert.ok([303, 422, 429].includes(s.status), `${s.i}: ${s.status}`);
	for (const s of said.filter((x) => x.status === 303))
		assert.ok(has(s.i));
	await until(async () => (await everybody()).every((s) => s.status !== 429), 15);
	assert.equal(effects(), N - 2);
	assert.deepEqual(unsound(), []);
});

test("F4: committed, but the connection ended first: answered as it was decided", async () => {
	// A process that has committed cannot be stopped between commit and answer
	// from outside; the program is, and its connection is cut meanwhile.
	const said = await atCommit(HELD, async () => {
		const all = press(0);
		await deciding();
		const { pid: server } = backend();
		const program = pid("register");
		signal(program, "SIGSTOP");
		signal(server, "SIGSTOP");
		const socket = value(`select count(*)::int from pg_stat_activity where pid = $1`, [server]);
		assert.equal(socket, 1);
		signal(server, "SIGCONT");
		release();
		await until(() => has(0), 5);
		sql("select pg_terminate_backend($1)", [server]);
		await sleep(100);
		signal(program, "SIGCONT");
		return all;
	});
	assert.equal(said.status, 303, "decided once, told");
	assert.ok(has(0));
	assert.equal(effects(), 1);
});

test("F6: a server that hangs ends by our deadline: busy in time, nothing lost, one effect", async () => {
	const own = await new Register({ settings: { patience: 3 } }).start();
	const ask = (i) => own.post(crowd[i], "/register/enrol", { request: id(i), section: code });
	const done = (i) => until(async () => (await ask(i)).status === 303, 60);
	await done(1);		// there is a connection
	const { pid: server } = backend();
	signal(server, "SIGSTOP");
	try {
		for (const s of await Promise.all([0, 2, 3].map(ask))) {
			assert.equal(s.status, 429, "nobody knows");
			assert.ok(s.ms < 6500 * slower(), `${s.ms} ms: twice the patience less a second`);
		}
		// The next one finds a connection that lives.
		await done(4);
	} finally {
		signal(server, "SIGCONT");
	}
	for (const i of [0, 2, 3])
		await done(i);
	assert.equal(effects(), 5);
	assert.deepEqual(unsound(), []);
	await own.stop();
});

if (full)
	test("F6: a page waits once more on another connection, and not for ever", async () => {
		const all = () => sql("select pid from pg_stat_activity where usename = 'sojourn_register'")
			.map((r) => r.pid);
		const others = all();
		const own = await new Register({ settings: { patience: 3, pool: 1 },
			timeout: 2 }).start();
		const seen = () => until(async () => (await own.get(crowd[0], "/register")).status === 200, 60);
		await seen();
		const mine = all().filter((n) => !others.includes(n));
		assert.ok(mine.length > 0);
		const stopped = [...mine];
		stopped.forEach((n) => signal(n, "SIGSTOP"));
		try {
			const page = await own.get(crowd[0], "/register");
			assert.ok([200, 429].includes(page.status), `${page.status}`);
			assert.ok(page.ms > 2900 && page.ms < 7200 * slower(), `${page.ms} ms`);
			// Now the new one hangs, too, and so does whoever gives out others.
			stopped.push(...all().filter((n) => !others.includes(n) && !mine.includes(n)),
				pid("postgresql"));
			stopped.forEach((n) => signal(n, "SIGSTOP"));
			const none = await own.get(crowd[0], "/register");
			assert.equal(none.status, 429);
			assert.ok(none.ms < 7200 * slower(), `${none.ms} ms: 1.4 times the patience and a connection`);
		} finally {
			stopped.forEach((n) => signal(n, "SIGCONT"));
		}
		await seen();
		await own.stop();
	});

test("F6: who has gone away before the decision is not registered; the others are", async () => {
	const gone = new AbortController();
	const log = () => readFileSync(`${variable}/log/access.log`, "utf8");
	const from = log().length;
	const said = await atCommit(`
		if new.person_id = (select person_id from sojourn.account
		    where login = '${crowd[0].login}') then
			${HELD}
		end if;`, async () => {
		const socket = `${variable}/run/register.sock`;
		const before = await queued(socket);
		const first = press(0);
		await deciding();
		const b = crowd[1];
		const left = fetch(new URL("/register/enrol", base), { method: "POST", redirect: "manual",
			signal: gone.signal, headers: { cookie: b.cookie, origin: new URL(base).origin },
			body: new URLSearchParams({ csrf: b.csrf, request: id(1), section: code }) });
		const third = press(2);
		await until(async () => await queued(socket) === before + 3, 5);
		gone.abort();
		await assert.rejects(left);
		// nginx has told the program.
		await until(() => / \/register\/enrol 499 /.test(log().slice(from)), 5);
		release();
		return Promise.all([first, third]);
	});
	assert.deepEqual(said.map((s) => s.status), [303, 303]);
	assert.deepEqual([0, 1, 2].map(has), [true, false, true]);
	assert.equal(value("select count(*)::int from sojourn.audit where request_id = $1", [id(1)]), 0);
	assert.equal((await press(1)).status, 303, "comes back later");
});

test("F8: one form in two processes at the same time has one effect", async () => {
	const own = await new Register().start();
	const fields = (i) => ({ request: id(i), section: code });
	for (let i = 0; i < 8; i++) {
		const said = await Promise.all([press(i), press(i),
			own.post(crowd[i], "/register/enrol", fields(i)),
			own.post(crowd[i], "/register/enrol", fields(i))]);
		assert.deepEqual(said.map((s) => s.status), [303, 303, 303, 303]);
	}
	assert.equal(effects(), 8);
	// After a cancel the old form does not bring it back, in neither process.
	const cancelled = await crowd[0].post("/register/cancel",
		{ csrf: crowd[0].csrf, request: `cancel-${run}-0`, section: code });
	assert.ok([303, 422].includes(cancelled.status));
	sql("delete from sojourn.enrolment where person_id = (select person_id from sojourn.account where login = $1)",
		[crowd[0].login]);
	assert.equal((await own.post(crowd[0], "/register/enrol", fields(0))).status, 303);
	assert.equal((await press(0)).status, 303);
	assert.equal(has(0), false);
	await own.stop();
});

test("F13: SIGTERM: what waits is decided and told, then the program ends", async () => {
	const own = await new Register().start();
	const ask = (i) => own.post(crowd[i], "/register/enrol", { request: id(i), section: code });
	const [said, { code: status }] = await atCommit(HELD, async () => {
		const all = Promise.all(crowd.map((_, i) => ask(i)));
		await deciding();
		await until(async () => await queued(own.socket) === N, 5);
		const ended = own.stop("SIGTERM");
		release();
		return Promise.all([all, ended]);
	});
	assert.equal(status, 0);
	for (const [i, s] of said.entries()) {
		assert.ok([303, 422].includes(s.status), `${i}: ${s.status}`);
		assert.equal(has(i), s.status === 303);
	}
});

test("F13: the queue is full: busy at once, nothing of it decided", async () => {
	const own = await new Register({ settings: { queue: 4 } }).start();
	const ask = (i) => own.post(crowd[i], "/register/enrol", { request: id(i), section: code });
	const said = await atCommit(`
		if new.person_id = (select person_id from sojourn.account
		    where login = '${crowd[0].login}') then
			${HELD}
		end if;`, async () => {
		let told = 0;
		const first = ask(0);
		await deciding();
		const others = crowd.slice(1).map((_, i) => ask(i + 1).finally(() => told++));
		await until(() => told === N - 5, 2);
		release();
		return Promise.all([first, ...others]);
	});
	const busy = said.flatMap((s, i) => s.status === 429 ? [i] : []);
	assert.equal(busy.length, N - 5, "one being decided, four waiting");
	for (const i of busy) {
		assert.ok(said[i].ms < 3000 * slower(), `${said[i].ms} ms: long before its patience ends`);
		assert.equal(has(i), false);
	}
	assert.equal(effects(), 5);
	await own.stop();
});
