-- sojourn.grade_appeal_guard(): a request for a correction stays as it was asked,
-- and once decided or taken back it stays as it ended (R15).
create or replace function sojourn.grade_appeal_guard() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' and old.state = 'open'
	    and row(new.id, new.person_id, new.section_id, new.term_id,
		new.reason, new.percent_before, new.pass_before, new.asked_at)
		is not distinct from row(old.id, old.person_id,
		old.section_id, old.term_id, old.reason, old.percent_before,
		old.pass_before, old.asked_at) then
		return new;
	end if;
	raise exception 'appeal % may not change in this way', old.id
	    using errcode = 'integrity_constraint_violation';
end
$$;
