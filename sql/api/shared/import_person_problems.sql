-- sojourn.import_person_problems(term, row): everything that stands against a
-- row of `import people`, all at once.
-- Returns: [{"field", "why", "value"}]; why is missing, unknown, student (the
--          login is a student's), moved (the account is of another university),
--          last-admin
-- Tables: account, account_role, university, section (read)
create or replace function sojourn.import_person_problems(p_term integer,
    p_row jsonb) returns jsonb
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_old   account;
	v_code  text;
	v_roles text[] := array_remove(regexp_split_to_array(
	    coalesce(p_row ->> 'roles', ''), '[,; ]+'), '');
begin
	select * into v_old from account a where a.login = p_row ->> 'login';
	select u.code into v_code from university u where u.id = v_old.university_id;
	return coalesce((select jsonb_agg(to_jsonb(p)) from (
		select 'roles' as field, 'missing' as why, '' as value
		 where p_row ? 'roles' and v_roles = '{}'
		union all
		select 'login', 'missing', '' where not p_row ? 'login'
		union all
		select f, 'missing', ''
		  from unnest(array['name', 'email', 'roles']) f
		 where v_old.id is null and not p_row ? f
		union all
		select 'roles', 'unknown', r from unnest(v_roles) r
		 where not r = any (case when coalesce(v_code, p_row ->> 'university', '') = ''
		    then array['admin', 'academic', 'affairs', 'instructor', 'auditor']
		    else array['coordinator', 'recommender'] end)
		union all
		select 'login', 'student', v_old.login where v_old.kind = 'student'
		union all
		select 'university', 'unknown', p_row ->> 'university'
		 where coalesce(p_row ->> 'university', '') <> ''
		   and not exists (select from university u
		    where u.code = p_row ->> 'university')
		union all
		select 'university', 'moved', coalesce(v_code, '')
		 where v_old.id is not null and p_row ? 'university'
		   and p_row ->> 'university' <> coalesce(v_code, '')
		union all
		select 'roles', 'last-admin', '' where p_row ? 'roles'
		   and not 'admin' = any (v_roles)
		   and sojourn.account_last_admin(v_old.id)
		union all
		select 'sections', 'unknown', c
		  from regexp_split_to_table(p_row ->> 'sections', '[,; ]+') c
		 where c <> '' and not exists (select from section s
		    where s.term_id = p_term and s.code = c)
	       ) p), '[]');
end
$$;
