-- staff_api.exceptions(term): recorded exceptions, those that wait for a second
-- person first.
-- Returns: state waiting, in-force, used (every section it names was taken or
--   left, or the seats were given), expired or ended; own = asked by the reader,
--   also with another login; take, leave: the sections it names
-- Tables: exception, exception_section, section, university, person,
--   temporary_id, account (read)
create or replace function staff_api.exceptions(p_session bytea,
    p_right text, p_term text, p_lang text)
returns table (id bigint, kind text, university text, person text, login text,
    reason text, until timestamptz, asked_name text, asked_at timestamptz,
    agreed_name text, agreed_at timestamptz, state text, own boolean,
    take text, leave text, seats integer)
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
	select e.id, e.kind, coalesce(sojourn.pick(p_lang, u.name_ko, u.name_en,
	       u.name_ja), ''), coalesce(p.name_native, ''),
	       coalesce(t.id, ''), e.reason, e.until, a.name, e.asked_at,
	       coalesce(b.name, ''), e.agreed_at, x.state,
	       sojourn.same_human(e.asked_by, v_actor.account_id),
	       coalesce((select string_agg(s.code, ', ' order by s.code)
		  from exception_section n join section s on s.id = n.section_id
		 where n.exception_id = e.id and n.act <> 'leave'), ''),
	       coalesce((select string_agg(s.code, ', ' order by s.code)
		  from exception_section n join section s on s.id = n.section_id
		 where n.exception_id = e.id and n.act = 'leave'), ''), e.seats
	  from exception e
	  join account a on a.id = e.asked_by
	  left join account b on b.id = e.agreed_by
	  left join university u on u.id = e.university_id
	  left join person p on p.id = e.person_id
	  left join temporary_id t on t.person_id = e.person_id
	 cross join lateral (select case when e.kind = 'capacity'
		and e.agreed_at is not null then 'used'
	      when e.ended_at is not null then 'ended'
	      when e.kind = 'late-act' and e.agreed_at is not null
		and exists (select from exception_section n
		    where n.exception_id = e.id)
		and not exists (select from sojourn.exception_left(e.id,
		    e.person_id)) then 'used'
	      when e.until <= sojourn.now() then 'expired'
	      when e.agreed_at is null then 'waiting' else 'in-force' end) as x(state)
	 where e.term_id = sojourn.term_current(p_term)
	 order by array_position(array['waiting', 'in-force', 'used',
	     'expired', 'ended'], x.state), e.asked_at desc
	 limit 200;
end
$$;
