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

// Microseconds of CPU that all threads of one process have used.
function used(pid)
{
	let threads = [], us = 0;
	try {
		threads = readdirSync(`/proc/${pid}/task`);
	} catch {
		return 0;	// it has ended
	}
	for (const t of threads)
		us += Number(read(`/proc/${pid}/task/${t}/schedstat`).split(" ")[0]) / 1000;
	return us;
}

// What each process of each part has used until now.
export function spent(...programs)
{
	const parts = Object.entries(processes(...programs));
	return Object.fromEntries(parts.map(([name, pids]) =>
		[name, new Map(pids.map((pid) => [pid, used(pid)]))]));
}

// Microseconds per request of each part between two calls of spent(); a
// process that was not there before has used all of its own in between.
export function per(before, after, requests)
{
	return Object.fromEntries(Object.entries(after).map(([name, pids]) => {
		let us = 0;
		for (const [pid, now] of pids)
			us += now - (before[name].get(pid) ?? 0);
		return [name, us / requests];
	}));
}

// Private memory of a process in MB.
export function memory(pid)
{
	let kb = 0;
	for (const line of read(`/proc/${pid}/smaps_rollup`).matchAll(/^Private_\w+:\s+(\d+)/gm))
		kb += Number(line[1]);
	return kb / 1024;
}
