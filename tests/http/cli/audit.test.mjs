// S13: the audit is sealed while it grows, and whatever is changed afterwards
// shows, with its row and between which heads.
import { after, before, beforeEach, afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync,
	writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { reset, sql, value, variable } from "../../fixture.mjs";
import { kill, killChild, pid } from "../../services.mjs";
import { sojourn } from "./sojourn.mjs";

const folder = mkdtempSync(`${tmpdir()}/sojourn-audit-`);
const own = `${variable}/spool/signer/audit.head`;
const note = (n, act = "test") => sql(`select sojourn.note(null, '${act}', 'test',
	g, 'done', 'S13') from generate_series(1, ${n}) g`);
const sealing = () => sql("select * from sojourn.audit_sealing()")[0];
const heads = () => Number(value("select count(*) from sojourn.audit_head"));
const verify = (...args) => {
	const { status, out, err } = sojourn(["audit", "verify", ...args]);
	return { status, said: out + err };
};
const service = (act, name) => execFileSync("s6-svc", [act === "-d" ? "-wD" : "-wu",
	"-T", "10000", act, `${variable}/service/${name}`]);

async function sealed(patience = 15000)
{
	for (let ms = 0; ms < patience; ms += 100) {
		const s = sealing();
		if (s.unsealed === 0 && s.waiting === 0)
			return;
		await sleep(100);
	}
	assert.fail(`not sealed: ${JSON.stringify(sealing())}`);
}

before(async () => {
	await reset();
	// A number that is given and never used: there somebody may insert.
	note(3);
	sql("select nextval('sojourn.audit_id_seq')");
	note(3);
	await sealed();
	copyFileSync(own, `${folder}/first.head`);
	note(5);
	await sealed();
	note(4);
	await sealed();
	// What can still come closes with a later seal.
	note(1);
	await sealed();
});
after(() => rmSync(folder, { recursive: true }));

test("all rows are sealed, and fit", () => {
	const { status, said } = verify();
	assert.equal(status, 0, said);
	assert.match(said, /16 rows under \d heads are as they were sealed; 0 newer/);
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
		.replace(/\n16\n/, "\n17\n"));
	assert.match(verify("--head", `${folder}/forged.head`).said, /not signed with a key/);
	writeFileSync(`${folder}/keys.json`, "{}");
	assert.equal(verify("--keys", `${folder}/keys.json`).status, 1);
});

