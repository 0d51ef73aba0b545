-- staff_api.notices(): the notices of the first page, newest first.
-- Returns: state coming, shown or over
-- Tables: notice, host, account (read)
create or replace function staff_api.notices(p_session bytea, p_right text)
returns table (id integer, key text, text_ko text, text_en text, text_ja text,
    shown_from timestamptz, shown_till timestamptz, from_local text,
    till_local text, made_name text, state text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select n.id, n.id::text, n.text_ko, n.text_en, n.text_ja, n.shown_from, n.shown_till,
	       to_char(n.shown_from at time zone h.zone, 'YYYY-MM-DD"T"HH24:MI'),
	       to_char(n.shown_till at time zone h.zone, 'YYYY-MM-DD"T"HH24:MI'),
	       coalesce(a.name, ''),
	       case when n.shown_from > sojourn.now() then 'coming'
		   when n.shown_till <= sojourn.now() then 'over'
		   else 'shown' end
	  from notice n cross join host h left join account a on a.id = n.made_by
	 order by n.shown_from desc, n.id desc
	 limit 100;
end
$$;
