// S18, S19, S21, T9: anybody can tell whether a document is genuine, and whether
// the log was ever changed.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { Browser, as, base, clock, file, reset, sql, until, value } from "../../fixture.mjs";
import { logins, student } from "../register/student.mjs";
import { scanned } from "./paper.mjs";
import { canonical, consistent, included, leaf, proven, rootOf, signedHead,
	statusBit } from "./verifier.mjs";

const anybody = () => new Browser({ lang: "en" });
const json = async (path) => {
	const p = await anybody().get(path);
	assert.equal(p.status, 200, path);
	return JSON.parse(p.text);
};
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const enrol = async (b, section) => b.submit(await b.get("/register"),
	{ section }, { action: "/register/enrol" });

// A session that the programs of documents take too.
function owner(login)
{
	const b = student(login);
	sql(`update sojourn.session s set programs = programs || array['documents']
		from sojourn.account a where a.id = s.account_id and a.login = $1`, [login]);
	return b;
}
// Sends the form of /verify.
async function verify(fields, lang = "en")
{
	const b = new Browser({ lang });
	return b.submit(await b.get("/verify"), fields, { action: "/verify" });
}
const verdict = (page) => page.codes;

let ids, pdf, code, credential, keys;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(6);
	const b = owner(ids[0]);
	await enrol(b, ["BIO5012-01", "CHE6022-01"]);
	pdf = (await b.get("/register/confirmation.pdf")).bytes;
	code = scanned(pdf)[0].split("/").at(-1);
	credential = JSON.parse((await b.get("/documents/UST-2025-000001.json")).text);
	keys = await json("/verify/keys");
});

test("who comes to check sees whose site it is, also on a form that was wrong", async () => {
	const form = await anybody().get("/verify");
	const wrong = await verify({ code: "" });
	for (const page of [form, wrong])
		assert.match(page.text, /University of Science and Technology/);
	assert.equal(wrong.status, 422);
});

test("a code: as printed, as typed, as scanned; nobody logs in", async () => {
	const typed = [code, code.toLowerCase(), code.replaceAll("-", ""),
		` ${code.replaceAll("-", " ")} `, `${base}/verify/${code}`,
		code.replaceAll("0", "O").replaceAll("1", "l")];
	for (const text of typed) {
		const p = await verify({ code: text });
		assert.equal(p.status, 200);
		assert.deepEqual(verdict(p), ["valid"], text);
	}
	for (const path of [`/verify/${code}`, `/verify?code=${code}`])
		assert.deepEqual(verdict(await anybody().get(path)), ["valid"]);
	assert.deepEqual(verdict(await anybody().get(scanned(pdf)[0])), ["valid"]);
});

test("the minimum is shown: a masked name, no number of the student", async () => {
	const [who] = sql(`select p.name_native, p.name_family, p.name_given, i.id, p.birth_date::text as birth
		from sojourn.person p join sojourn.temporary_id i on i.person_id = p.id
		where i.id = $1`, [ids[0]]);
	for (const [lang, word] of [["en", "Valid."], ["ko", "유효합니다."], ["ja", "有効です。"]]) {
		const b = new Browser({ lang });
		const p = await b.get(`/verify/${code}`);
		assert.ok(p.text.includes(word));
		assert.ok(p.text.includes("UST-2025-000001"));
		assert.match(p.say("dl.facts"), /\*/);
		for (const secret of [who.name_native, who.name_family, who.name_given,
			`${who.name_family} ${who.name_given}`, who.id, who.birth, "BIO5012"])
			assert.ok(!p.say("main").includes(secret), secret);
		assert.equal(p.headers.get("cache-control"), "no-store");
	}
});

