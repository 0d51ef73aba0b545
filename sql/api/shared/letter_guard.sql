-- sojourn.letter_guard(): a letter goes the way of R113-R115 and no other, and
-- what the student asked for never changes.
create or replace function sojourn.letter_guard() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_steps text[] := array['requested>writing', 'requested>cancelled',
	    'requested>refused', 'writing>requested', 'writing>review',
	    'writing>cancelled', 'writing>refused', 'review>writing',
	    'review>approved', 'review>cancelled', 'review>refused',
	    'review>requested', 'approved>issued', 'approved>requested',
	    'issued>delivered',
	    'issued>requested', 'delivered>requested', 'issued>revoked',
	    'delivered>revoked', 'requested>revoked', 'writing>revoked',
	    'review>revoked'];
begin
	if tg_op = 'UPDATE'
	    and (new.state = old.state
		or old.state || '>' || new.state = any (v_steps))
	    and row(new.id, new.person_id, new.purpose, new.recipient, new.wished,
		new.language, new.delivery, new.address, new.deadline,
		new.asked_at) is not distinct from row(old.id, old.person_id,
		old.purpose, old.recipient, old.wished, old.language,
		old.delivery, old.address, old.deadline, old.asked_at)
	then
		return new;
	end if;
	raise exception 'letter % may not change in this way', old.id
	    using errcode = 'integrity_constraint_violation';
end
$$;
