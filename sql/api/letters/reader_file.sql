-- letters_api.reader_file(token): the letter for its recipient; each fetching is
-- counted and recorded.
-- Returns: one row; none when the link is over or the letter does not hold
-- Tables: letter_delivery (update), document, document_file (read), audit
--         (insert), those of sojourn.letter_by_link
create or replace function letters_api.reader_file(p_token text)
returns table (serial text, pdf text, credential text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select * into v from sojourn.letter_by_link(p_token, 'letter-reader');
	if v.outcome <> 'done' then
		return;
	end if;
	update letter_delivery s set fetched = s.fetched + 1,
	       fetched_at = sojourn.now() where s.id = v.id;
	perform sojourn.note(null, 'letter-reader', 'letter', v.letter, 'done',
	    'S25', null, jsonb_build_object('delivery', v.id));
	return query
	select d.serial, encode(f.file, 'base64'), d.credential
	  from letter_delivery s join document d on d.serial = s.serial
	  join document_file f on f.document_id = d.id
	 where s.id = v.id and d.state = 'valid';
end
$$;
