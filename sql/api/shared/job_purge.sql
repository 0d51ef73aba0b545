-- sojourn.job_purge(due): deletes what has no purpose any more (S25): counted
-- attempts after two days, logins that waited after one, sessions and links
-- thirty days after their end, devices four hundred days after their last use,
-- request ids after sixty days; rows of lists that were never committed after
-- seven, and rows of committed ones that made no application after sixty, sheets
-- of grades alike; what the live board drew after three.  A wish for certificates whose code is gone
-- has ended.
-- All of it by real time, whatever the clock of the demo says; but addresses of
-- timetables, carts and waiting lists sixty days after the classes by p_due.
-- What files were downloaded for, in words, goes after a year.
-- Pages to look at of letters of recommendation go after seven days, texts that
-- were cancelled or refused after sixty, attached forms after a year; and
-- applications that were never confirmed (sojourn.purge_unconfirmed).
-- Returns: counts per kind
-- Tables: attempt, login_attempt, session, device, token, request, calendar_link,
--   cart, waitlist, partner_list_row, grade_upload, pulse, letter_preview,
--   stored_file, download (delete), outbox, partner_list, letter, letter_draft,
--   certificate_request (update)
create or replace function sojourn.job_purge(p_due timestamptz) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_now timestamptz := clock_timestamp();
	v_out jsonb := '{}';
	v_n   integer;
begin
	delete from attempt t where t.at < v_now - interval '2 days';
	get diagnostics v_n = row_count;
	v_out := v_out || jsonb_build_object('attempts', v_n);
	update outbox o set attempt_id = null
	  from login_attempt l
	 where l.id = o.attempt_id and l.created_at < v_now - interval '1 day'
	   and o.state not in ('queued', 'sending');
	delete from login_attempt l
	 where l.created_at < v_now - interval '1 day'
	   and not exists (select from outbox o where o.attempt_id = l.id);
	get diagnostics v_n = row_count;
	v_out := v_out || jsonb_build_object('logins', v_n);
	update certificate_request r set state = 'ended', ended_why = 'expired'
	 where r.state = 'code' and r.decided_at is null
	   and not exists (select from login_attempt l
		where l.id = r.step_up_id);
	delete from session s
	 where least(coalesce(s.ended_at, s.expires_at), s.expires_at)
	    < v_now - interval '30 days';
	get diagnostics v_n = row_count;
	v_out := v_out || jsonb_build_object('sessions', v_n);
	delete from device d
	 where d.last_used < v_now - interval '400 days'
	   and not exists (select from session s where s.device_id = d.id);
	get diagnostics v_n = row_count;
	v_out := v_out || jsonb_build_object('devices', v_n);
	delete from token t
	 where t.made_at < v_now - interval '60 days'
	   and (t.used_at is not null or t.expires_at < p_due);
	get diagnostics v_n = row_count;
	v_out := v_out || jsonb_build_object('links', v_n);
	delete from calendar_link l
	 where not exists (select from registration_right r
		join term t on t.id = r.term_id
		where r.person_id = l.person_id
		  and upper(t.classes) + 60 > p_due::date);
	get diagnostics v_n = row_count;
	v_out := v_out || jsonb_build_object('calendars', v_n);
	delete from cart c using section s, term t
	 where s.id = c.section_id and t.id = s.term_id
	   and upper(t.classes) + 60 <= p_due::date;
	delete from waitlist w using section s, term t
	 where s.id = w.section_id and t.id = s.term_id
	   and w.state not in ('waiting', 'passed', 'offered')
	   and upper(t.classes) + 60 <= p_due::date;
	update partner_list l set state = 'discarded'
	 where l.state in ('reading', 'preview')
	   and l.uploaded_at < v_now - interval '7 days';
	delete from partner_list_row r using partner_list l
	 where l.id = r.list_id and ((l.state <> 'committed'
		and l.uploaded_at < v_now - interval '7 days')
	    or (r.application_id is null
		and l.uploaded_at < v_now - interval '60 days'));
	get diagnostics v_n = row_count;
	v_out := v_out || jsonb_build_object('rows', v_n);
	delete from grade_upload u
	 where u.uploaded_at < v_now - interval '60 days'
	    or (u.state <> 'committed'
		and u.uploaded_at < v_now - interval '7 days');
	delete from letter_preview v
	 where v.made_at < v_now - interval '7 days';
	with old as (
		select l.id, l.form_id from letter l
		 where l.form_id is not null
		   and l.ended_at < p_due - interval '1 year'),
	freed as (
		update letter l set form_id = null
		  from old where l.id = old.id)
	delete from stored_file f using old where f.id = old.form_id;
	update letter_draft d set body = '', salutation = '', closing = ''
	  from letter l
	 where l.id = d.letter_id and d.body <> ''
	   and l.state in ('cancelled', 'refused')
	   and l.ended_at < p_due - interval '60 days';
	v_out := v_out || jsonb_build_object('applications',
	    purge_unconfirmed(p_due));
	-- What files were for, in words; the audit keeps the reason's code.
	delete from download d where d.at < v_now - interval '1 year';
	delete from pulse p where p.at < v_now - interval '3 days';
	delete from request r where r.made_at < v_now - interval '60 days';
	get diagnostics v_n = row_count;
	return v_out || jsonb_build_object('requests', v_n);
end
$$;
