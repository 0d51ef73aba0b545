// Pages that only a mailed link or a half-done login opens: in three widths
// and languages, without and with mistakes, by the rules of every page.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, delivered, link, mail, reset, sql } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { complaints, inaccessible, invalid, sideways } from "./rules.mjs";

const views = [["ko", 320], ["ja", 640], ["en", 1280]];
let browser;
before(async () => {
	await reset();
	const made = await open();
	await made.context.close();
	({ browser } = made);
});
after(() => browser?.close());

async function sent(kind, login, params = "{}")
{
	const since = await delivered();
	sql(`select sojourn.mail($1, a.email, 'en', $2, a.id, a.person_id)
		from sojourn.account a where a.login = $3`, [kind, params, login]);
	return link(await mail({ kind, since }));
}

async function check(tab, what)
{
	assert.deepEqual(await inaccessible(tab), [], what);
	assert.deepEqual(await sideways(tab), [], what);
	const html = await invalid(await tab.content());
	// The browser writes its tree back with empty values.
	assert.deepEqual(html.filter((h) => !/attribute-boolean-style/.test(h)), [], what);
}

async function everywhere(work)
{
	for (const [lang, width] of views) {
		const context = await browser.newContext({ baseURL: base, locale: lang,
			viewport: { width, height: 700 } });
		await context.addCookies([{ name: "lang", value: lang, url: base }]);
		const tab = await context.newPage();
		const bad = complaints(tab);
		await work(tab, `${lang} ${width}`);
		assert.deepEqual(bad.filter((b) => !/status of 4(22|29)/.test(b)), []);
		await context.close();
	}
}

test("the link of a new person: form, mistakes, and a link that is used up", async () => {
	sql(`update sojourn.account set password_state = 'none', password_hash = null,
		password_since = null where login = 'E252000015'`);
	const url = await sent("activate", "E252000015");
	await everywhere(async (tab, what) => {
		await tab.goto(url);
		await check(tab, what);
		await tab.fill("#password", "ust2025");
		await tab.click("main form button");
		await check(tab, `${what}, mistakes`);
		await tab.goto(url.replace(/t=.*/, `t=${"A".repeat(43)}`));
		await check(tab, `${what}, used`);
	});
});

test("a new password, and a new address", async () => {
	const reset = await sent("reset", "E252000023");
	const change = await sent("email-change", "E252000023", "{\"value\": \"new@home.example\"}");
	await everywhere(async (tab, what) => {
		await tab.goto(reset);
		await check(tab, what);
		await tab.goto(change);
		await check(tab, what);
	});
});

test("the code of the second step", async () => {
	await everywhere(async (tab, what) => {
		await tab.goto("/account/login");
		await tab.fill("#login", "academic");
		await tab.fill("#password", "demo-Academic-2025");
		await tab.click("main form button");
		await check(tab, what);
		await tab.fill("#code", "12");
		await tab.click("main form button");
		await check(tab, `${what}, wrong`);
	});
});

test("the demo's mailbox and a mail", async () => {
	await everywhere(async (tab, what) => {
		await tab.goto("/demo/mail/");
		await check(tab, what);
		await tab.click(".mails a");
		await check(tab, `${what}, one`);
	});
});
