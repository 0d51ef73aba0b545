// sojourn.decide and its neighbours in several sessions of the database at once:
// one that is undone, and many at random.  Every order: orders.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { acts, decide, ground, ids, open, people, picture, sections, session }
	from "./acts.mjs";

let a, b;

before(async () => {
	a = await open();
	b = await session();
});
after(() => {
	a.end();
	b.end();
});

test("T3: what is rolled back has no effect on the other", async () => {
	for (const x of Object.keys(acts))
		for (const y of Object.keys(acts)) {
			await ground();
			await a.run(acts[y](people[5]));
			const alone = await picture();
			await ground();
			await a.run("begin");
			await a.run(acts[x](people[4]));
			const second = b.run(acts[y](people[5]));
			await Promise.race([second, sleep(10)]);
			await a.run("rollback");
			await second;
			const what = `${x} undone, ${y}`;
			assert.equal(await picture(what), alone, what);
		}
});

test("many sessions at random: no deadlock, nothing oversold, no limit broken", async () => {
	await ground();
	await a.run(`update sojourn.section_seat set capacity = 3 where section_id in (${Object.values(ids)})`);
	const crew = await Promise.all(Array.from({ length: 8 }, session));
	const pick = (list) => list[Math.floor(Math.random() * list.length)];
	const one = () => {
		const p = pick(people);
		const kind = Math.random();
		if (kind < 0.25)
			return decide(p, "cancel", [], [pick(sections)]);
		if (kind < 0.45)
			return decide(p, "swap", [pick(sections)], [pick(sections)]);
		return decide(p, "enrol", sections.filter(() => Math.random() < 0.6)
			.concat(pick(sections)).sort(() => Math.random() - 0.5));
	};
	await Promise.all(crew.map(async (s) => {
		for (let i = 0; i < 40; i++)
			await s.run(one());
		s.end();
	}));
	await picture("at random");
});
