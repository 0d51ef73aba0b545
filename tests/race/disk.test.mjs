// F13: the disk is full, or does not keep what it is given: busy, never done;
// what was told before is there, and it goes on when there is room again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { clock, reset, sql, until } from "../fixture.mjs";
import { logins, student } from "../http/register/student.mjs";
import { Register, Server, end, folder } from "./rig.mjs";

const full = process.env.CHAOS === "full";
const code = "BIO5012-01", fault = `${folder}/fault`;
let crowd, server, program, told = [];

before(async () => {
	await reset();
	clock("register", { jobs: false });
	sql(`update sojourn.section_seat set capacity = 100 where section_id in
		(select id from sojourn.section where code = $1)`, [code]);
	crowd = [];
	for (const login of logins(8)) {
		const s = student(login);
		const p = await s.get("/register/confirmation");
		s.csrf = p.one("input[name=csrf]").getAttribute("value");
		s.login = login;
		crowd.push(s);
	}
	const shim = `${folder}/disk.so`;
	execFileSync("gcc", ["-shared", "-fPIC", "-O1", "-o", shim,
		fileURLToPath(new URL("disk.c", import.meta.url)), "-ldl"]);
	server = new Server("disk", { env: { LD_PRELOAD: shim, DISK_FAULT: fault } });
	await Server.copy(server);
	await server.start();
	program = await new Register({ settings: { patience: 3 },
		database: `host=${server.run} dbname=sojourn user=sojourn_register connect_timeout=2` })
		.start();
});
after(end);

const press = async (i) => {
	const p = await program.post(crowd[i], "/register/enrol",
		{ request: `disk-${i}-of-this-test`, section: code });
	if (p.status === 303)
		told.push(i);
	return p.status;
};
const has = (i) => server.sql(`select count(*) from sojourn.enrolment e
	join sojourn.account x on x.person_id = e.person_id
	where x.login = '${crowd[i].login}'`) === "1";

// The fault, presses in it, and the end of it.
async function during(kind, below, act)
{
	writeFileSync(fault, `${kind} ${below}`, { mode: 0o644 });
	try {
		return await act();
	} finally {
		rmSync(fault);
	}
}
async function goesOn(...pressed)
{
	// It comes back by itself, or its supervisor starts it anew.
	await until(() => server.answers() || !server.alive, 30);
	if (!server.alive)
		await server.start();
	for (const i of told)
		assert.ok(has(i), `${i} was told it is done`);
	for (const i of pressed) {
		await until(async () => await press(i) === 303, 60);
		assert.ok(has(i));
	}
	assert.equal(server.sql(`select count(*) from sojourn.audit
		where request_id like 'disk-_-of-this-test' and outcome = 'done'`),
	String(new Set(told).size), "one effect each");
}

test("the log of the database finds no room", async () => {
	await until(async () => await press(0) === 303, 60);
	await during("full", "/pg_wal/", async () => {
		assert.equal(await press(1), 429);
		assert.equal(await press(2), 429);
	});
	await goesOn(1, 2);
});

if (full)
	test("the disk does not keep the log", async () => {
		await during("sync", "/pg_wal/", async () => assert.equal(await press(3), 429));
		await goesOn(3);
	});

test("a table finds no room: busy, and the connection lives on", async () => {
	server.sql(`create table public.fill (t text);
		alter table public.fill alter t set storage plain;
		create function public.fill() returns trigger language plpgsql security definer as $$
			begin insert into public.fill values (repeat('x', 8000)); return null; end $$;
		create trigger fill after insert on sojourn.enrolment
			for each row execute function public.fill();`);
	program.said();
	await during("full", "/base/", async () => {
		const said = await Promise.all([4, 5].map(press));
		assert.deepEqual(said, [429, 429]);
	});
	assert.match(program.said(), /53100/);
	await goesOn(4, 5);
});

if (full)
	test("doctor names each setting under which an answer could be lost", async () => {
		for (const [name, value] of [["fsync", "off"],
			["full_page_writes", "off"],
			["synchronous_commit", "off"], ["synchronous_commit", "local"]]) {
			server.sql(`alter system set ${name} = ${value};`);
			server.sql("select pg_reload_conf();");
			await until(() => server.sql(`select exists (select from cli_api.doctor_settings() d
				where d.ids like '${name}=${value} %')`, "") === "t", 5);
			server.sql("alter system reset all;");
		}
	});
