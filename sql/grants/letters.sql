-- What the functions of letters of recommendation need; read by grants.sql.
grant select on sojourn.letter, sojourn.letter_author, sojourn.letter_draft,
    sojourn.letter_document, sojourn.letter_delivery, sojourn.letter_step,
    sojourn.letter_preview, sojourn.document, sojourn.document_file,
    sojourn.stored_file, sojourn.temporary_id, sojourn.enrolment,
    sojourn.section, sojourn.section_instructor, sojourn.account_role,
    sojourn.role_right, sojourn.host to letters_owner;
grant select (id, name_native, name_family, name_given) on sojourn.person
    to letters_owner;
grant select (id, login, name, email, lang, disabled_at) on sojourn.account
    to letters_owner;
grant select (kind, value, outbox_id, expires_at) on sojourn.token
    to letters_owner;
grant insert on sojourn.letter, sojourn.letter_delivery, sojourn.stored_file
    to letters_owner;
grant update (state, officer, ended_at) on sojourn.letter to letters_owner;
grant update (state, ended_at, link_mail) on sojourn.letter_author
    to letters_owner;
grant update (read_by, read_version, remarks) on sojourn.letter_draft
    to letters_owner;
grant update (link_mail, fetched, fetched_at) on sojourn.letter_delivery
    to letters_owner;
grant execute on function sojourn.pick(text, text, text, text),
    sojourn.conclude(sojourn.actor, text, sojourn.answer[]),
    sojourn.person_hold(bigint),
    sojourn.letter_due(timestamptz), sojourn.letter_late(bigint),
    sojourn.letter_step(sojourn.actor, bigint, text, text, boolean),
    sojourn.letter_mail(bigint, text, jsonb),
    sojourn.letter_office(bigint, text),
    sojourn.letter_author_ask(sojourn.actor, bigint, bigint, text, text, text,
	boolean),
    sojourn.letter_by_link(text, text), sojourn.letter_to_write(bigint),
    sojourn.letter_facts(bigint, text, bigint),
    sojourn.letter_print(sojourn.actor, bigint),
    sojourn.letter_preview_ask(bigint),
    sojourn.letter_write(sojourn.actor, bigint, text, text, integer, text, text,
	text, text, text, boolean, text),
    sojourn.document_end(sojourn.actor, text, text, text),
    sojourn.mail(text, text, text, jsonb, bigint, bigint, bigint, bigint,
	integer, timestamptz) to letters_owner;
grant execute on function sojourn.letter_sealed(text),
    sojourn.letter_fetched(sojourn.actor, text) to documents_owner;
grant select on sojourn.letter, sojourn.letter_author, sojourn.letter_draft,
    sojourn.letter_document, sojourn.letter_delivery to cli_owner;
grant select on sojourn.letter_preview, sojourn.letter to press_owner;
grant update (pdf, why) on sojourn.letter_preview to press_owner;
grant select (id, state) on sojourn.letter_author to mailer_owner;
grant select (id, serial) on sojourn.letter_delivery to mailer_owner;
grant select (serial, state) on sojourn.document to mailer_owner;
grant select on sojourn.letter, sojourn.letter_document to staff_owner;
grant execute on function sojourn.letter_late(bigint),
    sojourn.letter_due(timestamptz) to staff_owner;
