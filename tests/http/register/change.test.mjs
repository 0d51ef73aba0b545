// R10, R25, R33, C26: cancel, swap, cart, windows, confirmation.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { capacity, codes, enrolled, logins, results, student, taken,
	unsound } from "./student.mjs";

let ids;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(20);
});

const enrol = async (b, section) => b.submit(await b.get("/register"),
	{ section }, { action: "/register/enrol" });
const cancel = async (b, section) => b.submit(await b.get("/register"),
	{ section }, { action: "/register/cancel" });
const swap = async (b, drop, add) => b.submit(await b.get("/register"),
	{ drop, add }, { action: "/register/swap" });

test("R10, C26: a cancel leaves no trace and frees the seat", async () => {
	const b = student(ids[0]);
	await enrol(b, "BIO5012-01");
	assert.equal(taken("BIO5012-01"), 1);
	const p = await cancel(b, "BIO5012-01");
	assert.equal(p.sent.status, 303);
	assert.deepEqual(results(p), [["BIO5012-01", "done"]]);
	assert.deepEqual(enrolled(ids[0]), []);
	assert.equal(taken("BIO5012-01"), 0);
	await enrol(b, "CHE6022-01");
	const q = await cancel(b, "BIO5012-01");
	assert.equal(q.status, 422);
	assert.deepEqual(results(q), [["BIO5012-01", "gone"]]);
});

test("swap: both or neither", async () => {
	const b = student(ids[1]);
	await enrol(b, ["BIO5012-01", "CHE6022-01"]);
	capacity("BIO5012-02", 0);
	const p = await swap(b, "BIO5012-01", "BIO5012-02");
	assert.equal(p.status, 422);
	assert.deepEqual(results(p), [["BIO5012-02", "full"]]);
	assert.deepEqual(codes(ids[1]), ["BIO5012-01", "CHE6022-01"]);
	capacity("BIO5012-02", 1);
	const q = await swap(b, "BIO5012-01", "BIO5012-02");
	assert.equal(q.sent.status, 303);
	assert.deepEqual(results(q), [["BIO5012-02", "done"]]);
	assert.match(q.outcomes[0].text, /in place of BIO5012-01/);
	assert.deepEqual(codes(ids[1]), ["BIO5012-02", "CHE6022-01"]);
	assert.deepEqual((await swap(b, "BIO5012-02", "BIO5012-02")).codes, ["invalid"]);
	assert.deepEqual((await swap(b, "", "")).codes, ["invalid"]);
	assert.deepEqual((await swap(b, "NOPE1-01", "BIO5012-03")).codes, ["gone"]);
	assert.deepEqual(codes(ids[1]), ["BIO5012-02", "CHE6022-01"]);
});

test("R33: every act is an event for the home university", () => {
	const events = sql(`select act from sojourn.audit u join sojourn.account a
		on a.person_id = u.person_id where a.login = $1 and u.outcome = 'done'
		and u.university_id is not null order by u.id`, [ids[1]]);
	assert.deepEqual(events.map((e) => e.act), ["enrol", "enrol", "swap"]);
});

test("R33: the confirmation shows what is registered", async () => {
	const p = await student(ids[1]).get("/register/confirmation");
	assert.equal(p.status, 200);
	assert.deepEqual(p.all("[data-section]").map((e) => e.getAttribute("data-section")),
		["BIO5012-02", "CHE6022-01"]);
	assert.match(p.text, new RegExp(ids[1]));
	assert.match(p.say("dl.facts"), /Home university/);
	assert.match(p.say("tfoot"), /6/);
});

test("F9: the window closes between the page and the press", async () => {
	const b = student(ids[2]);
	clock("2025-08-21T17:59:00+09:00", { jobs: false });
	const page = await b.get("/register");
	assert.ok(page.form("/register/enrol"));
	clock("2025-08-21T18:00:00+09:00", { jobs: false });
	const p = await b.submit(page, { section: ["BIO5012-01", "CHE6022-01"] },
		{ action: "/register/enrol" });
	assert.equal(p.status, 422);
	assert.deepEqual(results(p), [["BIO5012-01", "window"], ["CHE6022-01", "window"]]);
	assert.match(p.outcomes[0].text, /1 Sep 2025, 09:00.*R10/);
	assert.deepEqual(p.all("input[name=section][checked]").map((e) =>
		e.getAttribute("value")), ["BIO5012-01", "CHE6022-01"], "the choice is kept");
	assert.deepEqual(enrolled(ids[2]), []);
});

test("between the windows nothing, and the page says when the next opens", async () => {
	clock("2025-08-25T10:00:00+09:00", { jobs: false });
	const p = await student(ids[1]).get("/register");
	assert.match(p.say(".page-head"), /registration is closed.*1 Sep 2025, 09:00/);
	assert.equal(p.all('form[action="/register/cancel"]').length, 0);
	assert.throws(() => p.form("/register/enrol"));
	const b = student(ids[1]);
	const page = await b.get("/register");
	const [, csrf] = page.form("/register/cart").fields.find(([k]) => k === "csrf");
	const q = await b.post("/register/cancel", { csrf, section: "BIO5012-02" });
	assert.equal(q.status, 422);
	assert.deepEqual(results(q), [["BIO5012-02", "window"]]);
	assert.equal(enrolled(ids[1]).length, 2);
});

