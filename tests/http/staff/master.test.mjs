// What staff change in a running term: windows, sections, universities, terms,
// agreements, courses, holidays (R2, R7, R16, R27, R32, C1).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { desk } from "./desk.mjs";

let b;
before(async () => {
	await reset();
	clock("apply", { jobs: false });
	b = desk("academic");
});

const window_ = { kind: "CHANGE", opens_at: "2025-09-01T09:00", closes_at: "2025-09-06T18:00",
	reason: "a holiday was missed" };
const current = (kind) => sql(`select opens_at, closes_at, version, overlap_confirmed
	from sojourn.time_window w join sojourn.term t on t.id = w.term_id
	where t.code = '2025-2' and kind = $1 and replaced_at is null and university_id is null`, [kind])[0];

test("R16: a window changes, the old one stays, those concerned get a mail", async () => {
	const page = await b.get("/staff/windows?term=2025-2&kind=CHANGE");
	assert.equal(page.one("#closes_at").getAttribute("value"), "2025-09-07T18:00");
	const done = await b.submit(page, window_, { action: "/staff/windows" });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(current("CHANGE").version, 2);
	assert.match(done.say("#history ~ table"), /7 Sep 2025, 18:00/);
	assert.equal(value(`select count(*) from sojourn.outbox where kind = 'window-changed'
		and account_id in (select id from sojourn.account where kind = 'student')`), 200);
	const again = await b.submit(page, window_, { action: "/staff/windows" });
	assert.equal(again.sent.status, 303);
	assert.equal(current("CHANGE").version, 2);
});

test("C1: change and withdrawal overlap only by an explicit decision", async () => {
	const page = await b.get("/staff/windows?term=2025-2&kind=WITHDRAW");
	const wanted = { kind: "WITHDRAW", opens_at: "2025-09-01T09:00", closes_at: "2025-09-30T18:00", reason: "section 5" };
	const no = await b.submit(page, wanted, { action: "/staff/windows" });
	assert.equal(no.status, 422);
	assert.deepEqual(no.codes, ["conflict"]);
	assert.equal(no.one("#reason").text, "section 5");
	assert.equal(current("WITHDRAW").version, 1);
	const yes = await b.submit(no, { ...wanted, confirm: "1" }, { action: "/staff/windows" });
	assert.deepEqual(yes.codes, ["done"]);
	assert.equal(current("WITHDRAW").overlap_confirmed, true);
});

test("windows: every wrong value is told at its field and kept", async () => {
	const page = await b.get("/staff/windows?term=2025-2");
	const window_ = { kind: "REGISTER", opens_at: "2025-08-18T09:00", closes_at: "2025-08-22T18:00", reason: "longer" };
	for (const [values, field] of [
		[{ closes_at: "2025-08-18T09:00" }, "closes_at"],
		[{ opens_at: "2025-02-31T09:00" }, "opens_at"],
		[{ reason: "" }, "reason"],
		[{ kind: "PARTY" }, "kind"],
		[{ university: "NOPE" }, "university"],
	]) {
		const bad = await b.submit(page, { ...window_, ...values }, { action: "/staff/windows" });
		assert.equal(bad.status, 422, field);
		assert.deepEqual(bad.codes, ["invalid"]);
		assert.ok(bad.one(`#${field}-error`), field);
	}
	const later = await b.submit(page, { kind: "APPLY", university: "CNU", opens_at: "2025-07-21T00:00",
		closes_at: "2025-08-20T18:00", reason: "later than ours" }, { action: "/staff/windows" });
	assert.equal(later.status, 422);
	assert.deepEqual(later.codes, ["conflict"], "R7");
});

