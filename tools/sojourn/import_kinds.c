#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "import.h"

/* The columns of sojourn(8), with the headings that offices give them. */

#define NAMES(...)	(const char *const[]){ __VA_ARGS__, NULL }
#define MOST(n)		&(const size_t){ n }
#define LIMITS(a, b)	(const long[]){ a, b }
#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

static const struct import_word kinds[] = {
	{ "major", "major" }, { "전공", "major" }, { "전공강좌", "major" },
	{ "専攻", "major" }, { "common", "common" }, { "공통", "common" },
	{ "공통필수", "common" }, { "共通", "common" }, { NULL, NULL }
};
static const struct import_word gradings[] = {
	{ "percent", "percent" }, { "백분율", "percent" },
	{ "百分率", "percent" }, { "pass", "pass" }, { "P/F", "pass" },
	{ "S/U", "pass" }, { "합격", "pass" }, { "합격/불합격", "pass" },
	{ "合否", "pass" }, { NULL, NULL }
};
static const struct import_word languages[] = {
	{ "ko", "ko" }, { "한국어", "ko" }, { "국어", "ko" },
	{ "Korean", "ko" }, { "韓国語", "ko" }, { "en", "en" },
	{ "영어", "en" }, { "English", "en" }, { "英語", "en" },
	{ "ja", "ja" }, { "일본어", "ja" }, { "Japanese", "ja" },
	{ "日本語", "ja" }, { NULL, NULL }
};
static const struct import_word windows[] = {
	{ "APPLY", "APPLY" }, { "학점교류 신청", "APPLY" },
	{ "신청", "APPLY" }, { "COURSE_OPENING", "COURSE_OPENING" },
	{ "강좌 개설", "COURSE_OPENING" }, { "개설강좌", "COURSE_OPENING" },
	{ "REGISTER", "REGISTER" }, { "수강신청", "REGISTER" },
	{ "CHANGE", "CHANGE" }, { "변경 및 취소", "CHANGE" },
	{ "수강신청 변경 및 취소", "CHANGE" }, { "수강변경", "CHANGE" },
	{ "WITHDRAW", "WITHDRAW" }, { "수강포기", "WITHDRAW" },
	{ "수강 포기", "WITHDRAW" }, { "GRADE_VIEW", "GRADE_VIEW" },
	{ "성적공고", "GRADE_VIEW" }, { "성적조회", "GRADE_VIEW" },
	{ "GRADE_APPEAL", "GRADE_APPEAL" }, { "성적정정", "GRADE_APPEAL" },
	{ "성적 정정 신청", "GRADE_APPEAL" }, { "CLASSES", "CLASSES" },
	{ "수업기간", "CLASSES" }, { "수업 기간", "CLASSES" },
	{ "CATALOGUE_FINAL", "CATALOGUE_FINAL" },
	{ "개설강좌 확정", "CATALOGUE_FINAL" }, { "HOLIDAY", "HOLIDAY" },
	{ "공휴일", "HOLIDAY" }, { "휴일", "HOLIDAY" }, { NULL, NULL }
};

