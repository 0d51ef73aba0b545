// sojourn clock: shows, sets, advances, and runs the jobs on the way.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { reset, sql, value } from "../../fixture.mjs";
import { sojourn } from "./sojourn.mjs";

before(reset);

test("shows the demo's time, one line that a script can read", () => {
	sojourn(["clock", "set", "2025-08-14 10:00"]);
	const { status, out } = sojourn(["clock"]);
	assert.equal(status, 0);
	assert.match(out, /^2025-08-14T10:0[0-4]:\d\d\+09:00\n/);
});

test("set takes every written form", () => {
	for (const [form, told] of [
		["2025-08-18T09:00:00+09:00", "2025-08-18T09:00:00+09:00"],
		["2025-08-18 09:00", "2025-08-18T09:00:00+09:00"],
		["2025-08-18", "2025-08-18T00:00:00+09:00"],
		["2025-08-18T00:30Z", "2025-08-18T09:30:00+09:00"],
	]) {
		const { status, out } = sojourn(["clock", "set", form]);
		assert.equal(status, 0, form);
		assert.match(out, new RegExp(`^${told.slice(0, 17)
			.replace("+", "\\+")}`), form);
	}
});

test("times and durations that are none end with 2 and change nothing", () => {
	const at = value("select distance from sojourn.demo_clock");
	for (const args of [["set", "2025-02-31"], ["set", "25-08-18"],
		["set", "2025-08-18 24:00"], ["set", "now'; --"], ["set", ""],
		["set"], ["advance", "2"], ["advance", "-2h"], ["advance", "h"],
		["advance", "2h1d"], ["advance", "0h"], ["faster"],
		["advance", "99999999999999999999d"]]) {
		const { status, err } = sojourn(["clock", ...args]);
		assert.equal(status, 2, args.join(" "));
		assert.match(err, /usage: sojourn clock/, args.join(" "));
	}
	assert.equal(value("select distance from sojourn.demo_clock"), at);
});

test("going forward runs every job in between, in order", () => {
	sojourn(["clock", "set", "2025-08-14 10:00"]);
	sql("delete from sojourn.job_run");
	const { out } = sojourn(["clock", "advance", "4d"]);
	assert.match(out, /^2025-08-18T10:0[0-4]/);
	const jobs = sql(`select job, due_at from sojourn.job_run
		where job in ('open', 'close') order by ran_at, due_at`);
	assert.deepEqual(jobs.map((j) => j.job), ["close", "close", "open"]);
	assert.deepEqual(jobs.map((j) => j.due_at),
		[...jobs.map((j) => j.due_at)].sort());
});

test("real returns to the time of the world", () => {
	// From yesterday: the more time has passed since the demo's, the longer the way.
	sql("delete from sojourn.job_run; update sojourn.demo_clock set distance = interval '-1 day'");
	const { status, out } = sojourn(["clock", "real"]);
	assert.equal(status, 0);
	assert.ok(Math.abs(Date.parse(out.split("\n")[0]) - Date.now()) < 60e3);
});
