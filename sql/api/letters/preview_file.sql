-- letters_api.preview_file(session, right, letter): the page that was made; who
-- may see it is asked again.
-- Returns: one row: pdf in base64, or why there is none; no row for others
-- Tables: letter_preview (read), those of letters_api.handles
create or replace function letters_api.preview_file(p_session bytea,
    p_right text, p_letter bigint)
returns table (pdf text, why text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select encode(p.pdf, 'base64'), p.why from letter_preview p
	 where p.letter_id = p_letter and v_actor.outcome = 'done'
	   and letters_api.handles(v_actor, p_letter);
end
$$;
