-- sojourn.letter_content(letter): everything that the letter prints, as it
-- stands at this moment; workers/press/letter.c lays it out.
-- Tables: letter, letter_draft (read), those of sojourn.letter_facts
create or replace function sojourn.letter_content(p_letter bigint)
returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select (sojourn.letter_facts(l.person_id, l.language)
	    - 'courses' - 'mine') || jsonb_build_object(
	    'recipient', l.recipient,
	    'salutation', d.salutation,
	    'paragraphs', (select coalesce(jsonb_agg(trim(x.part, E' \n\t')
		    order by x.n), '[]')
		from regexp_split_to_table(d.body, E'\n[ \t]*\n+')
		    with ordinality x(part, n)
		where trim(x.part, E' \n\t') <> ''),
	    'closing', d.closing,
	    'signed_name', d.signed_name,
	    'signed_title', d.signed_title,
	    'confidential', d.confidential)
	  from letter l join letter_draft d on d.letter_id = l.id
	 where l.id = p_letter
$$;
