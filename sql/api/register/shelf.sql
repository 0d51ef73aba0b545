-- register_api.shelf(session, right, lang): the sections of the term as nobody
-- in particular sees them, for a student for whom the boxes mean the same: what
-- the program keeps for a moment and shows to many.
-- Returns: rows of register_api.offers, and slots: the section's times as in
--          sojourn.section_line, '' = none; none without the right
-- Tables: section_time (read), and as sojourn.offers, sojourn.registration_state
create or replace function register_api.shelf(p_session bytea, p_right text,
    p_lang text)
returns table (code text, name text, major text, credits integer,
    instructor text, room text, times text, capacity integer, taken integer,
    why text, other text, other_when text, tick boolean, ticked boolean,
    agreed integer, agreed_taken integer, wait boolean,
    slots text)
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
	       o.times, o.capacity, o.taken, o.why, '', '',
	       ticks(tick_kind(s.may, s.can_add, s.next_kind), o.why, false),
	       false, null::integer, null::integer,
	       tick_kind(s.may, s.can_add, s.next_kind) = 'add' and o.waits
		   and o.why = 'full', coalesce((
		select string_agg(concat_ws(' ', t.day,
			   lower(t.slot) - (t.day - 1) * 1440,
			   upper(t.slot) - (t.day - 1) * 1440), ';'
			   order by t.slot)
		  from section_time t where t.section_id = o.section_id), '')
	  from registration_state(v_term, v_actor.person_id) s
	 cross join offers(v_term, null, p_lang, '', '', '', null) o;
end
$$;
