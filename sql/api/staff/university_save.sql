-- staff_api.university_save(...): a new university, or other settings of one.
-- A changed name leaves the old one with its dates (documents show the name of
-- their day).
-- Outcomes: done; already (nothing differs, or the same request); invalid with
--   the field
-- Tables: university (insert, update), university_name, audit (insert)
create or replace function staff_api.university_save(p_session bytea,
    p_right text, p_request text, p_code text, p_names text[], p_country text,
    p_stage text, p_max integer, p_criteria text, p_contact text[],
    p_active boolean)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_old   record;
	v_id    integer;
	v_today date := (sojourn.now() at time zone 'Asia/Seoul')::date;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'university') then
		return next sojourn.says('university', 'already', null);
		return;
	end if;
	if p_code !~ '^[A-Z0-9]{2,12}$' or p_country !~ '^[A-Z]{2}$' then
		return query select * from sojourn.conclude(v_actor, p_request,
		    array[sojourn.says('university', 'invalid', null,
			jsonb_build_object('field', case when p_country
			    !~ '^[A-Z]{2}$' then 'country' else 'code' end))]);
		return;
	end if;
	select u.* into v_old from university u where u.code = p_code for update;
	insert into university as u (code, name_ko, name_en, name_ja, country,
	    verification_stage, max_credits, criteria, coordinator_name,
	    coordinator_email, coordinator_phone, active)
	values (p_code, p_names[1], p_names[2], p_names[3], p_country, p_stage,
	    p_max, p_criteria, p_contact[1], p_contact[2], p_contact[3], p_active)
	on conflict (code) do update
	   set name_ko = excluded.name_ko, name_en = excluded.name_en,
	       name_ja = excluded.name_ja, country = excluded.country,
	       verification_stage = excluded.verification_stage,
	       max_credits = excluded.max_credits, criteria = excluded.criteria,
	       coordinator_name = excluded.coordinator_name,
	       coordinator_email = excluded.coordinator_email,
	       coordinator_phone = excluded.coordinator_phone,
	       active = excluded.active
	 where (u.name_ko, u.name_en, u.name_ja, u.country, u.verification_stage,
	     u.max_credits, u.criteria, u.coordinator_name, u.coordinator_email,
	     u.coordinator_phone, u.active) is distinct from (excluded.name_ko,
	     excluded.name_en, excluded.name_ja, excluded.country,
	     excluded.verification_stage, excluded.max_credits,
	     excluded.criteria, excluded.coordinator_name,
	     excluded.coordinator_email, excluded.coordinator_phone,
	     excluded.active)
	returning u.id into v_id;
	if v_old.id is not null and v_id is not null
	    and (v_old.name_ko, v_old.name_en, v_old.name_ja)
		is distinct from (p_names[1], p_names[2], p_names[3]) then
		insert into university_name (university_id, name_ko, name_en,
		    name_ja, valid)
		select v_id, v_old.name_ko, v_old.name_en, v_old.name_ja,
		       daterange(max(upper(n.valid)), v_today)
		  from university_name n where n.university_id = v_id
		having coalesce(max(upper(n.valid)), '-infinity') < v_today;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('university', case when v_id is null
		then 'already' else 'done' end, null,
		jsonb_build_object('code', p_code), '', 'university',
		coalesce(v_id, v_old.id))]);
end
$$;
