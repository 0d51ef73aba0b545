-- staff_api.application_story(id): everything about one application and its
-- person in order of time, newest first: acts (audit), mails, letters.
-- Returns: at, kind act|mail|letter, word (act, kind of mail, number of the
--   letter), outcome (or the mail's state), rule, by whom, to where, and a note (an error, a date)
-- Tables: application, audit, account, outbox, partner_list, official_letter
--   (read)
create or replace function staff_api.application_story(p_session bytea,
    p_right text, p_id bigint)
returns table (at timestamptz, kind text, word text, outcome text, rule text,
    by_kind text, by_name text, address text, note text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	perform sojourn.audit_settle(null, null, coalesce((select a.person_id
	    from application a where a.id = p_id), 0));
	return query
	select s.* from (
		select w.told_at, 'act', w.act, w.outcome, coalesce(w.rule, ''),
		       coalesce(c.kind, ''), coalesce(c.name, ''), '', ''
		  from application a
		  join audit w on (w.object_kind = 'application' and w.object_id = a.id)
		      or (w.person_id = a.person_id and w.object_kind <> 'application'
			  and not (w.object_kind = 'section' and w.object_id < 0))
		  left join account c on c.id = w.account_id
		 where a.id = p_id
		union all
		select coalesce(o.not_before, o.made_at
			 + (sojourn.now() - transaction_timestamp())),
		       'mail', o.kind, o.state, '', '', '', o.to_address,
		       left(o.last_error, 200)
		  from application a join outbox o on o.application_id = a.id
		 where a.id = p_id
		union all
		select f.received_at, 'letter', f.letter_no, 'done', 'R6', c.kind,
		       c.name, '', f.letter_date::text
		  from application a join partner_list l on l.id = a.list_id
		  join official_letter f on f.id = l.letter_id
		  left join account c on c.id = f.recorded_by
		 where a.id = p_id) as s(at, kind, word, outcome, rule, by_kind,
		    by_name, address, note)
	 order by s.at desc nulls last
	 limit 300;
end
$$;
