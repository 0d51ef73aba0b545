-- sojourn.letter_in(...): records an official letter that a university sent,
-- with its file if there is one (R6, R12).
-- One letter may stand for several lists or withdrawals, also later ones: a
-- list is corrected and sent again under the same number.
-- Returns: the letter's id, of the one on file when number and date are the
--          same; null when the number is on file with another date
-- Tables: stored_file (insert), official_letter (read, insert)
create or replace function sojourn.letter_in(p_actor sojourn.actor,
    p_university integer, p_term integer, p_subject text, p_no text,
    p_date date, p_name text, p_type text, p_content bytea,
    p_direction text default 'in')
returns bigint
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_file   bigint;
	v_letter bigint;
begin
	insert into official_letter (university_id, term_id, direction, subject,
	    letter_no, letter_date, recorded_by, received_at)
	values (p_university, p_term, p_direction, p_subject, btrim(p_no), p_date,
	    p_actor.account_id, sojourn.now())
	on conflict (university_id, direction, subject, letter_no) do nothing
	returning id into v_letter;
	if v_letter is null then
		return (select o.id from official_letter o
		    where o.university_id = p_university
		      and o.direction = 'in' and o.subject = p_subject
		      and o.letter_no = btrim(p_no) and o.letter_date = p_date);
	end if;
	if length(p_content) > 0 then
		insert into stored_file (sha256, media_type, name, size, content,
		    stored_by)
		values (sha256(p_content), p_type, left(p_name, 200),
		    length(p_content), p_content, p_actor.account_id)
		returning id into v_file;
		update official_letter set file_id = v_file where id = v_letter;
	end if;
	return v_letter;
end
$$;
