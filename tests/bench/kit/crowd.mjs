// Students, sections and sessions for the rush, as many as a benchmark wants.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql, variable } from "../../fixture.mjs";

export const work = process.env.BENCH_WORK ?? "/tmp";
export const here = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

// A program of one file, compiled once a run.
export function compile(name, ...libraries)
{
	if (!existsSync(`${work}/${name}`))
		execFileSync("gcc", ["-O2", "-o", `${work}/${name}`, here(`${name}.c`),
			...libraries]);
	return `${work}/${name}`;
}

// Session tokens of n students; the file `tokens` has one "session csrf" a line.
export function tokens(n)
{
	const list = execFileSync(compile("tokens", "-lsodium"),
		[`${variable}/secrets/csrf.key`, String(n)],
		{ encoding: "utf8", maxBuffer: 1 << 28 });
	writeFileSync(`${work}/tokens.txt`, list);
	return list.trim().split("\n").map((line) => line.split(" "));
}

// n sections BEN1001-01… without times, a student with a right and a session
// for each token.
export function fill(list, sections)
{
	sql(`set client_min_messages = warning;
	alter table sojourn.section_seat drop constraint if exists section_seat_capacity_check;
	insert into sojourn.course (code, major_id, title_ko, title_en)
	select 'BEN' || 1000 + n, (select min(id) from sojourn.major), 'b', 'b'
	  from generate_series(1, ${sections}) n;
	insert into sojourn.section (term_id, course_id, class_no, code)
	select sojourn.term_current('2025-2'), id, '01', code || '-01'
	  from sojourn.course where code like 'BEN%';
	insert into sojourn.section_seat (section_id, capacity)
	select id, 1000000 from sojourn.section where code like 'BEN%';
	create table public.bench (n integer generated always as identity primary key, token text);
	insert into public.bench (token) select unnest('{${list.map((t) => t[0]).join(",")}}'::text[]);
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

// Nobody is registered for anything.
export const empty = () => sql(`truncate sojourn.enrolment, sojourn.request, sojourn.refusal;
	update sojourn.section_seat set taken = 0 where taken <> 0;
	vacuum sojourn.section_seat;
	checkpoint;`);
