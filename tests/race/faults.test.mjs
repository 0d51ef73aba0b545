// F1, F3, F4: the database's processes are killed while students press.  What
// was answered "done" is there, and pressing the same form again is safe.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { clock, reset, sql, until, value } from "../fixture.mjs";
import { logins, student, unsound } from "../http/register/student.mjs";

let crowd, codes;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	crowd = [];
	for (const login of logins(30)) {
		const b = student(login);
		const p = await b.get("/register/confirmation");
		b.csrf = p.one("input[name=csrf]").getAttribute("value");
		b.login = login;
		crowd.push(b);
	}
	codes = sql(`select s.code from sojourn.section s join sojourn.term t
		on t.id = s.term_id and t.code = '2025-2' join sojourn.section_seat f
		on f.section_id = s.id where s.open_to_exchange and f.capacity >= 30
		and not exists (select from sojourn.section_time x where x.section_id = s.id
		 and x.day < 6) order by 1`).map((r) => r.code);
	if (codes.length < 2)
		codes = ["BIO5012-01", "CHE6022-01"];
});

const has = (login, code) => Number(value(`select count(*) from sojourn.enrolment e
	join sojourn.section s on s.id = e.section_id
	join sojourn.account a on a.person_id = e.person_id
	where a.login = $1 and s.code = $2`, [login, code])) === 1;

test("processes of the database die under load: nothing acknowledged is lost", async () => {
	const code = codes[0];
	sql(`update sojourn.section_seat set capacity = 100 where section_id in
		(select id from sojourn.section where code = $1)`, [code]);
	let killing = true;
	// What takes its process with it again and again is set aside (the last test):
	// between two kills somebody gets through.
	const through = () => value("select count(*)::int from sojourn.enrolment");
	const killer = (async () => {
		while (killing) {
			sql(`select count(pg_terminate_backend(pid)) from pg_stat_activity
				where usename = 'sojourn_register'`);
			const n = through();
			await sleep(120);
			await until(() => !killing || through() > n);
		}
	})();
	const said = [];
	await Promise.all(crowd.map(async (b, i) => {
		await sleep(i * 15);
		const request = `fault-request-${i}`;
		const p = await b.post("/register/enrol", { csrf: b.csrf, request, section: code });
		said.push({ b, request, status: p.status });
	}));
	killing = false;
	await killer;
	for (const { b, status } of said) {
		assert.ok([303, 422, 429].includes(status), `${b.login}: ${status}`);
		if (status === 303)
			assert.ok(has(b.login, code), `${b.login} was told it is done`);
	}
	// Who was told to try again presses again: one effect.
	for (const { b, request, status } of said.filter((s) => s.status === 429)) {
		const p = await b.post("/register/enrol", { csrf: b.csrf, request, section: code });
		assert.equal(p.status, 303, `${b.login} after ${status}`);
	}
	for (const { b } of said)
		assert.ok(has(b.login, code));
	assert.equal(Number(value(`select count(*) from sojourn.audit
		where request_id like 'fault-request-%' and outcome = 'done'`)), crowd.length);
	assert.deepEqual(unsound(), []);
});

test("F5: a request that cannot be decided does not harm its neighbours", async () => {
	const code = codes[1], [poisoned] = crowd;
	sql(`update sojourn.section_seat set capacity = 100 where section_id in
		(select id from sojourn.section where code = $1)`, [code]);
	sql(`create function public.poison() returns trigger language plpgsql as $$
		begin
			if new.person_id = (select person_id from sojourn.account
			    where login = '${poisoned.login}') then
				raise exception 'poison';
			end if;
			return new;
		end $$;
		create trigger poison before insert on sojourn.enrolment
		for each row execute function public.poison();`);
	try {
		const said = await Promise.all(crowd.map(async (b, i) => ({ b,
			p: await b.post("/register/enrol", { csrf: b.csrf,
				request: `poison-request-${i}`, section: code }) })));
		for (const { b, p } of said) {
			assert.equal(p.status, b === poisoned ? 500 : 303, b.login);
			assert.equal(has(b.login, code), b !== poisoned);
		}
		assert.match(said[0].p.text, /our side/i);
	} finally {
		sql("drop trigger poison on sojourn.enrolment; drop function public.poison();");
	}
	// What failed has claimed nothing: the same form works now.
	const p = await poisoned.post("/register/enrol", { csrf: poisoned.csrf,
		request: "poison-request-0", section: code });
	assert.equal(p.status, 303);
	assert.ok(has(poisoned.login, code));
	assert.deepEqual(unsound(), []);
});

test("F5: a request that takes its server process with it is set aside, its neighbours are not", async () => {
	const code = codes[1], [, killer] = crowd;
	sql("delete from sojourn.enrolment");
	sql("update sojourn.section_seat set taken = 0");
	sql(`create function public.poison() returns trigger language plpgsql security definer as $$
		begin
			if new.person_id = (select person_id from sojourn.account
			    where login = '${killer.login}') then
				perform pg_terminate_backend(pg_backend_pid());
				perform pg_sleep(1);
			end if;
			return new;
		end $$;
		create trigger poison before insert on sojourn.enrolment
		for each row execute function public.poison();`);
	const press = (b, i) => b.post("/register/enrol", { csrf: b.csrf,
		request: `killer-request-${i}`, section: code });
	try {
		const said = await Promise.all(crowd.map(async (b, i) => ({ b, p: await press(b, i) })));
		for (const { b, p } of said) {
			assert.equal(p.status, b === killer ? 500 : 303, b.login);
			assert.equal(has(b.login, code), b !== killer);
		}
	} finally {
		sql("drop trigger poison on sojourn.enrolment; drop function public.poison();");
	}
	assert.equal((await press(killer, 1)).status, 303);
	assert.deepEqual(unsound(), []);
});
