// F8: a form that is sent twice at the same moment has one effect, on every
// form that writes; F9: a window that closes between the page and its form.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, clock, file, reset, sql, value } from "../../fixture.mjs";
import { applicants, desk } from "../staff/desk.mjs";
import { logins, student } from "../register/student.mjs";

before(reset);

// The same bytes at once, as often as there are connections and more.
async function together(b, page, values, action, n = 6)
{
	const form = page.form(action);
	const pairs = [...form.fields.filter(([k]) => !(k in values)), ...Object.entries(values)];
	return Promise.all(Array.from({ length: n }, () => {
		const one = new Browser();
		one.jar = new Map(b.jar);
		return one.post(form.action, pairs, { multipart: form.multipart || undefined })
			.then((page) => one.follow(page));
	}));
}

const statuses = (answers) => answers.map((p) => p.sent.status);
const count = (table, where = "true") => value(`select count(*)::int from sojourn.${table} where ${where}`);
const form = (path, values, action = path) => async (b) => together(b, await b.get(path), values, action);
let one;
before(() => { one = logins(3); });

// [what, moment, browser, act, what is counted, how much it grows by]
const acts = [
	["an application", "apply", () => new Browser(), form("/tempid/apply?term=2025-2", { university: "CNU",
		student_no: "202599001", name_native: "둘", name_family: "TWO", name_given: "Two", birth_date: "2001-01-01",
		level: "MA", status: "enrolled", department: "화학과", email: "two@applicant.example", consent_collect: "1",
		consent_provide: "1" }, "/tempid/apply"), () => count("application", "student_no = '202599001'"), 1],
	["a mail that renews a password", "apply", () => new Browser(), form("/account/reset", { login: "kaist" }),
		() => count("outbox", "kind = 'reset' and account_id = (select id from sojourn.account where login = 'kaist')"), 1],
	["a notice", "apply", () => desk("academic"), form("/staff/notices", { decision: "save", notice: "", text_ko: "둘",
		text_en: "two", text_ja: "二" }), () => count("notice", "text_en = 'two'"), 1],
	["an agreement", "apply", () => desk("academic"), form("/staff/agreements", { agreement: "", university: "CNU",
		programme_type: "credit-exchange", valid_from: "2090-01-01", valid_until: "2091-01-01" }),
	() => count("agreement", "lower(valid) = '2090-01-01'"), 1],
	["an exception", "apply", () => desk("academic"), form("/staff/exceptions", { decision: "ask", kind: "late-list",
		university: "CNU", reason: "twice", until: "2025-08-20T18:00" }), () => count("exception", "reason = 'twice'"), 1],
	["a colleague", "apply", () => desk("admin"), form("/staff/people", { decision: "add", login: "two.two", name: "Two",
		email: "two@ust.example", roles: "academic" }), () => count("account", "login = 'two.two'") * 100 +
		count("outbox", "to_address = 'two@ust.example'"), 101],
	["a window", "apply", () => desk("academic"), form("/staff/windows", { term: "2025-2", kind: "CHANGE",
		opens_at: "2025-09-01T09:00", closes_at: "2025-09-07T17:00", reason: "twice" }),
	() => count("time_window", "reason = 'twice'"), 1],
	["a registration", "register", () => student(one[0]), async (b) => together(b, await b.get("/register"),
		{ section: "BIO5012-01" }, "/register/enrol"), () => count("enrolment", "state = 'enrolled'"), 1],
	["a cancellation", "register", () => student(one[0]), async (b) => together(b, await b.get("/register"),
		{ section: "BIO5012-01" }, "/register/cancel"), () => -count("enrolment", "state = 'enrolled'"), 1],
	["a place on a waiting list", "register", () => student(one[0]), async (b) => {
		sql("update sojourn.section set waitlist = true where code = 'AST5022-02'");
		sql(`update sojourn.section_seat set capacity = taken where section_id in
			(select id from sojourn.section where code = 'AST5022-02')`);
		return together(b, await b.get("/register/waitlist?section=AST5022-02"),
			{ section: "AST5022-02", decision: "add" }, "/register/waitlist");
	}, () => count("waitlist"), 1],
	["the address of a timetable", "register", () => student(one[0]), form("/register/timetable", { decision: "make" }),
		() => count("audit", "act = 'calendar-make' and outcome = 'done'"), 1],
	["a telephone number", "register", () => student(one[1]), form("/account/contact", { phone: "010-2222-2222" }),
		() => count("audit", "act = 'contact' and outcome = 'done'"), 1],
	["a wish for a correction", "register", () => student(one[2]), form("/account/corrections", { field: "name_native",
		value: "둘", reason: "twice" }), () => count("correction", "reason = 'twice'"), 1],
];

