// sojourn backup, restore, migrate: a copy that is checked, and what an older
// copy must not bring back (S14).
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync, rmSync }
	from "node:fs";
import { tmpdir } from "node:os";
import { execFileSync } from "node:child_process";
import { Browser, reset, sql, until, value, variable } from "../../fixture.mjs";
import { sojourn } from "./sojourn.mjs";

const folder = mkdtempSync(`${tmpdir()}/sojourn-backup-`);

function admin(text)
{
	return execFileSync("psql", ["-X", "-q", "-At", "-h", `${variable}/run`,
		"-U", "postgres", "-d", "postgres", "-c", text],
	{ encoding: "utf8" }).trim();
}

const sealed = () => until(() => sql(`select 1 from sojourn.audit_sealing()
	where head > 0 and unsealed = 0 and waiting = 0`).length === 1);
let heads;

before(reset);
after(() => {
	for (const name of admin(`select datname from pg_database
		where datname like 'sojourn_before_%'`).split("\n").filter(Boolean))
		admin(`drop database ${name}`);
	rmSync(folder, { recursive: true });
});

test("backup writes a copy with its sum, for its owner alone", async () => {
	sql("select sojourn.note(null, 'before', 'test', 1, 'done', 'S14')");
	await sealed();
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select sha256('s'), id, array['staff'] from sojourn.account
		where login = 'academic'`);
	sql(`insert into sojourn.token (hash, kind, account_id, expires_at)
		select sha256('t'), 'reset', id, now() + interval '1 year'
		from sojourn.account where login = 'academic'`);
	sql(`insert into sojourn.outbox (kind, lang, to_address, not_before)
		values ('reset', 'ko', 'x@ust.example', now() + interval '9 years')`);
	const { status, out } = sojourn(["backup", folder]);
	assert.equal(status, 0, out);
	const [dump] = readdirSync(folder).filter((n) => n.endsWith(".dump"));
	assert.equal(statSync(`${folder}/${dump}`).mode & 0o777, 0o600);
	assert.match(readFileSync(`${folder}/${dump}.sha256`, "utf8"),
		new RegExp(`^[0-9a-f]{64}  ${dump}\n$`));
	execFileSync("sha256sum", ["-c", `${dump}.sha256`], { cwd: folder });
});

test("S14: restore brings back the data and nothing that opens or mails", async () => {
	// Life goes on after the copy: fifteen more IDs, an account, a change.
	sql("update sojourn.id_serial set last = 215 where last = 200");
	sql("update sojourn.account set name = 'somebody else' where login = 'cnu'");
	sql("select sojourn.note(null, 'lost', 'test', 1, 'done', 'S14')");
	await sealed();
	heads = Number(value("select max(n) from sojourn.audit_head"));
	const { status, out, err } = sojourn(["restore", folder]);
	assert.equal(status, 0, out + err);
	assert.match(out, /not brought back: sessions 1, links 1, mails 1, counters 1/);
	assert.match(out, /everything fits/);
	assert.equal(value("select name from sojourn.account where login = 'cnu'"), "이정민");
	assert.equal(value(`select last from sojourn.id_serial i join sojourn.term t
		on t.id = i.term_id where t.code = '2025-2'`), 215);
	assert.equal(value("select count(*) from sojourn.session where ended_at is null"), 0);
	assert.equal(value("select count(*) from sojourn.token where used_at is null"), 0);
	assert.equal(value(`select state from sojourn.outbox
		where to_address = 'x@ust.example'`), "failed");
	assert.equal(admin(`select count(*) from pg_database
		where datname like 'sojourn_before_%'`), "1");
	// The programs go on with the new database by themselves.
	assert.equal((await new Browser().get("/courses")).status, 200);
});

test("S13, S14: the audit is sealed on; what the copy lacked is declared lost", async () => {
	await until(() => value("select max(n) from sojourn.audit_head") > heads);
	await sealed();
	const { status, out, err } = sojourn(["audit", "verify"]);
	assert.equal(status, 0, out + err);
	assert.match(out, new RegExp(`note: the rows of head ${heads} were lost`));
	assert.ok(!existsSync(`${variable}/spool/signer/restored`));
	assert.equal(sojourn(["doctor"]).status, 0);
});

test("a copy that was changed, or has no sum, is refused; nothing happens", () => {
	const [dump] = readdirSync(folder).filter((n) => n.endsWith(".dump"));
	const bytes = readFileSync(`${folder}/${dump}`);
	const bad = `${folder}/sojourn-20990101T000000Z.dump`;
	writeFileSync(bad, bytes);
	assert.match(sojourn(["restore", bad]).err, /SHA-256/);
	bytes[bytes.length >> 1] ^= 1;
	writeFileSync(bad, bytes);
	writeFileSync(`${bad}.sha256`, readFileSync(`${folder}/${dump}.sha256`));
	const { status, err } = sojourn(["restore", folder]);
	assert.equal(status, 1);
	assert.match(err, /SHA-256/);
	assert.equal(admin(`select count(*) from pg_database
		where datname like 'sojourn_before_%'`), "1");
});

test("S14: where the database is lost, no serial is used twice either", () => {
	sql(`update sojourn.id_serial i set last = 200 from sojourn.term t
		where t.id = i.term_id and t.code = '2025-2'`);
	const own = mkdtempSync(`${folder}/lost-`);
	assert.equal(sojourn(["backup", own]).status, 0);
	admin("drop database sojourn with (force)");
	assert.equal(sojourn(["status"]).status, 1);
	const { status, out, err } = sojourn(["restore", own]);
	assert.equal(status, 0, out + err);
	assert.doesNotMatch(out, /kept as/);
	assert.equal(value(`select last from sojourn.id_serial i join sojourn.term t
		on t.id = i.term_id where t.code = '2025-2'`), 1200);
});

test("folders that are none, and nothing in them", () => {
	assert.equal(sojourn(["backup", "/nonexistent"]).status, 1);
	assert.equal(sojourn(["restore", "/nonexistent"]).status, 1);
	const empty = mkdtempSync(`${folder}/empty-`);
	assert.match(sojourn(["restore", empty]).err, /no copy/);
	for (const args of [["backup"], ["restore"], ["backup", "a", "b"]])
		assert.equal(sojourn(args).status, 2);
});

test("migrate tells the version and, with --apply, changes nothing twice", () => {
	assert.match(sojourn(["migrate"]).out, /version 0[^]*nothing waits/);
	const before = value(`select count(*) from sojourn.application`);
	const { status, out, err } = sojourn(["migrate", "--apply"]);
	assert.equal(status, 0, out + err);
	assert.equal(value(`select count(*) from sojourn.application`), before);
	assert.equal(sojourn(["doctor"]).status, 0);
});
