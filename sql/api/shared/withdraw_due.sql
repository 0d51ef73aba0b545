-- sojourn.withdraw_due(withdrawal): until when the home university's letter
-- counts (R12, C29): the end of WITHDRAW, or a later moment that staff granted
-- to the university (late-letter) or the student (late-withdrawal).
-- Returns: null when the term has no such window
-- Tables: withdrawal, time_window, exception (read)
create or replace function sojourn.withdraw_due(p_id bigint)
returns timestamptz
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select greatest(t.closes_at, (select max(e.until)
		  from exception e
		 where e.term_id = w.term_id and e.agreed_at is not null
		   and e.ended_at is null
		   and ((e.kind = 'late-letter' and e.university_id = w.university_id)
			or (e.kind = 'late-withdrawal' and e.person_id = w.person_id))))
	  from withdrawal w
	  left join time_window t on t.term_id = w.term_id
		and t.kind = 'WITHDRAW' and t.university_id is null
		and t.replaced_at is null
	 where w.id = p_id);
end
$$;
