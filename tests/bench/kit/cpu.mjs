// CPU that the parts of the instance have used, from the scheduler's own
// counters, so that other work on the machine does not count.
import { readFileSync, readdirSync } from "node:fs";
import { variable } from "../../fixture.mjs";

const read = (path) => {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
};
const first = (path) => Number(read(path).split("\n")[0]);

// The processes of each part: { nginx: [pid…], postgres: […], register: […] }.
export function processes(...programs)
{
	const web = first(`${variable}/nginx/nginx.pid`);
	const db = first(`${variable}/pg/postmaster.pid`);
	const found = { nginx: [], postgres: [] };
	for (const name of programs)
		found[name] = [];
	for (const pid of readdirSync("/proc").filter((n) => /^\d+$/.test(n)).map(Number)) {
		const stat = read(`/proc/${pid}/stat`);
		const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
		const command = read(`/proc/${pid}/cmdline`).split("\0")[0];
		if (pid === web || parent === web)
			found.nginx.push(pid);
		else if (pid === db || parent === db)
			found.postgres.push(pid);
		else if (command.startsWith(variable) && !command.includes(" "))
			found[command.split("/").pop()]?.push(pid);
	}
	return found;
}

// Microseconds of CPU of all threads of each part until now.
export function spent(parts)
{
	const sum = {};
	for (const [name, pids] of Object.entries(parts)) {
		sum[name] = 0;
		for (const pid of pids) {
			let threads = [];
			try {
				threads = readdirSync(`/proc/${pid}/task`);
			} catch {
				continue;	// it has ended
			}
			for (const t of threads)
				sum[name] += Number(read(
					`/proc/${pid}/task/${t}/schedstat`).split(" ")[0]) / 1000;
		}
	}
	return sum;
}

// Microseconds per request of each part between two calls of spent().
export function per(before, after, requests)
{
	return Object.fromEntries(Object.keys(before).map((name) =>
		[name, (after[name] - before[name]) / requests]));
}

// Private memory of a process in MB.
export function memory(pid)
{
	let kb = 0;
	for (const line of read(`/proc/${pid}/smaps_rollup`).matchAll(/^Private_\w+:\s+(\d+)/gm))
		kb += Number(line[1]);
	return kb / 1024;
}
