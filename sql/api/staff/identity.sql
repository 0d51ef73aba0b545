-- staff_api.identity(lang): pairs of people that may be one human (R22), side
-- by side; open ones first, then the last decided ones.
-- Returns: one row per pair; everything of a and of b under a_ and b_
-- Tables: identity_case, person, student, university, temporary_id, account,
--   application (read)
create or replace function staff_api.identity(p_session bytea, p_right text,
    p_lang text)
returns table (id bigint, a text, b text, state text, why text,
    reason text, application_id bigint, term text, asked_name text, own boolean,
    decided_name text, decided_at timestamptz,
    a_name text, a_latin text, a_birth date, a_studies text, a_temporary text,
    a_email text, a_since timestamptz, a_account text,
    b_name text, b_latin text, b_birth date, b_studies text, b_temporary text,
    b_email text, b_since timestamptz, b_account text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with face as (
		select p.id, p.name_native, btrim(p.name_family || ' '
		       || p.name_given) as latin, p.birth_date, p.created_at,
		       coalesce((select string_agg(concat_ws(' ', u.code,
			    s.student_no, s.level, s.department), ' · '
			    order by s.since)
			  from student s join university u on u.id = s.university_id
			 where s.person_id = p.id), '') as studies,
		       coalesce((select string_agg(concat_ws(' ', m.code, u.code,
			    x.student_no, x.level, x.department), ' · '
			    order by x.id)
			  from application x join term m on m.id = x.term_id
			  join university u on u.id = x.university_id
			 where x.person_id = p.id), '') as asked,
		       coalesce(t.id, '') as temporary,
		       coalesce(nullif(c.email, ''), nullif(p.email, ''),
			    (select x.email from application x
			      where x.person_id = p.id order by x.id limit 1), '')
			    as email,
		       coalesce(c.password_state, '') as account
		  from person p
		  left join temporary_id t on t.person_id = p.id
		  left join account c on c.person_id = p.id)
	select i.id, i.a::text, i.b::text, i.state, i.why, i.reason, i.application_id,
	       coalesce(m.code, ''), coalesce(k.name, ''),
	       i.asked_by is not distinct from v_actor.account_id
		   and i.asked_by is not null,
	       coalesce(d.name, ''), i.decided_at,
	       f.name_native, f.latin, f.birth_date,
	       btrim(concat_ws(' · ', nullif(f.studies, ''), nullif(f.asked, ''))),
	       f.temporary, f.email, f.created_at, f.account,
	       g.name_native, g.latin, g.birth_date,
	       btrim(concat_ws(' · ', nullif(g.studies, ''), nullif(g.asked, ''))),
	       g.temporary, g.email, g.created_at, g.account
	  from identity_case i
	  join face f on f.id = i.a
	  join face g on g.id = i.b
	  left join application x on x.id = i.application_id
	  left join term m on m.id = x.term_id
	  left join account k on k.id = i.asked_by
	  left join account d on d.id = i.decided_by
	 where i.undone_at is null
	 order by i.state in ('open', 'merge-asked') desc,
	       case when i.state in ('open', 'merge-asked') then i.id end,
	       i.decided_at desc
	 limit 60;
end
$$;
