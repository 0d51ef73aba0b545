// enrol_hot and enrol_spread: requests a second of POST /register/enrol through
// nginx, 64 connections, every one of them a registration that is counted in
// the database; ratio to one request a transaction (baseline.sql) in pgbench
// at its best number of clients.  enrol_cpu: what one of them costs in CPU.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { reset, sql, value, variable } from "../fixture.mjs";
import { figure, latencies, median } from "./figure.mjs";
import { work } from "./load/crowd.mjs";
import { memory, processes } from "./kit/cpu.mjs";
import { empty, prepare, turns } from "./kit/press.mjs";

const STUDENTS = 60_000, SECTIONS = 500, SECONDS = 3, RUNS = 5;
const pgbench = "/usr/lib/postgresql/15/bin/pgbench";

// What is left for later, done at once, so that it falls into nobody's run:
// the rows of the audit.  µs a registration, of one server process.
function settle(requests)
{
	const began = performance.now();
	sql("select sojourn.audit_settle()");
	return (performance.now() - began) * 1000 / requests;
}

// One run of the program; throws when what was answered was not done.
async function ours(kind)
{
	empty();
	const run = await turns(kind, SECTIONS, { seconds: SECONDS });
	const rows = Number(value("select count(*) from sojourn.enrolment"));
	if (run.bad > 0 || rows < run.requests ||
	    sql("select * from cli_api.doctor_seats()").length > 0)
		throw new Error(`${run.requests} answers, ${rows} enrolments\n${JSON.stringify(run)}`);
	return { ...run, later: settle(run.requests) };
}

function theirs(kind, clients, seconds = SECONDS)
{
	sql(`truncate baseline.enrolment, baseline.audit;
		alter sequence baseline.turn restart;
		update baseline.section set taken = 0; vacuum baseline.section; checkpoint;`);
	writeFileSync(`${work}/${kind}.sql`, `select baseline.reg_late(
		sha256(('b' || 1 + n % ${STUDENTS})::bytea), (1 + ${kind === "hot" ?
		`n / ${STUDENTS}` : `(n * 7 + n / ${STUDENTS}) % ${SECTIONS}`})::integer)
		from nextval('baseline.turn') n;\n`);
	const out = execFileSync(pgbench, ["-n", "-M", "prepared", "-c", String(clients),
		"-j", "2", "-T", String(seconds), "-h", `${variable}/run`, "-U", "postgres",
		"-f", `${work}/${kind}.sql`, "sojourn"], { encoding: "utf8",
		stdio: ["ignore", "pipe", "ignore"] });
	return Number(/tps = ([\d.]+)/.exec(out)[1]);
}

async function bench(kind)
{
	const tried = [1, 2, 4, 8].map((n) => [theirs(kind, n, 1), n]);
	const [, clients] = tried.sort((a, b) => b[0] - a[0])[0];
	const runs = [];
	for (let i = 0; i < RUNS; i++)
		runs.push({ ...await ours(kind), base: theirs(kind, clients) });
	const mid = (key) => median(runs.map((r) => r[key]));
	figure(`enrol_${kind}`, mid("rate"), "requests/s",
		median(runs.map((r) => r.rate / r.base)));
	latencies(`enrol_${kind}`, runs);
	return runs;
}

await prepare(STUDENTS, { sections: SECTIONS });
sql(readFileSync(fileURLToPath(new URL("baseline.sql", import.meta.url)), "utf8"));
await bench("hot");
const runs = await bench("spread");
figure("enrol_cpu", median(runs.map((r) => r.all)), "us",
	median(runs.map((r) => r.all)) / 100);
for (const part of Object.keys(runs[0].cpu))
	figure(`enrol_cpu_${part}`, median(runs.map((r) => r.cpu[part])), "us");
figure("enrol_later", median(runs.map((r) => r.later)), "us");
figure("enrol_memory", memory(processes("register").register[0]), "MB");
await reset();
