// R2: seats of a section that are agreed with a university: set by staff or by a
// file, shown in the catalogue and to the student, kept by the decision.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { Browser, clock, reset, sql } from "../../fixture.mjs";
import { sojourn } from "../cli/sojourn.mjs";
import { results, student } from "../register/student.mjs";
import { desk } from "./desk.mjs";

let b, cnu, kaist;
const of = (code) => sql(`select i.id from sojourn.temporary_id i
	join sojourn.registration_right r on r.person_id = i.person_id
	join sojourn.university u on u.id = r.university_id and u.code = $1
	join sojourn.term t on t.id = r.term_id and t.code = '2025-2'
	order by i.serial limit 3`, [code]).map((r) => r.id);
const enrol = async (who, section) => who.submit(await who.get("/register"),
	{ section }, { action: "/register/enrol" });
const set = async (values) => b.submit(
	await b.get("/staff/sections?term=2025-2&section=BIO5012-01"), values,
	{ action: "/staff/sections/quota" });
const agreed = () => sql(`select u.code, q.seats, q.taken from sojourn.section_quota q
	join sojourn.university u on u.id = q.university_id
	join sojourn.section s on s.id = q.section_id and s.code = 'BIO5012-01'
	order by u.code`).map((r) => `${r.code} ${r.taken}/${r.seats}`);

before(async () => {
	await reset();
	clock("register", { jobs: false });
	b = desk("academic");
	[cnu, kaist] = [of("CNU"), of("KAIST")];
});

test("R2: staff agree seats; wrong values are told at their field", async () => {
	const done = await set({ university: "CNU", seats: "1" });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	assert.match(done.say("tr[data-quota='CNU']"), /0 \/ 1/);
	assert.deepEqual((await set({ university: "CNU", seats: "1" })).codes, ["already"]);
	for (const [values, field] of [[{ university: "", seats: "1" }, "university"],
		[{ university: "NOPE", seats: "1" }, "university"], [{ university: "CNU", seats: "many" }, "seats"],
		[{ university: "CNU", seats: "-1" }, "seats"]]) {
		const bad = await set(values);
		assert.equal(bad.status, 422, JSON.stringify(values));
		assert.ok(bad.one(`#${field}-error`), JSON.stringify(values));
	}
	assert.deepEqual(agreed(), ["CNU 0/1"]);
});

test("R2: the student and the catalogue see them, the decision keeps them", async () => {
	const first = student(cnu[0]);
	assert.match((await first.get("/register")).say("tr#BIO5012-01"), /exchange seats of your university: 0 of 1/);
	assert.doesNotMatch((await student(kaist[0]).get("/register")).say("tr#BIO5012-01"), /exchange seats/);
	const late = student(cnu[1]);
	const page = await late.get("/register");
	assert.deepEqual(results(await enrol(first, "BIO5012-01")), [["BIO5012-01", "done"]]);
	const no = await late.submit(page, { section: "BIO5012-01" }, { action: "/register/enrol" });
	assert.equal(no.status, 422);
	assert.deepEqual(results(no), [["BIO5012-01", "quota"]]);
	assert.match(no.outcomes[0].text, /R2/);
	assert.deepEqual(results(await enrol(student(kaist[0]), "BIO5012-01")), [["BIO5012-01", "done"]]);
	const anyone = new Browser({ lang: "en" });
	assert.match((await anyone.get("/courses/BIO5012-01")).say("main"), /Chungnam National University 1 \/ 1/);
	assert.match((await anyone.get("/courses?q=BIO5012")).say("table"), /exchange seats: 1/);
	const below = await set({ university: "CNU", seats: "0" });
	assert.equal(below.status, 422);
	assert.deepEqual(below.codes, ["quota"]);
	assert.match(below.outcomes[0].text, /One student of this university holds/);
});

test("R2: from a file: exactly what it names; odd values stop the row", () => {
	const folder = mkdtempSync(`${tmpdir()}/sojourn-quota-`);
	const run = (cell) => {
		writeFileSync(`${folder}/f.csv`, `교과목코드,분반,대학별 정원\r\nBIO5012,1,"${cell}"\r\n`);
		return sojourn(["import", "courses", `${folder}/f.csv`, "--term", "2025-2"]);
	};
	assert.equal(run("CNU 3; KAIST: 2").status, 0);
	assert.deepEqual(agreed(), ["CNU 1/3", "KAIST 1/2"]);
	assert.match(run("CNU 3, KAIST 2").out, /same: 1/);
	for (const bad of ["NOPE 3", "CNU", "CNU -3", "CNU 0", "CNU 3; x y z"])
		assert.notEqual(run(bad).status, 0, bad);
	assert.deepEqual(agreed(), ["CNU 1/3", "KAIST 1/2"]);
	assert.equal(run("KAIST 5").status, 0);
	assert.deepEqual(agreed(), ["KAIST 1/5"]);
	assert.equal(run("-").status, 0);
	assert.deepEqual(agreed(), []);
	assert.equal(sql("select * from cli_api.doctor_seats()").length, 0);
});

test("a seat that comes free in a full section opens later", async () => {
	const code = "CHE6022-01";
	const card = () => b.get(`/staff/sections?term=2025-2&section=${code}`);
	const bad = await b.submit(await card(), { minutes: "1441" }, { action: "/staff/sections/delay" });
	assert.equal(bad.status, 422);
	assert.ok(bad.one("#minutes-error"));
	const done = await b.submit(await card(), { minutes: "10" }, { action: "/staff/sections/delay" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(done.one("#minutes").getAttribute("value"), "10");
	sql(`update sojourn.section_seat f set capacity = 1 from sojourn.section s
		where s.id = f.section_id and s.code = $1 and f.taken = 0`, [code]);
	const [one, two] = [student(cnu[1]), student(cnu[2])];
	const page = await two.get("/register");
	assert.deepEqual(results(await enrol(one, code)), [[code, "done"]]);
	await one.submit(await one.get("/register"), { section: code }, { action: "/register/cancel" });
	const again = () => two.submit(page, { section: code, request: `later-${Math.random()}`
		.replace(".", "-") }, { action: "/register/enrol" });
	assert.deepEqual(results(await again()), [[code, "full"]]);
	assert.match((await card()).say("[data-later]"), /One seat opens later/);
	assert.match((await new Browser({ lang: "en" }).get(`/courses/${code}`)).say("[data-later]"), /within 10 minutes/);
	clock("2025-08-18T09:12:00+09:00");
	assert.deepEqual(results(await again()), [[code, "done"]]);
	assert.equal(sql("select * from cli_api.doctor_seats()").length, 0);
});
