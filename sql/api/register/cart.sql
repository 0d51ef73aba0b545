-- register_api.cart(session, right, lang): what the student has put aside, with
-- the problems it will meet: those of sojourn.offers, overlaps within the cart,
-- and the credits of all together.
-- Returns: a row per section in order of code; why '' = nothing in the way;
--          total: credits of the student and the whole cart, fits: within the
--          limit (R18, R19)
-- Tables: cart, registration_right, enrolment, section_time (read), and as
--         sojourn.offers
create or replace function register_api.cart(p_session bytea, p_right text,
    p_lang text)
returns table (code text, name text, credits integer, times text,
    capacity integer, taken integer, why text, other text, other_when text,
    total integer, fits boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current('');
	v_codes text[];
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select array_agg(s.code) into v_codes
	  from cart k join section s on s.id = k.section_id and s.term_id = v_term
	 where k.person_id = v_actor.person_id;
	if v_codes is null then
		return;
	end if;
	return query
	with o as materialized (
		select * from sojourn.offers(v_term, v_actor.person_id, p_lang,
		    '', '', '', v_codes) f where f.why <> 'duplicate'),
	sum as (
		select coalesce((select sum(e.credits) from enrolment e
			where e.person_id = v_actor.person_id
			  and e.term_id = v_term and e.holds_seat), 0)
		    + coalesce((select sum(o.credits) from o), 0) as total)
	select o.code, o.name, o.credits, o.times, o.capacity, o.taken,
	       case when o.why in ('', 'full') and x.code is not null
		   then 'conflict' else o.why end,
	       case when o.other <> '' then o.other else coalesce(x.code, '') end,
	       o.other_when, t.total::integer,
	       t.total <= coalesce(r.max_credits, t.total)
	  from o
	 cross join sum t
	  left join registration_right r on r.person_id = v_actor.person_id
		and r.term_id = v_term
	  left join lateral (select p.code from o p
		join section_time a on a.section_id = p.section_id
		join section_time b on b.section_id = o.section_id
			and a.day = b.day and a.starts < b.ends
			and b.starts < a.ends
	    where p.section_id <> o.section_id
	    order by p.code limit 1) x on true
	 order by o.code;
end
$$;
