-- sojourn.decide_done and decide_plain are short ways to what sojourn.decide would
-- do: made-up batches on made-up grounds are decided both ways, as the combiner
-- asks, and every answer and every row that was written must be the same.
begin;
\ir ../registration.psql
select plan(8);

-- The shortest way, closed where a setting says so, and how much it decided.
alter function sojourn.decide_done(text, bytea[], text[], timestamptz[], text[], integer[])
    rename to decide_done_way;
create sequence reg.shortest;
grant usage on sequence reg.shortest to public;
create function sojourn.decide_done(p_right text, p_session bytea[],
    p_request text[], p_arrived timestamptz[], p_take text[], p_asked integer[])
returns integer[] language plpgsql security definer as $$
declare
	v integer[];
begin
	if current_setting('reg.way') = 'long' then
		return '{}';
	end if;
	v := sojourn.decide_done_way(p_right, p_session, p_request, p_arrived, p_take, p_asked);
	perform setval('reg.shortest', nextval('reg.shortest') + cardinality(v));
	return v;
end
$$;
grant execute on function sojourn.decide_done(text, bytea[], text[], timestamptz[], text[], integer[])
    to public;

-- The short way, closed where a setting says so, and how much it decided.
alter function sojourn.decide_plain(text, bytea[], text[], timestamptz[], text[])
    rename to decide_plain_way;
create sequence reg.short;
grant usage on sequence reg.short to public;
create function sojourn.decide_plain(p_right text, p_session bytea[],
    p_request text[], p_arrived timestamptz[], p_take text[])
returns sojourn.item[] language plpgsql security definer as $$
declare
	v sojourn.item[];
begin
	if current_setting('reg.way') = 'long' then
		return '{}';
	end if;
	v := sojourn.decide_plain_way(p_right, p_session, p_request, p_arrived, p_take);
	perform setval('reg.short', nextval('reg.short') + cardinality(v));
	return v;
end
$$;
grant execute on function sojourn.decide_plain(text, bytea[], text[], timestamptz[], text[]) to public;

create table reg.asked (request integer, no integer, student integer, section integer, id text);
create table reg.met (outcome text primary key, n integer);
grant select, insert, update on reg.asked, reg.met to public;

-- Fourteen students and eight sections, each odd in some way or not.
create function reg.ground() returns void language plpgsql security definer as $$
begin
	update sojourn.registration_right r
	   set max_credits = 3 + floor(random() * 8)::integer,
	       suspended_at = case when random() < 0.06 then now() end,
	       university_id = case when random() < 0.3 then (select min(id)
		   from sojourn.university) else reg.u() end
	 where r.term_id = reg.term();
	delete from sojourn.registration_right r where r.term_id = reg.term()
	   and random() < 0.04;
	update sojourn.session s set ended_at = case when random() < 0.05 then now() end,
	       last_seen = clock_timestamp() - random() * interval '30 minutes'
	  from sojourn.account a where a.id = s.account_id and a.login like 'E312%';
	update sojourn.section set state = case when random() < 0.07 then 'closed' else 'open' end,
	       open_to_exchange = random() > 0.07 where term_id = reg.term();
	insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
	select reg.person(n), reg.id(k), reg.term(), 3, (array['enrolled', 'enrolled',
	    'enrolled', 'withdrawn', 'closed_by_host'])[1 + floor(random() * 5)::integer], now()
	  from generate_series(1, 14) n, generate_series(1, 8) k where random() < 0.1;
	update sojourn.section_seat f set taken = e.n, held = (random() < 0.1)::integer,
	       capacity = e.n + 1 + floor(random() * 5 * (random() > 0.3)::integer)::integer
	  from (select s.id, count(e.*) filter (where e.holds_seat) as n from sojourn.section s
		left join sojourn.enrolment e on e.section_id = s.id
		where s.term_id = reg.term() group by s.id) e where e.id = f.section_id;
	update sojourn.section_seat set capacity = taken + held
	 where section_id = reg.id(1 + floor(random() * 8)::integer) and random() < 0.5;
	if random() < 0.3 then
		insert into sojourn.section_quota (section_id, university_id, seats)
		select reg.id(3), reg.u(), 1;
		update sojourn.section_seat set quotas = true where section_id = reg.id(3);
	end if;
