-- sojourn.student_email(actor, application, address, reason): another address
-- for an applicant, because the one on file is wrong or dead (R24).  Before an
-- ID is issued it takes the place of the old one and settles which address is
-- right (S2); afterwards staff decide, because it opens an account (C27).
-- Outcomes: done, pending, already, invalid
-- Tables: application (update), correction (insert)
create or replace function sojourn.student_email(p_actor sojourn.actor,
    p_a sojourn.application, p_value text, p_reason text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if p_value !~ '^[!-;=?A-~]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$'
	    or p_value ~ '@.*@' or length(p_value) > 254 then
		return verdict('invalid', 'S17', '{"field": "value"}');
	elsif p_a.state = 'issued' then
		insert into correction (person_id, field, value, reason)
		select person_root(p_a.person_id), 'email', p_value, p_reason
		 where not exists (select from correction c
			where c.person_id = person_root(p_a.person_id)
			  and c.field = 'email' and c.value = p_value
			  and c.state = 'open');
		return verdict('pending', 'C27');
	elsif lower(p_value) = lower(p_a.email)
	    and not differs(p_a.id) then
		return verdict('already', 'R24');
	end if;
	update application
	   set email_confirmed_at = case when lower(email) = lower(p_value)
		   then email_confirmed_at end,
	       entered_by = case when lower(email) = lower(p_value)
		   then entered_by else p_actor.account_id end,
	       email = p_value,
	       list_data = list_data || '{"settled": true}',
	       rival_id = null, version = version + 1
	 where id = p_a.id;
	perform claim_settled(p_actor, p_a.id);
	return verdict('done', 'R24');
end
$$;
