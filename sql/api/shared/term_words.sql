-- sojourn.term_words(code, lang): a term as certificates write it.
create or replace function sojourn.term_words(p_term text, p_lang text)
returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case p_lang
	    when 'ko' then left(p_term, 4) || '학년도 ' || case right(p_term, 1)
		when '1' then '제1학기' when '2' then '제2학기'
		when 'S' then '하계 계절학기' else '동계 계절학기' end
	    when 'ja' then left(p_term, 4) || '年度 ' || case right(p_term, 1)
		when '1' then '第1学期' when '2' then '第2学期'
		when 'S' then '夏季学期' else '冬季学期' end
	    else case right(p_term, 1)
		when '1' then 'First semester' when '2' then 'Second semester'
		when 'S' then 'Summer session' else 'Winter session' end
		|| ', ' || left(p_term, 4) end
$$;
