-- letters_api.preview(session, right, letter): the page is wanted, by the office
-- or the author.
-- Returns: one row: letter, and make: to be made by `press`; none for others
-- Tables: those of letters_api.handles and sojourn.letter_preview_ask
create or replace function letters_api.preview(p_session bytea, p_right text,
    p_letter bigint)
returns table (letter bigint, make boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome = 'done' and letters_api.handles(v_actor, p_letter)
	    and exists (select from letter_draft d
		where d.letter_id = p_letter) then
		return query select p_letter,
		    sojourn.letter_preview_ask(p_letter);
	end if;
end
$$;
