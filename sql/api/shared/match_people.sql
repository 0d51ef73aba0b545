-- sojourn.match_people(rows): who is already known among applicants (R22).
-- Parameters: p_rows  array of objects n, university, student_no, name_native,
--             name_family, name_given, birth_date, previous_id
-- Returns: for each n one row 'known' with the person, or one row 'new', or a
--          row 'doubtful' for every person it may be.  first_n is set when
--          the other one is an earlier row of the same call.
--   known     the previous ID, or the number at this university, belongs to
--             somebody of the same name and birth date (why previous-id,
--             number)
--   doubtful  the number or ID belongs to somebody who differs (why number,
--             previous-id), or name and birth date are the same elsewhere
--             (why name): a person decides
-- Tables: person, temporary_id, student, application (read)
create or replace function sojourn.match_people(p_rows jsonb)
returns table (n integer, kind text, person_id bigint, why text,
    first_n integer)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with r as materialized (
		select x.n, x.university, number_key(x.student_no) as student_no,
		       x.birth_date, number_key(x.previous_id) as previous_id,
		       name_key(x.name_native) as nk,
		       name_key(x.name_family || x.name_given) as fg
		  from jsonb_to_recordset(p_rows) as x (n integer,
			university integer, student_no text, name_native text,
			name_family text, name_given text, birth_date date,
			previous_id text)),
	p as materialized (
		select q.id, q.birth_date, name_key(q.name_native) as nk,
		       name_key(q.name_family || q.name_given) as fg,
		       name_key(q.name_given || q.name_family) as gf,
		       case when q.merged_into is null then q.id
			   else person_root(q.id) end as root
		  from person q
		 where q.birth_date in (select birth_date from r)
		    or q.id in (select t.person_id from temporary_id t
			where t.id in (select previous_id from r))
		    or q.id in (select s.person_id from student s join r
			on r.university = s.university_id
			and r.student_no = s.student_no)),
	claim as (
		select r.n, 1 as step, t.person_id
		  from r join temporary_id t on t.id = r.previous_id
		union all
		select r.n, 2, s.person_id
		  from r join student s on s.university_id = r.university
			and s.student_no = r.student_no
		union all
		select r.n, 3, a.person_id
		  from r join application a on a.university_id = r.university
			and a.student_no = r.student_no
		 where a.person_id is not null
		union all
		select r.n, 4, p.id
		  from r join p on p.birth_date = r.birth_date),
	seen as (
		select c.n, c.step, p.root, p.birth_date = r.birth_date
			and (p.nk = r.nk
			    or (r.fg <> '' and r.fg in (p.fg, p.gf))) as same
		  from claim c join r on r.n = c.n join p on p.id = c.person_id),
	known as (
		select distinct on (s.n) s.n, s.root,
		       case s.step when 1 then 'previous-id' else 'number' end as why
		  from seen s where s.same and s.step < 4
		 order by s.n, s.step, s.root),
	doubt as (
		select distinct on (s.n, s.root) s.n, s.root, case s.step
			when 1 then 'previous-id' when 2 then 'number'
			else 'name' end as why
		  from seen s
		 where (s.same or s.step < 3)
		   and not exists (select from known k where k.n = s.n)
		 order by s.n, s.root, s.step),
	fresh as (
		select r.n, first_value(r.n) over same_name as first_n
		  from r
		 where not exists (select from known k where k.n = r.n)
		   and not exists (select from doubt d where d.n = r.n)
		window same_name as (partition by r.birth_date, r.nk
			order by r.n))
	select k.n, 'known', k.root, k.why, null::integer from known k
	union all
	select d.n, 'doubtful', d.root, d.why, null from doubt d
	union all
	select f.n, case when f.first_n = f.n then 'new' else 'doubtful' end,
	       null, case when f.first_n = f.n then '' else 'name' end,
	       nullif(f.first_n, f.n)
	  from fresh f
$$;
