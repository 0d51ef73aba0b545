-- account_api.data_courses(session, right): my enrolments of all terms, what is
-- in my cart (state 'cart') and where I wait for a seat ('waiting').
-- Tables: enrolment, cart, waitlist, section, term (read)
create or replace function account_api.data_courses(p_session bytea,
    p_right text)
returns table (term text, section text, credits integer, state text,
    enrolled_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select t.code, s.code, coalesce(x.credits, s.credits), x.state, x.at
	  from (select e.section_id, e.credits, e.state,
		       e.enrolled_at as at
		  from enrolment e where e.person_id = v_actor.person_id
		union all
		select c.section_id, null, 'cart', c.added_at
		  from cart c where c.person_id = v_actor.person_id
		union all
		select w.section_id, null, 'waiting', w.joined_at
		  from waitlist w where w.person_id = v_actor.person_id
		   and w.state in ('waiting', 'passed', 'offered')) x
	  join section s on s.id = x.section_id
	  join term t on t.id = s.term_id
	 where v_actor.outcome = 'done' and s.id > 0
	 order by t.code desc, s.code, x.at;
end
$$;
