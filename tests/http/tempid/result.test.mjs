// /tempid/result and /tempid/resend: states only behind a link to the address
// on file; the answer tells an outsider nothing (R38, R39, R41, S1, S4).
import { beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, clock, delivered, link, mail, mails, reset, sql, value }
	from "../../fixture.mjs";

// Somebody of the seed's queue, by state.
const someone = (state, more = "") => sql(`select a.*, u.code as university
	from sojourn.application a join sojourn.university u on u.id = a.university_id
	join sojourn.term t on t.id = a.term_id and t.code = '2025-2'
	where a.state = $1 ${more} order by a.id limit 1`, [state])[0];
const ask = async (b, a) => b.fill("/tempid/result", {
	university: a.university, student_no: a.student_no,
	birth_date: a.birth_date }, { action: "/tempid/result" });
// What differs between two visits whatever is asked.
const steady = (text) => text
	.replace(/name="(csrf|request)" value="[^"]*"/g, "")
	.replace(/data-now="\d+"/, "").replace(/r=[\w-]+/g, "")
	.replace(/[\d:]{4,5}(?=[^<]{0,8}<\/span>)/g, "")
	.replace(/\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}[^<]*/g, "");

async function open(a, to = a.email)
{
	const since = await delivered();
	await ask(new Browser(), a);
	const letter = await mail({ to, kind: "status-link", since });
	const b = new Browser();
	const page = await b.follow(await b.get(link(letter)));
	assert.doesNotMatch(page.url, /t=/, "S8");
	return { b, page, letter };
}

beforeEach(async () => {
	await reset();
	clock("apply", { jobs: false });
});

test("R39, S4: the same answer for right, wrong and unknown", async () => {
	const a = someone("submitted", "and a.door = 'web' and a.identity = 'new'");
	const right = await ask(new Browser(), a);
	const wrong = await ask(new Browser(), { ...a, birth_date: "1980-01-01" });
	const unknown = await ask(new Browser(), { ...a, student_no: "0000" });
	for (const page of [right, wrong, unknown]) {
		assert.equal(page.sent.status, 303);
		assert.deepEqual(page.codes, ["pending"]);
	}
	assert.equal(steady(wrong.text), steady(right.text));
	assert.equal(steady(unknown.text), steady(right.text));
	await mail({ to: a.email, kind: "status-link" });
	assert.equal((await mails({ kind: "status-link" })).length, 1);
});

test("R5, R41: the status page says state, next step, who, until when", async () => {
	const a = someone("submitted", "and a.door = 'web' and a.identity = 'new'");
	const { page } = await open(a);
	assert.equal(page.status, 200);
	const body = page.one("[data-state]");
	assert.equal(body.getAttribute("data-state"), "submitted");
	assert.ok(body.getAttribute("data-next"));
	assert.match(page.text, new RegExp(`mailto:${value(`select
		coordinator_email from sojourn.university where code = $1`,
		[a.university])}`));
});

test("R38: approved today, told at 18:00", async () => {
	const a = someone("submitted", "and a.door = 'web' and a.identity = 'new'");
	sql(`update sojourn.application set state = 'approved', recommendation =
		'recommended', published_at = '2025-08-14 18:00+09' where id = $1`,
		[a.id]);
	const { b, page } = await open(a);
	assert.equal(page.one("[data-state]").getAttribute("data-state"),
		"submitted");
	assert.doesNotMatch(page.say("main"), /Approved/);
	clock("2025-08-14T18:00:00+09:00", { jobs: false });
	const after = await b.get("/tempid/result");
	assert.equal(after.one("[data-state]").getAttribute("data-state"),
		"approved");
});

test("the link is read-only, works again and runs out; closing forgets it", async () => {
	const a = someone("submitted", "and a.door = 'web' and a.identity = 'new'");
	const { b, letter } = await open(a);
	const again = await b.follow(await b.get(link(letter)));
	assert.ok(again.one("[data-state]"));
	const closed = await b.follow(await b.get("/tempid/result?t=close"));
	assert.equal(closed.one("[data-state]"), null);
	assert.deepEqual(closed.codes, []);
	clock("2025-08-15T11:00:00+09:00", { jobs: false });
	const late = await b.follow(await b.get(link(letter)));
	assert.deepEqual(late.codes, ["expired"]);
});

test("S1: in another's name with one's own mailbox one gets nothing", async () => {
	// Somebody on file with an ID and an account.
	const [known] = sql(`select p.*, s.student_no, u.code as university,
		t.id as tid, c.email as address from sojourn.person p
		join sojourn.student s on s.person_id = p.id
		join sojourn.university u on u.id = s.university_id
		join sojourn.temporary_id t on t.person_id = p.id
		join sojourn.account c on c.person_id = p.id
		where c.email <> '' and u.code in ('CNU', 'KAIST', 'HANBAT')
		and not exists (select from sojourn.application a
		  join sojourn.term m on m.id = a.term_id and m.code = '2025-2'
		  where a.person_id = p.id)
		order by p.id limit 1`);
	const thief = "thief@mail.example";
	const b = new Browser();
	await b.fill("/tempid/apply?term=2025-2", { university: known.university,
		student_no: known.student_no, name_native: known.name_native,
		birth_date: known.birth_date, level: "MA", status: "enrolled",
		department: "x", email: thief, consent_collect: "1",
		consent_provide: "1" }, { action: "/tempid/apply" });
	const page = await b.follow(await b.get(
		link(await mail({ to: thief, kind: "confirm" }))));
	assert.deepEqual((await b.submit(page, {}, { action: "/tempid/confirm" }))
		.codes, ["done"]);
	assert.equal(value(`select identity from sojourn.application
		where email = $1`, [thief]), "known");
	await mail({ to: known.address, kind: "application-known" });
	// The status link goes to the account's mailbox, never to the thief's.
	const { page: status } = await open({ ...known }, known.address);
	assert.match(status.say("main"), new RegExp(known.tid),
		"R41: the ID at once, to its owner");
	assert.equal((await mails({ to: thief })).length, 1);
	assert.equal(value("select email from sojourn.account where person_id = $1",
		[known.id]), known.address, "R42: contact data are not overwritten");
});

test("a mistyped address is corrected, and the answer is always the same", async () => {
	const b = new Browser();
	await b.fill("/tempid/apply?term=2025-2", { university: "CNU",
		student_no: "202599999", name_native: "오타", birth_date: "2001-01-01",
		level: "BA", status: "enrolled", department: "x",
		email: "right@cnu.exmaple", consent_collect: "1",
		consent_provide: "1" }, { action: "/tempid/apply" });
	const again = async (values) => new Browser().fill("/tempid/resend",
		{ university: "CNU", student_no: "202599999",
		birth_date: "2001-01-01", email: "right@cnu.example", ...values },
		{ action: "/tempid/resend" });
	const right = await again({});
	const unknown = await again({ student_no: "1" });
	assert.deepEqual(right.codes, ["pending"]);
	assert.equal(steady(unknown.text), steady(right.text));
	const page = await b.follow(await b.get(link(await mail({
		to: "right@cnu.example", kind: "confirm" }))));
	const done = await b.submit(page, {}, { action: "/tempid/confirm" });
	assert.deepEqual(done.codes, ["done"]);
	const held = sql(`select email, state from sojourn.application where
		student_no = '202599999' and state <> 'unconfirmed'`);
	assert.deepEqual(held, [{ email: "right@cnu.example", state: "submitted" }]);
	const bad = await again({ email: "no", birth_date: "31.2.2001" });
	assert.equal(bad.status, 422);
	assert.ok(bad.one("#email-error") && bad.one("#birth_date-error"));
});
