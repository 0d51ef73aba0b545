-- staff_api.withdrawals(...): withdrawals of a term (R12): those that came late
-- and wait for staff first, then those that wait for their university.
-- Parameters: p_state  a state or ''; p_university  code or ''
-- Tables: withdrawal, section, course, university, person, temporary_id,
--   official_letter, account (read)
create or replace function staff_api.withdrawals(p_session bytea,
    p_right text, p_term text, p_state text, p_university text, p_lang text,
    p_chosen bigint[])
returns table (id bigint, state text, login text, name text, university text,
    university_name text, section text, title text, reason text,
    requested_at timestamptz, due timestamptz, late boolean, letter_no text,
    letter_date date, decided_at timestamptz, decided_name text,
    decision_reason text, chosen boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select w.id, w.state, coalesce(t.id, ''), p.name_native, u.code,
	       sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja), s.code,
	       sojourn.pick(p_lang, c.title_ko, c.title_en, c.title_ja),
	       w.reason, w.requested_at, d.due,
	       w.state = 'confirmed-late'
		   or (w.state = 'requested' and d.due <= sojourn.now()),
	       coalesce(o.letter_no, ''), o.letter_date, w.decided_at,
	       coalesce(a.name, ''), w.decision_reason, w.id = any (p_chosen)
	  from withdrawal w
	  join section s on s.id = w.section_id
	  join course c on c.id = s.course_id
	  join university u on u.id = w.university_id
	  join person p on p.id = w.person_id
	  left join temporary_id t on t.person_id = w.person_id
	  left join official_letter o on o.id = w.letter_id
	  left join account a on a.id = w.decided_by
	 cross join lateral (select sojourn.withdraw_due(w.id) as due) d
	 where w.term_id = sojourn.term_current(p_term)
	   and (coalesce(p_state, '') = '' or w.state = p_state)
	   and (coalesce(p_university, '') = '' or u.code = p_university)
	 order by array_position(array['confirmed-late', 'requested', 'lapsed'],
	     w.state), w.requested_at, w.id
	 limit 300;
end
$$;
