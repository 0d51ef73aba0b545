-- certificates_api.types(session, right): every certificate there is, whether
-- who asks may have it now, and why not (R109, R110, R112).
-- Returns: type, may, why (see sojourn.certificate_may), ko, en, ja (made in
--          that language), verified (student affairs verify it first), the
--          largest number of copies
-- Tables: those of sojourn.certificate_may and sojourn.rule
create or replace function certificates_api.types(p_session bytea,
    p_right text)
returns table (type text, may boolean, why text, ko boolean, en boolean,
    ja boolean, verified boolean, copies_max integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select t.type, m.may, m.why, 'ko' = any (l.langs), 'en' = any (l.langs),
	       'ja' = any (l.langs), t.type = any (string_to_array(
		   sojourn.rule('certificates', 'verified_types'), ' ')),
	       sojourn.rule('certificates', 'copies_max')::integer
	  from sojourn.certificate_types() t
	 cross join lateral sojourn.certificate_may(t.type,
	     v_actor.person_id) m
	 cross join lateral (select sojourn.certificate_languages(t.type)
	     as langs) l
	 order by t.place;
end
$$;
