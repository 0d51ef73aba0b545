-- sojourn.warn_students(term, kind, closes): warns everybody of sojourn.missing
-- of the end of a window, who was not warned of it before: a mail to each, one
-- to the coordinators of each university with the numbers, a line each in the
-- audit.
-- Parameters: p_kind, p_closes  the window and its end
-- Returns: the number of students
-- Tables: term, account (read), registration_warning, outbox, audit (insert),
--   those of sojourn.missing
create or replace function sojourn.warn_students(p_term integer,
    p_kind text, p_closes timestamptz) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_code text := (select code from term where id = p_term);
	v_n    integer;
begin
	with missed as materialized (select * from missing(p_term)),
	told as (
		insert into registration_warning (person_id, term_id,
		    window_kind, why, warned_at)
		select m.person_id, p_term, p_kind, m.why, sojourn.now()
		  from missed m
		on conflict do nothing
		returning person_id),
	m as materialized (
		select missed.* from missed join told using (person_id)),
	mailed as (
		insert into outbox (kind, lang, to_address, account_id, person_id,
		    application_id, params)
		select 'register-warning', c.lang, c.email, c.id, m.person_id,
		       m.application_id, jsonb_build_object('term', v_code,
			   'why', m.why, 'credits', m.credits,
			   'min', m.min_credits, 'closes_at', iso_time(p_closes))
		  from m join account c on c.person_id = m.person_id
		 where c.email <> '' and c.disabled_at is null
		 order by m.person_id),
	offices as (
		insert into outbox (kind, lang, to_address, account_id,
		    university_id, params)
		select 'register-missing', c.lang, c.email, c.account_id,
		       g.university_id, jsonb_build_object('term', v_code,
			   'n', g.n, 'login', g.login, 'none', g.none,
			   'below', g.below, 'until', iso_time(p_closes))
		  from (select m.university_id, count(*) as n,
			       count(*) filter (where m.why = 'login') as login,
			       count(*) filter (where m.why = 'none') as none,
			       count(*) filter (where m.why = 'below') as below
			  from m group by m.university_id) g
		 cross join lateral coordinators(g.university_id) c
		 order by g.university_id)
	insert into audit (told_at, person_id, university_id, program, act,
	    object_kind, object_id, outcome, rule, detail)
	select sojourn.now(), m.person_id, m.university_id,
	       substr(session_user, 9), 'warn', 'term', p_term, 'done', 'R18',
	       jsonb_build_object('why', m.why, 'window', p_kind)
	  from m order by m.person_id;
	get diagnostics v_n = row_count;
	return v_n;
end
$$;
