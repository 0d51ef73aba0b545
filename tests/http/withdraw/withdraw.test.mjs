// R11, R12, C29: withdrawal by the student; the home university's word comes
// from the database here, its page has tests of its own.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Browser, clock, reset, sql, value } from "../../fixture.mjs";
import { enrolled, logins, results, student, unsound } from "../register/student.mjs";

let ids;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(6);
	for (const id of ids) {
		const b = student(id);
		await b.submit(await b.get("/register"), { section: id === ids[3] ?
			"CHE6022-01" : ["BIO5012-01", "CHE6022-01"] },
		{ action: "/register/enrol" });
	}
});

const ask = async (b, section, reason = "") => {
	const csrf = (await b.get("/withdraw")).one("input[name=csrf]").getAttribute("value");
	return b.follow(await b.post("/withdraw", { csrf, section, reason }));
};
// The home university confirms, with or without its letter.
const confirm = (login, code, letter = true) => {
	const [w] = sql(`select w.id, w.university_id as u from sojourn.withdrawal w
		join sojourn.section s on s.id = w.section_id
		join sojourn.account a on a.person_id = w.person_id
		where a.login = $1 and s.code = $2 order by w.id desc limit 1`, [login, code]);
	const [l] = letter ? sql(`insert into sojourn.official_letter (university_id,
		subject, letter_no, letter_date, received_at)
		values ($1, 'withdrawal', $2, current_date, now()) returning id`,
	[w.u, `T-${w.id}`]) : [{ id: null }];
	return value(`select outcome from sojourn.withdraw_confirm(row('done', null,
		null, null, $1, 'partner', '', 'ko')::sojourn.actor, array[$2]::bigint[],
		'confirm', $3::bigint, '', null)`, [w.u, w.id, l.id]);
};
const states = (page) => Object.fromEntries(page.all("[data-section][data-state]")
	.map((e) => [e.getAttribute("data-section"), e.getAttribute("data-state")]));

test("R11: before the window there is nothing to press, and a press is refused", async () => {
	clock("change", { jobs: false });
	const b = student(ids[0]);
	const p = await b.get("/withdraw");
	assert.equal(p.status, 200);
	assert.match(p.say(".page-head"), /opens on.*8 Sep 2025, 09:00/);
	assert.throws(() => p.form("/withdraw"));
	const q = await ask(b, "BIO5012-01");
	assert.equal(q.status, 422);
	assert.deepEqual(results(q), [["BIO5012-01", "window"]]);
	assert.match(q.outcomes[0].text, /8 Sep 2025, 09:00.*R11/);
});

test("R12: asked, taken back, asked again", async () => {
	clock("withdraw", { jobs: false });
	const b = student(ids[0]);
	let p = await b.get("/withdraw");
	assert.match(p.text, /coordinator|exchange@/);
	p = await b.submit(p, { section: "BIO5012-01", reason: "몸이 아픕니다 <b>&" }, { action: "/withdraw" });
	assert.equal(p.sent.status, 303);
	assert.deepEqual(results(p), [["BIO5012-01", "pending"]]);
	assert.match(p.outcomes[0].text, /30 Sep 2025, 18:00/);
	assert.deepEqual(states(p), { "BIO5012-01": "withdraw_requested", "CHE6022-01": "enrolled" });
	assert.equal(value("select reason from sojourn.withdrawal"), "몸이 아픕니다 <b>&");
	assert.deepEqual((await ask(b, "BIO5012-01")).codes, ["duplicate"]);
	const r = await b.get("/register");
	assert.equal(states(r)["BIO5012-01"], "withdraw_requested");
	p = await b.submit(p, {}, { action: "/withdraw/cancel" });
	assert.deepEqual(results(p), [["BIO5012-01", "done"]]);
	assert.equal(states(p)["BIO5012-01"], "enrolled");
	assert.deepEqual((await ask(b, "BIO5012-01")).codes, ["pending"]);
});

