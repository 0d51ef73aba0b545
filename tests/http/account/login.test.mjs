// Logging in: passwords, the second step, limits, next, sessions (S5 to S8).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, as, base, code, delivered, mail, reset, setCookies, sql, value } from "../../fixture.mjs";

before(reset);
const student = "E252000015", word = "demo-Student-2025";
const form = { action: "/account/login" };
const forget = () => sql("delete from sojourn.attempt;");

test("a right password: 303 home, a new session cookie that scripts cannot read", async () => {
	const b = new Browser();
	const page = await b.get("/account/login");
	assert.equal(page.status, 200);
	const answer = await b.submit(page, { login: student, password: word }, { ...form, follow: false });
	assert.equal(answer.status, 303);
	assert.equal(answer.location, "/register");
	const cookie = setCookies(answer.headers).find((c) => c.startsWith("session="));
	assert.match(cookie, /; Path=\/; HttpOnly; SameSite=Lax/);
	assert.equal(value("select count(*) from sojourn.session where token_hash = sha256($1::text::bytea)",
		[b.jar.get("session")]), 1, "stored hashed");
	assert.deepEqual(value("select programs from sojourn.session order by id desc limit 1"),
		["account", "register", "withdraw", "grades", "letters", "certificates",
		 "documents"]);
});

test("the login is found in small letters and with spaces", async () => {
	const b = new Browser();
	await b.login(" e252000015 ", word);
	assert.ok(b.jar.has("session"));
});

test("wrong and unknown: the same 422, the same words; the password never comes back", async () => {
	const said = [];
	for (const login of [student, "E252000023", "nobody", "admin", "E99900001x", "' or 1=1 --", "김민지", "a".repeat(100)]) {
		const b = new Browser();
		const page = await b.fill("/account/login", { login, password: "wrong-Word-77" }, form);
		assert.equal(page.status, 422, login);
		assert.deepEqual(page.codes, ["invalid"]);
		said.push(page.say(".msg"));
		assert.doesNotMatch(page.text, /wrong-Word-77/);
		assert.equal(b.jar.has("session"), false);
	}
	assert.equal(new Set(said).size, 1);
	forget();
});

test("bad input is said at its field, never a 500", async () => {
	const b = new Browser();
	for (const [login, password] of [["", ""], [student, ""], ["", word], ["x\0y", word], [student, "x".repeat(5000)],
		["\u0007bell", word], ["l".repeat(5000), word]]) {
		const page = await b.fill("/account/login", { login, password }, form);
		assert.equal(page.status, 422, JSON.stringify([login.slice(0, 9), password.slice(0, 9)]));
		assert.ok(page.codes.includes("invalid"));
	}
	const raw = await b.request("POST", "/account/login", { body: "login=%ff%fe&password=%00%00",
		headers: { "content-type": "application/x-www-form-urlencoded", origin: base } });
	assert.equal(raw.status, 403, "no form token");
	assert.equal((await b.request("PUT", "/account/login")).status, 405);
	forget();
});

test("S7: no form token, a foreign one, another site: 403", async () => {
	const a = new Browser(), b = new Browser();
	const mine = await a.get("/account/login");
	await b.get("/account/login");
	const csrf = mine.one("input[name=csrf]").getAttribute("value");
	for (const token of ["", "x", csrf, undefined])
		assert.equal((await b.post("/account/login", { login: student, password: word, csrf: token })).status, 403);
	assert.equal((await a.post("/account/login", { login: student, password: word, csrf },
		{ headers: { origin: "https://evil.example" } })).status, 403);
	assert.equal((await a.post("/account/login", { login: student, password: word, csrf },
		{ headers: { "sec-fetch-site": "cross-site" } })).status, 403);
});

test("S6: a planted session cookie is not taken over; the old session ends", async () => {
	const b = new Browser();
	b.jar.set("session", "A".repeat(43));
	await b.login(student, word);
	assert.notEqual(b.jar.get("session"), "A".repeat(43));
	const first = b.jar.get("session");
	await b.login(student, word);
	const old = new Browser();
	old.jar.set("session", first);
	assert.equal((await old.get("/account/contact")).status, 303);
});

