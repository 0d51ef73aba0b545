-- letters_api.write(session, right, letter): the letter before who was asked to
-- write it.
-- Returns: as sojourn.letter_to_write; no row for anybody else
-- Tables: letter_author (read), those of sojourn.letter_to_write
create or replace function letters_api.write(p_session bytea, p_right text,
    p_letter bigint)
returns table (letter bigint, state text, at text, purpose text,
    recipient text, language text, delivery text, deadline date,
    due timestamptz, late boolean, form text, author text, title text,
    facts jsonb, version integer, salutation text, body text, closing text,
    signed_name text, signed_title text, confidential boolean,
    saved_at timestamptz, remarks text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query select w.* from sojourn.letter_to_write(
	    letters_api.author_of(v_actor, p_letter)) w
	 where v_actor.outcome = 'done';
end
$$;
