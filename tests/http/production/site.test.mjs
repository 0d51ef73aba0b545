// S26: once through production: the installed layout, TLS, __Host- cookies,
// the real clock, no part of the demo.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync,
	writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Browser, sql, variable } from "../../fixture.mjs";
import { ports } from "../../ports.mjs";

process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
const top = fileURLToPath(new URL("../../..", import.meta.url));
const dir = `${variable}/production`;
const db = (text) => sql(text, [], "sojourn_production");
let port, running, site;

before(async () => {
	port = await ports(3);	// TLS, plain, health
	site = `https://127.0.0.1:${port}`;
	running = spawn(`${top}tools/check/production`, [variable, dir,
		String(port)], { stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	await new Promise((resolve, reject) => {
		running.stderr.on("data", (d) => { said += d; });
		running.stdout.on("data", (d) => /ready/.test(d) && resolve());
		running.on("exit", (code) =>
			reject(new Error(`production ended: ${code}\n${said}`)));
	});
});

after(async () => {
	running.removeAllListeners("exit");
	if (running.exitCode === null) {
		running.kill("SIGTERM");
		await new Promise((resolve) => running.once("exit", resolve));
	}
});

test("cookies are Secure, HttpOnly and __Host-, and TLS is demanded", async () => {
	const page = await new Browser({ site }).get("/account/login");
	const cookie = page.headers.get("set-cookie");
	assert.match(cookie, /^__Host-[a-z]+=/);
	for (const word of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/, /; Path=\//])
		assert.match(cookie, word);
	for (const path of ["/", "/courses", "/account/login", "/css/sojourn.css"])
		assert.match((await new Browser({ site }).get(path)).headers
			.get("strict-transport-security") ?? "", /max-age=31536000/, path);
	const plain = await fetch(`http://127.0.0.1:${port + 1}/courses`,
		{ redirect: "manual" });
	assert.equal(plain.status, 301);
	assert.match(plain.headers.get("location"), /^https:\/\/127\.0\.0\.1\/courses$/);
});

test("S23: nothing of the demo is there", async () => {
	const b = new Browser({ site });
	assert.equal((await b.get("/demo/mail/")).status, 404);
	assert.notEqual((await b.post("/demo/clock", { to: "apply" })).status, 303);
	const page = await b.get("/courses");
	assert.equal(page.all(".demo").length, 0);
	assert.equal(page.all('form[action="/demo/clock"]').length, 0);
	const root = `${dir}/tree/usr`;
	assert.ok(!existsSync(`${root}/lib/sojourn/demo`));
	for (const path of ["sql/demo", "sql/seed", "sql/api/demo", "templates/demo"])
		assert.ok(!existsSync(`${root}/share/sojourn/${path}`), path);
	const [found] = db(`select
		to_regclass('sojourn.demo_clock')::text as clock,
		(select count(*)::int from pg_proc p join pg_namespace n
		    on n.oid = p.pronamespace where n.nspname = 'demo_api') as functions,
		(select count(*)::int from sojourn.account) as accounts,
		abs(extract(epoch from sojourn.now() - clock_timestamp())) < 5 as real`);
	assert.deepEqual(found, { clock: null, functions: 0, accounts: 0, real: true });
});

test("a site without a term says so in place of failing", async () => {
	const page = await new Browser({ site }).get("/");
	assert.equal(page.status, 404);
	assert.match(page.text, /No term has been announced yet/);
});

test("S22: health is apart, and everything is alive", async () => {
	const answer = await fetch(`http://127.0.0.1:${port + 2}/healthz`);
	assert.equal(answer.status, 200);
	assert.notEqual((await new Browser({ site }).get("/healthz")).status, 200);
});

test("programs check their configuration with -n", () => {
	const lib = `${dir}/tree/usr/lib/sojourn`;
	const env = { ...process.env, SOJOURN_CONF: `${dir}/sojourn.conf` };
	const names = readdirSync(`${top}cgi-bin`)
		.filter((n) => existsSync(`${lib}/${n}`));
	assert.ok(names.includes("public"));
	for (const name of names)
		assert.equal(spawnSync(`${lib}/${name}`, ["-n"], { env }).status, 0, name);
	env.SOJOURN_CONF = "/nonexistent";
	assert.equal(spawnSync(`${lib}/public`, ["-n"], { env }).status, 1);
});

// systemd-analyze exits with 0 for a misspelt key: what it says counts.
test("systemd units are sound and fenced in", () => {
	const units = `${dir}/tree/usr/lib/systemd/system`;
	const verify = () => spawnSync("systemd-analyze", ["verify", "--man=no",
		"--root", `${dir}/tree`, "sojourn@public.service",
		"sojourn@public.socket", "sojourn@mailer.service",
		"sojourn-next@register.service",
		"sojourn.target"], { encoding: "utf8" }).stderr;
	const wrong = /unknown|ignoring|invalid|failed to parse/i;
	assert.doesNotMatch(verify(), wrong);
	const text = readFileSync(`${units}/sojourn@.service`, "utf8");
	assert.doesNotMatch(text, /@[A-Z]+@/);
	const next = readFileSync(`${units}/sojourn-next@.service`, "utf8");
	assert.match(next, /^Sockets=sojourn@%i\.socket$/m);
	assert.doesNotMatch(next, /^Restart=/m);
	execFileSync("systemd-analyze", ["security", "--offline=yes",
		"--no-pager", "--threshold=15", `${units}/sojourn@.service`],
		{ stdio: ["ignore", "ignore", "pipe"] });
	writeFileSync(`${units}/sojourn@.service`,
		text.replace("ProtectClock", "ProtectClok"));
	assert.match(verify(), wrong, "a misspelt key is noticed");
});
