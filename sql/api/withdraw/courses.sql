-- withdraw_api.courses(session, right, lang): the student's courses of the term
-- and what became of their withdrawals.
-- Returns: a row per enrolment in order of code; asking, taking back: possible
--          now; asked_at, due, said (state of the latest withdrawal), word (the
--          reason that was given for a decision)
--          closed_why, lost, choose_till: the reason of a closing, and how many
--          credits can be made good until when (R32)
-- Tables: enrolment, withdrawal, section, course, substitute (read)
create or replace function withdraw_api.courses(p_session bytea,
    p_right text, p_lang text)
returns table (code text, name text, credits integer, times text,
    state text, said text, asked_at timestamptz, due timestamptz,
    decided_at timestamptz, word text, can_ask boolean, can_back boolean,
    closed_why text, lost integer, choose_till timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current('');
	v_open  boolean;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_open := (sojourn.window_state(v_term, 'WITHDRAW')).state = 'open';
	return query
	select s.code, sojourn.pick(p_lang, c.title_ko, c.title_en, c.title_ja),
	       e.credits, coalesce(sojourn.times_text(s.id, p_lang), ''),
	       e.state, coalesce(w.state, ''), w.requested_at,
	       case when w.state = 'requested' then sojourn.withdraw_due(w.id) end,
	       w.decided_at, coalesce(w.decision_reason, ''),
	       e.state = 'enrolled' and (v_open or sojourn.exception_covers(
		   v_term, e.person_id, e.section_id) is not null),
	       e.state = 'withdraw_requested' and w.state = 'requested',
	       case when e.state = 'closed_by_host' then s.state_reason
		   else '' end, x.credits, x.closes_at
	  from enrolment e
	  join section s on s.id = e.section_id
	  join course c on c.id = s.course_id
	  left join lateral (select * from withdrawal w
	    where w.person_id = e.person_id and w.section_id = e.section_id
	    order by w.id desc limit 1) w on true
	  left join substitute x on x.person_id = e.person_id
		and x.section_id = e.section_id and e.state = 'closed_by_host'
		and x.closes_at > sojourn.now()
	 where e.person_id = v_actor.person_id and e.term_id = v_term
	 order by s.code;
end
$$;
