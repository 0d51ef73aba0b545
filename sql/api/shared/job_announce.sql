-- sojourn.job_announce(due): the grades of a term are announced in the moment its
-- window GRADE_VIEW opens (R14): what was given is fixed in numbers, the
-- students are told by mail, one each, and the home universities get their lists
-- of grades (R186).
-- Returns: {"terms": n, "mails": n}
-- Tables: time_window, enrolment, section, grade, account, person, term (read),
--   grade_announcement, outbox, audit (insert); by sojourn.lists_make
create or replace function sojourn.job_announce(p_due timestamptz)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v       record;
	v_n     integer;
	v_terms integer := 0;
	v_mails integer := 0;
begin
	for v in
		select w.term_id, w.opens_at, t.code,
		       count(e.*) filter (where x.has) as given,
		       count(e.*) filter (where not x.has) as missing
		  from time_window w
		  join term t on t.id = w.term_id
		  left join enrolment e on e.term_id = w.term_id and e.holds_seat
		  left join grade g on g.person_id = e.person_id
			and g.section_id = e.section_id
		 cross join lateral (select num_nonnulls(g.percent, g.pass) > 0
			as has) x
		 where w.kind = 'GRADE_VIEW' and w.term_id > 0
		   and w.university_id is null and w.replaced_at is null
		   and w.opens_at <= p_due
		   and not exists (select from grade_announcement a
			where a.term_id = w.term_id)
		 group by w.term_id, w.opens_at, t.code
		 order by w.term_id
	loop
		insert into grade_announcement (term_id, at, given, missing)
		values (v.term_id, v.opens_at, v.given, v.missing);
		perform sojourn.note(null, 'announce', 'term', v.term_id, 'done',
		    'R14', null, jsonb_build_object('given', v.given,
			'missing', v.missing));
		insert into outbox (kind, lang, to_address, account_id,
		    person_id, params)
		select 'grades-announced', a.lang, a.email, a.id, a.person_id,
		       jsonb_strip_nulls(jsonb_build_object('term', v.code,
			   'courses', m.courses, 'missing',
			   nullif(m.missing, 0), 'until', sojourn.iso_time(
			       (sojourn.window_state(v.term_id,
				   'GRADE_APPEAL')).closes_at)))
		  from (select coalesce(p.merged_into, p.id) as person_id,
			       count(*) as courses, count(*) filter (
				   where num_nonnulls(g.percent, g.pass) = 0)
				   as missing
			  from enrolment e
			  join person p on p.id = e.person_id
			  left join grade g on g.person_id = e.person_id
				and g.section_id = e.section_id
			 where e.term_id = v.term_id and e.holds_seat
			 group by 1) m
		  join account a on a.person_id = m.person_id
			and a.disabled_at is null and a.email <> ''
		 order by a.id;
		get diagnostics v_n = row_count;
		v_mails := v_mails + v_n;
		perform lists_make(v.term_id, 'grades', true);
		v_terms := v_terms + 1;
	end loop;
	return jsonb_build_object('terms', v_terms, 'mails', v_mails);
end
$$;
