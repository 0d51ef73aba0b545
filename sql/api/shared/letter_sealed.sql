-- sojourn.letter_sealed(serial): is it a letter that its author has marked as
-- confidential?  Then it is not for the eyes of the person it is about.
-- Tables: letter_document (read)
create or replace function sojourn.letter_sealed(p_serial text)
returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce((select x.sealed from letter_document x
	    where x.serial = p_serial), false)
$$;
