-- staff_api.lists(...): the newest list of each university (R55): who has not
-- acknowledged it, and how many of its students have not registered (R18).
-- Parameters: p_state  open (not acknowledged), late, done or ''; p_university
--             code or ''; p_page from 1, 100 each; p_kind registrations (also
--             for '') or grades (R186)
-- Returns: universities with a right of the term or a list, those that are late
--          first; rights: students who may register, and of them why not; total
--          rows
-- Tables: university, final_list, official_letter, account,
--   registration_right (read), those of sojourn.missing
create or replace function staff_api.lists(p_session bytea, p_right text,
    p_term text, p_state text, p_university text, p_page integer, p_lang text,
    p_kind text)
returns table (university text, university_name text, id bigint,
    version integer, stage text, made_at timestamptz, due_at timestamptz,
    late boolean, students integer, registrations integer, changes integer,
    acknowledged_at timestamptz, acknowledged_name text, letter_no text,
    reminded_at timestamptz, rights bigint, n_login bigint, n_none bigint,
    n_below bigint, total bigint, kind text, signed text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	with newest as (
		select distinct on (l.university_id) l.* from final_list l
		 where l.term_id = v_term
		   and l.kind = coalesce(nullif(p_kind, ''), 'registrations')
		 order by l.university_id, l.version desc),
	granted as (
		select r.university_id, count(*) as n from registration_right r
		 where r.term_id = v_term and r.suspended_at is null
		 group by r.university_id),
	missed as (
		select m.university_id,
		       count(*) filter (where m.why = 'login') as login,
		       count(*) filter (where m.why = 'none') as none,
		       count(*) filter (where m.why = 'below') as below
		  from sojourn.missing(v_term) m group by m.university_id),
	every as (
		select u.code, sojourn.pick(p_lang, u.name_ko, u.name_en,
			   u.name_ja) as name, l.*, coalesce(l.acknowledged_at
			   is null and l.due_at <= sojourn.now(), false) as over,
		       coalesce(g.n, 0) as granted, coalesce(m.login, 0) as login,
		       coalesce(m.none, 0) as none, coalesce(m.below, 0) as below
		  from university u
		  left join newest l on l.university_id = u.id
		  left join granted g on g.university_id = u.id
		  left join missed m on m.university_id = u.id
		 where l.id is not null or g.n > 0)
	select s.code, s.name, s.id, s.version, s.stage, s.made_at, s.due_at,
	       s.over, s.students, s.registrations,
	       s.added + s.removed + s.changed, s.acknowledged_at,
	       coalesce(c.name, ''), coalesce(o.letter_no, ''), s.reminded_at,
	       s.granted, s.login, s.none, s.below, count(*) over (),
	       coalesce(s.kind, ''), sojourn.list_signed(s.serial)
	  from every s
	  left join account c on c.id = s.acknowledged_by
	  left join official_letter o on o.id = s.letter_id
	 where (coalesce(p_university, '') = '' or s.code = p_university)
	   and case p_state when 'open' then s.id is not null
		   and s.acknowledged_at is null
	       when 'late' then s.over
	       when 'done' then s.acknowledged_at is not null
	       else true end
	 order by s.over desc, s.acknowledged_at is not null, s.due_at, s.code
	 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100;
end
$$;
