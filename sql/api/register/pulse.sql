-- register_api.pulse(…): what one process of `register` has done since it last
-- said so.  Every two seconds while something happens, however much it is.
-- Parameters: p_process who counts; p_done seats taken, p_cancelled given back,
--             p_refused outcome: how often; p_queue requests that wait now,
--             p_oldest_ms how long the first of them has waited
-- Returns: the row's number
-- Tables: pulse (insert)
create or replace function register_api.pulse(p_process text, p_done integer,
    p_cancelled integer, p_refused jsonb, p_queue integer, p_oldest_ms integer)
returns bigint
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_id bigint;
begin
	insert into pulse (process, done, cancelled, refused, queue, oldest_ms)
	values (p_process, p_done, p_cancelled, p_refused, p_queue, p_oldest_ms)
	returning id into v_id;
	return v_id;
end
$$;
