-- press_api.preview_take(letter): a letter to be laid out to look at.
-- Returns: one row: its content and the issuer; none when nobody wants it
-- Tables: letter_preview, letter, host (read)
create or replace function press_api.preview_take(p_letter bigint)
returns table (lang text, content jsonb, told_at timestamptz,
    told_epoch bigint, issuer text, seal text, contact text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select l.language::text, p.content, sojourn.now(),
	       extract(epoch from sojourn.now())::bigint,
	       sojourn.pick(l.language, h.name_ko, h.name_en, h.name_ja), h.seal,
	       concat_ws(' · ', nullif(sojourn.pick(l.language,
		   h.contact_name_ko, h.contact_name_en, h.contact_name_ja), ''),
		   nullif(h.contact_phone, ''), nullif(h.contact_email, ''))
	  from letter_preview p join letter l on l.id = p.letter_id
	  left join host h on true
	 where p.letter_id = p_letter and p.pdf is null
$$;
