// R14, S16, S17: grades from a file: what the preview shows is what is saved.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, file, reset, slower, sql, value } from "../../fixture.mjs";
import { grade, person, rows, seat, section, type, who } from "./scene.mjs";

const code = "BIO5012-01";
const path = `/teach/${code}/grades`;
const given = "select count(*) from sojourn.grade";
let ids, names, prof;
before(async () => {
	await reset();
	ids = seat(code, 6);
	names = Object.fromEntries(sql(`select i.id, p.name_native as n from sojourn.temporary_id i
		join sojourn.person p on p.id = i.person_id where i.id = any ($1)`, [ids]).map((r) => [r.id, r.n]));
	sql("update sojourn.enrolment set state = 'withdrawn' where person_id = $1", [person(ids[5])]);
	sql("update sojourn.section_seat set taken = taken - 1 where section_id = $1", [section(code)]);
	clock("2025-12-22T10:00:00+09:00", { jobs: false });
	prof = who("prof.kim");
});

const send = async (data, name = "grades.csv", b = prof) => {
	const page = await b.get(path);
	const csrf = page.one("input[name=csrf]").getAttribute("value");
	return b.follow(await b.post(path, { csrf, request: `f-${Math.random().toString(36).slice(2)}`, list: file(name, data) }));
};
const shown = (page) => page.all("tr[data-row]").map((r) => [Number(r.getAttribute("data-row")), r.getAttribute("data-tone"),
	r.querySelector(".why")?.text ?? ""]);
const commit = (page, fields = {}) => prof.submit(page, { decision: "commit", ...fields }, { action: "/teach" });

test("the sheet to fill in holds the roster, not who withdrew", async () => {
	const csv = await prof.get(`/teach/${code}/grades.csv`);
	assert.equal(csv.status, 200);
	const lines = csv.text.replace(/^\ufeff/, "").trim().split(/\r?\n/);
	assert.equal(lines.length, 6);
	assert.ok(lines.some((l) => l.startsWith(`${ids[0]},${names[ids[0]]}`)));
	assert.ok(!csv.text.includes(ids[5]));
	const xlsx = await prof.get(`/teach/${code}/grades.xlsx`);
	assert.match(xlsx.headers.get("content-type"), /spreadsheetml/);
	assert.equal(value("select count(*) from sojourn.audit where act = 'download' and detail ->> 'what' = 'grades'"), 2, "S25: noted");
	// The very same file comes back as it went out: nothing to save in it.
	const back = await send(xlsx.bytes, "back.xlsx");
	assert.deepEqual(shown(back).map(([, tone]) => tone), ["warn", "warn", "warn", "warn", "warn"]);
	assert.throws(() => back.one("button[value=commit]").text);
});

test("each bad row with its cell and reason; good rows can be saved without it", async () => {
	const page = await send(["성적표", "임시학번,성명,점수,비고",
		`${ids[0]},${names[ids[0]]},91.5,x`, `${ids[1]},${names[ids[1]]},101,`, `${ids[2]},,abc,`, `E252999999,아무개,50,`,
		`${ids[5]},${names[ids[5]]},70,`, `${ids[0]},${names[ids[0]]},12,`, `${ids[3]},${names[ids[4]]}다른,77,`, `${ids[4]},${names[ids[4]]},,`].join("\r\n"));
	assert.equal(page.status, 200);
	assert.deepEqual(page.codes, ["done"]);
	assert.deepEqual(shown(page).map(([n, tone, why]) => [n, tone, why.slice(0, 24)]), [
		[3, "ok", ""], [4, "bad", "A percentage is between "], [5, "bad", "This is not a number. A "], [6, "bad", "Nobody with this ID is i"],
		[7, "bad", "This student has withdra"], [8, "bad", "The same student is ther"], [9, "bad", "The name is not that of "], [10, "warn", ""]]);
	assert.match(page.say("main"), /Columns not used비고/);
	assert.match(page.say("main"), /Students without a grade after this: 4/);
	assert.equal(value(`${given} where section_id = $1`, [section(code)]), 0, "nothing is written before commit");
	const done = await commit(page);
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	assert.match(done.outcomes[0].text, /1 grade\./);
	assert.equal(grade(ids[0], code), "91.5");
	assert.equal(value(`${given} where section_id = $1`, [section(code)]), 1);
	assert.equal(value("select way from sojourn.grade_value where section_id = $1", [section(code)]), "file");
	const twice = await commit(page, { request: "another-request-1" });
	assert.deepEqual([twice.sent.status, value("select count(*) from sojourn.grade_value where section_id = $1", [section(code)])], [303, 1]);
});

