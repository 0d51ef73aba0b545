// The history checker at work: students and staff over HTTP while programs, the
// database's processes and the database die, then the proof.  SEED=n runs one
// plan; CHAOS=full many and longer ones.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { variable } from "../fixture.mjs";
import { check } from "./checker.mjs";
import { sojourn } from "../http/cli/sojourn.mjs";
import { drive } from "./drive.mjs";
import { harvest, prepare } from "./ground.mjs";
import { plan } from "./plan.mjs";
import { Chance } from "./random.mjs";
import { Log } from "./wal.mjs";

const full = process.env.CHAOS === "full";
const first = Number(process.env.SEED ?? 1);
const runs = process.env.SEED || !full ? 1 : 8;
const PREFIXES = full ? 25 : 3;		// of each run's log (T1)
const size = full ? { seconds: 45, steps: 200, people: 200, sections: 24, staff: 60,
	kills: { session: 20, register: 8, staff: 3, backend: 4, worker: 3, postmaster: 4 } } :
	{ seconds: 7, steps: 40, people: 80, sections: 12, staff: 12,
		kills: { session: 2, register: 1, backend: 1, worker: 1, postmaster: 1 } };

// A line for the reader: how much there was to prove.
function figures(t, history, run)
{
	const told = {};
	for (const c of history.calls)
		for (const [, o] of c.items ?? [["", `none-${c.status}`]])
			told[o] = (told[o] ?? 0) + 1;
	t.diagnostic(`${run.acts} acts, ${history.calls.length} requests in ${run.seconds.toFixed(1)} s; ` +
		`killed ${JSON.stringify(run.killed)}; ${history.requests.length} decided, ` +
		`${history.audit.length} rows of audit, ` +
		`${history.calls.filter((c) => c.offered && c.items?.[0][1] === "done").length} offers taken; told ${JSON.stringify(told)}`);
}

// T1: the log up to some moment is a sound state: doctor is content, and the
// checker finds in it all that was acknowledged by then.
async function prefixes(t, log, history, since, seed)
{
	const there = [];
	const moments = await log.end(new Chance(seed), PREFIXES);
	for (const lsn of moments) {
		const until = log.until(lsn);
		const calls = history.calls.map((c) => (c.ended <= until ? c :
			{ ...c, items: null, status: 0 }));
		await log.open(lsn);
		try {
			const then = { ...history, calls, ...harvest(since, log.socket) };
			assert.deepEqual(log.topics(), [], `doctor at ${lsn}`);
			assert.deepEqual(check(then).slice(0, 20), [], `the log up to ${lsn}`);
			there.push(then.requests.length);
			if (lsn === moments.at(-1))
				assert.equal(log.doctor(), "", `sojourn doctor at ${lsn}`);
		} finally {
			log.close();
		}
	}
	t.diagnostic(`${there.length} prefixes of the log, with ${there} decided requests`);
}

// What was found is looked at by hand, too.
function keep(t, history, seed)
{
	const file = `${variable}/log/chaos-${seed}.json`;
	writeFileSync(file, JSON.stringify(history));
	t.diagnostic(`the history is in ${file}`);
}

async function prove(t, log, history, since, seed)
{
	const found = check(history);
	assert.deepEqual(found.slice(0, 20), [], `${found.length} violations`);
	const doctor = sojourn(["doctor"]);
	assert.equal(doctor.status, 0, doctor.out + doctor.err);
	assert.ok(history.requests.length > 50, "there was something to prove");
	await prefixes(t, log, history, since, seed);
}

for (let seed = first; seed < first + runs; seed++)
	test(`nothing is oversold, lost or done twice while parts are killed, seed ${seed}`, async (t) => {
		const ground = await prepare(seed, size);
		const log = new Log();
		t.after(() => log.remove());
		await log.begin();
		const run = await drive(ground, plan(seed, ground, size), size.seconds,
			(still) => log.watch(still));
		const history = { world: ground.world, clock: ground.clock, calls: run.calls,
			...harvest(ground.since) };
		figures(t, history, run);
		try {
			await prove(t, log, history, ground.since, seed);
		} catch (error) {
			keep(t, history, seed);
			throw error;
		}
	});
