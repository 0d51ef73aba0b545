// R14, R17, C32: the grade sheet as a form; who may, when, and what is refused.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Browser, clock, file, reset, sql, value } from "../../fixture.mjs";
import { grade, person, rows, seat, section, type, who } from "./scene.mjs";

const code = "BIO5012-01";
const path = `/teach/${code}/grades`;
let ids;
before(async () => {
	await reset();
	ids = seat(code, 6);
	sql(`update sojourn.enrolment set state = 'withdrawn'
		where person_id = $1 and section_id = $2`, [person(ids[5]), section(code)]);
	sql(`update sojourn.section_seat set taken = taken - 1 where section_id = $1`, [section(code)]);
	sql(`insert into sojourn.withdrawal (person_id, section_id, term_id, university_id,
		state, requested_at, decided_at)
		select r.person_id, $2, r.term_id, r.university_id, 'withdrawn',
		'2025-09-10 09:00+09', '2025-09-12 10:00+09' from sojourn.registration_right r
		where r.person_id = $1`, [person(ids[5]), section(code)]);
});

test("the list of sections says what is due, and until when", async () => {
	clock("2025-12-22T10:00:00+09:00", { jobs: false });
	const page = await who("prof.kim").get("/teach");
	assert.equal(page.status, 200);
	assert.match(page.say(".lead"), /due on Fri 26 Dec 2025, 18:00.*announced on Mon 29 Dec 2025, 00:00/);
	assert.equal(page.one(`tr[data-section="${code}"]`).getAttribute("data-missing"), "5");
	assert.ok(page.all("tr[data-section]").length >= 3);
	assert.ok((await who("prof.kim").get("/account/sessions")).one('a[href="/teach"]'), "in the menu");
});

test("the roster tells who was added, cancelled and withdrew, and when", async () => {
	sql(`insert into sojourn.audit (told_at, account_id, person_id, program, act,
		object_kind, object_id, outcome) select t::timestamptz, a.id, a.person_id, 'register', x,
		'section', $2, 'done' from sojourn.account a, (values ('enrol', '2025-08-18 09:05+09'),
		('cancel', '2025-09-02 11:00+09')) v (x, t) where a.login = $1`,
	[seat("BIO6025-01", 1, 7)[0], section(code)]);
	const page = await who("prof.kim").get(`/teach/${code}`);
	const of = (state) => page.all(`tr[data-state="${state}"]`).map((r) => r.text.replace(/\s+/g, " "));
	assert.equal(of("enrolled").length, 5);
	assert.match(of("withdrawn")[0], /12 Sep 2025/);
	assert.match(of("cancelled")[0], /18 Aug 2025, 09:05.*2 Sep 2025, 11:00/);
});

test("R17: typed, saved, shown again; what is wrong is said beside it and kept", async () => {
	const prof = who("prof.kim");
	let page = await prof.get(path);
	assert.equal(rows(page).filter((r) => r.version !== undefined).length, 5, "no field for who withdrew");
	assert.match(page.say(`tr[data-student="${ids[5]}"]`), /Withdrawn 12|Withdrawn Fri 12 Sep/);
	page = await type(prof, page, { [ids[0]]: "91.5", [ids[1]]: "101", [ids[2]]: "B+", [ids[3]]: "88.25", [ids[4]]: " ７０％ " });
	assert.equal(page.status, 422);
	assert.deepEqual(page.codes, ["done", "invalid", "invalid", "invalid"]);
	assert.match(page.outcomes[0].text, /2 grades saved/);
	const at = Object.fromEntries(rows(page).map((r) => [r.login, r]));
	assert.equal(at[ids[0]].shown, "91.5");
	assert.equal(at[ids[4]].shown, "70");
	assert.equal(at[ids[1]].shown, "101", "what was typed stands there still");
	assert.match(at[ids[1]].why, /between 0 and 100/);
	assert.match(at[ids[2]].why, /not a number/);
	assert.match(at[ids[3]].why, /one digit/);
	assert.deepEqual(ids.map((id) => grade(id, code)), ["91.5", undefined, undefined, undefined, "70", undefined]);
	page = await type(prof, page, { [ids[1]]: "59", [ids[2]]: "0", [ids[3]]: "100" });
	assert.equal(page.sent.status, 303);
	assert.deepEqual(page.codes, ["done"]);
	assert.match(page.outcomes[0].text, /3 grades/);
	assert.deepEqual(ids.slice(0, 5).map((id) => grade(id, code)), ["91.5", "59", "0", "100", "70"]);
	assert.equal(value("select count(*) from sojourn.audit where act = 'grades' and outcome = 'done'"), 2);
	assert.equal(value(`select count(*) from sojourn.audit where detail::text ~ '91[.]5'`), 0, "S12: no grade in the audit");
	const spread = await prof.get(`/teach/${code}`);
	assert.equal(new Set(spread.all("figure rect").map((r) => r.getAttribute("x"))).size, 10, "bars side by side");
	assert.deepEqual(spread.all("figure table tbody tr").map((r) => r.text.trim().replace(/(.*)(\d)$/, "$1:$2")),
		["90–100:2", "80–89:0", "70–79:1", "60–69:0", "50–59:1", "40–49:0", "30–39:0", "20–29:0", "10–19:0", "0–9:1"]);
});

