-- sojourn.waitlist_offer(entry, until): offers a seat that is kept to somebody
-- who waits, and writes the mail, in practice none.  The caller holds the lock of the seats and
-- counts.
-- Tables: waitlist (update), section, course, term, account (read), outbox,
--         audit (insert)
create or replace function sojourn.waitlist_offer(p_entry bigint,
    p_until timestamptz) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	update waitlist w set state = 'offered', why = '{}', expires_at = p_until
	 where w.id = p_entry
	returning w.person_id, w.section_id into v;
	perform sojourn.mail('seat-offered', a.email, a.lang::text,
	    jsonb_build_object('section', s.code, 'term', t.code,
		'title', pick(a.lang::text, c.title_ko, c.title_en,
		    coalesce(nullif(c.title_ja, ''), c.title_en)),
		'until', iso_time(p_until)), a.id, v.person_id)
	  from account a, section s
	  join course c on c.id = s.course_id
	  join term t on t.id = s.term_id
	 where a.person_id = v.person_id and a.disabled_at is null
	   and s.id = v.section_id and s.id > 0;
	perform sojourn.note(null, 'waitlist-offer', 'section', v.section_id,
	    'done', null, null, jsonb_build_object('until', p_until), 0,
	    v.person_id);
end
$$;
