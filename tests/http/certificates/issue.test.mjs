// R105–R112: which certificates a person may have, in which languages, what
// stands on them, and that each copy is a document of its own.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, reset, sql, value } from "../../fixture.mjs";
import { bare, info, text } from "../documents/paper.mjs";
import { ask, asked, enter, holder, issue, issued, own, settled } from "./step.mjs";

const words = {
	enrollment: ["재학증명서", "CertificateofEnrollment", "在学証明書"],
	degree: ["학위증명서", "CertificateofDegree", "学位証明書"],
	transcript: ["성적증명서", "Transcript", "成績証明書"],
	"course-completion": ["수료증명서", "CertificateofCourseCompletion", "課程修了証明書"],
	"leave-of-absence": ["휴학증명서", "CertificateofLeaveofAbsence", "休学証明書"],
	termination: ["제적증명서", "CertificateofTermination", "除籍証明書"],
	conferral: ["학위수여증명서", "CertificateofConferral", "学位授与証明書"],
	"tuition-payment": ["등록금납입증명서"],
};
const rights = { enrolled: ["enrollment", "transcript", "tuition-payment"],
	leave: ["leave-of-absence"], graduated: ["degree", "conferral"],
	expected: ["course-completion"], terminated: ["termination"] };

before(async () => { await reset(); clock("apply", { jobs: false }); });

// One in all of its languages, of the others one each.
let turn = 0;
for (const [who, types] of Object.entries(rights))
	for (const type of types) {
		const all = [...["ko", "en", "ja"].slice(0, words[type].length).entries()];
		const langs = type === "enrollment" ? all : [all[turn++ % all.length]];
		test(`R109: ${type} of ${who} in ${langs.map(([, l]) => l).join(", ")}`, async () => {
			const b = holder(own[who]);
			for (const [i, lang] of langs) {
				const page = await issue(b, own[who], type, lang);
				assert.deepEqual(page.codes, ["done"]);
				const last = (await settled(own[who])).at(-1);
				assert.equal(last.state, "valid");
				const pdf = await b.get(`/documents/${last.serial}.pdf`);
				assert.equal(pdf.status, 200);
				const said = bare(pdf.bytes);
				assert.ok(said.includes(words[type][i]), `${words[type][i]} in ${lang}`);
				assert.ok(said.includes(own[who]), "the student number");
				assert.ok(said.includes("042-865-2414"), "R108: whom to call");
				assert.ok(!/\d{6}-[1-4]\d{6}/.test(said), "no resident number");
				const json = JSON.parse((await b.get(`/documents/${last.serial}.json`)).text);
				assert.equal(json.credentialSubject.document.kind, type);
			}
		});
	}

test("a transcript of 80 courses: terms, averages, heads on each page", async () => {
	const serial = issued(own.enrolled).find((d) => d.kind === "transcript").serial;
	const pdf = await holder(own.enrolled).get(`/documents/${serial}.pdf`);
	const said = text(pdf.bytes);
	const pages = Number(info(pdf.bytes).Pages);
	assert.ok(pages >= 4, `${pages} pages`);
	assert.equal(said.match(/UST5\d{3}/g).length, 80);
	assert.ok(said.split("과목명").length - 1 >= 10, "a head for each term, again where it breaks");
	for (const term of ["2020학년도 제2학기", "2025학년도 제1학기"])
		assert.ok(said.includes(term), term);
	const [{ gpa, percent }] = sql(`select
		to_char(sum(g.points * c.credits) / sum(c.credits) filter (where g.points is not null), 'FM0.00') as gpa,
		to_char(sum(c.percent * c.credits) / sum(c.credits) filter (where c.percent is not null), 'FM990.0') as percent
		from sojourn.degree_course c join sojourn.degree_grade g on g.grade = c.grade
		join sojourn.degree_record r on r.id = c.record_id where r.student_no = $1`, [own.enrolled]);
	assert.ok(said.includes(`${gpa} / 4.5`), gpa);
	assert.ok(said.includes(percent), percent);
});

test("R110: tuition payment in Korean only", async () => {
	const b = holder(own.enrolled);
	const form = await b.get("/certificates");
	assert.match(form.one("[value=tuition-payment]").getAttribute("data-langs"), /^ko\s*$/);
	for (const lang of ["en", "ja"]) {
		const page = await ask(b, "tuition-payment", lang);
		assert.equal(page.status, 422);
		assert.deepEqual(page.codes, ["invalid"]);
		assert.match(page.text, /Korean only.*R110/);
	}
});

test("R109, R111: the page says why the others are not to be had, and that nothing is paid", async () => {
	const page = await holder(own.leave).get("/certificates");
	assert.match(page.text, /R111/);
	for (const type of ["enrollment", "degree", "termination", "course-registration"])
		assert.ok(page.one(`[value=${type}]`).hasAttribute("disabled"), type);
	assert.match(page.text, /You are not enrolled at present/);
	assert.match(page.text, /1544-4536[^]*R107/);
	const refused = await ask(holder(own.leave), "enrollment");
	assert.equal(refused.status, 422);
	assert.deepEqual(refused.codes, ["ineligible"]);
	assert.match(refused.text, /R109/);
});

test("bad fields are refused, and the form keeps what was typed", async () => {
	const b = holder(own.enrolled);
	for (const [type, language, copies] of [["enrollment", "en", "0"], ["enrollment", "en", "1000"],
		["enrollment", "en", "abc"], ["enrollment", "en", ""], ["enrollment", "en", "-1"],
		["enrollment", "en", "99999999999999999999"], ["enrollment", "xx", "1"],
		["passport", "en", "1"], ["", "en", "1"], ["registration", "en", "1"]]) {
		const page = await ask(b, type, language, copies);
		assert.equal(page.status, 422, `${type} ${language} ${copies}`);
		assert.deepEqual(page.codes, ["invalid"]);
		if (/^(-1|0|1000)$/.test(copies))
			assert.equal(page.say("#copies-error"), "Please give a number from 1 to 10.");
	}
	assert.equal(issued(own.enrolled).filter((d) => d.state !== "valid").length, 0);
});

