// R9, R17, R18, R30: registering, as a browser without JavaScript does it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Browser, clock, reset, sql } from "../../fixture.mjs";
import { capacity, codes, enrolled, logins, results, student, taken,
	unsound } from "./student.mjs";

let ids;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(20);
});

const enrol = async (b, section, options) =>
	b.submit(await b.get("/register"), { section },
		{ action: "/register/enrol", ...options });

test("the page shows window, credits, sections and why not", async () => {
	const p = await student(ids[0]).get("/register");
	assert.equal(p.status, 200);
	assert.match(p.say(".page-head"), /Open .*21 Aug 2025, 18:00/);
	assert.equal(p.one(".credit").getAttribute("data-max"), "12");
	assert.match(p.say(".credit"), /0 of 12.*R18/);
	const rows = p.all("tbody tr");
	assert.ok(rows.length > 100);
	for (const row of rows)
		assert.equal(Boolean(row.querySelector("input[type=checkbox]")),
			row.getAttribute("data-why") === "", row.id);
	const off = p.one('tr[data-why="not-open-to-exchange"]');
	assert.match(off.text, /R17/);
	assert.ok(p.one("#BIO5012-01 input[name=section]"));
});

test("the page after it says how many credits there are now", async () => {
	const p = await enrol(student(ids[19]), ["CHE6022-01"]);
	assert.match(p.say("[data-outcome]"), /Registered\. You now have 3 of 12 credits\./);
});

test("school, major and search narrow the list (R30, R51)", async () => {
	const b = student(ids[0]);
	const bio = await b.get("/register?school=BIO");
	const all = await b.get("/register");
	assert.ok(bio.all("tbody tr").length < all.all("tbody tr").length);
	assert.equal(bio.one("#school option[selected]").getAttribute("value"), "BIO");
	const one = await b.get("/register?q=%EB%B6%84%EC%9E%90%EC%84%B8%ED%8F%AC");
	assert.deepEqual(one.all("tbody tr").map((r) => r.id),
		["BIO5012-01", "BIO5012-02", "BIO5012-03"]);
	const none = await b.get("/register?q=%25");
	assert.equal(none.status, 200);
	assert.match(none.text, /No section fits/);
	assert.equal((await b.get("/register?school=%00")).status, 422);
	assert.equal((await b.get("/register?q=" + "x".repeat(500))).status, 422);
});

test("R30: several at once, a result for each in the order asked", async () => {
	const b = student(ids[1]);
	const p = await enrol(b, ["CHE6022-01", "BIO5012-01", "NOPE5012-01", "BIO5012-01"]);
	assert.equal(p.sent.status, 303);
	assert.deepEqual(results(p), [["CHE6022-01", "done"],
		["BIO5012-01", "done"], ["NOPE5012-01", "gone"],
		["BIO5012-01", "duplicate"]]);
	assert.deepEqual(codes(ids[1]), ["BIO5012-01", "CHE6022-01"]);
	const mine = p.all("[data-section][data-state]").map((e) =>
		[e.getAttribute("data-section"), e.getAttribute("data-state")]);
	assert.deepEqual(mine, [["BIO5012-01", "enrolled"], ["CHE6022-01", "enrolled"]]);
	assert.equal(p.one(".credit").getAttribute("data-have"), "6");
	assert.equal(taken("BIO5012-01"), 1);
	// The same page without the answer says nothing any more.
	assert.deepEqual((await b.get("/register")).outcomes, []);
});

test("all refused: 422, only the chosen sections, what else would fit", async () => {
	capacity("BIO5012-02", 0);
	const p = await enrol(student(ids[2]), ["BIO5012-02", "GEN5004-01"]);
	assert.equal(p.status, 422);
	assert.deepEqual(results(p), [["BIO5012-02", "full"],
		["GEN5004-01", "not-open-to-exchange"]]);
	const rows = p.all("tbody tr").map((r) => r.id);
	assert.deepEqual(rows, ["BIO5012-02", "GEN5004-01"]);
	assert.ok(p.one("#BIO5012-02 input[checked]"), "what was chosen is still chosen");
	assert.deepEqual(p.all('[data-instead="BIO5012-02"]').slice(0, 2)
		.map((e) => e.getAttribute("data-code")).sort(), ["BIO5012-01", "BIO5012-03"],
	"the same course first");
	assert.match(p.text, /R17/);
	// Pressing again from there is a new request.
	capacity("BIO5012-02", 18);
	const q = await student(ids[2]).submit(p, {}, { action: "/register/enrol" });
	assert.ok(!q.codes.includes("already"));
});

