-- sojourn.day_word(lang, day): "월", "Mon", "月" of 1 = Monday to 7 = Sunday.
-- Without settings of its own, so that it is inlined.
create or replace function sojourn.day_word(p_lang text, p_day integer)
returns text
language sql immutable
as $$
	select (case p_lang
	    when 'ko' then '{월,화,수,목,금,토,일}'::text[]
	    when 'ja' then '{月,火,水,木,金,土,日}'::text[]
	    else '{Mon,Tue,Wed,Thu,Fri,Sat,Sun}'::text[] end)[p_day]
$$;
