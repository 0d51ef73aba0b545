-- sojourn.certificate_shown(type, content): the few facts of a certificate that
-- /verify shows beside the masked name: what proves that it is this paper.
create or replace function sojourn.certificate_shown(p_type text,
    p_content jsonb) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case p_type
	    when 'transcript' then jsonb_build_object(
		'until', p_content -> 'terms' -> -1 -> 'term',
		'courses', p_content -> 'courses',
		'credits', p_content -> 'earned')
	    when 'tuition-payment' then jsonb_build_object(
		'until', p_content -> 'payments' -> -1 -> 'term',
		'total', p_content -> 'total')
	    when 'course-registration' then jsonb_build_object(
		'term', p_content -> 'term',
		'courses', (select count(*) from jsonb_array_elements(
		    p_content -> 'courses') c
		    where c ->> 'state' = 'registered'),
		'credits', p_content -> 'credits')
	    else (select coalesce(jsonb_object_agg(e.key, e.value), '{}')
		from jsonb_each(p_content) e
		where e.key in ('department', 'degree', 'degree_on',
		    'expected_on', 'completed_on', 'from_on', 'till_on',
		    'terminated_on')) end
$$;