test("two tabs: nothing is overwritten unseen, in either direction", async () => {
	const prof = who("prof.kim");
	const [one, two] = [await prof.get(path), await prof.get(path)];
	assert.equal((await type(prof, one, { [ids[0]]: "93" })).codes[0], "done");
	const late = await type(prof, two, { [ids[0]]: "95", [ids[1]]: "60" });
	assert.equal(late.status, 422);
	assert.deepEqual(late.codes, ["done", "changed"]);
	assert.equal(grade(ids[0], code), "93");
	assert.equal(grade(ids[1], code), "60", "the other row of the second tab counts");
	assert.equal(rows(late).find((r) => r.login === ids[0]).shown, "93", "the page shows what holds");
	const again = await type(prof, late, { [ids[0]]: "95" });
	assert.equal(again.codes[0], "done");
	assert.equal(grade(ids[0], code), "95");
	// An untouched field of an old tab takes nothing back.
	assert.equal((await type(prof, one, { [ids[2]]: "1" })).codes[0], "done");
	assert.equal(grade(ids[0], code), "95");
});

test("twice the same request has one effect; the back button saves nothing anew", async () => {
	const prof = who("prof.kim");
	const page = await prof.get(path);
	await type(prof, page, { [ids[3]]: "99" });
	const back = await type(prof, page, { [ids[3]]: "99" });
	assert.deepEqual(back.codes, ["done"]);
	assert.equal(value(`select count(*) from sojourn.grade_value where person_id = $1 and percent = 99`, [person(ids[3])]), 1);
});

test("while it is typed: one grade, answered in JSON", async () => {
	const prof = who("prof.kim");
	const page = await prof.get(path);
	const csrf = page.one("input[name=csrf]").getAttribute("value");
	const at = rows(page).find((r) => r.login === ids[4]);
	const send = (fields) => prof.post(`/teach/${code}/grade`, { csrf, request: `auto-${Math.random().toString(36).slice(2)}`,
		student: ids[4], version: at.version, was: at.was, ...fields });
	const ok = await send({ grade: "71" });
	assert.equal(ok.status, 200);
	assert.deepEqual(JSON.parse(ok.text), { outcome: "done", why: "", grade: "71", version: Number(at.version) + 1 });
	const stale = await send({ grade: "72" });
	assert.equal(stale.status, 422);
	assert.equal(JSON.parse(stale.text).outcome, "changed");
	const bad = JSON.parse((await send({ grade: "abc", version: Number(at.version) + 1, was: "71" })).text);
	assert.equal(bad.outcome, "invalid");
	assert.match(bad.why, /not a number/);
	assert.equal(JSON.parse((await send({ grade: "5", student: ids[5] })).text).outcome, "ineligible");
	assert.equal(JSON.parse((await send({ grade: "5", student: "E252999999" })).text).outcome, "gone");
	assert.equal((await send({ grade: ["5", "6"] })).status, 422, "fields that are not side by side");
	assert.equal((await prof.post(`/teach/${code}/grade`, { student: ids[4], grade: "5" })).status, 403, "no CSRF token");
	assert.equal(grade(ids[4], code), "71");
});

