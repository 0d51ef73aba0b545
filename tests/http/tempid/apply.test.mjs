// /tempid/apply: applying alone (R35, R36, C2, S2, S4).
import { beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, clock, link, mail, mails, reset, sql, value }
	from "../../fixture.mjs";

const person = { university: "CNU", student_no: "202512345",
	name_native: "김민지", name_family: "KIM", name_given: "Minji",
	birth_date: "2001-03-09", level: "MA", status: "enrolled",
	department: "물리학과", email: "minji@cnu.example",
	consent_collect: "1", consent_provide: "1" };
const apply = async (b, values = {}) => b.fill("/tempid/apply?term=2025-2",
	{ ...person, ...values }, { action: "/tempid/apply" });
const found = (no = person.student_no) => sql(`select * from
	sojourn.application where student_no = $1 order by id`, [no]);

beforeEach(async () => {
	await reset();
	clock("apply", { jobs: false });
});

test("R35, R36: applied, confirmed by a POST alone, submitted", async () => {
	const b = new Browser();
	const sent = await apply(b);
	assert.equal(sent.sent.status, 303);
	assert.deepEqual(sent.codes, ["pending"]);
	assert.match(sent.say("main"), /open the link in our mail/i);
	const letter = await mail({ to: person.email, kind: "confirm" });
	assert.doesNotMatch(letter.text, /김민지|202512345/, "S17");

	// A mail scanner follows the link, twice.
	const scanner = new Browser();
	for (let i = 0; i < 2; i++) {
		const seen = await scanner.follow(await scanner.get(link(letter)));
		assert.equal(seen.status, 200);
		assert.doesNotMatch(seen.url, /t=/, "S8: a clean address");
	}
	assert.equal(found()[0].state, "unconfirmed");

	const page = await b.follow(await b.get(link(letter)));
	assert.match(page.say("main"), /202512345/);
	const done = await b.submit(page, {}, { action: "/tempid/confirm" });
	assert.equal(done.sent.status, 303);
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(found()[0].state, "submitted");

	const again = await b.follow(await b.get(link(letter)));
	assert.deepEqual(again.codes, ["already"]);
	const twice = await scanner.submit(await scanner.follow(
		await scanner.get("/tempid/result")), { t: new URL(link(letter))
		.searchParams.get("t") }, { action: "/tempid/result" });
	assert.notEqual(twice.status, 500);
});

test("R36: a POST with the token works without the page before", async () => {
	await apply(new Browser());
	const t = new URL(link(await mail({ kind: "confirm" })))
		.searchParams.get("t");
	const b = new Browser();
	const form = (await b.get("/tempid/result")).form("/tempid/result");
	const answer = await b.post("/tempid/confirm", { t, request: "r".repeat(22),
		csrf: form.fields.find(([k]) => k === "csrf")[1] });
	assert.equal(answer.status, 303);
	assert.equal(found()[0].state, "submitted");
});

test("every error at once, values kept, nothing written", async () => {
	const b = new Browser();
	const page = await apply(b, { birth_date: "2001-02-31", email: "no",
		student_no: "", level: "XX", name_family: "김", previous_id: "E1",
		consent_provide: undefined });
	assert.equal(page.status, 422);
	assert.deepEqual(page.codes, ["invalid"]);
	for (const name of ["birth_date", "email", "student_no", "level",
	    "name_family", "previous_id", "consent_provide"])
		assert.ok(page.one(`#${name}-error`)?.text, name);
	assert.equal(page.one("#birth_date").getAttribute("value"), "2001-02-31");
	assert.equal(page.one("#name_native").getAttribute("value"), "김민지");
	assert.ok(page.one("#consent_collect").hasAttribute("checked"));
	assert.equal(page.one("#university option[selected]")
		.getAttribute("value"), "CNU");
	assert.equal(found().length, 0);
	assert.equal((await mails({ kind: "confirm" })).length, 0);
});

test("R22: a mistyped earlier ID is nobody's, or somebody else's", async () => {
	const page = await apply(new Browser(), { previous_id: "E252000016" });
	assert.equal(page.status, 422, "its last digit does not fit");
	assert.ok(page.one("#previous_id-error")?.text);
	assert.deepEqual((await apply(new Browser(), { previous_id: " e252000015" })).codes, ["pending"]);
});

test("S17: names of jamo become NFC; bidi and zero-width are refused", async () => {
	await apply(new Browser(), { name_native: "김민지".normalize("NFD") });
	assert.equal(found()[0].name_native, "김민지");
	for (const bad of ["김\u202e민지", "김\u200b민지", "a\0b"]) {
		const page = await apply(new Browser(), { name_native: bad });
		assert.equal(page.status, 422);
	}
	assert.equal(found().length, 1);
});

test("R2: on leave, an agreement that ran out, no such university", async () => {
	const leave = await apply(new Browser(), { status: "leave" });
	assert.equal(leave.status, 422);
	assert.ok(leave.codes.includes("ineligible"));
	assert.match(leave.text, /R2/);
	const ended = await apply(new Browser(), { university: "HNU" });
	assert.ok(ended.codes.includes("ineligible"));
	const none = await apply(new Browser(), { university: "NOPE" });
	assert.equal(none.status, 422);
	assert.equal(found().length, 0);
});

test("R6, R7: the host's deadline and a university's own", async () => {
	const own = await apply(new Browser(), { university: "PNU" });
	assert.equal(own.status, 422);
	assert.ok(own.codes.includes("window"));
	assert.match(own.text, /R7/);
	const b = new Browser();
	const form = await b.get("/tempid/apply?term=2025-2");
	clock("2025-08-14T18:00:00+09:00", { jobs: false });
	const late = await b.submit(form, person, { action: "/tempid/apply" });
	assert.equal(late.status, 422, "the window closed between GET and POST");
	assert.ok(late.codes.includes("window"));
	assert.match(late.text, /R6/);
	assert.equal(late.one("#name_native")?.getAttribute("value"), "김민지", "what was typed is not lost");
	assert.equal((await b.get("/tempid/apply?term=2025-2")).one("#name_native"), null);
	assert.equal(found().length, 0);
});