test("unknown codes look alike, and a code's letter changed is unknown", async () => {
	const other = (c) => c === "7" ? "8" : "7";
	const wrong = code.slice(0, -1) + other(code.at(-1));
	const pages = await Promise.all([wrong, "0000-0000-0000-0000", "x", "한글",
		"' or 1=1 --"].map((c) => anybody().get(`/verify?code=${encodeURIComponent(c)}`)));
	const plain = (p) => p.say("main");
	for (const p of pages) {
		assert.equal(p.status, 200);
		assert.deepEqual(verdict(p), ["unknown"]);
		assert.equal(plain(p), plain(pages[0]));
	}
	const opened = await anybody().get(`/verify/${wrong}`);
	assert.equal(opened.status, 404);
	assert.deepEqual(verdict(opened), ["unknown"]);
	const p = await verify({});
	assert.equal(p.status, 422);
	assert.deepEqual(verdict(p), ["invalid"]);
});

test("S21: who guesses codes from one network is told to wait, others are not", async () => {
	const guessed = (net, n) => sql(`insert into sojourn.attempt (what, subject, address)
		select 'verify', $1, '' from generate_series(1, $2::int)`, [net, n]);
	const tried = () => value(`select count(*)::int from sojourn.attempt
		where what = 'verify' and subject = '127.0.0'`);
	sql("delete from sojourn.attempt where what = 'verify'");
	guessed("127.0.1", 3000);
	await verify({ code: "0000-0000-0000-0000" });
	await anybody().get(`/verify/${code}`);
	assert.equal(tried(), 2, "right or wrong, each counts");
	guessed("127.0.0", 1997);
	assert.deepEqual(verdict(await anybody().get(`/verify/${code}`)), ["valid"]);
	for (const p of [await anybody().get(`/verify/${code}`), await verify({ code }),
		await verify({ document: file("d.pdf", pdf, "application/pdf") })]) {
		assert.equal(p.status, 429);
		assert.deepEqual(verdict(p), ["busy"]);
		assert.ok(!p.text.includes("UST-2025-000001"), "nothing is told");
	}
	sql("update sojourn.attempt set at = at - interval '11 minutes' where what = 'verify'");
	assert.deepEqual(verdict(await anybody().get(`/verify/${code}`)), ["valid"]);
	sql("delete from sojourn.attempt where what = 'verify'");
});

test("S19: a file is the one that was issued, to the byte, or altered", async () => {
	const send = (bytes, fields = {}) => verify({ ...fields,
		document: file("d.pdf", bytes, "application/pdf") });
	assert.deepEqual(verdict(await send(pdf)), ["valid"]);
	assert.deepEqual(verdict(await send(pdf, { code })), ["valid"]);
	const flipped = Buffer.from(pdf);
	flipped[5000] ^= 1;
	for (const forged of [flipped, Buffer.concat([pdf, Buffer.from("\n")]),
		pdf.subarray(0, pdf.length - 1)]) {
		const p = await send(forged);
		assert.equal(p.status, 200);
		assert.deepEqual(verdict(p), ["altered"]);
	}
	assert.deepEqual(verdict(await send(Buffer.from("%PDF-1.4 something else"))),
		["unknown"]);
	assert.deepEqual(verdict(await send(Buffer.from(
		"%PDF sojourn-document:UST-2025-999999)"))), ["unknown"]);
	assert.deepEqual(verdict(await send(Buffer.from("something"), { code })),
		["altered"]);
	assert.deepEqual(verdict(await send(pdf, { code: "0000-0000-0000-0000" })),
		["unknown"]);
	const big = await send(Buffer.alloc(25 << 20, 65));
	assert.equal(big.status, 413);
});

test("the credential: signature, and that it is ours", async () => {
	const send = (v) => verify({ document: file("d.json",
		typeof v === "string" ? v : JSON.stringify(v), "application/json") });
	assert.deepEqual(verdict(await send(credential)), ["valid"]);
	assert.deepEqual(verdict(await send(canonical(credential))), ["valid"]);
	const forged = structuredClone(credential);
	forged.credentialSubject.document.content.credits = 12;
	assert.deepEqual(verdict(await send(forged)), ["altered"]);
	const foreign = structuredClone(credential);
	foreign.proof.verificationMethod = "https://example.com/keys#document-1";
	assert.deepEqual(verdict(await send(foreign)), ["unknown"]);
	const list = await json("/verify/status/0");
	assert.deepEqual(verdict(await send(list)), ["unknown"],
		"a status list is no document, though signed by us");
	for (const odd of ["{", "{}", "{\"a\":1,\"a\":2}", `{"a":${"[".repeat(5000)}`])
		assert.deepEqual(verdict(await send(odd)), ["unknown"]);
});

