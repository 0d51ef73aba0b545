// R186, S19, S20: a list of grades is one signed file by version, which anybody
// can check; nothing of it is given out before it is signed.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Browser, base, clock, file, reset, sql, until, value, variable } from "../../fixture.mjs";
import { kill, pid, switchOff, switchOn } from "../../services.mjs";
import { proven } from "../documents/verifier.mjs";
import { person, seat, section, who } from "../teach/scene.mjs";

const code = "BIO5012-01";
const actor = "row('done', (select id from sojourn.account where login = 'prof.kim'), null, null, null, 'staff', '', 'en')::sojourn.actor";
const give = (id, percent, way = "form", appeal = null) => sql(`select sojourn.grade_set(${actor}, $1, $2, $3, null, $4, $5) as v`,
	[person(id), section(code), percent, way, appeal]);
const list = (version, university = "CNU") => sql(`select l.id, l.serial, d.state
	from sojourn.final_list l join sojourn.university u on u.id = l.university_id
	left join sojourn.document d on d.serial = l.serial
	where l.kind = 'grades' and l.version = $1 and u.code = $2`, [version, university])[0];
const dir = mkdtempSync(join(tmpdir(), "sojourn-signed-"));
const at = (name) => join(dir, name);
const texts = (path) => execFileSync("unzip", ["-p", path, "xl/sharedStrings.xml"], { encoding: "utf8" });
const verdict = (page) => page.all("[data-outcome]").map((m) => m.getAttribute("data-outcome"));
const anybody = () => new Browser({ lang: "en" });
async function checked(fields)
{
	const b = anybody();
	return b.submit(await b.get("/verify"), fields, { action: "/verify" });
}
const sent = (name, bytes) => checked({ document: file(name, bytes) });
const offline = (...args) => spawnSync(process.env.SOJOURN_BIN ?? "bin/sojourn",
	["verify", ...args], { encoding: "utf8", env: { ...process.env, LANG: "C",
		SOJOURN_CONF: `${variable}/etc/sojourn.conf` } });
let ids, cnu, xlsx, json, names;

// A correction, and the version that it makes.
function correct(id, percent)
{
	sql(`insert into sojourn.grade_appeal (person_id, section_id, term_id, reason, percent_before, asked_at, due_at)
		select person_id, section_id, term_id, 'x', percent, sojourn.now(), sojourn.now() + interval '1 day'
		  from sojourn.grade where person_id = $1`, [person(id)]);
	give(id, percent, "appeal", value("select max(id) from sojourn.grade_appeal"));
	sql(`update sojourn.grade_appeal set state = 'changed', answer = 'x', decided_at = sojourn.now(),
		decided_by = (select id from sojourn.account where login = 'prof.kim'), percent_after = $1
		where state = 'open'`, [percent]);
	sql("select sojourn.job_lists('2026-01-05 08:00+09')");
}

before(async () => {
	await reset();
	ids = seat(code, 6);
	names = sql("select name_native from sojourn.person where id = any ($1)",
		[ids.map(person)]).map((r) => r.name_native);
	clock("2025-12-22T10:00:00+09:00", { jobs: false });
	ids.forEach((id, i) => give(id, 95.5 - 5 * i));
	cnu = who("cnu");
});
after(() => rmSync(dir, { recursive: true }));

test("S20: signer away: being signed, nothing given out; back again: once", async () => {
	await switchOff("signer");
	try {
		clock("2025-12-29T00:00:00+09:00", { jobs: false });
		sql("select sojourn.job_announce('2025-12-29 00:00+09')");
		const page = await cnu.get("/partner/lists?kind=grades");
		assert.equal(page.one("#signed").getAttribute("data-signed"), "waiting");
		assert.match(page.say("#signed"), /being signed/);
		assert.equal(page.all(`a[href^="/partner/lists/"]`).length, 0);
		for (const end of ["xlsx", "json"]) {
			const no = await cnu.get(`/partner/lists/${list(1).id}.${end}`);
			assert.equal(no.status, 429, end);
			assert.ok(no.headers.get("retry-after"));
		}
		assert.match((await who("academic").get("/staff/lists?kind=grades")).say("tr[data-university='CNU']"),
			/being signed/);
		assert.match(list(1).state, /^(asked|printed)$/);
		assert.equal(value("select count(*)::int from sojourn.audit where act = 'download'"), 0);
	} finally {
		switchOn("signer");
	}
	await until(() => list(1).state === "valid", 20);
	assert.equal(value("select count(*)::int from sojourn.log_entry where serial = $1", [list(1).serial]), 1);
});

