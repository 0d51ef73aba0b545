#include "applicant.h"

#include <glib.h>
#include <string.h>

#include "i18n.h"
#include "unitext.h"

/*
 * Headings are compared as letters and digits alone, whatever their case.
 * The labels below and their translations are among them, so that a list
 * written here in any language is read again.
 */
#define NAMES(...) (const char *const[]){__VA_ARGS__, NULL}

const struct table_column applicant_columns[APPLICANT_COLUMNS] = {
    [APPLICANT_STUDENT_NO] = {"student_no",
	NAMES("학번", "소속대학 학번", "원소속 학번", "본교 학번",
	    "student number", "student no.", "student ID", "student ID no.",
	    "ID number", "학적번호", "学籍番号"), true},
    [APPLICANT_NAME_NATIVE] = {"name_native",
	NAMES("성명", "이름", "성명(한글)", "성명(국문)", "한글성명",
	    "국문성명", "한글이름", "학생명", "학생 성명", "name",
	    "student name", "full name", "name (native)", "native name",
	    "name in Korean", "Korean name", "氏名"), true},
    [APPLICANT_NAME_LATIN] = {"name_latin",
	NAMES("영문성명", "성명(영문)", "영문이름", "이름(영문)", "영문명",
	    "영문 성명(여권)", "여권성명", "English name", "name in English",
	    "name (English)", "Latin name", "name (Latin)",
	    "name (Roman)", "romanized name", "passport name",
	    "name in Latin letters", "英字氏名"), false},
    [APPLICANT_BIRTH_DATE] = {"birth_date",
	NAMES("생년월일", "생일", "출생일", "생년월일(YYYY-MM-DD)",
	    "주민번호 앞자리", "주민등록번호 앞자리", "생년월일(6자리)",
	    "birth date", "date of birth", "birthday", "DOB", "birthdate",
	    "生年月日"), true},
    [APPLICANT_LEVEL] = {"level",
	NAMES("과정", "학위과정", "학위", "과정구분", "학위과정구분",
	    "재학과정", "course", "degree", "degree course", "programme",
	    "program", "degree program", "level of study", "study level",
	    "course of study", "課程"), true},
    [APPLICANT_STATUS] = {"status",
	NAMES("학적상태", "학적", "재학상태", "재학구분", "재학여부",
	    "학적구분", "enrolment status", "enrollment status",
	    "academic status", "student status", "在籍状況"), false},
    [APPLICANT_COLLEGE] = {"college",
	NAMES("대학", "단과대학", "대학(원)", "대학원", "소속대학",
	    "소속(대학)", "faculty", "graduate school",
	    "学部・研究科"), false},
    [APPLICANT_DEPARTMENT] = {"department",
	NAMES("학과", "학과(부)", "학부(과)", "학과/전공", "전공", "학부",
	    "소속학과", "소속(학과)", "학과명", "학과(전공)", "major",
	    "dept.", "department / major", "学科・専攻"), true},
    [APPLICANT_SEMESTER] = {"semester",
	NAMES("학기", "이수학기", "재학학기", "학년/학기", "학년-학기",
	    "semesters", "current semester", "year/semester",
	    "在学学期"), false},
    [APPLICANT_EMAIL] = {"email",
	NAMES("이메일", "전자우편", "이메일주소", "메일", "E-mail",
	    "email address", "mail", "전자메일", "메일주소",
	    "メールアドレス"), true},
    [APPLICANT_PHONE] = {"phone",
	NAMES("연락처", "전화번호", "휴대전화", "휴대폰", "핸드폰",
	    "휴대폰번호", "휴대전화번호", "전화", "telephone", "mobile",
	    "phone number", "mobile number", "mobile phone", "contact",
	    "cell phone", "tel", "電話番号"), false},
    [APPLICANT_MAX_CREDITS] = {"max_credits",
	NAMES("신청가능학점", "신청 가능 학점", "최대신청학점", "최대학점",
	    "수강가능학점", "max credits", "maximum credits",
	    "credit limit", "credits allowed", "申請可能単位数"), false},
    [APPLICANT_PREVIOUS_ID] = {"previous_id",
	NAMES("기존 임시학번", "임시학번", "기존임시번호", "이전 임시학번",
	    "UST 임시학번", "기존 학번", "temporary ID",
	    "previous temporary ID", "existing ID", "temporary student ID",
	    "earlier temporary ID", "以前の臨時学籍番号"), false},
};

static const char *const labels[APPLICANT_COLUMNS] = {
    [APPLICANT_STUDENT_NO] = N_("Student number"),
    [APPLICANT_NAME_NATIVE] = N_("Name"),
    [APPLICANT_NAME_LATIN] = N_("Name in Latin letters"),
    [APPLICANT_BIRTH_DATE] = N_("Date of birth"),
    [APPLICANT_LEVEL] = N_("Course of study"),
    [APPLICANT_STATUS] = N_("Enrolment status"),
    [APPLICANT_COLLEGE] = N_("College"),
    [APPLICANT_DEPARTMENT] = N_("Department"),
    [APPLICANT_SEMESTER] = N_("Semester"),
    [APPLICANT_EMAIL] = N_("E-mail address"),
    [APPLICANT_PHONE] = N_("Telephone"),
    [APPLICANT_MAX_CREDITS] = N_("Credits allowed"),
    [APPLICANT_PREVIOUS_ID] = N_("Earlier temporary ID"),
};

