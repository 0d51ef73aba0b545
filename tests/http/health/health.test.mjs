// S22: /healthz and /metrics, on their own port.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { Browser, base, clock, health, reset, sql, until, value, variable }
	from "../../fixture.mjs";
import { fastcgi } from "../../fastcgi.mjs";
import { kill } from "../../services.mjs";
import { readFileSync, readdirSync } from "node:fs";

// Reads /metrics as strictly as a server of Prometheus does: every family has
// its head once and its series together, no series comes twice, buckets grow.
async function figures()
{
	const text = await (await fetch(`${health}/metrics`)).text();
	const types = new Map(), values = new Map();
	let family;
	for (const line of text.trim().split("\n")) {
		const head = /^# (HELP|TYPE) (sojourn_[a-z_]+) (.+)$/.exec(line);
		if (head?.[1] === "HELP") {
			assert.ok(!types.has(head[2]), `twice: ${line}`);
			family = head[2];
			continue;
		}
		if (head) {
			assert.equal(head[2], family);
			types.set(family, head[3]);
			continue;
		}
		const m = /^(sojourn_[a-z_]+)(\{[a-z_]+="[^"\\]*"(,[a-z_]+="[^"\\]*")*\})? (-?[0-9.e+-]+)$/.exec(line);
		assert.ok(m, line);
		assert.equal(types.get(family) === "histogram" ?
			m[1].replace(/_(bucket|sum|count)$/, "") : m[1], family);
		assert.ok(!values.has(m[1] + (m[2] ?? "")), `twice: ${line}`);
		values.set(m[1] + (m[2] ?? ""), Number(m[4]));
	}
	let last = 0, of;
	for (const [name, n] of values) {
		const bucket = /^(.*_bucket\{.*),le="[^"]+"\}$/.exec(name);
		assert.ok(!bucket || bucket[1] !== of || n >= last, name);
		[of, last] = [bucket?.[1], n];
	}
	return { text, types, values };
}

const programs = () => readdirSync(`${variable}/run`)
	.filter((n) => n.endsWith(".sock")).map((n) => n.slice(0, -5));

before(reset);

test("healthz is 200 and names the database and every program", async () => {
	const answer = await until(async () => {
		const r = await fetch(`${health}/healthz`);
		return r.status === 200 && r;
	});
	const text = await answer.text();
	assert.match(text, /^database ok$/m);
	for (const name of programs())
		if (name !== "health")
			assert.match(text, new RegExp(`^${name} ok$`, "m"));
});

test("healthz is 503 while the database refuses, and 200 again after", async () => {
	const off = "alter database sojourn allow_connections";
	sql(`${off} false;\nselect pg_terminate_backend(pid) from pg_stat_activity
		where datname = 'sojourn' and usename <> 'postgres';\n`, [], "postgres");
	try {
		const answer = await fetch(`${health}/healthz`);
		assert.equal(answer.status, 503);
		assert.match(await answer.text(), /^database DOWN$/m);
		const metrics = await (await fetch(`${health}/metrics`)).text();
		assert.match(metrics, /^sojourn_database_up 0$/m);
	} finally {
		sql(`${off} true;\n`, [], "postgres");
	}
	await until(async () => (await fetch(`${health}/healthz`)).status === 200);
});

test("metrics are Prometheus text without a person in it", async () => {
	const answer = await fetch(`${health}/metrics`);
	assert.match(answer.headers.get("content-type"), /^text\/plain; version=0\.0\.4/);
	const { text, values } = await figures();
	assert.equal(values.get('sojourn_up{program="public"}'), 1);
	for (const name of programs())
		assert.ok(text.includes(`sojourn_requests_active{program="${name}"} `), name);
	assert.doesNotMatch(text, /@/);
});

