-- documents_api.file(session, right, serial): an issued document and its
-- credential, to the person it is about and to the offices that issue documents
-- (S18), a list of grades to its university (R186); taking one that is not
-- about oneself is recorded (S25).  A letter of recommendation that its author
-- has sealed is not for the person; one that is not, is delivered by it.
-- Returns: one row; none when there is no such document or it is somebody
--          else's: the two look alike; format what
--          kind of file it is
-- Tables: document, document_file, document_kind, account_role, role_right
--         (read), audit (insert), those of sojourn.letter_sealed and sojourn.letter_fetched
create or replace function documents_api.file(p_session bytea, p_right text,
    p_serial text)
returns table (serial text, state text, file text, credential text,
    format text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v       record;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select d.id, d.person_id into v from document d
	 where d.serial = p_serial
	   and d.state in ('valid', 'superseded', 'revoked')
	   and (((d.person_id = sojourn.person_root(v_actor.person_id)
		or d.person_id = v_actor.person_id)
		and not sojourn.letter_sealed(d.serial))
	    or exists (select from account_role r
		join role_right q on q.role = r.role
		where r.account_id = v_actor.account_id
		  and q.right_ in ('staff.certificates', 'staff.letters'))
	    or (d.university_id is not null and exists (
		select from account_role r
		  join role_right q on q.role = r.role
		 where r.account_id = v_actor.account_id
		   and (q.right_ = 'staff.grades' or (q.right_ = 'partner.lists'
		       and d.university_id = v_actor.university_id)))));
	if not found then
		return;
	end if;
	if v_actor.kind in ('staff', 'partner') then
		perform sojourn.note(v_actor, 'document-file', 'document', v.id,
		    'done', 'S25', null, '{}', 0, v.person_id);
	end if;
	if v_actor.kind = 'student' then
		perform sojourn.letter_fetched(v_actor, p_serial);
	end if;
	return query
	select d.serial, d.state, encode(f.file, 'base64'), d.credential, k.file
	  from document d join document_file f on f.document_id = d.id
	  join document_kind k on k.kind = d.kind
	 where d.id = v.id;
end
$$;
