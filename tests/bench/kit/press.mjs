// The rush for the benchmarks of register: students, sections, and what one
// run of the load generator found.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { base, clock, reset, sql, value } from "../../fixture.mjs";
import { build, crowd, work } from "../load/crowd.mjs";
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
	sql(`alter table sojourn.section_seat drop constraint section_seat_capacity_check;
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

// One run of wrk with a script: requests a second, latencies in ms, and the CPU
// of each part in µs a request.
export function press(name, args, { seconds = 3, connections = 64,
	programs = ["register"] } = {})
{
	const before = spent(...programs);
	const out = execFileSync("wrk", ["-t2", `-c${connections}`, `-d${seconds}s`,
		"-s", script(name), base, "--", `${work}/tokens.txt`, ...args.map(String)],
	{ encoding: "utf8" });
	const after = spent(...programs);
	const [requests, us, bad, p50, p99, p999] =
		/^@ (.*)$/m.exec(out)[1].split(" ").map(Number);
	const cpu = per(before, after, requests);
	return { requests, bad, out, rate: requests / us * 1e6, p50: p50 / 1000,
		p99: p99 / 1000, p999: p999 / 1000, cpu,
		all: Object.values(cpu).reduce((a, b) => a + b) };
}
