-- sojourn.document_ask(...): a document is to be issued.  The content stands
-- from here on; `press` prints it and `signer` signs it afterwards.
-- Parameters: p_actor    who asks, null = a job; p_person whose document it is,
--                        or p_university, and the other one is null
--             p_kind, p_subject (a term, a request), p_lang, p_copy: the series
--             p_content  everything that is printed, as its kind in
--                        workers/press wants it
--             p_shown    the facts that a verifier sees beside the masked name
--             p_basis    what must still be so for the document to hold, as
--                        sojourn.document_now() gives it later; null = nothing
--             p_again    false: the same content as the last one of the series
--                        is that document again; true: always a new serial
--             p_step_up  the code that was asked for it, used (R106, S20)
-- Returns: one row: the serial and the state it is in: asked, printed (to be
--          made by `press`), valid, or failed with why (glyph, long, …)
-- Tables: document_series, document_year (insert, update), document (insert,
--         update), host (read), audit (insert)
create or replace function sojourn.document_ask(p_actor sojourn.actor,
    p_person bigint, p_kind text, p_subject text, p_lang text,
    p_content jsonb, p_shown jsonb, p_basis jsonb, p_again boolean default false,
    p_copy integer default 1, p_step_up bigint default null,
    p_university integer default null,
    out serial text, out state text, out why text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_digest bytea := sha256(convert_to(p_content::text, 'UTF8'));
	v_basis  bytea := sha256(convert_to(coalesce(p_basis::text, ''), 'UTF8'));
	v_series bigint;
	v        record;
	v_id     bigint;
begin
	insert into document_series (person_id, university_id, kind, subject,
	    lang, copy)
	values (p_person, p_university, p_kind, p_subject, p_lang, p_copy)
	on conflict (person_id, university_id, kind, subject, lang, copy)
	    do update set copy = excluded.copy
	returning id into v_series;
	select d.serial, d.state, d.failed_why, d.digest, d.asked_at into v
	  from document d where d.series_id = v_series
	 order by d.id desc limit 1;
	if found and not p_again and v.digest = v_digest
	    and (v.state in ('asked', 'printed', 'valid') or (v.state = 'failed'
		and v.failed_why <> 'changed'
		and v.asked_at > clock_timestamp() - interval '1 minute')) then
		serial := v.serial;
		state := v.state;
		why := v.failed_why;
		return;
	end if;
	-- What still waits would be late: only the newest is issued.
	update document d set state = 'failed', failed_why = 'overtaken'
	 where d.series_id = v_series and d.state in ('asked', 'printed');
	insert into document_year as y (year, last)
	values (extract(year from sojourn.now()), 1)
	on conflict (year) do update set last = y.last + 1
	returning (select h.code from host h) || '-' || y.year || '-'
	    || lpad(y.last::text, 6, '0') into serial;
	insert into document (serial, series_id, kind, person_id, university_id,
	    lang, content, shown, digest, basis, told_at, asked_by, step_up_id)
	values (serial, v_series, p_kind, p_person, p_university, p_lang,
	    p_content, p_shown, v_digest, v_basis, sojourn.now(),
	    p_actor.account_id, p_step_up)
	returning id into v_id;
	state := 'asked';
	why := '';
	perform sojourn.note(p_actor, 'document-ask', 'document', v_id, 'done',
	    null, null, jsonb_build_object('kind', p_kind, 'lang', p_lang), 0,
	    p_person);
end
$$;
