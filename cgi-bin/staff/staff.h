#ifndef STAFF_H
#define STAFF_H

#include "app.h"
#include "arena.h"
#include "form.h"
#include "statements.h"

/* The pages of this program, one file each. */
/* index.c */
enum outcome	staff_index(struct req *);
/* board.c */
enum outcome	staff_board(struct req *);
/* The board as a part of a page, for a reader whose right was checked. */
const char	*board_part(struct req *);
/* applications.c */
enum outcome	staff_applications(struct req *);
enum outcome	staff_decide(struct req *);
/* application.c */
enum outcome	staff_application(struct req *);
enum outcome	staff_application_decide(struct req *);
/* issue.c */
enum outcome	staff_issue(struct req *);
enum outcome	staff_issue_run(struct req *);
/* identity.c */
enum outcome	staff_identity(struct req *);
enum outcome	staff_identity_decide(struct req *);
/* windows.c */
enum outcome	staff_windows(struct req *);
enum outcome	staff_window_change(struct req *);
/* terms.c */
enum outcome	staff_terms(struct req *);
enum outcome	staff_term_save(struct req *);
/* sections.c */
enum outcome	staff_sections(struct req *);
enum outcome	staff_section_capacity(struct req *);
enum outcome	staff_section_close(struct req *);
enum outcome	staff_section_quota(struct req *);
enum outcome	staff_section_delay(struct req *);
enum outcome	staff_section_waitlist(struct req *);
/* courses.c */
enum outcome	staff_courses(struct req *);
enum outcome	staff_course_save(struct req *);
/* universities.c */
enum outcome	staff_universities(struct req *);
enum outcome	staff_university_save(struct req *);
/* agreements.c */
enum outcome	staff_agreements(struct req *);
enum outcome	staff_agreement_save(struct req *);
/* exceptions.c */
enum outcome	staff_exceptions(struct req *);
enum outcome	staff_exception_act(struct req *);
/* notices.c */
enum outcome	staff_notices(struct req *);
enum outcome	staff_notice_save(struct req *);
/* practice.c */
enum outcome	staff_practice(struct req *);
enum outcome	staff_practice_act(struct req *);
/* holidays.c */
enum outcome	staff_holidays(struct req *);
enum outcome	staff_holiday_save(struct req *);
/* room.c */
enum outcome	staff_room(struct req *);
enum outcome	staff_room_set(struct req *);
/* mail.c */
enum outcome	staff_mail(struct req *);
enum outcome	staff_mail_again(struct req *);
/* people.c */
enum outcome	staff_people(struct req *);
enum outcome	staff_people_act(struct req *);
/* corrections.c */
enum outcome	staff_corrections(struct req *);
enum outcome	staff_correction_decide(struct req *);
/* certificates.c */
enum outcome	staff_certificates(struct req *);
enum outcome	staff_certificate_decide(struct req *);
/* degrees.c */
enum outcome	staff_degrees(struct req *);
enum outcome	staff_degree_correct(struct req *);
/* audit.c */
enum outcome	staff_audit(struct req *);
enum outcome	staff_audit_file(struct req *);
/* audit_row.c */
enum outcome	staff_audit_row(struct req *);

/* official.c */
enum outcome	staff_official(struct req *);
enum outcome	staff_official_save(struct req *);
enum outcome	staff_official_file(struct req *);
/* onbehalf.c */
enum outcome	staff_onbehalf(struct req *);
enum outcome	staff_onbehalf_act(struct req *);
/* reason.c */
enum outcome	staff_reason_show(struct req *);
enum outcome	staff_reason(struct req *);
/* lists.c */
enum outcome	staff_lists(struct req *);
enum outcome	staff_list_xlsx(struct req *);
enum outcome	staff_list_json(struct req *);
enum outcome	staff_missing(struct req *);
/* list.c */
enum outcome	staff_list(struct req *);
enum outcome	staff_list_act(struct req *);
/* grades.c */
enum outcome	staff_grades(struct req *);
enum outcome	staff_grades_remind(struct req *);
/* appeals.c */
enum outcome	staff_appeals(struct req *);
enum outcome	staff_appeal_decide(struct req *);
/* withdrawals.c */
enum outcome	staff_withdrawals(struct req *);
enum outcome	staff_withdrawal_decide(struct req *);

/* What the pages share. */
/* desk.c */
/*
 * Puts the answers of an act on the page.  An invalid one that names a field
 * becomes that field's problem.  Returns what say_rows() returns.
 */
enum outcome	desk_say(struct req *, const struct db_rows *);
/* A POST of the desk: form_post() that speaks by desk_say(). */
enum outcome	desk_post(struct req *, int stmt, const char *const *values,
		    const char *back,
		    enum outcome (*show)(struct req *, enum outcome));
/* NULL for "": an empty field of a number, a date or a time. */
const char	*desk_null(const char *value);
/* "term=2025-2&q=kim": those of the named fields that have a value; the list
 * ends with NULL. */
const char	*desk_query(struct req *, const char *const *names);
/* path, or path?query when the query is not empty. */
const char	*desk_path(struct req *, const char *path, const char *query);
/* Of a list by the hundred, whose rows carry the total: {shown}, {total} and
 * {pages} 1 …: n, current. */
void		 desk_pages(struct view *, struct req *,
		    const struct db_rows *);
/* clock_was, clock_is, clock_log: the machine's clock where it is behind (F9). */
void		 desk_clock(struct view *, struct req *,
		    const struct db_rows *);

/* fields.c: the fields of each page, ended by { 0 } */
extern const struct field grades_fields[], appeals_fields[],
    applications_fields[], application_fields[],
    issue_fields[], identity_fields[], windows_fields[], terms_fields[],
    sections_fields[], close_fields[], quota_fields[], delay_fields[],
    waitlist_fields[], courses_fields[],
    universities_fields[], agreements_fields[], exceptions_fields[],
    board_fields[], practice_fields[],
    official_fields[], official_file_fields[], onbehalf_fields[],
    withdrawals_fields[], list_fields[], lists_fields[], missing_fields[],
    list_file_fields[],
    notices_fields[], holidays_fields[], room_fields[], mail_fields[],
    people_fields[],
    corrections_fields[], certificates_fields[], degrees_fields[], audit_fields[],
    audit_row_fields[];

/* labels.c: the words of codes, ended by { NULL, NULL } */
extern const struct word act_labels[], mail_labels[], refusal_labels[],
    outcome_labels[], object_labels[];

/* sayings.c */
extern const struct saying staff_sayings[];

#endif
