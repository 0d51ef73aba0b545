-- staff_api.application_differences(id): the university's list beside the
-- student's own words.
create or replace function staff_api.application_differences(p_session bytea,
    p_right text, p_id bigint)
returns table (field text, listed text, own text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query select d.field, d.listed, d.own
	  from sojourn.application_differences(p_id) d;
end
$$;
