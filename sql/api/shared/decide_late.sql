-- sojourn.decide_late(term, open, done): sojourn.decide, between two rounds: an
-- exception opens each section that it names once, and the audit that says so
-- is written at the end of the batch.  Who has taken or left a section in this
-- batch is refused where the exception would be used for it a second time.
-- Parameters: p_open  not decided yet; p_done  decided
-- Returns: p_open, some with the outcome 'window'
-- Tables: those of sojourn.decide_window
create or replace function sojourn.decide_late(p_term integer,
    p_open sojourn.item[], p_done sojourn.item[]) returns sojourn.item[]
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	t       item;
	v_taken integer[];
	v_left  integer[];
	v       verdict;
begin
	for k in 1 .. cardinality(p_open) loop
		t := p_open[k];
		continue when not t.late;
		select array_agg(d.take) filter (where d.take is not null),
		       array_agg(d.give) filter (where d.give is not null)
		  into v_taken, v_left
		  from unnest(p_done) d
		 where d.person_id = t.person_id and d.outcome = 'done';
		continue when not coalesce(t.take = any (v_taken), false)
		    and not coalesce(t.give = any (v_left), false);
		v := decide_window(p_term, t.act, t.at, t.person_id,
		    case when t.take is not null then t.section end,
		    case when t.take is null then t.section else t.dropped end,
		    coalesce(v_taken, '{}'), coalesce(v_left, '{}'));
		continue when v.outcome is null;
		t.outcome := v.outcome;
		t.rule := v.rule;
		t.detail := v.detail;
		p_open[k] := t;
	end loop;
	return p_open;
end
$$;
