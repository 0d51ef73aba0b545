// Waiting lists: staff open one, students join, clerk offers the seat that
// comes free, a press takes it; a crowd of cancellations loses none.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, delivered, link, mail, reset, sql, until, value } from "../../fixture.mjs";
import { invalid } from "../../browser/rules.mjs";
import { desk } from "../staff/desk.mjs";
import { capacity, codes, logins, results, student, taken, unsound } from "./student.mjs";

let ids;
const CODE = "AST5022-02";
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(20);
});

const enrol = async (b, section) => b.submit(await b.get("/register"), { section }, { action: "/register/enrol" });
const cancel = async (b, section) => b.submit(await b.get("/register"), { section }, { action: "/register/cancel" });
const wait = async (b, decision, section = CODE) => b.submit(await b.get(`/register/waitlist?section=${section}`),
	{ section, decision }, { action: "/register/waitlist" });
const state = (id) => value(`select w.state from sojourn.waitlist w join sojourn.account a on a.person_id = w.person_id
	where a.login = $1 order by w.id desc limit 1`, [id]);
const held = () => value(`select f.held from sojourn.section_seat f join sojourn.section s on s.id = f.section_id
	join sojourn.term t on t.id = s.term_id and t.code = '2025-2' where s.code = $1`, [CODE]);
// Clerk, who comes once a second, has seen that nobody waits any more: until then a
// seat that comes free may be kept for somebody who has left the list.
const nobodyWaits = () => until(() => value(`select count(*)::int from sojourn.section_seat
	where waiting > 0 or held > 0`) === 0);

test("the demo's sections can be waited for when they are full, as the contract says", async () => {
	const b = student(ids[12]), other = student(ids[13]);
	await capacity(CODE, 1);
	assert.deepEqual((await enrol(other, CODE)).codes, ["done"]);
	assert.deepEqual((await enrol(b, CODE)).codes, ["full"]);
	assert.deepEqual((await wait(b, "add")).codes, ["done"]);
	assert.deepEqual((await wait(b, "remove")).codes, ["done"]);
	assert.deepEqual((await cancel(other, CODE)).codes, ["done"]);
	await nobodyWaits();
});

test("staff switch the list of a section off and on", async () => {
	const b = student(ids[0]);
	const staff = await desk("academic");
	let p = await staff.submit(await staff.get(`/staff/sections?section=${CODE}`), { decision: "off" },
		{ action: "/staff/sections/waitlist" });
	assert.deepEqual(p.codes, ["done"]);
	assert.equal((await b.get(`/register/waitlist?section=${CODE}`)).all("[aria-labelledby=ask]").length, 0);
	p = await staff.get(`/staff/sections?section=${CODE}`);
	assert.match(p.text, /no waiting list/);
	p = await staff.submit(p, { decision: "on" }, { action: "/staff/sections/waitlist" });
	assert.deepEqual(p.codes, ["done"]);
	assert.equal(p.sent.status, 303);
	assert.equal(value("select waitlist from sojourn.section where code = $1 and term_id = (select id from sojourn.term where code = '2025-2')", [CODE]), true);
	assert.ok((await staff.get(`/staff/sections?section=${CODE}`)).one("[data-waits]"));
});

test("full: the list names the way, joining says the place", async () => {
	capacity(CODE, 1);
	assert.deepEqual((await enrol(student(ids[0]), CODE)).codes, ["done"]);
	const b = student(ids[1]);
	const page = await b.get("/register");
	assert.equal(page.one(`[id="${CODE}"] a[href*=waitlist]`).getAttribute("href"), `/register/waitlist?section=${CODE}`);
	const refused = await enrol(b, CODE);
	assert.ok(refused.one("a[href*=waitlist]"), "the refusal too");
	const ask = await b.get(`/register/waitlist?section=${CODE}`);
	assert.match(ask.text, /holds for 12 hours/);
	const p = await wait(b, "add");
	assert.equal(p.sent.status, 303);
	assert.deepEqual(results(p), [[CODE, "done"]]);
	assert.equal(p.one("[data-outcome]").getAttribute("data-act"), "waitlist-add", "told apart from an enrolment");
	assert.match(p.outcomes[0].text, /place is 1/);
	assert.equal(p.one(`[data-wait="${CODE}"]`).getAttribute("data-place"), "1");
	assert.deepEqual((await wait(b, "add")).codes, ["duplicate"]);
	assert.match((await wait(student(ids[2]), "add")).text, /Place 2 of 2/);
	assert.deepEqual((await wait(student(ids[0]), "add")).codes, ["duplicate"]);
	assert.deepEqual((await wait(b, "add", "NOPE1-01")).codes, ["gone"]);
	assert.deepEqual((await wait(b, "take")).codes, ["gone"]);
	assert.deepEqual((await wait(b, "burn")).codes, ["invalid"]);
	assert.ok((await b.get("/register")).one('a[href="/register/waitlist"]'));
});

