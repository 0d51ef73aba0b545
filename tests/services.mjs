// The processes of the instance, by the names of their services.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { until, variable } from "./fixture.mjs";

export const services = () => readdirSync(`${variable}/service`)
	.filter((name) => !name.startsWith("."));

// The process of a service; undefined while there is none.
export function pid(service)
{
	const n = Number(execFileSync("s6-svstat", ["-o", "pid",
		`${variable}/service/${service}`], { encoding: "utf8" }));
	return Number.isInteger(n) && n > 1 ? n : undefined;
}

// Signals a process; false when it has ended already.
function reached(n, name)
{
	try {
		process.kill(n, name);
		return true;
	} catch (e) {
		if (e.code === "ESRCH")
			return false;
		throw e;
	}
}

// Kills a service's process and returns its number.  There must be one: as an
// argument of kill, -1 ("none" in the supervisor's words) means every process.
// A process that ended of itself, or by an earlier kill, stands in its status
// until the supervisor has written the next one's number: then that is killed.
export function kill(service, signal = "SIGKILL")
{
	const pause = new Int32Array(new SharedArrayBuffer(4));
	for (let tries = 0; tries < 250; tries++) {
		const n = pid(service);
		if (n > 1 && reached(n, signal))
			return n;
		Atomics.wait(pause, 0, 0, 20);
	}
	assert.fail(`${service} does not run`);
}

// Processes whose parent is p.
function children(p)
{
	return readdirSync("/proc").filter((n) => /^\d+$/.test(n)).map(Number).filter((n) => {
		try {
			const stat = readFileSync(`/proc/${n}/stat`, "latin1");
			return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === p;
		} catch {
			return false;
		}
	});
}

const title = (n) => {
	try {
		return readFileSync(`/proc/${n}/cmdline`, "latin1").replaceAll("\0", " ");
	} catch {
		return "";
	}
};

// Kills one child of a service whose title fits; false when there is none.
export function killChild(service, pattern)
{
	const parent = pid(service);
	const found = parent ? children(parent).filter((n) => pattern.test(title(n))) : [];
	return found.length > 0 && reached(found[0], "SIGKILL");
}

// Signals one process by its number.
export function signal(n, name)
{
	assert.ok(Number.isInteger(n) && n > 1, `a process: ${n}`);
	process.kill(n, name);
}

const svc = (service, what) => execFileSync("s6-svc", [what,
	`${variable}/service/${service}`]);

// Ends a service that stays down until it is switched on again.
export async function switchOff(service)
{
	svc(service, "-d");
	await until(() => pid(service) === undefined, 15);
}
export const switchOn = (service) => svc(service, "-u");
