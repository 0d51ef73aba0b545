-- sojourn.import_window(term, row): a window as its row says.  One that is
-- there with other times is replaced by a newer row, the old one stays in the
-- history and those concerned get a mail (R16).
-- Parameters: p_row  kind, opens_at, closes_at (exclusive), hours_stated;
--                    university (code, with APPLY), reason, source, confirm
-- Outcomes: done (detail.new) · already · invalid (detail.problems: field, why
--           as sojourn.window_problem() says)
-- Tables: time_window (insert, update), university (read), and those of
--         sojourn.window_mail()
create or replace function sojourn.import_window(p_term integer, p_row jsonb)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_opens  timestamptz := (p_row ->> 'opens_at')::timestamptz;
	v_closes timestamptz := (p_row ->> 'closes_at')::timestamptz;
	v_uni    integer := (select u.id from university u
	    where u.code = p_row ->> 'university');
	v_old    time_window;
	v_new    integer;
	v_end    sojourn.verdict;
begin
	v_end := sojourn.window_problem(p_term, p_row ->> 'kind',
	    p_row ->> 'university', v_opens, v_closes,
	    coalesce((p_row ->> 'confirm')::boolean, false));
	if v_end.outcome <> 'done' then
		return verdict('invalid', v_end.rule, jsonb_build_object('problems',
		    jsonb_build_array(jsonb_build_object(
			'field', coalesce(v_end.detail ->> 'field', 'closes_at'),
			'why', case v_end.outcome when 'conflict' then v_end.rule
			    else 'invalid' end,
			'value', coalesce(v_end.detail ->> 'with', '')))));
	end if;
	select w.* into v_old from time_window w
	 where w.term_id = p_term and w.kind = p_row ->> 'kind'
	   and w.replaced_at is null and w.university_id is not distinct from v_uni
	   for update;
	if v_old.opens_at = v_opens and v_old.closes_at = v_closes then
		return verdict('already', 'R16');
	end if;
	update time_window w set replaced_at = clock_timestamp()
	 where w.id = v_old.id;
	insert into time_window (term_id, kind, university_id, opens_at, closes_at,
	    hours_stated, source, overlap_confirmed, version, reason)
	values (p_term, p_row ->> 'kind', v_uni, v_opens, v_closes,
	    coalesce((p_row ->> 'hours_stated')::boolean, true),
	    coalesce(p_row ->> 'source', v_old.source, ''),
	    coalesce((p_row ->> 'confirm')::boolean, false),
	    coalesce(v_old.version, 0) + 1, coalesce(p_row ->> 'reason', ''))
	returning id into v_new;
	update time_window w set replaced_by = v_new where w.id = v_old.id;
	if v_old.id is not null then
		perform sojourn.window_mail(v_new);
	end if;
	return verdict('done', 'R16', jsonb_build_object('new', v_old.id is null,
	    'window', v_new));
end
$$;
