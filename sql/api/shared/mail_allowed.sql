-- sojourn.mail_allowed(address, application): may a public form still send a
-- mail there (S4)?  At most three a day go to one mailbox about one person, and
-- ten about whomever, so that nobody is flooded through many numbers.
-- Tables: outbox, application (read)
create or replace function sojourn.mail_allowed(p_to text,
    p_application bigint) returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select count(*) filter (where a.university_id = p.university_id
		and a.student_no = p.student_no) < 3 and count(o.id) < 10
	  from application p
	  left join outbox o on lower(o.to_address) = lower(p_to)
	   and o.kind in ('confirm', 'status-link')
	   and o.made_at > clock_timestamp() - interval '1 day'
	  left join application a on a.id = o.application_id
	 where p.id = p_application
	 group by p.id
$$;
