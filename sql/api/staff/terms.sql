-- staff_api.terms(term): the terms, the one shown marked.
-- Tables: term, application (read)
create or replace function staff_api.terms(p_session bytea, p_right text,
    p_term text)
returns table (id integer, code text, classes_from date, classes_until date,
    door text, notice_title text, notice_at date, notice_by text,
    catalogue_final_at timestamptz, catalogue_final_local text,
    classes_from_iso text, classes_until_iso text, notice_iso text,
    final boolean, applications bigint, current boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select t.id, t.code, lower(t.classes), upper(t.classes) - 1, t.door,
	       t.notice_title, t.notice_at, t.notice_by, t.catalogue_final_at,
	       to_char(t.catalogue_final_at at time zone h.zone,
		   'YYYY-MM-DD"T"HH24:MI'),
	       lower(t.classes)::text, (upper(t.classes) - 1)::text,
	       t.notice_at::text,
	       coalesce(t.catalogue_final_at <= sojourn.now(), false),
	       (select count(*) from application a where a.term_id = t.id),
	       t.id = sojourn.term_current(p_term)
	  from term t cross join host h
	 where t.id > 0
	 order by t.code desc;
end
$$;
