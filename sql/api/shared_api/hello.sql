-- shared_api.hello(session, right, lang): the first call of every page.
-- Parameters: p_session, p_right as in sojourn.enter; p_right null = open page
-- Returns: one row: outcome 'done', 'login' or 'forbidden'; who asks; the host
--          and the clock, for the frame of the page; notice: until when a
--          practice of registering is on, for those whom it concerns
-- Tables: host, university, account_role, role_right (read)
create or replace function shared_api.hello(p_session bytea, p_right text,
    p_lang text)
returns table (outcome text, known boolean, account_id bigint, kind text,
    name text, university text, rights text, host_name_ko text,
    host_name_en text, host_name_ja text, demo_now timestamptz,
    now_epoch bigint, notice text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v sojourn.actor;
begin
	v := sojourn.enter(p_session, coalesce(p_right, ''));
	return query
	select case when p_right is null then 'done' else v.outcome end,
	       v.account_id is not null, v.account_id, v.kind, v.name,
	       (select case p_lang when 'ko' then u.name_ko
		       when 'ja' then u.name_ja else u.name_en end
		  from university u where u.id = v.university_id),
	       (select ' ' || string_agg(q.right_, ' ') || ' '
		  from account_role r join role_right q on q.role = r.role
		 where r.account_id = v.account_id),
	       h.name_ko, h.name_en, h.name_ja, sojourn.now(),
	       floor(extract(epoch from sojourn.now()))::bigint,
	       case when v.kind in ('student', 'staff')
		   then sojourn.practice_until()::text end
	  from (select 1) one left join host h on true;
end
$$;
