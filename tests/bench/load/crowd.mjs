// A crowd for the load generator: students with a right and a session each,
// sections without times, and the generator itself, built here.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { base, sql, variable } from "../../fixture.mjs";

export const work = process.env.BENCH_WORK ?? "/tmp";
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const gcc = (out, sources, ...libs) => execFileSync("gcc", ["-std=gnu11",
	"-D_GNU_SOURCE", "-O2", "-o", `${work}/${out}`, ...sources.map(here), ...libs]);

export function build()
{
	gcc("tokens", ["../tokens.c"], "-lsodium");
	gcc("load", readdirSync(here(".")).filter((f) => f.endsWith(".c")));
}

// Students 1 to n, with a session that `register` accepts, and 500 sections
// of 100,000 seats.
export function crowd(n, sections = 500)
{
	const list = execFileSync(`${work}/tokens`, [`${variable}/secrets/csrf.key`,
		String(n)], { encoding: "utf8", maxBuffer: 1 << 28 });
	writeFileSync(`${work}/tokens.txt`, list);
	const tokens = list.trim().split("\n").map((line) => line.split(" ")[0]);
	sql(`set client_min_messages = warning;
	insert into sojourn.course (code, major_id, title_ko, title_en)
	select 'BEN' || 1000 + n, (select min(id) from sojourn.major), 'b', 'b'
	  from generate_series(1, ${sections}) n;
	insert into sojourn.section (term_id, course_id, class_no, code)
	select sojourn.term_current('2025-2'), id, '01', code || '-01'
	  from sojourn.course where code like 'BEN%';
	insert into sojourn.section_seat (section_id, capacity)
	select id, 999 from sojourn.section where code like 'BEN%';
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
}

// One generator; what it reports.
export function load(args)
{
	return new Promise((done, failed) => {
		const child = spawn(`${work}/load`, ["-p", new URL(base).port,
			...args.map(String), `${work}/tokens.txt`],
		{ stdio: ["ignore", "pipe", "inherit"] });
		let out = "";
		child.stdout.on("data", (some) => { out += some; });
		child.on("error", failed);
		child.on("close", (code) => (code === 0 ? done(JSON.parse(out)) :
			failed(new Error(`load ended with ${code}`))));
	});
}
