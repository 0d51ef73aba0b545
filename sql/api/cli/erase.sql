-- cli_api.erase(id, letter, dry): erases the data of who has this temporary ID, or
-- of the one behind an application ('application:17') (S25).
-- Outcomes: as sojourn.erase; unknown
-- Tables: temporary_id, account, application (read), those of sojourn.erase
create or replace function cli_api.erase(p_id text, p_letter text,
    p_dry boolean)
returns table (outcome text, what text, record boolean, people integer,
    applications integer, mails integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_person bigint := coalesce((select t.person_id from temporary_id t
		where t.id = upper(p_id)),
	    (select a.person_id from account a
		where a.login = lower(p_id) and a.kind = 'student'),
	    (select a.person_id from application a
		where 'application:' || a.id = p_id));
begin
	if v_person is null then
		return query select 'unknown', '', null::boolean, 0, 0, 0;
		return;
	end if;
	return query
	select e.outcome, coalesce(e.detail ->> 'what', ''),
	       (e.detail ->> 'record')::boolean,
	       (e.detail ->> 'people')::integer,
	       (e.detail ->> 'applications')::integer,
	       (e.detail ->> 'mails')::integer
	  from sojourn.erase(v_person, p_letter, p_dry) e;
end
$$;
