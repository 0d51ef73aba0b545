-- mailer_api.lifetime(kind): when a link of this kind that is sent now ends,
-- on the clock of links; the hours are rule values (C32).
create or replace function mailer_api.lifetime(p_kind text)
returns timestamptz
language plpgsql stable
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if p_kind = 'activate' then
		return sojourn.now() + make_interval(days => sojourn.rule(
		    'credit-exchange', 'activation_days')::integer);
	end if;
	if p_kind in ('letter-author', 'letter-reader') then
		return sojourn.now() + make_interval(days => sojourn.rule(
		    'credit-exchange', case p_kind when 'letter-author'
			then 'letter_author_days' else 'letter_reader_days'
			end)::integer);
	end if;
	return sojourn.now() + make_interval(hours => sojourn.rule(
	    'credit-exchange', case p_kind when 'confirm' then 'confirm_hours'
		when 'status-link' then 'status_link_hours'
		when 'reset' then 'reset_hours'
		else 'email_change_hours' end)::integer);
end
$$;
