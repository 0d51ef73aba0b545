// login: logins a second of CPU, nginx, program and PostgreSQL together, form
// and all; ratio to Argon2id with the same parameters and nothing else.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Browser, reset, sql } from "../fixture.mjs";
import { figure, median } from "./figure.mjs";
import { memory, per, processes, spent } from "./kit/cpu.mjs";
import { work } from "./load/crowd.mjs";

const N = 40, RUNS = 3;
execFileSync("gcc", ["-O2", "-o", `${work}/bare_hash`,
	fileURLToPath(new URL("bare_hash.c", import.meta.url)), "-lsodium"]);
const bare = () => Number(execFileSync(`${work}/bare_hash`, [N], { encoding: "utf8" }));

async function logins(names)
{
	const forms = [];
	for (const name of names) {
		const browser = new Browser({ lang: "en" });
		forms.push([name, browser, await browser.get("/account/login")]);
	}
	const before = spent("account");
	const took = [];
	await Promise.all([0, 1].map(async (k) => {
		for (const [name, browser, page] of forms.filter((_, i) => i % 2 === k)) {
			const from = performance.now();
			const after = await browser.submit(page, { login: name,
				password: "demo-Student-2025" }, { action: "/account/login" });
			took.push(performance.now() - from);
			if (new URL(after.url).pathname.startsWith("/account/login"))
				throw new Error(`login of ${name}: ${after.status}`);
		}
	}));
	const cpu = per(before, spent("account"), names.length);
	return { cpu, took, rate: 1e6 / Object.values(cpu).reduce((a, b) => a + b) };
}

await reset();
const names = sql(`select login from sojourn.account where login like 'E252%'
	order by login limit ${N * RUNS}`).map((r) => r.login);
const runs = [];
for (let i = 0; i < RUNS; i++)
	runs.push({ ...await logins(names.slice(i * N, i * N + N)), bare: bare() });
const mid = (key) => median(runs.map((r) => r[key]));
figure("login", mid("rate"), "logins/s per core", mid("rate") / mid("bare"));
const took = runs.flatMap((r) => r.took).sort((a, b) => a - b);
figure("login_p50", took[took.length >> 1], "ms");
figure("login_p99", took[Math.floor(took.length * 0.99)], "ms");
figure("login_memory", memory(processes("account").account[0]), "MB");
await reset();
