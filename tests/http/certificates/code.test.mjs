// R106, S5, S6, S20: the code of a step-up: once, for ten minutes, five tries;
// double submit, two tabs, a right that ended, workers that are away.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { before, test } from "node:test";
import { clock, reset, sql, until, value, variable } from "../../fixture.mjs";
import { kill } from "../../services.mjs";
import { ask, asked, enter, holder, issue, issued, own, record, settled } from "./step.mjs";

const service = (act, name) => execFileSync("s6-svc",
	[act === "-d" ? "-wD" : "-wu", "-T", "10000", act, `${variable}/service/${name}`]);
// Whether it ran to be killed; it may just be on its way back.
const strike = (name) => { try { kill(name); return true; } catch { return false; } };
const away = (page) => page.status === 303 && /^\/account\/login/.test(page.location);
// Another code may be sent twenty seconds after the one before.
const later = () => sql("update sojourn.login_attempt set created_at = created_at - interval '1 minute'");

before(async () => { await reset(); clock("apply", { jobs: false }); });

test("S6: the session goes on under a new token, the old one is dead", async () => {
	const b = holder(own.enrolled);
	const old = b.jar.get("session");
	const page = await issue(b, own.enrolled, "enrollment");
	assert.deepEqual(page.codes, ["done"]);
	assert.notEqual(b.jar.get("session"), old);
	assert.equal((await b.get("/certificates")).status, 200);
	const thief = holder(own.enrolled);
	thief.jar.set("session", old);
	assert.ok(away(await thief.get("/certificates")));
});

test("an empty field is no guess: the same page, and none of the five is lost", async () => {
	const b = holder(own.enrolled);
	const { page, digits } = await asked(b, own.enrolled, "enrollment");
	for (const nothing of ["", "", " ", "", "", ""]) {
		const refused = await enter(b, page, nothing);
		assert.deepEqual([refused.status, refused.codes], [422, ["invalid"]]);
		assert.equal(refused.say("#code-error"), "Please fill in this field.");
	}
	assert.equal(value("select count(*)::int from sojourn.attempt where what = 'code' and subject = $1", [own.enrolled]), 0);
	assert.deepEqual((await enter(b, page, digits)).codes, ["done"]);
});

test("five wrong codes end it; the right one comes too late", async () => {
	const b = holder(own.enrolled);
	const before = issued(own.enrolled).length;
	const { page, digits } = await asked(b, own.enrolled, "enrollment");
	const wrong = digits === "000000" ? "000001" : "000000";
	for (let i = 1; i <= 5; i++) {
		const refused = await enter(b, page, wrong);
		assert.equal(refused.status, 422);
		assert.deepEqual(refused.codes, [i < 5 ? "invalid" : "expired"], `try ${i}`);
		if (i < 5)
			assert.match(refused.text, new RegExp(i < 4 ? `try ${5 - i} more times` : "try once more"));
	}
	const refused = await enter(b, page, digits);
	assert.deepEqual([refused.status, refused.codes], [422, ["expired"]]);
	assert.equal(issued(own.enrolled).length, before);
	later();
	const again = await b.submit(await b.get("/certificates/code"), { act: "again" },
		{ action: "/certificates/code" });
	assert.equal(again.status, 200);
	assert.deepEqual(again.codes, ["pending"]);
});

test("thirty wrong codes a day end the account's codes", async () => {
	const b = holder(own.fresh);
	const { page, digits } = await asked(b, own.fresh, "enrollment");
	sql(`insert into sojourn.attempt (what, subject) select 'code', $1 from generate_series(1, 30)`, [own.fresh]);
	assert.deepEqual((await enter(b, page, digits)).codes, ["expired"]);
	assert.deepEqual((await ask(b, "enrollment")).status, 429);
	sql("delete from sojourn.attempt where subject = $1", [own.fresh]);
});

test("a code that ran out, and its successor", async () => {
	const b = holder(own.leave);
	const { page, digits } = await asked(b, own.leave, "leave-of-absence");
	sql(`update sojourn.login_attempt a set expires_at = clock_timestamp() from sojourn.account c
		where c.id = a.account_id and c.login = $1`, [own.leave]);
	assert.deepEqual((await enter(b, page, digits)).codes, ["expired"]);
	assert.equal((await b.get("/certificates")).one("[data-step]").getAttribute("data-step"), "expired");
	assert.deepEqual(issued(own.leave), []);
});

