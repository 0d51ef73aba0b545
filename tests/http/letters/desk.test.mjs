// R115 and what goes wrong: delivery, correction, revocation; hostile forms and
// texts; two windows; the signer gone in the middle.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { before, test } from "node:test";
import { Browser, clock, delivered, file, mail, mails, reset, sql, until, value, variable } from "../../fixture.mjs";
import { bare, info, text as textOf } from "../documents/paper.mjs";
import { act, asked, linkOf, serial, state, text, version, visitor, wish, write, written } from "./office.mjs";

let one, affairs, admin, kim;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	[one, affairs, admin, kim] = ["E252000015", "affairs", "admin", "prof.kim"].map((l) => visitor(l));
});

const issued = async (values = {}) => {
	const id = await written(one, affairs, kim, values);
	const page = await act(affairs, id, "approve", { version: version(id) });
	assert.deepEqual(page.codes, ["pending"]);
	await until(() => state(id) === "issued", 20);
	return id;
};
const verdict = async (pdf) => (await new Browser().fill("/verify", { document: file("letter.pdf", pdf) },
	{ action: "/verify" })).codes[0];
const service = (how, name) => execFileSync("s6-svc", [how === "-d" ? "-wD" : "-wu", "-T", "10000", how,
	`${variable}/service/${name}`]);

test("R115: handed over, with a record of who and when; posted, with its number; again after a loss", async () => {
	const since = await delivered();
	const id = await issued({ delivery: "pickup", recipient: "Pick-up" });
	assert.match((await one.get("/letters")).say(`[data-letter='${id}']`), /identity card/);
	let page = await act(affairs, id, "deliver", { way: "pickup", whom: "" });
	assert.deepEqual(page.codes, ["invalid"]);
	page = await act(affairs, id, "deliver", { way: "pickup", whom: "장민준" });
	assert.deepEqual(page.codes, ["done"]);
	assert.equal(state(id), "delivered");
	page = await act(affairs, id, "deliver", { way: "post", whom: "Seoul", tracking: "" });
	assert.deepEqual(page.codes, ["invalid"]);
	page = await act(affairs, id, "deliver", { way: "post", whom: "Seoul", tracking: "KR123", sent_on: "2099-01-01" });
	assert.deepEqual(page.codes, ["invalid"], "not in the future");
	page = await act(affairs, id, "deliver", { way: "post", whom: "Seoul", tracking: "KR123", sent_on: "2025-08-18" });
	assert.deepEqual(page.codes, ["done"]);
	assert.deepEqual(page.all("tr[data-way]").map((r) => r.getAttribute("data-way")), ["post", "pickup"]);
	assert.match((await one.get("/letters")).text, /tracking number KR123/);
	await until(async () => (await mails({ kind: "letter-status", since })).some((m) => /KR123/.test(m.text)));
});

test("confidential: never the student's; the recipient reads it by a link", async () => {
	const since = await delivered();
	const id = await issued({ recipient: "Sealed", text: { confidential: "1" } });
	const doc = serial(id);
	for (const end of ["pdf", "json"])
		assert.equal((await one.get(`/documents/${doc}.${end}`)).status, 404);
	assert.doesNotMatch((await one.get("/documents")).text, new RegExp(doc));
	const mine = await one.get("/letters");
	assert.doesNotMatch(mine.text, new RegExp(`/documents/${doc}`));
	assert.match(mine.text, /marked this letter as confidential/);
	const page = await act(affairs, id, "deliver", { way: "link", email: "dean@nagoya.example" });
	assert.deepEqual(page.codes, ["done"]);
	const url = await linkOf("dean@nagoya.example", since, "letter-reader");
	const dean = new Browser();
	const shown = await dean.follow(await dean.get(url));
	assert.match(shown.text, /has not read it/);
	const pdf = await dean.get("/letters/reader/letter.pdf");
	assert.equal(pdf.status, 200);
	assert.equal(await verdict(pdf.bytes), "valid");
	assert.equal((await dean.get("/letters/reader/letter.json")).status, 200);
	assert.equal((await new Browser().get("/letters/reader/letter.pdf")).status, 404);
	await act(affairs, id, "revoke", { reason: "Wrong person" });
	assert.equal(state(id), "revoked");
	assert.equal(await verdict(pdf.bytes), "revoked");
	assert.equal((await dean.get("/letters/reader/letter.pdf")).status, 404);
});