test("the page gives the file and its signature, the same bytes each time", async () => {
	const page = await cnu.get("/partner/lists?kind=grades");
	assert.equal(page.one("#signed").getAttribute("data-signed"), "valid");
	assert.ok(page.say("#signed").includes(list(1).serial));
	const { id } = list(1);
	const first = await cnu.get(`/partner/lists/${id}.xlsx`);
	assert.match(first.headers.get("content-disposition"), /grades-2025-2-v1\.xlsx/);
	assert.match(first.headers.get("content-type"), /spreadsheetml/);
	xlsx = first.bytes;
	assert.ok((await cnu.get(`/partner/lists/${id}.xlsx`)).bytes.equals(xlsx));
	const credential = await cnu.get(`/partner/lists/${id}.json`);
	assert.match(credential.headers.get("content-disposition"), /grades-2025-2-v1\.json/);
	json = credential.bytes;
	assert.equal(value("select count(*)::int from sojourn.audit where act = 'download' and object_id = $1", [id]), 3, "S25");
	const staff = who("academic");
	assert.equal((await staff.get(`/staff/lists/${id}.json`)).status, 303, "S25: first what for");
	await staff.submit(await staff.get("/staff/reason"), { reason: "report" }, { action: "/staff/reason" });
	assert.ok((await staff.get(`/staff/lists/${id}.xlsx`)).bytes.equals(xlsx));
	assert.ok((await staff.get(`/staff/lists/${id}.json`)).bytes.equals(json));
	const own = `update sojourn.session set programs = programs || '{documents}'::text[]`;
	sql(own);
	assert.ok((await cnu.get(`/documents/${list(1).serial}.xlsx`)).bytes.equals(xlsx));
	assert.ok((await cnu.get(`/documents/${list(1).serial}.json`)).bytes.equals(json));
	assert.equal((await cnu.get(`/documents/${list(1).serial}.pdf`)).status, 404);
});

test("S11: another university and a student have nothing of it", async () => {
	const { id, serial } = list(1);
	const kaist = who("kaist");
	sql("update sojourn.session set programs = programs || '{documents}'::text[]");
	for (const path of [`/partner/lists/${id}.xlsx`, `/partner/lists/${id}.json`,
		`/documents/${serial}.xlsx`, `/documents/${serial}.json`, "/partner/lists/999999.json"])
		assert.equal((await kaist.get(path)).status, 404, path);
	const student = who(ids[0]);
	sql("update sojourn.session set programs = programs || '{documents}'::text[]");
	assert.equal((await student.get(`/documents/${serial}.xlsx`)).status, 404);
});

test("T9: the second verifier agrees: rows, hash, proof, log", async () => {
	const credential = JSON.parse(json);
	const keys = JSON.parse((await anybody().get("/verify/keys")).text);
	assert.equal(proven(credential, keys), true);
	const { document, type, name } = credential.credentialSubject;
	assert.equal(type, "CollegeOrUniversity");
	assert.equal(name, "충남대학교");
	assert.equal(document.kind, "grade-list");
	assert.equal(document.sha256, createHash("sha256").update(xlsx).digest("hex"));
	assert.equal(credential.relatedResource[0].digestSRI, `sha256-${createHash("sha256").update(xlsx).digest("base64")}`);
	assert.match(credential.relatedResource[0].mediaType, /spreadsheetml/);
	assert.deepEqual(document.content.rows.map((r) => [r.temporary_id, r.section, r.grade]).sort(),
		ids.map((id, i) => [id, code, String(95.5 - 5 * i)]).sort());
	const entry = JSON.parse(value("select entry from sojourn.log_entry where serial = $1", [document.serial]));
	assert.equal(entry.sha256, document.sha256);
	assert.equal(entry.kind, "grade-list");
	for (const text of [...names, ...ids])
		assert.ok(!JSON.stringify(entry).includes(text), "S13: nothing about people");
});

