// The rush for the benchmarks of register: students, sections, and what one
// run of the load generator found.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { base, clock, reset, sql, value } from "../../fixture.mjs";
import { build, crowd, load, work } from "../load/crowd.mjs";
import { per, spent } from "./cpu.mjs";

const script = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

// n students, and sections BEN1001-01 … without times and with seats for
// everybody: as many as said, or so many that the term has `total`.  Returns
// their number.
export async function prepare(n, { sections = 500, total } = {})
{
	await reset();
	clock("register", { jobs: false });
	build();
	if (total !== undefined)
		sections = total - Number(value(`select count(*) from sojourn.section
			where term_id = sojourn.term_current('')`));
	crowd(n, sections);
	// The waiting room is measured by itself; the programs hear of it soon.
	sql("update sojourn.room set mode = 'off'");
	await sleep(3000);
	sql(`alter domain sojourn.capacity drop constraint capacity_check;
		update sojourn.section_seat set capacity = 1000000 where section_id in
		(select id from sojourn.section where code like 'BEN%');
		vacuum analyze sojourn.section_seat;`);
	return sections;
}

// Nobody is registered for anything; what the run before left on its way has
// a second to end.
export const empty = () => sql(`do $$ begin perform pg_sleep(1); end $$;
	truncate sojourn.enrolment;
	truncate sojourn.request;
	truncate sojourn.refusal;
	update sojourn.section_seat set taken = 0 where taken <> 0;
	vacuum sojourn.section_seat;
	checkpoint;`);

// The CPU of each part in µs a request, of what run() gave and all of it.
async function counted(programs, run)
{
	const before = spent(...programs);
	const done = await run();
	const cpu = per(before, spent(...programs), done.requests);
	return { ...done, cpu, all: Object.values(cpu).reduce((a, b) => a + b) };
}

// One run of registrations, every request another student's: "spread" over the
// sections, "hot" in one until all have had it, or "flow", with the page after
// each form.  Requests a second (forms and pages), latencies in ms.
export const turns = (kind, sections, { seconds = 3, connections = 64,
	programs = ["register"] } = {}) => counted(programs, async () => {
	const r = await load(["-m", "turns", "-1", "-j", 2, "-c", connections,
		"-t", seconds, "-n", sections, ...(kind === "hot" ? ["-H"] : []),
		...(kind === "flow" ? ["-F"] : [])]);
	return { ...r, requests: r.good, bad: r.busy + r.server + r.other + r.broken };
});

// One run of wrk with a script of pages.
export const press = (name, args, { seconds = 3, connections = 64,
	programs = ["register"] } = {}) => counted(programs, async () => {
	const out = execFileSync("wrk", ["-t2", `-c${connections}`, `-d${seconds}s`,
		"-s", script(name), base, "--", `${work}/tokens.txt`, ...args.map(String)],
	{ encoding: "utf8" });
	const [requests, us, bad, p50, p99, p999] =
		/^@ (.*)$/m.exec(out)[1].split(" ").map(Number);
	return { requests, bad, rate: requests / us * 1e6, p50: p50 / 1000,
		p99: p99 / 1000, p999: p999 / 1000 };
});