test("S8: next leads back to a page of ours and nowhere else", async () => {
	const b = new Browser();
	const asked = await b.get("/account/sessions");
	assert.equal(asked.status, 303);
	assert.equal(asked.location, "/account/login?next=/account/sessions");
	const page = await b.submit(await b.get(asked.location), { login: student, password: word }, form);
	assert.equal(new URL(page.url).pathname, "/account/sessions");
	for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil", "/%2fevil.example",
		"/register/../../x", "/account/logout", "/nowhere", "/register\r\nSet-Cookie: a=b", "/register%0d%0aX:1", "javascript:alert(1)", "/register@evil"]) {
		const c = new Browser();
		const answer = await c.submit(await c.get("/account/login"), { login: student, password: word, next },
			{ ...form, follow: false });
		if (answer.status === 422)
			continue;	/* control characters are refused at the field */
		assert.equal(answer.location, "/register", next);
	}
	forget();
});

test("homes by kind; staff and partners always confirm with a code", async () => {
	for (const [login, password, home] of [["academic", "demo-Academic-2025", "/staff"], ["cnu", "demo-Partner-2025", "/partner"],
		["prof.kim", "demo-Prof-2025", "/teach"], ["auditor", "demo-Auditor-2025", "/staff"]]) {
		const b = new Browser();
		const page = await b.login(login, password);
		assert.equal(new URL(page.url).pathname, home, login);
		assert.equal(page.sent.location, home);
		const since = await delivered();
		const again = await b.fill("/account/login", { login, password }, form);
		assert.equal(new URL(again.url).pathname, "/account/code", "the device is known and a code is asked for all the same");
		await mail({ kind: "login-code", since });
	}
});

test("the account's language, where the reader has chosen none", async () => {
	const b = new Browser({ lang: "en" });
	await b.login("cnu", "demo-Partner-2025");
	assert.equal((await b.get("/account/contact")).one("html").getAttribute("lang"), "ko");
	const c = new Browser({ lang: "ko" });
	await c.get("/account/login?lang=ja");
	await c.login("cnu", "demo-Partner-2025");
	assert.equal((await c.get("/account/contact")).one("html").getAttribute("lang"), "ja");
});

async function asked(login = "academic", password = "demo-Academic-2025")
{
	const b = new Browser();
	const since = await delivered();
	const page = await b.fill("/account/login", { login, password }, form);
	assert.equal(new URL(page.url).pathname, "/account/code");
	const letter = await mail({ kind: "login-code", since });
	return { b, page, digits: code(letter), letter };
}

test("S5: a code works once, in the browser that asked", async () => {
	const one = await asked(), two = await asked();
	assert.equal(one.letter.to, "academic@ust.example");
	assert.doesNotMatch(one.letter.subject, /\d{6}/, "not in the subject");
	const crossed = await two.b.submit(two.page, { code: one.digits === two.digits ? "000000" : one.digits }, { action: "/account/code" });
	assert.equal(crossed.status, 422);
	assert.deepEqual(crossed.codes, ["invalid"]);
	const attempt = one.b.jar.get("attempt");
	const good = await one.b.submit(one.page, { code: `${one.digits.slice(0, 3)} ${one.digits.slice(3)}` }, { action: "/account/code" });
	assert.equal(good.sent.location, "/staff");
	const thief = new Browser();
	thief.jar.set("attempt", attempt);
	const page = await thief.get("/account/code");
	assert.equal(page.status, 422);
	assert.deepEqual(page.codes, ["expired"]);
	assert.match(value("select encode(code_hash, 'hex') from sojourn.login_attempt order by id desc limit 1") ?? "", /^[0-9a-f]{64}$/);
});

test("S5: five wrong codes end the login; ten minutes too", async () => {
	const one = await asked();
	let page = one.page;
	for (let i = 0; i < 5; i++)
		page = await one.b.submit(page, { code: one.digits === "123456" ? "654321" : "123456" }, { action: "/account/code" });
	assert.deepEqual(page.codes, ["expired"]);
	assert.equal(page.status, 422);
	const two = await asked();
	sql("update sojourn.login_attempt set expires_at = clock_timestamp() where used_at is null;");
	page = await two.b.submit(two.page, { code: two.digits }, { action: "/account/code" });
	assert.deepEqual(page.codes, ["expired"]);
	assert.equal((await new Browser().get("/account/code")).location, "/account/login");
	forget();
});

