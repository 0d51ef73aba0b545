-- cli_api.account_add(...): sojourn.account_open() for the command line.
-- Parameters: p_university  code, '' = staff; p_roles  comma between them;
--             p_hash        '' = mail a link
-- Outcomes: those of sojourn.account_open(); field names what is wrong
-- Tables: university (read), those of sojourn.account_open()
create or replace function cli_api.account_add(p_login text, p_name text,
    p_email text, p_lang text, p_phone text, p_university text, p_roles text,
    p_hash text, out outcome text, out field text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v       sojourn.verdict;
	v_univ  integer;
begin
	select u.id into v_univ from university u where u.code = p_university;
	if p_university <> '' and v_univ is null then
		outcome := 'invalid';
		field := 'university';
		return;
	end if;
	v := sojourn.account_open(null, p_login, p_name, p_email, p_lang,
	    p_phone, v_univ, string_to_array(p_roles, ','), nullif(p_hash, ''));
	outcome := v.outcome;
	field := coalesce(v.detail ->> 'field', '');
end
$$;
