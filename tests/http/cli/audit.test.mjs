// S13: the audit is sealed while it grows, and whatever is changed afterwards
// shows, with its row and between which heads.
import { after, before, beforeEach, afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync,
	writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { reset, sql, until, value, variable } from "../../fixture.mjs";
import { quickly, sealed, service } from "../../sealing.mjs";
import { kill, killChild, pid } from "../../services.mjs";
import { sojourn } from "./sojourn.mjs";

const folder = mkdtempSync(`${tmpdir()}/sojourn-audit-`);
const own = `${variable}/spool/signer/audit.head`;
const note = (n, act = "test") => sql(`select sojourn.note(null, '${act}', 'test',
	g, 'done', 'S13') from generate_series(1, ${n}) g`);
const heads = () => Number(value("select count(*) from sojourn.audit_head"));
const verify = (...args) => {
	const { status, out, err } = sojourn(["audit", "verify", ...args]);
	return { status, said: out + err };
};
// What the tests are about: rows, the heads that cover them, and a number that
// was given and never used, where somebody may insert.  Jobs may add rows of
// their own at any moment.
const c = {};
let slowly;

before(async () => {
	await reset();
	slowly = quickly();
	// The head under which the last of ours stand.
	const group = async (n) => {
		note(n);
		await sealed();
		return Number(value(`select max(s.n) from sojourn.audit_seal s
			join sojourn.audit a on s.rows @> a.id where a.act = 'test'`));
	};
	note(3);
	c.unused = Number(value("select nextval('sojourn.audit_id_seq')"));
	c.one = await group(3);
	copyFileSync(own, `${folder}/first.head`);
	c.two = await group(5);
	c.three = await group(4);
	// What can still come closes with a later seal.
	c.four = await group(1);
	const covered = (n) => sql(`select a.id from sojourn.audit a join sojourn.audit_seal s
		on s.rows @> a.id where s.n = $1 and a.act = 'test' order by a.id`, [n])
		.map((r) => r.id);
	[c.a, c.b, c.d] = [c.one, c.two, c.three].map(covered);
	assert.equal(c.b.length, 5);
});
after(() => {
	slowly();
	rmSync(folder, { recursive: true });
});

test("all rows are sealed, and fit", () => {
	const { status, said } = verify();
	assert.equal(status, 0, said);
	assert.match(said, /everything is as it was sealed; heads: \d+, rows under them: \d+, newer rows/);
	assert.equal(sojourn(["doctor"]).status, 0);
	assert.equal(verify("--head", `${folder}/first.head`).status, 0);
});

test("usage, heads that are none, keys that are not ours", () => {
	for (const args of [["audit"], ["audit", "look"], ["audit", "verify", "x"]])
		assert.equal(sojourn(args).status, 2);
	assert.equal(verify("--head", "/nonexistent").status, 1);
	writeFileSync(`${folder}/bad.head`, "sojourn audit head v1\n");
	assert.match(verify("--head", `${folder}/bad.head`).said, /no head of the audit/);
	writeFileSync(`${folder}/forged.head`, readFileSync(own, "utf8")
		.replace(/\n(\d+)\n(\d+)\n/, "\n$1\n1$2\n"));
	assert.match(verify("--head", `${folder}/forged.head`).said, /not signed with a key/);
	writeFileSync(`${folder}/keys.json`, "{}");
	assert.equal(verify("--keys", `${folder}/keys.json`).status, 1);
});

// Each change is made as the superuser, past every guard; then all is put back.
const tables = ["audit", "audit_seal", "audit_head"];
const between = (n) => `between head ${n - 1} and head ${n}`;
const copied = (id) => `insert into sojourn.audit overriding system value
	select tx, ${c.unused}, at, told_at, account_id, person_id, university_id, program,
	act, object_kind, object_id, outcome, rule, request_id, n, detail
	from sojourn.audit where id = ${id}`;
const cut = () => `delete from sojourn.audit where id >= ${c.d[0]};
	delete from sojourn.audit_seal where n >= ${c.three};
	delete from sojourn.audit_head where n >= ${c.three}`;
// Name, what is done, what is found.
const plants = () => [
	["a row changed", `update sojourn.audit set outcome = 'full' where id = ${c.a[1]}`,
		`changed: row ${c.a[1]}, ${between(c.one)}`],
	["a null filled", `update sojourn.audit set request_id = '' where id = ${c.b[1]}`,
		`changed: row ${c.b[1]}, ${between(c.two)}`],
	["told_at moved by a microsecond", `update sojourn.audit
		set told_at = told_at + interval '1 microsecond' where id = ${c.a[2]}`,
	`changed: row ${c.a[2]},`],
	["a row removed", `delete from sojourn.audit where id = ${c.b[1]}`,
		`removed: row ${c.b[1]}, ${between(c.two)}`],
	["rows removed", `delete from sojourn.audit where id between ${c.b[1]} and ${c.b[3]}`,
		`removed: rows ${c.b[1]} to ${c.b[3]}, ${between(c.two)}`],
	["a row inserted with an old id", copied(c.a[0]),
		`inserted: row ${c.unused}, between head`],
	["a row moved", `${copied(c.a[2])}; delete from sojourn.audit where id = ${c.a[2]}`,
		`removed: row ${c.a[2]},[^]*inserted: row ${c.unused},`],
	["two rows swapped", `update sojourn.audit a set object_id = b.object_id
		from sojourn.audit b where a.id in (${c.b[1]}, ${c.b[2]})
		and b.id in (${c.b[1]}, ${c.b[2]}) and a.id <> b.id`,
	`changed: rows ${c.b[1]} to ${c.b[2]},`],
	["a row and its leaf", `update sojourn.audit set outcome = 'full' where id = ${c.b[0]};
		update sojourn.audit_seal set leaves = overlay(leaves placing sha256('x') from 1)
		where n = ${c.two}`, `what head ${c.two} was signed for`],
	["a row and its place in the seal", `delete from sojourn.audit where id = ${c.b[0]};
		update sojourn.audit_seal set leaves = substr(leaves, 33),
			rows = rows - int8multirange(int8range(${c.b[0]}, ${c.b[0]} + 1))
		where n = ${c.two}`, `what head ${c.two} was signed for`],
	["the end of the rows", `delete from sojourn.audit where id >= ${c.d[0]}`,
		`removed: rows? ${c.d[0]}`],
	["the end of everything", cut(),
		`truncated: the audit ends with head ${c.three - 1}; \\S*audit.head is head \\d+; its rows: \\d+`],
	["all of it", tables.map((t) => `delete from sojourn.${t}`).join(";"),
		"truncated: the audit ends with head 0"],
	["a seal", `delete from sojourn.audit_seal where n = ${c.two}`,
		`removed: the rows of head ${c.two}`],
	["a head in the middle", `delete from sojourn.audit_head where n = ${c.two}`,
		`removed: heads ${c.two} to ${c.two}`],
	["a head changed", `update sojourn.audit_head set head = replace(head, 'Z', 'Y')
		where n = ${c.two}`, `changed: head ${c.two}, its signature`],
	["a head's signature", `update sojourn.audit_head set signature =
		set_byte(signature, 3, 255 - get_byte(signature, 3)) where n = ${c.two}`,
	`changed: head ${c.two}, its signature`],
	["another's key", `update sojourn.audit_head set key_id = 'head-1' where n = ${c.two}`,
		`changed: head ${c.two}, its signature`],
	["two seals swapped", swapped("audit_seal"), `what head ${c.two} was signed for`],
	["two heads swapped", swapped("audit_head"),
		`changed: head ${c.two} does not follow head ${c.two - 1}`],
	["a bound lowered", `update sojourn.audit_seal set closed = 0 where n = ${c.four}`,
		`changed: the bound that head ${c.four}`],
];
const swapped = (table) => `update sojourn.${table} set n = 1000000 + n
		where n in (${c.two}, ${c.three});
	update sojourn.${table} set n = ${c.two + c.three} - (n - 1000000) where n > 1000000`;

async function away(t)
{
	service("-d", "clerk");
	for (const name of tables)
		sql(`create table sojourn.kept_${name} as table sojourn.${name}`);
	t.after(() => {
		sql(["set session_replication_role = replica", ...tables.map((name) =>
			`delete from sojourn.${name}`), ...tables.map((name) =>
			`insert into sojourn.${name} overriding system value
				table sojourn.kept_${name}`),
		...tables.map((name) => `drop table sojourn.kept_${name}`)].join(";\n"));
		service("-u", "clerk");
	});
}

test("S13: what is changed afterwards is found", async (t) => {
	await away(t);
	for (const [name, plant, found] of plants()) {
		sql(`set session_replication_role = replica;\n${plant};\n`);
		const { status, said } = verify();
		assert.equal(status, 1, `${name}: ${said}`);
		assert.match(said, new RegExp(found), name);
		sql(["set session_replication_role = replica", ...tables.map((table) =>
			`delete from sojourn.${table}`), ...tables.map((table) =>
			`insert into sojourn.${table} overriding system value
				table sojourn.kept_${table}`)].join(";\n"));
	}
	assert.equal(verify().status, 0, "all put back");
});

test("a head that somebody else kept finds what this machine forgot", async (t) => {
	await away(t);
	copyFileSync(own, `${folder}/kept.head`);
	renameSync(own, `${own}.away`);
	t.after(() => renameSync(`${own}.away`, own));
	sql(`set session_replication_role = replica; ${cut()};`);
	const { status, said } = verify();
	assert.equal(status, 0, said);
	assert.match(said, /a cut end does not show/);
	assert.match(verify("--head", `${folder}/kept.head`).said, /truncated:/);
	assert.equal(verify("--head", `${folder}/first.head`).status, 0);
});

test("a row that commits late is sealed later, and nothing before waits", async () => {
	const slow = spawn("psql", ["-X", "-q", "-h", `${variable}/run`, "-U", "postgres",
		"sojourn"], { stdio: ["pipe", "ignore", "ignore"] });
	slow.stdin.write(`begin; select sojourn.note(null, 'late', 'test', 1, 'done',
		'S13');\n`);
	await until(() => value(`select count(*)::int from pg_stat_activity
		where state = 'idle in transaction' and query like '%''late''%'`) === 1);
	const n = heads();
	note(2);
	await sealed();
	note(2);
	await sealed();
	assert.ok(heads() >= n + 2);
	slow.stdin.end("commit;\n");
	await new Promise((resolve) => slow.on("close", resolve));
	await sealed();
	assert.ok(heads() >= n + 3);
	const { status, said } = verify();
	assert.equal(status, 0, said);
});

test("killed at any point: every row is sealed once, one chain", async () => {
	for (const name of ["clerk", "signer", "postgresql", "signer", "clerk"]) {
		// All are at work again; then somewhere between the rows and their head.
		await until(() => {
			try {
				return [pid("clerk"), pid("signer")].every(Boolean) &&
					sql(`select 1 from pg_stat_activity
						where usename = 'sojourn_clerk' having count(*) > 1`).length;
			} catch {
				return false;
			}
		});
		note(40, "killed");
		await sleep(Math.random() * 250);
		if (name === "postgresql")
			killChild(name, /sojourn_clerk/);
		else if (pid(name) !== undefined)
			kill(name);
	}
	await sealed();
	const { status, said } = verify();
	assert.equal(status, 0, said);
	const lines = readFileSync(`${variable}/spool/signer/audit`, "utf8").trim()
		.split("\n").map((l) => JSON.parse(l).head);
	assert.deepEqual(lines, sql("select head from sojourn.audit_head order by n")
		.map((h) => h.head));
});

test("S14: an older copy put in place by a thief is not sealed on", async () => {
	note(7, "lost");
	await sealed();
	const last = Number(value(`select min(s.n) from sojourn.audit_seal s
		join sojourn.audit a on s.rows @> a.id where a.act = 'lost'`));
	service("-d", "clerk");
	sql(`set session_replication_role = replica;
		delete from sojourn.audit where act = 'lost';
		delete from sojourn.audit_seal where n >= ${last};
		delete from sojourn.audit_head where n >= ${last};`);
	service("-u", "clerk");
	note(1);
	const log = () => readFileSync(`${variable}/log/signer.log`, "utf8");
	await until(() => /nothing is sealed until somebody has looked/.test(log()));
	await sleep(500);
	assert.equal(heads(), last - 1);
	assert.match(verify().said, /truncated:/);
});
