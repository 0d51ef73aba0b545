-- partner_api.student_story(session, right, id): one student in order of time,
-- newest first: acts from the audit, mails that failed, the letter.  Decisions
-- of the host show when they are published (R38).
-- Returns: at, kind act|mail|letter, word, outcome, section, by whom; none for
--   an unknown or a foreign id (S11)
-- Tables: application, audit, account, outbox, section, partner_list,
--   official_letter (read)
create or replace function partner_api.student_story(p_session bytea,
    p_right text, p_id bigint)
returns table (at timestamptz, kind text, word text, outcome text,
    section text, by_kind text, by_name text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_a     application;
begin
	select a.* into v_a from application a
	 where a.id = p_id and a.university_id = v_actor.university_id
	   and v_actor.outcome = 'done';
	if not found then
		return;
	end if;
	perform sojourn.audit_settle(null, null, coalesce(v_a.person_id, 0));
	return query
	select s.* from (
		select w.told_at, 'act', w.act, w.outcome, coalesce(x.code,
			w.detail ->> 'section', ''), coalesce(c.kind, ''),
		       case when c.kind = 'partner' then c.name else '' end
		  from audit w
		  left join account c on c.id = w.account_id
		  left join section x on w.object_kind = 'section'
			and x.id = w.object_id
		 where ((w.object_kind = 'application' and w.object_id = v_a.id)
			or (w.object_kind = 'section'
			    and w.person_id = v_a.person_id
			    and x.term_id = v_a.term_id))
		   and w.outcome in ('done', 'review')
		   and (w.act not in ('approve', 'reject')
			or v_a.published_at <= sojourn.now())
		   and w.act not in ('result', 'resend')
		   and w.act !~ '^(cart|waitlist)-'
		union all
		select v_a.submitted_at, 'act', case v_a.door when 'list'
			then 'listed' else 'apply' end, 'done', '', '', ''
		union all
		select o.made_at + (sojourn.now() - transaction_timestamp()),
		       'mail', o.kind, o.state, '', '', ''
		  from outbox o
		 where o.application_id = v_a.id and o.state = 'failed'
		union all
		select f.received_at, 'letter', f.letter_no, 'done', '', '', ''
		  from partner_list l join official_letter f on f.id = l.letter_id
		 where l.id = v_a.list_id) as s(at, kind, word, outcome,
		    section, by_kind, by_name)
	 order by s.at desc limit 200;
end
$$;
