-- sojourn.log_root(size): the root of the tree over the first entries of the
-- log (RFC 6962), from the leaves up.
-- Returns: null when the log has fewer entries
-- Tables: log_entry (read)
create or replace function sojourn.log_root(p_size bigint) returns bytea
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_row  bytea[];
	v_next bytea[];
	i      integer;
begin
	select array_agg(l.leaf_hash order by l.n) into v_row
	  from log_entry l where l.n < p_size;
	if coalesce(array_length(v_row, 1), 0) <> p_size or p_size = 0 then
		return null;
	end if;
	while array_length(v_row, 1) > 1 loop
		v_next := '{}';
		for i in 1 .. array_length(v_row, 1) / 2 loop
			v_next := v_next || sha256('\x01'::bytea
			    || v_row[2 * i - 1] || v_row[2 * i]);
		end loop;
		-- The last one without a neighbour goes up as it is.
		if array_length(v_row, 1) % 2 = 1 then
			v_next := v_next || v_row[array_length(v_row, 1)];
		end if;
		v_row := v_next;
	end loop;
	return v_row[1];
end
$$;