test("three copies, three serials; a second order leaves the first valid", async () => {
	const b = holder(own.fresh);
	const page = await issue(b, own.fresh, "enrollment", "en", 3);
	assert.deepEqual(page.codes, ["done"]);
	const first = await settled(own.fresh);
	assert.deepEqual(first.map((d) => d.state), ["valid", "valid", "valid"]);
	assert.equal(new Set(first.map((d) => d.serial)).size, 3);
	await issue(b, own.fresh, "enrollment", "en", 1);
	assert.deepEqual((await settled(own.fresh)).map((d) => d.state), Array(4).fill("valid"));
	assert.equal((await b.get("/certificates")).all("li[data-serial]").length, 4);
});

test("S18: another person's serial is as unknown as one that never was", async () => {
	const serial = issued(own.enrolled)[0].serial;
	const b = holder(own.graduated);
	for (const ending of ["pdf", "json"]) {
		const foreign = await b.get(`/documents/${serial}.${ending}`);
		const unknown = await b.get(`/documents/UST-2025-999999.${ending}`);
		assert.deepEqual([foreign.status, unknown.status], [404, 404]);
	}
	const page = await b.submit(await b.get("/certificates"), { serial, what: "name", words: "x" },
		{ action: "/certificates/report" });
	assert.equal(page.status, 422);
	assert.deepEqual(page.codes, ["gone"]);
});

test("a visitor: nothing yet, then registration, then announced grades (R14, R46)", async () => {
	const login = "E252000015", b = holder(login);
	assert.deepEqual((await ask(b, "enrollment")).codes, ["ineligible"]);
	assert.deepEqual((await ask(b, "course-registration")).codes, ["ineligible"]);
	clock("register", { jobs: false });
	sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
		select a.person_id, s.id, s.term_id, s.credits, now() from sojourn.account a, sojourn.section s
		join sojourn.term t on t.id = s.term_id where t.code = '2025-2' and a.login = $1
		and s.code in ('BIO5012-01', 'CHE6022-01', 'PHY5011-01')`, [login]);
	assert.deepEqual((await issue(b, login, "course-registration", "ja")).codes, ["done"]);
	assert.deepEqual((await ask(b, "transcript")).codes, ["ineligible"]);
	sql(`insert into sojourn.grade (person_id, section_id, term_id, percent, entered_at, entered_by)
		select e.person_id, e.section_id, e.term_id, 91.5, now(), (select id from sojourn.account where login = 'prof.kim')
		from sojourn.enrolment e join sojourn.account a on a.person_id = e.person_id
		join sojourn.section s on s.id = e.section_id where a.login = $1 and s.grading = 'percent'`, [login]);
	sql(`update sojourn.enrolment e set credit_granted = false from sojourn.account a, sojourn.section s
		where a.person_id = e.person_id and s.id = e.section_id and s.code = 'CHE6022-01' and a.login = $1`, [login]);
	clock("grades", { jobs: false });
	assert.deepEqual((await issue(b, login, "transcript", "en")).codes, ["done"]);
	const last = (await settled(login)).at(-1);
	const said = bare((await b.get(`/documents/${last.serial}.pdf`)).bytes);
	for (const word of ["Transcript", "BIO5012-01", "91.5", "Notrecommendedbythehomeuniversity", login,
		"ComputerScienceandEngineering"])
		assert.ok(said.includes(word), word);
	assert.deepEqual(["컴퓨터공학과", "computer science and engineering", "コンピュータ工学科", "양자정보학과", null].map((name) =>
		value("select sojourn.department_words($1, 'ja')", [name])),
	["コンピュータ工学科", "コンピュータ工学科", "コンピュータ工学科", "양자정보학과", ""]);
	clock("apply", { jobs: false });
});

test("a letter that cannot be printed is refused with the reason, rare hanja are right", async () => {
	const b = holder(own.terminated);
	const name = (text) => sql(`update sojourn.person set name_native = $2 where id =
		(select person_id from sojourn.account where login = $1)`, [own.terminated, text]);
	name("朴\u{e000}鎬");
	const page = await issue(b, own.terminated, "termination", "ko");
	assert.equal(page.status, 422);
	assert.deepEqual(page.codes, ["ineligible"]);
	assert.match(page.text, /letter that we cannot print/);
	assert.equal((await settled(own.terminated)).at(-1).why, "glyph");
	for (const rare of ["龘靐𠮷닒", "Wolfeschlegelsteinhausen ".repeat(5).slice(0, 119).trim()]) {
		name(rare);
		assert.deepEqual((await issue(b, own.terminated, "termination", "ko")).codes, ["done"]);
		const last = (await settled(own.terminated)).at(-1);
		assert.ok(bare((await b.get(`/documents/${last.serial}.pdf`)).bytes)
			.includes(rare.replace(/ /g, "")));
	}
	name("박선호");
});

test("R106: without the code nothing is issued, and nobody else's session opens it", async () => {
	const before = issued(own.graduated).length;
	const { digits } = await asked(holder(own.graduated), own.graduated, "degree");
	const other = holder(own.enrolled);
	const { page } = await asked(other, own.enrolled, "enrollment");
	const refused = await enter(other, page, digits);
	assert.equal(refused.status, 422);
	assert.deepEqual(refused.codes, ["invalid"]);
	assert.equal(issued(own.graduated).length, before);
});
