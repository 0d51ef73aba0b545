-- staff_api.agreements(): agreements with universities, newest first (R2).
-- Tables: agreement, university, application (read)
create or replace function staff_api.agreements(p_session bytea,
    p_right text, p_lang text)
returns table (id integer, key text, university text, name text, programme_type text,
    valid_from date, valid_until date, from_iso text, until_iso text, max_credits integer, quota integer,
    used bigint, note text, current boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select g.id, g.id::text, u.code, sojourn.pick(p_lang, u.name_ko, u.name_en,
	       u.name_ja), g.programme_type, lower(g.valid),
	       upper(g.valid) - 1, lower(g.valid)::text,
	       (upper(g.valid) - 1)::text, g.max_credits, g.quota,
	       (select count(*) from application a
		 where a.university_id = u.id
		   and a.term_id = sojourn.term_current('')
		   and a.state in ('approved', 'issued')), g.note,
	       g.valid @> (sojourn.now() at time zone h.zone)::date
	  from agreement g join university u on u.id = g.university_id
	 cross join host h
	 order by 14 desc, 4, lower(g.valid) desc;
end
$$;