test("a wrong letter is corrected: the new one supersedes it", async () => {
	const id = await issued({ recipient: "Wrong" });
	const first = await one.get(`/documents/${serial(id)}.pdf`);
	let page = await act(affairs, id, "correct", { reason: "" });
	assert.deepEqual(page.codes, ["invalid"]);
	page = await act(affairs, id, "correct", { reason: "The course is another one." });
	assert.deepEqual(page.codes, ["done"]);
	assert.equal(await verdict(first.bytes), "valid", "until the new one is there");
	await act(affairs, id, "assign", { login: "prof.kim" });
	await write(kim, id, "submit", { body: "Now it is right." });
	await act(admin, id, "approve", { version: version(id) });
	await until(() => state(id) === "issued", 20);
	assert.equal(await verdict(first.bytes), "superseded");
	const second = await one.get(`/documents/${serial(id)}.pdf`);
	assert.ok(bare(second.bytes).includes("Nowitisright."));
	assert.equal(await verdict(second.bytes), "valid");
	assert.equal((await act(affairs, id, "refuse", { reason: "x" })).codes[0], "changed");
});

test("S20: signer killed in the middle: nothing unsigned is given out, and it is issued once", async () => {
	const id = await written(one, affairs, kim, { recipient: "Killed" });
	service("-d", "signer");
	const page = await act(affairs, id, "approve", { version: version(id) });
	assert.deepEqual(page.codes, ["pending"]);
	assert.equal(state(id), "approved");
	assert.equal((await one.get(`/documents/${serial(id)}.pdf`)).status, 404);
	assert.doesNotMatch((await one.get("/letters")).text, new RegExp(`/documents/${serial(id)}`));
	assert.deepEqual((await act(affairs, id, "reissue")).codes, ["changed"], "it is being made");
	assert.deepEqual((await act(affairs, id, "correct", { reason: "x" })).codes, ["changed"]);
	service("-u", "signer");
	await until(() => state(id) === "issued", 20);
	assert.equal(value("select count(*)::int from sojourn.letter_document where letter_id = $1", [id]), 1);
	assert.equal(value("select count(*)::int from sojourn.log_entry where serial = $1", [serial(id)]), 1);
});

test("a letter that cannot be printed is not issued; it goes back to its author", async () => {
	const id = await written(one, affairs, kim, { recipient: "Boxes", text: { body: "A sign nobody has: \u{10fffd}" } });
	await act(affairs, id, "approve", { version: version(id) });
	await until(() => value("select state from sojourn.document where serial = $1", [serial(id)]) === "failed");
	const page = await affairs.get(`/staff/letters/${id}`);
	assert.match(page.text, /letter that we cannot print/);
	assert.equal((await kim.get(`/letters/preview/${id}.pdf`)).status, 422);
	assert.deepEqual((await act(affairs, id, "correct", { reason: "A letter is missing in our fonts." })).codes, ["done"]);
	assert.equal(state(id), "requested");
});

test("a text of 20,000 characters, paragraphs longer than a page, a name of 120 characters", async () => {
	const name = "Wolfeschlegelsteinhausen ".repeat(5).slice(0, 118).trim();
	const [was] = sql(`select p.name_family, p.name_given, p.id::int as id from sojourn.person p join sojourn.account a
		on a.person_id = p.id where a.login = 'E252000015'`);
	sql("update sojourn.person set name_native = $1, name_given = '' , name_family = '' where id = $2", [name, was.id]);
	const body = "One long sentence after the other fills the pages of this letter. ".repeat(400).slice(0, 19_990).trim();
	const id = await issued({ recipient: "Long ".repeat(59).trim(), text: { body, signed_name: name.slice(0, 118) } });
	const pdf = await one.get(`/documents/${serial(id)}.pdf`);
	assert.ok(Number(info(pdf.bytes).Pages) >= 5);
	assert.ok(bare(pdf.bytes).includes(name.replace(/ /g, "")));
	assert.ok(textOf(pdf.bytes).includes(`Page ${info(pdf.bytes).Pages} of ${info(pdf.bytes).Pages}`));
	const other = await asked(one, { recipient: "Too long" });
	await act(affairs, other, "assign", { login: "prof.kim" });
	const page = await write(kim, other, "save", { body: "x".repeat(20_001) });
	assert.equal(page.sent.status, 422);
	assert.match(page.text, /At most 20000 characters/);
});