end
$$;

-- Up to twelve requests, most of other students; the batch before may be sent
-- once more, in part.
create function reg.make(p_again boolean) returns void language plpgsql security definer as $$
declare
	v_people integer[] := array(select n from generate_series(1, 14) n order by random());
	v_twice  boolean := random() < 0.1;
	v_two    boolean := random() < 0.1;
	v_hot    boolean := random() < 0.4;
begin
	if p_again then
		delete from reg.asked where random() < 0.3;
	else
		truncate reg.asked;
	end if;
	update reg.asked a set request = n.k from (select request, dense_rank()
	    over (order by request) as k from reg.asked group by request) n
	 where n.request = a.request;
	insert into reg.asked
	select g.n, k, case when v_twice and random() < 0.3 then v_people[1] else v_people[g.n] end,
	       case when v_hot and random() < 0.8 then 2
		   else 1 + floor(random() * 9)::integer end,
	       case when random() < 0.1 then '' else 'r' || random() end
	  from generate_series(1 + coalesce((select max(request) from reg.asked), 0),
		1 + floor(random() * 12)::integer) g (n),
	       generate_series(1, case when v_two then 2 else 1 end) k;
end
$$;

-- What a batch leaves, without its times.
create function reg.left_behind() returns jsonb language sql security definer as $$
	select jsonb_build_object(
	    'enrolment', (select jsonb_agg(jsonb_build_array(e.person_id, e.section_id, e.credits,
		e.state, e.request_id, e.quota_of) order by e.person_id, e.section_id)
		from sojourn.enrolment e where e.term_id = reg.term()),
	    'seat', (select jsonb_agg(jsonb_build_array(f.section_id, f.taken, f.held)
		order by f.section_id) from sojourn.section_seat f
		join sojourn.section s on s.id = f.section_id where s.term_id = reg.term()),
	    'quota', (select jsonb_agg(jsonb_build_array(q.section_id, q.taken)
		order by q.section_id) from sojourn.section_quota q),
	    'request', (select jsonb_agg(x.x order by x.x) from (
		select jsonb_build_array(q.account_id, q.id, q.results) from sojourn.request q
		union select jsonb_build_array(a.id, e.request_id, null) from sojourn.enrolment e
		  join sojourn.account a on a.person_id = e.person_id
		 where e.request_id is not null) x(x)),
	    'refusal', (select jsonb_agg(jsonb_build_array(f.person_id, f.section_id, f.act,
		f.outcome, f.n) order by f.person_id, f.section_id, f.act, f.outcome)
		from sojourn.refusal f),
	    'audit', (select jsonb_agg(jsonb_build_array(a.account_id, a.person_id, a.university_id,
		a.program, a.act, a.object_kind, a.object_id, a.outcome, a.rule, a.request_id, a.n, a.detail)
		order by a.person_id, a.object_id, a.outcome, a.request_id, a.n)
		from sojourn.audit a where a.person_id in (select reg.person(n) from generate_series(1, 14) n)))
$$;

-- One way: answers and what is left, then everything as it was before.
create function reg.way(p_way text, p_keep boolean) returns jsonb
language plpgsql security definer as $$
declare
	v jsonb;
begin
	perform set_config('reg.way', p_way, true);
	select jsonb_agg(case d.outcome when 'done' then to_jsonb(d) - 'detail'
		else to_jsonb(d) end order by d.no, d.n) into v
	  from reg.batch(
	    array(select reg.hash(min(a.student)) from reg.asked a group by a.request order by a.request),
	    array(select 'enrol' from reg.asked a group by a.request order by a.request),
	    array(select min(a.id) from reg.asked a group by a.request order by a.request),
	    array(select clock_timestamp() - interval '10 ms' * (20 - a.request) from reg.asked a
		group by a.request order by a.request),
	    array(select a.request from reg.asked a order by a.request, a.no),
	    array(select reg.code(a.section) from reg.asked a order by a.request, a.no),
	    array(select '' from reg.asked a)) d;
	perform sojourn.audit_settle();
	if p_keep then
		insert into reg.met as m select r ->> 'outcome', count(*) from jsonb_array_elements(v) r
		    group by 1
		    on conflict (outcome) do update set n = m.n + excluded.n;
		return v;
	end if;
	raise exception using errcode = 'TR001', message = (jsonb_build_object(
	    'answers', v) || jsonb_strip_nulls(reg.left_behind()))::text;
