-- account_api.data_degree(session, right): what certificates are made of: my
-- records as a degree student here, with leaves, payments and courses.
-- Tables: degree_record, degree_leave, degree_payment, degree_course (read)
create or replace function account_api.data_degree(p_session bytea,
    p_right text)
returns table (record jsonb, leaves jsonb, payments jsonb, courses jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select to_jsonb(d) - 'id' - 'person_id',
	       (select jsonb_agg(to_jsonb(l) - 'record_id' order by l.from_on)
		  from degree_leave l where l.record_id = d.id),
	       (select jsonb_agg(to_jsonb(p) - 'record_id'
		    order by p.paid_on, p.item)
		  from degree_payment p where p.record_id = d.id),
	       (select jsonb_agg(to_jsonb(c) - 'record_id'
		    order by c.term, c.code)
		  from degree_course c where c.record_id = d.id)
	  from degree_record d
	 where v_actor.outcome = 'done' and d.person_id = v_actor.person_id
	 order by d.admitted_on;
end
$$;
