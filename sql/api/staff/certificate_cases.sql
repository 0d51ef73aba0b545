-- staff_api.certificate_cases(): what people say is wrong on their certificates
-- (R108), open ones first.
-- Tables: certificate_case, document, person, account, certificate_request
--         (read)
create or replace function staff_api.certificate_cases(p_session bytea,
    p_right text)
returns table (id bigint, serial text, kind text, lang text, standing text,
    name text, what text, words text, state text, answer text,
    asked_at timestamptz, due_at timestamptz, late boolean,
    decided_at timestamptz, decided_name text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select c.id, d.serial, d.kind, d.lang::text,
	       sojourn.document_standing(d.id), p.name_native, c.what, c.words,
	       c.state, c.answer, c.asked_at, c.due_at,
	       c.state = 'open' and c.due_at < sojourn.now(), c.decided_at,
	       coalesce(a.name, '')
	  from certificate_case c
	  join document d on d.id = c.document_id
	  join person p on p.id = sojourn.person_root(c.person_id)
	  left join account a on a.id = c.decided_by
	 order by c.state = 'open' desc, c.state = 'correcting' desc,
	       case when c.state = 'open' then c.due_at end, c.id desc
	 limit 100;
end
$$;
