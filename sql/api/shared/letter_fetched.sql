-- sojourn.letter_fetched(actor, serial): the student has fetched the own
-- letter: the first time is its delivery.
-- Tables: letter, letter_document (read), letter (update), letter_delivery
--         (insert, update), letter_step (insert)
create or replace function sojourn.letter_fetched(p_actor sojourn.actor,
    p_serial text)
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select l.id, l.state, l.delivery into v
	  from letter_document x join letter l on l.id = x.letter_id
	 where x.serial = p_serial and not x.sealed for update of l;
	if not found then
		return;
	end if;
	update letter_delivery d set fetched = d.fetched + 1,
	       fetched_at = sojourn.now()
	 where d.serial = p_serial and d.way = 'download';
	if not found then
		insert into letter_delivery (letter_id, serial, way, at, fetched,
		    fetched_at)
		values (v.id, p_serial, 'download', sojourn.now(), 1,
		    sojourn.now());
		perform sojourn.letter_step(p_actor, v.id, 'fetched');
	end if;
	if v.state = 'issued' and v.delivery = 'download' then
		update letter set state = 'delivered',
		       ended_at = sojourn.now() where id = v.id;
	end if;
end
$$;