test("again too soon: 429 with Retry-After; then the first code is dead", async () => {
	const b = holder(own.graduated);
	const { page, digits } = await asked(b, own.graduated, "degree");
	const soon = await b.submit(page, { act: "again", wish: page.one("[data-wish]").getAttribute("data-wish") },
		{ action: "/certificates/code" });
	assert.equal(soon.status, 429);
	assert.ok(Number(soon.headers.get("retry-after")) > 0);
	later();
	await b.submit(page, { act: "again", wish: page.one("[data-wish]").getAttribute("data-wish"), request: "a".repeat(22) },
		{ action: "/certificates/code" });
	assert.deepEqual((await enter(b, page, digits)).codes, ["invalid"]);
	assert.deepEqual(issued(own.graduated), []);
});

test("F8: sent twice at once, back and again: one issue", async () => {
	const b = holder(own.enrolled);
	const before = issued(own.enrolled).length;
	const { page, digits } = await asked(b, own.enrolled, "enrollment", "en", 2);
	const fields = [...page.form("/certificates/code").fields.filter(([k]) => k !== "code"), ["code", digits]];
	const twin = holder(own.enrolled);
	twin.jar = new Map(b.jar);
	const both = await Promise.all([b.post("/certificates/code", fields), twin.post("/certificates/code", fields)]);
	assert.deepEqual(both.map((p) => p.status), [303, 303]);
	assert.equal((await settled(own.enrolled)).length, before + 2);
	// The button back, and the form once more: under the session of now.
	const live = both.findIndex((p) => !/login/.test(p.location));
	const mine = [b, twin][live];
	assert.equal((await mine.post("/certificates/code", fields)).status, 403);
	const late = await enter(mine, await mine.get("/certificates"), digits).catch((e) => e);
	assert.ok(late instanceof Error, "no form waits for a code");
	assert.equal((await settled(own.enrolled)).length, before + 2);
});

test("two tabs: each code opens the wish it was mailed for", async () => {
	const b = holder(own.graduated);
	sql("update sojourn.certificate_request set state = 'ended', ended_why = 'taken-back' where state = 'code'");
	const one = await asked(b, own.graduated, "degree", "en");
	const two = await asked(b, own.graduated, "conferral", "ko");
	await enter(b, two.page, one.digits);
	assert.deepEqual((await settled(own.graduated)).map((d) => d.kind), ["degree"]);
	const page = await enter(b, await b.get("/certificates/code"), two.digits);
	assert.deepEqual(page.codes, ["done"]);
	assert.deepEqual((await settled(own.graduated)).map((d) => d.kind), ["degree", "conferral"]);
});

test("R109: a right that ended while the code was on its way", async () => {
	const b = holder(own.fresh);
	const { page, digits } = await asked(b, own.fresh, "enrollment");
	record(own.fresh, { status: "leave" });
	const refused = await enter(b, page, digits);
	assert.equal(refused.status, 422);
	assert.deepEqual(refused.codes, ["ineligible"]);
	assert.deepEqual(issued(own.fresh), []);
	record(own.fresh, { status: "enrolled" });
});

test("S20: a right that ended before the signature: all copies fail, nothing is given out", async () => {
	const b = holder(own.fresh);
	const { page, digits } = await asked(b, own.fresh, "enrollment", "en", 2);
	service("-d", "signer");
	let answer;
	try {
		answer = await enter(b, page, digits);
		assert.equal(answer.status, 200);
		assert.equal(answer.one("[data-step]").getAttribute("data-step"), "making");
		assert.ok(answer.one("[data-refresh]"), "the page follows by itself");
		for (const d of issued(own.fresh))
			assert.equal((await b.get(`/documents/${d.serial}.pdf`)).status, 404);
		record(own.fresh, { status: "leave" });
	} finally {
		service("-u", "signer");
	}
	const all = await settled(own.fresh);
	assert.deepEqual(all.map((d) => [d.state, d.why]), Array(2).fill(["failed", "changed"]));
	assert.deepEqual((await b.get("/certificates")).all("[data-step]")[0].getAttribute("data-step"), "failed");
	record(own.fresh, { status: "enrolled" });
});

test("S20: signer killed in the middle of ten copies: each is signed once", async () => {
	const b = holder(own.fresh);
	const before = issued(own.fresh).length;
	const { page, digits } = await asked(b, own.fresh, "enrollment", "ko", 10);
	const answer = enter(b, page, digits);
	for (let i = 0; i < 3; i++)
		await until(() => strike("signer"));
	await answer;
	const all = (await settled(own.fresh)).slice(before);
	assert.deepEqual(all.map((d) => d.state), Array(10).fill("valid"));
	assert.equal(value(`select count(*)::int from sojourn.log_entry where action = 'issue' and serial = any ($1)`,
		[all.map((d) => d.serial)]), 10);
	assert.equal((await b.get("/certificates")).all("li[data-serial]").length, 10);
});