test("the cart: before the window, problems at once, ticked when it opens", async () => {
	clock("2025-08-17T10:00:00+09:00", { jobs: false });
	const b = student(ids[3]);
	const [clash] = sql(`select b.code from sojourn.section a
		join sojourn.section_time x on x.section_id = a.id
		join sojourn.section_time y on y.day = x.day and y.starts < x.ends
		 and x.starts < y.ends and y.section_id <> x.section_id
		join sojourn.section b on b.id = y.section_id and b.term_id = a.term_id
		where a.code = 'BIO5012-01' and b.open_to_exchange order by 1 limit 1`);
	let p = await b.get("/register");
	assert.match(p.say(".page-head"), /registration opens on.*18 Aug 2025, 09:00/);
	assert.match(p.text, /not final yet/);
	p = await b.submit(p, { section: ["BIO5012-01", clash.code, "GEN5004-01"] },
		{ action: "/register/cart" });
	assert.equal(p.sent.status, 303);
	assert.deepEqual(results(p), [["BIO5012-01", "done"], [clash.code, "done"],
		["GEN5004-01", "not-open-to-exchange"]]);
	const would = (code) => p.one(`[data-cart="${code}"]`).getAttribute("data-would");
	assert.deepEqual([would("BIO5012-01"), would(clash.code)], ["done", "conflict"]);
	for (const list of [p, await b.get("/register?q=BIO5012")]) {
		assert.match(list.say('tr[id="BIO5012-01"] .badge'), /In your cart/, "why it has no box");
		assert.equal(list.one('tr[id="BIO5012-01"] input'), null);
		assert.doesNotMatch(list.say('tr[id="BIO5012-02"]'), /In your cart/);
	}
	assert.match(p.say(`[data-cart="BIO5012-01"] .why`), new RegExp(`${clash.code} further down`));
	assert.match(p.say(`[data-cart="${clash.code}"] .why`), /Overlaps with BIO5012-01, (Mon|Wed) \d\d:\d\d/);
	assert.equal(p.all(".week .maybe.clash").length > 0, true);
	const csrf = p.form("/register/cart").fields.find(([k]) => k === "csrf")[1];
	p = await b.follow(await b.post("/register/cart", { csrf, section: clash.code, decision: "remove" }));
	assert.deepEqual(results(p), [[clash.code, "done"]].slice(0, p.outcomes.length));
	assert.deepEqual((await b.post("/register/cart", { csrf, section: "BIO5012-01" })).codes, ["invalid"]);
	assert.deepEqual((await b.post("/register/cart", { csrf, section: "BIO5012-01",
		decision: "burn" })).codes, ["invalid"]);
	assert.deepEqual(enrolled(ids[3]), []);
	clock("register", { jobs: false });
	p = await b.get("/register");
	assert.deepEqual(p.all("input[name=section][type=checkbox][checked]").map((e) =>
		e.getAttribute("value")), ["BIO5012-01"]);
	p = await b.submit(p, { section: "BIO5012-01" }, { action: "/register/enrol" });
	assert.deepEqual(p.codes, ["done"]);
	assert.equal(p.one('[data-cart="BIO5012-01"]'), null);
});

test("R10: add, swap and cancel in the change week", async () => {
	clock("change", { jobs: false });
	const b = student(ids[1]);
	assert.match((await b.get("/register")).say(".page-head"), /add, swap and cancel until.*7 Sep 2025, 18:00/);
	assert.deepEqual((await enrol(b, "BIO5012-03")).codes, ["done"]);
	assert.deepEqual((await swap(b, "BIO5012-03", "BIO5012-01")).codes, ["done"]);
	assert.deepEqual((await cancel(b, "BIO5012-01")).codes, ["done"]);
});

test("R32: a closed section is named and cannot be taken", async () => {
	sql("update sojourn.section set state = 'closed' where code = 'BIO5012-03'");
	const b = student(ids[4]);
	const p = await enrol(b, "BIO5012-03");
	assert.equal(p.status, 422);
	assert.deepEqual(p.codes, ["closed"]);
	assert.match(p.outcomes[0].text, /R32/);
	assert.equal((await b.get("/register")).one("#BIO5012-03").getAttribute("data-why"), "closed");
});

test("afterwards the page leads to withdrawal", async () => {
	clock("withdraw", { jobs: false });
	const p = await student(ids[1]).get("/register");
	assert.match(p.say(".page-head"), /has ended.*withdraw from a course until/);
	assert.equal(p.all("input[name=section][type=checkbox]").length, 0);
	assert.deepEqual(unsound(), []);
	assert.ok(value("select count(*) from sojourn.enrolment") > 0);
});
