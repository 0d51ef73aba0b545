// T3: every order of two or three sessions over enrol, cancel, swap, close and
// capacity: what is left is what one after the other would have left.  Each
// session has two steps, its act and its commit; whoever has to wait goes on
// when he may.  A failure names its acts and its order; ORDER="acts/order" runs
// that alone, as in ORDER="swap,close/0110".
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { a, acts, alone, ground, open, people, picture, session } from "./acts.mjs";

const full = process.env.CHAOS === "full";
const names = Object.keys(acts);
let crew;

before(async () => {
	await open();
	crew = [await session(), await session(), await session()];
});
after(() => [a, ...crew].forEach((s) => s.end()));

// All ways to lay the steps of k sessions one after the other.
function orders(k)
{
	const out = [];
	const lay = (done, left) => {
		if (left.every((n) => n === 0))
			out.push(done);
		left.forEach((n, s) => n > 0 &&
			lay(done + s, left.map((m, i) => i === s ? m - 1 : m)));
	};
	lay("", Array(k).fill(2));
	return out;
}
const permutations = (list) => list.length < 2 ? [list] : list.flatMap((x, i) =>
	permutations(list.filter((_, j) => j !== i)).map((rest) => [x, ...rest]));
const act = (combo, s) => acts[combo[s]](people[4 + s]);

// What is left when they act one after the other, for each order of them.
const known = new Map();
async function serial(combo)
{
	const key = combo.join();
	if (!known.has(key)) {
		const ends = [];
		for (const turn of permutations(combo.map((_, s) => s)))
			ends.push(await alone(turn.map((s) => act(combo, s))));
		known.set(key, ends);
	}
	return known.get(key);
}

async function play(combo, order)
{
	await ground();
	const chains = combo.map(() => Promise.resolve());
	const begun = combo.map(() => false);
	for (const s of [...order].map(Number)) {
		const step = begun[s] ? "commit" : `begin; ${act(combo, s)}`;
		begun[s] = true;
		chains[s] = chains[s].then(() => crew[s].run(step));
		await Promise.race([chains[s], sleep(8)]);
	}
	await Promise.all(chains);
}

// Whoever only counts what is free may look before another has given a seat
// back, and be refused: then a seat stays free, and nothing else is different.
const gives = ["cancel", "swap", "close"];
const enrolled = (end) => end.split(" ").filter((r) => /\|enrolled$/.test(r));
function fits(end, ends, combo)
{
	if (ends.includes(end))
		return true;
	return combo.some((x) => gives.includes(x)) && ends.some((other) => {
		const there = enrolled(other);
		return enrolled(end).every((r) => there.includes(r));
	});
}

async function look(combo, order)
{
	const what = `ORDER="${combo.join()}/${order}"`;
	const ends = await serial(combo);
	try {
		await play(combo, order);
	} catch (error) {
		assert.fail(`${what}: ${error.message}`);
	}
	const end = await picture(what);
	assert.ok(fits(end, ends, combo), `${what}: ${end}\n${ends.join("\n")}`);
}

// A third of a million are too many: as many as there is time for, from a seed.
let dice = Number(process.env.SEED ?? 1);
function roll(list)
{
	dice = (dice * 1103515245 + 12345) % 2147483648;
	return list[Math.floor(dice / 65536) % list.length];
}

const two = orders(2), three = orders(3);
if (process.env.ORDER) {
	test(process.env.ORDER, () => {
		const [combo, order] = process.env.ORDER.split("/");
		return look(combo.split(","), order);
	});
} else {
	test("T3: two acts at the same time", async () => {
		for (const x of names)
			for (const y of names)
				for (const order of full ? two : ["0101"])
					await look([x, y], order);
	});

	test("T3: two acts in other orders, three at the same time", async () => {
		for (let n = full ? 2500 : 15; n > 0; n--) {
			await look([roll(names), roll(names)], roll(two));
			await look([roll(names), roll(names), roll(names)], roll(three));
		}
	});
}
