-- sojourn.document_guard(): a document only goes forward, and what was printed
-- never changes: asked -> printed -> valid -> superseded -> revoked, valid ->
-- revoked; what was never issued may fail.
create or replace function sojourn.document_guard() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_steps text[] := array['asked>printed', 'asked>failed',
	    'printed>valid', 'printed>failed', 'valid>superseded',
	    'valid>revoked', 'superseded>revoked'];
begin
	if tg_op = 'UPDATE'
	    and (new.state = old.state
		or old.state || '>' || new.state = any (v_steps))
	    and row(new.id, new.serial, new.series_id, new.kind,
		new.university_id, new.lang,
		new.content, new.shown, new.digest, new.basis, new.told_at,
		new.asked_at, new.asked_by, new.step_up_id)
		is not distinct from row(old.id, old.serial, old.series_id,
		old.kind, old.university_id, old.lang, old.content, old.shown, old.digest,
		old.basis, old.told_at, old.asked_at, old.asked_by,
		old.step_up_id)
	    and (old.code_hash is null or new.code_hash = old.code_hash)
	    and (old.sha256 is null or new.sha256 = old.sha256)
	    and (old.credential is null or new.credential = old.credential)
	    and (old.issued_at is null or new.issued_at = old.issued_at)
	then
		return new;
	end if;
	raise exception 'document % may not change in this way', old.id
	    using errcode = 'integrity_constraint_violation';
end
$$;
