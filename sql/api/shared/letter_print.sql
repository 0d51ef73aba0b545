-- sojourn.letter_print(actor, letter): has the approved text issued as a
-- document; one in the same series that is valid is superseded by it.
-- Returns: the serial to be made by `press`
-- Tables: letter, letter_draft, letter_author (read), letter_document (insert),
--         those of sojourn.document_ask
create or replace function sojourn.letter_print(p_actor sojourn.actor,
    p_letter bigint)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
	v_serial text;
begin
	select l.person_id, l.language, d.confidential, d.signed_name into v
	  from letter l join letter_draft d on d.letter_id = l.id
	 where l.id = p_letter;
	select a.serial into v_serial
	  from sojourn.document_ask(p_actor, v.person_id, 'letter',
	      p_letter::text, v.language, sojourn.letter_content(p_letter),
	      jsonb_build_object('author', sojourn.document_masked(
		  v.signed_name)), null, p_again => true) a;
	insert into letter_document (letter_id, serial, sealed, asked_at)
	values (p_letter, v_serial, v.confidential, sojourn.now());
	return v_serial;
end
$$;
