-- sojourn.quota_count(): keeps section_quota.taken in step with the enrolments
-- that count to a quota (enrolment.quota_of), whoever writes them (R2).  The
-- writer holds the lock of the section's seats.
-- Tables: section_quota (update)
create or replace function sojourn.quota_count() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if tg_op <> 'INSERT' and old.quota_of is not null and old.holds_seat then
		update section_quota q set taken = q.taken - 1
		 where q.section_id = old.section_id
		   and q.university_id = old.quota_of;
	end if;
	if tg_op <> 'DELETE' and new.quota_of is not null and new.holds_seat then
		update section_quota q set taken = q.taken + 1
		 where q.section_id = new.section_id
		   and q.university_id = new.quota_of;
	end if;
	return null;
end
$$;
