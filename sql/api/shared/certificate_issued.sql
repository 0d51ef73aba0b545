-- sojourn.certificate_issued(): a corrected document is signed: the case about the
-- one before it is done (R108).
-- Tables: certificate_case (update), certificate_copy (read)
create or replace function sojourn.certificate_issued() returns trigger
language plpgsql security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update certificate_case c set state = 'done'
	  from certificate_copy y
	 where y.document_id = new.id and c.request_id = y.request_id
	   and c.state = 'correcting';
	return null;
end
$$;