test("only the section's instructor; foreign and unknown sections look alike", async () => {
	const other = value(`select s.code from sojourn.section s join sojourn.term t on t.id = s.term_id
		where t.code = '2025-2' and s.id not in (select section_id from sojourn.section_instructor) limit 1`);
	const prof = who("prof.kim");
	for (const p of [`/teach/${other}`, `/teach/${other}/grades`, "/teach/NOPE100-01/grades", "/teach/NOPE100-01"])
		assert.equal((await prof.get(p)).status, 404, p);
	const page = await prof.get(path);
	const csrf = page.one("input[name=csrf]").getAttribute("value");
	assert.equal((await prof.post(`/teach/${other}/grades`, { csrf, student: ids[0], grade: "1" })).status, 404);
	for (const login of [ids[0], "academic", "auditor", "cnu"])
		assert.ok([303, 403].includes((await who(login).get(path)).status), login);
	assert.equal((await new Browser().get(path)).status, 303);
	assert.equal((await prof.get("/teach/appeals/x")).status, 404);
});

test("what changed between the page and the press: the section, the role, whose token it is", async () => {
	const prof = who("prof.kim"), before = grade(ids[4], code);
	const csrf = (b) => b.get(path).then((p) => p.one("input[name=csrf]")?.getAttribute("value"));
	const own = await csrf(prof), [account] = sql("select id from sojourn.account where login = 'prof.kim'");
	const act = async (token) => {
		const now = rows(await prof.get(path)).find((r) => r.login === ids[4]);
		const fields = { csrf: token, student: ids[4], grade: "1", version: now?.version ?? "1", was: now?.was ?? before };
		return Promise.all([["grades", fields], ["grade", fields], ["grades", { csrf: token, list: file("g.csv", `student,grade\n${ids[4]},1\n`) }]]
			.map(([page, data]) => prof.post(`/teach/${code}/${page}?term=2025-2`, { ...data, request: `taken-${Math.random().toString(36).slice(2)}` })));
	};
	const status = async (token) => (await act(token)).map((p) => p.status);
	assert.deepEqual(await status(await csrf(who("prof.kim"))), [403, 403, 403], "S7: the token of another login");
	const teaches = sql(`delete from sojourn.section_instructor where section_id = $1 and account_id = $2
		returning account_id, section_id`, [section(code), account.id]);
	assert.deepEqual(await status(own), [404, 404, 404], "the section is somebody else's now");
	for (const r of teaches)
		sql("insert into sojourn.section_instructor (account_id, section_id) values ($1, $2)", [r.account_id, r.section_id]);
	sql("delete from sojourn.account_role where account_id = $1 and role = 'instructor'", [account.id]);
	assert.deepEqual(await status(own), [403, 403, 403], "no instructor any more");
	sql("insert into sojourn.account_role (account_id, role) values ($1, 'instructor')", [account.id]);
	assert.equal(grade(ids[4], code), before);
	assert.equal((await prof.get(path)).status, 200, "and back again");
});

test("before registrations are fixed nothing can be entered", async () => {
	clock("2025-09-05T10:00:00+09:00", { jobs: false });
	const prof = who("prof.kim");
	const page = await prof.get(path);
	assert.equal(rows(page).filter((r) => r.version !== undefined).length, 0);
	const csrf = page.one("input[name=csrf]").getAttribute("value");
	const answer = await prof.post(path, { csrf, student: ids[0], grade: "50", version: "9" });
	assert.equal(answer.status, 422);
	assert.deepEqual(answer.codes, ["window"]);
	assert.match(page.say("#file-opens"), /from Sun 7 Sep 2025, 18:00/);
	assert.equal(page.one("#list"), null, "and no file is asked for");
	const sheet = await prof.follow(await prof.post(path, { csrf, list: file("g.csv", `student,grade\n${ids[0]},50\n`) }));
	assert.equal(sheet.one("tr[data-row]").getAttribute("data-tone"), "bad");
});

