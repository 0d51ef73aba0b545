// The scene of the tests of concurrent acts: two sections with few seats, some
// people, and what they and the office may do to them.
import assert from "node:assert/strict";
import { clock, reset, sql, value } from "../fixture.mjs";
import { Session } from "./sessions.mjs";

export const sections = ["BIO5012-01", "BIO5012-02", "BIO5012-03", "CHE6022-01"];
// Section 0 has two seats, one taken by the third person; section 1 has one,
// taken by the first person.
export const [hot, other] = sections;
export let people, ids, a;

// The demo in the window in which everything is possible; a session to look.
export async function open()
{
	await reset();
	clock("change", { jobs: false });
	people = sql(`select r.person_id as id from sojourn.registration_right r
		join sojourn.term t on t.id = r.term_id and t.code = '2025-2'
		where r.max_credits >= 9 order by 1 limit 12`).map((r) => r.id);
	ids = Object.fromEntries(sections.map((code) => [code, value(`select s.id
		from sojourn.section s join sojourn.term t on t.id = s.term_id
		and t.code = '2025-2' where s.code = $1`, [code])]));
	// The sixth person has room for one course only.
	sql(`update sojourn.registration_right set max_credits = 3 where person_id = $1`, [people[6]]);
	a = await session();
	return a;
}
// Orders of acts matter here, not whether they outlive a crash.
export async function session()
{
	const s = new Session();
	await s.run("set synchronous_commit = off");
	return s;
}

export const decide = (person, act, take, give = [], account = null, request = "") => `select d.outcome
	from sojourn.decide(array[${account}::bigint], array[${person}], array['${act}'],
	array['${request}'], array[null::timestamptz],
	array_fill(1, array[${Math.max(take.length, give.length)}]),
	array[${take.length ? take.map((t) => `'${t}'`) : "null"}]::text[],
	array[${give.length ? give.map((g) => `'${g}'`) :
		take.map(() => "null")}]::text[]) d order by d.n`;

const start = () => `
	begin;
	delete from sojourn.enrolment; delete from sojourn.withdrawal;
	delete from sojourn.substitute;
	delete from sojourn.request where id = 'the-same-form';
	update sojourn.section_seat set taken = 0, capacity = 30
	 where section_id in (${Object.values(ids)});
	update sojourn.section set state = 'open' where state <> 'open';
	update sojourn.section_seat set capacity = 2, taken = 1 where section_id = ${ids[hot]};
	update sojourn.section_seat set capacity = 1, taken = 1 where section_id = ${ids[other]};
	insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
	select p, s, (select term_id from sojourn.section where id = s), 3, now()
	  from (values (${people[2]}, ${ids[hot]}), (${people[0]}, ${ids[other]})) x(p, s);
	commit`;
export const ground = () => a.run(start());

export const acts = {
	enrol: (p) => decide(p, "enrol", [hot]),
	two: (p) => decide(p, "enrol", [other, hot]),
	cancel: () => decide(people[2], "cancel", [], [hot]),
	swap: () => decide(people[0], "swap", [hot], [other]),
	close: () => `select outcome from sojourn.section_close(null::sojourn.actor, ${ids[hot]}, 'test')`,
	capacity: () => `update sojourn.section_seat set capacity = greatest(taken, 1)
		where section_id = ${ids[hot]}`,
	// One student in several windows: room for one of them; one form twice.
	mine: () => decide(people[6], "enrol", [sections[2]]),
	also: () => decide(people[6], "enrol", [sections[3]]),
	form: () => decide(people[7], "enrol", [hot], [], 7, "the-same-form"),
};
const unsound = `
	select * from cli_api.doctor_seats() union all
	select * from cli_api.doctor_enrolments() union all
	select * from cli_api.doctor_withdrawals()`;
// Everything that can be seen of the two sections afterwards.
const seen = () => `
	select person_id, section_id, state from sojourn.enrolment
	union all
	select capacity, taken, section_id::text from sojourn.section_seat
	 where section_id in (${ids[hot]}, ${ids[other]}) order by 1, 2, 3`;
const mark = "select '=='";

// What is left, once doctor has found nothing wrong with it.
export async function picture(what)
{
	const rows = await a.run([unsound, mark, seen()].join(";\n"));
	const at = rows.indexOf("==");
	assert.deepEqual(rows.slice(0, at), [], what);
	return rows.slice(at + 1).join(" ");
}

// What the same acts leave one after the other, asked in one go.
export async function alone(list)
{
	const rows = await a.run([start(), ...list, mark, seen()].join(";\n"));
	return rows.slice(rows.indexOf("==") + 1).join(" ");
}
