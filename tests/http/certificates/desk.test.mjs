// R112, R108: student affairs verify expected degrees, revoke, and correct what
// is wrong; the person sees each step.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Browser, clock, code, delivered, mail, reset, sql } from "../../fixture.mjs";
import { bare, scanned } from "../documents/paper.mjs";
import { desk } from "../staff/desk.mjs";
import { ask, enter, holder, issue, issued, own, record, settled } from "./step.mjs";

before(async () => { await reset(); clock("apply", { jobs: false }); });

// Sends what a form of the desk would send, also when it is not there any more.
async function decide(b, values)
{
	const page = await b.get("/staff/certificates");
	const csrf = page.one("[name=csrf]").getAttribute("value");
	return b.follow(await b.post("/staff/certificates", { csrf,
		request: page.one("[name=request]").getAttribute("value"), ...values }));
}
const step = async (b) => (await b.get("/certificates")).one("[data-step]")?.getAttribute("data-step");
// The number of the wish that somebody waits for.
const waiting = (page, name) => page.all("[data-wish]").find((c) => c.text.includes(name)).getAttribute("data-wish");
// The verdict of /verify for the code on the paper.
async function verdict(pdf)
{
	const page = await new Browser().get(new URL(scanned(pdf.bytes)[0]).pathname);
	return page.one("[data-outcome]")?.getAttribute("data-outcome");
}

// Has the code mailed for a wish that was approved, and enters it.
async function confirm(b, login)
{
	const since = await delivered();
	const page = await b.submit(await b.get("/certificates/code"), { act: "again" }, { action: "/certificates/code" });
	const letter = await mail({ kind: "step-up-code", since });
	return enter(b, page, code(letter));
}

test("R112: expected degree waits for student affairs, then for the code", async () => {
	const b = holder(own.expected), affairs = desk("affairs");
	const since = await delivered();
	const page = await ask(b, "expected-degree", "en", 1);
	assert.deepEqual(page.codes, ["pending"]);
	assert.equal(await step(b), "review");
	assert.deepEqual(issued(own.expected), []);
	assert.match((await affairs.get("/staff")).text, /Certificates to verify/);
	const twice = await ask(b, "expected-degree", "en", 1);
	assert.deepEqual([twice.status, twice.codes], [422, ["duplicate"]]);
	const wish = waiting(await affairs.get("/staff/certificates"), "이준우");
	await assert.rejects(confirm(b, own.expected), /no form/, "no code before that");
	const bare_ = await decide(affairs, { wish, decision: "refuse" });
	assert.deepEqual([bare_.status, bare_.codes], [422, ["invalid"]]);
	const done = await decide(affairs, { wish, decision: "verify" });
	assert.deepEqual(done.codes, ["done"]);
	await mail({ kind: "certificate-decided", since });
	assert.equal(await step(b), "approved");
	assert.doesNotMatch((await b.get("/certificates")).text, /We mailed a code/, "none was mailed yet");
	assert.deepEqual((await decide(affairs, { wish, decision: "verify" })).codes, ["gone"]);
	assert.deepEqual((await confirm(b, own.expected)).codes, ["done"]);
	const [d] = await settled(own.expected);
	assert.deepEqual([d.kind, d.state], ["expected-degree", "valid"]);
	assert.ok(bare((await b.get(`/documents/${d.serial}.pdf`)).bytes).includes("20February2026"));
});

test("R112: refused, with a reason in the reader's language", async () => {
	const b = holder(own.expected), affairs = desk("affairs");
	await ask(b, "expected-degree", "ja");
	const wish = waiting(await affairs.get("/staff/certificates"), "이준우");
	assert.deepEqual((await decide(affairs, { wish, decision: "refuse", reason: "논문 심사 전입니다.",
		reason_en: "The thesis is not examined yet." })).codes, ["done"]);
	const page = await b.get("/certificates");
	assert.equal(page.one("[data-step]").getAttribute("data-step"), "refused");
	assert.match(page.text, /논문 심사 전입니다/);
});

