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

// Kills a service's process and returns its number.  There must be one: as an
// argument of kill, -1 ("none" in the supervisor's words) means every process.
export function kill(service, signal = "SIGKILL")
{
	const n = pid(service);
	assert.ok(n > 1, `${service} runs`);
	process.kill(n, signal);
	return n;
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
	if (found.length === 0)
		return false;
	process.kill(found[0], "SIGKILL");
	return true;
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
