// sojourn status and jobs: what runs, what is open, what waits, what is due.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql } from "../../fixture.mjs";
import { switchOff, switchOn } from "../../services.mjs";
import { sojourn } from "./sojourn.mjs";

before(async () => { await reset(); clock("apply"); });

test("status: windows with their state, queues with their counts", () => {
	const { out } = sojourn(["status"]);
	assert.match(out, /APPLY +2025-07-21T00:00:00\+09:00 +2025-08-14T18:00:00\+09:00 +open, [78] hours left/);
	assert.match(out, /WITHDRAW +2025-09-08T09:00:00\+09:00 +2025-09-30T18:00:00\+09:00 +opens in 2\d days/);
	assert.match(out, /^to-issue +2 /m);
	assert.match(out, /^ {2}public +it answers/m);
});

test("status TERM shows another term; an unknown one ends with 1", () => {
	assert.match(sojourn(["status", "2018-1"]).out, /Windows of 2018-1/);
	const { status, err } = sojourn(["status", "2031-2"]);
	assert.equal(status, 1);
	assert.match(err, /2031-2/);
});

test("jobs run: what is due, once; by name also what is not; no other", async (t) => {
	// It would be there first.
	await switchOff("clerk");
	t.after(() => switchOn("clerk"));
	sql("delete from sojourn.job_run");
	sql(`insert into sojourn.job_run (job, due_at)
		values ('start', '2025-08-10 00:00+09')`);
	const first = sojourn(["jobs", "run"]);
	assert.equal(first.status, 0);
	assert.match(first.out, /^2025-08-11T00:00:00\+09:00 open \{"windows": 1\}/m);
	assert.match(sojourn(["jobs", "run"]).out, /nothing is due/);
	assert.match(sojourn(["jobs", "run", "open"]).out, /^2025-08-14T\S+ open/);
	assert.equal(sojourn(["jobs", "run", "sell"]).status, 1);
	assert.match(sojourn(["jobs"]).out, /^close +2025-08-12/m);
});
