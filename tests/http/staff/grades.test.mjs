// R14, R15, C32: what is late at the desk; staff remind, decide, give more time.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { grade, person, seat, section, type, who } from "../teach/scene.mjs";

const code = "BIO5012-01";
let ids, staff;
before(async () => {
	await reset();
	ids = seat(code, 4);
	clock("2025-12-27T10:00:00+09:00", { jobs: false });
	const prof = who("prof.kim");
	await type(prof, await prof.get(`/teach/${code}/grades`), { [ids[0]]: "80", [ids[1]]: "70" });
	staff = who("academic");
});
const csrfOf = async (b, path) => (await b.get(path)).one("input[name=csrf]").getAttribute("value");
const act = async (fields, b = staff) => b.follow(await b.post("/staff/appeals", { csrf: await csrfOf(b, "/staff"), ...fields }));
const ask = async (id) => {
	const b = who(id);
	await b.post("/grades/appeal", { csrf: await csrfOf(b, "/grades"), section: code, reason: "Question 3" });
	return value("select max(id) from sojourn.grade_appeal where person_id = $1", [person(id)]);
};

test("what is late stands on the desk; the instructors are reminded at once", async () => {
	const n = (await staff.get("/staff")).one("a[href='/staff/grades?state=missing'] .n").text;
	assert.equal(n, "2");
	const page = await staff.get("/staff/grades?state=missing");
	assert.equal(page.one(`tr[data-section="${code}"]`).getAttribute("data-missing"), "2");
	assert.match(page.say(`tr[data-section="${code}"]`), /김정호.*2 \/ 4.*overdue/);
	const done = await staff.submit(page, { section: [code] }, { action: "/staff/grades" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(value("select count(*) from sojourn.outbox where kind = 'grade-reminder' and to_address = 'prof.kim@ust.example' and params ->> 'n' = '2'"), 1);
	assert.deepEqual((await staff.post("/staff/grades", { csrf: await csrfOf(staff, "/staff"), section: "CHE6022-01" })).codes, ["gone"]);
	assert.equal((await staff.post("/staff/grades", { csrf: await csrfOf(staff, "/staff") })).status, 422);
	assert.match((await staff.get(`/staff/grades?section=${code}`)).say("figure table"), /80–891/);
	for (const login of ["affairs", "auditor", "prof.kim"])
		assert.equal((await who(login).get("/staff/grades")).status, 403, login);
});

test("R15: staff give more time, with a reason; student and instructor are told", async () => {
	clock("grades", { jobs: false });
	const id = await ask(ids[0]);
	clock("2026-01-12T10:00:00+09:00", { jobs: false });
	const list = await staff.get("/staff/appeals?state=late");
	assert.equal(list.all("[data-appeal]").length, 1);
	assert.equal((await staff.get("/staff")).one("a[href='/staff/appeals?state=late'] .n").text, "1");
	assert.equal((await act({ appeal: id, decision: "extend", reason: "ill", until: "2026-01-10T18:00" })).status, 422, "not into the past");
	assert.equal((await act({ appeal: id, decision: "extend", reason: "", until: "2026-01-16T18:00" })).status, 422, "a reason");
	assert.deepEqual((await act({ appeal: id, decision: "extend", reason: "The instructor is ill.", until: "2026-01-16T18:00" })).codes, ["done"]);
	const page = await who(ids[0]).get("/grades");
	assert.match(page.say("[data-appeal]"), /decides, until Fri 16 Jan 2026, 18:00.*The instructor is ill/);
	assert.equal(value("select count(*) from sojourn.outbox where kind = 'appeal-extended'"), 1);
	const prof = who("prof.kim");
	assert.deepEqual((await prof.follow(await prof.post("/teach/appeals", { csrf: await csrfOf(prof, "/teach"), appeal: id,
		decision: "change", grade: "85", reason: "Counted." }))).codes, ["done"], "the instructor may again");
});

test("R15: staff decide in the instructor's absence; it says who did", async () => {
	clock("2025-12-30T10:00:00+09:00", { jobs: false });
	const id = await ask(ids[1]);
	assert.equal((await act({ appeal: id, decision: "change", grade: "70", reason: "x" })).status, 422, "no change");
	assert.equal((await act({ appeal: id, decision: "change", grade: "abc", reason: "x" })).status, 422);
	assert.deepEqual((await act({ appeal: id, decision: "change", grade: "74.5", reason: "Recounted by the team." })).codes, ["done"]);
	assert.equal(grade(ids[1], code), "74.5");
	assert.match((await who(ids[1]).get("/grades")).say("[data-appeal]"), /The academic team changed the grade.*Recounted by the team/);
	assert.deepEqual((await act({ appeal: id, decision: "keep", reason: "x" })).codes, ["changed"]);
	assert.deepEqual((await act({ appeal: id, decision: "extend", reason: "x", until: "2026-02-16T18:00" })).codes, ["changed"],
		"nobody has more time for what is decided");
	assert.deepEqual((await act({ appeal: 999999, decision: "keep", reason: "x" })).codes, ["gone"]);
	assert.equal(value("select by_kind from sojourn.grade_appeal_act where appeal_id = $1 and act = 'changed'", [id]), "staff");
});
