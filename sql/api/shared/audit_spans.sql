-- sojourn.audit_spans(from, until, act): between which ids of the audit rows of
-- these days, or of this act, can stand.  clerk notes it when it seals, so that a
-- row costs nothing when it is written; what is not sealed may be anything.
-- Parameters: p_from, p_until  days in the host's zone or null; p_act a word or ''
-- Returns: the ids; many pieces, as of an act of every day, come as one
-- Tables: audit_day, audit_seal (read)
create or replace function sojourn.audit_spans(p_from date, p_until date,
    p_act text)
returns int8multirange
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_spans  int8multirange;
	v_pieces integer;
begin
	if p_from is null and p_until is null and coalesce(p_act, '') = '' then
		return int8multirange(int8range(0, null));
	end if;
	-- A day more at both ends: the zone may have been another.
	select range_agg(int8range(d.low, d.high, '[]')) into v_spans
	  from audit_day d
	 where (p_from is null or d.day >= p_from - 1)
	   and (p_until is null or d.day <= p_until + 1)
	   and (coalesce(p_act, '') = '' or d.act = p_act);
	v_spans := coalesce(v_spans, '{}') + int8multirange(int8range(1 +
	    coalesce((select s.closed from audit_seal s
		order by s.n desc limit 1), 0), null));
	select count(*) into v_pieces from unnest(v_spans);
	if v_pieces > 40 then
		return int8multirange(range_merge(v_spans));
	end if;
	return v_spans;
end
$$;
