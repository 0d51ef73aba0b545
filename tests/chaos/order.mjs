// Third part of the checker: time.  What was answered before something else was
// sent stands before it in the audit; the seats of a section go to those who
// came first (F10).
import { key } from "./answers.mjs";

const students = ["enrol", "cancel", "swap"];

export function checkOrder(history, say)
{
	const audit = history.audit.filter((a) => students.includes(a.act) &&
		a.student).sort((a, b) => a.id - b.id);
	realTime(history, audit, say);
	batches(audit, say);
	seats(history, say);
}

// For each request when it was first sent and first answered.
function times(history)
{
	const found = new Map();
	for (const c of history.calls.filter((x) => x.student)) {
		const k = key(c.student, c.request);
		const t = found.get(k) ?? { sent: Infinity, ended: Infinity };
		t.sent = Math.min(t.sent, c.sent);
		if (c.items || c.status === 303)
			t.ended = Math.min(t.ended, c.ended);
		found.set(k, t);
	}
	return found;
}

function realTime(history, audit, say)
{
	const when = times(history);
	let first = Infinity, name = "";
	for (const a of [...audit].reverse()) {
		const k = key(a.student, a.request);
		const t = when.get(k);
		if (!t)
			continue;
		if (first < t.sent)
			say("order", `${k} was sent after ${name} was answered, ` +
				"and stands before it");
		if (t.ended < first) {
			first = t.ended;
			name = k;
		}
		// A row is not older than its request, nor younger than its answer.
		if (a.at < t.sent - 50)
			say("order", `${k} was done before it was sent`);
		if (a.at > t.ended + 50)
			say("order", `${k} was answered before it was done`);
		if (a.told !== undefined && (a.told < t.sent + history.clock - 50 ||
		    a.told > a.at + history.clock + 50))
			say("order", `${k} arrived at no possible moment`);
	}
}

// Within a batch acts that meet, in a section or by their student, stand in
// order of arrival; those that do not may be decided before others.
function batches(audit, say)
{
	const last = new Map();
	for (const a of audit) {
		const met = [a.section, a.left, a.student].filter(Boolean)
			.map((what) => `${a.tx} ${what}`);
		if (met.some((k) => last.get(k) > a.told))
			say("queue", `#${a.id} stands behind later arrivals of ` +
				"its batch");
		for (const k of met)
			last.set(k, a.told);
	}
}

// Who found a section full did not come clearly earlier than somebody who has
// got a seat of it since one last came free.
function seats(history, say)
{
	const tolerance = history.tolerance ?? 1000;
	const latest = new Map();
	for (const a of [...history.audit].sort((x, y) => x.id - y.id)) {
		if (a.act === "capacity" || a.act === "close")
			latest.delete(a.section);
		if (!students.includes(a.act) ||
		    history.world.sections[a.section]?.waits)
			continue;
		if (a.outcome === "done") {
			for (const code of [a.left, a.act === "cancel" && a.section])
				latest.delete(code);
			if (a.act !== "cancel")
				latest.set(a.section, Math.max(a.told,
					latest.get(a.section) ?? 0));
		} else if (a.outcome === "full" &&
		    a.told < (latest.get(a.section) ?? 0) - tolerance)
			say("queue", `#${a.id} ${a.student} came ` +
				`${Math.round(latest.get(a.section) - a.told)} ms ` +
				`before one who has a seat in ${a.section}`);
	}
}
