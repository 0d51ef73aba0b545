// First passwords of both policies, resets, changes, contact data (R28, R29, R42).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, as, clock, code, delivered, link, mail, mails, reset, sql, until, value } from "../../fixture.mjs";

before(reset);
const word = "demo-Student-2025", fresh = "three words of mine";
const forget = () => sql("delete from sojourn.attempt;");

// A new person: an account that never had a password.
function newcomer(login, state = "none")
{
	sql(`update sojourn.account set password_state = $2, password_hash = null, password_since = null,
		birthdate_failures = 0, birthdate_until = case when $2 = 'birthdate' then sojourn.now() + interval '7 days' end,
		second_step = 'new-device' where login = $1`, [login, state]);
	return value("select to_char(p.birth_date, 'YYMMDD') from sojourn.account a join sojourn.person p on p.id = a.person_id where a.login = $1", [login]);
}

async function invited(login, kind = "activate")
{
	const since = await delivered();
	sql(`select sojourn.mail($2, a.email, 'en', '{}', a.id, a.person_id) from sojourn.account a where a.login = $1`, [login, kind]);
	return mail({ kind, since });
}

test("R28: the activation link sets a password once, logs in, knows the device", async () => {
	newcomer("E252000015");
	const letter = await invited("E252000015", "id-issued");
	const url = link(letter);
	assert.match(url, /\/account\/activate\?t=[\w-]{43}$/);
	assert.doesNotMatch(letter.text, /password:|asf/i);
	const scanner = new Browser();
	await scanner.follow(await scanner.get(url));
	const b = new Browser();
	const swapped = await b.get(url);
	assert.equal(swapped.status, 303);
	assert.equal(swapped.location, "/account/activate", "S8: the token leaves the address");
	const page = await b.follow(swapped);
	assert.equal(page.status, 200);
	assert.match(page.text, /E252000015/);
	assert.match(page.text, /stored about you/);
	const done = await b.submit(page, { password: fresh, password_again: fresh, email2: "second@home.example" },
		{ action: "/account/activate" });
	assert.equal(done.sent.status, 303);
	assert.match(done.sent.location, /^\/register/);
	assert.equal((await b.get("/account/contact")).status, 200, "logged in");
	b.jar.delete("session");
	const again = await b.fill("/account/login", { login: "E252000015", password: fresh }, { action: "/account/login" });
	assert.match(again.sent.location, /^\/register/, "the device is known");
	assert.equal((await mail({ kind: "email2" })).to, "second@home.example");
	const late = new Browser();
	const used = await late.follow(await late.get(url));
	assert.equal(used.status, 422);
	assert.deepEqual(used.codes, ["gone"]);
	assert.match(used.text, /href="\/account\/reset"/, "says what to do");
	const posted = await scanner.follow(await scanner.get("/account/login"));
	const twice = await scanner.post("/account/activate", { csrf: posted.one("input[name=csrf]").getAttribute("value"),
		t: url.split("t=")[1], password: "another one of mine", password_again: "another one of mine" });
	assert.equal(twice.status, 422);
	assert.deepEqual(twice.codes, ["gone"]);
});

test("a POST with t in its body alone works; the same request again is already", async () => {
	newcomer("E252000023");
	const t = link(await invited("E252000023")).split("t=")[1];
	const b = new Browser();
	const page = await b.get("/account/login");
	const form = { csrf: page.one("input[name=csrf]").getAttribute("value"), request: "request-twice-1", t,
		password: fresh, password_again: fresh, email2: "" };
	const first = await b.post("/account/activate", form);
	assert.equal(first.status, 303);
	const c = new Browser();
	const other = await c.get("/account/login");
	const second = await c.post("/account/activate", { ...form, csrf: other.one("input[name=csrf]").getAttribute("value") });
	assert.equal(second.status, 303);
	assert.equal(c.jar.has("session"), false, "and logs nobody in");
});

test("rules of passwords, each said at its field, nothing written", async () => {
	const birth = newcomer("E252000031");
	const b = new Browser();
	const page = await b.follow(await b.get(link(await invited("E252000031"))));
	for (const password of ["", "short", "password", "Passw0rd!!", "UST2025!", "exchange2025", "12345678", "aaaaaaaaaaaa", "qwertyuiop",
		"E252000031", "xE252000031x", `x${birth}x!`, `20${birth}`, "dkssudgktpdy1", "x".repeat(1100)]) {
		const answer = await b.submit(page, { password, password_again: password }, { action: "/account/activate" });
		assert.equal(answer.status, 422, password.slice(0, 20));
		assert.ok(answer.codes.includes("invalid"));
		assert.ok(answer.say("#password-error").length > 10, password.slice(0, 20));
	}
	const two = await b.submit(page, { password: fresh, password_again: `${fresh}!` }, { action: "/account/activate" });
	assert.ok(two.say("#password_again-error"));
	const bad = await b.submit(page, { password: fresh, password_again: fresh, email2: "a@b@c" }, { action: "/account/activate" });
	assert.ok(bad.say("#email2-error"));
	assert.equal(value("select password_state from sojourn.account where login = 'E252000031'"), "none");
	const fine = await b.submit(page, { password: "비밀번호는길게", password_again: "비밀번호는길게" }, { action: "/account/activate" });
	assert.equal(fine.sent.status, 303, "any letters will do");
});

