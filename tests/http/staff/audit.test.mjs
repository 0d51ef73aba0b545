// The auditor's pages: search, one row with its proof, files; all recorded (S25).
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createHash, createPublicKey, verify } from "node:crypto";
import { clock, health, reset, sql, until, value } from "../../fixture.mjs";
import { quickly, sealed, service } from "../../sealing.mjs";
import { logins, student } from "../register/student.mjs";
import { sojourn } from "../cli/sojourn.mjs";
import { desk } from "./desk.mjs";

let auditor, ids;
const rows = (p) => p.all("tr[data-row]").map((r) => Number(r.getAttribute("data-row")));
const acts = (p) => p.all("tr[data-row] th small").map((e) => e.text);
let slowly;

before(async () => {
	await reset();
	slowly = quickly();
	clock("register", { jobs: false });
	ids = logins(3);
	for (const id of ids) {
		const b = student(id);
		await b.submit(await b.get("/register"), { section: ["BIO5012-01"] },
			{ action: "/register/enrol" });
	}
	const b = student(ids[0]);
	await b.submit(await b.get("/register"), { section: ["CHE6022-01"],
		request: "request-of-the-audit-test" }, { action: "/register/enrol" });
	auditor = desk("auditor");
	await sealed();
});
after(() => slowly());

test("found by person, section, university, act, outcome, actor, time, request", async () => {
	const get = async (q) => acts(await auditor.get(`/staff/audit?${q}`));
	assert.deepEqual(await get(`person=${ids[0]}`), ["enrol", "enrol"]);
	assert.deepEqual(await get("section=CHE6022-01"), ["enrol"]);
	assert.deepEqual(await get("section=BIO5012-01&outcome=done"), ["enrol", "enrol", "enrol"]);
	assert.deepEqual(await get("section=BIO5012-01&outcome=full"), []);
	assert.deepEqual(await get(`who=${ids[1]}`), ["enrol"]);
	assert.deepEqual(await get("request_id=request-of-the-audit-test"), ["enrol"]);
	assert.deepEqual(await get("act=enrol&from=2025-08-18&until=2025-08-18"), Array(4).fill("enrol"));
	assert.deepEqual(await get("act=enrol&until=2025-08-17"), []);
	const uni = value(`select u.code from sojourn.audit w join sojourn.university u
		on u.id = w.university_id where w.act = 'enrol' limit 1`);
	assert.ok((await get(`university=${uni}&act=enrol`)).length >= 1);
	assert.deepEqual(await get("university=NOWHERE"), []);
	for (const nobody of ["person=E000000000", "who=nobody", "section=XXX1000-01",
		"request_id=none"])
		assert.deepEqual(await get(nobody), [], nobody);
	assert.equal((await auditor.get("/staff/audit?object=x")).status, 422);
});

test("S25: reading is recorded with ids, not with what was typed", async () => {
	await auditor.get("/staff/audit?person=Kim.Minji&who=somebody");
	const [last] = sql(`select detail from sojourn.audit where act = 'audit-read'
		order by id desc limit 1`);
	assert.doesNotMatch(JSON.stringify(last.detail), /Kim|somebody/);
	await auditor.get(`/staff/audit?person=${ids[0]}`);
	const person = value("select person_id from sojourn.account where login = $1", [ids[0]]);
	assert.equal(value(`select detail ->> 'people' from sojourn.audit
		where act = 'audit-read' order by id desc limit 1`), String(person));
});

test("pages by key: every row once, none repeated while rows come", async () => {
	sql(`select sojourn.note(null, 'paged', 'test', g, 'done', 'S13')
		from generate_series(1, 250) g`);
	const seen = [];
	let p = await auditor.get("/staff/audit?act=paged");
	for (let i = 0; i < 3; i++) {
		seen.push(...rows(p));
		sql("select sojourn.note(null, 'paged', 'test', 0, 'done', 'S13')");
		const next = p.all("main a").find((a) => /before=/.test(a.getAttribute("href")));
		if (!next)
			break;
		p = await auditor.get(`/staff/audit${next.getAttribute("href").replaceAll("&amp;", "&")}`);
	}
	assert.equal(seen.length, 250);
	assert.equal(new Set(seen).size, 250);
	assert.deepEqual(seen, [...seen].sort((a, b) => b - a));
});

const sha = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();
const hex = (e) => Buffer.from(e.text.trim(), "hex");

// RFC 9162, 2.1.3.2, from the leaf and the hashes beside the way.
function root(leaf, place, size, path)
{
	let fn = place, sn = size - 1, r = leaf;
	for (const p of path) {
		if (fn % 2 === 1 || fn === sn) {
			r = sha(Buffer.of(1), p, r);
			while (fn % 2 === 0 && fn !== 0) {
				fn >>= 1;
				sn >>= 1;
			}
		} else
			r = sha(Buffer.of(1), r, p);
		fn >>= 1;
		sn >>= 1;
	}
	assert.equal(sn, 0);
	return r;
}

