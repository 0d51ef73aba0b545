// The checker against the real system with one guard taken out (T6): it must
// say what is broken.  A part of check-chaos alone, because nothing of the
// product is tested.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { sql } from "../fixture.mjs";
import { check } from "./checker.mjs";
import { drive } from "./drive.mjs";
import { guards } from "./guards.mjs";
import { harvest, prepare } from "./ground.mjs";
import { plan } from "./plan.mjs";

const size = { seconds: 8, steps: 60, people: 80, sections: 12, staff: 12, kills: {} };

async function run(seed, more, sqlBefore)
{
	const own = { ...size, ...more };
	const ground = await prepare(seed, own);
	sql(sqlBefore);
	const done = await drive(ground, plan(seed, ground, own), own.seconds);
	return check({ world: ground.world, clock: ground.clock, calls: done.calls,
		...harvest(ground.since) });
}

for (const [name, kinds, text, more] of guards)
	test(`T6: seen to be gone: ${name}`, async () => {
		let found = [];
		for (let seed = 1; seed <= 8; seed++) {
			found = await run(seed, more ?? {}, text);
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