static const struct import_column course_columns[] = {
	{ "code", NAMES("교과목코드", "과목코드", "교과목번호", "학수번호",
	    "course code"), 1, import_code, MOST(10) },
	{ "class", NAMES("분반", "반", "class no.", "class number"), 0,
	    import_whole, LIMITS(1, 99) },
	{ "title_ko", NAMES("교과목명", "과목명", "교과목명(국문)",
	    "강좌명", "title", "course title"), 0, import_text, MOST(200) },
	{ "title_en", NAMES("영문교과목명", "교과목명(영문)", "영문과목명",
	    "title (English)"), 0, import_text, MOST(200) },
	{ "title_ja", NAMES("일문교과목명", "교과목명(일문)",
	    "title (Japanese)", "科目名"), 0, import_text, MOST(200) },
	{ "school", NAMES("스쿨", "스쿨코드"), 0, import_text, MOST(100) },
	{ "school_name", NAMES("스쿨명"), 0, import_text, MOST(100) },
	{ "major", NAMES("전공", "전공코드"), 0, import_text, MOST(100) },
	{ "major_name", NAMES("전공명"), 0, import_text, MOST(100) },
	{ "kind", NAMES("이수구분", "강좌구분"), 0, import_word, kinds },
	{ "grading", NAMES("성적평가", "평가방법", "성적평가방식"), 0,
	    import_word, gradings },
	{ "credits", NAMES("학점"), 0, import_whole, LIMITS(1, 9) },
	{ "capacity", NAMES("정원", "수강정원", "seats"), 0, import_whole,
	    LIMITS(0, 5000) },
	{ "exchange_seats", NAMES("대학별 정원", "대학별 배정 인원",
	    "교류 정원", "exchange seats"), 0, import_text, MOST(2000) },
	{ "open_to_exchange", NAMES("타교생 수강", "타교생수강가능",
	    "학점교류", "open to exchange"), 0, import_word, import_yes_no },
	{ "language", NAMES("강의언어", "언어"), 0, import_word, languages },
	{ "times", NAMES("시간", "강의시간", "수업시간", "time"), 0,
	    import_times, NULL },
	{ "room", NAMES("강의실", "장소"), 0, import_text, MOST(60) },
	{ "room_seats", NAMES("강의실정원", "강의실 수용인원",
	    "room seats"), 0, import_whole, LIMITS(1, 5000) },
	{ "delay", NAMES("빈자리 공개 지연", "빈자리 공개 지연(분)",
	    "delay (minutes)"), 0, import_whole, LIMITS(0, 1440) },
	{ "waitlist", NAMES("대기자 명단", "대기", "waiting list"), 0,
	    import_word, import_yes_no },
	{ "instructor", NAMES("담당교수", "교수명", "담당교원"), 0,
	    import_text, MOST(120) },
	{ "instructor_en", NAMES("담당교수(영문)", "영문교수명",
	    "instructor (English)"), 0, import_text, MOST(120) },
	{ "instructor_login", NAMES("담당교수 ID", "교수 아이디"), 0,
	    import_text, MOST(200) },
	{ "syllabus", NAMES("강의계획서", "강의계획"), 0, import_text,
	    MOST(8000) },
};

static const struct import_word records[] = {
	{ "account", "account" }, { "계정", "account" },
	{ "student", "student" }, { "학생", "student" },
	{ "leave", "leave" }, { "휴학", "leave" }, { "tuition", "tuition" },
	{ "등록금", "tuition" }, { "course", "course" },
	{ "이수과목", "course" }, { "과목", "course" }, { NULL, NULL }
};
static const struct import_word levels[] = {
	{ "BA", "BA" }, { "학사", "BA" }, { "MA", "MA" }, { "석사", "MA" },
	{ "PhD", "PHD" }, { "박사", "PHD" }, { "MSPHD", "MSPHD" },
	{ "통합", "MSPHD" }, { "석박통합", "MSPHD" }, { NULL, NULL }
};
static const struct import_word statuses[] = {
	{ "enrolled", "enrolled" }, { "재학", "enrolled" },
	{ "leave", "leave" }, { "휴학", "leave" },
	{ "completed", "completed" }, { "수료", "completed" },
	{ "graduated", "graduated" }, { "졸업", "graduated" },
	{ "terminated", "terminated" }, { "제적", "terminated" },
	{ NULL, NULL }
};