test("sections: seats never below those taken; numbers only", async () => {
	const [s] = sql(`select section.code, capacity, taken from sojourn.section join sojourn.section_seat
		on section_id = section.id join sojourn.term t on t.id = section.term_id
		where t.code = '2025-2' and state = 'open' order by section.code limit 1`);
	sql("update sojourn.section_seat set taken = 3 from sojourn.section s where s.id = section_id and s.code = $1", [s.code]);
	const page = await b.get(`/staff/sections?term=2025-2&section=${s.code}`);
	assert.equal(page.one("#capacity").getAttribute("value"), String(s.capacity));
	const post = (capacity) => b.submit(page, { capacity, request: `cap-${Math.random()}`.replace(".", "-").slice(0, 20) },
		{ action: "/staff/sections" });
	for (const bad of ["many", "-1", "5001", "3.5", ""]) {
		const answer = await post(bad);
		assert.equal(answer.status, 422, bad);
		assert.ok(answer.one("#capacity-error"), bad);
	}
	const below = await post("2");
	assert.equal(below.status, 422);
	assert.match(below.outcomes[0].text, /3 seats are taken/);
	const done = await post("3");
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.outcomes.map((o) => [o.section, o.outcome]), [[s.code, "done"]]);
	const gone = await b.submit(page, { section: "ZZZ9999-99", capacity: "9", request: "cap-gone-1" },
		{ action: "/staff/sections" });
	assert.equal(gone.status, 422);
	assert.deepEqual(gone.codes, ["gone"]);
});

test("R32: a closed section: enrolments closed_by_host, a mail each", async () => {
	const [s] = sql(`select s.id, s.code, s.term_id from sojourn.section s join sojourn.term t on t.id = s.term_id
		where t.code = '2025-2' and state = 'open' order by s.code desc limit 1`);
	const people = sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
		select person_id, $1, $2, 3, now() from sojourn.registration_right where term_id = $2
		order by person_id limit 3 returning person_id`, [s.id, s.term_id]).map((r) => r.person_id);
	sql("update sojourn.section_seat set taken = 3 where section_id = $1", [s.id]);
	const page = await b.get(`/staff/sections?term=2025-2&section=${s.code}`);
	const bare = await b.submit(page, { reason: "" }, { action: "/staff/sections/close" });
	assert.equal(bare.status, 422);
	assert.ok(bare.one("#reason-error"));
	const done = await b.submit(bare, { reason: "too few" }, { action: "/staff/sections/close" });
	assert.deepEqual(done.codes, ["done"]);
	assert.match(done.outcomes[0].text, /3 people/);
	assert.equal(value(`select count(*) from sojourn.enrolment where section_id = $1
		and state = 'closed_by_host'`, [s.id]), 3);
	assert.equal(value(`select count(*) from sojourn.outbox where kind = 'section-closed'
		and person_id = any ($1)`, [people]), 3);
	assert.equal((await b.get("/staff/sections/close")).status, 405);
});

test("universities, agreements, terms, courses, holidays: saved, wrong values told", async () => {
	const uni = await b.get("/staff/universities?code=CNU");
	assert.equal(uni.one("#name_en").getAttribute("value"), "Chungnam National University");
	assert.deepEqual((await b.submit(uni, { max_credits: "9" }, { action: "/staff/universities" })).codes, ["done"]);
	assert.equal(value("select max_credits from sojourn.university where code = 'CNU'"), 9);
	const bad = await b.submit(uni, { country: "Korea", max_credits: "99", name_ko: "", coordinator_email: "x" },
		{ action: "/staff/universities" });
	assert.equal(bad.status, 422);
	assert.equal(bad.all(".field .error").length, 4, "all at once");
	const agr = await b.get("/staff/agreements");
	const overlap = await b.submit(agr, { university: "CNU", valid_from: "2025-01-01" }, { action: "/staff/agreements" });
	assert.equal(overlap.status, 422);
	assert.deepEqual(overlap.codes, ["conflict"]);
	const term = await b.get("/staff/terms?code=2025-2");
	const final = await b.submit(term, { catalogue_final_at: "2025-08-18T08:00" }, { action: "/staff/terms" });
	assert.deepEqual(final.codes, ["done"], "R27");
	const course = await b.get("/staff/courses");
	const unknown = await b.submit(course, { code: "abc", major: "NONE", title_ko: "가", title_en: "A" }, { action: "/staff/courses" });
	assert.equal(unknown.status, 422);
	const day = await b.get("/staff/holidays");
	assert.deepEqual((await b.submit(day, { day: "2025-10-10", name: "Founding day" }, { action: "/staff/holidays" })).codes, ["done"]);
	assert.equal((await b.submit(day, { day: "2025-02-30", name: "x", request: "holiday-bad-1" }, { action: "/staff/holidays" })).status, 422);
});
