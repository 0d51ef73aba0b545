// issue_10k: IDs a second of one issue of 10,000 approved applications through
// nginx, mails written; ratio to one set-based statement that writes the same
// rows without asking anything.
import { reset, clock, sql, value } from "../fixture.mjs";
import { desk } from "../http/staff/desk.mjs";
import { figure, median, seconds } from "./figure.mjs";

const N = 10_000;

function approved()
{
	sql(`insert into sojourn.application (term_id, university_id, student_no,
		    door, state, name_native, birth_date, level, department, email,
		    email_confirmed_at, recommendation)
		select sojourn.term_current('2025-2'), u.id, 'BENCH' || i, 'list',
		    'approved', '측정' || i, date '1990-01-01' + i % 4000, 'MA', 'd',
		    'bench' || i || '@bench.example', clock_timestamp(), 'recommended'
		  from sojourn.university u, generate_series(1, ${N}) i
		 where u.code = 'CNU';
		do $$ begin perform sojourn.identify_all(array(select id
		    from sojourn.application where student_no like 'BENCH%')); end $$;
		analyze;`);
}

// The same rows in one statement: ID, account, place of study, right, mail.
const bare = `with a as (select a.*, row_number() over (order by a.id) + 20000 as n
	  from sojourn.application a where a.student_no like 'BENCH%'),
	t as (insert into sojourn.temporary_id (id, person_id, term_id, serial)
	    select sojourn.temporary_id('2025-2', n::integer), person_id, term_id, n
	      from a returning id, person_id),
	c as (insert into sojourn.account (login, kind, person_id, name)
	    select t.id, 'student', t.person_id, t.id from t returning id, person_id),
	r as (insert into sojourn.account_role (account_id, role)
	    select id, 'student' from c),
	s as (insert into sojourn.student (person_id, university_id, student_no, level)
	    select person_id, university_id, student_no, level from a),
	g as (insert into sojourn.registration_right (person_id, term_id,
		application_id, university_id, min_credits, max_credits, limit_rule)
	    select person_id, term_id, id, university_id, 1, 12, 'R18' from a),
	u as (update sojourn.application x set state = 'issued' from a
	    where x.id = a.id),
	o as (insert into sojourn.audit (told_at, program, act, outcome)
	    select now(), 'bench', 'issue', 'done' from a)
	insert into sojourn.outbox (kind, lang, to_address, account_id)
	select 'bench', 'ko', a.email, c.id from a join c using (person_id);`;

const ours = [], base = [];
for (let i = 0; i < 3; i++) {
	await reset();
	clock("apply", { jobs: false });
	approved();
	sql("update sojourn.application set state = 'held' where state = 'approved' and student_no not like 'BENCH%'");
	base.push(await seconds(() => sql(`begin; ${bare} rollback;`)));
	const staff = desk("academic");
	await new Promise((r) => setTimeout(r, 200));
	let page = await staff.get("/staff/issue");
	ours.push(await seconds(async () => {
		page = await staff.submit(page, { release_at: "2025-08-18T08:00" },
			{ action: "/staff/issue" });
	}));
	const made = value(`select count(*)::int from sojourn.application
		where student_no like 'BENCH%' and state = 'issued'`);
	if (made !== N)
		throw new Error(`issue: ${made} ${JSON.stringify(page.outcomes)}`);
}
figure("issue_10k", N / median(ours), "IDs/s", median(base) / median(ours));
figure("issue_10k_mails", value(`select count(*)::int from sojourn.outbox
	where kind = 'id-issued'`), "mails");