test("T9: the second verifier agrees: credential, hash, keys", async () => {
	assert.equal(proven(credential, keys), true);
	assert.equal(credential.credentialSubject.document.sha256, sha256(pdf));
	assert.equal(credential.relatedResource[0].digestSRI, "sha256-" +
		createHash("sha256").update(pdf).digest("base64"));
	const forged = structuredClone(credential);
	forged.validFrom = "2020-01-01T00:00:00Z";
	assert.equal(proven(forged, keys), false);
	const moved = structuredClone(credential);
	moved.proof.verificationMethod = moved.proof.verificationMethod
		.replace("document-", "status-");
	assert.equal(proven(moved, keys), false);
});

test("S18: an owner, an office, nobody else; foreign and unknown alike", async () => {
	assert.ok((await owner(ids[0]).get("/documents/UST-2025-000001.pdf"))
		.bytes.equals(pdf));
	assert.match((await owner(ids[0]).get("/documents")).text, /UST-2025-000001/);
	const stranger = owner(ids[1]);
	const foreign = await stranger.get("/documents/UST-2025-000001.pdf");
	const none = await stranger.get("/documents/UST-2025-999999.pdf");
	assert.equal(foreign.status, 404);
	assert.equal(none.status, 404);
	assert.equal(foreign.say("main"), none.say("main"));
	assert.equal((await stranger.get("/documents/UST-2025-000001.json")).status, 404);
	assert.equal((await anybody().get("/documents/UST-2025-000001.pdf")).status, 303);
	const office = await as("affairs");
	assert.ok((await office.get("/documents/UST-2025-000001.pdf")).bytes.equals(pdf));
	assert.equal(value(`select count(*)::int from sojourn.audit
		where act = 'document-file'`), 1);
	const academic = await as("academic");
	assert.equal((await academic.get("/documents/UST-2025-000001.pdf")).status, 404);
});

test("a change of the registration supersedes at once, a decision revokes", async () => {
	const b = owner(ids[2]);
	await enrol(b, "BIO5012-01");
	const first = (await b.get("/register/confirmation.pdf")).bytes;
	const address = scanned(first)[0];
	assert.deepEqual(verdict(await anybody().get(address)), ["valid"]);
	await enrol(b, "CHE6022-01");
	assert.deepEqual(verdict(await anybody().get(address)), ["superseded"]);
	const second = (await b.get("/register/confirmation.pdf")).bytes;
	const serial = value(`select serial from sojourn.document where sha256 = $1`,
		[createHash("sha256").update(second).digest()]);
	const proof = JSON.parse((await b.get(`/documents/${serial}.json`)).text);
	const index = Number(proof.credentialStatus.statusListIndex);
	let list = await json("/verify/status/0");
	assert.equal(proven(list, keys), true);
	assert.equal(statusBit(list, index), 0);
	assert.equal(value("select sojourn.document_end(null, $1, 'revoked', 'wrong')",
		[serial]), "done");
	assert.deepEqual(verdict(await anybody().get(scanned(second)[0])), ["revoked"]);
	assert.deepEqual(verdict(await verify({ document: file("d.pdf", second) })),
		["revoked"]);
	assert.deepEqual(verdict(await verify({ document: file("d.json",
		JSON.stringify(proof)) })), ["revoked"]);
	await until(async () => {
		list = await json("/verify/status/0");
		return statusBit(list, index) === 1;	// and in the status list
	});
	assert.equal(statusBit(list, Number(credential.credentialStatus.statusListIndex)), 0);
});

