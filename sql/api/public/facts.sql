-- public_api.facts(lang, term): one row about a term for the public pages.
-- Returns: the term, whether its catalogue is final (R27), what the large
--          action of the first page is, contact (R34); no row for an unknown term
-- Tables: term, host, time_window, section (read)
create or replace function public_api.facts(p_lang text, p_term text)
returns table (term text, classes_from date, classes_till date,
    final boolean, final_at timestamptz, last_changed timestamptz,
    sections bigint, moment text, moment_at timestamptz, moment_epoch bigint,
    contact_name text, contact_phone text, contact_email text, today timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
	v_open record;
	v_next record;
begin
	select w.kind, w.closes_at into v_open from time_window w
	 where w.term_id = v_term and w.replaced_at is null
	   and w.university_id is null and w.kind <> 'COURSE_OPENING'
	   and sojourn.now() >= w.opens_at and sojourn.now() < w.closes_at
	 order by w.closes_at limit 1;
	select w.kind, w.opens_at into v_next from time_window w
	 where w.term_id = v_term and w.replaced_at is null
	   and w.university_id is null and w.kind <> 'COURSE_OPENING'
	   and w.opens_at > sojourn.now()
	 order by w.opens_at limit 1;
	return query
	select t.code, lower(t.classes), upper(t.classes) - 1,
	       coalesce(sojourn.now() >= t.catalogue_final_at, false),
	       t.catalogue_final_at,
	       (select max(s.changed_at) from section s where s.term_id = t.id),
	       (select count(*) from section s where s.term_id = t.id),
	       case when v_open.kind is not null then v_open.kind || '_open'
		    when v_next.kind is not null then v_next.kind || '_next'
		    else 'none' end,
	       coalesce(v_open.closes_at, v_next.opens_at),
	       extract(epoch from coalesce(v_open.closes_at, v_next.opens_at))::bigint,
	       case p_lang when 'ko' then h.contact_name_ko
		    when 'ja' then h.contact_name_ja else h.contact_name_en end,
	       h.contact_phone, h.contact_email, sojourn.now()
	  from term t left join host h on true
	 where t.id = v_term;
end
$$;
