// /partner/withdrawals: the home university's word, with its letter (R12).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, file, reset, sql, value } from "../../fixture.mjs";
import { desk } from "../staff/desk.mjs";

let people, sections;
before(async () => {
	await reset();
	clock("withdraw", { jobs: false });
	people = sql(`select a.id, a.person_id, a.term_id, a.university_id
		from sojourn.application a join sojourn.university u on
		u.id = a.university_id and u.code = 'CNU' where a.state = 'issued'
		order by a.id limit 6`);
	sections = sql(`select id, code, credits from sojourn.section where
		term_id = $1 order by id limit 2`, [people[0].term_id]);
});

// A registration whose withdrawal was asked for; returns the withdrawal.
function asked(person, section = sections[0])
{
	sql(`insert into sojourn.enrolment (person_id, section_id, term_id,
		credits, state, enrolled_at) values ($1, $2, $3, $4,
		'withdraw_requested', sojourn.now() - interval '20 days')`,
	[person.person_id, section.id, person.term_id, section.credits]);
	sql(`update sojourn.section_seat set taken = taken + 1 where
		section_id = $1`, [section.id]);
	return sql(`insert into sojourn.withdrawal (person_id, section_id, term_id,
		university_id, reason, requested_at) values ($1, $2, $3, $4, '건강',
		sojourn.now()) returning id`, [person.person_id, section.id,
		person.term_id, person.university_id])[0].id;
}
const state = (id) => value(`select w.state || ' ' || e.state from
	sojourn.withdrawal w join sojourn.enrolment e on e.person_id = w.person_id
	and e.section_id = w.section_id where w.id = $1`, [id]);
const act = async (b, ids, values) => b.submit(
	await b.get("/partner/withdrawals"), { withdrawal: ids, ...values },
	{ action: "/partner/withdrawals" });

test("R12: confirmed with its letter, several with one", async () => {
	const ids = [asked(people[0]), asked(people[0], sections[1])];
	const b = desk("cnu");
	const page = await b.get("/partner/withdrawals");
	assert.match(page.one(`tr[data-withdrawal='${ids[0]}']`).text, /건강/);
	assert.match(page.one(`tr[data-withdrawal='${ids[0]}']`).text, /30 Sep 2025, 18:00/);
	assert.equal((await b.get("/partner")).one("[data-work='withdrawal']")
		.getAttribute("data-n"), "2");
	const bare = await act(b, ids, { decision: "confirm" });
	assert.equal(bare.status, 422);
	assert.deepEqual(new Set(bare.codes), new Set(["letter-missing"]));
	assert.equal(state(ids[0]), "requested withdraw_requested");
	const done = await act(b, ids, { decision: "confirm", letter_no: "W-1",
		letter_date: "2025-09-08", letter: file("w.pdf", "%PDF-1.4\n") });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.outcomes.map((o) => [o.outcome, o.section]).sort(),
		[["done", sections[0].code], ["done", sections[1].code]].sort());
	for (const id of ids)
		assert.equal(state(id), "withdrawn withdrawn");
	assert.equal(value(`select count(*)::int from sojourn.official_letter
		where letter_no = 'W-1'`), 1);
	const again = await act(b, ids, { decision: "confirm", letter_no: "W-1",
		letter_date: "2025-09-08" });
	assert.deepEqual(new Set(again.codes), new Set(["already"]));
});

test("R12: one letter may stand for another one later", async () => {
	const id = asked(people[1]);
	const done = await act(desk("cnu"), [id], { decision: "confirm",
		letter_no: "W-1", letter_date: "2025-09-08" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(state(id), "withdrawn withdrawn");
});

test("R12: refused: the student stays enrolled", async () => {
	const id = asked(people[2]);
	const done = await act(desk("cnu"), [id], { decision: "refuse",
		reason: "필수 과목" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(state(id), "refused enrolled");
});

test("what is wrong with a letter stands at its field", async () => {
	const id = asked(people[3]);
	const b = desk("cnu");
	const future = await act(b, [id], { decision: "confirm",
		letter_no: "W-9", letter_date: "2025-10-08" });
	assert.equal(future.status, 422);
	assert.ok(future.one("#letter_date-error"));
	const half = await act(b, [id], { decision: "confirm", letter_no: "W-9" });
	assert.equal(half.status, 422);
	assert.ok(half.one("#letter_date-error"));
	const html = await act(b, [id], { decision: "confirm", letter_no: "W-9",
		letter_date: "2025-09-08", letter: file("x.html", "<html>") });
	assert.equal(html.status, 422);
	assert.equal((await act(b, [], { decision: "confirm" })).status, 422);
	assert.equal(state(id), "requested withdraw_requested");
	assert.equal(value(`select count(*)::int from sojourn.official_letter
		where letter_no = 'W-9'`), 0);
});

test("R12, C29: after its time staff decide", async () => {
	const id = asked(people[4]);
	clock("2025-09-30T18:00:00+09:00", { jobs: false });
	const late = await act(desk("cnu"), [id], { decision: "confirm",
		letter_no: "W-2", letter_date: "2025-09-30" });
	assert.equal(late.sent.status, 303);
	assert.deepEqual(late.codes, ["pending"]);
	assert.equal(state(id).split(" ")[0], "confirmed-late");
});
