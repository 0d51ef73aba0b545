-- sojourn.grade_set(actor, person, section, percent, pass, way, appeal): writes a
-- grade and its history (R15).  The caller has checked who may; what never may
-- be, the guard refuses.  Both values null takes back what was given.
-- Parameters: p_way  form, file, appeal; p_appeal  the appeal that decides it
-- Returns: the new version
-- Tables: grade, grade_value (insert), grade (update), section (read)
create or replace function sojourn.grade_set(p_actor sojourn.actor,
    p_person bigint, p_section integer, p_percent numeric, p_pass boolean,
    p_way text, p_appeal bigint)
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_version integer;
	v_term integer := (select s.term_id from section s where s.id = p_section);
begin
	insert into grade as g (person_id, section_id, term_id, percent, pass,
	    entered_at, entered_by)
	values (p_person, p_section, v_term, p_percent, p_pass, sojourn.now(),
	    p_actor.account_id)
	on conflict (person_id, section_id) do update
	   set percent = excluded.percent, pass = excluded.pass,
	       version = g.version + 1, entered_at = excluded.entered_at,
	       entered_by = excluded.entered_by
	returning g.version into v_version;
	insert into grade_value (person_id, section_id, version, percent, pass,
	    at, given_by, way, late, appeal_id)
	values (p_person, p_section, v_version, p_percent, p_pass,
	    sojourn.now(), p_actor.account_id, p_way, p_appeal is null
	    and grades_announced(v_term) is not null, p_appeal);
	return v_version;
end
$$;
