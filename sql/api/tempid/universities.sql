-- tempid_api.universities(term, lang): whose students may apply in the term:
-- active partners with an agreement valid during it (R2), each with its own
-- deadline (R7).
-- Returns: code, name in the reader's language, closes_at and whether that is
--          earlier than the host's
-- Tables: university, agreement, term, time_window (read)
create or replace function tempid_api.universities(p_term text, p_lang text)
returns table (code text, name text, closes_at timestamptz, own boolean,
    open boolean)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select u.code, n.name, w.closes_at, w.closes_at < h.closes_at,
	       w.state = 'open'
	  from university u
	  join term t on t.id = term_current(p_term)
	 cross join lateral (select case p_lang when 'en' then u.name_en
		when 'ja' then u.name_ja else u.name_ko end as name) n
	 cross join lateral apply_window(t.id, u.id) w
	 cross join lateral window_state(t.id, 'APPLY') h
	 where has_agreement(u.id, t.id)
	 order by n.name
$$;
