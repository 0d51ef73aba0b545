// T2: before the checker judges anything it finds what is planted for it, and
// finds nothing where nothing is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "./checker.mjs";
import { plants, random } from "./plants.mjs";
import { good } from "./pretend.mjs";
import { Chance } from "./random.mjs";

const clone = (h) => JSON.parse(JSON.stringify(h));

test("T2: a hundred good histories pass", () => {
	for (let seed = 1; seed <= 100; seed++)
		assert.deepEqual(check(clone(good(seed))), [], `seed ${seed}`);
});

test("T2: a good history has something to judge", () => {
	const seen = new Set(Array.from({ length: 20 }, (_, i) => good(i + 1))
		.flatMap((h) => h.requests.flatMap((r) => r.results.map((x) => x.o))));
	for (const outcome of ["done", "full", "credits", "conflict", "duplicate", "gone",
		"closed", "not-open-to-exchange", "not-recommended", "invalid"])
		assert.ok(seen.has(outcome), outcome);
});

test("T2: there are at least thirty plants, each of a name of its own", () => {
	assert.ok(plants.length >= 30);
	assert.equal(new Set(plants.map((p) => p.name)).size, plants.length);
});

for (const plant of plants)
	test(`T2: found: ${plant.name}`, () => {
		assert.deepEqual(check(clone(plant.sound())), [], "good before it was broken");
		const found = check(clone(plant.make()));
		assert.ok(found.some((f) => f.kind === plant.kind),
			`${plant.kind} in ${JSON.stringify(found)}`);
	});

for (const plant of random)
	test(`T2: found in fifty large histories: ${plant.name}`, () => {
		let made = 0;
		for (let seed = 1; seed <= 50; seed++) {
			const h = plant.make(seed, new Chance(seed));
			if (h === null)
				continue;
			made++;
			assert.ok(check(clone(h)).length > 0, `seed ${seed}`);
		}
		assert.ok(made >= 10, `${made} made`);
	});
