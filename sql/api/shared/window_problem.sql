-- sojourn.window_problem(...): what stands against these times of a window?
-- Outcomes: done; invalid with the field; conflict (C1: CHANGE and WITHDRAW
--   overlap and nobody has confirmed it; R7: a university's own deadline is
--   never later than the host's)
-- Tables: time_window, university (read)
create or replace function sojourn.window_problem(p_term integer, p_kind text,
    p_university text, p_opens timestamptz, p_closes timestamptz,
    p_confirm boolean)
returns sojourn.verdict
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_other record;
	v_own   boolean := coalesce(p_university, '') <> '';
begin
	if p_term is null then
		return sojourn.verdict('invalid', 'R16', '{"field": "term"}');
	elsif p_opens is null or p_closes is null or p_opens >= p_closes then
		return sojourn.verdict('invalid', 'R16',
		    '{"field": "closes_at"}');
	elsif v_own and (p_kind <> 'APPLY' or not exists (select from university u
	    where u.code = p_university)) then
		return sojourn.verdict('invalid', 'R7',
		    '{"field": "university"}');
	end if;
	select w.kind, w.opens_at, w.closes_at, u.code into v_other
	  from time_window w left join university u on u.id = w.university_id
	 where w.term_id = p_term and w.replaced_at is null and case
	       when v_own then w.university_id is null and w.kind = 'APPLY'
		   and w.closes_at < p_closes
	       when p_kind = 'APPLY' then w.university_id is not null
		   and w.kind = 'APPLY' and w.closes_at > p_closes
	       when p_confirm then false
	       when p_kind in ('CHANGE', 'WITHDRAW') then w.university_id is null
		   and w.kind in ('CHANGE', 'WITHDRAW') and w.kind <> p_kind
		   and tstzrange(w.opens_at, w.closes_at)
		       && tstzrange(p_opens, p_closes)
	       else false end
	 limit 1;
	if found then
		return sojourn.verdict('conflict', case when p_kind = 'APPLY'
		    then 'R7' else 'C1' end, jsonb_build_object(
		    'with', coalesce(v_other.code, v_other.kind),
		    'opens', v_other.opens_at, 'closes', v_other.closes_at));
	end if;
	return sojourn.verdict('done');
end
$$;
