// A practice day: students try registration on the real pages with the real
// rules; every page says so, nothing of it counts and nothing of it stays.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, clock, mails, reset, run, sql, until, value } from "../../fixture.mjs";
import { codes, logins, student, results, unsound } from "../register/student.mjs";
import { desk } from "./desk.mjs";

const PAGE = "/staff/practice";
let crowd, staff;
before(async () => {
	await reset();
	clock("apply", { jobs: false });
	crowd = logins(12);
	staff = desk("academic");
});
after(() => clock("apply", { jobs: false }));

const start = (closes_at) => staff.fill(PAGE, { decision: "start", closes_at }, { action: PAGE });

// Everything that a practice leaves behind or must not touch.
const left = () => value(`select
	(select count(*) from sojourn.term where id < 0)
	+ (select count(*) from sojourn.time_window where term_id < 0)
	+ (select count(*) from sojourn.section where id < 0)
	+ (select count(*) from sojourn.section_seat where section_id < 0)
	+ (select count(*) from sojourn.section_time where section_id < 0)
	+ (select count(*) from sojourn.section_quota where section_id < 0)
	+ (select count(*) from sojourn.registration_right where term_id < 0)
	+ (select count(*) from sojourn.enrolment where section_id < 0 or term_id < 0)
	+ (select count(*) from sojourn.cart where section_id < 0)
	+ (select count(*) from sojourn.waitlist where section_id < 0)
	+ (select count(*) from sojourn.seat_hold where section_id < 0)
	+ (select count(*) from sojourn.refusal where section_id < 0)`);
const real = () => JSON.stringify(sql(`select
	(select count(*) from sojourn.enrolment where section_id > 0) as enrolments,
	(select sum(taken) from sojourn.section_seat where section_id > 0) as taken,
	(select count(*) from sojourn.refusal where section_id > 0) as refusals,
	(select count(*) from sojourn.cart where section_id > 0) as carts,
	(select count(*) from sojourn.outbox) as mails,
	(select count(*) from sojourn.registration_right where term_id > 0) as rights`));

async function enrol(b, section)
{
	const form = (await b.get("/register")).form("/register/enrol");
	return b.follow(await b.post("/register/enrol", [...form.fields
		.filter(([k]) => k !== "section"), ["section", section]]));
}

test("it begins only in time, and only once", async () => {
	for (const closes of ["", "2025-08-13T10:00", "2025-08-18T07:00"]) {
		const bad = await start(closes);
		assert.equal(bad.status, 422, closes);
		assert.ok(bad.one("#closes_at-error"), closes);
	}
	assert.equal(left(), 0);
	const on = await start("2025-08-15T18:00");
	assert.deepEqual(on.codes, ["done"]);
	assert.match(on.say("main"), /0 registrations of 0 students/);
	const page = await staff.get(PAGE);
	const again = await staff.post(PAGE, { csrf: page.one("input[name=csrf]").getAttribute("value"),
		request: "practice-again-1", decision: "start", closes_at: "2025-08-15T18:00" });
	assert.deepEqual(again.codes, ["duplicate"]);
});

test("every page of a student says that it is practice, in three languages", async () => {
	for (const [lang, words] of [["ko", /지금은 모의 수강신청입니다.*8\. 15\.\(금\) 18:00/],
		["en", /This is practice\. .*Fri 15 Aug 2025, 18:00/], ["ja", /現在は模擬履修登録です.*8月15日/]]) {
		const b = student(crowd[0], lang);
		for (const path of ["/register", "/register/confirmation", "/withdraw", "/account/data", "/courses"])
			if (path === "/courses")
				assert.doesNotMatch((await b.get(path)).say("main"), words, "the public pages are everybody's");
			else
				assert.match((await b.get(path)).say("main"), words, path);
	}
	assert.match((await staff.get("/staff")).say("main"), /This is practice/);
	assert.doesNotMatch((await desk("cnu").get("/partner")).say("main"), /practice/);
});

test("the real pages and rules: done, full, overlap, credits, cancelled; nothing real moves", async () => {
	const was = real();
	sql(`update sojourn.section_seat set capacity = 2 where section_id =
		-(select id from sojourn.section where code = 'BIO5012-01' and term_id = sojourn.term_current(''))`);
	const got = [];
	for (const login of crowd.slice(0, 3))
		got.push((await enrol(student(login), "BIO5012-01")).codes[0]);
	assert.deepEqual(got, ["done", "done", "full"]);
	const b = student(crowd[0]);
	const shown = await b.get("/register");
	assert.equal(shown.one('[data-section="BIO5012-01"]').getAttribute("data-state"), "enrolled");
	assert.deepEqual((await enrol(b, "BIO5012-01")).codes, ["duplicate"]);
	assert.equal(real(), was);
	const marks = sql(`select distinct sign(object_id)::int as mark from sojourn.audit
		where object_kind = 'section' and act = 'enrol'`);
	assert.deepEqual(marks.map((m) => m.mark), [-1], "the audit tells practice apart");
	assert.match((await desk("auditor").get("/staff/audit?act=enrol")).say("tbody"), /Practice section/);
	assert.doesNotMatch((await desk("cnu").get("/partner/feed")).say("main"), /BIO5012-01/);
	assert.equal((await mails({})).length, 0);
	assert.deepEqual(unsound(), []);
});

