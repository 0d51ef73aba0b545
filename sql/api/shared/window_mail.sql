-- sojourn.window_mail(window): a changed window is told to those concerned
-- (R16): of APPLY the universities (or the one whose deadline it is), of every
-- other window the students who may register in the term and their
-- universities.
-- Returns: the number of mails
-- Tables: time_window, term, university, registration_right, account (read),
--   outbox (insert)
create or replace function sojourn.window_mail(p_window integer)
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_new    record;
	v_params jsonb;
	v_mails  integer;
	v_more   integer;
begin
	select w.*, t.code as term, o.opens_at as was_opens,
	       o.closes_at as was_closes into v_new
	  from time_window w join term t on t.id = w.term_id
	  left join time_window o on o.replaced_by = w.id
	 where w.id = p_window;
	v_params := jsonb_strip_nulls(jsonb_build_object('kind', v_new.kind,
	    'term', v_new.term, 'opens_at', v_new.opens_at,
	    'closes_at', v_new.closes_at, 'old_opens_at', v_new.was_opens,
	    'old_closes_at', v_new.was_closes, 'reason', v_new.reason));
	insert into outbox (kind, lang, to_address, account_id, university_id,
	    params)
	select 'window-changed', c.lang, c.email, c.account_id, u.id, v_params
	  from university u
	 cross join lateral sojourn.coordinators(u.id) c
	 where u.active
	   and (v_new.university_id is null or u.id = v_new.university_id);
	get diagnostics v_mails = row_count;
	if v_new.kind = 'APPLY' then
		return v_mails;
	end if;
	insert into outbox (kind, lang, to_address, account_id, person_id, params)
	select 'window-changed', a.lang, a.email, a.id, a.person_id, v_params
	  from registration_right g join account a on a.person_id = g.person_id
	 where g.term_id = v_new.term_id and g.suspended_at is null
	   and a.disabled_at is null and a.email <> '';
	get diagnostics v_more = row_count;
	return v_mails + v_more;
end
$$;
