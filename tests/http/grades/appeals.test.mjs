// R15, C32: corrections of grades, from the student's wish to both values.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { grade, person, seat, section, type, who } from "../teach/scene.mjs";

const code = "BIO5012-01";
let ids;
before(async () => {
	await reset();
	ids = seat(code, 5);
	clock("2025-12-22T10:00:00+09:00", { jobs: false });
	const prof = who("prof.kim");
	await type(prof, await prof.get(`/teach/${code}/grades`),
		{ [ids[0]]: "80", [ids[1]]: "81.5", [ids[2]]: "82", [ids[3]]: "83" });
});

const csrfOf = async (b, path) => (await b.get(path)).one("input[name=csrf]").getAttribute("value");
const ask = async (b, fields = {}) => b.follow(await b.post("/grades/appeal",
	{ csrf: await csrfOf(b, "/grades"), section: code, reason: "Question 3 was not counted.", ...fields }));
const decide = async (b, fields) => b.follow(await b.post("/teach/appeals",
	{ csrf: await csrfOf(b, "/teach/appeals"), ...fields }));
const appeal = (login) => sql(`select * from sojourn.grade_appeal where person_id = $1
	order by id desc limit 1`, [person(login)])[0];

test("before the announcement nothing can be asked, and nothing is told", async () => {
	const answer = await ask(who(ids[0]));
	assert.equal(answer.status, 422);
	assert.deepEqual(answer.codes, ["gone"]);
});

test("R15: asked with a reason, once at a time; the instructor is told", async () => {
	clock("grades", { jobs: false });
	const s = who(ids[0]);
	const empty = await ask(s, { reason: " " });
	assert.equal(empty.status, 422);
	assert.deepEqual(empty.codes, ["invalid"]);
	const page = await s.submit(await s.get("/grades"), { reason: "문제 3 <b>& 채점" }, { action: "/grades/appeal" });
	assert.equal(page.sent.status, 303);
	assert.deepEqual(page.codes, ["pending"]);
	assert.match(page.outcomes[0].text, /Fri 9 Jan 2026, 18:00/, "five working days after the window");
	assert.equal(page.one("[data-appeal]").getAttribute("data-appeal-state"), "open");
	assert.deepEqual((await ask(s)).codes, ["duplicate"]);
	assert.deepEqual(sql("select kind, to_address, params ->> 'student' as s from sojourn.outbox where kind like 'appeal%'"),
		[{ kind: "appeal-asked", to_address: "prof.kim@ust.example", s: ids[0] }]);
	assert.equal(value("select count(*) from sojourn.audit where act = 'appeal' and detail::text like '%채점%'"), 0, "S12");
});

test("the instructor changes it with a reason; both values stay, on both sides", async () => {
	const prof = who("prof.kim");
	const list = await prof.get("/teach/appeals?state=open");
	assert.match(list.say("[data-appeal]"), /문제 3 <b>& 채점|문제 3 &lt;b&gt;/);
	const { id } = appeal(ids[0]);
	for (const [fields, why] of [[{ decision: "change", grade: "", reason: "x" }, /new grade/],
		[{ decision: "change", grade: "80", reason: "x" }, /grade already/],
		[{ decision: "change", grade: "120", reason: "x" }, /0 and 100/],
		[{ decision: "change", grade: "90", reason: "" }, /fill in|reason/],
		[{ grade: "90", reason: "x" }, /choose/i]]) {
		const answer = await decide(prof, { appeal: id, ...fields });
		assert.equal(answer.status, 422, JSON.stringify(fields));
		assert.match(answer.text, why, JSON.stringify(fields));
	}
	assert.equal(grade(ids[0], code), "80");
	const done = await decide(prof, { appeal: id, decision: "change", grade: "86.5", reason: "Question 3 counted." });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	const mine = await who(ids[0]).get("/grades");
	const item = mine.one(`li[data-section="${code}"]`);
	assert.equal(item.getAttribute("data-grade"), "86.5");
	assert.equal(item.querySelector("[data-before]").text, "80");
	assert.equal(item.querySelector("[data-after]").text, "86.5");
	assert.match(item.text, /Question 3 counted/);
	assert.match((await prof.get("/teach/appeals?state=decided")).say("[data-appeal]"), /80 → 86.5/);
	const stored = JSON.parse((await who(ids[0]).get("/account/data.json")).text).grade_corrections;
	assert.deepEqual(stored.map((x) => [x.state, x.before, x.after, x.answer]), [["changed", "80", "86.5", "Question 3 counted."]]);
	assert.match((await who(ids[0]).get("/account/data")).say("[data-appeal]"), /Question 3 counted/);
	assert.equal(JSON.parse((await who(ids[1]).get("/account/data.json")).text).grade_corrections, null, "nobody else's");
	assert.equal(value("select params ->> 'changed' from sojourn.outbox where kind = 'appeal-decided'"), "1");
	const again = await decide(prof, { appeal: id, decision: "change", grade: "86.5", reason: "twice" });
	assert.deepEqual(again.codes, ["already"]);
	const other = await decide(prof, { appeal: id, decision: "keep", reason: "other tab" });
	assert.deepEqual(other.codes, ["changed"]);
	assert.equal(grade(ids[0], code), "86.5");
	assert.deepEqual(sql(`select way, sojourn.grade_text(percent, pass) as g from sojourn.grade_value
		where person_id = $1 order by version`, [person(ids[0])]), [{ way: "form", g: "80" }, { way: "appeal", g: "86.5" }]);
});

