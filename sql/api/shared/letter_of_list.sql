-- sojourn.letter_of_list(...): records the official letter of a committed list.
-- What counts is when it is received (R6): after the host's deadline it needs a
-- recorded exception, or staff who say that the paper came in time.
-- Parameters: p_received  when it came, given by staff; null = now
-- Outcomes: done (detail recommended: how many the letter recommends); already
--   (it has its letter); duplicate (the number is on file with another date);
--   invalid (dated in the future); late R6; gone (no such list, S11)
-- Tables: partner_list (locked, update), official_letter, stored_file (insert),
--   exception (read)
create or replace function sojourn.letter_of_list(p_actor sojourn.actor,
    p_university integer, p_list bigint, p_letter_no text,
    p_letter_date date, p_name text, p_type text, p_bytes bytea,
    p_received timestamptz default null) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_l      partner_list;
	v_at     timestamptz := coalesce(p_received, sojourn.now());
	v_till   timestamptz;
	v_letter bigint;
begin
	select * into v_l from partner_list
	 where id = p_list and university_id = p_university
	   and state = 'committed' for update;
	if not found then
		return verdict('gone', 'R6');
	elsif v_l.letter_id is not null then
		return verdict('already', 'R6');
	elsif p_letter_date > (v_at at time zone 'Asia/Seoul')::date then
		return verdict('invalid', 'R6', '{"field": "letter_date"}');
	end if;
	v_till := (window_state(v_l.term_id, 'APPLY')).closes_at;
	if v_at >= v_till and not exists (select from exception e
	    where e.term_id = v_l.term_id and e.university_id = p_university
	      and e.kind in ('late-list', 'late-letter')
	      and e.agreed_by is not null and e.ended_at is null
	      and e.until > v_at) then
		return verdict('late', 'R6',
		    jsonb_build_object('closes_at', iso_time(v_till)));
	end if;
	v_letter := letter_in(p_actor, p_university, v_l.term_id,
	    'applications', p_letter_no, p_letter_date, p_name, p_type, p_bytes);
	if v_letter is null then
		return verdict('duplicate', 'R6', '{"field": "letter_no"}');
	end if;
	update official_letter set received_at = v_at
	 where id = v_letter and p_received is not null;
	return verdict('done', 'R6', jsonb_build_object('recommended',
	    list_letter(p_actor, p_list, v_letter)));
end
$$;
