-- sojourn.room_load(program, pages, now): pages that all programs are making
-- at this moment.  An idle program writes a row every ten seconds.
-- Returns: the sum over the programs heard of in the last five seconds
-- Tables: room_program (read, insert, update, delete)
create or replace function sojourn.room_load(p_name text, p_pages integer,
    p_now timestamptz) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_own record;
begin
	select * into v_own from room_program where name = p_name;
	if not found then
		delete from room_program
		 where seen_at < p_now - interval '1 minute';
		insert into room_program (name, seen_at, pages)
		values (p_name, p_now, p_pages) on conflict do nothing;
	elsif v_own.seen_at < p_now - interval '10 s'
	    or v_own.pages <> p_pages then
		update room_program set seen_at = p_now, pages = p_pages
		 where name = p_name;
	end if;
	return p_pages + coalesce((select sum(pages) from room_program
	    where name <> p_name and seen_at > p_now - interval '15 s'), 0);
end
$$;