test("R108: a report opens a case; declined with an answer, or corrected", async () => {
	const b = holder(own.graduated), affairs = desk("affairs");
	await issue(b, own.graduated, "degree", "en");
	const [old] = await settled(own.graduated);
	const before = await b.get(`/documents/${old.serial}.pdf`);
	const report = async (words, serial = old.serial) => b.submit(await b.get("/certificates"),
		{ serial, what: "study", words }, { action: "/certificates/report" });
	assert.deepEqual((await report("")).codes, ["invalid"]);
	assert.deepEqual((await report("x".repeat(2001))).codes, ["invalid"]);
	assert.deepEqual((await report("The department is Astrophysics.")).codes, ["pending"]);
	assert.equal(sql(`select to_char(due_at at time zone 'Asia/Seoul', 'YYYY-MM-DD HH24:MI') as due
		from sojourn.certificate_case order by id desc limit 1`)[0].due, "2025-08-20 18:00",
	"three working days by the clock of windows, over a holiday and a week-end");
	await assert.rejects(report("once more"), /no form/, "one case at a time");
	const id = (await affairs.get("/staff/certificates")).one("[data-case]").getAttribute("data-case");
	assert.match((await affairs.get("/staff/certificates")).text, /The department is Astrophysics/);
	const same = await decide(affairs, { case: id, decision: "correct" });
	assert.deepEqual([same.status, same.codes], [422, ["changed"]], "the record is not corrected yet");
	record(own.graduated, { department_en: "Astrophysics" });
	assert.match((await affairs.get("/staff/certificates")).say(".diff"), /Astronomy and Space Science.*Astrophysics/);
	assert.deepEqual((await decide(affairs, { case: id, decision: "correct" })).codes, ["done"]);
	assert.equal(await step(b), "approved");
	assert.equal(await verdict(before), "valid", "until the corrected one is there");
	assert.deepEqual((await confirm(b, own.graduated)).codes, ["done"]);
	const all = await settled(own.graduated);
	assert.deepEqual(all.map((d) => d.state), ["superseded", "valid"]);
	assert.equal(await verdict(before), "superseded");
	assert.ok(bare((await b.get(`/documents/${all[1].serial}.pdf`)).bytes).includes("Astrophysics"));
	assert.equal((await affairs.get("/staff/certificates")).one("[data-case]").getAttribute("data-state"), "done");
	await b.submit(await b.get("/certificates"), { serial: all[1].serial, what: "other", words: "?" },
		{ action: "/certificates/report" });
	const next = (await affairs.get("/staff/certificates")).one("[data-case]").getAttribute("data-case");
	assert.deepEqual((await decide(affairs, { case: next, decision: "decline", reason: "오류가 없습니다.",
		reason_en: "Nothing is wrong." })).codes, ["done"]);
	assert.match((await b.get("/certificates")).text, /Nothing is wrong\.|오류가 없습니다/);
});

test("revoked with its reason in two languages: /verify and the owner know", async () => {
	const b = holder(own.graduated), affairs = desk("affairs");
	const serial = issued(own.graduated).at(-1).serial;
	const pdf = await b.get(`/documents/${serial}.pdf`);
	assert.deepEqual((await decide(affairs, { serial, decision: "revoke", reason: "잘못 발급됨" })).codes, ["invalid"]);
	assert.deepEqual((await decide(affairs, { serial, decision: "revoke", reason: "잘못 발급됨",
		reason_en: "Issued in error" })).codes, ["done"]);
	const said = await new Browser({ lang: "en" }).get(new URL(scanned(pdf.bytes)[0]).pathname);
	assert.deepEqual(said.codes, ["revoked"]);
	assert.match(said.say("main"), /Holds no longer since\s*\w+ 1\d Aug 2025/, "by the clock of the day on the document");
	const page = await b.get("/certificates");
	assert.equal(page.one(`[data-serial=${serial}]`).getAttribute("data-state"), "revoked");
	assert.match(page.text, /Issued in error/);
	assert.equal((await mail({ kind: "certificate-decided", to: "misaki.takahashi@student.ust.example" })).kind,
		"certificate-decided");
	assert.deepEqual((await decide(affairs, { serial, decision: "reissue" })).codes, ["gone"]);
});

test("search by serial, name and number; not for others", async () => {
	const affairs = desk("affairs");
	for (const q of [issued(own.expected)[0].serial, "이준우", "junwoo", own.expected]) {
		const found = (await affairs.get(`/staff/certificates?q=${encodeURIComponent(q)}`)).all("li[data-serial]");
		assert.equal(found.length, 1, q);
	}
	assert.equal((await affairs.get("/staff/certificates?q=%25")).all("li[data-serial]").length, 0);
	for (const login of ["academic", "auditor"])
		assert.equal((await desk(login).get("/staff/certificates")).status, 403);
	assert.equal(sql(`select count(*)::int as n from sojourn.audit where act = 'certificate-revoke'
		and outcome = 'done'`)[0].n, 1);
});
