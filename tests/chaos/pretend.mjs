// A good history out of nothing: a pretended system that keeps every rule, with
// batches, retries, double clicks and answers that never came.  Planted faults
// (plants.mjs) are made from it.
import { Chance } from "./random.mjs";
import { Model } from "./model.mjs";

const start = Date.parse("2026-03-02T09:00:00+09:00");
export const clock = Date.parse("2025-08-18T09:00:00+09:00") - start;

// Six sections: 0 and 1 overlap, 2 is hot, 3 is not open to exchange students,
// 4 is to be closed, 5 has no times and one credit.
export function world()
{
	const section = (capacity, times, more = {}) => ({ credits: 3,
		exchange: true, state: "open", capacity, version: 1, times, ...more });
	const sections = {
		"AAA1000-01": section(5, [[1, 540, 630]]),
		"BBB1000-01": section(5, [[1, 600, 660]]),
		"CCC1000-01": section(2, [[2, 540, 630]]),
		"DDD1000-01": section(9, [[3, 540, 630]], { exchange: false }),
		"EEE1000-01": section(9, [[4, 540, 630]]),
		"FFF1000-01": section(9, [], { credits: 1 }),
	};
	const students = {};
	for (let i = 1; i <= 12; i++)
		students[`S${i}`] = { max: i % 3 ? 12 : 6, right: "", courses: {} };
	students.S12.right = "not-recommended";
	const at = start + clock;
	return { windows: { REGISTER: [at, at + 3_600_000],
		CHANGE: [at + 86_400_000, at + 90_000_000] },
	cancelInRegister: true, most: 20, sections, students };
}

class Pretended {
	constructor(seed)
	{
		this.chance = new Chance(seed);
		const w = world();
		this.model = new Model(w);
		this.history = { world: w, clock, calls: [], audit: [], requests: [],
			final: { courses: {}, seats: {}, refusals: [] } };
		this.now = start + 1000;
		this.tx = this.id = this.n = 0;
		this.seen = new Map();
	}

	// A batch of student calls, decided in order of arrival.
	batch(calls)
	{
		this.tx++;
		const decided = this.now + 20;
		for (const [i, c] of calls.entries()) {
			const call = { take: [], give: [], request: `r${++this.n}`,
				sent: this.now + i, ended: decided + 5, status: 0, ...c };
			const at = call.sent + 0.5 + clock;
			const { already, items } = this.model.ask({ ...call, at });
			if (!already)
				this.keep(call, items, at, decided + i / 100);
			this.answer(call, items);
		}
		this.now += 100;
	}

	keep(call, items, told, at)
	{
		const results = items.map((it) => ({ s: it.section, a: call.act,
			o: it.reasons[0] ?? "done" }));
		this.history.requests.push({ student: call.student, act: call.act,
			request: call.request, tx: this.tx, made: at, results });
		for (const [i, r] of results.entries())
			if (r.o === "done" || this.fresh(call, r))
				this.row(call, r, i, told, at);
	}

	row(call, r, i, told, at)
	{
		const section = this.model.world.sections[r.s];
		const left = call.act === "swap" ? call.give[i] : undefined;
		this.history.audit.push({ id: ++this.id, tx: this.tx, at, told,
			student: call.student, act: call.act, section: r.s, left,
			outcome: r.o, request: call.request, n: i + 1,
			detail: section && call.act !== "cancel" ?
				{ version: section.version } : {} });
	}

	// Counts a refusal; whether it is the first of its kind.
	fresh(call, r)
	{
		const k = [call.student, r.s, call.act, r.o].join();
		if (r.s !== "")
			this.seen.set(k, (this.seen.get(k) ?? 0) + 1);
		return this.seen.get(k) === 1;
	}

	answer(call, items)
	{
		const said = items.map((it) => [it.section, it.reasons[0] ?? "done"]);
		const none = this.chance.hits(0.1);
		this.history.calls.push({ ...call, status: none ? 0 :
			said.some(([, o]) => o === "done") ? 303 : 422,
		items: none ? null : said });
	}

