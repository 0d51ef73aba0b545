-- sojourn.decide_read(…): sojourn.decide, first step: makes items of what was
-- asked, in order of arrival, and refuses what no seat and no other course of
-- the student can change: request ids seen before, too many sections at once,
-- windows, unknown sections, missing rights.
-- Called with the students' locks held.  Parameters as sojourn.decide.
-- Returns: items; outcome is null where a decision is still to be made
-- Tables: section, section_seat, request, registration_right (read), those of
--         sojourn.substitute_upto
create or replace function sojourn.decide_read(p_term integer,
    p_any_time boolean, p_account bigint[], p_person bigint[], p_act text[],
    p_request text[], p_arrived timestamptz[], p_no integer[], p_take text[],
    p_give text[])
returns sojourn.item[]
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
	v_distance interval := sojourn.now() - transaction_timestamp();
	v_max     integer;
	v_cancel  boolean;
	v_change  tstzrange;
	v_add     tstzrange;     -- REGISTER, for adding
	v_leave   tstzrange;     -- REGISTER where one may cancel in it too (C26)
	v_leaving integer[];
	v_items   item[];
begin
	select coalesce(max(v.value) filter (
		   where v.key = 'sections_per_request'), '20')::integer,
	       max(v.value) filter (where v.key = 'cancel_in_register') = 'yes'
	  into v_max, v_cancel
	  from term t
	  join rule_set s on s.programme_type = t.programme_type
	  join rule_value v on v.rule_set_id = s.id
		and v.key in ('sections_per_request', 'cancel_in_register')
		and v.valid @> ((transaction_timestamp() + v_distance)
		    at time zone 'Asia/Seoul')::date
	 where t.id = p_term;
	v_change := (select tstzrange(w.opens_at, w.closes_at)
	  from time_window w
	 where w.term_id = p_term and w.kind = 'CHANGE'
	   and w.university_id is null and w.replaced_at is null);
	v_add := (select tstzrange(w.opens_at, w.closes_at)
	  from time_window w
	 where w.term_id = p_term and w.kind = 'REGISTER'
	   and w.university_id is null and w.replaced_at is null);
	v_leave := case when v_cancel then v_add end;
	select array_agg(s.id) into v_leaving
	  from unnest(p_give) c
	  join section s on s.term_id = p_term and s.code = c;
	-- Times of arrival: within the last half minute and not in the future, so
	-- that a clock that is wrong opens or reopens no window (F9).
	with q as materialized (
		select q.no::integer as no, q.account_id, q.person_id, q.act,
		       nullif(q.request_id, '') as request_id,
		       least(greatest(coalesce(q.arrived, clock_timestamp()),
			   clock_timestamp() - interval '30 seconds'),
			   clock_timestamp()) as arrived
		  from unnest(p_account, p_person, p_act, p_request, p_arrived)
		  with ordinality q (account_id, person_id, act, request_id,
		      arrived, no)),
	x as (
		select x.no, nullif(x.take, '') as take,
		       nullif(x.give, '') as give,
		       row_number() over (partition by x.no order by x.at) as n,
		       count(*) over (partition by x.no) as total
		  from unnest(p_no, p_take, p_give)
		  with ordinality x (no, take, give, at)),
	y as (
		select q.*, x.n::integer as n, x.total::integer as total, x.take,
		       x.give, q.arrived + v_distance as at,
		       case when q.request_id is not null then first_value(q.no)
			   over (partition by q.account_id, q.request_id
			       order by q.arrived, q.no) end as first_no
		  from q join x on x.no = q.no
		 where x.total <= v_max or x.n = 1)
	select array_agg(row (z.i, z.no, z.n, z.account_id, z.person_id, z.act,
	    z.request_id, z.at, z.take_id, z.give_id,
	    case when z.total <= v_max then coalesce(z.take, z.give) end,
	    case when z.take is not null then z.give end, z.dry, z.repeats, z.upto,
	    (z.v).outcome, (z.v).rule,
	    coalesce((z.v).detail, '{}'))::item order by z.i)
	  into v_items
	  from (
		select row_number() over (order by y.arrived, y.no, y.n)::integer as i,
		       y.*, t.id as take_id, g.id as give_id,
		       nullif(y.first_no, y.no) as repeats,
		       coalesce(s.taken >= s.capacity, false)
			   and t.id <> all (coalesce(v_leaving, '{}')) as dry,
		       w.upto,
		       case when d.id is not null then verdict('already', null,
			   jsonb_build_object('first', d.results -> (y.n - 1)))
		       when y.first_no <> y.no then verdict('already')
		       when y.total > v_max then verdict('invalid', null,
			   jsonb_build_object('count', y.total, 'limit', v_max))
		       when y.take is null and y.give is null
			   or y.take = y.give then verdict('invalid')
		       else coalesce(
			   case when w.inside or w.upto is not null then null
			       else decide_window(p_term, y.act, y.at,
				   y.person_id) end,
			   case when y.take is not null and r.person_id is null
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
			and r.person_id = y.person_id and r.suspended_at is null
		 cross join lateral (select p_any_time or coalesce(
			y.at <@ v_change, false) or coalesce(y.at <@ case y.act
			    when 'enrol' then v_add else v_leave end, false)
			as inside) i
		 cross join lateral (select i.inside, case when not i.inside
			and y.act = 'enrol' then substitute_upto(p_term,
			    y.person_id, y.at) end as upto) w
	  ) z;
	return v_items;
end
$$;