test("R14: hidden before the announcement, seen from its minute on, then frozen", async () => {
	const s = who(ids[0]);
	clock("2025-12-28T23:55:00+09:00", { jobs: false });
	let page = await s.get("/grades");
	assert.match(page.say(".lead"), /announced on Mon 29 Dec 2025, 00:00/);
	assert.equal(page.one(`[data-section="${code}"]`).getAttribute("data-grade"), "");
	assert.equal(page.one(`[data-section="${code}"]`).getAttribute("data-why"), "hidden");
	assert.ok(!/\b95\b/.test(page.say("main")));
	const stored = async () => JSON.parse((await s.get("/account/data.json")).text);
	assert.equal((await stored()).grades, null, "S25: nor among what is stored of me");
	assert.equal((await s.get("/account/data")).one("[data-grade]"), null);
	clock("2025-12-29T00:00:01+09:00", { jobs: false });
	page = await s.get("/grades");
	assert.equal(page.one(`[data-section="${code}"]`).getAttribute("data-grade"), "95");
	assert.deepEqual((await stored()).grades, [{ term: "2025-2", section: code, grade: "95", credit_granted: true, why: "" }]);
	assert.equal((await s.get("/account/data")).one(`[data-section="${code}"]`).getAttribute("data-grade"), "95");
	assert.equal((await who(ids[1]).get("/grades")).one(`[data-section="${code}"]`).getAttribute("data-grade"), "60");
	const prof = who("prof.kim");
	const sheet = await prof.get(path);
	assert.equal(rows(sheet).filter((r) => r.version !== undefined).length, 0, "nothing to type any more");
	const csrf = sheet.one("input[name=csrf]").getAttribute("value");
	const answer = await prof.post(path, { csrf, student: ids[0], grade: "96", version: "3" });
	assert.equal(answer.status, 422, "a refusal, not too many attempts");
	assert.deepEqual(answer.codes, ["closed"]);
	assert.match(answer.outcomes[0].text, /announced/);
	clock("2031-01-01T00:00:00+09:00", { jobs: false });
	page = await s.get("/grades?term=2025-2");
	assert.equal(page.one(`[data-section="${code}"]`).getAttribute("data-grade"), "95", "R14: for ever");
});

test("a missing grade may come late, and is marked", async () => {
	clock("grades", { jobs: false });
	seat(code, 1, 8);
	const prof = who("prof.kim");
	const page = await prof.get(path);
	const open = rows(page).filter((r) => r.version !== undefined);
	assert.equal(open.length, 1);
	const after = await type(prof, page, { [open[0].login]: "77" });
	assert.deepEqual(after.codes, ["done"]);
	assert.match(after.say(`tr[data-student="${open[0].login}"]`), /77 late/);
	assert.equal((await who(open[0].login).get("/grades")).one(`[data-section="${code}"]`).getAttribute("data-grade"), "77");
	assert.equal(value(`select count(*) from sojourn.outbox where kind = 'grade-late'`), 1);
});

test("R46: not recommended: the grade is kept, no credits, and the page says why", async () => {
	sql("update sojourn.enrolment set credit_granted = false where person_id = $1", [person(ids[3])]);
	sql("update sojourn.application set recommendation = 'refused', recommendation_reason = '졸업 요건 미충족' where person_id = $1 and state = 'issued'", [person(ids[3])]);
	const item = (await who(ids[3]).get("/grades")).one(`[data-section="${code}"]`);
	assert.equal(item.getAttribute("data-grade"), "99");
	assert.equal(item.getAttribute("data-why"), "not-recommended");
	assert.match(item.text, /졸업 요건 미충족/);
});

test("a section that is only passed or not takes P and F", async () => {
	clock("2025-12-22T10:00:00+09:00", { jobs: false });
	const other = value(`select s.code from sojourn.section s join sojourn.section_instructor i on i.section_id = s.id
		join sojourn.term t on t.id = s.term_id where t.code = '2025-2' and s.code <> $1 and s.code <> 'BIO6025-01' limit 1`, [code]);
	sql("update sojourn.section set grading = 'pass' where id = $1", [section(other)]);
	const [a, b] = seat(other, 2, 10);
	const prof = who("prof.kim");
	const page = await type(prof, await prof.get(`/teach/${other}/grades`), { [a]: "합격", [b]: "80" });
	assert.deepEqual(page.codes, ["done", "invalid"]);
	assert.equal(grade(a, other), "P");
});

test("odd input: clear words, nothing written", async () => {
	const prof = who("prof.kim");
	const page = await prof.get(path);
	const csrf = page.one("input[name=csrf]").getAttribute("value");
	const n = value("select count(*) from sojourn.grade_value");
	const post = (fields) => prof.post(path, { csrf, ...fields });
	for (const fields of [{}, { student: ids[0] }, { student: [ids[0], ids[1]], grade: "1" }, { student: ids[0], grade: "x".repeat(200) },
		{ student: ids[0], grade: "50", version: "-3" }, { student: "'; drop", grade: "1" }, { student: ids[0], grade: "1\0" },
		{ student: [ids[0], ids[0]], grade: ["1", "2"] }, { student: ids[0], grade: "1e2" }, { student: ids[0], grade: "NaN" }]) {
		const answer = await post(fields);
		assert.equal(answer.status, 422, JSON.stringify(fields));
	}
	assert.equal(value("select count(*) from sojourn.grade_value"), n);
});
