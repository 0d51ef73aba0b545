-- letters_api.form(session, right, letter): the form that the student attached,
-- for the student and for those who handle the letter: the office, its author.
-- Taking it by others than the student is recorded (S25).
-- Returns: one row; none for a letter of somebody else or without a form
-- Tables: letter, stored_file, letter_author, account_role, role_right (read),
--         audit (insert)
create or replace function letters_api.form(p_session bytea, p_right text,
    p_letter bigint)
returns table (name text, media_type text, content text)
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
	select l.id, l.form_id, l.person_id, l.person_id in (v_actor.person_id,
	    sojourn.person_root(v_actor.person_id)) as own into v
	  from letter l where l.id = p_letter and l.form_id is not null;
	if not found or not (coalesce(v.own, false)
	    or letters_api.handles(v_actor, p_letter)) then
		return;
	end if;
	if not coalesce(v.own, false) then
		perform sojourn.note(v_actor, 'letter-form', 'letter', v.id,
		    'done', 'S25', null, '{}', 0, v.person_id);
	end if;
	return query
	select f.name, f.media_type, encode(f.content, 'base64')
	  from stored_file f where f.id = v.form_id;
end
$$;