test("S17: invisible marks are left out, control characters are refused", async () => {
	const id = await asked(one, { recipient: "Marks" });
	await act(affairs, id, "assign", { login: "prof.kim" });
	await write(kim, id, "save", { body: "A\u202eB\u200b\u2066C\ufeff.\r\n\r\nD" });
	assert.equal(value("select body from sojourn.letter_draft where letter_id = $1", [id]), "ABC.\n\nD");
	const page = await write(kim, id, "save", { body: "bell \u0007" });
	assert.equal(page.sent.status, 422);
	assert.match(page.text, /control characters/);
	assert.equal((await one.submit(await one.get("/letters"), { ...wish, recipient: "x\u202egnitset" },
		{ action: "/letters" })).sent.status, 422);
	assert.equal((await write(kim, id, "save", { signed_name: "Kim\u202e" })).sent.status, 422);
	await act(affairs, id, "refuse", { reason: "test" });
});

test("two windows, the back button, a double press: nothing is lost, nothing twice", async () => {
	const id = await asked(one, { recipient: "Two windows" });
	await act(affairs, id, "assign", { login: "prof.kim" });
	const [left, right] = [await kim.get(`/letters/write/${id}`), await kim.get(`/letters/write/${id}`)];
	const action = { action: `/letters/write/${id}` };
	let page = await kim.submit(left, { ...text, body: "from the left", decision: "save" }, action);
	assert.deepEqual(page.codes, ["done"]);
	page = await kim.submit(right, { ...text, body: "from the right", decision: "save" }, action);
	assert.equal(page.sent.status, 422);
	assert.deepEqual(page.codes, ["changed"]);
	assert.match(page.say("#body"), /from the right/);
	assert.match(page.say("pre.letter"), /from the left/);
	page = await kim.submit(page, { body: "both", decision: "save" }, action);
	assert.deepEqual(page.codes, ["done"]);
	const form = page.form(`/letters/write/${id}`).fields.filter(([k]) => k !== "decision");
	const script = await kim.post(`/letters/save/${id}`, [...form.filter(([k]) => k !== "body" && k !== "request"),
		["body", "by itself"]]);
	assert.deepEqual(script.codes, ["done"]);
	const late = await kim.post(`/letters/save/${id}`, [...form.filter(([k]) => k !== "body" && k !== "request"),
		["body", "by another"]]);
	assert.equal(late.status, 422);
	assert.deepEqual(late.codes, ["changed"]);
	const fresh = await kim.get(`/letters/write/${id}`);
	const sent = await Promise.all([1, 2, 3, 4].map(() => kim.submit(fresh, { decision: "submit" }, action)));
	assert.ok(sent.every((p) => p.sent.status === 303), sent.map((p) => p.sent.status).join());
	assert.equal(value(`select count(*)::int from sojourn.letter_step where letter_id = $1 and step = 'submitted'`,
		[id]), 1);
	page = await kim.submit(fresh, { decision: "save", body: "after all", request: "after-all-1" }, action);
	assert.deepEqual(page.codes, ["gone"]);
	const csrf = (await affairs.get(`/staff/letters/${id}`)).one("[name=csrf]").getAttribute("value");
	const twice = await Promise.all([1, 2, 3].map(() => affairs.post("/staff/letters", { csrf, letter: id,
		request: "approve-once-1", decision: "approve", version: version(id) })));
	assert.ok(twice.every((p) => p.status === 303), twice.map((p) => p.status).join());
	assert.equal(value("select count(*)::int from sojourn.letter_document where letter_id = $1", [id]), 1);
	const ask = await one.get("/letters");
	const asks = await Promise.all([1, 2, 3].map(() => one.submit(ask, { ...wish, recipient: "Pressed thrice" },
		{ action: "/letters" })));
	assert.ok(asks.every((p) => p.sent.status === 303));
	assert.equal(value("select count(*)::int from sojourn.letter where recipient = 'Pressed thrice'"), 1);
});

