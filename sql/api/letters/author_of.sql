-- letters_api.author_of(actor, letter): the row under which an account was
-- asked to write a letter: the open one, else the last.
-- Returns: null for who was not asked
-- Tables: letter_author (read)
create or replace function letters_api.author_of(p_actor sojourn.actor,
    p_letter bigint)
returns bigint
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.id from letter_author a
	 where a.letter_id = p_letter and a.account_id = p_actor.account_id
	   and a.state in ('open', 'submitted')
	 order by a.state = 'open' desc, a.id desc limit 1
$$;
