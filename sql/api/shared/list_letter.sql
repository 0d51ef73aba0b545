-- sojourn.list_letter(actor, list, letter): the official letter of a committed
-- list is there (R6).  For a university that recommends before approval the
-- list with its letter is the recommendation of everybody on it (R3, C5).
-- Returns: how many are recommended by it
-- Tables: partner_list (update) and those of list_recommend
create or replace function sojourn.list_letter(p_actor sojourn.actor,
    p_list bigint, p_letter bigint) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update partner_list set letter_id = p_letter where id = p_list;
	return list_recommend(p_actor, p_list);
end
$$;
