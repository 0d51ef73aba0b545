// S5: the second step by an authenticator app, from setting it up to a lost
// telephone.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { Browser, mail, passwords, reset, sql, value } from "../../fixture.mjs";
import { sojourn } from "../cli/sojourn.mjs";
import { desk } from "../staff/desk.mjs";

const login = "academic", password = passwords[login];
const page = "/account/second-step";
// Sends a form of the desk with the token of another page.
async function post(b, from, values, to = "/staff/people")
{
	const csrf = (await b.get(from)).one("input[name=csrf]").getAttribute("value");
	return b.follow(await b.post(to, { csrf, request: randomBytes(9).toString("base64url"), ...values }));
}
let me, secret, recovery;

before(reset);

// RFC 6238, from the key as a person reads it.
function code(steps = 0)
{
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	const bits = [...secret.replaceAll("-", "")].map((c) =>
		letters.indexOf(c).toString(2).padStart(5, "0")).join("");
	const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
	const moment = Buffer.alloc(8);
	moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
	const mac = createHmac("sha1", key).update(moment).digest();
	const at = mac[19] & 15;
	return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}

// What follows has ten seconds before the next code.
async function early()
{
	while (Date.now() % 30000 > 20000)
		await new Promise((done) => setTimeout(done, 500));
}

const fresh = () => sql("update sojourn.totp set last_step = 0");
const mails = () => value("select count(*)::int from sojourn.outbox where kind = 'login-code'");
const act = async (values) => me.submit(await me.get(page), values, { action: page });

async function enter(lang = "en")
{
	const b = new Browser({ lang });
	const asked = await b.fill("/account/login", { login, password }, { action: "/account/login" });
	return { b, asked, type: (typed) => b.submit(asked, { code: typed }, { action: "/account/code" }) };
}
const inside = (p) => new URL(p.url).pathname === "/staff";

