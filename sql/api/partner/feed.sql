-- partner_api.feed(session, right, term, before): every act of one's students:
-- registrations, changes, cancellations, closings, withdrawals (R33), newest
-- first.  It is read from the audit, so that nothing is written for it while
-- registration runs; what is only put aside in a cart, or waited for, is
-- nobody's business.
-- Parameters: p_before  the smallest id of the page before, null = from the top
-- Returns: up to 200 rows; dropped: the section that was left in a swap; actor:
--          student, partner, staff, or '' for the clock
-- Tables: application, audit, section, course, account (read)
create or replace function partner_api.feed(p_session bytea, p_right text,
    p_term text, p_before bigint, p_lang text)
returns table (id bigint, at timestamptz, act text, section text, title text,
    dropped text, application bigint, name_native text, student_no text,
    actor text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
begin
	perform sojourn.audit_settle();
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with mine as materialized (
		select a.id, sojourn.person_root(a.person_id) as person_id,
		       a.name_native, a.student_no
		  from application a
		 where a.university_id = v_actor.university_id
		   and a.term_id = v_term and a.state = 'issued')
	select w.id, w.told_at, w.act, s.code, sojourn.pick(p_lang, c.title_ko,
	       c.title_en, c.title_ja), coalesce(w.detail ->> 'dropped', ''),
	       m.id, m.name_native, m.student_no, coalesce(k.kind, '')
	  from mine m
	  join audit w on w.person_id = m.person_id
	  join section s on s.id = w.object_id and s.term_id = v_term
	  join course c on c.id = s.course_id
	  left join account k on k.id = w.account_id
	 where w.object_kind = 'section' and w.outcome in ('done', 'pending')
	   and w.act !~ '^(cart|waitlist)-'
	   and (p_before is null or w.id < p_before)
	 order by w.id desc limit 200;
end
$$;
