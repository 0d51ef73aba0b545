-- sojourn.application_approvable(application): what stands against an approval?
-- Outcomes: done; not-recommended (R3, R46: the home university refused);
--   ineligible (R2: no agreement for the term, or not enrolled at home);
--   quota (R2: the agreement's places are taken)
-- Tables: agreement (locked, so that its places are counted once),
--   application, term (read)
create or replace function sojourn.application_approvable(p_application bigint)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_a  record;
	v_g  record;
	v_in bigint;
begin
	select a.term_id, a.university_id, a.recommendation, a.status,
	       t.programme_type, t.classes into v_a
	  from application a join term t on t.id = a.term_id
	 where a.id = p_application;
	if v_a.recommendation = 'refused' then
		return sojourn.verdict('not-recommended', 'R3');
	elsif v_a.status <> 'enrolled' then
		return sojourn.verdict('ineligible', 'R2',
		    '{"why": "not-enrolled"}');
	end if;
	select g.id, g.quota into v_g from agreement g
	 where g.university_id = v_a.university_id
	   and g.programme_type = v_a.programme_type
	   and g.valid @> v_a.classes;
	if not found then
		return sojourn.verdict('ineligible', 'R2',
		    '{"why": "no-agreement"}');
	elsif v_g.quota is null then
		return sojourn.verdict('done');
	end if;
	perform from agreement g where g.id = v_g.id for no key update;
	select count(*) into v_in from application a
	 where a.term_id = v_a.term_id
	   and a.university_id = v_a.university_id
	   and a.state in ('approved', 'issued') and a.id <> p_application;
	if v_in >= v_g.quota then
		return sojourn.verdict('quota', 'R2',
		    jsonb_build_object('limit', v_g.quota));
	end if;
	return sojourn.verdict('done');
end
$$;
