-- staff_api.official(...): the register of official letters, in and out (R6,
-- R12), newest first.
-- Parameters: p_university code or ''; p_direction in, out or ''; p_q  part of
--             a number; 100 a page
-- Tables: official_letter, university, term, stored_file, account, partner_list
--   (read)
create or replace function staff_api.official(p_session bytea, p_right text,
    p_university text, p_direction text, p_q text, p_page integer,
    p_lang text)
returns table (total bigint, id bigint, university text, direction text,
    subject text, term text, letter_no text, letter_date date,
    received_at timestamptz, recorded_name text, file_name text,
    lists bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select count(*) over (), o.id, sojourn.pick(p_lang, u.name_ko, u.name_en,
	       u.name_ja), o.direction, o.subject, coalesce(t.code, ''),
	       o.letter_no, o.letter_date, o.received_at, coalesce(a.name, ''),
	       coalesce(f.name, ''), (select count(*) from partner_list l
		 where l.letter_id = o.id)
	  from official_letter o
	  join university u on u.id = o.university_id
	  left join term t on t.id = o.term_id
	  left join account a on a.id = o.recorded_by
	  left join stored_file f on f.id = o.file_id
	 where (coalesce(p_university, '') = '' or u.code = p_university)
	   and (coalesce(p_direction, '') = '' or o.direction = p_direction)
	   and (coalesce(p_q, '') = ''
		or strpos(lower(o.letter_no), lower(p_q)) > 0)
	 order by o.received_at desc, o.id desc
	 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100;
end
$$;
