-- staff_api.applications_frame(term, university): what stands around the list
-- of applications.
-- Returns rows of three kinds: state (code, number of applications behind the
--   filter of the university), university (code, name, number in the term),
--   term (code; current = the one shown); and one row `seen`: the newest audit
--   row, so that a decision made meanwhile by a colleague is noticed
-- Tables: application, university, term, audit (read)
create or replace function staff_api.applications_frame(p_session bytea,
    p_right text, p_term text, p_university text, p_lang text)
returns table (kind text, code text, name text, n bigint, current boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select 'state', s.code, '', count(a.id), false
	  from unnest(array['submitted', 'held', 'returned', 'approved',
	      'rejected', 'issued', 'unconfirmed', 'withdrawn', 'expired'])
	      with ordinality as s(code, pos)
	  left join (application a join university u on u.id = a.university_id)
	    on a.state = s.code and a.term_id = v_term
	   and (coalesce(p_university, '') = '' or u.code = p_university)
	 group by s.code, s.pos order by s.pos;
	return query
	select 'university', u.code, sojourn.pick(p_lang, u.name_ko, u.name_en,
	       u.name_ja), count(a.id), u.code = p_university
	  from university u
	  join application a on a.university_id = u.id and a.term_id = v_term
	 group by u.id order by 3;
	return query
	select 'term', t.code, t.code, 0::bigint, t.id = v_term
	  from term t where t.id > 0 order by t.code desc;
	return query
	select 'seen', greatest(max(a.id), 1)::text, '', 0::bigint, false
	  from audit a;
end
$$;
