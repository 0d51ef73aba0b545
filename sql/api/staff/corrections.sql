-- staff_api.corrections(): what people asked to have corrected, open ones
-- first, with the value stored now.
-- Tables: correction, person, temporary_id, account (read)
create or replace function staff_api.corrections(p_session bytea,
    p_right text)
returns table (id bigint, name text, login text, field text, now_value text,
    value text, reason text, state text, answer text, asked_at timestamptz,
    decided_at timestamptz, decided_name text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select c.id, p.name_native, coalesce(t.id, ''), c.field,
	       coalesce(to_jsonb(p) ->> c.field, to_jsonb(s) ->> c.field, ''),
	       c.value, c.reason, c.state, c.answer, c.asked_at, c.decided_at,
	       coalesce(d.name, '')
	  from correction c
	  join person p on p.id = c.person_id
	  left join temporary_id t on t.person_id = p.id
	  left join account d on d.id = c.decided_by
	  left join lateral (select x.student_no, x.level, x.college,
		x.department from student x where x.person_id = p.id
	      order by x.since desc, x.id desc limit 1) s on true
	 order by c.state = 'open' desc, c.id desc
	 limit 200;
end
$$;
