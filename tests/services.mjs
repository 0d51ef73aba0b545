// The processes of the instance, by the names of their services.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { variable } from "./fixture.mjs";

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
