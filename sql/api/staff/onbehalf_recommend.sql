-- staff_api.onbehalf_recommend(...): a recommendation, or a refusal, that came
-- on paper, with its letter (R3).
-- Outcomes per application: those of sojourn.recommend.  As a whole: invalid
--   with the field; already (the same request)
-- Tables: university, application (read), official_letter, stored_file (by
--   sojourn.letter_goes_on), the rest by sojourn.recommend
create or replace function staff_api.onbehalf_recommend(p_session bytea,
    p_right text, p_request text, p_university text, p_term text,
    p_applications bigint[], p_decision text, p_reason text, p_no text,
    p_date date, p_name text, p_type text, p_bytes bytea)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor   sojourn.actor;
	v_uni     integer;
	v_letter  bigint;
	v_field   text;
	v_answers sojourn.answer[];
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'onbehalf') then
		return next sojourn.says('onbehalf-recommend', 'already', 'R3');
		return;
	end if;
	select u.id into v_uni from university u where u.code = p_university;
	v_field := case when v_uni is null then 'university'
	    when coalesce(cardinality(p_applications), 0) = 0
		then 'application'
	    when p_decision = 'refuse' and coalesce(p_reason, '') = ''
		then 'reason'
	    else sojourn.letter_field(p_no, p_date) end;
	if v_field is not null then
		v_answers := array[sojourn.says('onbehalf-recommend', 'invalid',
		    'R3', jsonb_build_object('field', v_field))];
	else
		v_letter := sojourn.letter_goes_on(v_actor, v_uni,
		    sojourn.term_current(p_term), 'recommendation', p_no, p_date,
		    p_name, p_type, p_bytes);
		v_answers := array(select sojourn.says('onbehalf-recommend',
		    r.outcome, r.rule, r.detail || jsonb_build_object('letter',
			v_letter), r.application::text, 'application',
		    r.application)
		  from sojourn.recommend(v_actor, array(select a.id
			from application a where a.university_id = v_uni
			 and a.id = any (p_applications) order by a.id),
		      p_decision, p_reason, null,
		      jsonb_build_object('letter', v_letter)) r);
		v_answers := v_answers || array(select sojourn.says(
		    'onbehalf-recommend', 'gone', 'R3', '{}', x.id::text,
		    'application', x.id)
		  from (select distinct q from unnest(p_applications) q) x(id)
		 where not exists (select from application a
			where a.id = x.id and a.university_id = v_uni));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    v_answers);
end
$$;
