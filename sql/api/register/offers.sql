-- register_api.offers(session, right, lang, school, major, q): the sections of
-- the term as this student sees them (R30, R51), each with the reason why it
-- cannot be taken.
-- Returns: rows of sojourn.offers; none without the right
-- Tables: as sojourn.offers
create or replace function register_api.offers(p_session bytea, p_right text,
    p_lang text, p_school text, p_major text, p_q text)
returns table (code text, name text, major text, credits integer,
    instructor text, room text, times text, capacity integer, taken integer,
    in_cart boolean, why text, other text, other_when text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select o.code, o.name, o.major, o.credits, o.instructor, o.room,
	       o.times, o.capacity, o.taken, o.in_cart, o.why, o.other,
	       o.other_when
	  from sojourn.offers(sojourn.term_current(''), v_actor.person_id,
	    p_lang, p_school, p_major, p_q, null) o;
end
$$;
