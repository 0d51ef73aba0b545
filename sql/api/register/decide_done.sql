-- register_api.decide_done(…): what the combiner of `register` asks first, of
-- those in a batch who want one section and nothing else: which of them
-- sojourn.decide_done can do outright, and they are done.
-- Parameters and what is returned or raised: as sojourn.decide_done
create or replace function register_api.decide_done(p_right text,
    p_session bytea[], p_request text[], p_arrived timestamptz[],
    p_take text[], p_asked integer[])
returns integer[]
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return sojourn.decide_done(p_right, p_session, p_request, p_arrived,
	    p_take, p_asked);
end
$$;
