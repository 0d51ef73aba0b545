-- sojourn.grade_guard(): a grade is given for an enrolment that counts, in the
-- grading of its section (R17).  From the announcement on a value only changes
-- by an appeal that is open; one that was missing may still be given (R14, R15).
create or replace function sojourn.grade_guard() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if tg_op = 'DELETE' then
		raise exception 'grade of % in % is not deleted',
		    old.person_id, old.section_id
		    using errcode = 'integrity_constraint_violation';
	end if;
	if tg_op = 'UPDATE' then
		if row(new.person_id, new.section_id, new.term_id)
		    is distinct from row(old.person_id, old.section_id,
		    old.term_id) or new.version <> old.version + 1 then
			raise exception 'grade of % in % may not change so',
			    old.person_id, old.section_id
			    using errcode = 'integrity_constraint_violation';
		end if;
	end if;
	if not exists (select from enrolment e
	    join section s on s.id = e.section_id
	    where e.person_id = new.person_id
	      and e.section_id = new.section_id and s.term_id = new.term_id
	      and e.holds_seat
	      and (new.percent is null or s.grading = 'percent')
	      and (new.pass is null or s.grading = 'pass')) then
		raise exception 'grade of % in % has no enrolment or another grading',
		    new.person_id, new.section_id
		    using errcode = 'integrity_constraint_violation';
	end if;
	if grades_announced(new.term_id) is not null
	    and tg_op = 'UPDATE'
	    and num_nonnulls(old.percent, old.pass) > 0
	    and not exists (select from grade_appeal p
		where p.person_id = new.person_id
		  and p.section_id = new.section_id and p.state = 'open') then
		raise exception 'grade of % in % is announced',
		    new.person_id, new.section_id
		    using errcode = 'integrity_constraint_violation';
	end if;
	return new;
end
$$;