test("what the preview showed and no longer holds answers changed", async () => {
	const page = await send(`student,grade\n${ids[0]},60\n${ids[1]},61\n`);
	assert.deepEqual(shown(page).map(([, tone]) => tone), ["ok", "ok"]);
	await type(prof, await prof.get(path), { [ids[0]]: "95" });
	const late = await commit(page);
	assert.equal(late.status, 422);
	assert.deepEqual(late.codes, ["changed"]);
	assert.equal(grade(ids[0], code), "95");
	assert.equal(grade(ids[1], code), undefined, "nothing of it was saved");
	assert.equal(late.all("tr[data-row]")[0].querySelectorAll("td.num")[2].text, "95", "shown anew");
	// Another look at the preview in a second tab makes the old page no fresher.
	await prof.get(`${path}?upload=${page.one("input[name=upload]").getAttribute("value")}`);
	assert.deepEqual((await commit(page)).codes, ["changed"]);
	assert.deepEqual((await commit(late)).codes, ["done"]);
	assert.deepEqual([grade(ids[0], code), grade(ids[1], code)], ["60", "61"]);
});

test("discarded is gone; a foreign preview never was", async () => {
	const page = await send(`student,grade\n${ids[2]},62\n`);
	const id = page.one("input[name=upload]").getAttribute("value");
	sql(`insert into sojourn.account_role (account_id, role) select id, 'instructor' from sojourn.account where login = 'affairs'`);
	sql(`insert into sojourn.section_instructor (section_id, account_id) select $1, id from sojourn.account where login = 'affairs'`, [section("CHE6022-01")]);
	const other = who("affairs");
	assert.equal((await other.get(`/teach/CHE6022-01/grades?upload=${id}`)).status, 404);
	assert.equal((await other.get(`${path}?upload=${id}`)).status, 404);
	const sheet = await other.get("/teach/CHE6022-01");
	const csrf = (await other.get("/teach")).one("input[name=csrf]").getAttribute("value");
	assert.equal(sheet.status, 200);
	assert.equal((await other.post("/teach/CHE6022-01/grades", { csrf, upload: id, decision: "commit" })).status, 422);
	await prof.submit(page, { decision: "discard" }, { action: "/teach" });
	assert.deepEqual((await commit(page)).codes, ["gone"]);
	assert.equal(grade(ids[2], code), undefined);
});

test("files that are none are refused with the reason", async () => {
	/* A browser sends a field without a file as one without a name. */
	for (const [data, name, why] of [["", "", /choose the file/], ["%PDF-1.7 x", "a.xlsx", /PDF/], ["", "empty.csv", /empty/i], ["a,b\n1,2\n", "x.csv", /No heading/],
		["student,grade\n", "x.csv", /no students/], [Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]), "x.xlsx", /./]]) {
		const page = await send(data, name);
		assert.equal(page.status, 422, name);
		assert.match(page.say("#list-error"), why, name);
	}
	assert.ok((await send(Buffer.alloc(6 * 1024 * 1024, 65), "big.csv")).status === 413);
	assert.equal((await prof.get(path)).status, 200);
});

test("400 students: the sheet, the form and the file: each answered in moments", async () => {
	const other = "BIO6025-02";
	sql(`update sojourn.section_seat set capacity = 500, taken = 400 where section_id = $1`, [section(other)]);
	sql(`begin; with p as (insert into sojourn.person (name_native, birth_date)
		select '학생' || n, '2001-01-01' from generate_series(1, 400) n returning id, name_native),
	t as (insert into sojourn.temporary_id (id, person_id, term_id, serial)
		select sojourn.temporary_id(m.code, 70000 + row_number() over (order by p.id)::integer), p.id, m.id,
		    70000 + row_number() over (order by p.id) from p, sojourn.term m where m.code = '2025-2' returning person_id)
	insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
		select t.person_id, s.id, s.term_id, s.credits, now() from t, sojourn.section s where s.id = $1; commit`, [section(other)]);
	const timed = async (what, f) => {
		const since = performance.now();
		const out = await f();
		const ms = performance.now() - since;
		assert.ok(ms < 8000 * slower(), `${what}: ${ms} ms`);
		return out;
	};
	const page = await timed("sheet", () => prof.get(`/teach/${other}/grades`));
	const all = rows(page);
	assert.equal(all.length, 400);
	const saved = await timed("form", () => type(prof, page, Object.fromEntries(all.map((r, i) => [r.login, String(i % 101)]))));
	assert.deepEqual(saved.codes, ["done"]);
	const csv = `student,grade\n${all.map((r, i) => `${r.login},${(i + 1) % 101}`).join("\n")}\n`;
	const csrf = page.one("input[name=csrf]").getAttribute("value");
	const preview = await timed("file", async () => prof.follow(await prof.post(`/teach/${other}/grades`, { csrf, list: file("g.csv", csv) })));
	assert.equal(shown(preview).length, 400);
	const done = await timed("commit", () => prof.submit(preview, { decision: "commit" }, { action: "/teach" }));
	assert.match(done.outcomes[0].text, /400 grades/);
	await timed("roster", () => prof.get(`/teach/${other}`));
});
