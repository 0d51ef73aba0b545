-- sojourn.decide_late(term, open, done): sojourn.decide, between two rounds, for
-- what is possible outside of the windows alone: what a person has done in this
-- batch counts for what he asks next, as it would in single calls (F5).
-- An exception opens each section that it names once, and the audit that says
-- so is written at the end of the batch: a second use of it is refused.  How
-- many credits may be added in the place of a closed section (R32) is counted
-- again, because courses may have come or gone while a window was open.
-- Parameters: p_open  not decided yet; p_done  decided
-- Returns: p_open, some with the outcome 'window', some with other limits
-- Tables: registration_right (read), those of sojourn.decide_window and
--         sojourn.substitute_upto
create or replace function sojourn.decide_late(p_term integer,
    p_open sojourn.item[], p_done sojourn.item[]) returns sojourn.item[]
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	t       item;
	v_taken integer[];
	v_left  integer[];
	v_upto  integer;
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
		continue when coalesce(v_taken, v_left) is null;
		v_upto := case when t.act = 'enrol' then substitute_upto(p_term,
		    t.person_id, t.at, case when t.take = any (v_taken)
			then null else t.section end) end;
		if v_upto is not null then
			select least(r.max_credits, v_upto), case
			       when v_upto < r.max_credits then 'R32'
			       else r.limit_rule end
			  into t.max_credits, t.limit_rule
			  from registration_right r
			 where r.term_id = p_term and r.person_id = t.person_id;
			p_open[k] := t;
			continue;
		end if;
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
