-- staff_api.universities(): every university with its settings.
-- Tables: university, agreement, application, account (read)
create or replace function staff_api.universities(p_session bytea,
    p_right text, p_lang text)
returns table (code text, name text, name_ko text, name_en text, name_ja text,
    country text, verification_stage text, max_credits integer, criteria text,
    coordinator_name text, coordinator_email text, coordinator_phone text,
    active boolean, agreed boolean, agreement_until date, people bigint, applications bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select u.code, sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	       u.name_ko, u.name_en, u.name_ja, u.country, u.verification_stage,
	       u.max_credits, u.criteria, u.coordinator_name,
	       u.coordinator_email, u.coordinator_phone, u.active,
	       exists (select from agreement g where g.university_id = u.id
		   and g.valid @> (sojourn.now() at time zone h.zone)::date),
	       (select max(upper(g.valid)) - 1 from agreement g
		 where g.university_id = u.id
		   and g.valid @> (sojourn.now() at time zone h.zone)::date),
	       (select count(*) from account a
		 where a.university_id = u.id and a.disabled_at is null),
	       (select count(*) from application a
		 where a.university_id = u.id
		   and a.term_id = sojourn.term_current(''))
	  from university u cross join host h
	 order by u.active desc, 2;
end
$$;
