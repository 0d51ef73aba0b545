// A program is started anew, or killed, while forms are sent without a pause:
// no request fails, none has two effects, none that was acknowledged is missing.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { Agent, request } from "node:http";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { base, clock, reset, run, sql, until, value, variable }
	from "../../fixture.mjs";
import { kill, pid } from "../../services.mjs";
import { logins, student, unsound } from "../register/student.mjs";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const cli = process.env.SOJOURN_BIN ?? "bin/sojourn";
let crowd;

before(async () => {
	await reset();
	clock("change", { jobs: false });
	// Seats for everybody: every form has one right answer.
	sql("update sojourn.section_seat set capacity = 200 where capacity < 200");
	crowd = [];
	for (const login of logins(32)) {
		const b = student(login);
		const page = await b.get("/register/confirmation");
		crowd.push({ login, cookie: b.cookie,
			csrf: page.one("input[name=csrf]").getAttribute("value"),
			has: false, sent: 0 });
	}
});
after(() => {
	agent.destroy();
	clock("apply", { jobs: false });
});

// One form by node's own client: no retry hides a lost connection.
function post(who, path, fields)
{
	const body = new URLSearchParams({ csrf: who.csrf, ...fields }).toString();
	return new Promise((done) => {
		const r = request(new URL(path, base), { method: "POST", agent, headers: {
			cookie: who.cookie, origin: base,
			"content-type": "application/x-www-form-urlencoded",
			"content-length": Buffer.byteLength(body) } }, (answer) => {
			answer.resume();
			answer.on("end", () => done(answer.statusCode));
			answer.on("error", (e) => done(e.code));
		});
		r.on("error", (e) => done(e.code));
		r.end(body);
	});
}

// Every student takes and leaves one section in turn while act() runs.
async function load(act)
{
	const seen = new Map();
	let going = true, n = 0;
	const loop = async (who) => {
		while (going) {
			const id = `rolling-${who.login}-${++who.sent}`;
			const status = await post(who, who.has ? "/register/cancel" :
				"/register/enrol", { request: id, section: "BIO5012-01" });
			seen.set(status, (seen.get(status) ?? 0) + 1);
			n++;
			if (status === 303)
				who.has = !who.has;
		}
	};
	const all = crowd.map(loop);
	try {
		await act(() => n);
	} finally {
		going = false;
		await Promise.all(all);
	}
	return seen;
}

// What the database says of each student is what his answers said.
function exact()
{
	const enrolled = new Set(sql(`select a.login from sojourn.enrolment e
		join sojourn.account a on a.person_id = e.person_id
		where e.state = 'enrolled'`).map((r) => r.login));
	for (const who of crowd)
		assert.equal(enrolled.has(who.login), who.has, who.login);
	assert.equal(value(`select count(*)::int from (select from sojourn.audit
		where request_id like 'rolling-%' and outcome = 'done'
		group by account_id, request_id having count(*) > 1) twice`), 0);
	assert.equal(value(`select count(*)::int from sojourn.audit
		where request_id like 'rolling-%' and outcome = 'done'`),
	crowd.reduce((sum, who) => sum + who.sent, 0));
	assert.deepEqual(unsound(), []);
}

const restart = (name) => new Promise((done) => {
	const env = { ...process.env, SOJOURN_CONF: process.env.SOJOURN_CONF ??
		`${variable}/etc/sojourn.conf` };
	execFile(cli, ["restart", name], { env }, (error, out, err) =>
		done({ code: error?.code ?? 0, out, err }));
});

test("a rolling restart under load: no request fails and each has one effect", async () => {
	const old = pid("register");
	let before, after;
	const seen = await load(async (count) => {
		before = count();
		for (let i = 0; i < 3; i++)
			assert.deepEqual(await restart("register"),
				{ code: 0, out: "register\n", err: "" });
		after = count();
	});
	assert.notEqual(pid("register"), old);
	assert.ok(after - before > 30, `${after - before} requests meanwhile`);
	assert.deepEqual([...seen.keys()], [303]);
	exact();
});

test("kill -9 under load: no request fails and each has one effect", async () => {
	const seen = await load(async () => {
		for (let i = 0; i < 3; i++) {
			await until(() => pid("register"));
			const old = kill("register");
			await until(() => pid("register") > 1 && pid("register") !== old, 8);
			await new Promise((r) => setTimeout(r, 300));
		}
	});
	assert.deepEqual([...seen.keys()], [303]);
	exact();
});

test("a new process that does not start leaves the old one alone", async () => {
	const path = `${variable}/etc/environment`;
	const good = readFileSync(path, "utf8");
	const old = pid("tempid");
	writeFileSync(path, good.replace(/^SOJOURN_CONF=.*$/m, "SOJOURN_CONF=/nonexistent"));
	try {
		const { code, err } = await restart("tempid");
		assert.equal(code, 1);
		assert.match(err, /a new tempid does not start/);
	} finally {
		writeFileSync(path, good);
		chmodSync(path, 0o644);
	}
	assert.equal(pid("tempid"), old);
});

test("what is no program is refused", () => {
	for (const name of ["nothing", "postgresql", "../x"])
		assert.throws(() => run("restart", name), { status: name === "../x" ? 2 : 1 });
});
