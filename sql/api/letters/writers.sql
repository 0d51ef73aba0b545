-- letters_api.writers(session, right, letter): accounts that may be asked to
-- write a letter; instructors of the student's own sections first.
-- Returns: taught: an own instructor; hit: the student named this person
-- Tables: account, account_role, role_right, letter, enrolment,
--         section_instructor (read)
create or replace function letters_api.writers(p_session bytea, p_right text,
    p_letter bigint)
returns table (login text, name text, taught boolean, hit boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select q.login, q.name, q.taught, q.hit from (
		select a.login, a.name, exists (select from enrolment e
			join section_instructor i on i.section_id = e.section_id
			where e.person_id = l.person_id
			  and i.account_id = a.id) as taught,
		       l.wished <> '' and (lower(l.wished) = lower(a.login)
			or position(a.name in l.wished) > 0
			or position(l.wished in a.name) > 0) as hit
		  from account a, letter l
		 where l.id = p_letter and a.disabled_at is null
		   and exists (select from account_role r
		    join role_right q on q.role = r.role
		    where r.account_id = a.id
		      and q.right_ = 'letters.write')) q
	 order by q.hit desc, q.taught desc, q.name, q.login limit 500;
end
$$;
