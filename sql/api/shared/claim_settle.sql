-- sojourn.claim_settle(actor, application, whose): the university says whose
-- claim on a student number holds (S2).
-- Parameters: p_whose  own: what stands in the application; list: what its
--             list says; rival: the second application, confirmed from another
--             mailbox
-- Outcomes: done; already (nothing is disputed); invalid (there is no such
--   claim)
-- Tables: application (update), person, identity_case (delete, where they were
--   made for a claim that does not hold)
create or replace function sojourn.claim_settle(p_actor sojourn.actor,
    p_a sojourn.application, p_whose text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_was  bigint := p_a.person_id;
	v_same boolean;
begin
	if not differs(p_a.id) then
		return verdict('already', 'S2');
	elsif p_whose not in ('own', 'list', 'rival')
	    or (p_whose = 'list' and p_a.list_data is null)
	    or (p_whose = 'rival' and p_a.rival_id is null) then
		return verdict('invalid', 'S2', '{"field": "value"}');
	end if;
	if p_whose = 'list' then
		perform claim_take_list(p_actor, p_a);
	elsif p_whose = 'rival' then
		perform claim_take_rival(p_a);
	end if;
	update application
	   set list_data = list_data || '{"settled": true}', rival_id = null,
	       version = version + 1
	 where id = p_a.id;
	select a.birth_date = p_a.birth_date
	       and name_key(a.name_native) = name_key(p_a.name_native)
	  into v_same from application a where a.id = p_a.id;
	if not v_same then
		update application set person_id = null, identity = 'open'
		 where id = p_a.id;
		delete from identity_case c
		 where c.application_id = p_a.id and c.state = 'open';
		delete from person p
		 where p.id = v_was
		   and not exists (select from temporary_id t where t.person_id = p.id)
		   and not exists (select from account c where c.person_id = p.id)
		   and not exists (select from student s where s.person_id = p.id)
		   and not exists (select from application a where a.person_id = p.id)
		   and not exists (select from identity_case c where p.id in (c.a, c.b))
		   and not exists (select from person m where m.merged_into = p.id);
		perform identify(p_a.id);
	end if;
	perform claim_settled(p_actor, p_a.id);
	return verdict('done', 'S2', jsonb_build_object('value', p_whose));
end
$$;