// The leaf as docs/documents.md says, from the columns.
function leafOf(id)
{
	const utc = (name) => `(${name} at time zone 'UTC')::text || '+00'`;
	const [r] = sql(`select array_to_json(array[id::text, tx::text, ${utc("at")},
		${utc("told_at")}, account_id::text, person_id::text, university_id::text,
		program, act, object_kind, object_id::text, outcome, rule, request_id, n::text,
		detail::text]) as c from sojourn.audit where id = $1`, [id]);
	const text = r.c.map((v) => v === null ? "-," :
		`${Buffer.byteLength(v)}:${v},`).join("");
	return sha(Buffer.of(0), Buffer.from(`sojourn audit row v1\n${text}`));
}

test("T9: one row, its meaning in three languages, and a proof another program checks", async () => {
	await sealed();
	const id = value("select min(id) from sojourn.audit where act = 'enrol'");
	const words = { ko: "수강신청", en: "Registered for a section", ja: "履修" };
	for (const lang of ["ko", "en", "ja"])
		assert.match((await auditor.get(`/staff/audit/${id}?lang=${lang}`)).say("h1"),
			new RegExp(words[lang]));
	const p = await auditor.get(`/staff/audit/${id}?lang=en`);
	assert.ok(p.one("[data-proof=good]"), p.text);
	const said = p.say("main");
	for (const word of [ids[0], "BIO5012-01", "Done", "Mon 18 Aug 2025, 09:0"])
		assert.ok(said.includes(word), word);
	const leaf = hex(p.one("[data-leaf]"));
	assert.deepEqual(leaf, leafOf(id));
	const [, place, size] = /leaf (\d+) of the (\d+)/.exec(said).map(Number);
	const head = p.one("[data-head]").text;
	assert.equal(root(leaf, place, size, p.all("[data-step]").map(hex)).toString("hex"),
		head.split("\n")[5]);
	const key = createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519",
		x: Buffer.from(value(`select encode(public_key, 'hex') from sojourn.signing_key
			where id = 'audit-1'`), "hex").toString("base64url") } });
	assert.ok(verify(null, Buffer.from(head), key, hex(p.one("[data-signature]"))));
	assert.equal((await auditor.get("/staff/audit/999999999")).status, 404);
	assert.equal((await auditor.get("/staff/audit/x")).status, 404);
});

test("a row that was changed says so on its page", async () => {
	const id = value("select max(id) from sojourn.audit where act = 'enrol'");
	sql("update sojourn.audit set outcome = 'full' where id = $1", [id]);
	const p = await auditor.get(`/staff/audit/${id}`);
	assert.equal(p.status, 200);
	assert.ok(p.one("[data-proof=bad]"));
	sql("update sojourn.audit set outcome = 'done' where id = $1", [id]);
	assert.ok((await auditor.get(`/staff/audit/${id}`)).one("[data-proof=good]"));
});

test("S17, S25: files take a reason, in both kinds", async () => {
	const page = await auditor.get("/staff/audit?act=enrol");
	assert.equal((await auditor.submit(page, {}, { action: "/staff/audit" })).status, 422);
	const csv = await auditor.submit(page, { reason: "incident", format: "csv" }, { action: "/staff/audit" });
	assert.match(csv.text, /BIO5012-01/);
	assert.equal(csv.text.trim().split("\r\n").length, 5);
	const xlsx = await auditor.submit(page, { reason: "incident", format: "xlsx" }, { action: "/staff/audit" });
	assert.match(xlsx.headers.get("content-disposition"), /audit\.xlsx/);
	assert.equal(value(`select count(*)::int from sojourn.audit where act = 'audit-file'
		and detail ->> 'reason' = 'incident' and detail ->> 'rows' = '4'`), 2);
});

test("the state of sealing on the page and in the figures", async () => {
	await sealed();
	assert.ok((await auditor.get("/staff/audit")).one("[data-sealing=good]"));
	service("-d", "clerk");
	try {
		sql(`insert into sojourn.audit (at, told_at, program, act, outcome)
			values (clock_timestamp() - interval '20 minutes', now(), 'test', 'old', 'done')`);
		const late = await auditor.get("/staff/audit");
		assert.match(late.say("[data-sealing=late]"), /20 minutes/);
		assert.match(sojourn(["doctor"]).out, /^seal-late rows=/m);
	} finally {
		service("-u", "clerk");
	}
	await sealed();
	await until(async () => /^sojourn_audit_unsealed 0$/m.test(
		await (await fetch(`${health}/metrics`)).text()));
	const text = await (await fetch(`${health}/metrics`)).text();
	assert.match(text, /^sojourn_audit_head [1-9]/m);
	assert.match(text, /^sojourn_audit_oldest_unsealed_seconds 0$/m);
});

test("only the auditor and the administrator", async () => {
	for (const login of ["academic", "affairs", "prof.kim"])
		for (const path of ["/staff/audit", "/staff/audit/1"])
			assert.equal((await desk(login).get(path)).status, 403, `${login} ${path}`);
});
