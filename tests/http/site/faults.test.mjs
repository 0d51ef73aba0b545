// What a visitor sees while parts of the system die: never a 5xx, never an
// answer that was not true (F3, F6, F13; contract section 1).
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, clock, reset, slower, sql, until, value } from "../../fixture.mjs";
import { kill, pid } from "../../services.mjs";
import { student } from "../register/student.mjs";

before(async () => {
	await reset();
	clock("register", { jobs: false });
});
after(() => clock("apply", { jobs: false }));

// Asks a page again and again while `act` runs; the statuses that came.
async function during(path, act)
{
	const seen = new Map();
	let going = true;
	const ask = async () => {
		const b = new Browser();
		while (going) {
			let status;
			try {
				status = (await b.get(path)).status;
			} catch {
				status = "no answer";
			}
			seen.set(status, (seen.get(status) ?? 0) + 1);
		}
	};
	const all = [ask(), ask(), ask(), ask()];
	await act();
	going = false;
	await Promise.all(all);
	return seen;
}

const alive = (path) => until(async () => (await new Browser().get(path)).status === 200, 8);

test("F4: every session of the database ended under load: pages wait or say busy", async () => {
	const seen = await during("/courses", async () => {
		for (let i = 0; i < 5; i++)
			sql(`do $$ begin perform pg_terminate_backend(pid)
				from pg_stat_activity where usename like 'sojourn\\_%'; end $$;`);
		await alive("/courses");
	});
	assert.deepEqual([...seen.keys()].filter((s) => s !== 200 && s !== 429), []);
	assert.ok(seen.get(200) > 0);
});

test("the database killed: back within 5 seconds, busy until then", async () => {
	const started = Date.now();
	const seen = await during("/courses", async () => {
		kill("postgresql");
		await until(() => {
			try {
				return value("select 1") === 1;
			} catch {
				return false;
			}
		}, 10);
		await alive("/courses");
	});
	assert.deepEqual([...seen.keys()].filter((s) => s !== 200 && s !== 429), []);
	assert.ok(Date.now() - started < 30_000 * slower());
});

test("a program killed again and again: no request fails", async () => {
	const seen = await during("/courses/BIO5012-01", async () => {
		for (let i = 0; i < 3; i++) {
			const old = kill("public");
			await until(() => pid("public") > 1 && pid("public") !== old, 8);
			await alive("/courses/BIO5012-01");
		}
	});
	assert.deepEqual([...seen.keys()].filter((s) => s !== 200 && s !== 429), []);
});

test("F3: an act whose answer was lost is done once; the retry says already", async () => {
	const login = value(`select t.id from sojourn.temporary_id t
		join sojourn.term x on x.id = t.term_id and x.code = '2025-2'
		where t.serial = 31`);
	const b = student(login);
	const page = await b.get("/register");
	const form = page.form("/register/enrol");
	const fields = [...form.fields.filter(([k]) => k !== "section"), ["section", "BIO5012-01"]];
	const first = await b.post(form.action, fields);
	assert.equal(first.status, 303);
	kill("register");
	const again = await until(async () => {
		const r = await b.post(form.action, fields);
		return r.status === 303 && r;
	}, 8);
	const shown = await b.follow(again);
	assert.ok(shown.codes.length > 0);
	assert.equal(value(`select count(*)::int from sojourn.enrolment e
		join sojourn.temporary_id t on t.person_id = e.person_id
		where t.id = $1`, [login]), 1);
});

test("a changed function under a running program: prepared again, page goes on", async () => {
	assert.equal((await new Browser().get("/")).status, 200);
	const before = value(`select pg_get_functiondef('public_api.notices(text)'::regprocedure)`);
	sql(`drop function public_api.notices(text);
		create function public_api.notices(p_lang text)
		returns table (id integer, text text, shown_from date, more integer)
		language sql stable security definer set search_path = sojourn, pg_temp
		as $$ select n.id, n.text_en, n.shown_from::date, 1 from sojourn.notice n $$;
		alter function public_api.notices(text) owner to public_owner;
		grant execute on function public_api.notices(text) to sojourn_public;`);
	for (let i = 0; i < 5; i++)
		assert.equal((await new Browser().get("/")).status, 200);
	sql(`drop function public_api.notices(text); ${before};
		alter function public_api.notices(text) owner to public_owner;
		grant execute on function public_api.notices(text) to sojourn_public;`);
	assert.equal((await new Browser().get("/")).status, 200);
});
