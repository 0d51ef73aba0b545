-- register_api.confirmation_ask(session, right, lang): the confirmation of what
-- is registered at this moment, as a document (R33).
-- Returns: one row: serial, state (see sojourn.document_ask) and why; when it
--          is valid, its file in base64; serial is null when nothing is
--          registered; none without the right
-- Tables: those of sojourn.registration_content, sojourn.document_ask,
--         document_file (read)
create or replace function register_api.confirmation_ask(p_session bytea,
    p_right text, p_lang text)
returns table (serial text, state text, why text, file text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor   sojourn.actor := sojourn.enter(p_session, p_right);
	v_term    integer := sojourn.term_current('');
	v_content jsonb;
	v_basis   jsonb;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_content := sojourn.registration_content(v_actor.person_id, v_term,
	    p_lang);
	if v_content is null then
		return query select null::text, ''::text, ''::text, null::text;
		return;
	end if;
	v_basis := sojourn.registration_basis(v_actor.person_id,
	    v_content ->> 'term');
	return query
	select a.serial, a.state, a.why, case when a.state = 'valid' then
	       (select encode(f.file, 'base64') from document d
		  join document_file f on f.document_id = d.id
		 where d.serial = a.serial) end
	  from sojourn.document_ask(v_actor, v_actor.person_id, 'registration',
	    v_content ->> 'term', p_lang, v_content,
	    jsonb_build_object('term', v_content -> 'term',
		'courses', (select count(*) from jsonb_array_elements(
		    v_content -> 'courses') c
		    where c ->> 'state' = 'registered'),
		'credits', v_content -> 'credits'), v_basis) a;
end
$$;
