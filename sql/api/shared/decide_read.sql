-- sojourn.decide_read(…): sojourn.decide, first step: makes items of what was
-- asked, in order of arrival, and refuses what no seat and no other course of
-- the student can change: request ids seen before, too many sections at once,
-- windows, unknown sections, missing rights.
-- Called with the students' locks held.  Parameters as sojourn.decide.
-- Returns: items; outcome is null where a decision is still to be made
-- Tables: section, section_seat, request, enrolment, registration_right,
--         time_window, term, rule_set, rule_value (read), those of
--         sojourn.substitute_upto, sojourn.decided
create or replace function sojourn.decide_read(p_term integer,
    p_any_time boolean, p_account bigint[], p_person bigint[], p_act text[],
    p_request text[], p_arrived timestamptz[], p_no integer[], p_take text[],
    p_give text[])
returns sojourn.item[]
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
	v_now     timestamptz := clock_timestamp();
	v_distance interval := sojourn.now() - transaction_timestamp();
	v_max     integer;
	v_change  tstzrange;
	v_add     tstzrange;     -- REGISTER, for adding
	v_leave   tstzrange;     -- REGISTER where one may cancel in it too (C26)
	v_cancel  boolean;
	v_leaving integer[];     -- sections that somebody asks to leave
	v_items   item[];
begin
	select v.sections, v.cancel, w.change, w.add
	  into v_max, v_cancel, v_change, v_add
	  from (
		select coalesce(max(v.value) filter (where
			   v.key = 'sections_per_request'), '20')::integer
			   as sections,
		       max(v.value) filter (where
			   v.key = 'cancel_in_register') = 'yes' as cancel
		  from term t
		  join rule_set s on s.programme_type = t.programme_type
		  join rule_value v on v.rule_set_id = s.id
			and v.key in ('sections_per_request',
			    'cancel_in_register')
			and v.valid @> ((transaction_timestamp() + v_distance)
			    at time zone 'Asia/Seoul')::date
		 where t.id = p_term) v
	 cross join (
		select (array_agg(tstzrange(w.opens_at, w.closes_at))
			   filter (where w.kind = 'CHANGE'))[1] as change,
		       (array_agg(tstzrange(w.opens_at, w.closes_at))
			   filter (where w.kind = 'REGISTER'))[1] as add
		  from time_window w
		 where w.term_id = p_term and w.kind in ('CHANGE', 'REGISTER')
		   and w.university_id is null and w.replaced_at is null) w;
	v_leave := case when v_cancel then v_add end;
	v_leaving := '{}';
	if array_to_string(p_give, '') <> '' then
		v_leaving := array(select s.id from unnest(p_give) c
		  join section s on s.term_id = p_term and s.code = c);
	end if;
	-- Times of arrival: within the last half minute and not in the future, so
	-- that a clock that is wrong opens or reopens no window (F9).
	-- The same request id more than once in this batch: the first counts.
	with twice as materialized (
		select q.account_id, q.request_id
		  from unnest(p_account, p_request) q (account_id, request_id)
		 where q.request_id <> ''
		 group by q.account_id, q.request_id having count(*) > 1),
	x as (
		select x.no, nullif(x.take, '') as take,
		       nullif(x.give, '') as give,
		       p_account[x.no] as account_id,
		       p_person[x.no] as person_id, p_act[x.no] as act,
		       nullif(p_request[x.no], '') as request_id,
		       least(greatest(coalesce(p_arrived[x.no], v_now),
			   v_now - interval '30 seconds'), v_now) as arrived,
		       row_number() over w as n, count(*) over (w rows between
			   unbounded preceding and unbounded following) as total
		  from unnest(p_no, p_take, p_give)
		  with ordinality x (no, take, give, at)
		window w as (partition by x.no order by x.at)),
	y as (
		select x.no, x.n::integer as n, x.total::integer as total, x.take,
		       x.give, x.account_id, x.person_id, x.act, x.request_id,
		       x.arrived, x.arrived + v_distance as at,
		       case when d.request_id is not null then (
			select f.no::integer from unnest(p_account, p_request,
			    p_arrived) with ordinality
			    f (account_id, request_id, arrived, no)
			 where f.request_id = x.request_id
			   and f.account_id is not distinct from x.account_id
			 order by least(greatest(coalesce(f.arrived, v_now),
			     v_now - interval '30 seconds'), v_now), f.no
			 limit 1) end
			    as first_no
		  from x
		  left join twice d on d.request_id = x.request_id
			and d.account_id is not distinct from x.account_id
		 where x.total <= v_max or x.n = 1)
	select array_agg(row (z.i, z.no, z.n, z.account_id, z.person_id, z.act,
	    z.request_id, z.at, z.take_id, z.give_id,
	    case when z.total <= v_max then coalesce(z.take, z.give) end,
	    case when z.take is not null then z.give end, z.dry, z.repeats,
	    z.university_id, z.max_credits, z.limit_rule,
	    (z.v).outcome, (z.v).rule, (z.v).detail, z.late)::item
	    order by z.i)
	  into v_items
	  from (
		select row_number() over (order by y.arrived, y.no, y.n)::integer as i,
		       y.*, t.id as take_id, g.id as give_id,
		       not w.inside as late,
		       nullif(y.first_no, y.no) as repeats, r.university_id,
		       least(r.max_credits, w.upto) as max_credits,
		       case when w.upto < r.max_credits then 'R32'
			   else r.limit_rule end as limit_rule,
		       coalesce(s.taken + s.held >= s.capacity, false)
			   and t.id <> all (v_leaving) as dry,
		       case when d.id is not null or exists (select from enrolment e
			   where e.person_id = y.person_id
			     and e.request_id = y.request_id)
			   then verdict('already', null,
			   jsonb_build_object('first', decided(y.account_id,
			       y.request_id, y.n)))
		       when y.first_no <> y.no then verdict('already')
		       when y.total > v_max then verdict('invalid', null,
			   jsonb_build_object('count', y.total, 'limit', v_max))
		       when y.take is null and y.give is null
			   or y.take = y.give then verdict('invalid')
		       else coalesce(
			   case when w.inside or w.upto is not null then null
			       else decide_window(p_term, y.act, y.at,
				   y.person_id, y.take, y.give) end,
			   case when y.take is not null and (r.person_id is null
			       or r.suspended_at is not null)
			       then decide_right(p_term, y.person_id) end,
			   case when (y.take is not null and t.id is null)
			       or (y.give is not null and g.id is null)
			       then verdict('gone') end)
		       end as v
		  from y
		  left join request d on d.account_id = coalesce(y.account_id, 0)
			and d.id = y.request_id
		  left join section t on t.term_id = p_term and t.code = y.take
		  left join section g on g.term_id = p_term and g.code = y.give
		  left join section_seat s on s.section_id = t.id
		  left join registration_right r on r.term_id = p_term
			and r.person_id = y.person_id
		 cross join lateral (select p_any_time or coalesce(
			y.at <@ v_change, false) or coalesce(y.at <@ case y.act
			    when 'enrol' then v_add else v_leave end, false)
			as inside) i
		 cross join lateral (select i.inside, case when not i.inside
			and y.act = 'enrol' then substitute_upto(p_term,
			    y.person_id, y.at, y.take) end as upto) w
	  ) z;
	return v_items;
end
$$;
