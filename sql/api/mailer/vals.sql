-- mailer_api.vals(mail): the values that the texts of a mail may name, all as
-- text in the mail's language.  The writer's own parameters come first; those
-- that end in _at, and until, are written as times of the institution.
-- Returns: one flat object
-- Tables: outbox, account, application, university, term, time_window, host
--   (read)
create or replace function mailer_api.vals(p_id bigint) returns jsonb
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_o    outbox;
	v_base jsonb;
	v_more jsonb;
begin
	select * into v_o from outbox where id = p_id;
	select jsonb_build_object(
	    'host_code', h.code,
	    'host', case v_o.lang when 'ko' then h.name_ko when 'ja' then h.name_ja
		else h.name_en end,
	    'office', case v_o.lang when 'ko' then h.contact_name_ko
		when 'ja' then h.contact_name_ja else h.contact_name_en end,
	    'office_email', h.contact_email, 'office_phone', h.contact_phone)
	  into v_base from host h;
	select coalesce(v_base, '{}') || jsonb_build_object(
	    'name', coalesce(a.name, p.name_native, ''),
	    'login', coalesce(a.login, ''),
	    'term', coalesce(t.code, ''),
	    'has_password', case when a.password_state = 'set' then '1' else '' end,
	    'birthdate', case when a.password_state = 'birthdate' then '1' else '' end,
	    'university', coalesce(case v_o.lang when 'ko' then u.name_ko
		when 'ja' then u.name_ja else u.name_en end, ''),
	    'register_from', coalesce(mailer_api.when_text(w.opens_at, v_o.lang), ''),
	    'register_till', coalesce(mailer_api.when_text(w.closes_at, v_o.lang), ''),
	    'made_at', mailer_api.when_text(v_o.made_at, v_o.lang))
	  into v_base
	  from (select) one
	  left join account a on a.id = v_o.account_id
	  left join application p on p.id = v_o.application_id
	  left join term t on t.id = p.term_id
	  left join time_window w on w.term_id = t.id and w.kind = 'REGISTER'
	   and w.university_id is null and w.replaced_at is null
	  left join university u
	    on u.id = coalesce(v_o.university_id, p.university_id);
	select jsonb_object_agg(e.key, case
	    when (e.key = 'until' or e.key like '%\_at')
		and e.value ~ '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d'
	    then mailer_api.when_text(e.value::timestamptz, v_o.lang)
	    else e.value end)
	  into v_more from jsonb_each_text(v_o.params) e
	 where e.value is not null;
	return v_base || coalesce(v_more, '{}');
end
$$;