test("links end, and others open nothing", async () => {
	newcomer("E252000040");
	const url = link(await invited("E252000040"));
	clock("2025-08-28T11:00:00+09:00", { jobs: false });
	const b = new Browser();
	const page = await b.follow(await b.get(url));
	assert.equal(page.status, 422);
	assert.deepEqual(page.codes, ["expired"]);
	clock("apply", { jobs: false });
	for (const t of ["x", "A".repeat(43), "A".repeat(44), "%00", "' or 1=1", "A".repeat(5000)]) {
		const c = new Browser();
		const answer = await c.follow(await c.get(`/account/activate?t=${t}`));
		assert.ok([400, 414, 422].includes(answer.status), `${t}: ${answer.status}`);
	}
	const wrong = new Browser();
	const reset = await wrong.follow(await wrong.get(url.replace("activate", "reset")));
	assert.equal(reset.status, 422, "a link of one kind opens no other page");
});

test("S1: no activation for an account that has a password", async () => {
	const since = await delivered();
	sql(`select sojourn.mail('id-issued', a.email, 'en', '{}', a.id, a.person_id) from sojourn.account a where a.login = 'E252000058'`);
	const letter = await mail({ kind: "id-issued", since });
	assert.doesNotMatch(letter.text, /activate/);
	assert.match(link(letter), /\/account\/login$/);
	assert.match(letter.text, /same as before/);
});

test("S4: asking for a link is answered alike for everybody", async () => {
	const since = await delivered();
	const said = [];
	for (const login of ["E252000066", "e252000066", "E252999990", "nobody@home.example", "academic@ust.example", "x' --"]) {
		const b = new Browser();
		const page = await b.fill("/account/reset", { login }, { action: "/account/reset" });
		assert.equal(page.sent.status, 303);
		assert.deepEqual(page.codes, ["pending"]);
		said.push(page.say(".msg"));
	}
	assert.equal(new Set(said).size, 1);
	assert.equal((await new Browser().fill("/account/reset", { login: "" }, { action: "/account/reset" })).status, 422);
	await mail({ kind: "reset", to: "academic@ust.example", since });
	await until(async () => (await mails({ kind: "reset", since })).length === 3);
	for (let i = 0; i < 5; i++)
		await new Browser().fill("/account/reset", { login: "E252000066" }, { action: "/account/reset" });
	assert.equal(value(`select count(*) from sojourn.outbox o join sojourn.account a on a.id = o.account_id
		where a.login = 'E252000066' and o.kind = 'reset'`), 3, "three mails a day");
	assert.equal(value("select count(*) from sojourn.outbox where state = 'dropped' and to_address = 'nobody@localhost.invalid'") > 0, true);
});

test("R29: a reset sets a password, ends every session and every other link", async () => {
	forget();
	const old = await as("E252000074");
	let since = await delivered();
	const b = new Browser();
	await b.fill("/account/reset", { login: "E252000074" }, { action: "/account/reset" });
	const first = link(await mail({ kind: "reset", since }));
	since = await delivered();
	await b.fill("/account/reset", { login: "E252000074" }, { action: "/account/reset" });
	const second = link(await mail({ kind: "reset", since }));
	const page = await b.follow(await b.get(second));
	assert.equal(new URL(page.url).search, "");
	const done = await b.submit(page, { password: fresh, password_again: fresh }, { action: "/account/reset" });
	assert.match(done.sent.location, /^\/register/);
	assert.equal((await old.get("/account/contact")).status, 303, "the other session ended");
	const c = new Browser();
	assert.equal((await c.follow(await c.get(first))).status, 422, "the other link too");
	assert.deepEqual((await c.fill("/account/login", { login: "E252000074", password: word }, { action: "/account/login" })).codes, ["invalid"]);
	assert.ok(await mail({ kind: "password-changed" }));
});

