-- staff_api.mail(...): the outgoing mail, newest first; what did not arrive is
-- what the page is for.
-- Parameters: p_state  a state or ''; p_kind a kind or ''; p_q  part of an
--             address or a name, or an application's number; 100 a page
-- Tables: outbox, account, application (read)
create or replace function staff_api.mail(p_session bytea, p_right text,
    p_state text, p_kind text, p_q text, p_page integer, p_chosen bigint[])
returns table (id bigint, total bigint, kind text, to_address text, state text,
    name text, login text, application_id bigint, made_at timestamptz,
    not_before timestamptz, sent_at timestamptz, tries integer,
    last_error text, secret boolean, chosen boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select o.id, count(*) over (), o.kind, o.to_address, o.state,
	       coalesce(a.name, p.name_native, ''), coalesce(a.login, ''),
	       o.application_id, o.made_at, o.not_before, o.sent_at, o.tries,
	       o.last_error, sojourn.mail_secret(o.kind),
	       o.id = any (p_chosen)
	  from outbox o
	  left join account a on a.id = o.account_id
	  left join application p on p.id = o.application_id
	 where (coalesce(p_state, '') = '' or o.state = p_state)
	   and (coalesce(p_kind, '') = '' or o.kind = p_kind)
	   and (coalesce(p_q, '') = '' or o.application_id::text = p_q
		or strpos(lower(concat_ws(' ', o.to_address, a.name, a.login,
		    p.name_native)), lower(p_q)) > 0)
	 order by o.id desc
	 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100;
end
$$;
