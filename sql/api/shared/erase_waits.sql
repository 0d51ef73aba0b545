-- sojourn.erase_waits(people): what is not over yet, so that nothing may be erased.
-- Returns: application, term, letter, certificate, grade, identity; null = nothing
-- Tables: application, term, letter, certificate_request, certificate_case,
--         grade_appeal, identity_case (read)
create or replace function sojourn.erase_waits(p_people bigint[])
returns text
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select case
	    when exists (select from application a
		where a.person_id = any (p_people)
		  and a.state in ('submitted', 'returned', 'held', 'approved'))
	    then 'application'
	    when exists (select from application a
		join term t on t.id = a.term_id
		where a.person_id = any (p_people) and a.state = 'issued'
		  and a.term_id > 0
		  and upper(t.classes) > sojourn.now()::date)
	    then 'term'
	    when exists (select from letter l
		where l.person_id = any (p_people) and l.state in ('requested',
		    'writing', 'review', 'approved', 'issued'))
	    then 'letter'
	    when exists (select from certificate_request r
		where r.person_id = any (p_people)
		  and r.state in ('review', 'approved', 'code'))
	      or exists (select from certificate_case c
		where c.person_id = any (p_people)
		  and c.state in ('open', 'correcting'))
	    then 'certificate'
	    when exists (select from grade_appeal g
		where g.person_id = any (p_people) and g.state = 'open')
	    then 'grade'
	    when exists (select from identity_case i
		where (i.a = any (p_people) or i.b = any (p_people))
		  and i.state in ('open', 'merge-asked'))
	    then 'identity'
	end
$$;