// Each change is made as the superuser, past every guard; then all is put back.
const tables = ["audit", "audit_seal", "audit_head"];
const plants = [
	["a row changed", "update sojourn.audit set outcome = 'full' where id = 2",
		/changed: row 2, between head 0 and head 1/],
	["a null filled", "update sojourn.audit set request_id = '' where id = 9",
		/changed: row 9, between head 1 and head 2/],
	["told_at moved by a microsecond", `update sojourn.audit
		set told_at = told_at + interval '1 microsecond' where id = 3`, /changed: row 3,/],
	["a row removed", "delete from sojourn.audit where id = 9",
		/removed: row 9, between head 1 and head 2/],
	["rows removed", "delete from sojourn.audit where id between 9 and 11",
		/removed: rows 9 to 11, between head 1 and head 2/],
	["a row inserted with an old id", `insert into sojourn.audit
		overriding system value select tx, 4, at, told_at, account_id, person_id,
		university_id, program, act, object_kind, object_id, outcome, rule,
		request_id, n, detail from sojourn.audit where id = 3`,
	/inserted: row 4, between head \d and head \d/],
	["a row moved", `insert into sojourn.audit overriding system value
		select tx, 4, at, told_at, account_id, person_id, university_id, program,
		act, object_kind, object_id, outcome, rule, request_id, n, detail
		from sojourn.audit where id = 3; delete from sojourn.audit where id = 3`,
	/removed: row 3,[^]*inserted: row 4,/],
	["two rows swapped", `update sojourn.audit a set object_id = b.object_id
		from sojourn.audit b where a.id in (9, 10) and b.id in (9, 10)
		and a.id <> b.id`, /changed: rows 9 to 10,/],
	["a row and its leaf", `update sojourn.audit set outcome = 'full' where id = 2;
		update sojourn.audit_seal set leaves = overlay(leaves placing
			sha256('x') from 33) where n = 1`, /what head 1 was signed for/],
	["a row and its place in the seal", `delete from sojourn.audit where id = 1;
		update sojourn.audit_seal set rows = rows - '{[1,2)}'::int8multirange,
			leaves = substr(leaves, 33) where n = 1`, /what head 1 was signed for/],
	["the end of the rows", "delete from sojourn.audit where id >= 13", /removed: row/],
	["the end of everything", `delete from sojourn.audit where id >= 13;
		delete from sojourn.audit_seal where n >= 3;
		delete from sojourn.audit_head where n >= 3`,
	/truncated: the audit ends with head 2; \S*audit.head is head 4, of 16 rows/],
	["all of it", tables.map((t) => `delete from sojourn.${t}`).join(";"),
		/truncated: the audit ends with head 0/],
	["a seal", "delete from sojourn.audit_seal where n = 2", /removed: the rows of head 2/],
	["a head in the middle", "delete from sojourn.audit_head where n = 2",
		/removed: heads 2 to 2/],
	["a head changed", `update sojourn.audit_head set head =
		replace(head, 'Z', 'Y') where n = 2`, /changed: head 2, its signature/],
	["a head's signature", `update sojourn.audit_head set signature =
		set_byte(signature, 3, 255 - get_byte(signature, 3)) where n = 2`,
	/changed: head 2, its signature/],
	["another's key", `update sojourn.audit_head set key_id = 'head-1' where n = 2`,
		/changed: head 2, its signature/],
	["two seals swapped", `update sojourn.audit_seal set n = 9 - n where n in (2, 3);
		update sojourn.audit_seal set n = 5 - (9 - n) where n > 4;`,
	/what head 2 was signed for/],
	["two heads swapped", `update sojourn.audit_head set n = 19 - n where n in (2, 3);
		update sojourn.audit_head set n = n - 14 where n > 10`,
	/changed: head 2 does not follow head 1/],
	["a bound lowered", "update sojourn.audit_seal set closed = 0 where n = 4",
		/changed: the bound that head 4/],
];

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
	for (const [name, plant, found] of plants) {
		sql(`set session_replication_role = replica;\n${plant};\n`);
		const { status, said } = verify();
		assert.equal(status, 1, `${name}: ${said}`);
		assert.match(said, found, name);
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
	sql(`set session_replication_role = replica;
		delete from sojourn.audit where id >= 13;
		delete from sojourn.audit_seal where n >= 3;
		delete from sojourn.audit_head where n >= 3;`);
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
	await sleep(300);
	const n = heads();
	note(2);
	await sealed();
	note(2);
	await sealed();
	assert.equal(heads(), n + 2);
	slow.stdin.end("commit;\n");
	await new Promise((resolve) => slow.on("close", resolve));
	await sealed();
	assert.equal(heads(), n + 3);
	const { status, said } = verify();
	assert.equal(status, 0, said);
});

test("killed at any point: every row is sealed once, one chain", async () => {
	for (const name of ["clerk", "signer", "postgresql", "signer", "clerk"]) {
		for (let i = 0; i < 100; i++)
			try {
				note(40, "killed");
				break;
			} catch {
				await sleep(100);
			}
		// Somewhere between the rows and their head.
		await sleep(1200 + Math.random() * 900);
		if (name === "postgresql")
			killChild(name, /sojourn_clerk/);
		else if (pid(name) !== undefined)
			kill(name);
	}
	await sealed(20000);
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
	const last = heads();
	service("-d", "clerk");
	sql(`set session_replication_role = replica;
		delete from sojourn.audit where act = 'lost';
		delete from sojourn.audit_seal where n = ${last};
		delete from sojourn.audit_head where n = ${last};`);
	service("-u", "clerk");
	note(1);
	await sleep(3000);
	assert.equal(heads(), last - 1);
	assert.match(verify().said, /truncated:/);
	assert.match(readFileSync(`${variable}/log/signer.log`, "utf8"),
		/nothing is sealed until somebody has looked/);
});