for (const [what, at, who, act, counted, by] of acts)
	test(`F8: ${what}, sent six times at once, is there once; the others answer already with its result`, async () => {
		clock(at, { jobs: false });
		const was = counted();
		const answers = await act(await who());
		for (const page of answers)
			assert.ok([200, 303].includes(page.sent.status), `${page.sent.status} ${JSON.stringify(page.outcomes)}`);
		assert.equal(counted() - was, by, statuses(answers).join());
		const said = answers.map((p) => p.codes);
		assert.equal(said.filter((codes) => codes.includes("already")).length, answers.length - 1, JSON.stringify(said));
		assert.ok(said.every((codes) => codes.length === 1 || new Set(codes.filter((c) => c !== "already")).size === 1),
			`with the first's result: ${JSON.stringify(said)}`);
	});

test("F8: issuing, pressed six times at once, issues each person once", async () => {
	clock("apply", { jobs: false });
	const ids = applicants(20, { prefix: "W", state: "approved" });
	const b = desk("academic");
	const answers = await together(b, await b.get("/staff/issue"), {}, "/staff/issue");
	assert.deepEqual([...new Set(statuses(answers))], [303]);
	const [{ n, people }] = sql(`select count(*)::int n, count(distinct a.person_id)::int people from sojourn.application a
		join sojourn.temporary_id t on t.person_id = a.person_id where a.id = any ($1) and a.state = 'issued'`, [ids]);
	assert.deepEqual([n, people], [20, 20]);
	assert.equal(count("outbox", `kind = 'id-issued' and application_id in (${ids})`), 20);
});

test("F8: two people issue at the same moment: nobody gets two", async () => {
	const ids = applicants(20, { prefix: "X", state: "approved" });
	const both = await Promise.all(["academic", "admin"].map(async (login) => {
		const b = desk(login);
		return b.submit(await b.get("/staff/issue"), {}, { action: "/staff/issue", follow: false });
	}));
	assert.ok(both.every((p) => p.status < 500), both.map((p) => p.status).join());
	assert.equal(count("temporary_id", `person_id in (select person_id from sojourn.application where id in (${ids}))`), 20);
	assert.equal(count("outbox", `kind = 'id-issued' and application_id in (${ids})`), 20);
});

test("F8: a preview is committed once by six presses", async () => {
	const b = desk("cnu");
	const preview = await b.fill("/partner/upload", { list: file("list.csv",
		"학번,성명,생년월일,과정,학과,이메일\n202588001,한번,2001-01-01,석사,화학과,once@cnu.example\n") }, { action: "/partner/upload" });
	const answers = await together(b, preview, { decision: "commit" }, "/partner/upload");
	assert.ok(answers.every((p) => p.sent.status === 303), statuses(answers).join());
	assert.equal(count("application", "student_no = '202588001'"), 1);
});

// --- F9: the page was opened in time, the form came at the very end.

const closes = (kind) => value(`select closes_at from sojourn.time_window w join sojourn.term t on t.id = w.term_id
	where t.code = '2025-2' and kind = $1 and university_id is null and replaced_at is null`, [kind]);
const just = (time, seconds) => new Date(Date.parse(time) + seconds * 1000).toISOString();

