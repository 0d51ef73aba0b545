-- sojourn.letter_issued(): the document of a letter was signed, or cannot be:
-- the letter follows in the same transaction, whoever asked and whatever ended
-- in the middle.
-- Tables: letter_document, letter (update), letter_step, outbox (insert)
create or replace function sojourn.letter_issued() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select l.id, l.state, l.delivery, x.sealed into v
	  from letter_document x join letter l on l.id = x.letter_id
	 where x.serial = new.serial for update of l;
	if not found or v.state <> 'approved' then
		return null;
	end if;
	if new.state = 'valid' then
		update letter set state = 'issued', issued_at = sojourn.now()
		 where id = v.id;
		perform sojourn.letter_step(null, v.id, 'issued');
		perform sojourn.letter_mail(v.id, case
		    when v.delivery = 'pickup' then 'ready'
		    when v.sealed or v.delivery = 'post' then 'sealed'
		    else 'issued' end);
	elsif new.state = 'failed' and new.failed_why <> 'overtaken' then
		perform sojourn.letter_step(null, v.id, 'failed',
		    new.failed_why, false);
		perform sojourn.letter_office(v.id, 'failed');
	end if;
	return null;
end
$$;