static const struct import_column people_columns[] = {
	{ "login", NAMES("아이디", "로그인 ID", "ID"), 0, import_login, NULL },
	{ "name", NAMES("성명", "이름"), 0, import_text, MOST(120) },
	{ "email", NAMES("이메일", "전자우편", "E-mail"), 0, import_mail,
	    NULL },
	{ "roles", NAMES("권한", "역할", "role"), 0, import_text, MOST(200) },
	{ "university", NAMES("대학", "대학코드", "소속대학"), 0, import_text,
	    MOST(12) },
	{ "lang", NAMES("언어", "language"), 0, import_word, languages },
	{ "phone", NAMES("연락처", "전화번호", "telephone"), 0, import_text,
	    MOST(30) },
	{ "sections", NAMES("담당강좌", "강좌"), 0, import_text, MOST(2000) },
	{ "record", NAMES("구분"), 0, import_word, records },
	{ "student_no", NAMES("학번", "student number"), 0, import_text,
	    MOST(30) },
	{ "previous_no", NAMES("이전 학번", "previous number"), 0,
	    import_text, MOST(30) },
	{ "name_family", NAMES("영문 성", "family name"), 0, import_text,
	    MOST(60) },
	{ "name_given", NAMES("영문 이름", "given name"), 0, import_text,
	    MOST(60) },
	{ "birth_date", NAMES("생년월일", "date of birth"), 0, import_day,
	    NULL },
	{ "level", NAMES("과정"), 0, import_word, levels },
	{ "department_ko", NAMES("전공", "학과"), 0, import_text, MOST(100) },
	{ "department_en", NAMES("영문 전공", "영문학과", "department"), 0,
	    import_text, MOST(100) },
	{ "department_ja", NAMES("일문 전공", "専攻"), 0, import_text,
	    MOST(100) },
	{ "admitted_on", NAMES("입학일"), 0, import_day, NULL },
	{ "status", NAMES("학적상태"), 0, import_word, statuses },
	{ "status_since", NAMES("상태변경일"), 0, import_day, NULL },
	{ "expected_on", NAMES("졸업예정일"), 0, import_day_or_none, NULL },
	{ "completed_on", NAMES("수료일"), 0, import_day_or_none, NULL },
	{ "degree_ko", NAMES("학위명"), 0, import_text, MOST(100) },
	{ "degree_en", NAMES("영문 학위명", "degree"), 0, import_text,
	    MOST(100) },
	{ "degree_ja", NAMES("일문 학위명", "学位"), 0, import_text,
	    MOST(100) },
	{ "degree_no", NAMES("학위번호"), 0, import_text, MOST(40) },
	{ "degree_on", NAMES("학위수여일"), 0, import_day_or_none, NULL },
	{ "thesis", NAMES("논문제목", "논문"), 0, import_text, MOST(300) },
	{ "terminated_on", NAMES("제적일"), 0, import_day_or_none, NULL },
	{ "from_on", NAMES("시작일", "from"), 0, import_day, NULL },
	{ "till_on", NAMES("종료일", "until"), 0, import_day, NULL },
	{ "term", NAMES("학기"), 0, import_text, MOST(6) },
	{ "item", NAMES("납부항목"), 0, import_text, MOST(60) },
	{ "amount", NAMES("금액", "납부액"), 0, import_whole,
	    LIMITS(0, 100000000) },
	{ "paid_on", NAMES("납부일"), 0, import_day, NULL },
	{ "code", NAMES("교과목코드", "과목코드", "course code"), 0,
	    import_code, MOST(20) },
	{ "title_ko", NAMES("교과목명", "과목명", "title"), 0, import_text,
	    MOST(200) },
	{ "title_en", NAMES("영문교과목명", "title (English)"), 0,
	    import_text, MOST(200) },
	{ "title_ja", NAMES("일문교과목명", "title (Japanese)"), 0,
	    import_text, MOST(200) },
	{ "credits", NAMES("학점"), 0, import_whole, LIMITS(1, 9) },
	{ "grade", NAMES("성적", "등급"), 0, import_text, MOST(3) },
	{ "percent", NAMES("점수", "백분율"), 0, import_text, MOST(5) },
	{ "remove", NAMES("삭제"), 0, import_word, import_yes_no },
};

