-- mailer_api.when_text(time, lang): a time as a reader of that language writes
-- it, in the zone of the institution.
create or replace function mailer_api.when_text(p_at timestamptz, p_lang text)
returns text
language plpgsql stable
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_at  timestamp := p_at at time zone 'Asia/Seoul';
	v_day integer := extract(isodow from v_at);
begin
	if p_lang = 'ko' then
		return to_char(v_at, 'YYYY. FMMM. FMDD.') || '('
		    || substr('월화수목금토일', v_day, 1)
		    || to_char(v_at, ') HH24:MI');
	elsif p_lang = 'ja' then
		return to_char(v_at, 'YYYY"年"FMMM"月"FMDD"日"') || '('
		    || substr('月火水木金土日', v_day, 1)
		    || to_char(v_at, ') HH24:MI');
	end if;
	return to_char(v_at, 'Dy FMDD Mon YYYY, HH24:MI') || ' KST';
end
$$;
