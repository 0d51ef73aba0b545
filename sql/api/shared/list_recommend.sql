-- sojourn.list_recommend(actor, list, application): the letter of a list recommends everybody
-- on it, where the university recommends before approval (R3); a disputed
-- claim waits until it is settled (S2).
-- Parameters: p_application  of this one alone, null = of all
-- Returns: how many are recommended now
-- Tables: partner_list, application, university (read) and those of recommend
create or replace function sojourn.list_recommend(p_actor sojourn.actor,
    p_list bigint, p_application bigint default null) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_ids    bigint[];
	v_letter bigint;
begin
	select array_agg(a.id order by a.id), max(l.letter_id)
	  into v_ids, v_letter
	  from partner_list l
	  join university u on u.id = l.university_id
	  join application a on a.list_id = l.id
	 where l.id = p_list and l.letter_id is not null
	   and a.id = coalesce(p_application, a.id)
	   and u.verification_stage = 'before_approval'
	   and a.recommendation = 'none' and not differs(a.id)
	   and a.state not in ('withdrawn', 'expired', 'rejected',
		'unconfirmed');
	if v_ids is null then
		return 0;
	end if;
	perform recommend(p_actor, v_ids, 'recommend', '', null,
	    jsonb_build_object('letter', v_letter));
	return cardinality(v_ids);
end
$$;
