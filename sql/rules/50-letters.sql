-- Letters of recommendation: the kind of document, and the guards of what must
-- never change: set up again with each installation.
insert into sojourn.document_kind (kind, step_up)
values ('letter', false)
on conflict (kind) do update set step_up = excluded.step_up;

create or replace trigger letter_guard before update or delete
	on sojourn.letter for each row
	execute function sojourn.letter_guard();
create or replace trigger letter_issued after update of state
	on sojourn.document for each row
	when (new.kind = 'letter' and new.state <> old.state)
	execute function sojourn.letter_issued();
