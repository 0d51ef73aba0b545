-- mailer_api.claim(n, host): the next mails to send.
-- The claim is committed before anything is sent (F12).  Whoever claims holds
-- a session lock named by its backend: rows of a backend that is gone, or of
-- this one from an earlier claim, go back to the queue first, so that a crash
-- repeats at most the mail that was being sent, under the same Message-ID.
-- Parameters: p_n     how many at most
--             p_host  right side of a new Message-ID
-- Returns: one row per mail: what to send, to whom, and the values its texts
--          may use; attempt is the hash a code is bound to, null without one
-- Tables: outbox (read, update), login_attempt (read)
create or replace function mailer_api.claim(p_n integer, p_host text)
returns table (id bigint, kind text, lang text, to_address text,
    message_id text, tries integer, attempt text, vals jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	c_lock constant integer := 7301;
	v_dead integer[];
begin
	select array_agg(d.claimed_by) into v_dead
	  from (select distinct o.claimed_by from outbox o
		 where o.state = 'sending') d
	 where d.claimed_by = pg_backend_pid()
	    or pg_try_advisory_xact_lock(c_lock, d.claimed_by);
	update outbox o set state = 'queued', claimed_by = null
	 where o.state = 'sending' and o.claimed_by = any (v_dead);
	perform pg_advisory_unlock_all();
	perform pg_advisory_lock(c_lock, pg_backend_pid());

	-- A code that came too late helps nobody.
	update outbox o set state = 'dropped', last_error = 'attempt over'
	  from login_attempt a
	 where o.state = 'queued' and a.id = o.attempt_id
	   and o.not_before is null and o.next_try <= clock_timestamp()
	   and (a.used_at is not null or a.expires_at <= clock_timestamp());

	return query
	with due as (
		(select o.id from outbox o
		  where o.state = 'queued' and o.not_before is null
		    and o.next_try <= clock_timestamp()
		  order by o.next_try, o.id limit p_n)
		union all
		(select o.id from outbox o
		  where o.state = 'queued' and o.not_before is not null
		    and o.not_before <= sojourn.now()
		    and o.next_try <= clock_timestamp()
		  order by o.not_before, o.id limit p_n)
		 limit p_n),
	mine as (
		select o.id from outbox o join due on due.id = o.id
		 where o.state = 'queued'
		   for update of o skip locked),
	claimed as (
		update outbox o
		   set state = 'sending', claimed_at = clock_timestamp(),
		       claimed_by = pg_backend_pid(), tries = o.tries + 1,
		       message_id = coalesce(o.message_id, format('%s.%s@%s',
			   o.id, (extract(epoch from o.made_at) * 1000)::bigint,
			   p_host))
		  from mine where o.id = mine.id
		returning o.*)
	select o.id, o.kind, o.lang::text, o.to_address, o.message_id, o.tries,
	       encode(a.token_hash, 'hex'), mailer_api.vals(o.id)
	  from claimed o left join login_attempt a on a.id = o.attempt_id
	 order by o.id;
end
$$;
