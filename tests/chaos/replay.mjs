// Second part of the checker: the audit, read in its order and done again by
// the model.  Each act that was done may be done at its place; each refusal has
// its reason at its place or, where others may have come between, at a moment
// between its arrival and its decision; at the end the tables are what the acts
// have made of them.
import { Model, credits, holds, overlap, reasons } from "./model.mjs";
import { key } from "./answers.mjs";

// What a broken reason is called.
const kinds = { full: "oversold", conflict: "overlap", duplicate: "twice",
	"not-open-to-exchange": "exchange", "not-approved": "right",
	"not-recommended": "right" };
const students = ["enrol", "cancel", "swap"];
const itemOf = (a) => ({ act: a.act, at: a.told,
	take: a.act === "cancel" ? undefined : a.section,
	give: a.act === "cancel" ? a.section : a.left });

// How a section and a student stood from when on, for refusals whose place in
// the order is not known.
class Past {
	constructor(model)
	{
		this.model = model;
		this.sections = new Map();
		this.people = new Map();
		for (const code of Object.keys(model.world.sections))
			this.section(code, -Infinity);
		for (const id of Object.keys(model.world.students))
			this.person(id, -Infinity);
	}

	section(code, at)
	{
		this.add(this.sections, code, { at, free: this.model.free(code),
			state: this.model.world.sections[code].state });
	}

	person(id, at)
	{
		this.add(this.people, id, { at,
			courses: { ...this.model.world.students[id].courses } });
	}

	add(map, k, entry)
	{
		if (!map.has(k))
			map.set(k, []);
		map.get(k).push(entry);
	}

	// The entries that could be seen between two moments: an act is seen by
	// others only at its commit, which `slack` is thought to cover.
	during(list, from, till, slack)
	{
		return (list ?? []).filter((e, i) => e.at <= till &&
			(list[i + 1]?.at ?? Infinity) + slack >= from);
	}

	justified(id, item, outcome, from, till, slack)
	{
		const who = this.model.world.students[id];
		const waits = this.model.world.sections[item.take]?.waits;
		const there = item.take && this.sections.has(item.take) ?
			this.during(this.sections.get(item.take), from, till, slack)
				.map((s) => (waits ? { ...s, free: 0 } : s)) :
			[{ free: 0, state: undefined }];
		return this.during(this.people.get(id), from, till, slack)
			.some((p) => there.some((s) => reasons(this.model.world,
				{ ...who, courses: p.courses }, item, s.free,
				s.state).includes(outcome)));
	}
}

export function checkReplay(history, say)
{
	const model = new Model(history.world);
	const past = new Past(model);
	const audit = [...history.audit].sort((a, b) => a.id - b.id);
	const held = locked(audit);
	const place = new Map();
	const leaving = new Map();

	for (const a of audit) {
		if (students.includes(a.act) && a.student) {
			if (a.outcome === "done")
				done(model, past, a, say);
			else
				refused(model, held, place, a, say);
		} else if (a.act === "capacity" && a.section)
			capacity(model, past, a, say);
		else if (a.act === "closed-by-host")
			(leaving.get(a.section) ?? leaving.set(a.section, [])
				.get(a.section)).push(a.student);
		else if (a.act === "close" && a.section)
			close(model, past, leaving.get(a.section) ?? [], a, say);
	}
	checkRefusals(history, past, place, say);
	checkCounts(history, say);
	checkEnd(history, model, say);
}

// Sections whose counter a transaction held: it took or gave back a seat there.
function locked(audit)
{
	const held = new Set();
	for (const a of audit)
		if (students.includes(a.act) && a.outcome === "done")
			for (const code of [a.section, a.left])
				held.add(`${a.tx} ${code}`);
	return held;
}

function done(model, past, a, say)
{
	const item = itemOf(a);
	const what = `#${a.id} ${a.student} ${a.act} ${a.section}`;
	const section = model.world.sections[a.section];
	const who = model.world.students[a.student];
	if (!section || !who || (item.give && !model.world.sections[item.give])) {
		say("gone", `${what}: of nothing that is known`);
		return;
	}
	for (const why of model.reasons(a.student, item))
		say(kinds[why] ?? why, `${what} was done against ${why}`);
	model.apply(a.student, item);
	const have = credits(model.world, who.courses);
	// The numbers the decision gives are those in force at its place (F11).
	for (const [name, is] of [["version", section.version],
		["capacity", section.capacity], ["have", have], ["max", who.max]])
		if (item.take && a.detail[name] !== undefined &&
		    a.detail[name] !== is &&
		    !(name === "have" && closedJustNow(model, past, a)))
			say("version", `${what} names ${name} ` +
				`${a.detail[name]}, it was ${is}`);
	past.person(a.student, a.at);
	for (const code of [item.take, item.give])
		if (code)
			past.section(code, a.at);
}

// A course that was closed a moment before may still have been counted.
const closedJustNow = (model, past, a) =>
	Object.entries(model.world.students[a.student].courses).some(([c, s]) =>
		s === "closed_by_host" && past.sections.get(c).at(-1).at > a.at - 2000);

// A refusal with a row of its own.  Who had the section's lock saw exactly what
// stood there: then an earlier arrival is never refused for a later one (F10).
function refused(model, held, place, a, say)
{
	const why = model.world.students[a.student] ?
		model.reasons(a.student, itemOf(a)) : [];
	if (why.includes(a.outcome) || a.outcome === "already")
		place.set(`${key(a.student, a.request)} ${a.n}`, true);
	else if (a.outcome === "full" && !model.world.sections[a.section]?.waits &&
	    held.has(`${a.tx} ${a.section}`))
		say("queue", `#${a.id} ${a.student} found ${a.section} full ` +
			`before the later ones of its batch took it`);
}

