-- sojourn.decide_done(…): sojourn.decide for what most of the rush is: each
-- request is of another student, asks for one section, its window is open, and
-- there is nothing in its way.  Such requests meet in the seats of their section
-- alone; where there are enough for all who ask, their order does not matter, and
-- all of them are written in one statement.
-- Whatever is not so simple is left, without a word, to
-- register_api.decide_batch: sessions that may not, request ids seen before,
-- missing rights, sections with agreed numbers or with fewer seats than are
-- asked for, and every refusal.  What is left finds the same whether it is
-- decided before or after: its students are others, and of the seats that it
-- asks for there are enough.
-- Parameters: one value per request: p_session, p_request, p_arrived as in
--             register_api.decide_batch, p_take the code of its section, p_asked
--             how many acts of the whole batch want
--             the same; p_right the right each session
--             needs
-- Returns: those done, as places in the arrays
-- Raises: 40001 where somebody else changed a section in between; nothing is
--         written then, and all of it may be asked again
-- Locks: as sojourn.decide: students by id, then sections by id.  The number of
--        seats is read without a lock, and what is written holds only if the
--        section's version and seats still allow it.
-- Tables: session (last_seen written every ten minutes: the page after the act
--         does it every minute), enrolment, section_seat, audit_batch (written),
--         registration_right (locked), section_time, time_window, practice,
--         clock_mark, request (read)
create or replace function sojourn.decide_done(p_right text,
    p_session bytea[], p_request text[], p_arrived timestamptz[],
    p_take text[], p_asked integer[])
returns integer[]
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_bitmapscan = off
set enable_memoize = off
as $$
#variable_conflict use_column
declare
	v_program  text := substr(session_user, 9);
	v_now      timestamptz := clock_timestamp();
	v_distance interval := sojourn.now() - transaction_timestamp();
	v_term     integer;
	v_askers   asker[];      -- who may
	v_idle     bigint[];
	v_people   bigint;
	v_no       integer[];
	v_seats    bigint;
begin
	-- sojourn.term_register(), if one of its windows is open.  Arrival counts
	-- from half a minute ago to now; a clock that has stepped back says
	-- nothing of who came in time (F9).
	select case when w.open and not exists (select from clock_mark m
		   where m.at > v_now) then w.term_id end into v_term
	  from (select v_now + v_distance as now, v_distance +
		       least(greatest(min(coalesce(a, v_now)),
			   v_now - interval '30 seconds'), v_now) as first
		  from unnest(p_arrived) a) t
	  left join practice p on p.ended_at is null and t.now >= p.opens_at
		and t.now < p.closes_at
	 cross join lateral (
		select w.term_id, min(w.opens_at) as opens,
		       bool_or(w.kind in ('REGISTER', 'CHANGE')
			   and w.opens_at <= t.first and t.now < w.closes_at
			   ) as open
		  from time_window w
		 where w.university_id is null and w.replaced_at is null
		 group by w.term_id) w
	 where case when p.id is not null then w.term_id = -p.term_id
		else w.term_id > 0 and w.opens <= t.now end
	 order by w.opens desc limit 1;
	if v_term is null then
		return '{}';
	end if;
	select array_agg(row (q.no, q.at, q.account_id, q.person_id,
		   q.university_id, q.max_credits)::asker),
	       array_agg(q.session_id) filter (where
		   q.last_seen < v_now - interval '10 minutes'),
	       count(distinct q.person_id)
	  into v_askers, v_idle, v_people
	  from (
		select x.no::integer as no, v_distance +
		       least(greatest(coalesce(p_arrived[x.no], v_now),
			   v_now - interval '30 seconds'), v_now) as at,
		       s.id as session_id, s.last_seen, s.account_id,
		       r.person_id, r.university_id, r.max_credits
		  from unnest(p_session) with ordinality x (token_hash, no)
		  join session s on s.token_hash = x.token_hash
			and s.ended_at is null and s.expires_at > v_now
			and s.last_seen + s.idle > v_now
			and v_program = any (s.programs)
			and p_right = any (s.rights)
		  join registration_right r on r.term_id = v_term
			and r.person_id = s.person_id
			and r.suspended_at is null
		 order by r.person_id
		   for no key update of r) q;
	if v_people is distinct from cardinality(v_askers) then
		return '{}';
	end if;
	if v_idle is not null then
		update session s set last_seen = v_now
		  from (select id from session where id = any (v_idle)
			order by id for no key update) l
		 where s.id = l.id;
	end if;
	with judged as materialized (
		select x.*, nullif(p_request[x.no], '') as request_id,
		       s.section_id as id, s.credits,
		       h.have + s.credits as have, s.capacity, s.version,
		       s.ctid as place
		  from unnest(v_askers) x
		  join section_seat s on s.term_id = v_term
			and s.code = p_take[x.no] and s.open and not s.quotas
			and s.taken + s.held + p_asked[x.no] <= s.capacity
		 cross join lateral (
			select coalesce(sum(e.credits) filter (where
				   e.holds_seat and e.term_id = v_term),
				   0)::integer as have,
			       count(*) as n,
			       count(*) filter (where e.section_id = s.section_id
				   or e.request_id = p_request[x.no]) as met
			  from enrolment e where e.person_id = x.person_id) h
		 where h.met = 0 and h.have + s.credits <= x.max_credits
		   and (h.n = 0 or not exists (select from enrolment e
			join section_time b on b.section_id = e.section_id
			join section_time a on a.section_id = s.section_id
				and a.slot && b.slot
			where e.person_id = x.person_id and e.holds_seat
			  and e.term_id = v_term))
		   and not exists (select from request q
			where q.account_id = x.account_id
			  and q.id = p_request[x.no])
		 order by x.at, x.no),
	added as (
		insert into enrolment (person_id, section_id, term_id, credits,
		    enrolled_at, request_id)
		select d.person_id, d.id, v_term, d.credits, d.at, d.request_id
		  from judged d),
	told as (
		insert into audit_batch (first_id, lines)
		select (q.lines[1]).id, q.lines
		  from (
			select array_agg(row (nextval('audit_id_seq'), d.at,
				   d.account_id, d.person_id, d.university_id,
				   d.id, d.request_id, d.credits, d.have,
				   d.max_credits, d.capacity,
				   d.version)::batch_line) as lines
			  from judged d) q
		 where q.lines is not null),
	filled as (
		update section_seat f set taken = f.taken + d.n
		  from (select id, place, version, count(*)::integer as n from judged
			group by id, place, version order by id) d
		 where f.ctid = d.place and f.version = d.version
		   and not f.quotas and f.taken + f.held + d.n <= f.capacity
		returning d.n)
	select array_agg(j.no), (select sum(n) from filled)
	  into v_no, v_seats
	  from judged j;
	if v_seats is distinct from cardinality(v_no) then
		raise serialization_failure using
		    message = 'a section has changed meanwhile';
	end if;
	return coalesce(v_no, '{}');
end
$$;
