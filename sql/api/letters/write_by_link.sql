-- letters_api.write_by_link(token): the letter behind an author's link; changes
-- nothing, so that a mail scanner's visit costs nothing.
-- Returns: one row: outcome of the link; the rest as sojourn.letter_to_write,
--          null unless it is done
-- Tables: those of sojourn.letter_by_link and sojourn.letter_to_write
create or replace function letters_api.write_by_link(p_token text)
returns table (outcome text, until timestamptz, letter bigint, state text,
    at text, purpose text, recipient text, language text, delivery text,
    deadline date, due timestamptz, late boolean, form text, author text,
    title text, facts jsonb, version integer, salutation text, body text,
    closing text, signed_name text, signed_title text, confidential boolean,
    saved_at timestamptz, remarks text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select k.outcome, k.until, w.*
	  from sojourn.letter_by_link(p_token, 'letter-author') k
	  left join lateral sojourn.letter_to_write(case k.outcome
	    when 'done' then k.id end) w on true
$$;
