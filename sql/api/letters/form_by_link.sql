-- letters_api.form_by_link(token): the student's form for an author outside;
-- recorded (S25).
-- Tables: letter, stored_file (read), audit (insert), those of
--         sojourn.letter_by_link
create or replace function letters_api.form_by_link(p_token text)
returns table (name text, media_type text, content text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select * into v from sojourn.letter_by_link(p_token, 'letter-author');
	if v.outcome <> 'done' then
		return;
	end if;
	perform sojourn.note(null, 'letter-form', 'letter', v.letter, 'done',
	    'S25', null, jsonb_build_object('author', v.id));
	return query
	select f.name, f.media_type, encode(f.content, 'base64')
	  from letter l join stored_file f on f.id = l.form_id
	 where l.id = v.letter;
end
$$;
