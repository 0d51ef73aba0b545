-- sojourn.job_practice(due): a practice ends by itself.
-- Returns: what was discarded
-- Tables: practice (read), those of sojourn.practice_end, audit (insert)
create or replace function sojourn.job_practice(p_due timestamptz)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v     record;
	v_out jsonb;
begin
	select p.term_id into v from practice p
	 where p.ended_at is null and p.closes_at <= p_due;
	if not found then
		return '{}';
	end if;
	v_out := sojourn.practice_end(null);
	perform sojourn.note(null, 'practice-end', 'term', v.term_id, 'done',
	    null, null, v_out);
	return v_out;
end
$$;
