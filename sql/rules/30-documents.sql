-- The kinds of documents, and the guards of what must never change: set up
-- again with each installation.
insert into sojourn.document_kind (kind, step_up)
values ('registration', false)
on conflict (kind) do update set step_up = excluded.step_up;

-- R186: the announced grades of a home university's students.
insert into sojourn.document_kind (kind, step_up, file)
values ('grade-list', false, 'xlsx')
on conflict (kind) do update set step_up = excluded.step_up,
	file = excluded.file;

-- R106, R109: the certificates, in the order of document 003.
insert into sojourn.document_kind (kind, step_up, certificate)
select k, true, true
  from unnest(array['enrollment', 'degree', 'transcript', 'expected-degree',
	'course-completion', 'leave-of-absence', 'termination', 'conferral',
	'tuition-payment', 'course-registration']) k
on conflict (kind) do update set step_up = excluded.step_up,
	certificate = excluded.certificate;

create or replace trigger document_guard before update or delete
	on sojourn.document for each row
	execute function sojourn.document_guard();
create or replace trigger document_file_guard before update or delete
	on sojourn.document_file for each row
	execute function sojourn.append_only();
create or replace trigger log_entry_guard before update or delete
	on sojourn.log_entry for each row
	execute function sojourn.append_only();
create or replace trigger log_head_guard before update or delete
	on sojourn.log_head for each row
	execute function sojourn.append_only();
create or replace trigger signing_key_guard before update or delete
	on sojourn.signing_key for each row
	execute function sojourn.append_only();
create or replace trigger audit_seal_guard before update or delete
	on sojourn.audit_seal for each row
	execute function sojourn.seal_guard();
create or replace trigger audit_head_guard before update or delete
	on sojourn.audit_head for each row
	execute function sojourn.append_only();
