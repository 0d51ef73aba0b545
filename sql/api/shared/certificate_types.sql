-- sojourn.certificate_types(): the certificates there are, in the order of
-- document 003 (R109).
create or replace function sojourn.certificate_types()
returns table (type text, place integer)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select t, n::integer
	  from unnest(array['enrollment', 'degree', 'transcript',
	      'expected-degree', 'course-completion', 'leave-of-absence',
	      'termination', 'conferral', 'tuition-payment',
	      'course-registration']) with ordinality q(t, n)
$$;
