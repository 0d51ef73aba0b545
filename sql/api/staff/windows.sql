-- staff_api.windows(term): the calendar of a term and its history (R16).
-- Returns: the current rows in order of time, then what they replaced, the
--   newest first; university is empty for the host's own windows
-- Tables: time_window, university, account (read)
create or replace function staff_api.windows(p_session bytea, p_right text,
    p_term text, p_lang text)
returns table (id integer, kind text, university text, university_name text,
    opens_at timestamptz, closes_at timestamptz, opens_local text,
    closes_local text, hours_stated boolean, source text, state text,
    version integer, overlap_confirmed boolean, reason text, made_name text,
    made_at timestamptz, replaced boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select w.id, w.kind, coalesce(u.code, ''), coalesce(sojourn.pick(p_lang,
	       u.name_ko, u.name_en, u.name_ja), ''), w.opens_at, w.closes_at,
	       to_char(w.opens_at at time zone h.zone, 'YYYY-MM-DD"T"HH24:MI'),
	       to_char(w.closes_at at time zone h.zone, 'YYYY-MM-DD"T"HH24:MI'),
	       w.hours_stated, w.source,
	       case when sojourn.now() < w.opens_at then 'before'
		   when sojourn.now() >= w.closes_at then 'closed'
		   else 'open' end,
	       w.version, w.overlap_confirmed, w.reason, coalesce(c.name, ''),
	       w.made_at, w.replaced_at is not null
	  from time_window w
	 cross join host h
	  left join university u on u.id = w.university_id
	  left join account c on c.id = w.made_by
	 where w.term_id = sojourn.term_current(p_term)
	 order by w.replaced_at is not null,
	       case when w.replaced_at is null then w.university_id end nulls first,
	       case when w.replaced_at is null then w.opens_at end,
	       w.made_at desc, w.version desc
	 limit 400;
end
$$;