test("R18: the upper limit, with its numbers; R19: that of the home university", async () => {
	const four = ["CHE6022-01", "BIO5012-01", "BIO5012-02", "BIO5012-03", "GNM5022-01"];
	const p = await enrol(student(ids[3]), four);
	assert.equal(p.codes.filter((c) => c === "done").length, 4);
	const last = p.outcomes.at(-1);
	if (last.outcome === "credits")
		assert.match(last.text, /15 credits.*limit is 12.*R18/);
	const [six] = logins(1, 6);
	const q = await enrol(student(six), ["CHE6022-01", "BIO5012-01", "BIO5012-02"]);
	assert.deepEqual(q.codes, ["done", "done", "credits"]);
	assert.match(q.outcomes[2].text, /9 credits.*limit is 6.*R19/);
});

test("an overlap is named with section and time", async () => {
	const [row] = sql(`select a.code as a, b.code as b from sojourn.section a
		join sojourn.section_time x on x.section_id = a.id
		join sojourn.section_time y on y.day = x.day and y.starts < x.ends
		 and x.starts < y.ends and y.section_id <> x.section_id
		join sojourn.section b on b.id = y.section_id and b.term_id = a.term_id
		join sojourn.term t on t.id = a.term_id and t.code = '2025-2'
		where a.open_to_exchange and b.open_to_exchange and x.day = 1 limit 1`);
	const p = await enrol(student(ids[4]), [row.a, row.b]);
	assert.deepEqual(p.codes, ["done", "conflict"]);
	assert.match(p.outcomes[1].text,
		new RegExp(`overlaps with ${row.a} \\((Mon|Wed) \\d\\d:\\d\\d–\\d\\d:\\d\\d\\)`));
	const ko = await enrol(student(ids[4], "ko"), row.b);
	assert.match(ko.outcomes[0].text, /시간이 중복.*[월수]/);
	const list = await student(ids[4]).get("/register");
	assert.match(list.say(`#${row.b} .why`), new RegExp(`Overlaps with ${row.a}`));
});

test("the same request twice has one effect, the second says so", async () => {
	const b = student(ids[5]);
	const page = await b.get("/register");
	const first = await b.submit(page, { section: "CHE6022-01" }, { action: "/register/enrol" });
	assert.deepEqual(results(first), [["CHE6022-01", "done"]]);
	const second = await b.submit(page, { section: "CHE6022-01" }, { action: "/register/enrol" });
	assert.equal(second.sent.status, 303);
	assert.deepEqual(results(second), [["CHE6022-01", "done"], ["", "already"]]);
	assert.deepEqual(codes(ids[5]), ["CHE6022-01"]);
	// Also when it was refused, and after the window has closed.
	const old = await b.get("/register");
	assert.deepEqual((await b.submit(old, { section: "NOPE1-01" },
		{ action: "/register/enrol" })).codes, ["gone"]);
	const again = await b.submit(old, { section: "NOPE1-01" }, { action: "/register/enrol" });
	assert.equal(again.sent.status, 303);
	assert.ok(again.codes.includes("already"));
});

