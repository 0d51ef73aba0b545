-- press_api.preview_made(letter, pdf, why): the page to look at, or why it
-- cannot be made (glyph, long).
-- Tables: letter_preview (update)
create or replace function press_api.preview_made(p_letter bigint,
    p_pdf bytea, p_why text)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	update letter_preview set pdf = p_pdf, why = p_why
	 where letter_id = p_letter
$$;
