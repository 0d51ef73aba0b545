-- sojourn.audit_settle(patience): makes rows of the audit of what
-- sojourn.decide_done has written batch by batch.  Who reads acts of students on
-- sections from the audit calls it before, or looks at the enrolments.
-- Parameters: p_patience  null: now; else nothing is done while batches keep
--             coming and the oldest is younger than that
-- Returns: false when it was left for later
-- Tables: audit_batch (delete), audit (insert)
create or replace function sojourn.audit_settle(p_patience interval default null)
returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if p_patience is not null
	    and (select b.at > clock_timestamp() - interval '1 second'
		  from audit_batch b order by b.first_id desc limit 1)
	    and (select b.at > clock_timestamp() - p_patience
		  from audit_batch b order by b.first_id limit 1) then
		return false;
	end if;
	if not exists (select from audit_batch) then
		return true;
	end if;
	with b as (
		delete from audit_batch returning *)
	insert into audit (tx, id, at, told_at, account_id, person_id,
	    university_id, program, act, object_kind, object_id, outcome,
	    request_id, n, detail)
	overriding system value
	select b.tx, l.id, b.at, l.told_at, l.account_id, l.person_id,
	       l.university_id, 'register', 'enrol', 'section', l.section_id,
	       'done', l.request_id, 1, take_detail(l.credits, l.have, l.max,
		   l.capacity, l.version)
	  from b cross join lateral unnest(b.lines) l;
	return true;
end
$$;
