// Course registration as the rules and the contract say it (T2): an independent
// model, made without looking at how the database does it.  A world is plain
// data, so that it can be written to a file:
//	{ windows: { REGISTER: [from, till], CHANGE: [from, till] },  ms
//	  cancelInRegister, most,           C26; sections a request may have
//	  sections: { CODE: { credits, exchange, state, capacity, version,
//	      held, quotas: { UNIVERSITY: seats },           R2; both optional
//	      times: [[day, from, till], …] } },                  minutes
//	  students: { ID: { max, right, late, university,
//	      courses: { CODE: state }, added: { CODE: when },      optional
//	      lost: [{ credits, held, from, till }] } } }           R32; optional
// right is "" or why there is none: not-approved, not-recommended.

// A course in one of these states takes a seat and counts as credits and time.
const HOLDS = new Set(["enrolled", "withdraw_requested",
	"withdraw_home_confirmed", "completed"]);
export const holds = (state) => HOLDS.has(state);

const inside = (world, kind, at) => world.windows[kind] !== undefined &&
	at >= world.windows[kind][0] && at < world.windows[kind][1];

// R9, R10, C26: windows begin with their first moment and end before their
// last one; `late` is the end of an exception that two of staff have recorded.
export function open(world, act, at, who)
{
	if (at < (who?.late ?? 0))
		return true;
	return inside(world, "CHANGE", at) || (inside(world, "REGISTER", at) &&
		(act === "enrol" || world.cancelInRegister));
}

// R32: how many credits somebody may hold who adds, outside of the windows, in
// the place of what the host closed: what was lost and is not made good yet,
// and no more than was held before; undefined when there is no such time.
export function substitute(world, who, at)
{
	const lost = (who.lost ?? []).filter((x) => at >= x.from && at < x.till);
	if (lost.length === 0)
		return undefined;
	const since = Math.min(...lost.map((x) => x.from));
	let used = 0;
	for (const code of Object.keys(who.courses)) {
		const when = who.added?.[code] ?? -Infinity;
		if (when >= since && !inside(world, "REGISTER", when) &&
		    !inside(world, "CHANGE", when))
			used += world.sections[code].credits;
	}
	const have = credits(world, who.courses);
	return have + Math.max(0, Math.min(
		Math.max(...lost.map((x) => x.held)) - have,
		lost.reduce((sum, x) => sum + x.credits, 0) - used));
}

export function overlap(a, b)
{
	return a.times.some(([d, from, till]) => b.times.some(([e, f, t]) =>
		d === e && from < t && f < till));
}

// Credits of somebody's courses that hold a seat.
export function credits(world, courses)
{
	let sum = 0;
	for (const [code, state] of Object.entries(courses))
		if (holds(state))
			sum += world.sections[code].credits;
	return sum;
}

// Every reason for which one thing asked would be refused; [] = it is done.
// who: { max, right, courses }; free: seats left in the section to take;
// state: of that section; agreed: seats left of what is agreed for the student's
// university there, undefined without agreement.  All of them are given, so
// that a doubt about the moment can be judged for more than one.
export function reasons(world, who, { act, take, give, at }, free, state, agreed)
{
	if ((!take && !give) || take === give)
		return ["invalid"];
	const found = [];
	const kept = { ...who.courses };
	const had = give ? who.courses[give] : undefined;

	let max = who.max;
	if (!open(world, act, at, who)) {
		const upto = act === "enrol" ? substitute(world, who, at) :
			undefined;
		if (upto === undefined)
			found.push("window");
		else
			max = Math.min(max, upto);
	}
	if (take && who.right)
		found.push(who.right);
	if (give && !holds(had))
		found.push("gone");
	else if (give && had !== "enrolled")
		found.push("ineligible");
	if (give && holds(had))
		delete kept[give];
	if (take)
		found.push(...takes(world, { ...who, max }, kept, take, free,
			state));
	if (take && agreed <= 0)
		found.push("quota");                            // R2
	return [...new Set(found)];
}

// Why a section cannot be added to the courses kept.
function takes(world, who, kept, take, free, state)
{
	const section = world.sections[take];
	if (!section)
		return ["gone"];
	const found = [];
	const had = who.courses[take];
	if (state === "closed")
		found.push("closed");                           // R32
	if (!section.exchange)
		found.push("not-open-to-exchange");             // R17
	if (had === "withdrawn" || had === "closed_by_host")
		found.push("ineligible");                       // R11, R32
	else if (had)
		found.push("duplicate");
	for (const [code, s] of Object.entries(kept))
		if (holds(s) && code !== take &&
		    overlap(world.sections[code], section)) {
			found.push("conflict");                 // R30
			break;
		}
	if (credits(world, kept) + section.credits > who.max)
		found.push("credits");                          // R18, R19
	if (free <= 0)
		found.push("full");
	return found;
}

