// A late act of one student: asked for by one, agreed to by another, shown to
// the student, used once; and more seats than a room holds.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { codes, logins, student, unsound } from "../register/student.mjs";
import { desk } from "./desk.mjs";

const PAGE = "/staff/exceptions";
let login, academic, admin;
before(async () => {
	await reset();
	clock("2025-08-25T10:00:00+09:00", { jobs: false });	// between the windows
	[login] = logins(1);
	academic = desk("academic");
	admin = desk("admin");
});
after(() => clock("apply", { jobs: false }));

const ask = (values) => academic.fill(PAGE, { kind: "late-act", login, university: "",
	reason: "in hospital", until: "2025-08-29T18:00", take: "BIO5012-01", leave: "",
	decision: "ask", exception: undefined, ...values }, { action: PAGE });

// Sends a form of /register although the page offers none.
async function press(b, path, fields)
{
	const page = await b.get("/register/confirmation");
	return b.post(path, { csrf: page.one("input[name=csrf]").getAttribute("value"),
		request: `late-${Math.random().toString(36).slice(2)}-xxxx`, ...fields });
}

test("a section that does not exist, or none at all, is said at its field", async () => {
	for (const take of ["", "NOPE999-01"]) {
		const bad = await ask({ take });
		assert.equal(bad.status, 422);
		assert.ok(bad.one("#take-error"));
		assert.equal(bad.one("#reason").text, "in hospital");
	}
});

test("asked by one it opens nothing; agreed by another it is on the student's page", async () => {
	const b = student(login);
	const asked = await ask({});
	assert.deepEqual(asked.codes, ["pending"]);
	assert.match(asked.say("tbody"), /may add BIO5012-01/);
	assert.equal((await b.get("/register")).one("[data-exception]"), null);
	assert.equal((await press(b, "/register/enrol", { section: "BIO5012-01" })).status, 422);
	const id = value("select max(id) from sojourn.exception");
	const own = await academic.submit(asked, { decision: "agree", exception: id }, { action: PAGE });
	assert.equal(own.status, 403, "never the one who asked");
	assert.deepEqual((await admin.fill(PAGE, { decision: "agree", exception: id }, { action: PAGE })).codes, ["done"]);
	for (const [lang, words] of [["en", /You may add BIO5012-01 .* until Fri 29 Aug 2025, 18:00/],
		["ko", /2025\. 8\. 29\.\(금\) 18:00.*BIO5012-01.*추가할 수 있습니다/], ["ja", /BIO5012-01.*追加できます/]])
		assert.match((await student(login, lang).get("/register")).one("[data-exception]").text, words);
});

test("the student uses it once, and nothing else is open", async () => {
	const b = student(login);
	assert.deepEqual((await press(b, "/register/enrol", { section: "CHE6022-01" })).codes, ["window"]);
	assert.equal((await student(logins(2)[1]).get("/register")).one("[data-exception]"), null);
	const page = await b.get("/register");
	const form = page.all("[data-exception] form")[0];
	assert.equal(form.getAttribute("action"), "/register/enrol");
	const fields = Object.fromEntries(form.querySelectorAll("input")
		.map((i) => [i.getAttribute("name"), i.getAttribute("value")]));
	const done = await b.follow(await b.post("/register/enrol", fields));
	assert.deepEqual(done.codes, ["done"]);
	assert.deepEqual(codes(login), ["BIO5012-01"]);
	assert.equal(done.one("[data-exception]"), null, "used");
	assert.deepEqual((await press(b, "/register/cancel", { section: "BIO5012-01" })).codes, ["window"]);
	assert.match((await academic.get(PAGE)).say("tbody"), /Used/);
	const told = sql(`select act, outcome from sojourn.audit where object_kind = 'exception'
		and outcome <> 'invalid' order by id`);
	assert.deepEqual(told.map((r) => `${r.act} ${r.outcome}`),
		["exception-ask pending", "exception-agree forbidden", "exception-agree done"]);
	assert.deepEqual(unsound(), []);
});

test("a section to take and one to leave are exchanged, both or neither", async () => {
	const b = student(login);
	await ask({ take: "che6022-01", leave: "BIO5012-01" });
	const id = value("select max(id) from sojourn.exception");
	await admin.fill(PAGE, { decision: "agree", exception: id }, { action: PAGE });
	const page = await b.get("/register");
	assert.match(page.one("[data-exception]").text, /You may exchange BIO5012-01 .* for CHE6022-01/);
	const fields = Object.fromEntries(page.all("[data-exception] form")[0].querySelectorAll("input")
		.map((i) => [i.getAttribute("name"), i.getAttribute("value")]));
	assert.deepEqual((await b.follow(await b.post("/register/swap", fields))).codes, ["done"]);
	assert.deepEqual(codes(login), ["CHE6022-01"]);
});

test("a late withdrawal is for the section it names", async () => {
	clock("2025-10-02T10:00:00+09:00", { jobs: false });
	await ask({ kind: "late-withdrawal", take: "", leave: "BIO5012-01", until: "2025-10-05T18:00" });
	await admin.fill(PAGE, { decision: "agree", exception: value("select max(id) from sojourn.exception") }, { action: PAGE });
	const b = student(login);
	assert.equal((await b.get("/withdraw")).all('form[action="/withdraw"]').length, 0, "CHE6022-01 is not named");
	await ask({ kind: "late-withdrawal", take: "", leave: "CHE6022-01", until: "2025-10-05T18:00" });
	await admin.fill(PAGE, { decision: "agree", exception: value("select max(id) from sojourn.exception") }, { action: PAGE });
	const asked = await b.fill("/withdraw", { reason: "ill" }, { action: "/withdraw" });
	assert.deepEqual(asked.codes, ["pending"]);
});

test("F11: seats above what the room holds wait for a second person, then hold at once", async () => {
	clock("register", { jobs: false });
	sql("update sojourn.section set room_seats = 40 where code = 'BIO5012-01'");
	const seats = () => value(`select e.capacity from sojourn.section_seat e join sojourn.section s
		on s.id = e.section_id where s.code = 'BIO5012-01' and s.term_id = sojourn.term_current('')`);
	const url = "/staff/sections?section=BIO5012-01";
	assert.deepEqual((await academic.fill(url, { capacity: 40 }, { action: "/staff/sections" })).codes, ["done"]);
	const more = await academic.fill(url, { capacity: 45 }, { action: "/staff/sections" });
	assert.deepEqual(more.codes, ["pending"]);
	assert.equal(seats(), 40);
	const list = await admin.get(PAGE);
	assert.match(list.say("tbody"), /BIO5012-01: 45 seats/);
	await admin.submit(list, { decision: "agree", exception: value("select max(id) from sojourn.exception") }, { action: PAGE });
	assert.equal(seats(), 45);
	const b = student(login);
	assert.equal((await press(b, "/register/enrol", { section: "BIO5012-01" })).status, 303);
	const fewer = await academic.fill(url, { capacity: 0 }, { action: "/staff/sections" });
	assert.equal(fewer.status, 422, "never fewer than are taken");
	assert.equal(seats(), 45);
	assert.deepEqual(unsound(), []);
});