test("nothing chosen, odd bytes, too many: clear words, nothing written", async () => {
	const b = student(ids[6]);
	const page = await b.get("/register");
	const form = page.form("/register/enrol");
	const send = (section) => b.post("/register/enrol", [...form.fields.filter(
		([k]) => k !== "section" && k !== "request"),
	...[section].flat().map((s) => ["section", s])]);
	let p = await send([]);
	assert.equal(p.status, 422);
	assert.deepEqual(p.codes, ["invalid"]);
	assert.match(p.text, /Please choose/);
	for (const odd of ["a\0b", "BIO5012-01\0", "없는과목-01", "x".repeat(21), "<i>x", "' or 1=1"]) {
		p = await send(odd);
		assert.equal(p.status, 422, odd);
		assert.ok(p.codes.includes("invalid"), odd);
		assert.ok(!p.text.includes("<i>x"), odd);
	}
	// Not UTF-8.
	const fields = new URLSearchParams(form.fields.filter(([k]) => k !== "section")).toString();
	p = await b.request("POST", "/register/enrol", { body: `${fields}&section=%ff%fe`,
		headers: { "content-type": "application/x-www-form-urlencoded" } });
	assert.equal(p.status, 422);
	const many = Array.from({ length: 500 }, (_, i) => `BIO${5000 + i}-01`);
	p = await send(many);
	assert.equal(p.status, 422);
	assert.deepEqual(p.codes, ["invalid"]);
	assert.match(p.text, /chose 500 sections; at most 20/);
	p = await send(Array.from({ length: 5000 }, () => "BIO5012-01"));
	assert.ok([413, 422].includes(p.status));
	p = await send(Array.from({ length: 20 }, () => "NOPE5012-01"));
	assert.equal(p.outcomes.length, 20);
	assert.deepEqual(enrolled(ids[6]), []);
});

test("without session, right or token", async () => {
	const nobody = new Browser();
	const p = await nobody.get("/register");
	assert.equal(p.status, 303);
	assert.match(p.location, /\/account\/login\?next=/);
	assert.equal((await nobody.post("/register/enrol", { section: "BIO5012-01" })).status, 303);
	const staff = student("academic");
	assert.equal((await staff.get("/register")).status, 403);
	const b = student(ids[7]);
	assert.equal((await b.post("/register/enrol", { section: "BIO5012-01" })).status, 403);
	assert.equal((await b.get("/register/enrol")).status, 405);
	assert.equal((await b.get("/register/nothing")).status, 404);
	// The session ends between the page and the press.
	const page = await b.get("/register");
	sql(`update sojourn.session set ended_at = now() where account_id =
		(select id from sojourn.account where login = $1)`, [ids[7]]);
	const late = await b.submit(page, { section: "BIO5012-01" },
		{ action: "/register/enrol", follow: false });
	assert.equal(late.status, 303);
	assert.match(late.location, /login/);
	assert.deepEqual(enrolled(ids[7]), []);
});

test("R3, R23: without a right the page says why and who helps", async () => {
	const [{ login }] = sql(`select a.login from sojourn.account a
		where a.login ~ '^E' and not exists (select from sojourn.registration_right r
		 join sojourn.term t on t.id = r.term_id and t.code = '2025-2'
		 where r.person_id = a.person_id) order by 1 limit 1`);
	const b = student(login);
	const page = await b.get("/register");
	assert.equal(page.status, 200);
	assert.equal(page.one("[data-may]").getAttribute("data-may"), "not-approved");
	const p = await enrol(b, "BIO5012-01");
	assert.equal(p.status, 422);
	assert.deepEqual(p.codes, ["not-approved"]);
	assert.match(p.outcomes[0].text, /R23/);
});

test("three languages; the data too", async () => {
	const ko = await student(ids[8], "ko").get("/register");
	assert.match(ko.say("h1"), /수강신청/);
	assert.match(ko.say("#BIO5012-01 th"), /분자세포생물학/);
	assert.match(ko.text, /2025\. 8\. 21\.\(목\) 18:00/);
	const ja = await student(ids[8], "ja").get("/register");
	assert.match(ja.say("h1"), /履修登録/);
	assert.match(ja.say("#BIO5012-01 th"), /分子細胞生物学/);
	assert.match(ja.text, /2025年8月21日\(木\) 18:00/);
});

test("seats fit the enrolments", () => {
	assert.deepEqual(unsound(), []);
});
