-- sojourn.job_close(due): the audit tells when a window closed and which
-- version of it did (F9).
-- Returns: {"windows": n}
-- Tables: time_window (read), audit (insert)
create or replace function sojourn.job_close(p_due timestamptz) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_count integer := 0;
	v       record;
begin
	for v in select w.id, w.term_id, w.kind, w.version from time_window w
	    where w.term_id > 0 and w.replaced_at is null
	      and w.closes_at = p_due order by w.id
	loop
		perform sojourn.note(null, 'window-close', 'time_window', v.id,
		    'done', null, null, jsonb_build_object('term', v.term_id,
			'kind', v.kind, 'version', v.version));
		v_count := v_count + 1;
	end loop;
	return jsonb_build_object('windows', v_count);
end
$$;
