-- sojourn.enrolment_request(): an enrolment goes; the form that asked for it is
-- remembered as one that was here, so that it has one effect (F8).
-- Tables: account (read), request (insert)
create or replace function sojourn.enrolment_request() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	insert into request (account_id, id, act)
	select a.id, old.request_id, 'enrol' from account a
	 where a.person_id = old.person_id
	on conflict do nothing;
	return null;
end
$$;
