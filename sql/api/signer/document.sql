-- signer_api.document(serial): what is to be signed, read under signer's own
-- role (S20), and whether it may be.
-- Returns: one row: outcome done, or why not: gone (no such serial), valid
--          (signed already), state (not printed), file (the file is not the one
--          whose hash was noted), step-up (its kind wants a code that was asked
--          for it and used), changed (what it rests on is no longer so); owner
--          the type of whose document it is, file the kind of its file
-- Tables: document, document_file, document_kind, document_series, person,
--         university, login_attempt, host (read), those of sojourn.document_standing
create or replace function signer_api.document(p_serial text)
returns table (outcome text, kind text, lang text, owner text, name text,
    name_latin text, content text, sha256 text, told_at text, issuer text,
    file text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select case when d.state = 'valid' then 'valid'
		    when d.state <> 'printed' then 'state'
		    when f.file is null or sha256(f.file) <> d.sha256 then 'file'
		    when k.step_up and not exists (select from login_attempt a
			where a.id = d.step_up_id and a.purpose = 'step-up'
			  and a.passed_at is not null and a.used_at is not null)
			then 'step-up'
		    when sojourn.document_standing(d.id) <> 'printed'
			then 'changed'
		    else 'done' end,
	       d.kind, d.lang::text, case when u.id is null then 'Person'
		   else 'CollegeOrUniversity' end, coalesce(p.name_native,
		   sojourn.pick(d.lang, u.name_ko, u.name_en, u.name_ja)),
	       coalesce(trim(p.name_family || ' ' || p.name_given), ''),
	       d.content::text,
	       encode(d.sha256, 'hex'), to_char(d.told_at at time zone 'UTC',
		   'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
	       sojourn.pick(d.lang, h.name_ko, h.name_en, h.name_ja),
	       k.file
	  from document d
	  join document_kind k on k.kind = d.kind
	  left join person p on p.id = d.person_id
	  left join university u on u.id = d.university_id
	  left join document_file f on f.document_id = d.id
	  left join host h on true
	 where d.serial = p_serial
$$;
