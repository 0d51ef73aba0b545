// F2 and F7 with two servers: what one of them alone holds is not acknowledged,
// and after a failover nothing is asked of the server that was left behind.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clock, reset, sql, until } from "../fixture.mjs";
import { logins, student } from "../http/register/student.mjs";
import { signal } from "../services.mjs";
import { Register, Server, end } from "./rig.mjs";

const full = process.env.CHAOS === "full";
const code = "BIO5012-01";
let crowd, a, b, program;

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
	a = new Server("a");
	b = new Server("b");
	await Server.copy(a, b);
	await a.start();
	await followed();
	a.sql("alter system set synchronous_standby_names = 'b';");
	a.sql("select pg_reload_conf();");
	program = await new Register({ settings: { patience: 3 },
		database: `host=${a.run},${b.run} dbname=sojourn user=sojourn_register
			target_session_attrs=read-write connect_timeout=2`.replace(/\s+/g, " ") })
		.start();
});
after(end);

// b takes up from a.
async function followed()
{
	b.follow(a);
	await b.start();
	await until(() => a.sql("select count(*) from pg_stat_replication where state = 'streaming'") === "1", 20);
}
const press = (i) => program.post(crowd[i], "/register/enrol",
	{ request: `standby-${i}-of-this-test`, section: code });
// Pressed until it is done: the machine may be slow.
const done = (i) => until(async () => (await press(i)).status === 303, 60)
	.catch((e) => assert.fail(`${e.message}\n${program.said()}`));
const has = (server, i) => server.sql(`select count(*) from sojourn.enrolment e
	join sojourn.account x on x.person_id = e.person_id
	where x.login = '${crowd[i].login}'`) === "1";
const waiting = () => a.sql(`select pid from pg_stat_activity
	where usename = 'sojourn_register' and wait_event = 'SyncRep'`);

test("F2: with the standby there an answer means both have it", async () => {
	await done(0);
	assert.ok(has(a, 0));
	await until(() => has(b, 0), 5);
});

test("F2: the wait for the standby is cancelled: committed here, never acknowledged", async () => {
	await b.stop();
	const said = press(1);
	// The one that waits for the standby, and whatever comes after it.
	await until(() => {
		for (const n of waiting().split("\n").filter(Boolean))
			a.sql(`select pg_cancel_backend(${n});`);
		return has(a, 1);
	}, 20);
	assert.equal((await said).status, 429, "this server alone has it");
});

test("F2: nor when it is asked for again, while this server is alone", async () => {
	assert.equal((await press(1)).status, 429, "it is there already, but here only");
	assert.equal((await press(2)).status, 429);
	// The same for every other form that was seen before.
	a.sql("select sojourn.claim(0, 'standby-claim', 'x');");
	const again = a.wait("select sojourn.claim(0, 'standby-claim', 'x')");
	await until(() => a.sql(`select count(*) from pg_stat_activity
		where application_name = 'psql' and wait_event = 'SyncRep'`) === "1", 5);
	signal(again.pid, "SIGKILL");
});

test("F2: the standby is back: the same forms are answered, one effect each", async () => {
	await followed();
	for (const i of [1, 2])
		await done(i);
	assert.equal(a.sql(`select count(*) from sojourn.audit
		where request_id like 'standby-_-of-this-test' and outcome = 'done'`), "3");
	await until(() => has(b, 1) && has(b, 2), 5);
});

test("F7: the first server dies, the second takes over: what was told is there, work goes on", async () => {
	await a.stop("SIGKILL");
	b.ctl("promote", "-w");
	await done(3);
	for (const i of [0, 1, 2, 3])
		assert.ok(has(b, i));
	await done(1);	// the form of before the failover
});

test("F7: the first is back as it was, alone and writable: nothing is asked of it", async () => {
	await b.stop();
	await a.start({ synchronous_standby_names: "" });
	program.said();
	assert.equal((await press(4)).status, 429);
	assert.equal(has(a, 4), false, "nothing was decided there");
	assert.match(program.said(), /left behind is not used/);
	await b.start();
	// The connection string names the old one first: until that is taken away,
	// the program waits (docs/production.md).
	assert.equal((await press(4)).status, 429);
	await a.stop("SIGQUIT");
	await done(4);
	assert.ok(has(b, 4));
});

if (full)
	test("F7: a server that only reads is not used", async () => {
		const own = await new Register({ settings: { patience: 3 },
			database: `host=${b.run} dbname=sojourn user=sojourn_register connect_timeout=2` }).start();
		const ask = (i) => own.post(crowd[i], "/register/enrol",
			{ request: `standby-${i}-of-this-test`, section: code });
		await b.stop("SIGINT");
		b.standby();
		await b.start();
		assert.equal((await ask(5)).status, 429);
		assert.match(own.said(), /only reads is not used/);
		b.ctl("promote", "-w");
		await until(async () => (await ask(5)).status === 303, 30);
		await own.stop();
	});
