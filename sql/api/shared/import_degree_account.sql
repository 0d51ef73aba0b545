-- sojourn.import_degree_account(person, row): who has no account yet gets one,
-- under the student number, and a link to set a password; without an address it
-- waits for one.
-- Tables: account, account_role, outbox (insert), person (update)
create or replace function sojourn.import_degree_account(p_person bigint,
    p_row jsonb)
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_id bigint;
begin
	select a.id into v_id from account a where a.person_id = p_person;
	if v_id is null and coalesce(p_row ->> 'email', '') <> '' then
		insert into account (login, kind, person_id, name, email, lang)
		select lower(p_row ->> 'student_no'), 'student', p.id,
		       p.name_native, p_row ->> 'email',
		       coalesce(p_row ->> 'lang', 'ko')
		  from person p where p.id = p_person
		returning id into v_id;
		update person p set email = p_row ->> 'email'
		 where p.id = p_person and p.email = '';
		perform mail('account-invitation', p_row ->> 'email',
		    coalesce(p_row ->> 'lang', 'ko'), '{}', v_id, p_person);
	end if;
	insert into account_role (account_id, role)
	select v_id, 'degree' where v_id is not null
	on conflict do nothing;
end
$$;
