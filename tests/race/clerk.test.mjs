// F12: clerk dies in the middle of a job: nothing of it is there, and the next
// one does it, once: the mails and jobs are those of a run that nobody cut off.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { clock, reset, sql, until, value } from "../fixture.mjs";
import { kill, pid } from "../services.mjs";

after(() => clock("apply", { jobs: false }));

const done = () => value("select count(*)::int from sojourn.job_next(sojourn.now())") === 0;

// A week goes by while `act` runs; the jobs that ran and the mails they made.
async function week(act = () => {})
{
	await reset();
	await until(() => value("select count(*)::int from sojourn.job_run") > 0, 10);
	clock("register", { jobs: false });
	// Of the purges that are due at the same time the last is done alone: where
	// the week begins must not depend on how far clerk has got.
	await until(done, 30);
	await act(() => sql(`update sojourn.demo_clock
		set distance = '2025-08-21 18:01+09'::timestamptz - clock_timestamp()`));
	await until(done, 30);
	return { mails: sql(`select kind, to_address, params, count(*)::int as n from sojourn.outbox
		group by 1, 2, 3 order by 1, 2, 3`),
	jobs: sql(`select job, due_at, result, count(*)::int as n from sojourn.job_run
		where job <> 'start' group by 1, 2, 3 order by 2, 1`) };
}

test("F12: what clerk was cut off in is done once, as if nobody had", async () => {
	const whole = await week((go) => go());
	assert.ok(whole.jobs.length > 5 && whole.mails.length > 10);
	const cut = await week(async (go) => {
		// The third job of the week, or the next, is held open where it writes
		// its result.
		sql(`create table public.held (job text);
			create function public.hold() returns trigger language plpgsql
			security definer as $$ begin
				if (select count(*) from sojourn.job_run r where r.result is not null
				    and r.due_at > '2025-08-18 09:00+09') >= 2
				    and not exists (select from public.held) then
					perform pg_sleep(5);
				end if;
				return new;
			end $$;
			create trigger hold before update on sojourn.job_run
			for each row execute function public.hold();`);
		go();
		await until(() => value(`select count(*)::int from pg_stat_activity
			where usename = 'sojourn_clerk' and wait_event = 'PgSleep'`) === 1, 15);
		const old = kill("clerk");
		sql(`insert into public.held values ('cut');
			select count(pg_terminate_backend(pid)) from pg_stat_activity
			 where usename = 'sojourn_clerk' and wait_event = 'PgSleep';`);
		await until(() => pid("clerk") > 1 && pid("clerk") !== old, 10);
	});
	assert.equal(value("select count(*)::int from public.held"), 1);
	assert.deepEqual(cut.jobs, whole.jobs);
	assert.deepEqual(cut.mails, whole.mails);
});
