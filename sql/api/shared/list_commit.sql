-- sojourn.list_commit(actor, university, list, request): submits a previewed
-- list; it does what the preview showed or nothing (R6, R20).
-- Outcomes: done (detail: counts per verdict); already (this list is committed);
--   changed (something moved since the preview; the rows show it anew, nothing
--   was written); gone (no such preview of this university); minimum (no row
--   to submit); window, late, ineligible as list_problem
-- Tables: partner_list (locked, update), partner_list_row; audit (insert)
create or replace function sojourn.list_commit(p_actor sojourn.actor,
    p_university integer, p_list bigint, p_request text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set enable_nestloop = off    -- thousands of rows that no statistics know yet
as $$
declare
	v_l      partner_list;
	v        verdict;
	v_done   bigint[];
	v_counts jsonb;
begin
	-- One list of a university at a time.
	perform from university where id = p_university for no key update;
	select * into v_l from partner_list
	 where id = p_list and university_id = p_university for update;
	if v_l.id is null or v_l.state = 'discarded' then
		v := verdict('gone', 'R20');
	elsif v_l.state = 'committed' then
		return verdict('already', 'R6', jsonb_build_object('list', p_list));
	else
		v := list_problem(v_l.term_id, p_university);
	end if;
	if v.outcome is null and list_judge(p_list) is distinct from v_l.digest then
		v := verdict('changed', 'R20');
	end if;
	select jsonb_object_agg(r.verdict, r.n) into v_counts
	  from (select verdict, count(*) as n from partner_list_row
	    where list_id = p_list group by verdict) r;
	if v.outcome is null and not coalesce(v_counts ?| array['new', 'returning',
	    'doubtful', 'adopts', 'differs', 'corrects'], false) then
		v := verdict('minimum', 'R20');
	end if;
	if v.outcome is null then
		begin
			v_done := list_apply(p_actor, p_list);
			update partner_list
			   set state = 'committed', committed_at = sojourn.now(),
			       committed_by = p_actor.account_id
			 where id = p_list;
			if v_l.letter_id is not null then
				perform list_letter(p_actor, p_list, v_l.letter_id);
			end if;
			v := verdict('done', null, v_counts || jsonb_build_object(
			    'submitted', cardinality(v_done)));
		exception when unique_violation then
			-- Somebody confirmed the same number in this moment.
			perform list_judge(p_list);
			v := verdict('changed', 'R20');
		end;
	end if;
	perform note(p_actor, 'list-commit', 'list', p_list, v.outcome, v.rule,
	    case when v.outcome = 'done' then p_request end, v.detail);
	return v;
end
$$;
