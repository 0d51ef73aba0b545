-- letters_api.preview_by_link(token): as letters_api.preview, for an author's
-- link.
-- Tables: those of sojourn.letter_by_link and sojourn.letter_preview_ask
create or replace function letters_api.preview_by_link(p_token text)
returns table (letter bigint, make boolean)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select k.letter, sojourn.letter_preview_ask(k.letter)
	  from sojourn.letter_by_link(p_token, 'letter-author') k
	 where k.outcome = 'done'
$$;
