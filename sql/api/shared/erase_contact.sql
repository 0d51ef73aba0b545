-- sojourn.erase_contact(people, applications): how to reach a human, what was
-- typed of him, and what lists said before it became a record (S25).
-- Tables: person, application, outbox, partner_list_row, correction,
--         identity_case (update)
create or replace function sojourn.erase_contact(p_people bigint[],
    p_applications bigint[]) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update person p set email = '', email2 = '', phone = ''
	 where p.id = any (p_people);
	update application a
	   set email = 'erased@erased.invalid', phone = '', list_data = null,
	       decision_reason = '', recommendation_reason = '',
	       version = a.version + 1
	 where a.id = any (p_applications);
	-- Who was written to is known by its row: kind, time, state.
	update outbox o
	   set to_address = 'erased@erased.invalid', params = '{}',
	       state = case when o.state = 'queued' then 'dropped'
		   else o.state end
	 where o.person_id = any (p_people)
	    or o.application_id = any (p_applications)
	    or o.account_id in (select c.id from account c
		where c.person_id = any (p_people));
	update partner_list_row r set cells = '{}', raw = '{}', problems = '[]'
	 where r.application_id = any (p_applications);
	update correction c
	   set value = '', reason = '', answer = '',
	       state = case c.state when 'open' then 'refused' else c.state end
	 where c.person_id = any (p_people);
	update identity_case i set reason = ''
	 where i.a = any (p_people) or i.b = any (p_people);
end
$$;