test("changing the password: the old one is asked, other sessions end, the token changes", async () => {
	forget();
	const a = await as("E252000082"), b = await as("E252000082");
	const before = a.jar.get("session");
	const page = await a.get("/account/password");
	const wrong = await a.submit(page, { current: "not-It-77", password: fresh, password_again: fresh }, { action: "/account/password" });
	assert.equal(wrong.status, 422);
	assert.ok(wrong.say("#current-error"));
	const done = await a.submit(wrong, { current: word, password: fresh, password_again: fresh }, { action: "/account/password" });
	assert.deepEqual(done.codes, ["done"]);
	assert.notEqual(a.jar.get("session"), before);
	assert.equal((await b.get("/account/contact")).status, 303);
	const thief = new Browser();
	thief.jar.set("session", before);
	assert.equal((await thief.get("/account/contact")).status, 303);
	for (let i = 0; i < 7; i++)
		await a.submit(await a.get("/account/password"), { current: "not-It-77", password: fresh, password_again: fresh }, { action: "/account/password" });
	const slow = await a.submit(await a.get("/account/password"), { current: fresh, password: "yet another word", password_again: "yet another word" }, { action: "/account/password" });
	assert.equal(slow.status, 429);
	assert.ok(Number(slow.headers.get("retry-after")) > 0);
	forget();
});

test("R42: telephone at once; an address when its mailbox confirms it; the old one hears of it", async () => {
	forget();
	const b = await as("E252000099");
	const mine = value("select email from sojourn.account where login = 'E252000099'");
	let page = await b.get("/account/contact");
	page = await b.submit(page, { phone: "010-1234-5678" }, { action: "/account/contact" });
	assert.deepEqual(page.codes, ["done"]);
	assert.equal(value("select p.phone from sojourn.account a join sojourn.person p on p.id = a.person_id where a.login = 'E252000099'"), "010-1234-5678");
	const bare = await b.submit(page, { email: "new@home.example" }, { action: "/account/contact" });
	assert.equal(bare.status, 422);
	assert.ok(bare.say("#current-error"));
	const since = await delivered();
	page = await b.submit(page, { email: "new@home.example", current: word }, { action: "/account/contact" });
	assert.deepEqual(page.codes, ["pending"]);
	assert.match(page.text, /new@home\.example waits/);
	assert.equal(value("select email from sojourn.account where login = 'E252000099'"), mine, "nothing changed yet");
	const letter = await mail({ kind: "email-change", since });
	assert.equal(letter.to, "new@home.example");
	const phone = new Browser();
	const confirm = await phone.follow(await phone.get(link(letter)));
	assert.equal(confirm.status, 200);
	assert.equal(value("select email from sojourn.account where login = 'E252000099'"), mine, "a GET changes nothing");
	const done = await phone.submit(confirm, {}, { action: "/account/email" });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(done.status, 200);
	assert.equal(value("select email from sojourn.account where login = 'E252000099'"), "new@home.example");
	assert.equal((await mail({ kind: "email-changed", since })).to, mine);
	const twice = await phone.follow(await phone.get(link(letter)));
	assert.equal(twice.status, 422);
	assert.deepEqual(twice.codes, ["gone"]);
	for (const [field, bad] of [["email", "x"], ["email", "a@b@c.de"], ["email", ""], ["email2", "a b@c.de"], ["phone", "call me"], ["speaks", "fr"],
		["email", "a@home.example\r\nBcc: x@evil.example"]])
		assert.equal((await b.submit(await b.get("/account/contact"), { [field]: bad, current: word }, { action: "/account/contact" })).status, 422, `${field} ${bad}`);
});

test("the second address counts after it is confirmed, and can reset the password", async () => {
	const b = await as("E252000103");
	let since = await delivered();
	await b.submit(await b.get("/account/contact"), { email2: "backup@home.example", current: word }, { action: "/account/contact" });
	const letter = await mail({ kind: "email2", since });
	since = await delivered();
	await new Browser().fill("/account/reset", { login: "backup@home.example" }, { action: "/account/reset" });
	const c = new Browser();
	await c.submit(await c.follow(await c.get(link(letter))), {}, { action: "/account/email" });
	await new Browser().fill("/account/reset", { login: "backup@home.example" }, { action: "/account/reset" });
	const sent = await mail({ kind: "reset", since });
	assert.equal(sent.to, "backup@home.example");
	assert.equal((await mails({ kind: "reset", since })).length, 1, "not before it was confirmed");
});

