// enrol_hot and enrol_spread: requests a second of POST /register/enrol through
// nginx, 64 connections, every one of them a registration that is counted in
// the database; ratio to one request a transaction (baseline.sql) in pgbench
// at its best number of clients.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { base, clock, reset, sql, value, variable } from "../fixture.mjs";
import { figure, median } from "./figure.mjs";

const STUDENTS = 60_000, SECTIONS = 500, SECONDS = 3, RUNS = 3;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const work = process.env.BENCH_WORK ?? "/tmp";
const pgbench = "/usr/lib/postgresql/15/bin/pgbench";

function students()
{
	execFileSync("gcc", ["-O2", "-o", `${work}/tokens`, here("tokens.c"), "-lsodium"]);
	const list = execFileSync(`${work}/tokens`, [`${variable}/secrets/csrf.key`,
		String(STUDENTS)], { encoding: "utf8", maxBuffer: 1 << 28 });
	writeFileSync(`${work}/tokens.txt`, list);
	return list.trim().split("\n").map((line) => line.split(" ")[0]);
}

// Sections without times, students with a right and a session each.
function fill(tokens)
{
	sql(`set client_min_messages = warning;
	alter table sojourn.section_seat drop constraint if exists section_seat_capacity_check;
	insert into sojourn.course (code, major_id, title_ko, title_en)
	select 'BEN' || 1000 + n, (select min(id) from sojourn.major), 'b', 'b'
	  from generate_series(1, ${SECTIONS}) n;
	insert into sojourn.section (term_id, course_id, class_no, code)
	select sojourn.term_current('2025-2'), id, '01', code || '-01'
	  from sojourn.course where code like 'BEN%';
	insert into sojourn.section_seat (section_id, capacity)
	select id, 1000000 from sojourn.section where code like 'BEN%';
	create table public.bench (n integer generated always as identity primary key, token text);
	insert into public.bench (token) select unnest('{${tokens.join(",")}}'::text[]);
	insert into sojourn.person (id, name_native, birth_date) overriding system value
	select 1000000 + n, 'b', '2000-01-01' from public.bench;
	insert into sojourn.account (login, kind, person_id, name)
	select 'E252' || to_char(900000 - n, 'FM000000'), 'student', 1000000 + n, 'b' from public.bench;
	insert into sojourn.account_role (account_id, role)
	select id, 'student' from sojourn.account where person_id > 1000000;
	insert into sojourn.session (token_hash, account_id, programs)
	select sha256(b.token::bytea), a.id, array['register']
	  from public.bench b join sojourn.account a on a.person_id = 1000000 + b.n;
	insert into sojourn.application (term_id, university_id, student_no, door, state,
	    recommendation, name_native, birth_date, level, email, person_id, identity)
	select sojourn.term_current('2025-2'), 1, 'b' || n, 'list', 'issued', 'recommended',
	       'b', '2000-01-01', 'MA', 'b@b.example', 1000000 + n, 'new' from public.bench;
	insert into sojourn.registration_right (person_id, term_id, application_id,
	    university_id, min_credits, max_credits, limit_rule)
	select person_id, term_id, id, university_id, 1, 12, 'R18'
	  from sojourn.application where person_id > 1000000;
	vacuum analyze;`);
	sql(readFileSync(here("baseline.sql"), "utf8"));
}

const empty = () => sql(`truncate sojourn.enrolment, sojourn.request, sojourn.refusal;
	update sojourn.section_seat set taken = 0 where taken <> 0;
	vacuum sojourn.section_seat;
	checkpoint;`);

// One run of the program; throws when what was answered was not done.
function ours(kind)
{
	empty();
	const out = execFileSync("wrk", ["-t2", "-c64", `-d${SECONDS}s`, "--latency",
		"-s", here("enrol.lua"), `${base}/register/enrol`, "--",
		`${work}/tokens.txt`, kind], { encoding: "utf8" });
	const requests = Number(/(\d+) requests in/.exec(out)[1]);
	const rows = Number(value("select count(*) from sojourn.enrolment"));
	if (/Non-2xx/.test(out) || rows < requests ||
	    sql("select * from cli_api.doctor_seats()").length > 0)
		throw new Error(`${requests} answers, ${rows} enrolments\n${out}`);
	return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]),
		p50: /50%\s+(\S+)/.exec(out)[1], p99: /99%\s+(\S+)/.exec(out)[1] };
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

function bench(kind)
{
	const tried = [1, 2, 4, 8].map((n) => [theirs(kind, n, 1), n]);
	const [, clients] = tried.sort((a, b) => b[0] - a[0])[0];
	const runs = [];
	for (let i = 0; i < RUNS; i++)
		runs.push({ ...ours(kind), base: theirs(kind, clients) });
	const mid = (key) => median(runs.map((r) => r[key]));
	figure(`enrol_${kind}`, mid("rate"), "requests/s", mid("rate") / mid("base"));
	console.log(`enrol_${kind}_p50 ${runs.map((r) => r.p50).sort()[1]} - -`);
	console.log(`enrol_${kind}_p99 ${runs.map((r) => r.p99).sort()[1]} - -`);
}

await reset();
clock("register", { jobs: false });
fill(students());
bench("hot");
bench("spread");
await reset();
