-- documents_api.index(session, right): the documents that were issued to who
-- asks, the newest first; no sealed letter.
-- Tables: document, document_series (read), those of sojourn.document_standing
create or replace function documents_api.index(p_session bytea, p_right text)
returns table (serial text, kind text, lang text, subject text,
    told_at timestamptz, standing text)
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
	select d.serial, d.kind, d.lang::text, s.subject, d.told_at,
	       sojourn.document_standing(d.id)
	  from document d join document_series s on s.id = d.series_id
	 where d.person_id in (v_actor.person_id,
		sojourn.person_root(v_actor.person_id))
	   and d.state in ('valid', 'superseded', 'revoked')
	   and not sojourn.letter_sealed(d.serial)
	 order by d.id desc
	 limit 200;
end
$$;
