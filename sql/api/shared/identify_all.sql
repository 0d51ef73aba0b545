-- sojourn.identify_all(applications): gives each application its person (R22).
-- Called when a mailbox is confirmed or a list is committed, never before: an
-- unconfirmed application makes nobody (S2).  Applications that have their
-- person already are left alone.
--   known     application.person_id is the person on file
--   new       a person row is made
--   doubtful  a person row is made, and an identity_case with everybody it may
--             be; issuing passes it over until no case of its person is open
-- One call at a time, so that two applications of one human at the same moment
-- see each other.
-- Returns: the number of applications that are doubtful
-- Tables: identity_case (locked, insert), application (read, update), person
--         (insert)
create or replace function sojourn.identify_all(p_applications bigint[])
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_doubtful integer;
begin
	lock table identity_case in share row exclusive mode;
	-- The planner cannot know how many rows a parameter brings and would
	-- compare each of a long list with each (10,000 rows: half a minute).
	if cardinality(p_applications) > 100 then
		perform set_config('enable_nestloop', 'off', true);
	end if;
	with a as materialized (
		select a.*, (row_number() over (order by a.id))::integer as n
		  from application a
		 where a.id = any (p_applications) and a.person_id is null
		   and a.identity = 'open'),
	m as materialized (
		select a.id as application_id, m.*
		  from match_people((select coalesce(jsonb_agg(
			jsonb_build_object('n', a.n, 'university',
			    a.university_id, 'student_no', a.student_no,
			    'name_native', a.name_native, 'name_family',
			    a.name_family, 'name_given', a.name_given,
			    'birth_date', a.birth_date, 'previous_id',
			    a.previous_id)), '[]') from a)) m
		  join a on a.n = m.n),
	fresh as materialized (
		-- The ids are taken first, so that each new person is known by
		-- its application and not by the order of an insert.
		select a.n, a.id as application_id,
		       nextval(pg_get_serial_sequence('sojourn.person', 'id'))
			   as person_id
		  from a where not exists (select from m where m.n = a.n
			and m.kind = 'known')),
	made as (
		insert into person (id, name_native, name_family, name_given,
		    birth_date)
		overriding system value
		select f.person_id, a.name_native, a.name_family, a.name_given,
		       a.birth_date
		  from fresh f join a on a.n = f.n
		returning id),
	cases as (
		insert into identity_case (a, b, application_id, why)
		select coalesce(m.person_id, o.person_id), f.person_id,
		       f.application_id, m.why
		  from m join fresh f on f.n = m.n
		  left join fresh o on o.n = m.first_n
		 where m.kind = 'doubtful'
		on conflict do nothing
		returning id),
	placed as (
		update application t
		   set person_id = coalesce(f.person_id, d.person_id),
		       identity = d.kind, version = t.version + 1
		  from (select distinct on (m.n) m.* from m order by m.n) d
		  left join fresh f on f.n = d.n
		 where t.id = d.application_id
		returning t.identity)
	select count(*) filter (where identity = 'doubtful')
	  into v_doubtful
	  from placed;
	perform set_config('enable_nestloop', 'on', true);
	return v_doubtful;
end
$$;
