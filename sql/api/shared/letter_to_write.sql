-- sojourn.letter_to_write(author): what an author has before him: the request,
-- the student's facts in the language of the letter, the text as it stands.
-- Returns: one row; state is the author's (open, submitted, …)
-- Tables: letter, letter_author, letter_draft, stored_file, person (read), those
--         of sojourn.letter_facts
create or replace function sojourn.letter_to_write(p_author bigint)
returns table (letter bigint, state text, at text, purpose text,
    recipient text, language text, delivery text, deadline date,
    due timestamptz, late boolean, form text, author text, title text,
    facts jsonb, version integer, salutation text, body text, closing text,
    signed_name text, signed_title text, confidential boolean,
    saved_at timestamptz, remarks text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select l.id, a.state, l.state, l.purpose, l.recipient, l.language,
	       l.delivery, l.deadline, sojourn.letter_due(l.asked_at),
	       sojourn.letter_late(l.id), coalesce(f.name, ''),
	       case when l.language <> 'ko' then coalesce((select s.instructor_en
		    from section_instructor i join section s
		      on s.id = i.section_id
		   where i.account_id = a.account_id and s.instructor_en <> ''
		   limit 1), a.name) else a.name end, '',
	       sojourn.letter_facts(l.person_id, l.language, a.account_id),
	       d.version, d.salutation, d.body, d.closing, d.signed_name,
	       d.signed_title, d.confidential, d.saved_at, d.remarks
	  from letter_author a join letter l on l.id = a.letter_id
	  join letter_draft d on d.letter_id = l.id
	  left join stored_file f on f.id = l.form_id
	 where a.id = p_author
$$;
