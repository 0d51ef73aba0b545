// R186, R46, R55: lists of grades for the home universities: by version, with
// how they are spread, downloaded and acknowledged.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { execFileSync } from "node:child_process";
import { clock, mails, reset, sql, until, value } from "../../fixture.mjs";
import { grade, person, seat, section, who } from "../teach/scene.mjs";

const code = "BIO5012-01";
const actor = "row('done', (select id from sojourn.account where login = 'prof.kim'), null, null, null, 'staff', '', 'en')::sojourn.actor";
const give = (id, percent, way = "form", appeal = null) => sql(`select sojourn.grade_set(${actor}, $1, $2, $3, null, $4, $5) as v`,
	[person(id), section(code), percent, way, appeal]);
let ids, cnu;
before(async () => {
	await reset();
	ids = seat(code, 6);
	clock("2025-12-22T10:00:00+09:00", { jobs: false });
	ids.slice(0, 5).forEach((id, i) => give(id, 95.5 - 10 * i));
	sql("update sojourn.enrolment set credit_granted = false where person_id = $1", [person(ids[1])]);
	cnu = who("cnu");
});

test("nothing before the announcement, and the page says when", async () => {
	const page = await cnu.get("/partner/lists?kind=grades");
	assert.equal(page.status, 200);
	assert.equal(page.one("[data-list]"), null);
	assert.match(page.say("main"), /made when grades are announced/);
	assert.ok(!page.text.includes("95.5"));
});

test("R186: made at the announcement: grades, credits and why not, the spread", async () => {
	clock("2025-12-29T00:00:00+09:00", { jobs: false });
	sql("select sojourn.job_announce('2025-12-29 00:00+09')");
	const letter = await until(async () => (await mails({ kind: "list-made", to: "exchange@cnu.example" }))
		.find((m) => /성적 명단/.test(m.subject)));
	assert.match(letter.text, /성적 분포/);
	assert.equal((await cnu.get("/partner")).one("[data-work='acknowledge-grades']").getAttribute("data-n"), "1");
	const page = await cnu.get("/partner/lists?kind=grades");
	assert.equal(page.one("[data-list]").getAttribute("data-kind"), "grades");
	const row = (id) => page.all("tr[data-section]").find((r) => r.text.includes(
		value("select name_native from sojourn.person where id = $1", [person(id)])));
	assert.equal(row(ids[0]).querySelector("[data-grade]").getAttribute("data-grade"), "95.5");
	assert.match(row(ids[1]).text, /without credit: not recommended/);
	assert.match(row(ids[4]).text, /55\.5.*without credit: not passed/s);
	assert.match(row(ids[5]).text, /without credit: grade missing/);
	assert.match(page.say(`[data-spread="${code}"]`), /5 ?75\.5 ?90–100: 1, 80–89: 1, 70–79: 1, 60–69: 1, 50–59: 1/);
	assert.match(page.say("[data-list]"), /Credits granted ?9/);
});

test("the file says the same; another university has nothing of it", async () => {
	const id = value("select id from sojourn.final_list where kind = 'grades' and university_id = (select id from sojourn.university where code = 'CNU')");
	const file = await cnu.get(`/partner/lists/${id}.xlsx`);
	assert.equal(file.status, 200);
	assert.match(file.headers.get("content-disposition"), /grades-2025-2-v1\.xlsx/);
	const dir = mkdtempSync(`${tmpdir()}/sojourn-grades-`);
	writeFileSync(`${dir}/a.xlsx`, file.bytes);
	const xml = execFileSync("unzip", ["-p", `${dir}/a.xlsx`, "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"], { encoding: "utf8" });
	execFileSync("rm", ["-r", dir]);
	for (const word of ["95.5", "소속 대학 미추천", "90–100: 1", code, ids[0]])
		assert.ok(xml.includes(word), word);
	assert.equal((await who("kaist").get(`/partner/lists/${id}.xlsx`)).status, 404, "S11");
	assert.equal((await who("kaist").get(`/partner/lists?list=${id}`)).status, 404, "S11");
	assert.equal(value("select count(*) from sojourn.audit where act = 'download' and object_kind = 'final_list'"), 1, "S25");
});

test("acknowledged; a correction makes a version that says what changed", async () => {
	const list = await cnu.get("/partner/lists?kind=grades");
	const done = await cnu.submit(list, {}, { action: "/partner/lists" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(done.one("[data-list]").getAttribute("data-kind"), "grades");
	clock("2026-01-05T08:00:00+09:00", { jobs: false });
	sql("select sojourn.job_lists('2026-01-05 08:00+09')");
	assert.equal(value("select max(version) from sojourn.final_list where kind = 'grades'"), 1, "nothing is different: no version");
	sql(`insert into sojourn.grade_appeal (person_id, section_id, term_id, reason, percent_before, asked_at, due_at)
		select person_id, section_id, term_id, 'x', percent, sojourn.now(), sojourn.now() + interval '1 day'
		  from sojourn.grade where person_id = $1`, [person(ids[4])]);
	give(ids[4], 61, "appeal", value("select max(id) from sojourn.grade_appeal"));
	assert.equal(grade(ids[4], code), "61");
	sql("select sojourn.job_lists('2026-01-05 08:00+09')");
	const page = await cnu.get("/partner/lists?kind=grades&show=changes");
	const head = page.one("[data-list]");
	assert.equal(head.getAttribute("data-version"), "2");
	assert.equal(page.all("tr[data-section]").length, 1);
	assert.match(page.say("tr[data-section]"), /55\.5 61/);
	const old = value("select min(id) from sojourn.final_list where kind = 'grades' and university_id = (select id from sojourn.university where code = 'CNU')");
	const csrf = page.one("input[name=csrf]").getAttribute("value");
	const again = await cnu.follow(await cnu.post("/partner/lists", { csrf, list: old, kind: "grades" }));
	assert.deepEqual(again.codes, ["already"]);
});

test("staff see who has not acknowledged, apart from registrations; clerk reminds", async () => {
	const staff = who("academic");
	const page = await staff.get("/staff/lists?kind=grades&state=open");
	assert.equal(page.all("tr[data-university]").length, value(`select count(*) from (select distinct on (university_id)
		acknowledged_at from sojourn.final_list where kind = 'grades' order by university_id, version desc) x where acknowledged_at is null`));
	assert.match(page.say("tr[data-university='CNU']"), /List of grades, version 2/);
	const due = value("select to_char(due_at at time zone 'Asia/Seoul', 'YYYY-MM-DD') from sojourn.final_list where kind = 'grades' and version = 2");
	clock(`${due}T09:00:00+09:00`, { jobs: false });
	sql(`select sojourn.remind_lists('${due} 09:00+09', true)`);
	sql(`select sojourn.remind_lists('${due} 19:00+09', true)`);
	assert.ok(value("select count(*) from sojourn.outbox where kind = 'list-reminder' and params ? 'grades'") >= 1);
});
