// First part of the checker: what clients were told against what the database
// keeps.  Nothing acknowledged is missing, nothing refused happened, nothing
// happened that nobody asked for, one effect and one answer per request id.
export const key = (who, request) => `${who}/${request}`;

// [[section, outcome], …] as a line to compare and to report.
const line = (items) => items.map(([s, o]) => `${s} ${o}`).join(", ");
const asked = (call) => Array.from({ length: Math.max(call.take.length,
	call.give.length) }, (_, i) => call.take[i] || call.give[i] || "");

function group(list, of)
{
	const found = new Map();
	for (const x of list) {
		const k = of(x);
		if (!found.has(k))
			found.set(k, []);
		found.get(k).push(x);
	}
	return found;
}

export function checkAnswers(history, say)
{
	const calls = group(history.calls.filter((c) => c.student),
		(c) => key(c.student, c.request));
	const kept = group(history.requests, (r) => key(r.student, r.request));
	const effects = group(history.audit.filter((a) => a.student &&
		a.outcome === "done" && ["enrol", "cancel", "swap"].includes(a.act)),
	(a) => key(a.student, a.request));

	for (const [k, rows] of kept)
		if (rows.length > 1)
			say("twice", `${k} is kept ${rows.length} times`);
	const waits = new Set(history.calls.filter((c) => c.waiting)
		.map((c) => key(c.waiting, c.request)));
	for (const k of new Set([...kept.keys(), ...effects.keys()]))
		if (!calls.has(k) && !waits.has(k))
			say("unasked", `nobody sent ${k}`);
	for (const [k, list] of calls) {
		oneAnswer(k, list, say);
		const row = kept.get(k)?.[0];
		if (row)
			whole(k, list[0], row, effects.get(k) ?? [], say);
		else if (effects.has(k))
			say("half", `${k} has an effect and is not kept`);
		for (const call of list)
			told(k, call, row, say);
	}
	checkStaff(history, say);
	for (const c of history.calls.filter((x) => x.waiting))
		waited(c, effects.get(key(c.waiting, c.request)), kept.get(
			key(c.waiting, c.request)), say);
}

// Joining and leaving a waiting list is no act of registering: whoever was told
// that he waits, or does not wait any more, was not enrolled by that request.
function waited(c, effects, kept, say)
{
	if (c.status >= 400 && ![422, 429].includes(c.status))
		say("fault", `${c.decision} was answered ${c.status}`);
	if (c.status === 303 && c.items?.length === 0)
		say("lost", `${c.waiting}: nothing is known of ${c.request}`);
	if ((c.items || c.decision === "remove") && (effects || kept))
		say("happened", `${c.waiting} was told of a waiting list, ` +
			`and ${c.request} enrolled him`);
}

// Answers of the same request are the same, however often it was sent (F8).
function oneAnswer(k, list, say)
{
	const answers = new Set(list.filter((c) => c.items)
		.map((c) => line(c.items)));
	if (answers.size > 1)
		say("answer", `${k} was answered ${[...answers].join(" / ")}`);
	for (const call of list) {
		if (call.status >= 400 && ![422, 429].includes(call.status))
			say("fault", `${k} was answered ${call.status}`);
		if (["login", "forbidden"].includes(call.items?.[0]?.[1]))
			say("fault", `${k}: a living session was refused`);
	}
}

// One answer against what is kept under its id.  No answer, and "busy", allow
// both ends.
function told(k, call, row, say)
{
	if (!row) {
		if (call.items?.some(([, o]) => o === "done") ||
		    (!call.items?.length && call.status === 303))
			say("lost", `${k} was acknowledged and is gone`);
		else if (call.items && call.items[0]?.[1] !== "login")
			say("lost", `${k} was decided and is gone`);
		return;
	}
	if (call.items && call.items.length !== row.results?.length)
		say("answer", `${k}: told ${call.items.length} outcomes of ` +
			`${row.results?.length}`);
	for (const [i, [section, outcome]] of (call.items ?? []).entries()) {
		const r = row.results[i];
		if (r && r.s === section && r.o === outcome)
			continue;
		const what = `${k} #${i + 1} ${section}: said ${outcome}, ` +
			`kept ${r?.s} ${r?.o}`;
		say(outcome === "done" ? "lost" :
			r?.o === "done" ? "happened" : "answer", what);
	}
}

// A request is there as a whole or not at all, with the sections that were
// asked for; each "done" of it has one effect.
function whole(k, call, row, effects, say)
{
	const wanted = asked(call);
	const results = row.results ?? [];
	const single = results.length === 1 && results[0].o === "invalid";
	if (results.length !== wanted.length && !single)
		say("half", `${k}: ${results.length} of ${wanted.length} decided`);
	else if (!single && results.some((r, i) => r.s !== wanted[i]))
		say("unasked", `${k}: decided ${results.map((r) => r.s)}, ` +
			`asked ${wanted}`);
	for (const [i, r] of results.entries()) {
		const mine = effects.filter((a) => a.n === i + 1);
		if (mine.length > 1)
			say("twice", `${k} #${i + 1} has ${mine.length} effects`);
		else if (r.o === "done" && mine.length === 0)
			say("half", `${k} #${i + 1} is done without effect`);
		else if (r.o !== "done" && mine.length)
			say("happened", `${k} #${i + 1} was ${r.o}, and happened`);
		for (const a of mine)
			if (a.act !== call.act || a.section !== (call.take[i] ||
			    call.give[i]) || (a.act === "swap" &&
			    a.left !== call.give[i]))
				say("unasked", `${k} #${i + 1} became ${a.act} ` +
					`${a.section}`);
	}
	for (const a of effects)
		if (a.n < 1 || a.n > results.length)
			say("unasked", `${k} #${a.n} was never asked`);
}

// Acts of staff: capacity and close, by the same rules.
function checkStaff(history, say)
{
	const acts = history.audit.filter((a) =>
		["capacity", "close"].includes(a.act) && a.outcome === "done");
	const calls = history.calls.filter((c) => c.staff);
	for (const call of calls) {
		const mine = acts.filter((a) => a.request === call.request);
		const outcome = call.items?.[0]?.[1];
		if (outcome === "done" && mine.length === 0)
			say("lost", `${call.act} ${call.section} ${call.request}`);
		if (outcome && !["done", "already"].includes(outcome) &&
		    mine.length)
			say("happened", `${call.act} ${call.section} was refused`);
		if (mine.length > 1)
			say("twice", `${call.act} ${call.section} ${call.request}`);
		if (call.status >= 500)
			say("fault", `${call.act} was answered ${call.status}`);
	}
	for (const a of acts) {
		const call = calls.find((c) => c.request === a.request);
		if (!call || call.act !== a.act || call.section !== a.section ||
		    (a.act === "capacity" && a.detail.to !== call.capacity))
			say("unasked", `${a.act} of ${a.section} by nobody`);
	}
}
