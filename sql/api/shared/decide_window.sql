-- sojourn.decide_window(term, act, at, person, take, give): why an act is not possible at
-- this moment; called for moments outside the windows of that act.
-- REGISTER and CHANGE let one add; CHANGE, and by the rule cancel_in_register
-- also REGISTER, let one swap and cancel (R9, R10, C26).  Outside them a person
-- needs an exception that two of staff have recorded, for these sections or for
-- all (p_take, p_give: their codes; p_taken, p_left: as in exception_open).
-- Returns: null with such an exception; else 'window' with detail.window and
--          opens_at (the next time it opens) or closes_at (it was the last)
-- Tables: term, time_window (read), those of sojourn.exception_open
create or replace function sojourn.decide_window(p_term integer, p_act text,
    p_at timestamptz, p_person bigint, p_take text default null,
    p_give text default null, p_taken integer[] default '{}',
    p_left integer[] default '{}') returns sojourn.verdict
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_w record;
	v_kinds text[] := array['CHANGE'];
begin
	if exception_open(p_term, p_person, p_at, p_take, p_give, p_taken,
	    p_left) is not null then
		return null;
	end if;
	if p_act = 'enrol' or (select rule(t.programme_type,
	    'cancel_in_register') = 'yes' from term t where t.id = p_term) then
		v_kinds := array['REGISTER', 'CHANGE'];
	end if;
	-- The next one to open, else the one that closed last.
	select w.kind, w.opens_at, w.closes_at into v_w
	  from time_window w
	 where w.term_id = p_term and w.kind = any (v_kinds)
	   and w.university_id is null and w.replaced_at is null
	 order by (w.opens_at > p_at) desc,
	       case when w.opens_at > p_at then w.opens_at end, w.closes_at desc
	 limit 1;
	return verdict('window',
	    case v_w.kind when 'REGISTER' then 'R9' else 'R10' end,
	    case when v_w.kind is null then '{}'::jsonb
		when v_w.opens_at > p_at then jsonb_build_object('window',
		    v_w.kind, 'opens_at', v_w.opens_at)
		else jsonb_build_object('window', v_w.kind, 'closes_at',
		    v_w.closes_at) end);
end
$$;
