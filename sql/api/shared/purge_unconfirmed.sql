-- sojourn.purge_unconfirmed(due): deletes applications that nobody ever confirmed
-- sixty days after they were made, with their mails and links (S25).  One that
-- a list, a person or another application names stays with those.
-- Returns: how many
-- Tables: application, token, outbox (delete), partner_list_row (read)
create or replace function sojourn.purge_unconfirmed(p_due timestamptz)
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_old bigint[];
begin
	select array_agg(a.id) into v_old
	  from application a
	 where a.state = 'expired' and a.door = 'web'
	   and a.email_confirmed_at is null and a.person_id is null
	   and a.list_id is null and a.rival_id is null
	   and a.submitted_at < p_due - interval '60 days'
	   and not exists (select from application o where o.rival_id = a.id)
	   and not exists (select from partner_list_row r
		where r.application_id = a.id);
	delete from token t where t.application_id = any (v_old);
	delete from outbox o where o.application_id = any (v_old);
	delete from application a where a.id = any (v_old);
	return coalesce(cardinality(v_old), 0);
end
$$;
