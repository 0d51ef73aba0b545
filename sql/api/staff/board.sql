-- staff_api.board(lang): the registration of the current term in figures, for
-- the plots of the first page of the desk.
-- Returns rows of several kinds:
--   hour     label the hour, n sections registered in it (the last 36 hours,
--            when there were any)
--   points   label the corners of the line in a drawing of 640 by 180
--   refusal  label the outcome, n how often
--   school   label the school, n seats taken, total seats
-- Tables: enrolment, refusal, section, section_seat, course, major, school, host
--   (read)
create or replace function staff_api.board(p_session bytea, p_right text,
    p_lang text)
returns table (kind text, label text, n bigint, total bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current('');
	v_from timestamptz := sojourn.now() - interval '36 hours';
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	with taken as (
		select date_trunc('hour', e.enrolled_at) as hour, count(*) as done
		  from enrolment e
		 where e.term_id = v_term and e.enrolled_at >= v_from
		 group by 1),
	hours as (
		select h.hour, coalesce(t.done, 0) as done
		  from generate_series(date_trunc('hour', v_from),
		      date_trunc('hour', sojourn.now()), interval '1 hour') h(hour)
		  left join taken t on t.hour = h.hour),
	top as (
		select greatest(max(o.done), 1) as most, sum(o.done) as every
		  from hours o)
	select 'hour', to_char(o.hour at time zone z.zone, 'MM-DD HH24:MI'),
	       o.done, t.most
	  from hours o cross join top t cross join host z
	 where t.every > 0
	 union all
	select 'points', string_agg(round(16.9 * (extract(epoch from o.hour
	       - date_trunc('hour', v_from)) / 3600))::text || ','
	       || round(170 - 160.0 * o.done / t.most)::text, ' '
	       order by o.hour), sum(o.done)::bigint, t.most
	  from hours o cross join top t
	 where t.every > 0
	 group by t.most
	 order by 1, 2;
	return query
	select 'refusal', f.outcome, sum(f.n)::bigint, 0::bigint
	  from refusal f join section s on s.id = f.section_id
	 where s.term_id = v_term
	 group by f.outcome order by 3 desc;
	return query
	select 'school', sojourn.pick(p_lang, h.name_ko, h.name_en, h.name_ja),
	       sum(e.taken)::bigint, sum(e.capacity)::bigint
	  from section s
	  join section_seat e on e.section_id = s.id
	  join course c on c.id = s.course_id
	  join major m on m.id = c.major_id
	  join school h on h.id = m.school_id
	 where s.term_id = v_term and s.state = 'open'
	 group by h.id
	having sum(e.taken) > 0
	 order by 2;
end
$$;
