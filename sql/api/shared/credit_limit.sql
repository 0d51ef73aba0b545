-- sojourn.credit_limit(term, university, own): how many credits a visitor of
-- this university may take in a term (R18, R19, C20).
-- Parameters: p_own  what the university says of this person, null = nothing
-- Returns: one row; the person's limit wins over the agreement's, that over
--          the university's, that over the host's rule; a home limit counts as
--          written but never above the host's absolute one.  limit_rule is
--          R18 (host), R19 (home) or C20 (home, cut); rule_versions names the
--          rule_value rows used.
-- Tables: term, agreement, university, rule_set, rule_value (read)
create or replace function sojourn.credit_limit(p_term integer,
    p_university integer, p_own integer, out min_credits integer,
    out max_credits integer, out limit_rule text, out rule_versions jsonb)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_rules jsonb;
	v_home  integer;
	v_top   integer;
begin
	select jsonb_object_agg(v.key, v.value), jsonb_object_agg(v.key, v.id)
	  into v_rules, rule_versions
	  from term t
	  join rule_set s on s.programme_type = t.programme_type
	  join rule_value v on v.rule_set_id = s.id
	 where t.id = p_term
	   and v.key in ('credits_min', 'credits_max', 'credits_absolute_max')
	   and v.valid @> (sojourn.now() at time zone 'Asia/Seoul')::date;
	select coalesce(p_own, a.max_credits, u.max_credits) into v_home
	  from university u
	  left join term t on t.id = p_term
	  left join agreement a on a.university_id = u.id
	    and a.programme_type = t.programme_type
	    and a.valid && t.classes
	 where u.id = p_university
	 order by a.valid desc
	 limit 1;
	v_top := coalesce((v_rules ->> 'credits_absolute_max')::integer, v_home);
	limit_rule := case when v_home is null then 'R18'
	    when v_home > v_top then 'C20' else 'R19' end;
	max_credits := case when v_home is null
	    then (v_rules ->> 'credits_max')::integer
	    else least(v_home, v_top) end;
	min_credits := least((v_rules ->> 'credits_min')::integer, max_credits);
end
$$;
