-- tempid_api.next_step(application, shown state): what happens next with an
-- application, who acts and until when; every state has one.
-- Tables: application, university, term, account, time_window, rule_value,
--   holiday (read)
create or replace function tempid_api.next_step(p_application bigint,
    p_shown text, out next text, out actor text, out until timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v     record;
	v_reg record;
begin
	select a.*, u.verification_stage, t.programme_type, c.password_state
	  into v
	  from application a
	  join university u on u.id = a.university_id
	  join term t on t.id = a.term_id
	  left join account c on c.person_id = person_root(a.person_id)
	 where a.id = p_application;
	select * into v_reg from window_state(v.term_id, 'REGISTER');
	if p_shown in ('rejected', 'withdrawn', 'expired') then
		next := case p_shown when 'expired' then 'apply-again'
		    else 'none' end;
		actor := 'you';
	elsif p_shown = 'unconfirmed' then
		next := 'confirm';
		actor := 'you';
	elsif p_shown = 'returned' then
		next := 'correct';
		actor := case v.door when 'web' then 'you' else 'university' end;
		until := (apply_window(v.term_id, v.university_id)).closes_at;
	elsif p_shown = 'issued' then
		actor := 'you';
		next := case when v.recommendation = 'refused' then 'refused'
		    when v.password_state in ('none', 'birthdate') then 'activate'
		    else 'register' end;
		until := v_reg.closes_at;
	elsif v.identity = 'doubtful' then
		next := 'review';
		actor := case when differs(p_application) then 'university'
		    else 'host' end;
		until := v_reg.opens_at;
	elsif v.recommendation = 'none'
	    and v.verification_stage <> 'after_registration' then
		next := 'recommend';
		actor := 'university';
		until := recommend_due(p_application);
	elsif p_shown = 'approved' then
		next := 'issue';
		actor := 'host';
		until := v_reg.opens_at;
	elsif v.published_at > sojourn.now() then
		next := 'publish';
		actor := 'host';
		until := v.published_at;
	else
		next := 'decide';
		actor := 'host';
		until := v_reg.opens_at;
	end if;
end
$$;
