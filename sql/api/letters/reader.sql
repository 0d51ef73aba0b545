-- letters_api.reader(token, lang): what is behind a recipient's link: from whom,
-- about whom; changes nothing.
-- Returns: one row; outcome of the link
-- Tables: letter_delivery, document, person, host (read), those of
--         sojourn.letter_by_link
create or replace function letters_api.reader(p_token text, p_lang text)
returns table (outcome text, until timestamptz, issuer text, student text,
    serial text, recipient text, told_at timestamptz)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select k.outcome, k.until, sojourn.pick(p_lang, h.name_ko, h.name_en,
	       h.name_ja), coalesce(p.name_native, ''), coalesce(d.serial, ''),
	       coalesce(l.recipient, ''), d.told_at
	  from sojourn.letter_by_link(p_token, 'letter-reader') k
	  left join letter_delivery s on s.id = k.id and k.outcome = 'done'
	  left join letter l on l.id = s.letter_id
	  left join document d on d.serial = s.serial
	  left join person p on p.id = l.person_id
	  left join host h on true
$$;
