-- staff_api.certificate_differences(): of each open case, the lines that would be
-- printed otherwise today (R108).
-- Tables: certificate_case, document, document_series (read)
create or replace function staff_api.certificate_differences(p_session bytea,
    p_right text)
returns table (case_id bigint, what text, printed text, today text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select c.id, l.what, l.printed, l.today
	  from certificate_case c
	  join document d on d.id = c.document_id
	  join document_series s on s.id = d.series_id
	 cross join lateral sojourn.certificate_content(d.kind, d.person_id,
	     d.lang, s.subject) n (content)
	 cross join lateral (
		select coalesce(a.what, b.what) as what,
		       coalesce(a.printed, '') as printed,
		       coalesce(b.printed, '') as today
		  from sojourn.certificate_lines(d.content) a
		  full join sojourn.certificate_lines(n.content) b
		    on b.what = a.what) l
	 where c.state = 'open' and n.content is not null
	   and l.printed <> l.today
	 order by c.id, 2
	 limit 500;
end
$$;
