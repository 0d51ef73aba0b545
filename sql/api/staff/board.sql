-- staff_api.board(sessions): the live board, once for all who watch it: the
-- registration of the last half hour or, when nothing happened in it, of the last
-- 36 hours.  Reads what the programs counted (pulse), never the audit.
-- Parameters: p_sessions SHA-256 of the sessions that watch, p_right what each
--             of them needs
-- Returns rows of several kinds:
--   session  at the place of a living session with the right (from 1)
--   span     n the seconds shown
--   rate     at the 180th part of the span (from 0), n sections registered in it
--   bar      at the 30th part of the span, label the outcome, n refusals in it
--   refused  label the outcome, n refusals in the whole span, the most first
--   now      n sections registered in the last ten seconds
--   queue    n requests that wait, total ms since the first of them came
--   room     at 1 while the waiting room is open, n students wait in it, total
--            were let in
--   school   label the school and its names, n seats taken, total seats
-- Tables: pulse, room, section, section_seat, course, major, school (read)
create or replace function staff_api.board(p_right text, p_sessions bytea[])
returns table (kind text, at integer, label text, n bigint, total bigint,
    name_ko text, name_en text, name_ja text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_now  timestamptz := clock_timestamp();
	v_span integer := 1800;
	v_from timestamptz;
	v_term integer := sojourn.term_register();
begin
	return query
	select 'session', s.i::integer, '', 1::bigint, 0::bigint, '', '', ''
	  from unnest(p_sessions) with ordinality s (hash, i)
	 where (sojourn.enter(s.hash, p_right)).outcome = 'done';
	if not exists (select from pulse p
	    where p.at > v_now - interval '30 minutes') then
		v_span := 129600;
	end if;
	v_from := v_now - make_interval(secs => v_span);
	return query
	select 'span', 0, '', v_span::bigint, 0::bigint, '', '', ''
	union all
	select 'rate', q.at, '', sum(q.done)::bigint, 0::bigint, '', '', ''
	  from (select floor(extract(epoch from p.at - v_from) * 180 / v_span)
		       ::integer as at, p.done
		  from pulse p where p.at > v_from and p.done > 0) q
	 group by q.at
	union all
	select 'bar', q.at, q.outcome, sum(q.n)::bigint, 0::bigint, '', '', ''
	  from (select floor(extract(epoch from p.at - v_from) * 30 / v_span)
		       ::integer as at, r.key as outcome, r.value::bigint as n
		  from pulse p cross join lateral jsonb_each_text(p.refused) r
		 where p.at > v_from) q
	 group by q.at, q.outcome;
	return query
	select 'refused', 0, r.key, sum(r.value::bigint)::bigint, 0::bigint, '',
	       '', ''
	  from pulse p cross join lateral jsonb_each_text(p.refused) r
	 where p.at > v_from
	 group by r.key order by 4 desc;
	return query
	select 'now', 0, '', coalesce(sum(p.done), 0)::bigint, 0::bigint, '', '', ''
	  from pulse p where p.at > v_now - interval '10 seconds'
	union all
	select 'queue', 0, '', coalesce(sum(l.queue), 0)::bigint,
	       coalesce(max(l.oldest_ms), 0)::bigint, '', '', ''
	  from (select distinct on (p.process) p.queue, p.oldest_ms
		  from pulse p where p.at > v_now - interval '10 seconds'
		 order by p.process, p.id desc) l;
	return query
	select 'room', case when r.opened_at is null then 0 else 1 end, '',
	       r.waiting::bigint, r.mark, '', '', ''
	  from room r;
	return query
	select 'school', 0, h.code, sum(e.taken)::bigint,
	       sum(e.capacity)::bigint, h.name_ko, h.name_en, h.name_ja
	  from section s
	  join section_seat e on e.section_id = s.id
	  join course c on c.id = s.course_id
	  join major m on m.id = c.major_id
	  join school h on h.id = m.school_id
	 where s.term_id = v_term and s.state = 'open'
	 group by h.id
	 order by h.id;
end
$$;