test("C2: a term of lists takes no application of one's own", async () => {
	sql("update sojourn.term set door = 'list' where code = '2025-2'");
	const b = new Browser();
	const page = await b.get("/tempid/apply?term=2025-2");
	assert.equal(page.one("form[action='/tempid/apply']"), null);
	const result = await b.get("/tempid/result");
	const csrf = result.form("/tempid/result").fields
		.find(([k]) => k === "csrf")[1];
	const sent = await b.post("/tempid/apply", { ...person, csrf,
		term: "2025-2" });
	assert.equal(sent.status, 422);
	assert.ok(sent.codes.includes("closed"));
	assert.equal(found().length, 0);
});

test("the same request twice has one effect", async () => {
	const b = new Browser();
	const form = (await b.get("/tempid/apply")).form("/tempid/apply");
	const data = [...form.fields.filter(([k]) => !(k in person)),
		...Object.entries(person)];
	const one = await b.post("/tempid/apply", data);
	const two = await b.post("/tempid/apply", data);
	assert.equal(one.status, 303);
	assert.equal(two.status, 303);
	assert.equal(found().length, 1);
	assert.equal((await b.follow(two)).codes[0], "pending", "the first's result");
});

test("S4: at most three mails a day go to one mailbox", async () => {
	for (let i = 0; i < 5; i++)
		assert.deepEqual((await apply(new Browser())).codes, ["pending"]);
	assert.equal(Number(value(`select count(*) from sojourn.outbox
		where to_address = $1`, [person.email])), 3);
});

test("two at the same moment: one place, the other is looked at (S2)", async () => {
	for (const email of ["one@cnu.example", "two@cnu.example"])
		await apply(new Browser(), { email });
	const pages = [];
	for (const to of ["one@cnu.example", "two@cnu.example"]) {
		const b = new Browser();
		pages.push([b, await b.follow(await b.get(
			link(await mail({ to, kind: "confirm" }))))]);
	}
	const answers = await Promise.all(pages.map(([b, page]) =>
		b.submit(page, {}, { action: "/tempid/confirm" })));
	assert.deepEqual(answers.map((a) => a.codes[0]).sort(),
		["done", "review"]);
	assert.deepEqual(found().map((a) => `${a.state} ${a.identity}`).sort(),
		["submitted doubtful", "withdrawn open"]);
});

test("C32: a link that ran out says how to renew it", async () => {
	await apply(new Browser());
	const letter = await mail({ kind: "confirm" });
	clock("2025-08-17T11:00:00+09:00", { jobs: false });
	const b = new Browser();
	const page = await b.follow(await b.get(link(letter)));
	assert.deepEqual(page.codes, ["expired"]);
	assert.ok(page.one("a[href='/tempid/resend']"));
	const form = (await b.get("/tempid/result")).form("/tempid/result");
	const sent = await b.post("/tempid/confirm", {
		csrf: form.fields.find(([k]) => k === "csrf")[1],
		t: new URL(link(letter)).searchParams.get("t") });
	assert.equal(sent.status, 422);
	assert.ok(sent.codes.includes("expired"));
});

test("a link that nobody made, or half of one", async () => {
	const b = new Browser();
	for (const t of ["x".repeat(43), "short", "%00", "x".repeat(5000)]) {
		const page = await b.follow(await b.get(`/tempid/confirm?t=${t}`));
		assert.equal(page.status, 404);
		assert.deepEqual(page.codes, ["gone"]);
	}
});

test("hostile input is never a 500", async () => {
	const b = new Browser();
	const form = (await b.get("/tempid/apply")).form("/tempid/apply");
	const csrf = form.fields.find(([k]) => k === "csrf")[1];
	for (const bad of ["\0", "x".repeat(60000), "<script>", "' or 1=1 --",
	    "{if}", "\ud800"])
		for (const name of ["university", "student_no", "name_native",
		    "birth_date", "email", "term", "phone", "college"]) {
			const page = await b.post("/tempid/apply",
				{ ...person, csrf, [name]: bad });
			assert.ok([413, 422, 303].includes(page.status),
				`${name}: ${page.status}`);
			assert.doesNotMatch(page.text, /<script>(?!<)/);
		}
	const broken = await b.request("POST", "/tempid/apply", {
		body: `csrf=${encodeURIComponent(csrf)}&name_native=%ff%fe`,
		headers: { "content-type": "application/x-www-form-urlencoded" } });
	assert.equal(broken.status, 422);
	assert.equal((await b.post("/tempid/apply", person)).status, 403, "no csrf");
	assert.equal((await b.request("PUT", "/tempid/apply")).status, 405);
});

test("three languages, one h1, every field labelled", async () => {
	for (const lang of ["ko", "en", "ja"]) {
		const b = new Browser({ lang });
		for (const path of ["apply", "resend", "result", "confirm"]) {
			const page = await b.get(`/tempid/${path}`);
			assert.equal(page.one("html").getAttribute("lang"), lang);
			assert.equal(page.all("h1").length, 1, path);
			for (const e of page.all("main input, main select"))
				if (!["hidden", "radio", "checkbox"].includes(
				    e.getAttribute("type")))
					assert.ok(page.one(`label[for="${
						e.getAttribute("id")}"]`),
						e.getAttribute("name"));
		}
	}
});
