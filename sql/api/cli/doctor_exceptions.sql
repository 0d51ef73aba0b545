-- cli_api.doctor_exceptions(): what staff has allowed outside the deadlines.
-- Violations: exception-two (one human asked and agreed),
--             exception-section (a section of another term; agreed, but without
--             the mark from which on its use is counted; more seats for no
--             section or for several)
-- Tables: exception, exception_section, section (read)
create or replace function cli_api.doctor_exceptions()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'exception-two', format('exception=%s', e.id)
	  from exception e
	 where e.agreed_by is not null
	   and sojourn.same_human(e.asked_by, e.agreed_by)
	union all
	select distinct 'exception-section', format('exception=%s', e.id)
	  from exception e
	  left join exception_section n on n.exception_id = e.id
	  left join section s on s.id = n.section_id
	 where (n.section_id is not null and s.term_id <> e.term_id)
	    or (n.section_id is not null and e.agreed_at is not null
		and n.since is null)
	    or (e.kind = 'capacity' and (n.act is distinct from 'capacity'
		or (select count(*) from exception_section o
		    where o.exception_id = e.id) <> 1))
	 order by 1, 2
$$;
