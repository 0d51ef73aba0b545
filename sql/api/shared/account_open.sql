-- sojourn.account_open(...): an account for staff or for a partner's colleague.
-- Students' accounts come with their IDs alone.  Without a hash the person gets
-- a link to set a password; never a password by mail (S1).
-- Parameters: p_actor       who opens it, null = the command line
--             p_university  null = staff of the host
--             p_roles       staff: admin academic affairs instructor auditor;
--                           partner: coordinator recommender
--             p_hash        Argon2id hash, null = mail a link
-- Outcomes: done (detail.account) · invalid (detail.field: login, name, email,
--           lang, university, role) · duplicate (the login is taken)
-- Tables: university (read), account, account_role, outbox, audit (insert)
create or replace function sojourn.account_open(p_actor sojourn.actor,
    p_login text, p_name text, p_email text, p_lang text, p_phone text,
    p_university integer, p_roles text[], p_hash text default null)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_field text;
	v_id    bigint;
begin
	v_field := case
	    when coalesce(p_login, '') !~ '^[a-z][a-z0-9._-]{1,31}$' then 'login'
	    when char_length(coalesce(p_name, '')) not between 1 and 120 then 'name'
	    when coalesce(p_email, '') !~ '^[^[:space:]<>@]+@[^[:space:]<>@]+\.[^[:space:]<>@.]+$'
		or length(p_email) > 254 then 'email'
	    when p_lang not in ('ko', 'en', 'ja') then 'lang'
	    when p_university is not null and not exists (select from university u
		where u.id = p_university) then 'university'
	    when coalesce(cardinality(p_roles), 0) = 0 or not p_roles <@ (case
		when p_university is null
		then array['admin', 'academic', 'affairs', 'instructor', 'auditor']
		else array['coordinator', 'recommender'] end) then 'role'
	    end;
	if v_field is not null then
		return verdict('invalid', null, jsonb_build_object('field', v_field));
	end if;
	insert into account (login, kind, university_id, name, email, phone,
	    lang, password_hash, password_state, password_since, second_step)
	values (p_login, case when p_university is null then 'staff' else 'partner' end,
	    p_university, p_name, p_email, coalesce(p_phone, ''), p_lang, p_hash,
	    case when p_hash is null then 'none' else 'set' end,
	    case when p_hash is not null then clock_timestamp() end, 'always')
	on conflict (login) do nothing
	returning id into v_id;
	if v_id is null then
		return verdict('duplicate', null, jsonb_build_object('field', 'login'));
	end if;
	insert into account_role (account_id, role, given_by)
	select distinct v_id, r, (p_actor).account_id from unnest(p_roles) r;
	if p_hash is null then
		perform mail('account-invitation', p_email, p_lang, '{}', v_id);
	end if;
	perform note(p_actor, 'account-open', 'account', v_id, 'done', null, null,
	    jsonb_build_object('roles', to_jsonb(p_roles)));
	return verdict('done', null, jsonb_build_object('account', v_id));
end
$$;
