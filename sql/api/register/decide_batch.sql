-- register_api.decide_batch(…): what the combiner of `register` sends: the
-- requests of many students in one transaction, decided by sojourn.decide.
-- Parameters: one value per request, in order of arrival: p_session SHA-256 of
--             the cookie's token, p_act enrol, cancel or swap, p_request the
--             form's id, p_arrived real time of arrival; one value per thing
--             asked: p_no the number of its request (from 1), p_take, p_give as
--             in sojourn.decide; p_right the right that each session needs;
--             p_again this batch was sent before and its end is not known: what
--             has been decided is answered as it was decided (F3, F4)
-- Returns: rows of sojourn.decide; for a request without a living session or
--          without the right one row with outcome 'login' or 'forbidden'
-- Tables: session, account, account_role, role_right (read by enter_all),
--         clock_mark (read)
create or replace function register_api.decide_batch(p_right text,
    p_session bytea[], p_act text[], p_request text[],
    p_arrived timestamptz[], p_no integer[], p_take text[], p_give text[],
    p_again boolean default false)
returns table (no integer, n integer, act text, section text, outcome text,
    rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	v_account bigint[];
	v_person  bigint[];
	v_outcome text[];
	v_old     integer[];     -- the requests to decide, as the caller counts
begin
	-- A clock that has stepped back says nothing of who came in time (F9).
	if exists (select from clock_mark m where m.at > clock_timestamp()) then
		p_arrived := array_fill(null::timestamptz,
		    array[cardinality(p_session)]);
	end if;
	select * into v_outcome, v_account, v_person
	  from enter_all(p_session, p_right);
	if 'done' = all (v_outcome) then
		return query select * from decide(v_account, v_person, p_act,
		    p_request, p_arrived, p_no, p_take, p_give, term_register(), false,
		    p_again);
		return;
	end if;
	v_old := array(select o.no::integer
	  from unnest(v_outcome) with ordinality o (outcome, no)
	 where o.outcome = 'done' order by o.no);
	return query
	select o.no::integer, 1, p_act[o.no], '', o.outcome, '', '{}'::jsonb
	  from unnest(v_outcome) with ordinality o (outcome, no)
	 where o.outcome <> 'done';
	return query
	select v_old[d.no], d.n, d.act, d.section, d.outcome, d.rule, d.detail
	  from (
		select array_agg(v_account[o] order by o) as account,
		       array_agg(v_person[o] order by o) as person,
		       array_agg(p_act[o] order by o) as act,
		       array_agg(p_request[o] order by o) as request,
		       array_agg(p_arrived[o] order by o) as arrived
		  from unnest(v_old) o) q
	 cross join (
		select array_agg(array_position(v_old, x.no) order by x.at) as no,
		       array_agg(x.take order by x.at) as take,
		       array_agg(x.give order by x.at) as give
		  from unnest(p_no, p_take, p_give)
		    with ordinality x (no, take, give, at)
		 where x.no = any (v_old)) x
	 cross join lateral decide(q.account, q.person, q.act, q.request,
	    q.arrived, x.no, x.take, x.give, term_register(), false, p_again) d
	 where v_old <> '{}';
end
$$;
