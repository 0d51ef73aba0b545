-- register_api.chosen(session, right, lang, codes): the sections somebody asked
-- for, for the page after a refusal.
-- Returns: rows of sojourn.offers in the order asked; unknown ones are left
--          out; wait: one can join its waiting list; offered: a seat of it is
--          kept for this student
-- Tables: waitlist, section (read), and as sojourn.offers
create or replace function register_api.chosen(p_session bytea, p_right text,
    p_lang text, p_codes text[])
returns table (code text, name text, major text, credits integer,
    instructor text, room text, times text, capacity integer, taken integer,
    why text, wait boolean, offered boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select o.code, o.name, o.major, o.credits, o.instructor, o.room,
	       o.times, o.capacity, o.taken, o.why,
	       o.waits and o.why = 'full',
	       exists (select from waitlist w join section s
		on s.id = w.section_id
		where s.term_id = v_term and s.code = o.code
		  and w.person_id = v_actor.person_id and w.state = 'offered'
		  and w.expires_at > sojourn.now())
	  from sojourn.offers(v_term, v_actor.person_id, p_lang, '', '', '',
	    p_codes) o
	 order by array_position(p_codes, o.code);
end
$$;