static const struct import_column calendar_columns[] = {
	{ "kind", NAMES("구분", "window"), 1, import_word, windows },
	{ "opens_at", NAMES("시작", "시작일시", "시작일", "from", "opens"), 1,
	    import_text, MOST(40) },
	{ "closes_at", NAMES("마감", "마감일시", "종료", "종료일시", "종료일",
	    "until", "closes"), 0, import_text, MOST(40) },
	{ "university", NAMES("대학", "대학코드"), 0, import_text, MOST(12) },
	{ "reason", NAMES("사유", "비고", "내용", "note"), 0, import_text,
	    MOST(200) },
	{ "source", NAMES("근거"), 0, import_text, MOST(100) },
	{ "confirm", NAMES("중복 확인", "overlap confirmed"), 0, import_word,
	    import_yes_no },
};

static const char *
text_of(const json_t *row, const char *key)
{
	const char *s = json_string_value(json_object_get(row, key));

	return s == NULL ? "" : s;
}

/* The class has two digits, and is the first where none is named. */
static const char *
finish_course(json_t *row, const char *zone)
{
	const char *class = text_of(row, "class");
	char two[8];

	(void)zone;
	snprintf(two, sizeof(two), "%02d", *class == '\0' ? 1 : atoi(class));
	json_object_set_new(row, "class", json_string(two));
	return NULL;
}

static char *
about_course(const json_t *row)
{
	char *s;

	return asprintf(&s, "%s-%s", text_of(row, "code"),
	    text_of(row, "class")) == -1 ? NULL : s;
}

static const char *
finish_person(json_t *row, const char *zone)
{
	(void)zone;
	if (!json_object_get(row, "record"))
		json_object_set_new(row, "record", json_string("account"));
	return NULL;
}

/* An account by its login; what a record is of, and which one it is. */
static char *
about_person(const json_t *row)
{
	const char *record = text_of(row, "record");
	const char *of[] = { text_of(row, "term"), text_of(row, "code"),
	    text_of(row, "item"), text_of(row, "from_on") };
	GString *s;
	size_t i;

	if (*record == '\0' || strcmp(record, "account") == 0)
		return strdup(text_of(row, "login"));
	s = g_string_new(text_of(row, "student_no"));
	g_string_append_printf(s, " %s", record);
	for (i = 0; strcmp(record, "student") != 0 && i < COUNT(of); i++)
		if (*of[i] != '\0')
			g_string_append_printf(s, " %s", of[i]);
	return g_string_free(s, FALSE);
}

/* Days and moments become instants; a day alone is a whole day (C22). */
static const char *
finish_calendar(json_t *row, const char *zone)
{
	const char *kind = text_of(row, "kind");
	char opens[96], closes[96];
	int whole, whole_end = 0, day_alone;

	if (import_moment(text_of(row, "opens_at"), zone, 0, &whole, opens,
	    sizeof(opens)) == -1)
		return "opens_at";
	day_alone = strcmp(kind, "HOLIDAY") == 0 ||
	    strcmp(kind, "CATALOGUE_FINAL") == 0;
	if (day_alone)
		snprintf(closes, sizeof(closes), "%s", opens);
	else if (import_moment(text_of(row, "closes_at"), zone, 1, &whole_end,
	    closes, sizeof(closes)) == -1)
		return "closes_at";
	json_object_set_new(row, "opens_at", json_string(opens));
	json_object_set_new(row, "closes_at", json_string(closes));
	json_object_set_new(row, "hours_stated",
	    json_string(whole || whole_end ? "false" : "true"));
	return NULL;
}

static char *
about_calendar(const json_t *row)
{
	const char *kind = text_of(row, "kind");
	char *s;

	return asprintf(&s, "%s%s%s%s%.10s", kind,
	    *text_of(row, "university") == '\0' ? "" : " ",
	    text_of(row, "university"),
	    strcmp(kind, "HOLIDAY") == 0 ? " " : "",
	    strcmp(kind, "HOLIDAY") == 0 ? text_of(row, "opens_at") : "") == -1
	    ? NULL : s;
}

const struct import_kind import_courses = { "courses", course_columns,
    COUNT(course_columns), finish_course, about_course };
const struct import_kind import_people = { "people", people_columns,
    COUNT(people_columns), finish_person, about_person };
const struct import_kind import_calendar = { "calendar", calendar_columns,
    COUNT(calendar_columns), finish_calendar, about_calendar };
