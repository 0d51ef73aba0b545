// Histories with one fault each, made from good ones: what the checker has to
// find, by the name of the violation.  Each is {name, kind, make}.
import { good, told } from "./pretend.mjs";

const code = (w) => `${w}1000-01`;
const rows = (h, student, act, outcome = "done") => h.audit.filter((a) =>
	a.student === student && a.act === act && a.outcome === outcome);
const row = (...args) => rows(...args)[0];
const call = (h, student, act) => h.calls.find((c) => c.student === student &&
	c.act === act);
const kept = (h, request) => h.requests.find((r) => r.request === request);
const drop = (list, x) => list.splice(list.indexOf(x), 1);

// Everything of a request gone, as if its transaction had been lost.
function lose(h, request)
{
	const c = h.calls.find((x) => x.request === request);
	for (const a of h.audit.filter((x) => x.request === request)) {
		drop(h.audit, a);
		if (a.outcome === "done" && a.act === "enrol") {
			delete h.final.courses[a.student][a.section];
			h.final.seats[a.section].taken--;
		}
	}
	drop(h.requests, kept(h, request));
	return c;
}

// A done enrolment by force: in the tables, the audit, the record, the answer,
// so that only the rule itself is against it.
function force(h, student, section, more = {})
{
	const id = Math.max(...h.audit.map((a) => a.id)) + 1;
	const sent = Math.max(...h.calls.map((c) => c.ended)) + 10;
	const request = `forced${id}`;
	h.calls.push({ student, act: "enrol", take: [section], give: [], request,
		sent, ended: sent + 20, status: 303, items: [[section, "done"]] });
	h.requests.push({ student, request, act: "enrol", tx: 1000 + id,
		made: sent + 10, results: [{ s: section, a: "enrol", o: "done" }] });
	h.audit.push({ id, tx: 1000 + id, at: sent + 10, told: sent + 1 + h.clock,
		student, act: "enrol", section, outcome: "done", request, n: 1,
		detail: {}, ...more });
	h.final.courses[student][section] = "enrolled";
	h.final.seats[section].taken++;
	return h;
}