test("kept, with the reason shown; and it can be asked again in the window", async () => {
	const s = who(ids[1]);
	await ask(s);
	const prof = who("prof.kim");
	assert.deepEqual((await decide(prof, { appeal: appeal(ids[1]).id, decision: "keep", reason: "Counted rightly." })).codes, ["done"]);
	const page = await s.get("/grades");
	assert.equal(page.one("[data-appeal]").getAttribute("data-appeal-state"), "kept");
	assert.match(page.say("[data-appeal]"), /Counted rightly/);
	assert.equal(grade(ids[1], code), "81.5");
	assert.deepEqual((await ask(s)).codes, ["pending"]);
});

test("the student takes it back; nobody else can, and nobody decides it afterwards", async () => {
	const { id } = appeal(ids[1]);
	const thief = who(ids[2]);
	assert.deepEqual((await thief.post("/grades/cancel", { csrf: await csrfOf(thief, "/grades"), appeal: id })).codes, ["gone"]);
	const s = who(ids[1]);
	const page = await s.submit(await s.get("/grades"), {}, { action: "/grades/cancel" });
	assert.deepEqual(page.codes, ["done"]);
	const prof = who("prof.kim");
	assert.deepEqual((await decide(prof, { appeal: id, decision: "change", grade: "99", reason: "x" })).codes, ["changed"]);
	assert.equal(grade(ids[1], code), "81.5");
});

test("a missing grade, a course of somebody else, an unknown one, a withdrawn one", async () => {
	assert.deepEqual((await ask(who(ids[4]))).codes, ["ineligible"]);
	assert.deepEqual((await ask(who(ids[2]), { section: "CHE6022-01" })).codes, ["gone"]);
	assert.deepEqual((await ask(who(ids[2]), { section: "NOPE1-01" })).codes, ["gone"]);
	assert.equal((await ask(who(ids[2]), { reason: "x".repeat(2001) })).status, 422);
	assert.equal((await who(ids[2]).post("/grades/appeal", { section: code, reason: "x" })).status, 403);
});

test("another instructor decides nothing, and cannot tell that there is something", async () => {
	await ask(who(ids[2]));
	sql(`insert into sojourn.account_role (account_id, role) select id, 'instructor' from sojourn.account where login = 'auditor'`);
	const other = who("auditor");
	assert.equal((await other.get("/teach/appeals")).all("[data-appeal]").length, 0);
	assert.deepEqual((await decide(other, { appeal: appeal(ids[2]).id, decision: "keep", reason: "x" })).codes, ["gone"]);
	assert.deepEqual((await decide(other, { appeal: 999999, decision: "keep", reason: "x" })).codes, ["gone"]);
});

test("R15: closed in the minute the window ends; open longer for a late grade", async () => {
	clock("2026-01-05T00:00:01+09:00", { jobs: false });
	const late = await ask(who(ids[3]));
	assert.deepEqual(late.codes, ["window"]);
	assert.match(late.outcomes[0].text, /closed on/);
	clock("2026-01-12T10:00:00+09:00", { jobs: false });
	const prof = who("prof.kim");
	await type(prof, await prof.get(`/teach/${code}/grades`), { [ids[4]]: "50" });
	const s = who(ids[4]);
	assert.match((await s.get("/grades")).say("main"), /Possible until Mon 19 Jan 2026, 24:00/);
	assert.deepEqual((await ask(s)).codes, ["pending"]);
});

test("C32: after the due date the instructor's time is over", async () => {
	const prof = who("prof.kim");
	const { id } = appeal(ids[2]);
	const answer = await decide(prof, { appeal: id, decision: "keep", reason: "x" });
	assert.deepEqual(answer.codes, ["late"]);
	assert.equal(appeal(ids[2]).state, "open");
	assert.match((await who(ids[2]).get("/grades")).say("[data-appeal]"), /academic team takes care/);
});
