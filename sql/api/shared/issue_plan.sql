-- sojourn.issue_plan(term, applications): what issuing would do, row by row.
-- The page shows it and sojourn.issue() does exactly it.
-- Parameters: p_applications  null = every approved application of the term
-- Returns per application, in the order of the ids, a fate:
--   new              a new ID
--   known            the same ID, the right granted again (R22, R23)
--   review           a person must first say who it is (R22)
--   not-recommended  the home university refused (R3)
--   duplicate        the person has another application in this term
--   already          issued before
--   not-approved     not decided for it
--   gone             no such application in the term
-- Tables: application, person, temporary_id, identity_case (read)
create or replace function sojourn.issue_plan(p_term integer,
    p_applications bigint[] default null)
returns table (application bigint, person bigint, fate text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with wanted as (
		select distinct x.id from unnest(p_applications) x(id)
		union all
		select a.id from application a
		 where p_applications is null and a.term_id = p_term
		   and a.state = 'approved'),
	who as (
		select w.id, a.id as found, a.state, a.recommendation,
		       a.identity, case when p.merged_into is null then p.id
			    else sojourn.person_root(p.id) end as person
		  from wanted w
		  left join application a on a.id = w.id and a.term_id = p_term
		  left join person p on p.id = a.person_id),
	ranked as (
		select who.*, row_number() over (partition by who.person,
		       who.state order by who.id) as nth
		  from who)
	select r.id, r.person, case
	       when r.found is null or r.state in ('withdrawn', 'expired')
		    then 'gone'
	       when r.state = 'issued' then 'already'
	       when r.state <> 'approved' then 'not-approved'
	       when r.recommendation = 'refused' then 'not-recommended'
	       when r.identity = 'doubtful' or sojourn.differs(r.id) then 'review'
	       when exists (select from identity_case c
		    where c.b = r.person and c.undone_at is null
		      and c.state in ('open', 'merge-asked')) then 'review'
	       when r.person is not null and (r.nth > 1 or exists (
		    select from application o
		     where o.term_id = p_term and o.state = 'issued'
		       and o.person_id = r.person)) then 'duplicate'
	       when exists (select from temporary_id t
		    where t.person_id = r.person) then 'known'
	       else 'new' end
	  from ranked r
	 order by r.id
$$;
