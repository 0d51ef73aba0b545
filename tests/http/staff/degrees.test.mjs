// R109: what certificates say of degree students, seen and corrected by staff.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { holder, issue, own, settled } from "../certificates/step.mjs";
import { visitor } from "../letters/office.mjs";

const address = `/staff/degrees?student_no=${own.expected}`;
let affairs;
before(async () => { await reset(); clock("apply", { jobs: false }); affairs = visitor("affairs"); });
const correct = async (line, to, reason = "Decision of the committee") =>
	affairs.submit(await affairs.get(address), { line, value: to, reason }, { action: "/staff/degrees" });
const stored = (line) => value(`select to_jsonb(d) ->> $2 from sojourn.degree_record d where student_no = $1`,
	[own.expected, line]);

test("a line is corrected with a reason; both values, who and why are kept, and the certificate ends", async () => {
	const b = holder(own.expected);
	await issue(b, own.expected, "course-completion", "en");
	const last = (await settled(own.expected)).at(-1);
	assert.deepEqual((await correct("completed_on", "2025-06-27")).codes, ["done"]);
	assert.equal(stored("completed_on"), "2025-06-27");
	assert.equal(value("select sojourn.document_standing(id) from sojourn.document where serial = $1", [last.serial]),
		"superseded");
	const page = await affairs.get(address);
	assert.match(page.text, /2025-06-20 → 2025-06-27/);
	assert.match(page.text, /Decision of the committee/);
	const [audit] = sql("select outcome, rule, detail::text as detail from sojourn.audit where act = 'degree-correct'");
	assert.deepEqual([audit.outcome, audit.rule], ["done", "R109"]);
	assert.doesNotMatch(audit.detail, /2025-06|committee/);
	assert.deepEqual((await correct("expected_on", "")).codes, ["done"], "a day may go");
	assert.equal(stored("expected_on"), null);
	assert.deepEqual((await correct("expected_on", "")).codes, ["already"]);
});

test("what does not fit is refused and stays in the form", async () => {
	for (const [line, to] of [["expected_on", "2026-02-31"], ["status", "graduated"], ["status", "gone"], ["level", ""],
		["completed_on", ""], ["admitted_on", ""], ["status_since", "1999-01-01"], ["person_id", "1"],
		["student_no", "1"], ["degree_no", "x".repeat(41)], ["thesis", "-"]]) {
		const page = await correct(line, to);
		assert.equal(page.sent?.status ?? page.status, 422, `${line} ${to}`);
		assert.deepEqual(page.codes, ["invalid"], `${line} ${to}`);
	}
	const page = await correct("thesis", "A title", "");
	assert.deepEqual(page.codes, ["invalid"]);
	assert.match(page.text, /value="A title"/);
	assert.equal(value("select count(*)::int from sojourn.degree_correction"), 2);
	assert.match((await affairs.get("/staff/degrees?student_no=99999999")).text, /Nobody has this student number/);
	for (const login of ["academic", "auditor", "prof.kim"])
		assert.equal((await visitor(login).get(address)).status, 403, login);
});
