-- register_api.decide_batch(…): what the combiner of `register` sends: the
-- requests of many students in one transaction, decided by sojourn.decide.
-- Parameters: one value per request, in order of arrival: p_session SHA-256 of
--             the cookie's token, p_act enrol, cancel or swap, p_request the
--             form's id, p_arrived real time of arrival; one value per thing
--             asked: p_no the number of its request (from 1), p_take, p_give as
--             in sojourn.decide; p_right the right that each session needs;
--             p_again this batch was sent before and its end is not known: what
--             has been decided is answered as it was decided (F3, F4)
-- Where everybody asks for one section, sojourn.decide_plain decides what it can
-- and sojourn.decide the rest.
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
	v_n       integer := cardinality(p_session);
	v_left    integer[] := array(select generate_series(1, v_n));
	v_items   item[];
	v_outcome text[];
	v_account bigint[];
	v_person  bigint[];
begin
	-- A clock that has stepped back says nothing of who came in time (F9).
	if exists (select from clock_mark m where m.at > clock_timestamp()) then
		p_arrived := array_fill(null::timestamptz,
		    array[cardinality(p_session)]);
	end if;
	if p_no = v_left and cardinality(p_take) = v_n and not p_again
	    and 'enrol' = all (p_act) and array_to_string(p_give, '') = '' then
		v_items := decide_plain(p_right, p_session, p_request,
		    p_arrived, p_take);
		return query
		select t.no, 1, t.act, t.section, t.outcome,
		       coalesce(t.rule, ''), t.detail
		  from unnest(v_items) t;
		if cardinality(v_items) = v_n then
			return;
		end if;
		v_left := array(select o from unnest(v_left) o
		  where not exists (select from unnest(v_items) t
			where t.no = o));
	end if;
	select * into v_outcome, v_account, v_person
	  from enter_all(array(select p_session[o] from unnest(v_left) o),
	    p_right);
	return query
	select l.no, 1, p_act[l.no], '', l.outcome, '', '{}'::jsonb
	  from unnest(v_left, v_outcome) l (no, outcome)
	 where l.outcome <> 'done';
	-- Those to decide, numbered anew; k is what the caller counts.
	return query
	with l as materialized (
		select l.k, l.account, l.person,
		       row_number() over (order by l.k) as no
		  from unnest(v_left, v_outcome, v_account, v_person)
		       l (k, outcome, account, person)
		 where l.outcome = 'done')
	select q.k[d.no], d.n, d.act, d.section, d.outcome, d.rule, d.detail
	  from (
		select array_agg(l.k order by l.no) as k,
		       array_agg(l.account order by l.no) as account,
		       array_agg(l.person order by l.no) as person,
		       array_agg(p_act[l.k] order by l.no) as act,
		       array_agg(p_request[l.k] order by l.no) as request,
		       array_agg(p_arrived[l.k] order by l.no) as arrived
		  from l) q
	 cross join (
		select array_agg(l.no::integer order by x.at) as no,
		       array_agg(x.take order by x.at) as take,
		       array_agg(x.give order by x.at) as give
		  from unnest(p_no, p_take, p_give)
		    with ordinality x (no, take, give, at)
		  join l on l.k = x.no) x
	 cross join lateral decide(q.account, q.person, q.act, q.request,
	    q.arrived, x.no, x.take, x.give, term_register(), false, p_again) d
	 where q.k <> '{}';
end
$$;