const char *
applicant_label(enum applicant_column column)
{
	return labels[column];
}

static long
limit_of(enum applicant_column column)
{
	switch (column) {
	case APPLICANT_NAME_NATIVE:
	case APPLICANT_NAME_LATIN:
		return VALUE_NAME_MAX;
	case APPLICANT_STUDENT_NO:
		return VALUE_STUDENT_NO_MAX;
	case APPLICANT_EMAIL:
		return VALUE_EMAIL_MAX;
	case APPLICANT_SEMESTER:
		return VALUE_SEMESTER_MAX;
	case APPLICANT_MAX_CREDITS:
		return VALUE_CREDITS_MAX;
	default:
		return VALUE_TEXT_MAX;
	}
}

/* The rule for each column; kind is how the sheet stored the cell. */
static enum value_code
normalise(enum applicant_column column, const char *s, enum sheet_kind kind,
    int this_year, char **out)
{
	if (kind == SHEET_DATE && column != APPLICANT_BIRTH_DATE) {
		*out = NULL;
		return VALUE_IS_DATE;
	}
	switch (column) {
	case APPLICANT_STUDENT_NO:
		return value_student_no(s, out);
	case APPLICANT_NAME_NATIVE:
	case APPLICANT_NAME_LATIN:
		return value_name(s, out);
	case APPLICANT_BIRTH_DATE:
		return value_birth_date(s, kind, this_year, out);
	case APPLICANT_LEVEL:
		return value_level(s, out);
	case APPLICANT_STATUS:
		return value_status(s, out);
	case APPLICANT_EMAIL:
		return value_email(s, out);
	case APPLICANT_PHONE:
		return value_phone(s, out);
	case APPLICANT_MAX_CREDITS:
		return value_credits(s, out);
	case APPLICANT_PREVIOUS_ID:
		return value_tempid(s, out);
	default:
		return value_line(s, (size_t)limit_of(column), out);
	}
}

static void
add_fault(struct applicant_row *row, enum applicant_column column,
    enum value_code code)
{
	row->faults[row->nfaults++] =
	    (struct applicant_fault){column, code, limit_of(column)};
}

/* Reads one cell into the row: its text as typed, its value or its fault. */
static void
read_cell(const struct table *table, uint32_t at, enum applicant_column column,
    int this_year, GStringChunk *texts, struct applicant_row *row)
{
	char *typed = table_value(table, at, column), *value = NULL;
	bool required = applicant_columns[column].required;
	enum value_code code = VALUE_EMPTY;

	row->raw[column] = g_string_chunk_insert(texts, typed);
	row->values[column] = "";
	if (table_blanked(table, at, column)) {
		row->blanked |= UINT32_C(1) << column;
		code = VALUE_RESIDENT;
	} else if (required || !value_is_nothing(typed)) {
		code = normalise(column, typed,
		    table_kind(table, at, column), this_year, &value);
	}
	if (code == VALUE_OK)
		row->values[column] = g_string_chunk_insert(texts, value);
	else if (required || (code != VALUE_EMPTY && code != VALUE_RESIDENT))
		add_fault(row, column, code);
	g_free(value);
	g_free(typed);
}

/* Marks the row when an earlier one has its student number. */
static void
find_duplicate(GHashTable *seen, struct applicant_row *row)
{
	const char *student_no = row->values[APPLICANT_STUDENT_NO];
	const struct applicant_row *earlier;

	if (*student_no == '\0')
		return;
	earlier = g_hash_table_lookup(seen, student_no);
	if (earlier != NULL)
		row->duplicate_of = earlier->number;
	else
		g_hash_table_insert(seen, (char *)student_no, row);
}

struct applicant_list *
applicant_read(const struct table *table, int this_year)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	struct applicant_list *list = g_new0(struct applicant_list, 1);
	GStringChunk *texts = g_string_chunk_new(65536);
	struct applicant_row *row;
	uint32_t i;
	int column;

	list->texts = texts;
	list->nrows = table->nrows;
	list->rows = g_new0(struct applicant_row, table->nrows);
	for (i = 0; i < table->nrows; i++) {
		row = &list->rows[i];
		row->number = table_row_number(table, i);
		for (column = 0; column < APPLICANT_COLUMNS; column++)
			read_cell(table, i, (enum applicant_column)column,
			    this_year, texts, row);
		find_duplicate(seen, row);
		list->good += row->nfaults == 0 && row->duplicate_of == 0;
	}
	g_hash_table_destroy(seen);
	return list;
}

void
applicant_free(struct applicant_list *list)
{
	if (list == NULL)
		return;
	g_string_chunk_free(list->texts);
	g_free(list->rows);
	g_free(list);
}
