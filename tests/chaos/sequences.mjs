// Random worlds and sequences of batches for the model and the database alike
// (T2): all of it follows from one seed.
import { Chance } from "./random.mjs";

export const windows = {
	REGISTER: [Date.parse("2031-08-18T09:00:00+09:00"), Date.parse("2031-08-21T18:00:00+09:00")],
	CHANGE: [Date.parse("2031-09-01T09:00:00+09:00"), Date.parse("2031-09-07T18:00:00+09:00")],
};
export const codeOf = (n) => `TST50${String(n).padStart(2, "0")}-01`;

// A window's edges with a batch lying across them, and quiet moments.
const moments = [...Object.values(windows).flatMap(([a, b]) => [a - 5, a, a + 1, b - 5, b - 1, b]),
	windows.REGISTER[0] - 86_400_000, windows.REGISTER[1] + 86_400_000, windows.CHANGE[1] + 86_400_000];

// Ends of the time in which others may be added for what was closed (R32):
// before the moments that lie outside the windows, on them, beside them, after.
const substitutes = [windows.REGISTER[1] + 86_400_000, windows.REGISTER[1] + 86_400_003,
	windows.CHANGE[1] + 86_400_000, windows.CHANGE[1] + 86_400_003, windows.CHANGE[1] + 3 * 86_400_000];

function sections(c)
{
	const found = {};
	for (let n = 1; n <= 14; n++) {
		const days = c.some([1, 2, 3, 4, 5], c.pick([0, 1, 1, 2]));
		found[codeOf(n)] = { credits: 1 + c.below(3), exchange: !c.hits(0.1),
			state: c.hits(0.07) ? "closed" : "open",
			capacity: c.pick([0, 1, 1, 2, 2, 3, 5]), version: 1, held: 0, quotas: {},
			times: days.map((d) => {
				const from = 540 + 30 * c.below(6);
				return [d, from, from + 30 * (1 + c.below(3))];
			}) };
	}
	return found;
}

function students(c, all)
{
	const found = {};
	const free = Object.fromEntries(Object.entries(all).map(([k, s]) => [k, s.capacity]));
	for (let n = 1; n <= 12; n++) {
		const who = found[n] = { max: c.pick([3, 5, 6, 9, 12, 12, 18]), late: c.hits(0.08) ?
			windows.REGISTER[1] + 2 * 86_400_000 : 0, courses: {},
		university: n % 3 ? "TREG" : "TRE2", right: c.hits(0.85) ? "" : c.pick(["not-approved", "not-recommended", "suspended"]) };
		if (!c.hits(0.3))
			continue;
		// What cannot come about within these windows, but can be there.
		const code = c.pick(Object.keys(all));
		const state = c.pick(["withdrawn", "closed_by_host", "withdraw_requested", "enrolled"]);
		const seat = state.startsWith("with") ? state !== "withdrawn" : state === "enrolled";
		if (seat && (who.right.startsWith("not") || free[code] < 1 || all[code].state === "closed" || all[code].credits > who.max))
			continue;
		free[code] -= seat ? 1 : 0;
		who.courses[code] = state;
	}
	return found;
}

export function randomWorld(seed)
{
	const c = new Chance(seed);
	const all = sections(c);
	const world = { windows, cancelInRegister: !c.hits(0.2), most: 20, sections: all,
		students: students(c, all) };
	// A seat held back here and there (R2), where one is free.
	for (const [code, s] of Object.entries(all))
		if (c.hits(0.1) && Object.values(world.students).filter((w) =>
			w.courses[code]).length < s.capacity && s.state === "open")
			s.held = 1;
	return world;
}