test("what a program does is counted: requests by status, calls by statement, times", async () => {
	const name = 'sojourn_requests_total{program="public",status="404"}';
	const calls = 'sojourn_database_calls_total{program="public",statement="shared_api.hello"}';
	const before = (await figures()).values;
	for (let i = 0; i < 3; i++)
		assert.equal((await new Browser().get("/nothing-here")).status, 404);
	const after = (await figures()).values;
	assert.equal(after.get(name) - (before.get(name) ?? 0), 3);
	assert.ok(after.get(calls) - (before.get(calls) ?? 0) >= 3);
	assert.ok(after.get('sojourn_request_seconds_count{program="public",method="GET"}') >= 3);
	assert.ok(after.get('sojourn_database_call_seconds_count{program="public",statement="shared_api.hello"}') >= 1);
});

test("figures go on after a program was killed", async () => {
	const name = 'sojourn_requests_total{program="public",status="404"}';
	await new Browser().get("/nothing-here");
	const before = (await figures()).values.get(name);
	kill("public");
	await until(async () => (await new Browser().get("/nothing-here")).status === 404);
	assert.ok((await figures()).values.get(name) > before);
});

test("registrations and refusals are counted by outcome, batches by size", async () => {
	const { student } = await import("../register/student.mjs");
	const done = 'sojourn_acts_total{program="register",act="enrol",outcome="done"}';
	const again = 'sojourn_acts_total{program="register",act="enrol",outcome="duplicate"}';
	const sizes = 'sojourn_batch_requests_count{program="register"}';
	clock("register", { jobs: false });
	try {
		const before = (await figures()).values;
		const b = student(value("select id from sojourn.temporary_id where serial = 77"));
		for (let i = 0; i < 2; i++) {
			const form = (await b.get("/register")).form("/register/enrol");
			await b.post(form.action, [...form.fields.filter(([k]) => k !== "section"),
				["section", "BIO5012-01"]]);
		}
		const after = (await figures()).values;
		const grown = (k) => after.get(k) - (before.get(k) ?? 0);
		assert.deepEqual([grown(done), grown(again), grown(sizes)], [1, 1, 2]);
		assert.equal(after.get('sojourn_queue_requests{program="register"}'), 0);
		assert.equal(after.get('sojourn_queue_oldest_seconds{program="register"}'), 0);
	} finally {
		clock("apply", { jobs: false });
	}
});

test("a slow call is a line of names and numbers", async () => {
	const log = () => readFileSync(`${variable}/log/public.log`, "utf8");
	const from = log().length;
	const held = spawn("psql", ["-X", "-q", "-h", `${variable}/run`, "-U", "postgres", "sojourn"],
		{ stdio: ["pipe", "ignore", "inherit"] });
	const ended = new Promise((r) => held.on("exit", r));
	held.stdin.write("begin; lock table sojourn.notice;\n");
	const locks = (granted, more = "") => value(`select count(*)::int from pg_locks l
		join pg_class c on c.oid = l.relation
		where c.relname = 'notice' and l.granted = ${granted} ${more}`);
	await until(() => locks(true, "and l.mode = 'AccessExclusiveLock'") === 1);
	const answer = new Browser().get("/?lang=en");
	await until(() => locks(false, "and l.waitstart < clock_timestamp() - interval '1 s'") > 0);
	held.stdin.end("commit;\n");
	assert.equal((await answer).status, 200);
	await ended;
	const lines = log().slice(from).split("\n").filter((l) => l.includes("slow:"));
	assert.ok(lines.length >= 1);
	for (const line of lines)
		assert.match(line,
			/^<4>public\[\d+\]: slow: \d{3,5} ms, done:( [a-z_]+\.[a-z_]+(=\d+)?)+$/);
	assert.ok(lines.some((l) => l.includes("public_api.notices")));
});

test("what programs say among themselves is not to be had from outside", async () => {
	assert.equal((await new Browser().get("/-/ping")).status, 404);
	const answer = await fastcgi(`${variable}/run/public.sock`,
		{ REQUEST_URI: "/-/ping" });
	assert.equal(answer.status, 200);
	assert.equal(base.includes(`:${new URL(health).port}`), false);
});