// [name, kind, lines of the good history, what is done to it]
const table = [
	["an acknowledged enrolment is nowhere", "lost", ["S1 enrol AAA", "S2 enrol CCC"],
		(h) => lose(h, "r1")],
	["an acknowledged enrolment is missing in the table", "rows", ["S1 enrol AAA"],
		(h) => { delete h.final.courses.S1[code("AAA")]; h.final.seats[code("AAA")].taken--; }],
	["an acknowledged cancel is undone", "rows", ["S1 enrol AAA", "S1 cancel AAA"],
		(h) => { h.final.courses.S1[code("AAA")] = "enrolled"; h.final.seats[code("AAA")].taken++; }],
	["an acknowledged cancel is nowhere", "lost", ["S1 enrol AAA", "S1 cancel AAA"],
		(h) => { lose(h, "r2"); h.final.courses.S1[code("AAA")] = "enrolled"; h.final.seats[code("AAA")].taken++; }],
	["a refusal that was told is not kept", "lost", ["S1 enrol DDD"], (h) => lose(h, "r1")],
	["a redirect without a page after it, and nothing kept", "lost", ["S1 enrol AAA"],
		(h) => { Object.assign(lose(h, "r1"), { items: null }); }],
	["a page after the redirect that knows of nothing", "answer", ["S1 enrol AAA"],
		(h) => { h.calls[0].items = []; }],
	["told full, and enrolled", "happened", ["S1 enrol AAA"],
		(h) => { Object.assign(call(h, "S1", "enrol"), { status: 422, items: [[code("AAA"), "full"]] }); }],
	["kept as full, and enrolled", "happened", ["S1 enrol AAA"],
		(h) => { kept(h, "r1").results[0].o = "full"; call(h, "S1", "enrol").items[0][1] = "full"; }],
	["told done, kept as full", "lost", ["S1 enrol CCC, S2 enrol CCC, S3 enrol CCC"],
		(h) => { call(h, "S3", "enrol").items[0][1] = "done"; }],
	["told closed, kept as full", "answer", ["S1 enrol CCC, S2 enrol CCC, S3 enrol CCC"],
		(h) => { call(h, "S3", "enrol").items[0][1] = "closed"; }],
	["an enrolment that nobody sent", "unasked", ["S1 enrol AAA"],
		(h) => { h.calls.length = 0; }],
	["another section than the one asked for", "unasked", ["S1 enrol AAA"],
		(h) => { call(h, "S1", "enrol").take[0] = code("FFF"); }],
	["a row in the table without an act", "rows", ["S1 enrol AAA"],
		(h) => { h.final.courses.S2[code("AAA")] = "enrolled"; h.final.seats[code("AAA")].taken++; }],
	["the third of two seats", "oversold", ["S1 enrol CCC", "S2 enrol CCC"],
		(h) => force(h, "S4", code("CCC"))],
	["two too many for a moment, none at the end", "oversold",
		["S1 enrol CCC, S2 enrol CCC", "S4 enrol CCC", "S1 cancel CCC", "S4 enrol CCC"],
		(h) => { const [a, b] = [row(h, "S1", "cancel"), row(h, "S4", "enrol")]; [a.id, b.id] = [b.id, a.id]; }],
	["more seats than the capacity after it was lowered", "oversold",
		["S1 enrol AAA", "S2 enrol AAA", "capacity AAA 2"], (h) => force(h, "S4", code("AAA"))],
	["a capacity below the seats taken", "capacity", ["S1 enrol AAA, S2 enrol AAA", "capacity AAA 3"],
		(h) => { const a = h.audit.find((x) => x.act === "capacity"); a.detail.to = 1;
			h.calls.at(-1).capacity = 1; h.final.seats[code("AAA")].capacity = 1; }],
	["a capacity refused that was possible", "capacity", ["S1 enrol AAA", "capacity AAA 0"],
		(h) => { h.audit.find((x) => x.act === "capacity").detail.capacity = 4; }],
	["an acknowledged capacity is gone", "lost", ["capacity AAA 3"],
		(h) => { h.audit.length = 0; h.final.seats[code("AAA")].capacity = 5; h.final.seats[code("AAA")].version = 1; }],
	["a capacity that nobody set", "unasked", ["capacity AAA 3"], (h) => { h.calls.length = 0; }],
	["a capacity set twice by one press", "twice", ["capacity AAA 3", "capacity AAA 4"],
		(h) => { h.audit[1].request = h.audit[0].request; }],
	["a decision on a capacity that was over", "version", ["capacity AAA 3", "S1 enrol AAA"],
		(h) => { row(h, "S1", "enrol").detail.version = 1; }],
	["above the credit limit", "credits", ["S3 enrol AAA CCC"], (h) => force(h, "S3", code("FFF"))],
	["above the credit limit for a moment", "credits",
		["S3 enrol AAA CCC", "S3 cancel AAA", "S3 enrol EEE"],
		(h) => { const [a, b] = [row(h, "S3", "cancel"), rows(h, "S3", "enrol")[2]]; [a.id, b.id] = [b.id, a.id]; }],
	["two sections at the same time", "overlap", ["S1 enrol AAA"], (h) => force(h, "S1", code("BBB"))],
	["one section twice", "twice", ["S1 enrol AAA"], (h) => force(h, "S1", code("AAA"))],
	["a section that exchange students may not take", "exchange", ["S1 enrol AAA"],
		(h) => force(h, "S1", code("DDD"))],
	["a closed section", "closed", ["S1 enrol AAA", "close EEE"], (h) => force(h, "S1", code("EEE"))],
	["a section closed and its students left in it", "closed", ["S1 enrol EEE", "close EEE"],
		(h) => { drop(h.audit, row(h, "S1", "closed-by-host")); h.final.courses.S1[code("EEE")] = "enrolled"; }],
	["somebody taken out of a section he did not have", "closed", ["S1 enrol EEE", "close EEE"],
		(h) => { row(h, "S1", "closed-by-host").student = "S2"; }],
	["a course taken again after it was closed", "ineligible",
		["S1 enrol EEE", "close EEE"], (h) => force(h, "S1", code("EEE"))],
	["without a right to register", "right", ["S1 enrol AAA"], (h) => force(h, "S12", code("AAA"))],
	["after the window has closed", "window", ["S1 enrol AAA"], (h) => force(h, "S2", code("AAA"),
		{ told: h.world.windows.REGISTER[1] })],
	["a cancel of what one does not have", "gone", ["S1 enrol AAA", "S1 cancel AAA"],
		(h) => { drop(h.audit, row(h, "S1", "enrol")); }],
	["told to wait, and enrolled by it", "happened", ["S1 enrol AAA"],
		(h) => { const c = h.calls[0]; h.calls[0] = { waiting: "S1", decision: "add", take: c.take, request: c.request,
			sent: c.sent, ended: c.ended, status: 303, items: [[code("AAA"), "done", "waitlist-add"]] }; }],
	["told that the list was left, and enrolled by it", "happened", ["S1 enrol AAA"],
		(h) => { const c = h.calls[0]; h.calls[0] = { waiting: "S1", decision: "remove", take: c.take, request: c.request,
			sent: c.sent, ended: c.ended, status: 0, items: null }; }],
	["nothing is known of a list that was joined", "lost", ["S1 enrol AAA"],
		(h) => { lose(h, "r1"); h.calls[0] = { waiting: "S1", decision: "add", take: [], request: "r1",
			sent: 1, ended: 2, status: 303, items: [] }; }],
	["told to be enrolled by joining a list, and waiting", "lost", ["S1 enrol AAA"],
		(h) => { lose(h, "r1"); h.calls[0].items[0][2] = "enrol"; }],
	["the same request counted twice", "twice", ["S1 enrol AAA"],
		(h) => { h.audit.push({ ...h.audit[0], id: 99 }); }],
	["the same request kept twice", "twice", ["S1 enrol AAA"], (h) => { h.requests.push(h.requests[0]); }],
	["a retry is answered otherwise", "answer", ["S1 enrol AAA"],
		(h) => { const c = h.calls[0]; h.calls.push({ ...c, sent: c.ended + 5, ended: c.ended + 9,
			status: 422, items: [[code("AAA"), "duplicate"]] }); }],
	["an unanswered request is there in half", "half", ["S1 enrol AAA CCC"],
		(h) => { h.calls[0].items = null; h.calls[0].status = 0; drop(h.audit, h.audit[1]);
			kept(h, "r1").results.pop(); delete h.final.courses.S1[code("CCC")]; h.final.seats[code("CCC")].taken--; }],
	["an effect without its request", "half", ["S1 enrol AAA"],
		(h) => { h.calls[0].items = null; h.calls[0].status = 0; h.requests.length = 0; }],
	["done without an effect", "half", ["S1 enrol AAA"], (h) => { h.audit.length = 0; }],
	["a swap that only gave", "rows", ["S1 enrol AAA", "S1 swap AAA CCC"],
		(h) => { delete h.final.courses.S1[code("CCC")]; h.final.seats[code("CCC")].taken--; }],
	["a swap that only took", "rows", ["S1 enrol AAA", "S1 swap AAA CCC"],
		(h) => { h.final.courses.S1[code("AAA")] = "enrolled"; h.final.seats[code("AAA")].taken++; }],
	["the counter is one too high", "seats", ["S1 enrol AAA"], (h) => { h.final.seats[code("AAA")].taken++; }],
	["a freed seat was never given back", "seats", ["S1 enrol AAA", "S1 cancel AAA"],
		(h) => { h.final.seats[code("AAA")].taken = 1; }],
	["the capacity changed by itself", "seats", ["S1 enrol AAA"], (h) => { h.final.seats[code("AAA")].capacity = 6; }],
	["full though a seat was free all the time", "refused", ["S1 enrol CCC"],
		(h) => { Object.assign(force(h, "S2", code("CCC")).requests.at(-1).results[0], { o: "full" });
			h.audit.pop(); h.calls.at(-1).items[0][1] = "full"; h.calls.at(-1).status = 422;
			delete h.final.courses.S2[code("CCC")]; h.final.seats[code("CCC")].taken--;
			h.final.refusals.push({ student: "S2", section: code("CCC"), act: "enrol", outcome: "full", n: 1 }); }],
	["full for an earlier one of the same batch", "queue", ["S1 enrol CCC, S2 enrol CCC, S4 enrol CCC"],
		(h) => { const [a, b] = [row(h, "S2", "enrol"), row(h, "S4", "enrol", "full")]; [a.id, b.id] = [b.id, a.id]; }],
	["a batch not in order of arrival", "queue", ["S1 enrol AAA, S2 enrol AAA"],
		(h) => { const [a, b] = h.audit; [a.id, b.id] = [b.id, a.id]; }],
	["the last seat went to somebody who came much later", "queue",
		["S1 enrol CCC", "S2 enrol CCC", "S4 enrol CCC"],
		(h) => { h.tolerance = 50; const f = row(h, "S4", "enrol", "full"), c = h.calls[2];
			f.told = row(h, "S1", "enrol").told - 1; c.sent = f.told - h.clock - 1; }],
	["answered, and decided after what was sent later", "order", ["S1 enrol AAA", "S2 enrol AAA"],
		(h) => { const [a, b] = h.audit; [a.id, b.id] = [b.id, a.id]; }],
	["answered before it was done", "order", ["S1 enrol AAA"], (h) => { h.audit[0].at = h.calls[0].ended + 500; }],
	["arrived before it was sent", "order", ["S1 enrol AAA"], (h) => { h.audit[0].told -= 60_000; }],
	["refusals that were not counted", "counted", ["S1 enrol DDD", "S1 enrol DDD"],
		(h) => { h.final.refusals[0].n = 1; }],
	["a fault for an answer", "fault", ["S1 enrol AAA"], (h) => { h.calls[0].status = 500; h.calls[0].items = null; }],
	["a living session sent to the login", "fault", ["S1 enrol AAA"],
		(h) => { h.calls.push({ ...h.calls[0], request: "r9", items: [["", "login"]] }); }],
];

