// What universities sent on paper, and the register of letters (R3, R6, R12).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, file, reset, sql, value } from "../../fixture.mjs";
import { applicants, desk } from "./desk.mjs";

const pdf = file("공문.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", "application/pdf");
let b;
before(async () => {
	await reset();
	clock("apply", { jobs: false });
	b = desk("academic");
});

// The form of the page that sends this hidden `what`, with what was chosen.
async function paper(page, values)
{
	const csrf = page.one("main [name=csrf]").getAttribute("value");
	return b.follow(await b.post("/staff/onbehalf", { csrf, request: `paper-${Math.random()}`.replace(".", ""),
		term: "2025-2", ...values }, { multipart: true }));
}

test("R6: the letter of a list, with its file; the register has it", async () => {
	const [list] = sql("select id, university_id from sojourn.partner_list where state = 'committed' and letter_id is null");
	const page = await b.get("/staff/onbehalf");
	assert.match(page.say("#upload"), /students: \d/);
	const bare = await paper(page, { what: "letter", upload: list.id });
	assert.equal(bare.status, 422);
	assert.ok(bare.one("#letter_no-error"));
	const zip = await paper(page, { what: "letter", upload: list.id, letter_no: "YU-1", letter_date: "2025-08-12",
		letter: file("letter.pdf", "PK\u0003\u0004 not a pdf", "application/pdf") });
	assert.equal(zip.status, 422, "the bytes decide, not the name");
	assert.ok(zip.one("#letter-error"));
	const done = await paper(page, { what: "letter", upload: list.id, letter_no: "YU-1", letter_date: "2025-08-12", letter: pdf });
	assert.deepEqual(done.codes, ["done"]);
	const again = await paper(page, { what: "letter", upload: list.id, letter_no: "YU-2", letter_date: "2025-08-12" });
	assert.deepEqual(again.codes, ["already"]);
	const register = await b.get("/staff/official?q=YU-1");
	assert.match(register.say("tbody"), /공문\.pdf/);
	const got = await b.get(register.one("tbody a").getAttribute("href"));
	assert.equal(got.status, 200);
	assert.equal(got.headers.get("content-type"), "application/pdf");
	assert.match(got.text, /^%PDF-1\.4/);
	assert.equal((await b.get("/staff/official/999999")).status, 404);
	assert.equal((await desk("auditor").get(register.one("tbody a").getAttribute("href"))).status, 403);
});

test("R3: a recommendation on paper; S11: only of its own university's students", async () => {
	const [mine] = applicants(1, { prefix: "PA", recommendation: "none" });
	const [other] = applicants(1, { prefix: "PB", recommendation: "none", university: "KAIST" });
	const page = await b.get("/staff/onbehalf?term=2025-2&university=CNU");
	assert.match(page.say("#application"), /시험PA1/);
	const done = await paper(page, { what: "recommendation", university: "CNU", application: [mine, other],
		decision: "recommend", letter_no: "CNU-77", letter_date: "2025-08-13" });
	assert.deepEqual(done.outcomes.map((o) => [o.section, o.outcome]).sort(),
		[[`${mine}`, "done"], [`${other}`, "gone"]].sort());
	assert.equal(value("select recommendation from sojourn.application where id = $1", [mine]), "recommended");
	assert.equal(value("select recommendation from sojourn.application where id = $1", [other]), "none");
	for (const [values, status] of [[{ application: "x" }, 422], [{ letter_date: "2025-02-31" }, 422],
		[{ letter_date: "2026-01-01" }, 422], [{ university: "" }, 422], [{ application: undefined }, 422]]) {
		const bad = await paper(page, { what: "recommendation", university: "CNU", application: mine,
			decision: "recommend", letter_no: "CNU-78", letter_date: "2025-08-13", ...values });
		assert.equal(bad.status, status, JSON.stringify(values));
		assert.deepEqual(bad.codes, ["invalid"]);
	}
});

test("R12: a withdrawal confirmed on paper; C29: a late letter is decided", async () => {
	const [w] = sql(`insert into sojourn.withdrawal (person_id, section_id, term_id, university_id, requested_at)
		select g.person_id, s.id, g.term_id, g.university_id, now() from sojourn.registration_right g
		join sojourn.section s on s.term_id = g.term_id join sojourn.university u on u.id = g.university_id
		where u.code = 'CNU' order by g.person_id, s.id limit 1 returning id, person_id, section_id, term_id`);
	sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
		values ($1, $2, $3, 3, 'withdraw_requested', now())`, [w.person_id, w.section_id, w.term_id]);
	sql("update sojourn.section_seat set taken = taken + 1 where section_id = $1", [w.section_id]);
	clock("2025-10-02T09:00:00+09:00", { jobs: false });
	const page = await b.get("/staff/onbehalf?term=2025-2&university=CNU");
	const late = await paper(page, { what: "withdrawal", university: "CNU", withdrawal: w.id, decision: "confirm",
		letter_no: "CNU-90", letter_date: "2025-09-29" });
	assert.deepEqual(late.codes, ["pending"], "R12: it came after its time");
	const queue = await b.get("/staff/withdrawals?term=2025-2");
	const bare = await b.submit(queue, { withdrawal: w.id, decision: "accept", reason: "" }, { action: "/staff/withdrawals" });
	assert.equal(bare.status, 422);
	assert.ok(bare.one("#reason-error"));
	const done = await b.submit(queue, { withdrawal: w.id, decision: "accept", reason: "the post was slow" }, { action: "/staff/withdrawals" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(value("select state from sojourn.enrolment where person_id = $1 and section_id = $2", [w.person_id, w.section_id]), "withdrawn");
	const again = await b.fill("/staff/withdrawals?term=2025-2", { withdrawal: w.id, decision: "reject", reason: "x" }, { action: "/staff/withdrawals" });
	assert.deepEqual(again.codes, ["changed"]);
	clock("apply", { jobs: false });
});

test("a letter sent is recorded once", async () => {
	const page = await b.get("/staff/official");
	const values = { direction: "out", university: "CNU", subject: "final-list", letter_no: "UST-2025-9", letter_date: "2025-08-13" };
	assert.deepEqual((await b.submit(page, values, { action: "/staff/official" })).codes, ["done"]);
	const twice = await b.fill("/staff/official", values, { action: "/staff/official" });
	assert.equal(twice.status, 422);
	assert.deepEqual(twice.codes, ["duplicate"]);
	const bad = await b.fill("/staff/official", { ...values, letter_no: "", university: "" }, { action: "/staff/official" });
	assert.equal(bad.status, 422);
	assert.equal(bad.all(".field .error").length, 2);
});