// One thing a student asks for; often of a section that he has, or that is hot.
function ask(c, world, model)
{
	const all = Object.keys(world.sections);
	const student = c.hits(0.02) ? "99" : String(1 + c.below(12));
	const mine = Object.keys(model.world.students[student]?.courses ?? {});
	const any = () => c.hits(0.03) ? "NOP9999-01" : c.hits(0.5) ? c.pick(all.slice(0, 5)) : c.pick(all);
	const own = () => mine.length && c.hits(0.8) ? c.pick(mine) : any();
	const act = c.weighed({ enrol: 6, cancel: 2, swap: 2, many: 0.1, none: 0.1 });
	switch (act) {
	case "cancel":
		return { student, act, take: [], give: [own()] };
	case "swap": {
		const give = own();
		return { student, act, take: [c.hits(0.05) ? give : any()], give: [give] };
	}
	case "many":
		return { student, act: "enrol", give: [], take: Array.from({ length: 21 }, any) };
	case "none":
		return { student, act: "enrol", give: [], take: [""] };
	default:
		return { student, act, give: [], take: Array.from({ length: c.pick([1, 1, 1, 2, 3, 6]) }, any) };
	}
}

// The next step: a batch of requests, some of them sent before, in an order of
// arrival that is not the one of the array; or an act of staff.  The model is
// asked only for what students have, so that acts meet something.
export class Steps {
	constructor(seed, world, model)
	{
		Object.assign(this, { chance: new Chance(seed ^ 0x5eed), world, model, old: [], n: 0 });
		this.at = windows.REGISTER[0] + 3_600_000;
	}

	next()
	{
		const c = this.chance;
		// What the combiner sends again when it does not know how it ended.
		if (this.last?.requests?.every((r) => r.request) && c.hits(0.15))
			return this.last = { ...this.last, again: true };
		return this.last = this.fresh(c);
	}

	fresh(c)
	{
		if (this.till && c.hits(0.25))
			this.at = this.till - c.pick([8, 60_000]);
		else if (this.till && c.hits(0.2))
			this.at = c.pick(Object.values(windows))[1] - c.pick([3, 8]);
		else if (c.hits(0.12))
			this.at = c.pick(moments);
		else if (c.hits(0.2))
			this.at = c.pick([windows.REGISTER, windows.CHANGE])[0] + 3_600_000;
		const section = c.pick(Object.keys(this.world.sections));
		if (c.hits(0.08))
			return { staff: "capacity", section, capacity: c.below(5), request: `staff-${++this.n}` };
		if (c.hits(0.06))
			return { staff: "quota", section, university: c.pick(["TREG", "TRE2"]),
				seats: c.pick([null, 0, 1, 1, 2, 3]) };
		if (c.hits(0.05)) {
			this.till = c.pick([...substitutes, this.at + 3_600_000].filter((t) => t > this.at));
			return { staff: "close", section, request: `staff-${++this.n}`, at: this.at, till: this.till };
		}
		const requests = [...this.across(c), ...Array.from({ length: c.pick([1, 1, 2, 4, 8, 16]) }, () =>
			this.request())];
		const order = c.hits(0.5) ? requests.map((_, i) => i) : c.some(requests.map((_, i) => i), 99);
		return { requests, arrivals: order, at: this.at };
	}

	// What somebody who lost a section does while a window closes: gives a course
	// back before its end, and asks for others around it.
	across(c)
	{
		const lost = Object.entries(this.model.world.students).filter(([, who]) => who.lost &&
			Object.values(who.courses).includes("enrolled"));
		if (lost.length === 0 || !Object.values(windows).some(([, b]) => this.at < b && this.at + 8 >= b))
			return [];
		const [student, who] = c.pick(lost);
		const mine = Object.keys(who.courses).filter((k) => who.courses[k] === "enrolled");
		const take = () => [c.pick(Object.keys(this.world.sections)), c.pick(Object.keys(this.world.sections))];
		return [{ student, act: "cancel", take: [], give: [c.pick(mine)] },
			...[0, 0, 0].map(() => ({ student, act: "enrol", take: take(), give: [] }))]
			.map((r) => ({ ...r, request: `req-${++this.n}` }));
	}

	request()
	{
		const c = this.chance;
		const again = this.old.length && c.hits(0.15) ? c.pick(this.old.slice(-12)) : null;
		if (again)
			return again;
		const r = { ...ask(c, this.world, this.model),
			request: c.hits(0.1) ? "" : `req-${++this.n}` };
		if (r.request)
			this.old.push(r);
		return r;
	}
}
