-- sojourn.audit_settle(patience, rows, person): makes rows of the audit of what
-- sojourn.decide_done has written batch by batch.  Who reads acts of students on
-- sections from the audit calls it before, or looks at the enrolments.
-- The oldest come first, a few hundred batches a statement, so that neither the
-- memory nor what waits for a lock grows with what a rush has left; all callers
-- take the batches in the same order, and none waits for another in a circle.
-- A batch and its rows change places in one statement: there is never one
-- without the other, nor both.
-- Parameters: p_patience  null: now; else nothing is done while batches keep
--             coming and the oldest is younger than that
--             p_rows  null: all; else it ends after so many rows, and who calls
--             commits and calls again: a rush of any length is got through
--             p_person  null: all; else only batches in which this person stands
-- Returns: how many rows it made; null when it was left for later
-- Tables: audit_batch (delete), audit (insert)
create or replace function sojourn.audit_settle(
    p_patience interval default null, p_rows integer default null,
    p_person bigint default null)
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_made  integer := 0;
	v_step  integer;
	v_batch bigint[];
	v_last  bigint := 0;
begin
	if p_patience is not null
	    and (select b.at > clock_timestamp() - interval '1 second'
		  from audit_batch b order by b.first_id desc limit 1)
	    and (select b.at > clock_timestamp() - p_patience
		  from audit_batch b order by b.first_id limit 1) then
		return null;
	end if;
	loop
		-- Past those of the step before: what has ended when this call
		-- began is seen by each step.
		v_batch := array(select b.first_id from audit_batch b
		     where b.first_id > v_last
		       and (p_person is null or exists (select
			from unnest(b.lines) l where l.person_id = p_person))
		     order by b.first_id limit 250);
		exit when v_batch = '{}';
		v_last := v_batch[cardinality(v_batch)];
		perform from audit_batch b where b.first_id = any (v_batch)
		  order by b.first_id for update;
		with b as (
			delete from audit_batch where first_id = any (v_batch)
			returning *)
		insert into audit (tx, id, at, told_at, account_id, person_id,
		    university_id, program, act, object_kind, object_id,
		    outcome, request_id, n, detail)
		overriding system value
		select b.tx, l.id, b.at, l.told_at, l.account_id, l.person_id,
		       l.university_id, 'register', 'enrol', 'section',
		       l.section_id, 'done', l.request_id, 1,
		       take_detail(l.credits, l.have, l.max, l.capacity,
			   l.version)
		  from b cross join lateral unnest(b.lines) l;
		get diagnostics v_step = row_count;
		v_made := v_made + v_step;
		exit when v_made >= p_rows;
	end loop;
	return v_made;
end
$$;