function capacity(model, past, a, say)
{
	// A seat that is kept for who waits counts as taken.
	if (model.world.sections[a.section]?.waits && a.outcome === "invalid")
		return;
	const is = model.capacity(a.section, a.outcome === "done" ? a.detail.to :
		a.detail.capacity ?? model.world.sections[a.section]?.capacity);
	if (is !== a.outcome)
		say("capacity", `#${a.id} ${a.section} to ${a.detail.to ?? "?"}: ` +
			`${a.outcome}, should be ${is}`);
	if (a.outcome === "done" && is !== "done" && model.world.sections[a.section])
		model.world.sections[a.section].capacity = a.detail.to;
	if (model.world.sections[a.section])
		past.section(a.section, a.at);
}

function close(model, past, gone, a, say)
{
	const there = Object.entries(model.world.students)
		.filter(([, who]) => who.courses[a.section] === "enrolled")
		.map(([id]) => id).sort();
	if (a.outcome === "done" && there.join() !== [...gone].sort().join())
		say("closed", `#${a.id} ${a.section}: closed for ${gone}, ` +
			`was held by ${there}`);
	const is = a.outcome === "done" || a.outcome === "already" ?
		model.close(a.section) : a.outcome;
	if (is !== a.outcome)
		say("closed", `#${a.id} ${a.section} ${a.outcome}, should be ${is}`);
	past.section(a.section, a.at);
	for (const id of there)
		past.person(id, a.at);
}

// Every refusal that is kept under a request id had its reason at some moment
// from when it was sent to when it was decided.
function checkRefusals(history, past, place, say)
{
	const sent = new Map();
	for (const c of history.calls) {
		const k = key(c.student, c.request);
		if (c.student && !(sent.get(k)?.sent <= c.sent))
			sent.set(k, c);
	}
	const slack = history.slack ?? 2000;
	for (const r of history.requests) {
		const k = key(r.student, r.request);
		const call = sent.get(k);
		if (!call || !history.world.students[r.student])
			continue;
		const size = Math.max(call.take.length, call.give.length);
		for (const [i, x] of (r.results ?? []).entries()) {
			if (x.o === "done" || place.has(`${k} ${i + 1}`) ||
			    (x.o === "invalid" && size > history.world.most))
				continue;
			const item = { act: call.act, take: call.take[i],
				give: call.give[i], at: call.sent + history.clock };
			const also = { ...item, at: r.made + history.clock };
			if (![item, also].some((it) => past.justified(r.student, it,
				x.o, call.sent, r.made, slack)))
				say("refused", `${k} #${i + 1} ${x.s}: ${x.o} ` +
					"without that reason");
		}
	}
}

// S13: equal refusals are counted, each of them once.
function checkCounts(history, say)
{
	const n = new Map();
	const add = (k, by) => n.set(k, (n.get(k) ?? 0) + by);
	for (const r of history.requests)
		for (const x of r.results ?? [])
			if (x.o !== "done" && x.s !== "")
				add(`${r.student} ${x.s} ${x.a} ${x.o}`, 1);
	for (const f of history.final.refusals)
		add(`${f.student} ${f.section} ${f.act} ${f.outcome}`, -f.n);
	for (const [k, by] of n)
		if (by !== 0)
			say("counted", `${k}: ${Math.abs(by)} too ` +
				(by > 0 ? "few" : "many"));
}

// The tables at the end: what the acts made of them, and sound in themselves.
function checkEnd(history, model, say)
{
	const { world } = model;
	const { courses, seats } = history.final;
	const count = {};
	for (const id of new Set([...Object.keys(courses),
		...Object.keys(world.students)])) {
		const is = courses[id] ?? {}, was = world.students[id]?.courses ?? {};
		for (const code of new Set([...Object.keys(is), ...Object.keys(was)]))
			if (is[code] !== was[code])
				say("rows", `${id} ${code}: ${is[code] ?? "nothing"},` +
					` the acts say ${was[code] ?? "nothing"}`);
		sound(world, id, is, say);
		for (const [code, state] of Object.entries(is))
			count[code] = (count[code] ?? 0) + (holds(state) ? 1 : 0);
	}
	for (const [code, s] of Object.entries(seats)) {
		const section = world.sections[code];
		if (s.taken !== (count[code] ?? 0))
			say("seats", `${code}: ${s.taken} counted, ` +
				`${count[code] ?? 0} enrolled`);
		if (s.taken > s.capacity)
			say("oversold", `${code}: ${s.taken} of ${s.capacity}`);
		for (const name of ["capacity", "version", "state"])
			if (s[name] !== section?.[name])
				say("seats", `${code} ${name}: ${s[name]}, ` +
					`the acts say ${section?.[name]}`);
	}
}

// Nobody above a limit, in two places at once, or in a closed section.
function sound(world, id, courses, say)
{
	const held = Object.keys(courses).filter((c) => holds(courses[c]) &&
		world.sections[c]);
	const sum = held.reduce((s, c) => s + world.sections[c].credits, 0);
	if (sum > (world.students[id]?.max ?? 0))
		say("credits", `${id} has ${sum} credits`);
	for (const [i, a] of held.entries()) {
		for (const b of held.slice(i + 1))
			if (overlap(world.sections[a], world.sections[b]))
				say("overlap", `${id} has ${a} and ${b}`);
		if (world.sections[a].state === "closed")
			say("closed", `${id} has ${a}, which is closed`);
	}
}
