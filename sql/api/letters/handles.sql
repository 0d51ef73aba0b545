-- letters_api.handles(actor, letter): is it one of those who handle the letter:
-- the office, or the account that was asked to write it?
-- Tables: letter_author, account_role, role_right (read)
create or replace function letters_api.handles(p_actor sojourn.actor,
    p_letter bigint)
returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select exists (select from account_role r
	    join role_right q on q.role = r.role
	    where r.account_id = p_actor.account_id
	      and q.right_ = 'staff.letters')
	    or exists (select from letter_author a
	    where a.letter_id = p_letter
	      and a.account_id = p_actor.account_id
	      and a.state in ('open', 'submitted'))
$$;