test("R28, S3: birth-date passwords: right and wrong get the same page; code; own password", async () => {
	forget();
	sql("update sojourn.rule_value set value = 'birthdate-suffix' where key = 'initial_password'");
	const birth = newcomer("E252000111", "birthdate");
	const pages = [];
	let since = await delivered();
	for (const [login, password] of [["E252000111", `${birth}asX`], ["E252999990", "990309asf"], ["E252000111", `${birth}asf`]]) {
		const b = new Browser();
		const page = await b.fill("/account/login", { login, password }, { action: "/account/login" });
		assert.equal(page.sent.location, "/account/code");
		// The demo's banner has the minute, which may end meanwhile.
		pages.push({ b, page, text: page.text.replace(/(value|data-now)="[^"]*"/g, "")
			.replace(/<aside class="demo[^]*?<\/aside>/, "") });
	}
	assert.equal(new Set(pages.map((p) => p.text)).size, 1, "same bytes");
	const letter = await mail({ kind: "login-code", since });
	assert.equal((await mails({ kind: "login-code", since })).length, 1, "one mail, to the right one");
	const { b, page } = pages[2];
	const dud = await pages[0].b.submit(pages[0].page, { code: code(letter) }, { action: "/account/code" });
	assert.deepEqual(dud.codes, ["invalid"]);
	const set = await b.submit(page, { code: code(letter) }, { action: "/account/code" });
	assert.equal(new URL(set.url).pathname, "/account/activate");
	assert.equal(b.jar.has("session"), false, "not before a password of one's own");
	const done = await b.submit(set, { password: fresh, password_again: fresh }, { action: "/account/activate" });
	assert.match(done.sent.location, /^\/register/);
	assert.equal(value("select password_state from sojourn.account where login = 'E252000111'"), "set");
	const again = await new Browser().fill("/account/login", { login: "E252000111", password: `${birth}asf` }, { action: "/account/login" });
	assert.equal(again.status, 422, "it died with its first use");
	since = await delivered();
	assert.ok(since);
});

test("S3: five failures or seven days kill it; one date on many IDs is seen", async () => {
	forget();
	const birth = newcomer("E252000120", "birthdate");
	const trial = (login, password) => new Browser().fill("/account/login", { login, password }, { action: "/account/login" });
	for (let i = 0; i < 5; i++)
		await trial("E252000120", "000101asf");
	assert.equal(value("select password_state from sojourn.account where login = 'E252000120'"), "none");
	let since = await delivered();
	assert.equal((await trial("E252000120", `${birth}asf`)).sent.location, "/account/code", "the same page still");
	const late = newcomer("E252000138", "birthdate");
	sql("update sojourn.account set birthdate_until = sojourn.now() - interval '1 minute' where login = 'E252000138'");
	await trial("E252000138", `${late}asf`);
	forget();
	const spray = newcomer("E252000146", "birthdate");
	sql("insert into sojourn.attempt (what, subject, address) select 'birthdate', 'E' || g, '127.0.0.1' from generate_series(1, 30) g;");
	await trial("E252000146", `${spray}asf`);
	await new Promise((resolve) => setTimeout(resolve, 1500));
	assert.equal((await mails({ kind: "login-code", since })).length, 0, "no code for any of them");
	forget();
	since = await delivered();
	await trial("E252000146", `${spray}asf`);
	await mail({ kind: "login-code", since });
	sql("update sojourn.rule_value set value = 'activation-link' where key = 'initial_password'");
});

test("what is stored, to read and to take along; corrections", async () => {
	const b = await as("E252000154");
	const page = await b.get("/account/data");
	assert.equal(page.status, 200);
	assert.match(page.text, /E252000154/);
	const json = await b.get("/account/data.json");
	assert.match(json.headers.get("content-disposition"), /attachment/);
	const data = JSON.parse(json.text);
	assert.equal(data.person[0].login, "E252000154");
	assert.equal(data.places.length, 1);
	assert.doesNotMatch(json.text, /password_hash|argon2/);
	const asked = await b.fill("/account/corrections", { field: "department", value: "화학과", reason: "It changed." }, { action: "/account/corrections" });
	assert.deepEqual(asked.codes, ["pending"]);
	assert.match(asked.text, /화학과/);
	assert.deepEqual((await b.submit(asked, { field: "department", value: "물리학과", reason: "x" }, { action: "/account/corrections" })).codes, ["duplicate"]);
	for (const values of [{ field: "login", value: "x", reason: "x" }, { field: "college", value: "", reason: "x" },
		{ field: "college", value: "a\u202eb", reason: "x" }, { field: "college", value: "x", reason: "" }])
		assert.equal((await b.submit(asked, values, { action: "/account/corrections" })).status, 422, JSON.stringify(values));
	const staff = await as("academic");
	assert.deepEqual((await staff.fill("/account/corrections", { field: "college", value: "x", reason: "x" }, { action: "/account/corrections" })).codes, ["ineligible"]);
	assert.equal((await new Browser().get("/account/data.json")).status, 303);
});