test("R12: the home university confirms, the course stays as withdrawn", async () => {
	const b = student(ids[0]);
	assert.equal(confirm(ids[0], "BIO5012-01", false), "letter-missing");
	assert.equal(confirm(ids[0], "BIO5012-01"), "done");
	const p = await b.get("/withdraw");
	assert.equal(states(p)["BIO5012-01"], "withdrawn");
	assert.deepEqual(enrolled(ids[0]), [{ code: "BIO5012-01", state: "withdrawn" },
		{ code: "CHE6022-01", state: "enrolled" }]);
	const csrf = p.one("input[name=csrf]").getAttribute("value");
	const q = await b.post("/withdraw/cancel", { csrf, section: "BIO5012-01" });
	assert.equal(q.status, 422);
	assert.deepEqual(results(q), [["BIO5012-01", "ineligible"]]);
	assert.equal((await b.get("/register")).one(".credit").getAttribute("data-have"), "3");
	assert.match((await b.get("/register/confirmation")).text, /Withdrawn/);
});

test("R18: fewer credits than a term asks for: a warning, no hindrance", async () => {
	const b = student(ids[0]);
	const p = await b.get("/withdraw");
	assert.match(p.say('[data-section="CHE6022-01"]'), /fewer than 1 credit,.*R18/);
	assert.deepEqual((await ask(b, "CHE6022-01")).codes, ["pending"]);
});

test("odd input: clear words, nothing written", async () => {
	const b = student(ids[1]);
	const csrf = (await b.get("/withdraw")).one("input[name=csrf]").getAttribute("value");
	const post = (fields) => b.post("/withdraw", { csrf, ...fields });
	assert.deepEqual((await post({})).codes, ["invalid"]);
	assert.deepEqual((await post({ section: "NOPE1-01" })).codes, ["gone"]);
	assert.deepEqual((await post({ section: "BIO5012-01", reason: "a\0b" })).codes, ["invalid"]);
	const long = await post({ section: "BIO5012-01", reason: "가".repeat(1001) });
	assert.equal(long.status, 422);
	assert.match(long.text, /At most 1000 characters/);
	assert.equal(long.one("textarea#reason").text.length, 1001, "what was typed is kept");
	assert.equal((await b.post("/withdraw", { csrf, section: ["BIO5012-01", "CHE6022-01"] })).status, 422);
	assert.equal((await b.post("/withdraw", { section: "BIO5012-01" })).status, 403);
	assert.equal((await new Browser().get("/withdraw")).status, 303);
	assert.equal((await student("academic").get("/withdraw")).status, 403);
	assert.equal(enrolled(ids[1])[0].state, "enrolled");
});

test("somebody else's course cannot be withdrawn from or taken back", async () => {
	await ask(student(ids[2]), "BIO5012-01");
	const b = student(ids[3]);
	assert.deepEqual((await ask(b, "BIO5012-01")).codes, ["gone"]);
	const csrf = (await b.get("/withdraw")).one("input[name=csrf]").getAttribute("value");
	assert.deepEqual((await b.post("/withdraw/cancel", { csrf, section: "BIO5012-01" })).codes, ["gone"]);
	assert.equal(enrolled(ids[2])[0].state, "withdraw_requested");
});

test("R12: nobody answers: the student stays enrolled and is told", async () => {
	clock("2025-09-30T18:00:00+09:00", { jobs: false });
	sql("select sojourn.job_lapse(sojourn.now())");
	const p = await student(ids[2]).get("/withdraw");
	assert.equal(states(p)["BIO5012-01"], "enrolled");
	assert.match(p.say('[data-section="BIO5012-01"]'), /not confirmed in time/);
	assert.equal(value(`select count(*) from sojourn.outbox o join sojourn.account a
		on a.id = o.account_id where a.login = $1 and o.kind = 'withdrawal-decided'`, [ids[2]]), 1);
	const q = await ask(student(ids[1]), "BIO5012-01");
	assert.deepEqual(q.codes, ["window"]);
	assert.equal(confirm(ids[2], "BIO5012-01"), "pending", "a late letter waits for staff");
	assert.equal(states(await student(ids[2]).get("/withdraw"))["BIO5012-01"], "withdraw_home_confirmed");
});

test("seats fit the enrolments", () => {
	assert.deepEqual(unsound(), []);
});
