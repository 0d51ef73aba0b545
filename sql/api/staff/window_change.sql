-- staff_api.window_change(...): a window gets other times (R16).  The old row
-- stays in the history; those concerned get a mail.
-- Parameters: p_university  '' = the host's window; a code only with APPLY,
--             that university's own deadline (R7)
--             p_confirm  CHANGE and WITHDRAW may overlap, decided explicitly
--             (C1)
-- Outcomes: done; already (same times, or the same request); conflict (C1:
--   overlaps, confirm; R7: a university's deadline would be later than the
--   host's); invalid with the field
-- Tables: time_window (update, insert), audit (insert), outbox (by
--   sojourn.window_mail)
create or replace function staff_api.window_change(p_session bytea,
    p_right text, p_request text, p_term text, p_kind text, p_university text,
    p_opens timestamptz, p_closes timestamptz, p_reason text,
    p_confirm boolean)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_term  integer := sojourn.term_current(p_term);
	v_uni   integer := (select u.id from university u
	    where u.code = p_university);
	v_old   record;
	v_new   integer;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'window') then
		return next sojourn.says('window', 'already', 'R16');
		return;
	end if;
	-- One change of a term's calendar after the other.
	perform from term t where t.id = v_term for no key update;
	select w.* into v_old from time_window w
	 where w.term_id = v_term and w.kind = p_kind and w.replaced_at is null
	   and w.university_id is not distinct from v_uni;
	v_end := sojourn.window_problem(v_term, p_kind, p_university, p_opens,
	    p_closes, p_confirm);
	if v_end.outcome = 'done' and coalesce(p_reason, '') = '' then
		v_end := sojourn.verdict('invalid', 'R16',
		    '{"field": "reason"}');
	elsif v_end.outcome = 'done' and v_old.opens_at = p_opens
	    and v_old.closes_at = p_closes then
		v_end := sojourn.verdict('already', 'R16');
	elsif v_end.outcome = 'done' then
		update time_window w set replaced_at = clock_timestamp()
		 where w.id = v_old.id;
		insert into time_window (term_id, kind, university_id, opens_at,
		    closes_at, source, overlap_confirmed, version, reason,
		    made_by)
		values (v_term, p_kind, v_uni, p_opens, p_closes,
		    coalesce(v_old.source, ''), coalesce(p_confirm, false),
		    coalesce(v_old.version, 0) + 1, p_reason,
		    v_actor.account_id)
		returning id into v_new;
		update time_window w set replaced_by = v_new
		 where w.id = v_old.id;
		v_end := sojourn.verdict('done', 'R16', jsonb_build_object(
		    'mails', sojourn.window_mail(v_new)));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('window', v_end.outcome, v_end.rule, v_end.detail
		|| jsonb_build_object('kind', p_kind), '', 'time_window',
		coalesce(v_new, v_old.id))]);
end
$$;