test("a seat that comes free is offered by mail, kept, and taken with one press", async () => {
	await until(() => value("select waiting from sojourn.section_seat where waiting = 2"));
	const since = await delivered();
	assert.deepEqual((await cancel(student(ids[0]), CODE)).codes, ["done"]);
	assert.deepEqual((await enrol(student(ids[3]), CODE)).codes, ["full"], "not for who comes by");
	const letter = await mail({ kind: "seat-offered", since });
	assert.match(letter.subject, new RegExp(CODE));
	assert.equal(new URL(link(letter)).pathname, "/register/waitlist");
	assert.equal(state(ids[1]), "offered");
	const b = student(ids[1]);
	assert.deepEqual(await invalid((await b.get(`/register/waitlist?section=BIO5012-01`)).text), []);
	assert.match((await b.get("/register")).say(".callout.warn b"), /seat you wait for is offered/);
	const past = await enrol(b, CODE);
	assert.deepEqual(past.codes, ["full"], "the list is the way");
	assert.match(past.say("main form.callout"), new RegExp(`seat of ${CODE} is kept for you`), "and the page leads there");
	assert.deepEqual(await invalid(past.text), []);
	const other = await wait(student(ids[1]), "add", "BIO5012-01");
	assert.equal(other.sent.status, 422);
	assert.equal(other.one("[data-outcome]").getAttribute("data-act"), "waitlist-add", "a refusal is told apart, too");
	// With an offer, joining takes it; the answer says that it was that.
	const p = await b.submit(past, { decision: "add" }, { action: "/register/waitlist" });
	assert.equal(p.sent.status, 303);
	assert.equal(new URL(p.url).pathname, "/register");
	assert.deepEqual(results(p), [[CODE, "done"]]);
	assert.equal(p.one("[data-outcome]").getAttribute("data-act"), "enrol");
	assert.deepEqual(codes(ids[1]), [CODE]);
	assert.deepEqual([taken(CODE), held(), state(ids[2])], [1, 0, "waiting"]);
	assert.deepEqual(unsound(), []);
});

test("an offer that nobody takes goes to the next, and in the end to all", async () => {
	await cancel(student(ids[1]), CODE);
	await until(() => state(ids[2]) === "offered");
	clock("2025-08-18T22:00:00+09:00");
	assert.equal(state(ids[2]), "expired");
	const b = student(ids[2]);
	assert.deepEqual((await wait(b, "take")).codes, ["expired"], "told that it has run out");
	assert.deepEqual((await enrol(student(ids[3]), CODE)).codes, ["done"]);
	assert.deepEqual([taken(CODE), held()], [1, 0]);
	await cancel(student(ids[3]), CODE);
	await nobodyWaits();
});

test("twenty people, three seats that come and go: nobody is enrolled twice, no seat is lost", async () => {
	capacity(CODE, 3);
	for (const id of ids.slice(0, 3))
		assert.deepEqual((await enrol(student(id), CODE)).codes, ["done"]);
	const waiting = ids.slice(3, 15);
	await Promise.all(waiting.map((id) => wait(student(id), "add")));
	await until(() => value("select waiting from sojourn.section_seat where waiting = 12"));
	const giveUp = new Set(ids.slice(0, 3));
	const got = [];
	for (let round = 0; round < 3; round++) {
		await Promise.all([...giveUp].map((id) => cancel(student(id), CODE)));
		await until(() => value("select count(*)::int from sojourn.waitlist where state = 'offered'") === 3);
		const offered = sql(`select a.login from sojourn.waitlist w join sojourn.account a on a.person_id = w.person_id
			where w.state = 'offered'`).map((r) => r.login);
		await Promise.all([...offered, ...offered, ...ids.slice(15, 20)].map(async (id) =>
			(ids.indexOf(id) >= 15 ? enrol : (b) => wait(b, "take"))(student(id), CODE)));
		got.push(...offered);
		giveUp.clear();
		offered.forEach((id) => giveUp.add(id));
		assert.deepEqual([taken(CODE), held()], [3, 0]);
	}
	assert.deepEqual(got.map((id) => waiting.indexOf(id) >= 0), Array(9).fill(true), "only who waited");
	assert.equal(new Set(got).size, 9);
	assert.deepEqual(unsound(), []);
	const order = sql(`select a.login from sojourn.waitlist w join sojourn.account a on a.person_id = w.person_id
		where w.id > (select max(id) - 12 from sojourn.waitlist) order by w.id`).map((r) => r.login);
	assert.deepEqual(got.slice(0, 3).sort(), order.slice(0, 3).sort(), "the first first");
});
