-- sojourn.import_person(term, row): an account of staff or of a partner's
-- colleague as its row says; a new one is mailed a link.  Roles are exactly
-- those of the row.  A row with a record is about an own degree student
-- (sojourn.import_degree); visiting students come with their IDs alone.
-- Parameters: p_row  login, name, email, roles; lang, phone, university (code),
--                    sections (codes of the term that the person teaches)
-- Outcomes: done (detail.new) · already · invalid (detail.problems)
-- Tables: account (update), section_instructor (insert, delete), account_role,
--         university, section (read), and those of sojourn.account_*()
create or replace function sojourn.import_person(p_term integer, p_row jsonb)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_problems jsonb;
	v_roles    text[] := array_remove(regexp_split_to_array(
	    p_row ->> 'roles', '[,; ]+'), '');
	v_id       bigint;
	v_end      sojourn.verdict;
	v_new      boolean := false;
	v_changed  boolean;
begin
	if coalesce(p_row ->> 'record', 'account') <> 'account' then
		return sojourn.import_degree(p_row);
	end if;
	v_problems := sojourn.import_person_problems(p_term, p_row);
	if v_problems <> '[]' then
		return verdict('invalid', null,
		    jsonb_build_object('problems', v_problems));
	end if;
	select a.id into v_id from account a where a.login = p_row ->> 'login';
	if v_id is null then
		v_end := sojourn.account_open(null, p_row ->> 'login',
		    p_row ->> 'name', p_row ->> 'email',
		    coalesce(p_row ->> 'lang', 'ko'),
		    coalesce(p_row ->> 'phone', ''), (select u.id from university u
			where u.code = p_row ->> 'university'), v_roles);
		if v_end.outcome <> 'done' then
			return verdict('invalid', null, jsonb_build_object('problems',
			    jsonb_build_array(jsonb_build_object(
				'field', case v_end.detail ->> 'field' when 'role'
				    then 'roles' else v_end.detail ->> 'field' end,
				'why', 'unknown', 'value', ''))));
		end if;
		v_id := (v_end.detail ->> 'account')::bigint;
		v_new := true;
	end if;
	v_changed := sojourn.import_person_parts(v_id, v_roles, p_row);
	if p_row ? 'sections' then
		v_changed := sojourn.import_teaching(p_term, v_id, p_row ->> 'sections')
		    or v_changed;
	end if;
	return verdict(case when v_new or v_changed then 'done' else 'already' end,
	    null, jsonb_build_object('new', v_new, 'account', v_id));
end
$$;