test("T9: inclusion and consistency, for every head there was", async () => {
	for (const id of ids.slice(3)) {
		const b = owner(id);
		await enrol(b, "BIO5012-01");
		assert.equal((await b.get("/register/confirmation.pdf")).status, 200);
	}
	const head = await json("/verify/log/head.json");
	assert.equal(signedHead(head, keys), true);
	assert.equal(signedHead({ ...head, size: head.size - 1 }, keys), false);
	const { entries } = await json("/verify/log/entries.json?count=1000");
	assert.equal(entries.length, head.size);
	const leaves = entries.map((e) => leaf(e.entry));
	assert.equal(rootOf(leaves).toString("hex"), head.root);
	for (const e of entries) {
		assert.equal(leaf(e.entry).toString("hex"), e.leaf);
		assert.ok(!/name|E25|@/.test(e.entry), "nothing about people");
	}
	const issues = entries.filter((e) => JSON.parse(e.entry).action === "issue");
	for (const e of issues) {
		const p = await json("/verify/log/inclusion.json?serial=" +
			JSON.parse(e.entry).serial);
		const path = p.path.map((h) => Buffer.from(h, "hex"));
		const root = Buffer.from(p.head.root, "hex");
		assert.equal(p.entry, e.entry);
		assert.equal(included(leaf(p.entry), p.n, p.head.size, path, root), true);
		const forged = p.entry.replace("issue", "Issue");
		assert.equal(included(leaf(forged), p.n, p.head.size, path, root), false);
	}
	for (let from = 1; from <= head.size; from++) {
		const p = await json(`/verify/log/consistency.json?from=${from}`);
		assert.equal(signedHead(p.first, keys), true);
		const path = p.path.map((h) => Buffer.from(h, "hex"));
		const [first, second] = [p.first, p.second].map((h) =>
			Buffer.from(h.root, "hex"));
		assert.equal(consistent(from, head.size, path, first, second), true);
		const forked = rootOf([...leaves.slice(0, from - 1), leaf("forged")]);
		assert.equal(consistent(from, head.size, path, forked, second), false,
			"a forked log is found");
	}
	assert.equal((await anybody().get("/verify/log/consistency.json?from=9999"))
		.status, 404);
	assert.equal((await anybody().get("/verify/log/inclusion.json?serial=UST-2025-999999"))
		.status, 404);
});

test("T9: a log that was rolled back or rewritten is found", async () => {
	const head = await json("/verify/log/head.json");
	const { entries } = await json("/verify/log/entries.json?count=1000");
	// Who kept the head and sees a rewritten log: the same size, other words.
	const rewritten = entries.map((e, i) => leaf(i === 1 ?
		e.entry.replace(/"at":"\d{4}/, "\"at\":\"2020") : e.entry));
	assert.notEqual(rootOf(rewritten).toString("hex"), head.root);
	// Rolled back: shorter than a head that was signed.
	sql(`alter table sojourn.log_entry disable trigger user;
		alter table sojourn.log_head disable trigger user;
		create table sojourn.kept as select * from sojourn.log_head;
		create table sojourn.kept_entries as select * from sojourn.log_entry;
		delete from sojourn.log_head where size >= ${head.size - 1};
		delete from sojourn.log_entry where n >= ${head.size - 2}`);
	const now = await json("/verify/log/head.json");
	assert.ok(now.size < head.size, "who kept a head sees that it is gone");
	assert.equal((await anybody().get(`/verify/log/consistency.json?from=${head.size}`))
		.status, 404);
	assert.ok(sql("select * from cli_api.doctor_documents()").length > 0);
	sql(`insert into sojourn.log_entry select * from sojourn.kept_entries
		on conflict do nothing;
		insert into sojourn.log_head select * from sojourn.kept on conflict do nothing;
		drop table sojourn.kept; drop table sojourn.kept_entries;
		alter table sojourn.log_entry enable trigger user;
		alter table sojourn.log_head enable trigger user`);
	assert.deepEqual(sql("select * from cli_api.doctor_documents()"), []);
});
