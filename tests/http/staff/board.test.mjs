// The live board: what students do is drawn within seconds, and the database is
// asked once in three seconds however many watch.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { Browser, clock, health, reset, sql, until, value } from "../../fixture.mjs";
import { kill, pid } from "../../services.mjs";
import { logins, student } from "../register/student.mjs";
import { desk } from "./desk.mjs";

before(async () => {
	await reset();
	clock("register", { jobs: false });
	// What was counted before the reset would be written seconds later.
	const old = kill("register");
	await until(() => pid("register") > 1 && pid("register") !== old);
	await until(async () => (await new Browser().get("/register/room.json")).status === 200);
	sql("delete from sojourn.pulse");
});
after(() => clock("apply", { jobs: false }));

// How often staff has asked the database so far: trips, and the board's.
async function asked()
{
	const text = await (await fetch(`${health}/metrics`)).text();
	const figure = (name) => Number(text.split("\n")
		.find((l) => l.startsWith(`${name} `))?.split(" ")[1] ?? 0);
	return { trips: figure('sojourn_database_trips_total{program="staff",end="done"}'),
		board: figure('sojourn_database_calls_total{program="staff",statement="staff_api.board"}') };
}

test("what is registered and refused is on the board within seconds", async () => {
	const [first, second] = logins(2);
	sql(`update sojourn.section_seat f set capacity = 1
		from sojourn.section s join sojourn.term t on t.id = s.term_id and t.code = '2025-2'
		where s.id = f.section_id and s.code = 'BIO5012-01'`);
	for (const login of [first, second]) {
		const b = student(login);
		const form = (await b.get("/register")).form("/register/enrol");
		await b.post(form.action, [...form.fields.filter(([k]) => k !== "section"),
			["section", "BIO5012-01"]]);
	}
	const staff = desk("academic");
	const page = await until(async () => {
		const p = await staff.get("/staff/board?part=1");
		return /Full\s*1/.test(p.one("[data-reason]")?.text) && p;
	}, 12);
	assert.equal(page.status, 200);
	assert.match(page.one("[data-reason]").text, /Full\s*1/);
	const row = page.all("details tbody tr")[0].querySelectorAll("td").map((c) => c.text);
	assert.deepEqual(row, ["1", "1", "0", "0", "0"]);
	assert.match(page.one("polyline").getAttribute("points"), /^(\d+,\d+ ){179}\d+,\d+$/);
	assert.equal(page.all("svg rect.s1").length, 2);
	assert.ok(page.all(".seats").some((c) => /^1 \/ \d+/.test(c.text)));
	assert.equal(page.one("html"), null, "the part alone");
	const pulses = sql(`select sum(done)::int as done, sum((refused ->> 'full')::int)::int
		as full_ from sojourn.pulse`)[0];
	assert.deepEqual(pulses, { done: 1, full_: 1 });
});

// How often the database is asked while all of a crowd look in again and again
// for nine seconds, and how long the slowest of their rounds took.
async function watched(crowd)
{
	const from = await asked(), began = Date.now();
	let answers = 0, slowest = 0;
	while (Date.now() - began < 9000 || answers < 400) {
		const round = Date.now();
		const all = await Promise.all(crowd.map((b) => b.get("/staff/board?part=1")));
		assert.ok(all.every((p) => p.status === 200 && p.one("#board")));
		slowest = Math.max(slowest, Date.now() - round);
		answers += all.length;
		await sleep(500);
	}
	const till = await asked();
	return { slowest, most: Math.ceil((Date.now() - began) / 3000) + 1,
		board: till.board - from.board, trips: till.trips - from.trips };
}

test("fifty watch: the database is asked as often as for one", async () => {
	const crowd = [];
	for (let i = 0; i < 50; i++)
		crowd.push(desk(["academic", "admin", "affairs"][i % 3]));
	let w;
	// A session is believed for ten seconds: where the machine stood still
	// for half of that, each is asked about by itself, and rightly.
	for (let i = 0; i < 3 && !(w?.slowest < 4000); i++) {
		await Promise.all(crowd.map((b) => b.get("/staff/board?part=1")));
		w = await watched(crowd);
	}
	assert.ok(w.board >= 2, "it is live");
	assert.ok(w.board <= w.most, JSON.stringify(w));
	assert.ok(w.trips <= w.most, JSON.stringify(w));
});

test("a session that ends, or loses its right, sees the board no more", async () => {
	const b = desk("affairs"), other = desk("academic");
	assert.equal((await b.get("/staff/board?part=1")).status, 200);
	assert.equal((await other.get("/staff/board?part=1")).status, 200);
	sql(`update sojourn.session set ended_at = clock_timestamp()
		where token_hash = sha256(convert_to($1, 'utf8'))`, [b.jar.get("session")]);
	const gone = await until(async () => {
		await other.get("/staff/board?part=1");
		const p = await b.get("/staff/board?part=1");
		return p.status === 303 && p;
	}, 8);
	assert.match(gone.location, /^\/account\/login/);
});

test("students, partners and strangers do not see it", async () => {
	const login = value("select id from sojourn.temporary_id order by serial limit 1");
	for (const b of [desk("cnu"), desk(login)])
		assert.notEqual((await b.get("/staff/board?part=1")).status, 200);
	assert.equal((await new Browser().get("/staff/board?part=1")).status, 303);
});

test("without the script the page fetches itself anew, unless asked to stand still", async () => {
	const b = desk("academic");
	const live = await b.get("/staff/board");
	assert.match(live.text, /<noscript><meta http-equiv="refresh" content="5"><\/noscript>/);
	const still = await b.get("/staff/board?still=1");
	assert.doesNotMatch(still.text, /http-equiv="refresh"/);
	assert.equal(still.one("#board").getAttribute("data-refresh"), undefined);
	assert.doesNotMatch((await b.get("/staff")).text, /http-equiv="refresh"/);
	assert.ok((await b.get("/staff")).one("#board[data-refresh]"));
});

test("every reason has its words, also what is no rule's", async () => {
	const words = ["full", "window", "credits", "conflict", "closed", "duplicate", "not-approved", "not-recommended",
		"not-open-to-exchange", "ineligible", "gone", "quota", "invalid", "busy", "login", "fault"];
	sql("delete from sojourn.pulse");
	sql(`insert into sojourn.pulse (process, done, cancelled, refused, queue, oldest_ms)
		values ('words 1', 0, 0, $1::jsonb, 0, 0)`, [JSON.stringify(Object.fromEntries(words.map((w) => [w, 7])))]);
	const staff = desk("academic", "ko");
	const page = await until(async () => {
		const p = await staff.get("/staff/board?part=1");
		return p.all("[data-reason]").length === words.length && p;
	}, 12);
	for (const reason of page.all("[data-reason]"))
		assert.match(reason.text, /^\s*[^a-z]*7\s*$/, reason.text);
});
