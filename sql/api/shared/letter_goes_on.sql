-- sojourn.letter_goes_on(...): an official letter about several students, of
-- which some may have been entered before (R3, R12): a number that is on file is
-- the same letter, continued, whatever date was typed this time.
-- Returns: the letter's id
-- Tables: official_letter (read), and those of sojourn.letter_in
create or replace function sojourn.letter_goes_on(p_actor sojourn.actor,
    p_university integer, p_term integer, p_subject text, p_no text,
    p_date date, p_name text, p_type text, p_content bytea)
returns bigint
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(sojourn.letter_in(p_actor, p_university, p_term,
	    p_subject, p_no, p_date, p_name, p_type, p_content), (select o.id
		from official_letter o where o.university_id = p_university
		 and o.direction = 'in' and o.subject = p_subject
		 and o.letter_no = btrim(p_no)));
$$;
