-- Part of grants.sql.
-- certificates: who may have which, the code, the copies, what is wrong on one
grant select on sojourn.certificate_request, sojourn.certificate_copy,
    sojourn.certificate_case, sojourn.document, sojourn.document_series,
    sojourn.document_kind, sojourn.document_reason, sojourn.attempt,
    sojourn.session to certificates_owner;
grant select (id, account_id, token_hash, code_hash, purpose, tries,
    expires_at, passed_at, used_at) on sojourn.login_attempt
    to certificates_owner;
grant update (tries, passed_at, used_at) on sojourn.login_attempt
    to certificates_owner;
grant select (id, login, name, email) on sojourn.account
    to certificates_owner;
-- Row locks need an update right on one column.
grant update (name) on sojourn.account to certificates_owner;
grant insert on sojourn.certificate_request, sojourn.certificate_case,
    sojourn.attempt, sojourn.session to certificates_owner;
grant update (state, ended_why) on sojourn.certificate_request
    to certificates_owner;
grant update (ended_at) on sojourn.session to certificates_owner;
grant update (state, failed_why) on sojourn.document to certificates_owner;
grant execute on function sojourn.certificate_types(),
    sojourn.certificate_may(text, bigint),
    sojourn.certificate_languages(text),
    sojourn.certificate_attempt(bigint, bigint),
    sojourn.certificate_issue(sojourn.actor, bigint),
    sojourn.document_standing(bigint), sojourn.working_day(date, integer),
    sojourn.says(text, text, text, jsonb, text, text, bigint),
    sojourn.conclude(sojourn.actor, text, sojourn.answer[])
    to certificates_owner;
grant select on sojourn.certificate_request, sojourn.certificate_case,
    sojourn.document, sojourn.document_series, sojourn.document_kind,
    sojourn.document_reason, sojourn.degree_record, sojourn.degree_course
    to staff_owner;
grant execute on function sojourn.document_standing(bigint),
    sojourn.certificate_basis(text, bigint, text),
    sojourn.certificate_content(text, bigint, text, text),
    sojourn.certificate_lines(jsonb),
    sojourn.certificate_verify(sojourn.actor, bigint, boolean, text, text),
    sojourn.certificate_case_end(sojourn.actor, bigint, boolean, text, text),
    sojourn.certificate_revoke(sojourn.actor, text, text, text),
    sojourn.certificate_reissue(sojourn.actor, bigint),
    sojourn.person_root(bigint) to staff_owner;
grant select on sojourn.degree_leave, sojourn.degree_payment,
    sojourn.degree_correction to staff_owner;
grant execute on function sojourn.degree_fields(),
    sojourn.term_rank(text),
    sojourn.degree_correct(sojourn.actor, text, text, text, text)
    to staff_owner;
grant select on sojourn.certificate_request, sojourn.certificate_copy,
    sojourn.certificate_case, sojourn.document_series, sojourn.document_kind,
    sojourn.degree_record to cli_owner;
grant select on sojourn.degree_record, sojourn.degree_leave,
    sojourn.degree_payment, sojourn.degree_course, sojourn.host
    to account_owner;
