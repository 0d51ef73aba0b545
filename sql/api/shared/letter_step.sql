-- sojourn.letter_step(actor, letter, step, word, shown): what happened to a
-- letter.  The word (a reason, remarks) stays here: the audit has ids only.
-- Tables: letter_step (insert)
create or replace function sojourn.letter_step(p_actor sojourn.actor,
    p_letter bigint, p_step text, p_word text default '',
    p_shown boolean default true)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	insert into letter_step (letter_id, at, step, by_whom, word, shown)
	values (p_letter, sojourn.now(), p_step, (p_actor).account_id,
	    left(coalesce(p_word, ''), 2000), p_shown)
$$;
