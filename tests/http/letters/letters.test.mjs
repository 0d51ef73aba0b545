// R113, R114, R115: from the request to the delivery, by login and by link.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Browser, clock, delivered, file, mail, mails, reset, sql, until, value } from "../../fixture.mjs";
import { bare, info } from "../documents/paper.mjs";
import { act, asked, linkOf, serial, state, text, version, visitor, wish, write, written } from "./office.mjs";

const ids = ["E252000015", "E252000023"];
let one, other, affairs, admin, kim;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	[one, other, affairs, admin, kim] = [...ids, "affairs", "admin", "prof.kim"].map((l) => visitor(l));
	for (const id of ids)
		sql(`delete from sojourn.account_role r using sojourn.account a
			where a.id = r.account_id and a.login = $1 and r.role <> 'student'`, [id]);
});

test("R113, R114: asked, assigned, written, read, issued, fetched, verified", async () => {
	const since = await delivered();
	const id = await asked(one);
	assert.equal(state(id), "requested");
	let page = await one.get("/letters");
	assert.match(page.say(`[data-letter='${id}']`), /Next: the office, by Wed 20 Aug 2025, 18:00/);
	assert.equal((await mail({ kind: "letter-status", since })).to, value(`select email from sojourn.account
		where login = $1`, [ids[0]]));
	page = await affairs.get("/staff/letters");
	assert.match(page.say(`tr[data-letter='${id}']`), /Without an author/);
	page = await act(affairs, id, "assign", { login: "prof.kim" });
	assert.deepEqual(page.codes, ["done"]);
	assert.equal((await mail({ kind: "letter-asked", since })).to, "prof.kim@ust.example");
	page = await kim.get("/letters/write");
	assert.match(page.text, new RegExp(`/letters/write/${id}`));
	page = await kim.get(`/letters/write/${id}`);
	assert.match(page.say("#body"), /I am pleased to recommend .* visiting student in 2025-2/);
	page = await write(kim, id, "save");
	assert.deepEqual(page.codes, ["done"]);
	page = await kim.get(`/letters/preview/${id}.pdf`);
	assert.equal(page.status, 200);
	assert.ok(bare(page.bytes).includes("Shedidwell."));
	assert.ok(bare(page.bytes).includes("Preview,notissued"));
	page = await write(kim, id);
	assert.equal(state(id), "review");
	assert.equal((await mail({ kind: "letter-office", since })).to, "affairs@ust.example");
	page = await act(affairs, id, "approve", { version: version(id) });
	assert.deepEqual(page.codes, ["pending"]);
	await until(() => state(id) === "issued", 20);
	page = await one.get("/letters");
	const got = await one.get(`/documents/${serial(id)}.pdf`);
	assert.equal(got.status, 200);
	for (const word of ["LetterofRecommendation", "GraduateSchool,NagoyaUniversity", "Irecommendher.",
		"Jeong-HoKim", "ProfessorofChemistry"])
		assert.ok(bare(got.bytes).toLowerCase().includes(word.toLowerCase()), word);
	assert.equal(info(got.bytes).Tagged, "yes");
	assert.equal(state(id), "delivered");
	assert.equal((await one.get(`/documents/${serial(id)}.json`)).status, 200);
	const verify = await new Browser().fill("/verify", { document: file("letter.pdf", got.bytes) },
		{ action: "/verify" });
	assert.deepEqual(verify.codes, ["valid"]);
	assert.match(verify.text, /Letter of recommendation/);
	assert.doesNotMatch(verify.text, /Nagoya|Jeong-Ho Kim|did well/);
	await until(async () => (await mails({ kind: "letter-status", since })).length === 3);
});

