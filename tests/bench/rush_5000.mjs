// rush_5000: answers a second with 5,000 connected students, each of whom takes
// and gives back a section for ever and waits 2 s after `busy`; ratio to the
// peak at 256.  Also at 500 and 2,000, and with 5,000 who never wait.
import { clock, reset, sql } from "../fixture.mjs";
import { build, crowd, load } from "./load/crowd.mjs";
import { figure, median } from "./figure.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

await reset();
clock("register", { jobs: false });
build();
crowd(5000);

// What the run before has left in the queues is served to its end first.
async function run(clients, seconds, ...more)
{
	sql("truncate sojourn.enrolment, sojourn.request, sojourn.refusal");
	sql("update sojourn.section_seat set taken = 0 where taken <> 0");
	sql("update sojourn.session set last_seen = clock_timestamp()");
	sql("vacuum analyze sojourn.section_seat");
	sql("checkpoint");
	const r = await load(["-m", "acts", "-c", clients, "-t", seconds, ...more]);
	if (r.server > 0 || r.other > 0)
		throw new Error(`answers that are none: ${JSON.stringify(r)}`);
	await sleep(clients > 1000 ? 4000 : 500);
	return r;
}

const runs = { 256: [], 500: [], 2000: [], 5000: [], rash: [] };
for (let i = 0; i < ROUNDS; i++) {
	runs[256].push(await run(256, 4));
	runs[500].push(await run(500, 4));
	runs[2000].push(await run(2000, 6));
	runs[5000].push(await run(5000, 10));
	runs.rash.push(await run(5000, 10, "-w", 0));
}

const mid = (of, key) => median(runs[of].map((r) => r[key]));
const peak = mid(256, "rate");
figure("rush_peak", peak, "answers/s");
for (const [name, of] of [["rush_500", 500], ["rush_2000", 2000], ["rush_5000", 5000],
	["rush_5000_impatient", "rash"]]) {
	figure(name, mid(of, "rate"), "answers/s", mid(of, "rate") / peak);
	for (const key of ["p50", "p99", "p999"])
		figure(`${name}_${key}`, mid(of, key), "ms");
	const sum = (key) => runs[of].reduce((n, r) => n + r[key], 0);
	for (const key of ["server", "broken", "busy", "starved"])
		figure(`${name}_${key === "server" ? "5xx" : key}`, sum(key), "in_all_runs");
	figure(`${name}_longest`, Math.max(...runs[of].map((r) => r.longest)), "s_without_answer");
}
await reset();
