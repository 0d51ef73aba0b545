-- sojourn.list_acknowledge(actor, university, list, letter): a university has
-- seen a list of its registrations (R55) or of their grades (R186).
-- Parameters: p_letter  the official letter that says so on paper, null = none
-- Outcomes: done; already (with the version); changed (a newer version is there
--   and asks anew); gone (no such list of this university: foreign and unknown
--   alike, S11)
-- Tables: final_list (update)
create or replace function sojourn.list_acknowledge(p_actor sojourn.actor,
    p_university integer, p_list bigint, p_letter bigint)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v        record;
	v_detail jsonb;
begin
	select l.version, l.acknowledged_at, l.term_id, l.kind into v from final_list l
	 where l.id = p_list and l.university_id = p_university
	   for no key update;
	if not found then
		return verdict('gone', 'R55');
	end if;
	v_detail := jsonb_build_object('version', v.version);
	if v.acknowledged_at is not null then
		return verdict('already', 'R55', v_detail);
	elsif exists (select from final_list n
	    where n.university_id = p_university and n.term_id = v.term_id
	      and n.kind = v.kind
	      and n.version > v.version) then
		return verdict('changed', 'R55', v_detail);
	end if;
	update final_list set acknowledged_at = sojourn.now(),
	       acknowledged_by = p_actor.account_id, letter_id = p_letter
	 where id = p_list;
	return verdict('done', 'R55', v_detail || jsonb_strip_nulls(
	    jsonb_build_object('letter', p_letter)));
end
$$;
