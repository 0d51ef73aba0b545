-- sojourn.letter_preview_ask(letter): the page as it would be printed now is
-- to be made by `press`; nothing is issued.
-- Returns: true when `press` has to make it, false when it is there
-- Tables: letter_draft (read), letter_preview (insert, update)
create or replace function sojourn.letter_preview_ask(p_letter bigint)
returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_content jsonb := sojourn.letter_content(p_letter);
begin
	if exists (select from letter_preview p where p.letter_id = p_letter
	    and p.content = v_content and p.pdf is not null) then
		return false;
	end if;
	insert into letter_preview (letter_id, version, content)
	select p_letter, d.version, v_content
	  from letter_draft d where d.letter_id = p_letter
	on conflict (letter_id) do update set version = excluded.version,
	    content = excluded.content, pdf = null, why = '',
	    made_at = clock_timestamp();
	return found;
end
$$;
