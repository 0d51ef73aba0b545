-- tempid_api.term(term): what the form of applications begins with.
-- Parameters: p_term  a code, null or '' for the current term
-- Returns: one row: code, door (C2), the window's state and times, and the
--          host's contact; no row for an unknown term
-- Tables: term, host, time_window (read)
create or replace function tempid_api.term(p_term text, p_lang text)
returns table (code text, door text, state text, opens_at timestamptz,
    closes_at timestamptz, contact_name text, contact_phone text,
    contact_email text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select t.code, t.door, w.state, w.opens_at, w.closes_at,
	       case p_lang when 'en' then h.contact_name_en when 'ja'
		   then h.contact_name_ja else h.contact_name_ko end,
	       h.contact_phone, h.contact_email
	  from term t
	  left join lateral window_state(t.id, 'APPLY') w on true
	  left join host h on true
	 where t.id = term_current(p_term)
$$;
