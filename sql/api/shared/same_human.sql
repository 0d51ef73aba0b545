-- sojourn.same_human(a, b): do two accounts belong to one human being, as far as
-- one can tell?  The same account, the same person, or the same e-mail address.
-- Two people have to be two, not one with two logins.
-- Tables: account (read)
create or replace function sojourn.same_human(p_a bigint, p_b bigint)
returns boolean
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return p_a = p_b or exists (
	    select from account a join account b on b.id = p_b
	     where a.id = p_a and (person_root(a.person_id)
		    = person_root(b.person_id)
		or lower(a.email) = lower(b.email)));
end
$$;
