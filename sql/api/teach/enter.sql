-- teach_api.enter(actor, request, section, rows, way): enters grades and writes
-- the audit: one line for what was done, one for each kind of refusal, with
-- numbers and never a grade (S12).  A request of which nothing was done is free
-- again.
-- Returns: rows of sojourn.grade_enter
-- Tables: by sojourn.grade_enter; audit (insert), request (delete)
create or replace function teach_api.enter(p_actor sojourn.actor,
    p_request text, p_section integer, p_rows jsonb, p_way text)
returns table (student text, outcome text, why text, grade text,
    version integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_rows jsonb;
	v_done boolean;
begin
	v_rows := coalesce((select jsonb_agg(to_jsonb(e))
	  from sojourn.grade_enter(p_actor, p_section, p_rows, p_way) e), '[]');
	v_done := v_rows @> '[{"outcome": "done"}]';
	if not v_done then
		delete from request q
		 where q.account_id = p_actor.account_id and q.id = p_request;
	end if;
	perform sojourn.note(p_actor, 'grades', 'section', p_section, k.outcome,
	    'R14', case when v_done then p_request end, jsonb_build_object(
		'n', k.n, 'way', p_way), (row_number() over (
		order by k.outcome <> 'done', k.outcome))::integer - 1)
	  from (select r ->> 'outcome' as outcome, count(*) as n
		  from jsonb_array_elements(v_rows) r group by 1) k;
	return query select r ->> 'student', r ->> 'outcome', r ->> 'why',
	    r ->> 'grade', (r ->> 'version')::integer
	  from jsonb_array_elements(v_rows) with ordinality x (r, n)
	 order by x.n;
end
$$;