test("S18: nobody else's letter, form, text or page", async () => {
	const id = await asked(one, { recipient: "Form", form: file("form.pdf", "%PDF-1.4\n%%EOF\n") });
	await act(affairs, id, "assign", { login: "prof.kim" });
	assert.equal((await other.get(`/letters/form/${id}`)).status, 404);
	assert.equal((await one.get(`/letters/form/${id}`)).status, 200);
	const got = await kim.get(`/letters/form/${id}`);
	assert.equal(got.status, 200);
	assert.match(got.headers.get("content-disposition"), /^attachment/);
	assert.equal((await affairs.get(`/letters/form/${id}`)).status, 200);
	for (const path of [`/letters/write/${id}`, `/letters/preview/${id}.pdf`, `/staff/letters/${id}`])
		assert.equal((await other.get(path)).status, 403, path);
	assert.equal((await admin.get(`/letters/write/${id}`)).status, 404);
	assert.equal((await kim.get(`/staff/letters/${id}`)).status, 403);
	assert.equal((await visitor("academic").get(`/letters/form/${id}`)).status, 404);
	const csrf = (await other.get("/letters")).one("[name=csrf]").getAttribute("value");
	assert.deepEqual((await other.post("/letters/cancel", { csrf, letter: id })).codes, ["gone"]);
	assert.equal(state(id), "writing");
	await act(affairs, id, "relieve");
	assert.equal((await kim.get(`/letters/form/${id}`)).status, 404, "not after he was relieved");
});

test("four eyes: who wrote it does not read it; remarks send it back", async () => {
	const id = await asked(one, { recipient: "Four eyes" });
	await act(affairs, id, "assign", { login: "affairs" });
	await write(affairs, id);
	let page = await act(affairs, id, "approve", { version: version(id) });
	assert.deepEqual(page.codes, ["forbidden"]);
	page = await act(admin, id, "return", { version: version(id), remarks: "" });
	assert.deepEqual(page.codes, ["invalid"]);
	page = await act(admin, id, "return", { version: version(id), remarks: "Please name the course." });
	assert.deepEqual(page.codes, ["done"]);
	assert.equal(state(id), "writing");
	assert.match((await affairs.get(`/letters/write/${id}`)).text, /Please name the course\./);
	await write(affairs, id, "submit", { body: "The course was CHE6022." });
	page = await act(admin, id, "approve", { version: version(id) - 1 });
	assert.deepEqual(page.codes, ["changed"], "another text than the one that was read");
	page = await act(admin, id, "approve", { version: version(id) });
	assert.deepEqual(page.codes, ["pending"]);
	await until(() => state(id) === "issued", 20);
});

test("four eyes: nor by a link to one's own mailbox", async () => {
	const since = await delivered();
	const id = await asked(one, { recipient: "Own mailbox" });
	await act(affairs, id, "invite", { name: "A colleague", email: "Affairs@UST.example", language: "en" });
	const author = new Browser();
	const to = value("select to_address from sojourn.outbox where kind = 'letter-link' order by id desc limit 1");
	const form = await author.follow(await author.get(await linkOf(to, since)));
	await author.submit(form, { ...text, decision: "submit" }, { action: "/letters/author" });
	assert.equal(state(id), "review");
	assert.deepEqual((await act(affairs, id, "approve", { version: version(id) })).codes, ["forbidden"]);
	assert.equal(state(id), "review");
	assert.deepEqual((await act(admin, id, "approve", { version: version(id) })).codes, ["pending"]);
});

