-- letters_api.preview_file_by_link(token): as letters_api.preview_file, for an
-- author's link.
-- Tables: letter_preview (read), those of sojourn.letter_by_link
create or replace function letters_api.preview_file_by_link(p_token text)
returns table (pdf text, why text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select encode(p.pdf, 'base64'), p.why
	  from sojourn.letter_by_link(p_token, 'letter-author') k
	  join letter_preview p on p.letter_id = k.letter
	 where k.outcome = 'done'
$$;
