-- register_api.cart_change(session, right, request, codes, decision): puts
-- sections aside, or takes them away again.  Overlaps, credits and full
-- sections do not hinder: the page shows them at once.
-- Parameters: p_decision 'add', 'remove' or 'first' (it is asked for before the
--             others)
-- Returns: a row per section asked: done; duplicate (there already); gone (no
--          such section, or not in the cart); closed (R32);
--          not-open-to-exchange (R17); window (R10: no window of adding comes
--          any more); invalid (more than fifty sections put aside); already for
--          a request id seen before
-- Tables: cart (insert, update, delete), section (read), request, audit (insert)
create or replace function register_api.cart_change(p_session bytea,
    p_right text, p_request text, p_codes text[], p_decision text)
returns table (section text, act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
	v_act   text := 'cart-' || p_decision;
	v_last  timestamptz;
	v_code  text;
	v_s     record;
	v_n     integer := 0;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	act := v_act;
	section := '';
	detail := '{}';
	if not sojourn.claim(v_actor.account_id, p_request, v_act) then
		outcome := 'already';
		return next;
		return;
	end if;
	if cardinality(p_codes) > 50 then
		outcome := 'invalid';
		detail := jsonb_build_object('limit', 50, 'count', cardinality(p_codes));
		return next;
		return;
	end if;
	select max(w.closes_at) into v_last from time_window w
	 where w.term_id = v_term and w.kind in ('REGISTER', 'CHANGE')
	   and w.university_id is null and w.replaced_at is null;
	foreach v_code in array p_codes loop
		v_n := v_n + 1;
		section := v_code;
		rule := null;
		detail := '{}';
		select s.id, s.state, s.open_to_exchange,
		       k.section_id is not null as there into v_s
		  from section s left join cart k on k.section_id = s.id
			and k.person_id = v_actor.person_id
		 where s.term_id = v_term and s.code = v_code;
		if v_s.id is null or (p_decision <> 'add' and not v_s.there) then
			outcome := 'gone';
		elsif p_decision = 'first' then
			outcome := 'done';
			update cart k set added_at = (select min(o.added_at)
				- interval '1 second' from cart o
				where o.person_id = v_actor.person_id)
			 where k.person_id = v_actor.person_id
			   and k.section_id = v_s.id;
		elsif p_decision = 'remove' then
			outcome := 'done';
			delete from cart k where k.person_id = v_actor.person_id
			    and k.section_id = v_s.id;
		elsif sojourn.now() >= v_last then
			outcome := 'window';
			rule := 'R10';
			detail := jsonb_build_object('closes_at', v_last);
		elsif v_s.state = 'closed' then
			outcome := 'closed';
			rule := 'R32';
		elsif not v_s.open_to_exchange then
			outcome := 'not-open-to-exchange';
			rule := 'R17';
		elsif v_s.there then
			outcome := 'duplicate';
		elsif (select count(*) from cart k
		    where k.person_id = v_actor.person_id) >= 50 then
			outcome := 'invalid';
			detail := jsonb_build_object('limit', 50);
		else
			outcome := 'done';
			insert into cart (person_id, section_id)
			values (v_actor.person_id, v_s.id) on conflict do nothing;
		end if;
		perform sojourn.note(v_actor, v_act, 'section', v_s.id, outcome,
		    rule, p_request, case when v_s.id is null
			then jsonb_strip_nulls(jsonb_build_object('section',
			substring(v_code, '^[A-Z]{2,5}[0-9]{3,5}-[0-9]{2}$')))
			else detail end, v_n);
		return next;
	end loop;
end
$$;
