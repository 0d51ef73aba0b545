-- staff_api.official_file(letter): the scanned letter; taking it is recorded
-- (S25).
-- Returns: one row with the content in base64; none without a file
-- Tables: official_letter, stored_file (read), audit (insert)
create or replace function staff_api.official_file(p_session bytea,
    p_right text, p_letter bigint)
returns table (name text, media_type text, content text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select f.name, f.media_type, encode(f.content, 'base64')
	  from official_letter o join stored_file f on f.id = o.file_id
	 where o.id = p_letter;
	if found then
		perform sojourn.note(v_actor, 'letter-file', 'official_letter',
		    p_letter, 'done', 'S25');
	end if;
end
$$;
