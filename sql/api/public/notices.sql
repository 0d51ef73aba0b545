-- public_api.notices(lang): the notices shown now, newest first.
-- Tables: notice (read)
create or replace function public_api.notices(p_lang text)
returns table (id integer, text text, shown_from date)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select n.id, case p_lang when 'ko' then n.text_ko
	       when 'ja' then n.text_ja else n.text_en end,
	       (n.shown_from at time zone 'Asia/Seoul')::date
	  from notice n
	 where n.shown_from <= sojourn.now()
	   and (n.shown_till is null or n.shown_till > sojourn.now())
	 order by n.shown_from desc, n.id desc limit 10;
end
$$;
