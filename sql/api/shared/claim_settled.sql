-- sojourn.claim_settled(actor, application): what follows once nobody disputes
-- an application: its identity is that of its person again, and the letter of
-- its list counts for it too (R3).
-- Tables: application (update) and those of list_recommend
create or replace function sojourn.claim_settled(p_actor sojourn.actor,
    p_application bigint) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update application set identity = identity_word(id)
	 where id = p_application;
	perform list_recommend(p_actor, a.list_id, a.id) from application a
	 where a.id = p_application and a.list_id is not null;
end
$$;
