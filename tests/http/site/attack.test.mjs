// What somebody would try who means it: an account in another person's name,
// codes guessed side by side, a stranger locked out, a session brought along.
import { beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import { Browser, base, clock, code, file, link, mail, mails, passwords, reset, sql, value } from "../../fixture.mjs";
import { desk } from "../staff/desk.mjs";

beforeEach(async () => {
	await reset();
	clock("apply", { jobs: false });
});

const victim = { university: "CNU", student_no: "202577001", name_native: "한아름", name_family: "HAN",
	name_given: "Areum", birth_date: "2001-03-09", level: "MA", status: "enrolled", department: "화학과",
	consent_collect: "1", consent_provide: "1" };

// The attacker knows everything about the victim and has a mailbox of his own.
async function imposture(email = "thief@evil.example")
{
	const b = new Browser();
	await b.fill("/tempid/apply?term=2025-2", { ...victim, email }, { action: "/tempid/apply" });
	const letter = await mail({ kind: "confirm", to: email });
	return b.submit(await b.follow(await b.get(link(letter))), {}, { action: "/tempid/confirm" });
}

async function list(email = "areum@cnu.example")
{
	const b = desk("cnu");
	const page = await b.fill("/partner/upload", { letter_no: "CNU-1", letter_date: "2025-08-13",
		letter: file("letter.pdf", "%PDF-1.4\n%%EOF\n", "application/pdf"),
		list: file("list.csv", "학번,성명,영문성명,생년월일,과정,학과,이메일\n" +
		`${victim.student_no},${victim.name_native},HAN AREUM,${victim.birth_date},석사,화학과,${email}\n`) },
	{ action: "/partner/upload" });
	return b.submit(page, { decision: "commit" }, { action: "/partner/upload" });
}

const all = () => sql("select id, state, recommendation, email from sojourn.application where student_no = $1", [victim.student_no]);
async function carryOn()
{
	const dean = desk("cnu.dean"), academic = desk("academic");
	for (const { id } of all()) {
		const page = await dean.get("/partner/recommend");
		const form = page.form("/partner/recommend").fields.filter(([k]) => ["csrf", "request"].includes(k));
		await dean.post("/partner/recommend", [...form, ["application", id], ["decision", "recommend"]]);
		await academic.fill("/staff/applications?term=2025-2", { application: id, decision: "approve" }, { action: "/staff/applications" });
	}
	return academic.fill("/staff/issue", {}, { action: "/staff/issue" });
}
const keys = async (to) => (await mails({ to })).filter((m) => ["id-issued", "activate"].includes(m.kind)).length +
	value(`select count(*)::int from sojourn.outbox where to_address = $1 and kind in ('id-issued', 'activate')
		and state <> 'dropped'`, [to]);

for (const first of ["the attacker", "the university"])
	test(`S2: in another's name, ${first} first: nobody gets an ID before the university has settled it`, async () => {
		if (first === "the attacker") {
			await imposture();
			await list();
		} else {
			await list();
			await imposture();
		}
		await carryOn();
		assert.equal(await keys("thief@evil.example"), 0, JSON.stringify(all()));
		assert.equal(all().filter((a) => a.state === "approved").length, 1, "approved, and not issued");
		const [kept] = all().filter((a) => a.state !== "withdrawn");
		const page = await desk("cnu").get(`/partner/students/${kept.id}`);
		for (const address of ["thief@evil.example", "areum@cnu.example"])
			assert.match(page.text, new RegExp(address), "the university sees both");
	});

test("S1: in the name of somebody with an account: the mail with the ID goes to the account alone", async () => {
	const known = sql(`select s.student_no as number, u.code, p.name_native, p.birth_date::text, c.email, c.login
		from sojourn.account c join sojourn.person p on p.id = c.person_id
		join sojourn.student s on s.person_id = p.id join sojourn.university u on u.id = s.university_id
		join sojourn.temporary_id i on i.person_id = p.id join sojourn.term t on t.id = i.term_id
		where t.code = '2018-1' and c.email <> '' limit 1`)[0];
	if (known !== undefined) {
		Object.assign(victim, { university: known.code, student_no: known.number, name_native: known.name_native,
			birth_date: known.birth_date });
		await imposture();
		await carryOn();
		assert.equal(await keys("thief@evil.example"), 0);
		assert.equal(value("select email from sojourn.account where login = $1", [known.login]), known.email);
	}
	assert.ok(known, "the demo has a returning person");
});

test("S5: wrong codes of logins opened side by side are counted for the account", async () => {
	const id = value("select id from sojourn.account where login = 'cnu'");
	const opened = Array.from({ length: 9 }, () => randomBytes(32).toString("base64url"));
	const right = createHash("sha256").update(Buffer.concat([createHash("sha256").update(opened[8]).digest(),
		Buffer.from("123456")])).digest();
	for (const token of opened)
		sql("insert into sojourn.login_attempt (token_hash, account_id, purpose, next, code_hash) values ($1, $2, 'login', '', $3)",
			[createHash("sha256").update(token).digest(), id, right]);
	const b = new Browser();
	await b.get("/account/login");
	for (const token of opened) {
		b.jar.set("attempt", token);
		for (let i = 0; i < 5 && token !== opened[8]; i++)
			await b.fill("/account/code", { code: "000000" }, { action: "/account/code" }).catch(() => {});
	}
	assert.equal(value("select count(*)::int from sojourn.attempt where what = 'code' and subject = 'cnu'"), 30);
	b.jar.set("attempt", opened[8]);
	const last = await b.fill("/account/code", { code: "123456" }, { action: "/account/code" });
	assert.deepEqual(last.codes.slice(0, 1), ["expired"], "even the right one");
	assert.equal(b.jar.has("session"), false);
});

// A form sent from another address of this machine.
function login(from, values, cookie)
{
	const { hostname, port } = new URL(base);
	return new Promise((resolve, reject) => {
		const r = request({ hostname, port, path: "/account/login", method: "POST", localAddress: from,
			headers: { "content-type": "application/x-www-form-urlencoded", origin: base, cookie } },
		(answer) => { answer.resume(); resolve(answer.statusCode); });
		r.on("error", reject);
		r.end(new URLSearchParams(values).toString());
	});
}

test("S5: a stranger's failures lock nobody out", async () => {
	const b = new Browser();
	const form = Object.fromEntries((await b.get("/account/login")).form("/account/login").fields);
	const answers = [];
	for (let i = 0; i < 8; i++)
		answers.push(await login("127.0.0.7", { ...form, login: "cnu", password: `wrong wrong ${i}` }, b.cookie));
	assert.equal(answers.at(-1), 429, "the stranger has to wait");
	assert.equal(await login("127.0.0.8", { ...form, login: "cnu", password: passwords.cnu }, b.cookie), 303, "the owner has not");
});

test("S21: nobody chooses the address that limits count", async () => {
	const b = new Browser({ headers: { "x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9", forwarded: "for=203.0.113.9" } });
	await b.fill("/account/login", { login: "cnu", password: "wrong and wrong" }, { action: "/account/login" });
	assert.deepEqual(sql("select address from sojourn.attempt where subject = 'cnu'"), [{ address: "127.0.0.1" }]);
});

test("S6: a session or a pre-login cookie that was brought along is worth nothing after the login", async () => {
	const b = new Browser();
	const brought = "A".repeat(43);
	b.jar.set("session", brought);
	b.jar.set("pre", "B".repeat(22));
	const page = await b.fill("/account/login", { login: "cnu", password: passwords.cnu }, { action: "/account/login" });
	await b.submit(page, { code: code(await mail({ kind: "login-code" })) }, { action: "/account/code" });
	assert.notEqual(b.jar.get("session"), brought);
	const old = b.jar.get("session");
	const thief = new Browser();
	thief.jar.set("session", brought);
	assert.equal((await thief.get("/partner/upload")).status, 303);
	assert.equal((await b.get("/partner/upload")).status, 200);
	await b.fill("/account/contact", {}, { action: "/account/logout" });
	b.jar.set("session", old);
	assert.equal((await b.get("/partner/upload")).status, 303, "and the own one not after the logout");
});

test("S8: next leads to a page of ours or nowhere", async () => {
	for (const next of ["//evil.example", "/\\evil.example", "https://evil.example/", "/%2fevil.example", "/courses/..//evil.example",
		"/account/login\r\nX: y", "/%0d%0aX:y", "javascript:alert(1)", "/nowhere", "///", "/courses?x=%0aSet-Cookie:a"]) {
		const page = await new Browser().fill(`/account/login?next=${encodeURIComponent(next)}`,
			{ login: "E252000015", password: "demo-Student-2025", next }, { action: "/account/login", follow: false });
		const to = page.location ?? "";
		assert.doesNotMatch(to, /evil|nowhere|Set-Cookie/, next);
		assert.ok(page.status === 422 || /^\/[a-z]/.test(to), `${next}: ${page.status} ${to}`);
	}
});

test("S8: a link of a mail works once, and its token stays in no address", async () => {
	await new Browser().fill("/account/reset", { login: "cnu" }, { action: "/account/reset" });
	const letter = await mail({ kind: "reset" });
	const b = new Browser(), words = { password: "orange piano lantern", password_again: "orange piano lantern" };
	const form = await b.follow(await b.get(link(letter)));
	assert.doesNotMatch(form.url, /t=/);
	assert.equal((await b.submit(form, words, { action: "/account/reset", follow: false })).status, 303);
	const again = new Browser();
	const used = await again.follow(await again.get(link(letter)));
	assert.equal(used.status, 422);
	assert.deepEqual(used.codes, ["gone"]);
});
