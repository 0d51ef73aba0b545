-- Part of grants.sql.
-- documents: press prints, signer signs, verify answers to everybody
grant select on sojourn.document, sojourn.document_kind, sojourn.host
    to press_owner;
grant update (state, failed_why, code_hash, sha256, size, printed_at)
    on sojourn.document to press_owner;
grant insert on sojourn.document_file to press_owner;
grant select (serial, action) on sojourn.log_entry to press_owner;
grant execute on function sojourn.pick(text, text, text, text) to press_owner;

grant select on sojourn.document, sojourn.document_kind,
    sojourn.document_file, sojourn.log_entry, sojourn.log_head,
    sojourn.signing_key, sojourn.status_list, sojourn.document_year,
    sojourn.host to signer_owner;
grant select (id, name_native, name_family, name_given) on sojourn.person
    to signer_owner;
grant select (id, name_ko, name_en, name_ja) on sojourn.university
    to signer_owner;
grant select (id, purpose, passed_at, used_at) on sojourn.login_attempt
    to signer_owner;
grant update (state, credential, issued_at) on sojourn.document
    to signer_owner;
grant insert on sojourn.log_entry, sojourn.log_head, sojourn.signing_key,
    sojourn.status_list, sojourn.document_year to signer_owner;
grant update (credential, made_at) on sojourn.status_list to signer_owner;
grant update (last) on sojourn.document_year to signer_owner;
grant execute on function sojourn.pick(text, text, text, text),
    sojourn.document_standing(bigint),
    sojourn.document_end(sojourn.actor, text, text, text) to signer_owner;

grant select on sojourn.document, sojourn.host, sojourn.log_entry,
    sojourn.log_head, sojourn.signing_key, sojourn.status_list
    to verify_owner;
grant select (id, name_native, name_family, name_given) on sojourn.person
    to verify_owner;
grant select (id, name_ko, name_en, name_ja) on sojourn.university
    to verify_owner;
grant execute on function sojourn.pick(text, text, text, text),
    sojourn.document_standing(bigint), sojourn.document_masked(text),
    sojourn.attempt_count(text, text, text, interval, integer)
    to verify_owner;

grant select on sojourn.document, sojourn.document_series,
    sojourn.document_file, sojourn.document_kind, sojourn.account_role,
    sojourn.role_right to documents_owner;
grant execute on function sojourn.document_standing(bigint)
    to documents_owner;

-- whoever has documents of its own issued asks for them and hands them out
grant select on sojourn.document, sojourn.document_file to register_owner;
grant execute on function sojourn.document_ask(sojourn.actor, bigint, text,
	text, text, jsonb, jsonb, jsonb, boolean, integer, bigint, integer),
    sojourn.registration_content(bigint, integer, text),
    sojourn.registration_basis(bigint, text) to register_owner;

grant select on sojourn.document, sojourn.document_file, sojourn.log_entry,
    sojourn.log_head to cli_owner;
grant execute on function sojourn.log_root(bigint) to cli_owner;
