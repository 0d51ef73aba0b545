-- sojourn.job_reopen(due): seats that were held back after they came free are
-- open to all (see sojourn.seat_change).
-- Locks: the sections' seats by id before the holds, as whoever frees a seat
-- Returns: {"seats": n}
-- Tables: seat_hold (delete), section_seat (update)
create or replace function sojourn.job_reopen(p_due timestamptz)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_n integer;
begin
	perform from section_seat s
	 where s.section_id in (select h.section_id from seat_hold h
	    where h.opens_at <= p_due)
	 order by s.section_id for no key update;
	with gone as (
		delete from seat_hold h where h.opens_at <= p_due
		returning h.section_id, h.seats),
	opened as (
		update section_seat s set held = s.held - g.n,
		       version = s.version + 1
		  from (select section_id, sum(seats)::integer as n from gone
			 group by section_id) g
		 where s.section_id = g.section_id
		returning g.n)
	select coalesce(sum(o.n), 0) into v_n from opened o;
	return jsonb_build_object('seats', v_n);
end
$$;
