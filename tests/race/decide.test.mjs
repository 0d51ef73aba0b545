// T3: sojourn.decide and its neighbours in several sessions of the database at
// once.  Two sessions in every order of their acts; then many at random.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { clock, reset, sql, value } from "../fixture.mjs";
import { Session } from "./sessions.mjs";

const sections = ["BIO5012-01", "BIO5012-02", "BIO5012-03", "CHE6022-01"];
let people, ids, a, b;

before(async () => {
	await reset();
	clock("change", { jobs: false });
	people = sql(`select r.person_id as id from sojourn.registration_right r
		join sojourn.term t on t.id = r.term_id and t.code = '2025-2'
		where r.max_credits >= 9 order by 1 limit 12`).map((r) => r.id);
	ids = Object.fromEntries(sections.map((code) => [code, value(`select s.id
		from sojourn.section s join sojourn.term t on t.id = s.term_id
		and t.code = '2025-2' where s.code = $1`, [code])]));
	a = new Session();
	b = new Session();
});
after(() => {
	a.end();
	b.end();
});

const decide = (person, act, take, give = []) => `select d.outcome
	from sojourn.decide(array[null::bigint], array[${person}], array['${act}'],
	array[''], array[null::timestamptz],
	array_fill(1, array[${Math.max(take.length, give.length)}]),
	array[${take.length ? take.map((t) => `'${t}'`) : "null"}]::text[],
	array[${give.length ? give.map((g) => `'${g}'`) :
		take.map(() => "null")}]::text[]) d order by d.n`;

// Section 0 has two seats, one taken by the third person; section 1 has one,
// taken by the first person.
const [hot, other] = sections;
const ground = () => a.run(`
	delete from sojourn.enrolment; delete from sojourn.withdrawal;
	delete from sojourn.substitute;
	update sojourn.section_seat set taken = 0, capacity = 30
	 where section_id in (${Object.values(ids)});
	update sojourn.section set state = 'open' where state <> 'open';
	update sojourn.section_seat set capacity = 2, taken = 1 where section_id = ${ids[hot]};
	update sojourn.section_seat set capacity = 1, taken = 1 where section_id = ${ids[other]};
	insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
	select p, s, (select term_id from sojourn.section where id = s), 3, now()
	  from (values (${people[2]}, ${ids[hot]}), (${people[0]}, ${ids[other]})) x(p, s)`);

const acts = {
	enrol: (p) => decide(p, "enrol", [hot]),
	two: (p) => decide(p, "enrol", [other, hot]),
	cancel: () => decide(people[2], "cancel", [], [hot]),
	swap: () => decide(people[0], "swap", [hot], [other]),
	close: () => `select outcome from sojourn.section_close(null::sojourn.actor, ${ids[hot]}, 'test')`,
	capacity: () => `update sojourn.section_seat set capacity = greatest(taken, 1)
		where section_id = ${ids[hot]}`,
};
const sound = async (what) => assert.deepEqual(await a.run(`
	select * from cli_api.doctor_seats() union all
	select * from cli_api.doctor_enrolments() union all
	select * from cli_api.doctor_withdrawals()`), [], what);
// Everything that can be seen of the two sections afterwards.
const picture = async () => (await a.run(`
	select person_id, section_id, state from sojourn.enrolment
	union all
	select capacity, taken, section_id::text from sojourn.section_seat
	 where section_id in (${ids[hot]}, ${ids[other]}) order by 1, 2, 3`)).join(" ");

async function serial(x, y)
{
	await ground();
	await a.run(acts[x](people[4]));
	await a.run(acts[y](people[5]));
	return picture();
}

test("T3: two acts at the same time end as one after the other would", async () => {
	for (const x of Object.keys(acts))
		for (const y of Object.keys(acts)) {
			const what = `${x} and ${y}`;
			const either = [await serial(x, y), await serial(y, x)];
			await ground();
			await a.run("begin");
			await a.run(acts[x](people[4]));
			// The second may have to wait for the first.
			const second = b.run(acts[y](people[5]));
			await Promise.race([second, sleep(10)]);
			await a.run("commit");
			await second;
			await sound(what);
			// Who only counts what is free may also look before the first
			// has ended: then a seat that came free stays free.
			const seen = await picture();
			if (!either.includes(seen))
				assert.ok(["cancel", "capacity", "close", "swap"].includes(x), `${what}: ${seen}`);
		}
});

test("T3: what is rolled back has no effect on the other", async () => {
	for (const x of Object.keys(acts))
		for (const y of Object.keys(acts)) {
			await ground();
			await a.run(acts[y](people[5]));
			const alone = await picture();
			await ground();
			await a.run("begin");
			await a.run(acts[x](people[4]));
			const second = b.run(acts[y](people[5]));
			await Promise.race([second, sleep(10)]);
			await a.run("rollback");
			await second;
			await sound(`${x} undone, ${y}`);
			assert.equal(await picture(), alone, `${x} undone, ${y}`);
		}
});

test("many sessions at random: no deadlock, nothing oversold, no limit broken", async () => {
	await ground();
	await a.run(`update sojourn.section_seat set capacity = 3 where section_id in (${Object.values(ids)})`);
	const crew = Array.from({ length: 8 }, () => new Session());
	const pick = (list) => list[Math.floor(Math.random() * list.length)];
	const one = () => {
		const p = pick(people);
		const kind = Math.random();
		if (kind < 0.25)
			return decide(p, "cancel", [], [pick(sections)]);
		if (kind < 0.45)
			return decide(p, "swap", [pick(sections)], [pick(sections)]);
		return decide(p, "enrol", sections.filter(() => Math.random() < 0.6)
			.concat(pick(sections)).sort(() => Math.random() - 0.5));
	};
	await Promise.all(crew.map(async (s) => {
		for (let i = 0; i < 40; i++)
			await s.run(one());
		s.end();
	}));
	await sound("at random");
});