export const plants = table.map(([name, kind, lines, break_]) => ({ name, kind,
	sound: () => told(...lines),
	make: () => {
		const h = told(...lines);
		break_(h);
		return h;
	} }));

// Faults in large random histories: one row of each is taken away or changed.
export const random = [
	["an audit row is missing", (h, c) => drop(h.audit, c.pick(h.audit.filter((a) => a.outcome === "done")))],
	["a kept request is missing", (h, c) => drop(h.requests, c.pick(h.requests.filter((r) =>
		r.results.some((x) => x.o === "done"))))],
	["a result was changed", (h, c) => {
		const r = c.pick(c.pick(h.requests).results);
		r.o = r.o === "done" ? "full" : "done";
	}],
	["a row of the table is missing", (h, c) => {
		const id = c.pick(Object.keys(h.final.courses).filter((s) => Object.keys(h.final.courses[s]).length));
		delete h.final.courses[id][c.pick(Object.keys(h.final.courses[id]))];
	}],
	["two acts on one section changed places", (h, c) => {
		const a = c.pick(h.audit.filter((x) => x.outcome === "done" && x.act === "enrol"));
		const b = h.audit.find((x) => x.id > a.id && x.student === a.student && x.outcome === "done" &&
			x.act === "cancel" && x.section === a.section);
		if (b)
			[a.id, b.id] = [b.id, a.id];
		return Boolean(b);
	}],
].map(([name, break_]) => ({ name, make: (seed, chance) => {
	const h = good(seed);
	return break_(h, chance) === false ? null : h;
} }));