// What stands of a world at one moment and what acts make of it.
export class Model {
	constructor(world)
	{
		this.world = structuredClone(world);
		this.requests = new Map();
		this.taken = {};
		for (const code of Object.keys(this.world.sections))
			this.taken[code] = 0;
		for (const who of Object.values(this.world.students))
			for (const [code, state] of Object.entries(who.courses))
				this.taken[code] += holds(state) ? 1 : 0;
	}

	free(code)
	{
		const section = this.world.sections[code];
		return section ? section.capacity - this.taken[code] -
			(section.held ?? 0) : 0;
	}

	// Seats left of what is agreed for a university (R2).
	agreed(code, university)
	{
		const seats = this.world.sections[code]?.quotas?.[university];
		return seats === undefined ? undefined : seats -
			this.guests(code, university);
	}

	guests(code, university)
	{
		return Object.values(this.world.students).filter((w) =>
			w.university === university && holds(w.courses[code])).length;
	}

	reasons(student, item)
	{
		const who = this.world.students[student];
		return reasons(this.world, who, item, this.free(item.take),
			this.world.sections[item.take]?.state,
			this.agreed(item.take, who.university));
	}

	// Takes and gives back, whether it may or not: the caller has judged.
	apply(student, { take, give, at })
	{
		const who = this.world.students[student];
		const { courses } = who;
		if (give) {
			this.taken[give] -= holds(courses[give]) ? 1 : 0;
			delete courses[give];
		}
		if (take) {
			this.taken[take] += holds(courses[take]) ? 0 : 1;
			courses[take] = "enrolled";
			who.added = { ...who.added, [take]: at };
		}
	}

	// One request, decided as a whole in its order: [{section, reasons}],
	// done where there are none.  "already" gives back the first's (F8).
	ask({ student, act, request, take = [], give = [], at })
	{
		const key = request ? `${student}/${request}` : "";
		const n = Math.max(take.length, give.length);
		if (this.requests.has(key))
			return { already: true, items: this.requests.get(key) };
		let items = [];
		if (n > this.world.most)
			items.push({ section: "", reasons: ["invalid"] });
		else
			for (let i = 0; i < n; i++) {
				const item = { act, take: take[i], give: give[i], at };
				const why = this.reasons(student, item);
				if (why.length === 0)
					this.apply(student, item);
				items.push({ section: take[i] || give[i] || "",
					reasons: why });
			}
		if (key)
			this.requests.set(key, items);
		return { already: false, items };
	}

	// R17, F11: never below the seats that are taken.
	capacity(code, n)
	{
		const section = this.world.sections[code];
		if (!section)
			return "gone";
		if (n === section.capacity)
			return "already";
		if (n < this.taken[code] + (section.held ?? 0))
			return "invalid";
		section.capacity = n;
		section.version++;
		return "done";
	}

	// R2: as many seats for a university, or none agreed any more (null).
	quota(code, university, seats)
	{
		const section = this.world.sections[code];
		const is = section.quotas?.[university] ?? null;
		if (is === seats)
			return "already";
		if (seats !== null && this.guests(code, university) > seats)
			return "quota";
		section.quotas = { ...section.quotas };
		delete section.quotas[university];
		if (seats !== null)
			section.quotas[university] = seats;
		section.version++;
		return "done";
	}

	// R32: everyone who has it loses it, and may add others in its place
	// from now on till then; its seats are nobody's.
	close(code, at, till)
	{
		const section = this.world.sections[code];
		if (!section)
			return "gone";
		if (section.state === "closed")
			return "already";
		section.state = "closed";
		section.version++;
		for (const who of Object.values(this.world.students))
			if (["enrolled", "withdraw_requested",
				"withdraw_home_confirmed"].includes(
				who.courses[code])) {
				who.lost = [...who.lost ?? [], { from: at, till,
					credits: section.credits,
					held: credits(this.world, who.courses) }];
				who.courses[code] = "closed_by_host";
			}
		this.taken[code] = section.held = 0;
		return "done";
	}
}
