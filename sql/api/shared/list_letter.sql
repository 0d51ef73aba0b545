-- sojourn.list_letter(actor, list, letter): the official letter of a committed
-- list is there (R6).  For a university that recommends before approval the
-- list with its letter is the recommendation of everybody on it (R3, C5).
-- Tables: partner_list (update), application (read, update), university (read)
create or replace function sojourn.list_letter(p_actor sojourn.actor,
    p_list bigint, p_letter bigint) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_ids bigint[];
begin
	update partner_list set letter_id = p_letter where id = p_list;
	with r as (
		update application a
		   set recommendation = 'recommended',
		       recommended_at = sojourn.now(),
		       recommended_by = p_actor.account_id,
		       version = a.version + 1
		  from university u
		 where a.list_id = p_list and u.id = a.university_id
		   and u.verification_stage = 'before_approval'
		   and a.recommendation = 'none'
		   and a.state not in ('withdrawn', 'expired', 'rejected')
		returning a.id)
	select array_agg(id) into v_ids from r;
	if v_ids is not null then
		perform recommendation_effects(v_ids);
	end if;
end
$$;
