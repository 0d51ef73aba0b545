-- withdraw_api.index(session, right, lang): what stands above the courses.
-- Returns: one row: the term, the state of WITHDRAW ('open', 'before',
--          'closed', 'none'; open also by an exception of staff) and its times,
--          the credits and their lower limit (R18), who at the home university
--          answers (R5); none without the right
-- Tables: term, registration_right, university, exception (read)
create or replace function withdraw_api.index(p_session bytea, p_right text,
    p_lang text)
returns table (term text, state text, opens_at timestamptz,
    opens_epoch bigint, closes_at timestamptz, closes_epoch bigint,
    have integer, min_credits integer, university text,
    coordinator_name text, coordinator_email text, coordinator_phone text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current('');
	v_late  timestamptz;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_late := sojourn.exception_covers(v_term, v_actor.person_id);
	return query
	select t.code, case when v_late is not null then 'open' else w.state end,
	       w.opens_at, extract(epoch from w.opens_at)::bigint,
	       greatest(w.closes_at, v_late),
	       extract(epoch from greatest(w.closes_at, v_late))::bigint,
	       coalesce(s.have, 0), coalesce(s.min_credits, 0),
	       sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	       u.coordinator_name, u.coordinator_email, u.coordinator_phone
	  from term t
	 cross join sojourn.window_state(v_term, 'WITHDRAW') w
	 cross join sojourn.registration_state(v_term, v_actor.person_id) s
	  left join registration_right r on r.person_id = v_actor.person_id
		and r.term_id = v_term
	  left join university u on u.id = r.university_id
	 where t.id = v_term;
end
$$;
