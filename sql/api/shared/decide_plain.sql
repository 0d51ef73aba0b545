-- sojourn.decide_plain(…): sojourn.decide for the common case of the rush: each
-- request is of another student, asks for one section, and its window is open.
-- Such requests meet in the seats of their section alone; where there are
-- enough for all who ask, or none, their order does not matter either, and all
-- of them are decided and written in one statement.
-- What is not so simple is left to sojourn.decide: sessions that may not,
-- request ids seen before, missing rights, unknown sections, sections with
-- quotas or with fewer seats than are asked for.  As each student asks for one
-- section, what is left meets nothing of what is decided here.
-- Parameters: one value per request: p_session, p_request, p_arrived as in
--             register_api.decide_batch, p_take the code of its section;
--             p_right the right that each session needs
-- Returns: those decided, with no = place in the arrays; the others are left
-- Locks: as sojourn.decide: students by id, then sections by id
-- Tables: session (last_seen written every ten minutes: the page after the act
--         does it every minute), enrolment, section_seat, audit, request
--         (written), account, account_role, role_right, registration_right,
--         section, section_time, time_window (read)
create or replace function sojourn.decide_plain(p_right text,
    p_session bytea[], p_request text[], p_arrived timestamptz[],
    p_take text[])
returns sojourn.item[]
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
	v_program  text := substr(session_user, 9);
	v_term     integer := term_register();
	v_now      timestamptz := clock_timestamp();
	v_distance interval := sojourn.now() - transaction_timestamp();
	v_no       integer[];    -- who may, in order of arrival
	v_at       timestamptz[];
	v_account  bigint[];
	v_person   bigint[];
	v_home     integer[];
	v_max      integer[];
	v_rule     text[];
	v_idle     bigint[];
	v_people   bigint;
	v_seats    integer[];    -- locked, with seats for all who ask
	v_short    integer[];    -- locked, with seats for some
	v_items    item[];
	v_refused  boolean;