test("/verify takes the code, the file and the .json, and shows the minimum", async () => {
	writeFileSync(at("v1.xlsx"), xlsx);
	writeFileSync(at("v1.json"), json);
	const [address] = texts(at("v1.xlsx")).match(new RegExp(`${base}/verify/[0-9A-Z-]{19}`));
	for (const page of [await anybody().get(address), await checked({ code: address.split("/").at(-1) }),
		await sent("v1.xlsx", xlsx), await sent("v1.json", json)]) {
		assert.deepEqual(verdict(page), ["valid"]);
		for (const word of ["List of grades", list(1).serial, "Chungnam National University", "2025-2", "29 Dec 2025"])
			assert.ok(page.say("dl.facts").includes(word), word);
		assert.match(page.say("dl.facts"), /Version ?1/);
		for (const secret of [...names, ...ids, "95.5", code])
			assert.ok(!page.say("main").includes(secret), secret);
	}
});

test("S19: saved anew with another grade it is altered; another sheet is unknown", async () => {
	const folder = at("x");
	execFileSync("unzip", ["-q", at("v1.xlsx"), "-d", folder]);
	const strings = join(folder, "xl/sharedStrings.xml");
	const text = readFileSync(strings, "utf8");
	assert.ok(text.includes(">70.5<"));
	const zip = (name, content) => {
		writeFileSync(strings, content);
		execFileSync("zip", ["-q", "-r", at(name), "."], { cwd: folder });
		return readFileSync(at(name));
	};
	const forged = zip("forged.xlsx", text.replace(">70.5<", ">99.5<"));
	const page = await sent("v1.xlsx", forged);
	assert.deepEqual(verdict(page), ["altered"]);
	assert.ok(page.say("dl.facts").includes(list(1).serial));
	assert.deepEqual(verdict(await sent("v1.xlsx", zip("none.xlsx",
		text.replaceAll(list(1).serial, "")))), ["unknown"]);
	assert.deepEqual(verdict(await sent("v1.xlsx", zip("odd.xlsx",
		text.replaceAll(list(1).serial, "UST-2025-999999")))), ["unknown"]);
	assert.deepEqual(verdict(await sent("v1.xlsx", Buffer.concat([xlsx.subarray(0, 3000), Buffer.alloc(9)]))), ["unknown"]);
	const bent = JSON.parse(json);
	bent.credentialSubject.document.content.rows[0].grade = "100";
	assert.deepEqual(verdict(await sent("v1.json", JSON.stringify(bent))), ["altered"]);
	writeFileSync(at("bent.json"), JSON.stringify(bent));
	for (const [name, bytes] of [["bent.xlsx", xlsx], ["forged.json", json]])
		writeFileSync(at(name), bytes);
	for (const name of ["bent.json", "bent.xlsx", "forged.json", "forged.xlsx"]) {
		const p = offline(at(name));
		assert.equal(p.status, 1, name);
		assert.match(p.stderr, /altered/);
	}
	for (const name of ["v1.json", "v1.xlsx"]) {
		const p = offline(at(name));
		assert.equal(p.status, 0, p.stderr);
		assert.match(p.stdout, new RegExp(`valid: ${list(1).serial}`));
	}
	const alone = offline(at("none.xlsx"));
	assert.equal(alone.status, 2);
	assert.match(alone.stderr, /none\.json/);
});

