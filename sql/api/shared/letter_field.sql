-- sojourn.letter_field(no, date): which field of an official letter that came on
-- paper is wrong: letter_no without one, letter_date without one or in the
-- future.
-- Returns: the field, null when nothing is
create or replace function sojourn.letter_field(p_no text, p_date date)
returns text
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select case when p_no = '' then 'letter_no'
	    when p_date is null
		or p_date > (sojourn.now() at time zone 'Asia/Seoul')::date
		then 'letter_date' end;
$$;
