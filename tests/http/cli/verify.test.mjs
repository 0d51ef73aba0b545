// Contract, section 7: an issued document is checked offline.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Browser, clock, reset, sql, until, variable } from "../../fixture.mjs";
import { logins, student } from "../register/student.mjs";

const bin = process.env.SOJOURN_BIN ??
	fileURLToPath(new URL("../../../bin/sojourn", import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "verify-"));
const at = (name) => join(dir, name);
const verify = (...args) => spawnSync(bin, ["verify", ...args], { encoding: "utf8",
	env: { SOJOURN_CONF: `${variable}/etc/sojourn.conf`, LC_ALL: "C.UTF-8",
		ASAN_OPTIONS: "detect_leaks=0" } });
const fetched = async (path, name) => writeFileSync(at(name),
	(await new Browser().get(path)).bytes);

before(async () => {
	await reset();
	clock("register", { jobs: false });
	const [id] = logins(1);
	const b = student(id);
	sql(`update sojourn.session s set programs = programs || array['documents']
		from sojourn.account a where a.id = s.account_id and a.login = $1`, [id]);
	await b.submit(await b.get("/register"), { section: "BIO5012-01" },
		{ action: "/register/enrol" });
	assert.equal((await b.get("/register/confirmation.pdf")).status, 200);
	for (const kind of ["pdf", "json"])
		writeFileSync(at(`d.${kind}`), (await b.get(
			`/documents/UST-2025-000001.${kind}`)).bytes);
	await fetched("/verify/keys", "keys");
	await fetched("/verify/status/0", "status");
});
after(() => rmSync(dir, { recursive: true }));

test("both files: 0, by either name, with the own keys or those of the site", () => {
	for (const args of [[at("d.pdf")], [at("d.json")],
		["--keys", at("keys"), at("d.json")],
		["--keys", at("keys"), "--status", at("status"), at("d.pdf")]]) {
		const p = verify(...args);
		assert.equal(p.status, 0, p.stderr);
		assert.match(p.stdout, /valid: UST-2025-000001/);
	}
});

test("a .json alone: 0, and what its PDF must be; a PDF alone: 2", () => {
	copyFileSync(at("d.json"), at("a.json"));
	const p = verify(at("a.json"));
	assert.equal(p.status, 0);
	assert.match(p.stdout, /SHA-256 must be [0-9a-f]{64}/);
	copyFileSync(at("d.pdf"), at("b.pdf"));
	const q = verify(at("b.pdf"));
	assert.equal(q.status, 2);
	assert.match(q.stderr, /b\.json/);
	for (const name of ["none.pdf", "none.json"]) {
		const none = verify(at(name));
		assert.equal(none.status, 1);
		assert.match(none.stderr, new RegExp(`${name} cannot be read: No such file`));
	}
});

test("forged: 1", () => {
	const json = readFileSync(at("d.json"), "utf8");
	copyFileSync(at("d.pdf"), at("f.pdf"));
	for (const forged of [json.replace('"credits":3', '"credits":9'),
		json.replace('#document-1"', '#status-1"'),
		json.replace('#document-1"', '#document-2"'), "{}", "{", "",
		readFileSync(at("status"), "utf8")]) {
		assert.notEqual(forged, json);
		writeFileSync(at("f.json"), forged);
		assert.equal(verify(at("f.json")).status, 1);
		assert.equal(verify(at("f.pdf")).status, 1);
	}
	const pdf = readFileSync(at("d.pdf"));
	pdf[3000] ^= 1;
	writeFileSync(at("f.pdf"), pdf);
	writeFileSync(at("f.json"), json);
	const p = verify(at("f.pdf"));
	assert.equal(p.status, 1);
	assert.match(p.stderr, /altered/);
	writeFileSync(at("keys2"), "{}");
	assert.equal(verify("--keys", at("keys2"), at("d.json")).status, 1);
	assert.equal(verify("--keys", at("nowhere"), at("d.json")).status, 1);
	assert.equal(verify(at("nowhere.json")).status, 1);
});

test("revoked in the status list: 1; another's list: 1", async () => {
	sql("select sojourn.document_end(null, 'UST-2025-000001', 'revoked', 'wrong')");
	await until(async () => {
		await fetched("/verify/status/0", "later");
		return !readFileSync(at("later")).equals(readFileSync(at("status")));
	});
	const p = verify("--status", at("later"), at("d.json"));
	assert.equal(p.status, 1);
	assert.match(p.stderr, /revoked/);
	assert.equal(verify("--status", at("keys"), at("d.json")).status, 1);
});

test("usage: 2", () => {
	for (const args of [[], ["x.txt"], [at("d.json"), at("d.pdf")], ["--odd", "x"],
		["--keys"]])
		assert.equal(verify(...args).status, 2, args.join(" "));
	assert.equal(verify("--help").status, 0);
});