begin
	-- Arrival counts from half a minute ago to now, as in decide_read (F9).
	if not exists (select from time_window w
	    where w.term_id = v_term and w.kind in ('REGISTER', 'CHANGE')
	      and w.university_id is null and w.replaced_at is null
	      and v_now + v_distance < w.closes_at
	      and w.opens_at <= v_distance + (select
		  least(greatest(min(coalesce(a, v_now)),
		      v_now - interval '30 seconds'), v_now)
		  from unnest(p_arrived) a)) then
		return '{}';
	end if;
	select array_agg(q.no), array_agg(q.at), array_agg(q.account_id),
	       array_agg(q.person_id), array_agg(q.university_id),
	       array_agg(q.max_credits), array_agg(q.limit_rule),
	       array_agg(q.session_id) filter (where
		   q.last_seen < v_now - interval '10 minutes'),
	       count(distinct q.person_id)
	  into v_no, v_at, v_account, v_person, v_home, v_max, v_rule, v_idle,
	       v_people
	  from (
		select l.* from (
			select x.no::integer as no, v_distance +
			       least(greatest(coalesce(x.arrived, v_now),
				   v_now - interval '30 seconds'), v_now) as at,
			       s.id as session_id, s.last_seen,
			       s.account_id, r.person_id, r.university_id,
			       r.max_credits, r.limit_rule
			  from unnest(p_session, p_arrived) with ordinality
			       x (token_hash, arrived, no)
			  join session s on s.token_hash = x.token_hash
				and s.ended_at is null and s.expires_at > v_now
				and s.last_seen + s.idle > v_now
				and v_program = any (s.programs)
			  join account a on a.id = s.account_id
				and a.disabled_at is null
			  join registration_right r on r.term_id = v_term
				and r.person_id = a.person_id
				and r.suspended_at is null
			 where exists (select from account_role o
				where o.account_id = a.id
				  and o.role = any (array(select q.role
				      from role_right q where q.right_ = p_right)))
			 order by r.person_id
			   for no key update of r) l
		 order by l.at, l.no) q;
	if v_no is null or v_people < cardinality(v_no) then
		return '{}';
	end if;
	if v_idle is not null then
		update session s set last_seen = v_now
		  from (select id from session where id = any (v_idle)
			order by id for no key update) l
		 where s.id = l.id;
	end if;
	select array_agg(q.section_id) filter (where q.enough),
	       array_agg(q.section_id) filter (where not q.enough)
	  into v_seats, v_short
	  from (
		select f.section_id,
		       f.capacity - f.taken - f.held >= c.asked as enough
		  from (select code, count(*) as asked from unnest(p_take) code
			group by code) c
		  join section s on s.term_id = v_term and s.code = c.code
			and s.code = any (p_take)
		  join section_seat f on f.section_id = s.id
			and f.taken + f.held < f.capacity and not f.quotas
		 order by f.section_id
		   for no key update of f) q;
	with place as materialized (
		select s.id, s.code, s.credits, s.state, s.open_to_exchange,
		       f.capacity, f.version, case when s.id = any (v_seats)
			   then f.capacity - f.taken - f.held else 0 end as free
		  from section s join section_seat f on f.section_id = s.id
		 where s.term_id = v_term and s.code = any (p_take)
		   and not f.quotas
		   and (v_short is null or s.id <> all (v_short))),
	seen as (
		select x.*, p.*, h.had, h.have, c.other, c.day, c.starts, c.ends,
		       take_reasons(p.state, p.open_to_exchange, h.had,
			   c.other is not null, h.have + p.credits, x.max,
			   p.free, null) as reasons
		  from unnest(v_no, v_at, v_account, v_person, v_home, v_max,
		       v_rule) with ordinality
		       x (no, at, account_id, person_id, home, max, rule, i)
		  join place p on p.code = p_take[x.no]
		 cross join lateral (
			select max(e.state) filter (where e.section_id = p.id)
				   as had,
			       coalesce(sum(e.credits) filter (where
				   e.holds_seat and e.term_id = v_term),
				   0)::integer as have,
			       count(*) as n, count(*) filter (where
				   e.request_id = p_request[x.no]) as met
			  from enrolment e where e.person_id = x.person_id) h
		  left join lateral (
			select o.code as other, b.day, b.starts, b.ends
			  from enrolment e
			  join section_time b on b.section_id = e.section_id
			  join section_time a on a.section_id = p.id
				and a.slot && b.slot
			  join section o on o.id = e.section_id
			 where h.n > 0 and e.person_id = x.person_id
			   and e.term_id = v_term and e.holds_seat
			   and e.section_id <> p.id
			 order by b.day, b.starts limit 1) c on true
		 where h.met = 0 and not exists (select from request q
			where q.account_id = x.account_id
			  and q.id = p_request[x.no])
		-- Keeps the reasons from being asked for at each use.
		offset 0),
	judged as materialized (
		select s.i, s.no, s.at, s.account_id, s.person_id, s.home,
		       nullif(p_request[s.no], '') as request_id, s.id, s.code,
		       s.credits, s.max, s.rule, s.free,
		       case when r.ok then 'done' else s.reasons[1] end
			   as outcome,
		       case when not r.ok then take_rule(s.reasons[1], s.had,
			   null, s.rule) end as why,
		       case when r.ok then take_detail(s.credits,
			   s.have + s.credits, s.max, s.capacity, s.version)
			   else refuse_detail(s.reasons[1], s.reasons, null,
			       s.had, s.other, s.day, s.starts, s.ends,
			       s.credits, s.have, s.max, s.capacity, null,
			       s.version) end as detail, r.ok
		  from seen s
		 cross join lateral (select s.reasons = '{}' as ok) r),
	added as (
		insert into enrolment (person_id, section_id, term_id, credits,
		    enrolled_at, request_id)
		select d.person_id, d.id, v_term, d.credits, d.at, d.request_id
		  from judged d where d.ok),
	filled as (
		update section_seat f set taken = f.taken + d.n
		  from (select id, count(*) as n from judged where ok
			group by id) d
		 where f.section_id = d.id),
	kept as (
		insert into request (account_id, id, act)
		select d.account_id, d.request_id, 'enrol'
		  from judged d where d.ok and d.request_id is not null
		on conflict do nothing),
	told as (
		insert into audit (told_at, account_id, person_id,
		    university_id, program, act, object_kind, object_id,
		    outcome, request_id, n, detail)
		select d.at, d.account_id, d.person_id, d.home, v_program,
		       'enrol', 'section', d.id, 'done', d.request_id, 1,
		       d.detail
		  from judged d where d.ok)
	select array_agg(row (j.i, j.no, 1, j.account_id, j.person_id, 'enrol',
	    j.request_id, j.at, j.id, null, j.code, null, j.free = 0, null,
	    j.home, j.max, j.rule, j.outcome, j.why, j.detail, false)::item),
	       bool_or(not j.ok)
	  into v_items, v_refused
	  from judged j;
	if v_refused then
		perform decide_write(array(select t from unnest(v_items) t
		    where t.outcome <> 'done'));
	end if;
	return coalesce(v_items, '{}');
end
$$;
