-- staff_api.notice_save(...): a notice for the first page: new (p_id null),
-- changed, or ended now.
-- Parameters: p_decision  save or end
-- Outcomes: done; already (over, or the same request); gone; invalid
--   (shown_till)
-- Tables: notice (insert, update), audit (insert)
create or replace function staff_api.notice_save(p_session bytea,
    p_right text, p_request text, p_decision text, p_id bigint, p_ko text,
    p_en text, p_ja text, p_from timestamptz, p_till timestamptz)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_old   record;
	v_id    bigint := p_id;
	v_end   text := 'done';
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'notice') then
		return next sojourn.says('notice', 'already', null);
		return;
	end if;
	select n.* into v_old from notice n where n.id = p_id for update;
	if p_id is not null and v_old.id is null then
		v_end := 'gone';
	elsif p_decision = 'end' then
		update notice set shown_till = sojourn.now()
		 where id = p_id and (shown_till is null
		     or shown_till > sojourn.now());
		v_end := case when found then 'done' else 'already' end;
	elsif p_till <= coalesce(p_from, v_old.shown_from, sojourn.now()) then
		v_end := 'invalid';
	elsif p_id is null then
		insert into notice (text_ko, text_en, text_ja, shown_from,
		    shown_till, made_by)
		values (p_ko, p_en, p_ja, coalesce(p_from, sojourn.now()),
		    p_till, v_actor.account_id) returning id into v_id;
	else
		update notice set text_ko = p_ko, text_en = p_en, text_ja = p_ja,
		       shown_from = coalesce(p_from, shown_from),
		       shown_till = p_till, made_by = v_actor.account_id,
		       made_at = clock_timestamp()
		 where id = p_id;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('notice', v_end, null, case v_end
		when 'invalid' then '{"field": "shown_till"}'::jsonb
		else '{}' end, '', 'notice', v_id)]);
end
$$;
