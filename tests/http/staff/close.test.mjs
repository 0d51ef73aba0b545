// R32: the host closes a section: everybody concerned is told, and may choose
// another one in its place, alone, for as much as was lost, until a moment.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, mail, reset, sql, value } from "../../fixture.mjs";
import { results, student, taken, unsound } from "../register/student.mjs";
import { desk } from "./desk.mjs";

let b, ids;
const enrol = async (who, section) => who.submit(await who.get("/register"),
	{ section }, { action: "/register/enrol" });
const row = (page, code) => page.one(`[data-section='${code}'][data-state]`);

before(async () => {
	await reset();
	clock("change", { jobs: false });
	b = desk("academic");
	ids = sql(`select i.id from sojourn.temporary_id i
		join sojourn.registration_right r on r.person_id = i.person_id
		join sojourn.term t on t.id = r.term_id and t.code = '2025-2'
		order by i.serial limit 4`).map((r) => r.id);
	for (const id of ids.slice(0, 3))
		await enrol(student(id), ["BIO5012-01", "CHE6022-01"]);
});

test("a closing day that has passed is refused at its field", async () => {
	const page = await b.get("/staff/sections?term=2025-2&section=BIO5012-01");
	for (const until of ["2025-08-31T10:00", "2026-03-01T10:00", "soon"]) {
		const bad = await b.submit(page, { reason: "too few", until },
			{ action: "/staff/sections/close" });
		assert.equal(bad.status, 422, until);
		assert.ok(bad.one("#until-error"), until);
		assert.equal(bad.one("#reason").getAttribute("value"), "too few");
	}
	assert.equal(taken("BIO5012-01"), 3);
});

test("closed once: everybody is told and sees what to do until when", async () => {
	clock("withdraw", { jobs: false });
	const page = await b.get("/staff/sections?term=2025-2&section=BIO5012-01");
	const done = await b.submit(page, { reason: "too few" },
		{ action: "/staff/sections/close" });
	assert.deepEqual(done.codes, ["done"]);
	assert.match(done.say("[data-lost]"), /3 people .* 11 Sep 2025, 18:00/);
	assert.match((await b.get("/staff/sections?section=BIO5012-01")).say("main"),
		/3 people were registered and may choose another/);
	const again = await b.submit(page, { reason: "too few", request: "another-one-1" },
		{ action: "/staff/sections/close" });
	assert.deepEqual(again.codes, ["already"]);
	assert.equal(value("select count(*) from sojourn.outbox where kind = 'section-closed'"), 3);
	const letter = await mail({ kind: "section-closed" });
	assert.match(letter.text, /3학점 이내/);
	assert.match(letter.text, /2025\. 9\. 11\./);
	const who = student(ids[0]);
	const mine = await who.get("/register");
	assert.equal(row(mine, "BIO5012-01").getAttribute("data-state"), "closed_by_host");
	assert.match(row(mine, "BIO5012-01").text, /too few.*up to 3 credits.*11 Sep 2025, 18:00/s);
	assert.match(mine.say(".page-head"), /for you alone/);
	const other = await who.get("/withdraw");
	assert.equal(row(other, "BIO5012-01").getAttribute("data-state"), "closed_by_host");
	assert.match(row(other, "BIO5012-01").text, /11 Sep 2025, 18:00/);
});

test("those concerned add up to what they lost, others nothing", async () => {
	const one = student(ids[0]);
	// One that overlaps with nothing the student has or asks.
	const free = value(`select s.code from sojourn.section s
		join sojourn.term t on t.id = s.term_id and t.code = '2025-2'
		where s.open_to_exchange and not exists (select
		from sojourn.section_time a join sojourn.section_time b on
		a.slot && b.slot join sojourn.section o on o.id = b.section_id
		where a.section_id = s.id and o.term_id = s.term_id
		and o.code in ('BIO5012-02', 'CHE6022-01')) order by s.code limit 1`);
	assert.deepEqual(results(await enrol(one, ["BIO5012-02", free])),
		[["BIO5012-02", "done"], [free, "credits"]]);
	assert.doesNotMatch((await one.get("/register")).say(".page-head"), /for you alone/);
	const other = student(ids[3]);
	assert.equal((await other.get("/register")).one(
		"form[action='/register/enrol']"), null);
	assert.deepEqual(unsound(), []);
});

test("it ends by itself", async () => {
	const late = student(ids[1]);
	const page = await late.get("/register");
	clock("2025-09-11T18:00:00+09:00");
	const no = await late.submit(page, { section: "BIO5012-02" },
		{ action: "/register/enrol" });
	assert.deepEqual(results(no), [["BIO5012-02", "window"]]);
	assert.match(row(await late.get("/register"), "BIO5012-01").text, /ended on/);
	assert.deepEqual(sql(`select person_id is not null as of, detail ->> 'left' as left
		from sojourn.audit where act = 'substitute-end' order by person_id`)
		.map((r) => r.left), ["0", "3", "3"]);
});
