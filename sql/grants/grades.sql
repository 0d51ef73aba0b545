-- A part of grants.sql: what grades and their announcement need.

-- grades: what a student sees of them and asks about them (R14, R15)
grant select on sojourn.term, sojourn.time_window, sojourn.section,
    sojourn.course, sojourn.enrolment, sojourn.registration_right,
    sojourn.university to grades_owner;
grant select (id, merged_into) on sojourn.person to grades_owner;
grant select (id, recommendation_reason) on sojourn.application
    to grades_owner;
grant select (id, person_id, section_id, term_id, state, percent_before,
    pass_before) on sojourn.grade_appeal to grades_owner;
grant execute on function sojourn.grades_of(bigint, integer),
    sojourn.grades_announced(integer),
    sojourn.grade_text(numeric, boolean),
    sojourn.grade_appeal_until(bigint, integer),
    sojourn.grade_appeals(bigint[], text),
    sojourn.grade_appeal_acts(bigint[]),
    sojourn.grade_appeal_ask(sojourn.actor, bigint, integer, text, text),
    sojourn.grade_appeal_back(sojourn.actor, bigint),
    sojourn.conclude(sojourn.actor, text, sojourn.answer[]),
    sojourn.says(text, text, text, jsonb, text, text, bigint),
    sojourn.pick(text, text, text, text) to grades_owner;

-- teach: an instructor's own sections alone
grant select on sojourn.term, sojourn.section, sojourn.course,
    sojourn.section_seat, sojourn.section_instructor, sojourn.enrolment,
    sojourn.registration_right, sojourn.university, sojourn.temporary_id
    to teach_owner;
grant select (id, name_native, name_family, name_given) on sojourn.person
    to teach_owner;
grant select (id, department, level) on sojourn.application to teach_owner;
grant select (person_id, section_id, state, decided_at)
    on sojourn.withdrawal to teach_owner;
grant select (person_id, told_at, act, object_kind, object_id, outcome,
    detail) on sojourn.audit to teach_owner;
grant select on sojourn.grade, sojourn.grade_value to teach_owner;
grant select (id, person_id, section_id, state, asked_at, due_at)
    on sojourn.grade_appeal to teach_owner;
grant select on sojourn.grade_upload to teach_owner;
grant insert (section_id, uploaded_by, file_name, sha256, notes, rows, digest)
    on sojourn.grade_upload to teach_owner;
grant update (state, saved) on sojourn.grade_upload to teach_owner;
grant delete on sojourn.request to teach_owner;
grant select (account_id, id) on sojourn.request to teach_owner;
grant execute on function sojourn.grade_times(integer),
    sojourn.grade_mark(integer),
    sojourn.grade_text(numeric, boolean),
    sojourn.grade_figures(integer),
    sojourn.grade_spread(integer[]),
    sojourn.grade_enter(sojourn.actor, integer, jsonb, text),
    sojourn.grade_judge(integer, jsonb),
    sojourn.grade_lock(integer),
    sojourn.grade_appeals(bigint[], text),
    sojourn.grade_appeal_acts(bigint[]),
    sojourn.grade_appeal_decide(sojourn.actor, bigint, text, text, text,
	text),
    sojourn.times_text(integer, text),
    sojourn.conclude(sojourn.actor, text, sojourn.answer[]),
    sojourn.says(text, text, text, jsonb, text, text, bigint),
    sojourn.verdict(text, text, jsonb),
    sojourn.pick(text, text, text, text) to teach_owner;

-- staff: what is late, and who decides in the instructor's absence
grant select on sojourn.grade_appeal, sojourn.section_instructor to staff_owner;
grant execute on function sojourn.grade_times(integer),
    sojourn.grade_figures(integer),
    sojourn.grade_spread(integer[]),
    sojourn.grade_appeals(bigint[], text),
    sojourn.grade_appeal_acts(bigint[]),
    sojourn.grade_appeal_decide(sojourn.actor, bigint, text, text, text,
	text),
    sojourn.grade_appeal_extend(sojourn.actor, bigint, timestamptz, text),
    sojourn.iso_time(timestamptz)
    to staff_owner;

-- cli: doctor looks at all of it
grant select on sojourn.grade, sojourn.grade_value, sojourn.grade_appeal,
    sojourn.grade_appeal_act to cli_owner;

-- account: what is stored of oneself
grant select (id, person_id) on sojourn.grade_appeal to account_owner;
grant execute on function sojourn.grades_of(bigint, integer),
    sojourn.grade_text(numeric, boolean),
    sojourn.grade_appeals(bigint[], text) to account_owner;
