-- sojourn.import_section_parts(section, row): seats, seats agreed with
-- universities (R2), the delay of seats that come free, the waiting list, times
-- and instructors of a section as its row says; what the row does not have stays.
-- Returns: whether anything changed
-- Tables: section_seat (insert, update), section (update), section_time,
--         section_instructor (insert, delete), account, university, section_quota (read), those of
--         sojourn.quota_set
create or replace function sojourn.import_section_parts(p_section integer,
    p_row jsonb) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_changed boolean;
	v_logins  text[];
begin
	insert into section_seat as t (section_id, capacity)
	select p_section, (p_row ->> 'capacity')::integer
	 where p_row ? 'capacity'
	on conflict (section_id) do update
	   set capacity = excluded.capacity, version = t.version + 1
	 where t.capacity <> excluded.capacity;
	v_changed := found;
	if p_row ? 'room_seats' then
		update section s set room_seats = (p_row ->> 'room_seats')::integer
		 where s.id = p_section and s.room_seats is distinct from
		       (p_row ->> 'room_seats')::integer;
		v_changed := v_changed or found;
	end if;
	if p_row ? 'delay' then
		update section_seat t set delay = (p_row ->> 'delay')::integer
		 where t.section_id = p_section
		   and t.delay <> (p_row ->> 'delay')::integer;
		v_changed := v_changed or found;
	end if;
	if p_row ? 'waitlist' then
		update section s set waitlist = (p_row ->> 'waitlist')::boolean
		 where s.id = p_section
		   and s.waitlist <> (p_row ->> 'waitlist')::boolean;
		v_changed := v_changed or found;
	end if;
	if p_row ? 'times'
	    and p_row -> 'times' <> sojourn.import_times(p_section) then
		delete from section_time t where t.section_id = p_section;
		insert into section_time (section_id, day, starts, ends)
		select p_section, x.day, x.starts, x.ends
		  from jsonb_to_recordset(p_row -> 'times')
		    as x(day integer, starts time, ends time);
		v_changed := true;
	end if;
	if p_row ? 'exchange_seats' then
		v_changed := (select count(*) filter (where (v.e).outcome
			= 'done') > 0
		  from (select sojourn.quota_set(p_section, u.id, w.seats) as e
			  from university u
			  left join sojourn.import_quotas(p_row
			      ->> 'exchange_seats') w on w.university = u.code
			 where w.seats is not null or exists (select
			    from section_quota q where q.section_id = p_section
			      and q.university_id = u.id)
			 order by u.id offset 0) v) or v_changed;
	end if;
	if p_row ? 'instructor_login' then
		v_logins := array_remove(regexp_split_to_array(
		    p_row ->> 'instructor_login', '[,; ]+'), '');
		delete from section_instructor i using account a
		 where i.section_id = p_section and a.id = i.account_id
		   and not a.login = any (v_logins);
		v_changed := v_changed or found;
		insert into section_instructor (section_id, account_id)
		select p_section, a.id from account a
		 where a.login = any (v_logins)
		on conflict do nothing;
		v_changed := v_changed or found;
	end if;
	return v_changed;
end
$$;