test("an author outside: the link opens one letter, a GET changes nothing, it ends when handed in", async () => {
	const since = await delivered();
	const id = await asked(one, { recipient: "By link" });
	let page = await act(affairs, id, "invite", { name: "Prof. Ruth Weiss", email: "weiss@uni.example", language: "en" });
	assert.deepEqual(page.codes, ["done"]);
	const url = await linkOf("weiss@uni.example", since);
	const mailed = await mail({ kind: "letter-link", since });
	assert.doesNotMatch(mailed.text, /By link|chemistry/, "S17: nothing that was typed");
	const ruth = new Browser();
	page = await ruth.get(url);
	assert.equal(page.status, 303);
	assert.equal(page.location, "/letters/author");
	page = await ruth.follow(page);
	assert.match(page.text, /By link/);
	assert.doesNotMatch(page.text, /breadcrumb/i);
	assert.equal(version(id), 1, "a look changes nothing");
	page = await ruth.submit(page, { ...text, decision: "save" }, { action: "/letters/author" });
	assert.deepEqual(page.codes, ["done"]);
	assert.equal((await ruth.get("/letters/author/preview.pdf")).status, 200);
	const form = page;
	page = await ruth.submit(page, { decision: "submit", signed_name: "Ruth Weiss" }, { action: "/letters/author" });
	assert.deepEqual(page.codes, ["done"]);
	assert.equal(state(id), "review");
	page = await ruth.submit(form, { decision: "submit", body: "again", request: "again-again" },
		{ action: "/letters/author" });
	assert.deepEqual(page.codes, ["already"]);
	assert.equal(value("select body from sojourn.letter_draft where letter_id = $1", [id]), text.body);
	page = await ruth.follow(await new Browser().get(url));
	assert.match((await ruth.get("/letters/author")).text, /has done its work/);
	assert.equal((await ruth.get("/letters/author/preview.pdf")).status, 404);
	await act(affairs, id, "return", { version: version(id), remarks: "Shorter." });
	const again = await linkOf("weiss@uni.example", new Set([...since, mailed.name]));
	assert.notEqual(again, url);
	const back = new Browser();
	page = await back.follow(await back.get(again));
	assert.match(page.text, /Shorter\./);
});

test("an author outside declines; the reason is for the office alone", async () => {
	const since = await delivered();
	const id = await asked(one, { recipient: "Declined" });
	await act(affairs, id, "invite", { name: "Dr. No", email: "no@uni.example", language: "en" });
	const b = new Browser();
	let page = await b.follow(await b.get(await linkOf("no@uni.example", since)));
	const csrf = page.one("[name=csrf]").getAttribute("value");
	page = await b.post("/letters/author", { csrf, decision: "decline", reason: "", version: 1 });
	assert.equal(page.status, 422);
	page = await b.follow(await b.post("/letters/author", { csrf, request: "decline-once", decision: "decline",
		reason: "I do not know her.", version: 1 }));
	assert.deepEqual(page.codes, ["done"]);
	assert.equal(state(id), "requested");
	assert.match((await affairs.get(`/staff/letters/${id}`)).text, /I do not know her\./);
	assert.doesNotMatch((await one.get("/letters")).text, /I do not know her|Dr\. No/);
	page = await b.post("/letters/author", { csrf, decision: "submit", ...text, version: 1 });
	assert.equal(page.status, 303, "already: nothing changed");
	assert.equal(state(id), "requested");
	await until(async () => (await mails({ kind: "letter-office", since })).some((m) => /사양/.test(m.subject)));
});

test("a link that ran out is renewed; the one before opens nothing", async () => {
	const since = await delivered();
	const id = await asked(one, { recipient: "Renewed" });
	await act(affairs, id, "invite", { name: "Late", email: "late@uni.example", language: "en" });
	const first = await linkOf("late@uni.example", since);
	clock("2025-08-26T09:00:00+09:00", { jobs: false });
	const b = new Browser();
	let page = await b.follow(await b.get(first));
	assert.match(page.text, /run out/);
	assert.match((await affairs.get("/staff/letters")).say(`tr[data-letter='${id}']`), /link run out/);
	const names = await delivered();
	await act(affairs, id, "renew");
	const second = await linkOf("late@uni.example", names);
	page = await b.follow(await b.get(second));
	assert.match(page.say("h1"), /Letter of recommendation for/);
	page = await b.follow(await b.get(first));
	assert.match(page.text, /leads nowhere/);
	clock("register", { jobs: false });
});
