-- sojourn.exception_left(exception, person): the sections that an exception
-- names and that the student has not taken or left since it was agreed.
-- Tables: exception_section, section, audit (read), and as
--         sojourn.audit_settle
create or replace function sojourn.exception_left(p_exception bigint,
    p_person bigint)
returns table (section_id integer, code text, act text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	perform audit_settle(null, null, p_person);
	return query
	select n.section_id, s.code, n.act
	  from exception_section n join section s on s.id = n.section_id
	 where n.exception_id = p_exception and n.since is not null
	   and not exists (select from audit a
		where a.person_id = p_person and a.id > n.since
		  and a.object_kind = 'section' and a.outcome = 'done'
		  and case n.act when 'take'
			then a.act in ('enrol', 'swap') and a.object_id = s.id
		    else (a.act = 'cancel' and a.object_id = s.id)
			or (a.act = 'swap' and a.detail ->> 'left' = s.id::text)
		    end);
end
$$;
