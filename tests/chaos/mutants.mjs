// The checker against the real system with one guard taken out (T6): it must
// say what is broken.  A part of check-chaos alone, because nothing of the
// product is tested.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { sql } from "../fixture.mjs";
import { check } from "./checker.mjs";
import { drive } from "./drive.mjs";
import { harvest, prepare } from "./ground.mjs";
import { plan } from "./plan.mjs";

const size = { seconds: 8, steps: 60, people: 80, sections: 12, staff: 12, kills: {} };

// Puts other words into a function of the schema.
const change = (name, ...pairs) => `do $mutant$
	declare v text; w text;
	begin
		select pg_get_functiondef(p.oid) into v from pg_proc p
		 where p.pronamespace = 'sojourn'::regnamespace and p.proname = '${name}';
		${pairs.map(([a, b]) => `w := replace(v, $a$${a}$a$, $b$${b}$b$);
		if w = v then raise exception 'nothing to take out of ${name}'; end if;
		v := w;`).join("\n")}
		execute v;
	end $mutant$;`;

// [what is taken out, what the checker must say, how]
const mutants = [
	["the count of seats", ["oversold"], change("decide_round",
		["s.free <= 0", "false"], ["c.free <", "c.free + 9999 <"]) +
		"\nalter table sojourn.section_seat drop constraint section_seat_check;"],
	["the credit limit", ["credits"], change("decide_round",
		["s.have + s.credits > s.max_credits", "false"])],
	["the overlap of times", ["overlap"], change("decide_round",
		["s.other is not null", "false"])],
	["the sections closed to exchange", ["exchange"], change("decide_round",
		["not s.open_to_exchange", "false"])],
	["the seats that are given back", ["seats"], change("decide_round",
		["d.change <> 0", "d.change > 0"])],
	["the request ids seen before", ["answer", "twice", "lost", "happened"], change("decide_read",
		["d.id is not null", "false"])],
	["the order of arrival", ["queue"], change("decide_round",
		["partition by c.take order by c.i", "partition by c.take order by c.i desc"])],
	["the count of refusals", ["counted"], change("decide_write",
		["f.n + excluded.n", "f.n"])],
];

async function run(seed, more, sqlBefore)
{
	const ground = await prepare(seed, { ...size, ...more });
	sql(sqlBefore);
	const done = await drive(ground, plan(seed, ground, { ...size, ...more }), size.seconds);
	return check({ world: ground.world, clock: ground.clock, calls: done.calls,
		...harvest(ground.since) });
}

for (const [name, kinds, text] of mutants)
	test(`T6: seen to be gone: ${name}`, async () => {
		let found = [];
		for (let seed = 1; seed <= 4; seed++) {
			found = await run(seed, {}, text);
			if (found.some((f) => kinds.includes(f.kind)))
				return;
		}
		assert.fail(`${kinds} not in ${JSON.stringify(found.slice(0, 10))}`);
	});

test("T6: seen to be lost: what was answered before it was on the disk", async () => {
	let found = [];
	for (let seed = 1; seed <= 8; seed++) {
		found = await run(seed, { kills: { backend: 2, postmaster: 1 } },
			`alter role sojourn_register set synchronous_commit = off;
			alter system set wal_writer_delay = '10s';
			select pg_reload_conf();`);
		if (found.some((f) => f.kind === "lost"))
			return;
	}
	assert.fail(JSON.stringify(found.slice(0, 10)));
});

after(() => sql(`alter role sojourn_register reset synchronous_commit;
	alter system reset wal_writer_delay;
	select pg_reload_conf();`));