test("another code can be had; the one before is dead then", async () => {
	const one = await asked();
	const soon = await one.b.submit(one.page, { again: "1", code: undefined }, { action: "/account/code" });
	assert.equal(soon.status, 429);
	assert.ok(Number(soon.headers.get("retry-after")) >= 10);
	sql("update sojourn.login_attempt set created_at = created_at - interval '1 minute';");
	const since = await delivered();
	const page = await one.b.submit(soon, { again: "1", code: undefined }, { action: "/account/code" });
	assert.deepEqual(page.codes, ["pending"]);
	const fresh = code(await mail({ kind: "login-code", since }));
	if (fresh !== one.digits)
		assert.deepEqual((await one.b.submit(page, { code: one.digits }, { action: "/account/code" })).codes, ["invalid"]);
	assert.equal((await one.b.submit(page, { code: fresh }, { action: "/account/code" })).sent.location, "/staff");
});

test("a new device asks for a code, a known one does not", async () => {
	sql("update sojourn.account set second_step = 'new-device' where login = 'E252000023';");
	const b = new Browser();
	let page = await b.login("E252000023", word);
	assert.equal(page.sent.location, "/register");
	assert.ok([...b.jar.keys()].some((k) => k.startsWith("device-")));
	b.jar.delete("session");
	page = await b.fill("/account/login", { login: "E252000023", password: word }, form);
	assert.equal(page.sent.location, "/register", "no code");
	const stranger = new Browser();
	page = await stranger.fill("/account/login", { login: "E252000023", password: word }, form);
	assert.equal(page.sent.location, "/account/code");
	const other = new Browser();
	for (const [k, v] of b.jar)
		if (k.startsWith("device-"))
			other.jar.set(k.slice(0, -1) + "0", v);
	page = await other.fill("/account/login", { login: "E252000023", password: word }, form);
	assert.equal(page.sent.location, "/account/code", "a device is known for its own login only");
});

test("S5: failures slow down one login from one place, and nobody is locked out", async () => {
	forget();
	const b = new Browser();
	let page = await b.get("/account/login");
	for (let i = 0; i < 5; i++) {
		page = await b.submit(page, { login: "E252000031", password: "wrong-Word-77" }, form);
		assert.equal(page.status, 422);
	}
	// However long they took.
	sql("update sojourn.attempt set at = clock_timestamp() where subject = 'E252000031';");
	page = await b.submit(page, { login: "E252000031", password: word }, form);
	assert.equal(page.status, 429);
	assert.deepEqual(page.codes, ["locked"]);
	const wait = Number(page.headers.get("retry-after"));
	assert.ok(wait >= 10 && wait <= 15, `${wait}`);
	assert.match(page.say(".msg"), new RegExp(`${wait} seconds`));
	assert.equal((await new Browser().fill("/account/login", { login: "E252000040", password: word }, form)).sent.status, 303,
		"another login from here");
	sql("update sojourn.attempt set address = '192.0.2.7';");
	assert.equal((await new Browser().fill("/account/login", { login: "E252000031", password: word }, form)).sent.status, 303,
		"the same login from elsewhere");
	sql("update sojourn.attempt set address = '127.0.0.1', at = at - interval '6 minutes' where subject = 'E252000031';");
	assert.equal((await b.submit(page, { login: "E252000031", password: word }, form)).sent.status, 303, "after the wait");
	assert.equal(value("select count(*) from sojourn.attempt where subject = 'E252000031' and address = '127.0.0.1'"), 0, "forgiven");
});

