-- What enrol_hot and enrol_spread are measured against: one request, one
-- transaction, the seat last.  Written once and frozen; never made faster or
-- slower together with the program.
create schema baseline;
create table baseline.student (id integer primary key);
create table baseline.session (
	token_hash bytea primary key,
	student_id integer not null
);
create table baseline.section (
	id       integer primary key,
	credits  integer not null default 3,
	slot     int4range not null,
	capacity integer not null,
	taken    integer not null default 0,
	opens_at timestamptz not null default '2020-01-01',
	closes_at timestamptz not null default '2100-01-01'
);
create table baseline.enrolment (
	student_id integer not null,
	section_id integer not null,
	credits    integer not null,
	slot       int4range not null,
	primary key (student_id, section_id)
);
create table baseline.audit (
	id         bigint generated always as identity primary key,
	at         timestamptz not null default clock_timestamp(),
	student_id integer not null,
	section_id integer not null,
	outcome    text not null
);
create sequence baseline.turn;

create function baseline.reg_late(p_token bytea, p_section integer)
returns text
language plpgsql volatile as $$
declare
	v_student integer;
	v_section record;
	v_mine    record;
begin
	select s.student_id into v_student
	  from baseline.session s join baseline.student t on t.id = s.student_id
	 where s.token_hash = p_token;
	if not found then
		return 'login';
	end if;
	select * into v_section from baseline.section where id = p_section;
	if clock_timestamp() not between v_section.opens_at and v_section.closes_at then
		return 'window';
	end if;
	if v_section.taken >= v_section.capacity then
		return 'full';
	end if;
	perform pg_advisory_xact_lock(v_student);
	select coalesce(sum(e.credits), 0) as credits,
	       bool_or(e.section_id = p_section) as there,
	       bool_or(e.slot && v_section.slot) as clash into v_mine
	  from baseline.enrolment e where e.student_id = v_student;
	if v_mine.there then
		return 'duplicate';
	elsif v_mine.clash then
		return 'conflict';
	elsif v_mine.credits + v_section.credits > 12 then
		return 'credits';
	end if;
	insert into baseline.enrolment
	values (v_student, p_section, v_section.credits, v_section.slot);
	insert into baseline.audit (student_id, section_id, outcome)
	values (v_student, p_section, 'done');
	update baseline.section set taken = taken + 1
	 where id = p_section and taken < capacity;
	if not found then
		raise exception 'full';
	end if;
	return 'done';
end
$$;

-- 60,000 students with a session each, 500 sections; a slot per section, so
-- that nobody's courses overlap.
insert into baseline.student select generate_series(1, 60000);
insert into baseline.session
select sha256(('b' || i)::bytea), i from generate_series(1, 60000) i;
insert into baseline.section (id, slot, capacity)
select i, int4range(i * 10, i * 10 + 10), 1000000 from generate_series(1, 500) i;
vacuum analyze baseline.student, baseline.session, baseline.section;
