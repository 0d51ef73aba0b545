// S13: two read the audit while batches of a rush wait: one does the work, the
// other waits, and each line becomes a row once, also when one of them dies.
import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { reset, sql, until, value } from "../fixture.mjs";
import { switchOff, switchOn } from "../services.mjs";
import { Session } from "./sessions.mjs";

const LINES = 900;
// To ask for it makes rows of what waits.
const made = () => Number(value("select count(*) from sojourn.audit where request_id = 'waits'"));
const waiting = () => Number(value("select count(*) from sojourn.audit_batch"));
let a, b, was;

// Nobody else reads it meanwhile.
before(async () => {
	await reset();
	await switchOff("clerk");
});
after(() => switchOn("clerk"));
beforeEach(() => {
	was = made();
	sql(`insert into sojourn.audit_batch (first_id, lines)
		select (q.l[1]).id, q.l from (
			select array_agg(row (nextval('sojourn.audit_id_seq'), now(), n, n, 5, 7,
				'waits', 3, 6, 12, 40, g)::sojourn.batch_line) as l
			  from generate_series(1, ${LINES / 3}) g cross join generate_series(1, 3) n
			 group by g) q`);
	[a, b] = [new Session(), new Session()];
});
afterEach(() => [a, b].forEach((s) => s.end()));

// The first has made rows of most of them and not committed; the second waits.
async function both()
{
	const [first] = await a.run("select pg_backend_pid()");
	const [second] = await b.run("select pg_backend_pid()");
	assert.deepEqual(await a.run("begin; select sojourn.audit_settle(null, 1)"), ["750"]);
	const done = b.run("select sojourn.audit_settle()");
	await until(() => value(`select wait_event_type from pg_stat_activity where pid = $1`,
		[second]) === "Lock");
	return { first, done };
}

test("who waited finds what the other did, and does the rest", async () => {
	const { done } = await both();
	await a.run("commit");
	assert.deepEqual(await done, ["150"]);
	assert.equal(waiting(), 0);
	assert.equal(made() - was, LINES);
});

test("where one dies in the middle the other does all of it", async () => {
	const { first, done } = await both();
	sql("select pg_terminate_backend($1::int)", [first]);
	assert.deepEqual(await done, [String(LINES)]);
	assert.equal(waiting(), 0);
	assert.equal(made() - was, LINES);
});