test("a newer version supersedes it, at once and in the log", async () => {
	await switchOff("signer");
	try {
		correct(ids[5], 71);
		assert.deepEqual(verdict(await sent("v1.xlsx", xlsx)), ["superseded"], "before the newer one is signed");
	} finally {
		switchOn("signer");
	}
	await until(() => list(2).state === "valid", 20);
	assert.equal(list(1).state, "superseded");
	await until(() => value("select count(*)::int from sojourn.log_entry where serial = $1 and action = 'supersede'",
		[list(1).serial]) === 1);
	for (const [name, bytes] of [["v1.xlsx", xlsx], ["v1.json", json]])
		assert.deepEqual(verdict(await sent(name, bytes)), ["superseded"]);
	writeFileSync(at("status"), (await anybody().get("/verify/status/0")).bytes);
	assert.equal(offline("--status", at("status"), at("v1.json")).status, 1);
	const old = await cnu.get(`/partner/lists?list=${list(1).id}`);
	assert.match(old.say("#signed"), /Superseded/);
	assert.ok((await cnu.get(`/partner/lists/${list(1).id}.xlsx`)).bytes.equals(xlsx), "still there to be looked at");
	const now = await cnu.get(`/partner/lists/${list(2).id}.xlsx`);
	writeFileSync(at("v2.xlsx"), now.bytes);
	assert.match(texts(at("v2.xlsx")), /버전 1 이후/);
	assert.deepEqual(verdict(await sent("v2.xlsx", now.bytes)), ["valid"]);
});

test("S20: killed in the middle, asked for by many: signed once", async () => {
	correct(ids[4], 76);
	const { id, serial } = list(3);
	const asked = [];
	for (let i = 0; i < 4; i++) {
		asked.push(cnu.get(`/partner/lists/${id}.xlsx`));
		await until(() => pid(i % 2 ? "signer" : "press") !== undefined);
		kill(i % 2 ? "signer" : "press");
	}
	for (const p of await Promise.all(asked))
		assert.ok([200, 429].includes(p.status), String(p.status));
	await until(() => list(3).state === "valid", 20);
	assert.equal(value("select count(*)::int from sojourn.log_entry where serial = $1 and action = 'issue'", [serial]), 1);
	assert.deepEqual(verdict(await sent("v3.xlsx", (await cnu.get(`/partner/lists/${id}.xlsx`)).bytes)), ["valid"]);
});

test("two versions before the first is signed: only the newer one is", async () => {
	await switchOff("signer");
	try {
		correct(ids[3], 81);
		correct(ids[3], 82);
	} finally {
		switchOn("signer");
	}
	await until(() => list(5).state === "valid", 20);
	assert.equal(list(4).state, "failed");
	const no = await cnu.get(`/partner/lists/${list(4).id}.xlsx`);
	assert.equal(no.status, 422);
	assert.match(no.text, /newer version/);
	assert.deepEqual(sql("select * from cli_api.doctor_documents()"), []);
	assert.deepEqual(sql("select * from cli_api.doctor_final_lists()"), []);
});

test("what could not be signed is tried again by the next day's lists", async () => {
	correct(ids[2], 86);
	const { serial } = list(6);
	sql("update sojourn.document set state = 'failed', failed_why = 'check' where serial = $1", [serial]);
	assert.equal((await cnu.get(`/partner/lists/${list(6).id}.xlsx`)).status, 422);
	assert.match((await cnu.get("/partner/lists?kind=grades")).say("#signed"), /not signed/);
	sql("alter table sojourn.document disable trigger user");
	sql("update sojourn.document set asked_at = asked_at - interval '1 hour' where serial = $1", [serial]);
	sql("alter table sojourn.document enable trigger user");
	sql("select sojourn.job_lists('2026-01-06 08:00+09')");
	await until(() => list(6).state === "valid", 20);
	assert.notEqual(list(6).serial, serial);
	assert.equal(list(4).state, "failed", "what was overtaken stays away");
});