	staff(act, section, capacity)
	{
		this.tx++;
		const request = `staff${++this.n}`, sent = this.now;
		const from = this.model.world.sections[section].capacity;
		const people = Object.entries(this.model.world.students)
			.filter(([, w]) => w.courses[section] === "enrolled");
		const outcome = act === "close" ? this.model.close(section) :
			this.model.capacity(section, capacity);
		const row = { tx: this.tx, at: sent + 10, told: sent + clock, section };
		if (act === "close" && outcome === "done")
			for (const [student] of people)
				this.history.audit.push({ id: ++this.id, ...row, student,
					act: "closed-by-host", outcome: "done", detail: {} });
		this.history.audit.push({ id: ++this.id, ...row, act, outcome, request,
			detail: act === "close" ? {} : outcome === "done" ?
				{ from, to: capacity } : { capacity } });
		this.history.calls.push({ staff: "academic", act, section, capacity,
			request, sent, ended: sent + 20,
			status: outcome === "done" ? 303 : 422,
			items: [[section, outcome]] });
		this.now += 100;
	}

	// One of a student's acts at random.
	act(student)
	{
		const c = this.chance, all = Object.keys(this.model.world.sections);
		const mine = Object.keys(this.model.world.students[student].courses);
		const give = mine.length && c.hits(0.9) ? c.pick(mine) : c.pick(all);
		switch (c.weighed({ enrol: 6, cancel: 2, swap: 2 })) {
		case "cancel":
			return { student, act: "cancel", give: [give] };
		case "swap":
			return { student, act: "swap", give: [give], take: [c.pick(all)] };
		default:
			return { student, act: "enrol", take: c.some(all, 1 + c.below(3)) };
		}
	}

	finish()
	{
		const { final } = this.history;
		for (const [id, who] of Object.entries(this.model.world.students))
			final.courses[id] = { ...who.courses };
		for (const [code, s] of Object.entries(this.model.world.sections))
			final.seats[code] = { taken: this.model.taken[code],
				capacity: s.capacity, version: s.version, state: s.state };
		for (const [k, n] of this.seen) {
			const [student, section, act, outcome] = k.split(",");
			if (section)
				final.refusals.push({ student, section, act, outcome, n });
		}
		return this.history;
	}
}

// A good history of some batches.
export function good(seed, batches = 60)
{
	const p = new Pretended(seed);
	const ids = Object.keys(p.model.world.students);
	for (let i = 0; i < batches; i++) {
		p.batch(p.chance.some(ids, 1 + p.chance.below(6)).map((s) => p.act(s)));
		const old = p.chance.pick(p.history.calls.filter((c) => c.student));
		if (p.chance.hits(0.3))
			p.batch([{ student: old.student, act: old.act, take: old.take,
				give: old.give, request: old.request }]);
		if (i % 10 === 5)
			p.staff("capacity", p.chance.pick(["CCC1000-01", "AAA1000-01"]),
				1 + p.chance.below(6));
		if (i === Math.floor(batches / 2))
			p.staff("close", "EEE1000-01");
	}
	return p.finish();
}

// A good history written by hand: lines are batches of "S1 enrol AAA BBB",
// "S1 cancel AAA", "S1 swap AAA BBB", or "capacity CCC 5", "close EEE".
export function told(...lines)
{
	const p = new Pretended(1);
	p.chance.hits = () => false;
	const code = (w) => `${w}1000-01`;
	for (const line of lines) {
		const asks = line.split(", ").map((x) => x.split(" "));
		const [[first, second, third]] = asks;
		if (first === "capacity" || first === "close") {
			p.staff(first, code(second), Number(third));
			continue;
		}
		p.batch(asks.map(([student, act, ...w]) => ({ student, act,
			...(act === "enrol" ? { take: w.map(code) } :
				{ give: [code(w[0])], take: w.slice(1).map(code) }) })));
	}
	return p.finish();
}
