// What is going to be tried in a run, from one number: who asks for what in
// which order, what staff do, what is killed and when.  Only how far it gets
// before the time is over depends on the machine.
import { Chance } from "./random.mjs";

// Credits and times as a student believes them, so that most acts of a plan are
// possible when nobody else is in the way.
class Belief {
	constructor(world, id)
	{
		this.world = world;
		this.max = world.students[id].max;
		this.mine = new Set();
	}

	credits()
	{
		return [...this.mine].reduce((s, c) => s + this.world.sections[c].credits, 0);
	}

	add(code)
	{
		if (this.credits() + this.world.sections[code].credits <= this.max)
			this.mine.add(code);
	}
}

// Hot sections are asked for half of the time.
function any(c, codes, hot)
{
	return c.hits(0.5) ? c.pick(codes.slice(0, hot)) : c.pick(codes);
}

// Joining a waiting list, leaving it, or taking what it may have offered: whoever
// waits looks again and again.
function wait(c, lists, belief)
{
	const again = belief.waits !== undefined && c.hits(0.8);
	belief.waits = again ? belief.waits : c.pick(lists);
	return { act: "wait", take: [belief.waits], give: [],
		decision: c.weighed(again ? { add: 2, take: 8, remove: 0.5 } :
			{ add: 4, take: 1, remove: 1 }) };
}

function act(c, codes, hot, belief)
{
	const mine = [...belief.mine];
	const give = mine.length && c.hits(0.93) ? c.pick(mine) : c.pick(codes);
	switch (mine.length < 2 ? "enrol" : c.weighed({ enrol: 5, cancel: 3, swap: 3 })) {
	case "cancel":
		belief.mine.delete(give);
		return { act: "cancel", take: [], give: [give] };
	case "swap": {
		let take = any(c, codes, hot);
		while (take === give)
			take = c.pick(codes);
		belief.mine.delete(give);
		belief.add(take);
		return { act: "swap", take: [take], give: [give] };
	}
	default: {
		const take = Array.from({ length: c.pick([1, 1, 2, 3, 4]) }, () => any(c, codes, hot));
		take.forEach((code) => belief.add(code));
		return { act: "enrol", take, give: [] };
	}
	}
}

// How a press is sent: once, as a double click, and what is done when no answer
// comes: the same id again, a new page with a new id, or nothing.
function press(c, seed, id, n)
{
	return { request: `chaos-${seed}-${id}-${n}-${c.word(6)}`,
		copies: c.weighed({ 1: 8, 2: 2, 3: 0.5 }) | 0,
		patience: c.weighed({ again: 6, anew: 2, none: 2 }),
		wait: Math.floor(-Math.log(1 - c.next()) * 250) };
}

// {students: {id: [step, …]}, staff: [step, …], kills: [{at, what}, …]}
// of a world, fought for in the sections `codes`.
export function plan(seed, { world, codes }, { steps, seconds, staff, kills })
{
	const c = new Chance(seed);
	const lists = codes.filter((code) => world.sections[code].waits);
	const hot = Math.max(2, Math.floor(codes.length / 4));
	const out = { seed, students: {}, staff: [], kills: [] };
	for (const id of Object.keys(world.students)) {
		const own = new Chance(c.below(2 ** 31));
		const belief = new Belief(world, id);
		out.students[id] = Array.from({ length: steps }, (_, n) => ({
			...lists.length && own.hits(0.2) ? wait(own, lists, belief) : act(own, codes, hot, belief), ...press(own, seed, id, n) }));
	}
	for (let i = 0; i < staff; i++)
		out.staff.push({ at: (seconds * 1000 * (i + c.next())) / staff,
			act: i === Math.floor(staff / 2) || c.hits(0.05) ? "close" : "capacity",
			section: any(c, codes, hot), capacity: c.pick([0, 2, 4, 8, 12, 20, 30, 45]),
			request: `chaos-${seed}-staff-${i}-${c.word(6)}`,
			copies: c.hits(0.2) ? 2 : 1 });
	for (const [what, n] of Object.entries(kills))
		for (let i = 0; i < n; i++)
			out.kills.push({ what, at: seconds * 1000 * (0.08 + 0.8 * ((i + c.next()) / n)) });
	out.kills.sort((a, b) => a.at - b.at);
	return out;
}