test("S5: a known device need not wait", async () => {
	forget();
	sql("update sojourn.account set second_step = 'new-device' where login = 'E252000058';");
	const mine = new Browser();
	await mine.login("E252000058", word);
	const stranger = new Browser();
	let page = await stranger.get("/account/login");
	for (let i = 0; i < 6; i++)
		page = await stranger.submit(page, { login: "E252000058", password: "wrong-Word-77" }, form);
	assert.equal(page.status, 429);
	assert.equal((await mine.fill("/account/login", { login: "E252000058", password: word }, form)).sent.location, "/register");
	forget();
	const plain = new Browser();
	await plain.login("E252000111", word);
	for (let i = 0; i < 6; i++)
		page = await stranger.submit(await stranger.get("/account/login"), { login: "E252000111", password: "wrong-Word-77" }, form);
	assert.equal(page.status, 429);
	assert.equal((await plain.fill("/account/login", { login: "E252000111", password: word }, form)).sent.location, "/register",
		"an account without second step too");
	forget();
});

test("a campus behind one address: many good logins at once", async () => {
	const logins = sql("select login from sojourn.account where kind = 'student' and second_step = 'never' order by login limit 40")
		.map((r) => r.login);
	const done = await Promise.all(logins.map(async (login) => {
		const b = new Browser();
		return (await b.fill("/account/login", { login, password: word }, form)).sent.status;
	}));
	assert.deepEqual([...new Set(done)], [303]);
});

test("a disabled account looks like a wrong password, and its sessions end", async () => {
	const b = await as("E252000066");
	sql("update sojourn.account set disabled_at = clock_timestamp() where login = 'E252000066';");
	const page = await new Browser().fill("/account/login", { login: "E252000066", password: word }, form);
	assert.deepEqual(page.codes, ["invalid"]);
	assert.equal((await b.get("/account/contact")).status, 303);
	forget();
});

test("a hash with old parameters is made anew at login", async () => {
	const old = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$";
	const before = value("select password_hash from sojourn.account where login = 'E252000074'");
	sql("update sojourn.account set password_hash = $1 where login = 'E252000074'", [`${old}AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`]);
	const page = await new Browser().fill("/account/login", { login: "E252000074", password: word }, form);
	assert.deepEqual(page.codes, ["invalid"], "a hash that does not fit is no fault");
	sql("update sojourn.account set password_hash = $1 where login = 'E252000074'", [before]);
	forget();
});

test("logging out: by POST, here or everywhere", async () => {
	sql("update sojourn.session set ended_at = clock_timestamp() where ended_at is null;");
	const a = await as("E252000082"), b = await as("E252000082");
	assert.equal((await new Browser().get("/account/logout")).status, 303);
	assert.ok((await a.get("/account/logout")).one('main form[action="/account/logout"] button'));
	const page = await a.get("/account/sessions");
	assert.equal(page.all("tbody tr").length, 2);
	const gone = await a.submit(page, {}, { action: "/account/logout" });
	assert.deepEqual(gone.codes, ["done"]);
	assert.equal((await a.get("/account/contact")).status, 303);
	assert.equal((await b.get("/account/contact")).status, 200);
	const c = await as("E252000082");
	const list = await c.get("/account/sessions");
	const everywhere = await c.post("/account/sessions", { csrf: list.one("input[name=csrf]").getAttribute("value"), all: "1" });
	assert.equal(everywhere.status, 303);
	for (const who of [b, c])
		assert.equal((await who.get("/account/contact")).status, 303);
});

test("one session can be ended, never somebody else's", async () => {
	const a = await as("E252000099"), b = await as("E252000099"), other = await as("E252000103");
	const page = await a.get("/account/sessions");
	const csrf = page.one("input[name=csrf]").getAttribute("value");
	const theirs = value("select max(s.id) from sojourn.session s join sojourn.account c on c.id = s.account_id where c.login = 'E252000103'");
	const refused = await a.post("/account/sessions", { csrf, session: theirs });
	assert.equal(refused.status, 422);
	assert.deepEqual(refused.codes, ["gone"]);
	assert.equal((await other.get("/account/contact")).status, 200);
	const answer = await a.submit(page, {}, { action: "/account/sessions" });
	assert.deepEqual(answer.codes, ["done"]);
	assert.equal((await b.get("/account/contact")).status, 303);
	for (const session of ["", "0", "-1", "x", "9".repeat(30)])
		assert.equal((await a.post("/account/sessions", { csrf, session })).status, 422, session);
});
