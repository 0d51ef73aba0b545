-- sojourn.join_claims(holder, other): the mailbox of `other` was confirmed while
-- `holder` has the place of the same term, university and number.
--   Same human and same address: one application.  What the student typed
--   stands, the list's values are kept beside it (design, decisions); a
--   returned application is submitted again with the new values.
--   Anything else: both are kept, the holder is doubtful until its university
--   settles it (S2); an application that is issued or rejected is not touched.
-- Returns: done, already (nothing new in it) or review
-- Tables: application (update; both rows are locked by the caller)
create or replace function sojourn.join_claims(p_holder bigint, p_other bigint)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_h application;
	v_o application;
begin
	select * into v_h from application where id = p_holder;
	select * into v_o from application where id = p_other;
	if not same_applicant(p_holder, p_other)
	    or lower(v_h.email) <> lower(v_o.email) then
		update application
		   set state = 'withdrawn', version = version + 1
		 where id = p_other;
		if v_h.state not in ('issued', 'rejected') then
			update application
			   set rival_id = p_other, identity = 'doubtful',
			       version = version + 1
			 where id = p_holder;
		end if;
		return 'review';
	end if;
	update application set state = 'withdrawn', version = version + 1
	 where id = p_other;
	if v_h.state in ('issued', 'rejected')
	    or (v_h.door = 'web' and v_h.state <> 'returned') then
		return 'already';
	end if;
	update application
	   set list_data = case when v_h.door = 'list' then
		coalesce(v_h.list_data, jsonb_strip_nulls(jsonb_build_object(
		    'name_native', v_h.name_native,
		    'name_latin', nullif(btrim(v_h.name_family || ' '
			|| v_h.name_given), ''),
		    'birth_date', v_h.birth_date, 'level', v_h.level,
		    'department', v_h.department, 'email', v_h.email)))
		else v_h.list_data end,
	       state = case v_h.state when 'returned' then 'submitted'
		   else v_h.state end,
	       name_native = v_o.name_native, level = v_o.level,
	       name_family = v_o.name_family, name_given = v_o.name_given,
	       status = v_o.status, college = v_o.college,
	       department = v_o.department, semester = v_o.semester,
	       phone = v_o.phone, lang = v_o.lang,
	       previous_id = coalesce(nullif(v_o.previous_id, ''),
		   v_h.previous_id),
	       consent_collect_at = v_o.consent_collect_at,
	       consent_provide_at = v_o.consent_provide_at,
	       email_confirmed_at = v_o.email_confirmed_at,
	       version = version + 1
	 where id = p_holder;
	return 'done';
end
$$;
