-- The demo's clock can be moved; production has neither table nor function (S23).
create table if not exists sojourn.demo_clock (
	one      boolean primary key default true check (one),
	distance interval not null
);
alter table sojourn.demo_clock owner to sojourn_owner;
insert into sojourn.demo_clock (distance)
values ('2025-08-14 10:00:00+09'::timestamptz - clock_timestamp())
on conflict do nothing;

create or replace function sojourn.now() returns timestamptz
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return coalesce((select m.at from clock_mark m
	    where m.at > clock_timestamp()), transaction_timestamp())
	    + (select distance from demo_clock);
end
$$;