test("set up with the password: a key, its picture, recovery codes", async () => {
	me = desk(login);
	assert.equal((await me.get(`${page}.svg`)).status, 404);
	assert.equal((await act({ act: "start", current: "wrong-password" })).status, 422);
	const set = await act({ act: "start", current: password });
	secret = set.one("[data-secret]").text;
	assert.match(secret, /^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
	recovery = set.all("[data-recovery] .code").map((e) => e.text);
	assert.equal(new Set(recovery).size, 10);
	const svg = await me.get(`${page}.svg`);
	assert.match(svg.headers.get("content-type"), /image\/svg/);
	assert.match(svg.headers.get("cache-control"), /no-store/);
	const stored = value("select encode(secret, 'escape') from sojourn.totp");
	assert.ok(!stored.includes(secret) && !stored.includes(secret.replaceAll("-", "")));
	assert.equal((await desk("affairs").get(`${page}.svg`)).status, 404, "nobody else's");
});

test("until it is confirmed, codes come by mail; a wrong code confirms nothing", async () => {
	const before = mails();
	await enter();
	assert.equal(mails(), before + 1);
	assert.equal((await act({ act: "confirm", code: "000000" })).status, 422);
	assert.equal((await act({ act: "confirm", code: "" })).status, 422);
});

test("confirmed: other logins end, the codes are not shown again", async () => {
	const elsewhere = desk(login);
	await early();
	const done = await act({ act: "confirm", code: code() });
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(done.one("[data-left]").text, "10");
	assert.equal(done.one("[data-secret]"), null);
	assert.equal((await me.get(`${page}.svg`)).status, 404);
	assert.equal((await elsewhere.get("/staff")).status, 303);
	assert.equal(value("select count(*)::int from sojourn.totp_recovery"), 10);
});

test("the login asks for the app's code and mails nothing, in three languages", async () => {
	const before = mails();
	const words = { ko: /인증 앱을 열어/, en: /Open your authenticator app/, ja: /認証アプリを開き/ };
	for (const [lang, word] of Object.entries(words)) {
		const { asked } = await enter(lang);
		assert.match(asked.say("main"), word);
		assert.ok(!asked.all("input[name=again]").length, "nothing can be sent");
	}
	assert.equal(mails(), before);
});

test("this code and the one before, never a later or an older one, each once", async () => {
	// Passwords take their time: all of them first.
	const logins = [];
	for (let i = 0; i < 7; i++)
		logins.push(await enter());
	const type = (digits) => logins.pop().type(digits);
	await early();
	fresh();
	for (const steps of [1, -2])
		assert.equal((await type(code(steps))).status, 422, `${steps}`);
	assert.ok(inside(await type(code(-1))));
	const again = await type(code(-1));
	assert.equal(again.status, 422, "replayed");
	assert.match(again.say("main"), /used already/);
	assert.ok(inside(await type(code().replace(/^.../, "$& "))));
	assert.equal((await type(code())).status, 422);
	assert.equal((await type(code(-1))).status, 422, "an older one after a newer");
});

test("the same code in two logins at once opens one", async () => {
	await early();
	fresh();
	const both = await Promise.all([enter(), enter()]);
	const pages = await Promise.all(both.map(({ type }) => type(code())));
	assert.equal(pages.filter(inside).length, 1);
});

test("no code of the mail, no empty one, no other way round", async () => {
	const { b, asked, type } = await enter();
	sql(`update sojourn.login_attempt set code_hash = sha256(token_hash || '123456'::bytea)
		where used_at is null`);
	assert.equal((await type("123456")).status, 422);
	assert.equal((await b.submit(asked, { again: "1" }, { action: "/account/code" })).status, 429);
	for (const bad of ["-", "0", "AAAA-AAAA-AAAA-AAAA"])
		assert.equal((await type(bad)).status, 422, bad);
	assert.equal((await b.get("/staff")).status, 303);
});

test("a lost telephone: each recovery code once; it is noted", async () => {
	assert.ok(inside(await (await enter()).type(recovery[3].toLowerCase())));
	assert.equal((await (await enter()).type(recovery[3])).status, 422);
	assert.ok(inside(await (await enter()).type(recovery[4].replaceAll("-", ""))));
	assert.equal((await me.get(page)).one("[data-left]").text, "8");
	assert.equal(value("select count(*)::int from sojourn.audit where act = 'recovery'"), 2);
});

test("wrong codes of all logins together are counted", async () => {
	sql(`insert into sojourn.attempt (what, subject) select 'code', $1 from generate_series(1, 30)`, [login]);
	await early();
	fresh();
	const { asked, type } = await enter();
	assert.ok(!inside(asked.one("#code") ? await type(code()) : asked));
	sql("delete from sojourn.attempt");
});

test("S14: an older copy takes no code that may have been used", async () => {
	await early();
	const typed = code();
	sql("begin; select sojourn.after_restore(null); commit");
	assert.equal((await (await enter()).type(typed)).status, 422);
	me = desk(login);
});

test("ended with the password; by the administrator without", async () => {
	assert.equal((await act({ act: "end", current: "wrong-password" })).status, 422);
	assert.deepEqual((await act({ act: "end", current: password })).codes, ["done"]);
	const before = mails();
	await enter();
	assert.equal(mails(), before + 1);
	const set = await act({ act: "start", current: password });
	secret = set.one("[data-secret]").text;
	await early();
	await act({ act: "confirm", code: code() });
	assert.equal(sojourn(["account", "totp", login, "off"]).status, 0);
	assert.match(sojourn(["account", "totp", login, "off"]).out, /already/);
	await enter();
	assert.equal(mails(), before + 2);
	assert.equal(value("select count(*)::int from sojourn.audit where act = 'totp-end' and outcome = 'done'"), 2);
});

test("S5: whose second step changes is told so, in each case", async () => {
	const told = () => sql(`select params ->> 'what' as what from sojourn.outbox where kind = 'second-step'
		order by id`).map((r) => r.what);
	assert.deepEqual(told(), ["on", "recovery", "recovery", "off", "on", "reset"]);
	const letter = await mail({ kind: "second-step", to: "academic@ust.example" });
	assert.match(letter.text, /\/account\/reset/, "and what to do when it was not he");
});

test("an administrator ends the app of somebody else, with a reason that the audit keeps", async () => {
	const admin = desk("admin"), card = `/staff/people?login=${login}`;
	assert.equal((await admin.get(card)).one("button[value=totp-end]"), null, "nothing to end");
	sql(`insert into sojourn.totp (account_id, secret, confirmed_at)
		select id, decode(repeat('00', 60), 'hex'), clock_timestamp() from sojourn.account where login in ($1, 'admin')`, [login]);
	const end = (values) => post(admin, card, { login, decision: "totp-end", ...values });
	for (const [values, status, code] of [[{}, 422, "invalid"], [{ why: "because" }, 422, "invalid"],
		[{ login: "admin", why: "lost" }, 403, "forbidden"], [{ login: "nobody", why: "lost" }, 422, "gone"],
		[{ why: "lost" }, 200, "done"], [{ why: "lost" }, 200, "already"]]) {
		const page = await end(values);
		assert.deepEqual([page.status, page.codes[0]], [status, code], JSON.stringify(values));
	}
	assert.equal(value("select count(*)::int from sojourn.totp"), 1);
	assert.equal(value(`select detail ->> 'reason' from sojourn.audit where act = 'people-totp-end'
		and outcome = 'done'`), "lost");
	assert.equal(value(`select count(*)::int from sojourn.outbox where kind = 'second-step'
		and params ->> 'what' = 'reset'`), 2);
	assert.equal((await post(desk("affairs"), "/staff/letters", { login: "admin", decision: "totp-end",
		why: "lost" }, "/staff/people")).status, 403);
});
