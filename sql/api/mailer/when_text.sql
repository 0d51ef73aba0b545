-- mailer_api.when_text(time, lang): a time as a reader of that language writes
-- it, in the zone of the institution.
create or replace function mailer_api.when_text(p_at timestamptz, p_lang text)
returns text
language sql stable
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select case p_lang
	    when 'ko' then to_char(v.at, 'YYYY. FMMM. FMDD.') || '('
		|| substr('월화수목금토일', v.day, 1) || to_char(v.at, ') HH24:MI')
	    when 'ja' then to_char(v.at, 'YYYY"年"FMMM"月"FMDD"日"') || '('
		|| substr('月火水木金土日', v.day, 1) || to_char(v.at, ') HH24:MI')
	    else to_char(v.at, 'Dy FMDD Mon YYYY, HH24:MI') || ' KST' end
	  from (select p_at at time zone 'Asia/Seoul' as at,
		extract(isodow from p_at at time zone 'Asia/Seoul')::integer as day) v
$$;
