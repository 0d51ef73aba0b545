-- register_api.exceptions(session, right, lang): what staff has opened for this
-- student alone, outside the windows, and is not used up: each as the form that
-- uses it.  Empty while the windows allow it anyway.
-- Returns: act enrol, cancel or swap; code and name of the section to take or to
--          leave (of a swap the one to take), left and left_name of the one a
--          swap leaves; until when
-- Tables: exception, course, section, those of sojourn.exception_left (read)
create or replace function register_api.exceptions(p_session bytea,
    p_right text, p_lang text)
returns table (act text, code text, name text, "left" text, left_name text,
    until timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with n as (
		select e.id, e.until, l.act, l.code, sojourn.pick(p_lang,
		       c.title_ko, c.title_en, c.title_ja) as name
		  from exception e
		 cross join lateral sojourn.exception_left(e.id,
		     e.person_id) l
		  join section s on s.id = l.section_id
		  join course c on c.id = s.course_id
		 where e.person_id = v_actor.person_id and e.term_id = v_term
		   and e.kind = 'late-act' and e.agreed_at is not null
		   and e.ended_at is null and sojourn.now() < e.until)
	select 'swap', t.code, t.name, g.code, g.name, t.until
	  from n t join n g on g.id = t.id and g.act = 'leave'
	 where t.act = 'take'
	union all
	select case n.act when 'take' then 'enrol' else 'cancel' end, n.code,
	       n.name, '', '', n.until
	  from n
	 where not exists (select from n o where o.id = n.id
	    and o.act <> n.act)
	 order by 6, 2;
end
$$;
