-- sojourn.certificate_issue(actor, request): the code was right: every copy is
-- asked for, each with a serial of its own; a corrected issue takes the place
-- of the one it replaces.  The right to it is looked at again.
-- Returns: done or ineligible (the right has ended: nothing is issued)
-- Tables: certificate_request, certificate_case (update), certificate_copy (insert),
--         document_series, document (read), and those of sojourn.document_ask
create or replace function sojourn.certificate_issue(p_actor sojourn.actor,
    p_request bigint)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v         certificate_request;
	v_content jsonb;
	v_basis   jsonb;
	v_copy    integer;
	v_asked   record;
	i         integer;
begin
	select * into v from certificate_request where id = p_request;
	v_content := sojourn.certificate_content(v.type, v.person_id, v.lang,
	    v.subject);
	v_basis := sojourn.certificate_basis(v.type, v.person_id, v.subject);
	if v_content is null or v_basis is null then
		update certificate_request r
		   set state = 'ended', ended_why = 'ineligible'
		 where r.id = v.id;
		update certificate_case c set state = 'open', request_id = null,
		       decided_at = null, decided_by = null
		 where c.request_id = v.id;
		return 'ineligible';
	end if;
	if v.replaces is null then
		select coalesce(max(s.copy), 0) into v_copy
		  from document_series s
		 where s.person_id = v.person_id and s.kind = v.type
		   and s.subject = v.subject and s.lang = v.lang;
	else
		select s.copy - 1 into v_copy from document d
		  join document_series s on s.id = d.series_id
		 where d.id = v.replaces;
	end if;
	for i in 1..v.copies loop
		select * into v_asked from sojourn.document_ask(p_actor,
		    v.person_id, v.type, v.subject, v.lang, v_content,
		    sojourn.certificate_shown(v.type, v_content), v_basis,
		    true, v_copy + i, v.step_up_id);
		insert into certificate_copy (request_id, n, document_id)
		select v.id, i, d.id from document d
		 where d.serial = v_asked.serial;
	end loop;
	update certificate_request r
	   set state = 'issued', issued_at = sojourn.now() where r.id = v.id;
	return 'done';
end
$$;
