-- sojourn.lists_mail(lists): tells universities that a list is there (R55); the
-- coordinators, and where they have to recommend by it also the recommenders
-- (R45); a line each in the audit.
-- Tables: final_list, term, account, account_role (read), outbox, audit (insert)
create or replace function sojourn.lists_mail(p_lists bigint[])
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	insert into outbox (kind, lang, to_address, account_id, university_id,
	    params)
	select 'list-made', c.lang, c.email, c.account_id, l.university_id,
	       jsonb_strip_nulls(jsonb_build_object('term', t.code,
		   'version', l.version, 'students', l.students,
		   'registrations', l.registrations,
		   'grades', case when l.kind = 'grades' then '1' end,
		   'interim', case when l.stage = 'interim' then '1' end,
		   'final', case when l.stage = 'final' then '1' end,
		   'before', case when l.version > 1 then l.version - 1 end,
		   'added', l.added, 'removed', l.removed, 'changed', l.changed,
		   'until', iso_time(l.due_at),
		   'recommend', case when l.recommend then '1' end))
	  from final_list l
	  join term t on t.id = l.term_id
	 cross join lateral (
		select k.account_id, k.email, k.lang
		  from coordinators(l.university_id) k
		union
		select a.id, a.email, a.lang::text from account a
		 where l.recommend and a.university_id = l.university_id
		   and a.disabled_at is null and a.email <> ''
		   and exists (select from account_role o
		    where o.account_id = a.id and o.role = 'recommender')) c
	 where l.id = any (p_lists)
	 order by l.id;
	insert into audit (told_at, university_id, program, act, object_kind,
	    object_id, outcome, rule, detail)
	select sojourn.now(), l.university_id, substr(session_user, 9),
	       'list-made', 'final_list', l.id, 'done',
	       case when l.kind = 'grades' then 'R186' else 'R55' end,
	       jsonb_build_object('term', l.term_id, 'version', l.version,
		   'stage', l.stage)
	  from final_list l where l.id = any (p_lists)
	 order by l.id;
end
$$;