test("R114: forms by what they are, not by their name; too large is 413", async () => {
	sql("update sojourn.letter set state = 'refused' where state in ('requested', 'writing', 'review')");
	const zip = (names) => Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(26), Buffer.from(names.join("\0"))]);
	const send = async (name, data) => {
		const page = await one.submit(await one.get("/letters"), { ...wish, recipient: `Form ${name} ${data.length}`,
			form: file(name, data) }, { action: "/letters" });
		sql("update sojourn.letter set state = 'refused' where state = 'requested'");
		return page.sent.status;
	};
	const docx = zip(["[Content_Types].xml", "word/document.xml"]);
	for (const [name, data, status] of [["a.pdf", "%PDF-1.7\n%%EOF", 303], ["a.png", "\x89PNG\r\n\x1a\n", 422],
		["b.png", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), 303], ["b.JPG", Buffer.from([255, 216, 255, 224]), 303],
		["c.docx", docx, 303], ["d.hwpx", zip(["mimetypeapplication/hwp+zip"]), 303], ["c.hwpx", docx, 422],
		["x.pdf", docx, 422], ["x.docx", zip(["xl/workbook.xml"]), 422], ["x.exe", "MZ", 422],
		["x.html", "<script>", 422], ["x.pdf", Buffer.alloc(8 << 20, "a"), 422], ["nothing", "%PDF-1.7", 422]])
		assert.equal(await send(name, Buffer.from(data)), status, name);
	const page = await one.submit(await one.get("/letters"), { ...wish, form: file("x.pdf", Buffer.alloc(8 << 20)) },
		{ action: "/letters" });
	assert.match(page.text, /none of them, or is not what its name says/);
	assert.match(page.text, new RegExp(wish.recipient), "what was typed stays");
	assert.equal(await send("big.pdf", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(11 << 20)])), 413);
});

test("a student of the university's own has a letter with number and department", async () => {
	const own = visitor("20203001");
	const id = await asked(own, { recipient: "Own", language: "ko" });
	await act(affairs, id, "assign", { login: "prof.kim" });
	assert.match((await kim.get(`/letters/write/${id}`)).text, /20203001/);
	await write(kim, id);
	await act(affairs, id, "approve", { version: version(id) });
	await until(() => state(id) === "issued", 20);
	const said = bare((await own.get(`/documents/${serial(id)}.pdf`)).bytes);
	for (const word of ["20203001", value(`select department_ko from sojourn.degree_record where student_no =
		'20203001'`).replace(/ /g, "")])
		assert.ok(said.includes(word), word);
	assert.ok(!said.includes("임시학번"));
});

test("R115: late letters are red with their hours, and those concerned hear of it", async () => {
	const since = await delivered();
	const id = await asked(one, { recipient: "Late" });
	await act(affairs, id, "assign", { login: "prof.kim" });
	clock("2025-08-21T09:30:00+09:00");
	const row = (await affairs.get("/staff/letters")).one(`tr[data-letter='${id}']`);
	assert.equal(row.getAttribute("data-late"), "15");
	assert.match(row.text, /overdue 15 h/);
	assert.ok((await affairs.get("/staff")).text.includes("Letters of recommendation"));
	assert.match((await mail({ kind: "letters-late", since })).subject, /\(\d+/);
	await until(async () => (await mails({ kind: "letter-asked", since, to: "prof.kim@ust.example" })).length >= 2);
	assert.match((await one.get("/letters")).say(`[data-letter='${id}']`), /Late; the office has been told/);
});
