// S22: /healthz and /metrics, on their own port.
import { test } from "node:test";
import assert from "node:assert/strict";
import { Browser, base, health, sql, until, variable } from "../../fixture.mjs";
import { fastcgi } from "../../fastcgi.mjs";
import { readdirSync } from "node:fs";

const programs = () => readdirSync(`${variable}/run`)
	.filter((n) => n.endsWith(".sock")).map((n) => n.slice(0, -5));

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
	const text = await answer.text();
	assert.match(text, /^sojourn_up\{program="public"\} 1$/m);
	const names = new Map();
	for (const line of text.trim().split("\n")) {
		if (line.startsWith("#"))
			continue;
		const m = /^(sojourn_[a-z_]+)(\{[a-z_]+="[^"\\]*"(,[a-z_]+="[^"\\]*")*\})? -?[0-9.e+-]+$/.exec(line);
		assert.ok(m, line);
		assert.match(text, new RegExp(`^# TYPE ${m[1]} gauge$`, "m"));
		assert.ok(!names.has(m[1] + (m[2] ?? "")), `twice: ${line}`);
		names.set(m[1] + (m[2] ?? ""));
	}
	assert.doesNotMatch(text, /@/);
});

test("what programs say among themselves is not to be had from outside", async () => {
	assert.equal((await new Browser().get("/-/ping")).status, 404);
	const answer = await fastcgi(`${variable}/run/public.sock`,
		{ REQUEST_URI: "/-/ping" });
	assert.equal(answer.status, 200);
	assert.equal(base.includes(`:${new URL(health).port}`), false);
});