test("while it is on its copy of the term is nowhere to be chosen, and doctor finds nothing", async () => {
	const b = student(crowd[0]);
	for (const [who, path] of [[new Browser(), "/courses"], [desk("cnu"), "/partner/students"],
		[staff, "/staff/applications"], [b, "/account/data"], [b, "/register/timetable"]])
		assert.doesNotMatch((await who.get(path)).text, /P2025-2/, path);
	assert.match(run("doctor"), /everything fits/);
});

test("it ends by itself, and all of it is gone", async () => {
	const was = real();
	run("clock", "set", "2025-08-15T18:00:00+09:00");
	assert.equal(left(), 0);
	assert.equal(real(), was);
	assert.deepEqual(sql(`select job from sojourn.job_run
		where due_at = '2025-08-15 18:00+09' order by 1`).map((r) => r.job), ["practice"],
	"no list, no warning, no reminder comes of its end");
	const b = student(crowd[0]);
	const page = await b.get("/register");
	assert.doesNotMatch(page.say("main"), /practice/);
	assert.equal(page.one('[data-section="BIO5012-01"]'), null);
	assert.deepEqual(codes(crowd[0]), []);
	assert.match((await staff.get(PAGE)).say("tbody"), /2 \/ \d+/);
	assert.match(run("doctor"), /everything fits/);
});

test("ended under load by staff: nothing is left, and nothing real was touched", async () => {
	await start("2025-08-16T18:00");
	const was = real();
	const statuses = new Set();
	let going = true;
	const loops = crowd.map(async (login, i) => {
		const b = student(login);
		const page = await b.get("/register/confirmation");
		const csrf = page.one("input[name=csrf]").getAttribute("value");
		for (let n = 0; going; n++)
			statuses.add((await b.post(n % 2 ? "/register/cancel" : "/register/enrol", { csrf,
				request: `practice-${i}-${n}-xxxx`, section: "CHE6022-01" })).status);
	});
	await new Promise((r) => setTimeout(r, 700));
	const page = await staff.get(PAGE);
	const ended = await staff.submit(page, { decision: "end" }, { action: PAGE });
	assert.deepEqual(ended.codes, ["done"]);
	await new Promise((r) => setTimeout(r, 300));
	going = false;
	await Promise.all(loops);
	assert.deepEqual([...statuses].filter((s) => ![303, 422, 429].includes(s)), []);
	assert.equal(left(), 0);
	sql("delete from sojourn.refusal where section_id > 0");	// asked after the end: not open
	const now = JSON.parse(real())[0], then = JSON.parse(was)[0];
	assert.deepEqual({ ...now, refusals: 0 }, { ...then, refusals: 0 });
	assert.deepEqual(unsound(), []);
});

test("a seat that comes free in practice is offered, and no mail goes out", async () => {
	const CODE = "AST5022-02";
	sql(`update sojourn.section set waitlist = true where code = $1 and term_id = sojourn.term_current('')`, [CODE]);
	await start("2025-08-16T18:00");
	sql(`update sojourn.section_seat set capacity = 1 where section_id = -(select id from sojourn.section
		where code = $1 and term_id = sojourn.term_current(''))`, [CODE]);
	const was = value("select count(*) from sojourn.outbox");
	const [one, two] = crowd.slice(6, 8).map((l) => student(l));
	assert.deepEqual((await enrol(one, CODE)).codes, ["done"]);
	await two.submit(await two.get(`/register/waitlist?section=${CODE}`), { section: CODE, decision: "add" },
		{ action: "/register/waitlist" });
	await one.submit(await one.get("/register"), { section: CODE }, { action: "/register/cancel" });
	await until(() => value("select count(*)::int from sojourn.waitlist where state = 'offered' and section_id < 0") === 1);
	assert.equal(value("select count(*) from sojourn.outbox"), was);
	await staff.fill(PAGE, { decision: "end" }, { action: PAGE });
	assert.equal(left(), 0);
	assert.equal(value("select count(*)::int from sojourn.waitlist"), 0);
});

test("the cart is tried too, and comes back as it was", async () => {
	const b = student(crowd[5]);
	const put = async (section, decision) => b.post("/register/cart", { csrf: (await b.get("/register/confirmation"))
		.one("input[name=csrf]").getAttribute("value"), request: `cart-${section}-${decision}-${Math.random()}`.slice(0, 40),
	section, decision });
	await put("BIO5012-01", "add");
	await start("2025-08-16T18:00");
	assert.ok((await b.get("/register")).one('[data-cart="BIO5012-01"]'));
	assert.equal((await put("BIO5012-01", "remove")).status, 303);
	assert.equal((await b.get("/register")).one('[data-cart="BIO5012-01"]'), null);
	await staff.fill(PAGE, { decision: "end" }, { action: PAGE });
	assert.ok((await b.get("/register")).one('[data-cart="BIO5012-01"]'));
});

test("on the day registration is as if there had been no practice", async () => {
	clock("register", { jobs: false });
	const page = await enrol(student(crowd[0]), "BIO5012-01");
	assert.deepEqual(results(page), [["BIO5012-01", "done"]]);
	assert.deepEqual(codes(crowd[0]), ["BIO5012-01"]);
	const none = await staff.get(PAGE);
	assert.equal(none.all('form[action="/staff/practice"]').length, 0);
	const late = await staff.post(PAGE, { csrf: none.one("input[name=csrf]").getAttribute("value"),
		request: "practice-late-1", decision: "start", closes_at: "2025-08-18T12:00" });
	assert.deepEqual(late.codes, ["window"]);
});
