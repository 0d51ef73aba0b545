// The cart: checked the day before, registered with one press; what else would
// fit (R30, R51); seats for scripts (R26).
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Browser, clock, reset, sql, value } from "../../fixture.mjs";
import { capacity, codes, logins, results, student, taken, unsound } from "./student.mjs";

let ids;
before(async () => {
	await reset();
	clock("2025-08-17T10:00:00+09:00", { jobs: false });
	ids = logins(20);
});

const put = async (b, ...section) => b.submit(await b.get("/register"), { section, decision: "add" },
	{ action: "/register/cart" });
const would = (p) => Object.fromEntries(p.all("[data-cart]").map((e) =>
	[e.getAttribute("data-cart"), e.getAttribute("data-would")]));
const free = ["BIO6011-01", "BIO6025-01", "AIS5011-01"];

test("the day before: every problem of the cart, and whether the rest would do", async () => {
	const b = student(ids[0]);
	capacity("BIO5012-02", 0);
	let p = await put(b, "BIO5012-01", "BIO5012-02", "BIO5012-03", ...free.slice(0, 1));
	p = await b.get("/register");
	assert.deepEqual(would(p), { "BIO5012-01": "done", "BIO5012-02": "full", "BIO5012-03": "done", [free[0]]: "done" });
	assert.match(p.say('[data-cart="BIO5012-02"] .why'), /Full at the moment/);
	assert.match(p.say("[aria-labelledby=cart] p"), /3 of your 4 courses.*9 of 12 credits/);
	sql("update sojourn.section set state = 'closed' where code = 'BIO5012-03'");
	sql(`update sojourn.registration_right set max_credits = 3 where person_id =
		(select person_id from sojourn.account where login = $1)`, [ids[0]]);
	p = await b.get("/register");
	assert.deepEqual(would(p), { "BIO5012-01": "done", "BIO5012-02": "credits", "BIO5012-03": "closed", [free[0]]: "credits" });
	assert.match(p.say('[data-cart="BIO5012-02"]'), /would have 6 credits; your limit is 3 \(R18, R19\).*Full at the moment/);
	sql("update sojourn.section set state = 'open' where code = 'BIO5012-03'");
	sql(`update sojourn.registration_right set max_credits = 12 where person_id =
		(select person_id from sojourn.account where login = $1)`, [ids[0]]);
});

test("which one is asked for first decides who meets the limit", async () => {
	const b = student(ids[8]);
	await put(b, "BIO5012-01", "BIO5012-03", ...free, "BIO6025-03");
	assert.deepEqual(would(await b.get("/register")), { "BIO5012-01": "done", "BIO5012-03": "done", [free[0]]: "done",
		[free[1]]: "done", [free[2]]: "credits", "BIO6025-03": "credits" });
	const p = await b.submit(await b.get("/register"), { section: "BIO6025-03", decision: "first" }, { action: "/register/cart" });
	assert.deepEqual(results(p), [["BIO6025-03", "done"]]);
	assert.equal(p.all("[data-cart]")[0].getAttribute("data-cart"), "BIO6025-03");
	assert.equal(would(p)[free[1]], "credits");
	assert.deepEqual((await b.submit(await b.get("/register"), { section: "CHE6022-01", decision: "first" },
		{ action: "/register/cart" })).codes, ["gone"]);
});

test("R3: without the recommendation the cart says so, and offers no press", async () => {
	const b = student(ids[7]);
	await put(b, "BIO5012-01");
	const person = value("select person_id from sojourn.account where login = $1", [ids[7]]);
	const [{ id, was }] = sql(`select a.id, a.recommendation as was from sojourn.application a
		join sojourn.registration_right r on r.application_id = a.id where r.person_id = $1`, [person]);
	sql("update sojourn.application set recommendation = 'refused' where id = $1", [id]);
	sql("update sojourn.registration_right set suspended_at = now() where person_id = $1", [person]);
	const p = await b.get("/register");
	assert.equal(p.one("[data-may]").getAttribute("data-may"), "not-recommended");
	assert.match(p.say("[aria-labelledby=cart] p"), /cannot register yet, for the reason above/);
	assert.throws(() => p.form("/register/enrol"));
	sql("update sojourn.application set recommendation = $1 where id = $2", [was, id]);
	sql("update sojourn.registration_right set suspended_at = null where person_id = $1", [person]);
	assert.ok((await b.get("/register")).form("/register/enrol"));
});

test("what is wanted by more than there are seats is told", async () => {
	capacity("CHE6022-01", 2);
	for (const id of ids.slice(1, 4))
		await put(student(id), "CHE6022-01");
	const p = await student(ids[1]).get("/register");
	assert.match(p.say('[data-cart="CHE6022-01"] .why'), /3 people have it in their carts; 2 seats are left/);
	capacity("CHE6022-01", 8);
});

test("before the window: the press says when, and can be repeated from there", async () => {
	const b = student(ids[0]);
	const page = await b.get("/register");
	const button = page.one("[data-opens]");
	assert.equal(Number(button.getAttribute("data-opens")), Date.parse("2025-08-18T09:00:00+09:00") / 1000);
	assert.match(page.say("#cart-when"), /Opens on Mon 18 Aug 2025, 09:00 KST/);
	const early = await b.submit(page, {}, { action: "/register/enrol" });
	assert.equal(early.status, 422);
	assert.deepEqual(early.codes, ["window", "window", "window", "window"]);
	assert.deepEqual(codes(ids[0]), []);
	clock("2025-08-18T09:00:00+09:00", { jobs: false });
	capacity("BIO5012-02", 0);
	const p = await b.submit(early, {}, { action: "/register/enrol" });
	assert.deepEqual(results(p), [["BIO5012-01", "done"], ["BIO5012-02", "full"],
		["BIO5012-03", "done"], [free[0], "done"]]);
	assert.deepEqual(Object.keys(would(p)), ["BIO5012-02"], "the rest is in the cart still");
});

