-- staff_api.onbehalf(lang): committed lists whose official letter is still
-- missing (R6), the oldest first.
-- Tables: partner_list, partner_list_row, university, term, account (read)
create or replace function staff_api.onbehalf(p_session bytea, p_right text,
    p_lang text)
returns table (id bigint, key text, university text,
    university_name text, term text,
    file_name text, students bigint, uploaded_name text,
    committed_at timestamptz, due timestamptz, late boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select l.id, l.id::text, u.code, sojourn.pick(p_lang, u.name_ko, u.name_en,
	       u.name_ja), t.code, l.file_name,
	       (select count(*) from application a where a.list_id = l.id),
	       coalesce(c.name, ''), l.committed_at, w.closes_at,
	       w.closes_at <= sojourn.now()
	  from partner_list l
	  join university u on u.id = l.university_id
	  join term t on t.id = l.term_id
	  left join account c on c.id = l.uploaded_by
	 cross join lateral sojourn.window_state(l.term_id, 'APPLY') w
	 where l.state = 'committed' and l.letter_id is null
	 order by l.committed_at, l.id
	 limit 200;
end
$$;
