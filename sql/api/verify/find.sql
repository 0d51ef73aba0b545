-- verify_api.find(code_hash, sha256, serial): the document that a code, a file
-- or the serial of a signed credential leads to: exactly one of the three is
-- given.  Unknown takes the same way and time as known.
-- Returns: one row: outcome valid, superseded, revoked or unknown, and the facts
--          that prove which document it is, the name of a person masked; from a serial alone only its state
--          and dates.  What the log knows and the database does not (after the
--          restore of an older copy) has no facts.
-- Tables: document, document_series, person, university, host, log_entry (read), those of
--         sojourn.document_standing
create or replace function verify_api.find(p_lang text, p_code_hash bytea,
    p_sha256 bytea, p_serial text)
returns table (outcome text, serial text, kind text, lang text, told_at timestamptz,
    issuer text, name text, name_latin text, shown jsonb, sha256 text,
    ended_at timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v        document;
	v_serial text;
begin
	select d.* into v from document d
	 where (d.code_hash = p_code_hash or d.sha256 = p_sha256
		or d.serial = p_serial)
	   and d.state in ('valid', 'superseded', 'revoked');
	if v.id is null then
		select l.serial into v_serial from log_entry l
		 where l.sha256 = p_sha256
		   and not exists (select from document d
		    where d.serial = l.serial);
		return query
		select case when v_serial is null then 'unknown'
			when exists (select from log_entry l
			    where l.serial = v_serial and l.action = 'revoke')
			    then 'revoked'
			when exists (select from log_entry l
			    where l.serial = v_serial and l.action = 'supersede')
			    then 'superseded'
			else 'valid' end, v_serial, ''::text, ''::text,
		       null::timestamptz,
		       sojourn.pick(p_lang, h.name_ko, h.name_en, h.name_ja),
		       ''::text, ''::text, '{}'::jsonb,
		       encode(p_sha256, 'hex'), null::timestamptz
		  from host h;
		return;
	end if;
	return query
	select sojourn.document_standing(v.id), v.serial, v.kind, v.lang::text,
	       v.told_at, sojourn.pick(p_lang, h.name_ko, h.name_en, h.name_ja),
	       coalesce(sojourn.document_masked(p.name_native),
		   sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja)),
	       coalesce(sojourn.document_masked(trim(p.name_family || ' '
		   || p.name_given)), ''),
	       v.shown, encode(v.sha256, 'hex'), v.ended_at
	  from (select 1) one
	  left join host h on true
	  left join person p on p.id = v.person_id
	  left join university u on u.id = v.university_id;
end
$$;