const edges = [
	["REGISTER", () => student(one[2]), "/register", { section: "BIO5012-01" }, "/register/enrol",
		() => count("enrolment")],
	["CHANGE", () => student(one[2]), "/register", { section: "BIO5012-01" }, "/register/enrol", () => count("enrolment")],
	["APPLY", () => new Browser(), "/tempid/apply?term=2025-2", { university: "KAIST", student_no: "202566001",
		name_native: "끝", name_family: "END", name_given: "End", birth_date: "2001-01-01", level: "MA",
		status: "enrolled", department: "화학과", email: "end@applicant.example", consent_collect: "1",
		consent_provide: "1" }, "/tempid/apply", () => count("application")],
];

for (const [kind, who, path, values, action, counted] of edges)
	test(`F9: ${kind}: the page before the end, the form at the end: window, nothing written`, async () => {
		const end = closes(kind);
		clock(just(end, -120), { jobs: false });
		const b = await who();
		const page = await b.get(path);
		assert.equal(page.status, 200);
		clock(end, { jobs: false });
		const was = counted();
		const late = await b.submit(page, values, { action });
		assert.equal(late.status, 422);
		assert.deepEqual(late.codes, ["window"]);
		assert.equal(counted(), was);
		assert.match(late.text, /\d\d:\d\d|\d (Aug|Sep)/, "says when");
	});

test("F9: a list previewed before the deadline and committed at it is late, nothing written", async () => {
	const end = closes("APPLY");
	clock(just(end, -120), { jobs: false });
	const b = desk("kaist");
	const preview = await b.fill("/partner/upload", { list: file("list.csv",
		"학번,성명,생년월일,과정,학과,이메일\n202577701,끝,2001-01-01,석사,화학과,last@kaist.example\n") }, { action: "/partner/upload" });
	clock(end, { jobs: false });
	const late = await b.submit(preview, { decision: "commit" }, { action: "/partner/upload" });
	assert.equal(late.status, 422);
	assert.ok(["late", "window"].includes(late.codes[0]), JSON.stringify(late.outcomes));
	assert.equal(count("application", "student_no = '202577701'"), 0);
});

test("F9: WITHDRAW: the page before the end, the form at the end: window, still enrolled", async () => {
	clock("register", { jobs: false });
	const b = student(one[1]);
	await b.fill("/register", { section: "BIO5012-01" }, { action: "/register/enrol" });
	const end = closes("WITHDRAW");
	clock(just(end, -120), { jobs: false });
	const page = await b.get("/withdraw");
	assert.equal(page.one("[data-section]").getAttribute("data-state"), "enrolled");
	clock(end, { jobs: false });
	const late = await b.submit(page, { section: "BIO5012-01", reason: "late" }, { action: "/withdraw" });
	assert.equal(late.status, 422);
	assert.deepEqual(late.codes, ["window"]);
	assert.equal(count("withdrawal"), 0);
});

test("F8: a withdrawal, asked six times at once, is asked once; taken back six times, it is back", async () => {
	clock("withdraw", { jobs: false });
	const b = student(one[1]);
	const asked = await together(b, await b.get("/withdraw"), { section: "BIO5012-01", reason: "twice" }, "/withdraw");
	assert.ok(asked.every((p) => p.sent.status === 303), statuses(asked).join());
	assert.equal(asked.filter((p) => p.codes.includes("already")).length, 5, JSON.stringify(asked.map((p) => p.codes)));
	assert.equal(count("withdrawal"), 1);
	const back = await together(b, await b.get("/withdraw"), { section: "BIO5012-01" }, "/withdraw/cancel");
	assert.ok(back.every((p) => p.sent.status === 303), statuses(back).join());
	assert.equal(back.filter((p) => p.codes.includes("already")).length, 5, JSON.stringify(back.map((p) => p.codes)));
	assert.equal(count("withdrawal", "state = 'requested'"), 0);
});
