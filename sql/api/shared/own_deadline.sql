-- sojourn.own_deadline(actor, term, closes): a university's own deadline for
-- its students (R7); the old row stays in the history (R16).  The caller has
-- checked that it is not later than the host's.
-- Parameters: p_closes  null = the host's deadline alone
-- Returns: true when something changed
-- Tables: time_window (update, insert)
create or replace function sojourn.own_deadline(p_actor sojourn.actor,
    p_term integer, p_closes timestamptz) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_old  time_window;
	v_new  integer;
	v_from timestamptz := (window_state(p_term, 'APPLY')).opens_at;
begin
	select w.* into v_old from time_window w
	 where w.term_id = p_term and w.kind = 'APPLY'
	   and w.university_id = p_actor.university_id
	   and w.replaced_at is null
	   for update;
	if v_old.closes_at is not distinct from p_closes
	    or (p_closes is not null and v_from is null) then
		return false;
	end if;
	update time_window set replaced_at = clock_timestamp()
	 where id = v_old.id;
	if p_closes is not null then
		insert into time_window (term_id, kind, university_id, opens_at,
		    closes_at, version, made_by)
		values (p_term, 'APPLY', p_actor.university_id,
		    least(v_from, p_closes - interval '1 minute'), p_closes,
		    coalesce(v_old.version, 0) + 1, p_actor.account_id)
		returning id into v_new;
		update time_window set replaced_by = v_new where id = v_old.id;
	end if;
	return true;
end
$$;
