// T5: on the way of a registration the n-th malloc, call of the network or call
// of libpq fails, for every n until none is left: no crash, no half-write, no
// answer that is not true.  F13: a dead database thread ends the process.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, openSync, readSync, writeFileSync, writeSync } from "node:fs";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { clock, reset, sql, until, value } from "../fixture.mjs";
import { logins, student } from "../http/register/student.mjs";
import { Register, end, folder } from "./rig.mjs";
import { Session } from "./sessions.mjs";

const full = process.env.CHAOS === "full";
const code = "BIO5012-01", kinds = { memory: 1, network: 2, database: 3, dead: 4 };
const LONG = 8;
let me, program, plan, look, section, turn = 0;

before(async () => {
	await reset();
	clock("register", { jobs: false });
	const [login] = logins(1);
	me = student(login);
	me.csrf = (await me.get("/register/confirmation")).one("input[name=csrf]").getAttribute("value");
	section = value(`select s.id from sojourn.section s join sojourn.term t
		on t.id = s.term_id and t.code = '2025-2' where s.code = $1`, [code]);
	execFileSync("gcc", ["-shared", "-fPIC", "-O1", "-I/usr/include/postgresql", "-o",
		`${folder}/nth.so`, fileURLToPath(new URL("nth.c", import.meta.url)), "-ldl"]);
	writeFileSync(`${folder}/plan`, Buffer.alloc(5 * LONG));
	chmodSync(`${folder}/plan`, 0o666);
	plan = openSync(`${folder}/plan`, "r+");
	program = await new Register({ settings: { patience: 3, threads: 2 }, env: {
		LD_PRELOAD: `${folder}/nth.so`, NTH_FILE: `${folder}/plan`,
		ASAN_OPTIONS: "verify_asan_link_order=0:detect_leaks=0" } }).start();
	look = new Session();
	await look.run("set synchronous_commit = off");
});
after(async () => {
	look?.end();
	if (plan !== undefined)
		closeSync(plan);
	await end();
});

function arm(kind, n = 0, row = 1)
{
	const b = Buffer.alloc(5 * LONG);
	[kinds[kind] ?? 0, n, 0, 0, row].forEach((v, i) => b.writeBigInt64LE(BigInt(v), i * LONG));
	writeSync(plan, b, 0, b.length, 0);
}
function hit()
{
	const b = Buffer.alloc(5 * LONG);
	readSync(plan, b, 0, b.length, 0);
	return b.readBigInt64LE(3 * LONG) === 1n;
}
const press = (request) => program.post(me, "/register/enrol", { request, section: code });
// Registrations of this person there, and what the counter of the section says.
const there = async () => (await look.run(`select count(*), (select taken
	from sojourn.section_seat where section_id = ${section})
	from sojourn.enrolment where section_id = ${section}`)).join();

const clean = () => look.run(`begin; delete from sojourn.enrolment where section_id = ${section};
	update sojourn.section_seat set taken = 0 where section_id = ${section}; commit`);

// How the program ended, if it did; it is started anew.  One that answers nothing
// any more is about to end: its last words may take it a while.
async function again()
{
	if ((await program.get(me, "/-/figures")).status === 200)
		return undefined;
	await until(() => !program.alive, 15);
	const end = await program.child.gone;
	await program.start();
	return end;
}

// One registration with the n-th call failing; false when there is no such call.
async function fail(kind, n, fresh)
{
	const what = `${kind} ${n}${fresh ? " with a new connection" : ""}`;
	const request = `nth-${++turn}-of-this-test`;
	await clean();
	if (fresh)
		await look.run(`select count(pg_terminate_backend(pid)) from pg_stat_activity
			where usename = 'sojourn_register' and query not like '%pg_stat%'`);
	arm(kind, n);
	const said = await press(request);
	const was = hit();
	arm();
	assert.ok([303, 429, 500, undefined].includes(said.status),
		`${what}: ${said.status} ${/data-outcome="[^]{0,200}/.exec(said.text)}`);
	const found = await there();
	assert.match(found, /^(0\|0|1\|1)$/, `${what}: ${found} is half`);
	if (said.status === 303)
		assert.equal(found, "1|1", `${what}: told, and not there`);
	const over = await again();
	if (over) {
		// Without memory a process may end, of its own will; nothing else may.
		assert.equal(kind, "memory", `${what}: ended ${JSON.stringify(over)}`);
		assert.ok(over.code !== null || ["SIGABRT", "SIGTRAP"].includes(over.signal),
			`${what}: ${JSON.stringify(over)}`);
	}
	assert.doesNotMatch(program.said(), /AddressSanitizer|runtime error/, what);
	// The same form again: done, once.
	await until(async () => (await press(request)).status === 303, 60);
	assert.equal(await there(), "1|1", `${what}: pressed again`);
	return was;
}

// Every n on the way itself.  A new connection makes thousands of calls of
// libpq's own (about 25,000 of memory, and a busy machine may need several
// connections before it answers): all of the first hundred, then fewer and
// fewer; make check takes some of both.
const END = 5_000_000;
for (const kind of ["database", "network", "memory"])
	for (const fresh of [false, true])
		test(`T5: ${kind}${fresh ? ", with a new connection" : ""}: the n-th call fails`, async () => {
			const step = (n) => fresh ? Math.ceil(n / (full ? 100 : 2)) :
				full || kind !== "memory" ? 1 : 3;
			let n = 1, last = 0;
			await clean();
			const first = `nth-${++turn}-warm-up`;
			await until(async () => (await press(first)).status === 303, 60);
			for (; n < END && await fail(kind, n, fresh); n += step(n))
				last = n;
			assert.ok(last > 0 && n < END, `${last} calls`);
		});

test("T5: nothing of all that is left behind", () => {
	assert.deepEqual(sql("select * from cli_api.doctor_seats()"), []);
	assert.deepEqual(sql(`select request_id from sojourn.audit where outcome = 'done'
		and request_id like 'nth-%' group by 1 having count(*) > 1`), []);
});

// Ten seconds of waiting: with make check-chaos alone.
if (full)
	test("F13: a database thread that hangs ends the process, which is started anew", async () => {
		await clean();
		arm("dead", 1, 1e9);
		const said = press("nth-dead-thread");
		const over = await Promise.race([program.child.gone,
			sleep(30_000)]);
		arm();
		assert.ok(over && over.code === 1, JSON.stringify(over));
		assert.equal((await said).status, undefined);
		assert.match(program.said(), /database thread is stuck/);
		await program.start();
		await until(async () => (await press("nth-dead-thread")).status === 303, 60);
	});