end
$$;
create function reg.both_ways() returns text language plpgsql security definer as $$
declare
	v jsonb[] := '{}';
	v_way text;
begin
	foreach v_way in array array['short', 'long'] loop
		begin
			perform reg.way(v_way, false);
		exception when sqlstate 'TR001' then
			v := v || sqlerrm::jsonb;
		end;
	end loop;
	perform reg.way('short', true);
	-- What only one of them has; '<' the short way.
	return (with e as (
		select w, t.key, x.value from generate_series(1, 2) w
		 cross join jsonb_each(v[w]) t cross join jsonb_array_elements(t.value) x)
	select string_agg(case e.w when 1 then '< ' else '> ' end || e.key || ' ' || e.value, E'\n')
	  from e where not exists (select from e o
		where o.w <> e.w and o.key = e.key and o.value = e.value));
end
$$;

select reg.student(n) from generate_series(1, 14) n \g /dev/null
select reg.section(n, 30, case when n in (4, 5) then array['1 09:00-10:30'] else '{}' end)
  from generate_series(1, 8) n \g /dev/null
select setseed(0.25) \g /dev/null
create table reg.different as select null::text as what where false;
create function reg.play() returns void language plpgsql security definer as $$
declare
	v text;
begin
	for i in 1 .. 40 loop
		delete from sojourn.enrolment where term_id = reg.term();
		delete from sojourn.section_quota;
		update sojourn.section_seat f set capacity = 30, taken = 0, held = 0, quotas = false
		  from sojourn.section s where s.id = f.section_id and s.term_id = reg.term();
		insert into sojourn.registration_right (person_id, term_id, application_id, university_id,
		    min_credits, max_credits, limit_rule)
		select a.person_id, a.term_id, a.id, reg.u(), 1, 9, 'R18' from sojourn.application a
		 where a.term_id = reg.term() on conflict do nothing;
		perform reg.ground();
		for k in 1 .. 3 loop
			perform reg.make(k = 2);
			continue when not exists (select from reg.asked);
			v := reg.both_ways();
			if v is not null then
				insert into reg.different values (v);
			end if;
		end loop;
	end loop;
end
$$;
grant execute on all functions in schema reg to public;
set session authorization sojourn_register;
select reg.play() \g /dev/null
reset session authorization;
select is_empty('select * from reg.different', 'the short ways end as the long one');
select cmp_ok((select last_value from reg.shortest), '>', 200::bigint, 'the shortest did much of it');
select cmp_ok((select last_value from reg.short), '>', 200::bigint, 'and the short one decided much of the rest');
select is((select array_agg(w) from unnest(array['already', 'closed', 'conflict', 'credits', 'done', 'duplicate',
    'full', 'gone', 'ineligible', 'login', 'not-approved', 'not-open-to-exchange']) w
    where w not in (select outcome from reg.met)), null, 'every outcome was met');
select is_empty('select * from reg.unsound', 'seats fit the enrolments');

-- What it never decides: outside the windows, and for staff.
select set_config('reg.way', 'short', true) \g /dev/null
select reg.at('2031-08-25 10:00+09');
select setval('reg.short', 1), setval('reg.shortest', 1) \g /dev/null
select setval('reg.shortest', 1, false) \g /dev/null
select reg.make(false) \g /dev/null
set session authorization sojourn_register;
select isnt(reg.way('short', true), null, 'outside the windows');
reset session authorization;
select is((select last_value from reg.short), 2::bigint, '… nothing goes the short way');
select is((select last_value from reg.shortest), 1::bigint, '… nor the shortest');
select * from finish();
rollback;
