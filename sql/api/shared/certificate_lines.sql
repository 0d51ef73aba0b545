-- sojourn.certificate_lines(content): what a certificate prints, line by line, so
-- that two of them can be compared.
create or replace function sojourn.certificate_lines(p_content jsonb)
returns table (what text, printed text)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select e.key, e.value #>> '{}'
	  from jsonb_each(p_content) e
	 where jsonb_typeof(e.value) in ('string', 'number')
	union all
	select t.value ->> 'term' || ' ' || (c.value ->> 'code'),
	       concat_ws(' · ', c.value ->> 'title', c.value ->> 'credits',
		   c.value ->> 'grade', c.value ->> 'percent',
		   c.value ->> 'granted')
	  from jsonb_array_elements(p_content -> 'terms') t
	 cross join jsonb_array_elements(t.value -> 'rows') c
	union all
	select coalesce(c.value ->> 'code', (c.value ->> 'term') || ' '
		   || (c.value ->> 'item')),
	       concat_ws(' · ', c.value ->> 'title', c.value ->> 'credits',
		   c.value ->> 'state', c.value ->> 'amount',
		   c.value ->> 'paid_on')
	  from jsonb_array_elements(coalesce(p_content -> 'courses',
	      p_content -> 'payments')) c
	 where jsonb_typeof(coalesce(p_content -> 'courses',
	     p_content -> 'payments')) = 'array'
$$;
