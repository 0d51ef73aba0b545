-- register_api.confirmation(session, right, lang): who the confirmation of
-- registration is about (R33); its courses come from register_api.mine.
-- Returns: one row; none without the right
-- Tables: person, temporary_id, registration_right, university, term, host
--         (read)
create or replace function register_api.confirmation(p_session bytea,
    p_right text, p_lang text)
returns table (host text, term text, classes_from date, classes_till date,
    name_native text, name_latin text, id text, university text,
    have integer, max_credits integer, contact_name text,
    contact_phone text, contact_email text, made_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current('');
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select sojourn.pick(p_lang, h.name_ko, h.name_en, h.name_ja), t.code,
	       lower(t.classes), upper(t.classes) - 1, p.name_native,
	       trim(p.name_family || ' ' || p.name_given), i.id,
	       sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja), s.have,
	       s.max_credits,
	       sojourn.pick(p_lang, h.contact_name_ko, h.contact_name_en,
		   h.contact_name_ja), h.contact_phone, h.contact_email,
	       sojourn.now()
	  from person p
	  join term t on t.id = v_term
	  left join host h on true
	  left join temporary_id i on i.person_id = p.id
	  left join registration_right r on r.person_id = p.id
		and r.term_id = v_term
	  left join university u on u.id = r.university_id
	 cross join sojourn.registration_state(v_term, p.id) s
	 where p.id = v_actor.person_id;
end
$$;