test("the page of the day before registers the whole cart with one press at nine", async () => {
	clock("2025-08-18T08:52:00+09:00", { jobs: false });
	const b = student(ids[4]);
	await put(b, "BIO5012-01", "BIO5012-02", "GEN5004-01", free[1]);
	await put(b, free[2]);
	const page = await b.get("/register");
	assert.match(page.say(".page-head"), /clock of the server said 08:5\d:\d\d/);
	clock("2025-08-18T09:00:00+09:00", { jobs: false });
	const p = await b.submit(page, {}, { action: "/register/enrol" });
	assert.equal(p.sent.status, 303);
	assert.deepEqual(results(p), [["BIO5012-01", "done"], ["BIO5012-02", "full"],
		[free[1], "done"], [free[2], "done"]]);
	assert.equal(taken("BIO5012-01"), 2);
	/* and what else would fit instead of the full one */
	const one = p.one('[data-instead="BIO5012-02"]');
	assert.equal(one.getAttribute("data-code"), "BIO5012-03");
	const q = await b.submit(p, { section: "BIO5012-03" }, { action: "/register/enrol" });
	assert.deepEqual(results(q), [["BIO5012-03", "done"]]);
	assert.equal(q.one("[data-instead]"), null);
});

test("R30: all reasons at once", async () => {
	const b = student(ids[4]);
	capacity("BIO5012-02", 0);
	const [{ code }] = sql(`select b.code from sojourn.section a
		join sojourn.section_time x on x.section_id = a.id
		join sojourn.section_time y on y.day = x.day and y.starts < x.ends
		 and x.starts < y.ends and y.section_id <> x.section_id
		join sojourn.section b on b.id = y.section_id and b.term_id = a.term_id
		where a.code = 'BIO5012-01' and b.open_to_exchange and b.credits = 3 order by 1 limit 1`);
	capacity(code, 0);
	const p = await b.submit(await b.get("/register"), { section: code }, { action: "/register/enrol" });
	assert.equal(p.status, 422);
	assert.deepEqual(results(p), [[code, "conflict"]]);
	assert.match(p.outcomes[0].text, /overlaps with BIO5012-01 .*R30.* Besides: .*15 credits; your limit is 12\. All 0 seats are taken/);
});

test("an overlap alone: one press leaves the other and takes this one", async () => {
	const b = student(ids[5]);
	const [{ code }] = sql(`select b.code from sojourn.section a
		join sojourn.section_time x on x.section_id = a.id
		join sojourn.section_time y on y.day = x.day and y.starts < x.ends
		 and x.starts < y.ends and y.section_id <> x.section_id
		join sojourn.section b on b.id = y.section_id and b.term_id = a.term_id
		join sojourn.section_seat f on f.section_id = b.id and f.taken < f.capacity
		where a.code = 'BIO5012-01' and b.open_to_exchange order by 1 limit 1`);
	const p = await b.submit(await b.get("/register"), { section: ["BIO5012-01", code] }, { action: "/register/enrol" });
	assert.deepEqual(p.codes, ["done", "conflict"]);
	const form = p.form("/register/swap");
	assert.deepEqual(Object.fromEntries(form.fields).drop, "BIO5012-01");
	const q = await b.submit(p, {}, { action: "/register/swap" });
	assert.deepEqual(results(q), [[code, "done"]]);
	assert.deepEqual(codes(ids[5]), [code]);
});

test("a swap that is refused: a small page, both or neither, what else would fit", async () => {
	const b = student(ids[6]);
	await b.submit(await b.get("/register"), { section: "BIO5012-01" }, { action: "/register/enrol" });
	const p = await b.submit(await b.get("/register"), { drop: "BIO5012-01", add: "BIO5012-02" },
		{ action: "/register/swap" });
	assert.equal(p.status, 422);
	assert.deepEqual(results(p), [["BIO5012-02", "full"]]);
	assert.ok(p.all("tbody tr").length < 5);
	const q = await b.submit(p, { add: "BIO5012-03" }, { action: "/register/swap" });
	assert.deepEqual(results(q), [["BIO5012-03", "done"]]);
	assert.deepEqual(codes(ids[6]), ["BIO5012-03"]);
});

test("R26: seats for scripts: small, public, of the term, without a cookie", async () => {
	const p = await new Browser().get("/courses/seats.json");
	assert.equal(p.status, 200);
	assert.match(p.headers.get("content-type"), /application\/json/);
	assert.equal(p.headers.get("set-cookie"), null);
	const { now, seats } = JSON.parse(p.text);
	assert.ok(Math.abs(now - value("select extract(epoch from sojourn.now())::float8")) < 30, "the clock of the server");
	assert.deepEqual(seats["BIO5012-02"], [0, 0]);
	assert.deepEqual(seats["BIO5012-01"], [30 - taken("BIO5012-01"), 30]);
	assert.ok(p.text.length < 40 * Object.keys(seats).length);
	assert.equal((await new Browser().get("/courses/seats.json?x=1")).status, 404);
	assert.equal((await new Browser().get("/courses/seats.json?term=1900-1")).status, 404);
	assert.ok(Object.keys(JSON.parse((await new Browser().get("/courses/seats.json?term=2025-2")).text).seats).length > 100);
});

test("seats fit the enrolments", () => assert.deepEqual(unsound(), []));
