// The README's "first ten minutes", walked in a real browser, with the script
// and without it, on the phone and on the desk.
import { test } from "node:test";
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { delivered, mail, passwords, reset, value } from "../fixture.mjs";
import { open } from "../chromium.mjs";

const sample = fileURLToPath(
	new URL("../../docs/samples/cnu-2025-2.csv", import.meta.url));

const outcomes = (tab) => tab.locator("main [data-outcome]").evaluateAll(
	(all) => all.map((e) => e.getAttribute("data-outcome")));

async function press(tab, button)
{
	await Promise.all([tab.waitForLoadState("load"), button.click()]);
	await tab.waitForLoadState("load");
}

async function login(tab, who)
{
	await tab.context().clearCookies({ name: "session" });
	await tab.goto("/account/login?lang=en");
	await tab.fill("[name=login]", who);
	await tab.fill("[name=password]", passwords[who]);
	const since = await delivered();
	await press(tab, tab.locator("main form button").first());
	if (new URL(tab.url()).pathname === "/account/code") {
		const { text } = await mail({ kind: "login-code", since });
		await tab.fill("[name=code]", text.match(/^\d{6}$/m)[0]);
		await press(tab, tab.locator("main form button").first());
	}
	assert.ok(!tab.url().includes("/account/"), tab.url());
}

const jump = async (tab, to) => {
	await press(tab, tab.locator(`.demo button[value=${to}]`));
};

async function apply(tab)
{
	await login(tab, "cnu");
	await tab.goto("/partner/upload");
	await tab.setInputFiles("[name=list]", sample);
	await tab.fill("[name=letter_no]", "교류-1");
	await tab.fill("[name=letter_date]", "2025-08-14");
	await press(tab, tab.locator("form[enctype] .actions button"));
	assert.equal(await tab.locator("tr[data-verdict]").count(), 12);
	assert.equal(await tab.locator("tr[data-verdict=returning]").count(), 1);
	await press(tab, tab.locator("button[value=commit]"));
	assert.deepEqual(await outcomes(tab), ["done"]);
}

async function issue(tab)
{
	await login(tab, "academic");
	await tab.goto("/staff/applications?state=submitted&university=CNU");
	const boxes = tab.locator("main input[name=application]");
	assert.ok(await boxes.count() >= 12);
	for (const box of await boxes.all())
		await box.check();
	await tab.selectOption("main select[name=decision]", "approve");
	await press(tab, tab.locator("main form[method=post] .bar button").last());
	assert.deepEqual(new Set(await outcomes(tab)), new Set(["done"]));
	const since = await delivered();
	await tab.goto("/staff/issue");
	await press(tab, tab.locator('form[method=post][action="/staff/issue"] button').last());
	assert.ok((await outcomes(tab)).includes("done"));
	return mail({ kind: "id-issued", since,
		to: value(`select a.email from sojourn.application a
			where a.student_no = '202301234' and a.list_id is not null`) });
}

async function activate(tab, { text })
{
	await tab.context().clearCookies({ name: "session" });
	await tab.goto(text.match(/^http\S+activate\S+/m)[0]);
	assert.ok(!tab.url().includes("t="), "S8: no token stays in the address");
	await tab.fill("[name=password]", "a field of barley 7");
	await tab.fill("[name=password_again]", "a field of barley 7");
	await press(tab, tab.locator('form[action^="/account/activate"] button').first());
}

async function study(tab)
{
	await jump(tab, "register");
	await tab.goto("/register");
	const free = tab.locator("input[name=section]:not([disabled])");
	const codes = ["BIO5012-01"];
	for (const box of await free.all()) {
		const code = await box.getAttribute("value");
		if (codes.length < 2 && !code.startsWith("BIO"))
			codes.push(code);
	}
	for (const code of codes)
		await tab.check(`input[name=section][value="${code}"]`);
	await press(tab, tab.locator('form[action="/register/enrol"] .bar button').last());
	assert.deepEqual(await outcomes(tab), ["done", "done"]);
	return codes;
}

async function leave(tab, [first, second])
{
	await jump(tab, "change");
	await tab.goto("/register");
	const cancel = tab.locator('form[action="/register/cancel"]')
		.filter({ has: tab.locator(`input[value="${first}"]`) });
	await press(tab, cancel.locator("button").first());
	assert.deepEqual(await outcomes(tab), ["done"]);
	assert.equal(await tab.locator(`[data-state][data-section="${first}"]`).count(), 0);
	await jump(tab, "withdraw");
	await tab.goto("/withdraw");
	const one = tab.locator(`[data-section="${second}"]`);
	await one.locator("summary").click();
	await one.locator("[name=reason]").fill("The hours do not fit.");
	await press(tab, one.locator('form[action="/withdraw"] button'));
	assert.ok((await outcomes(tab)).some((o) => ["done", "pending"].includes(o)));
	assert.equal(await tab.locator(`[data-section="${second}"][data-state]`).first()
		.getAttribute("data-state"), "withdraw_requested");
}

async function confirm(tab)
{
	await login(tab, "cnu");
	await tab.goto("/partner/withdrawals");
	await tab.locator("main input[name=withdrawal]").first().check();
	await tab.fill("[name=letter_no]", "교류-2");
	await tab.fill("[name=letter_date]", "2025-09-08");
	await tab.locator("main input[name=decision][value=confirm]").check();
	await press(tab, tab.locator("main form[method=post] button").last());
	assert.ok((await outcomes(tab)).includes("done"));
}

for (const [name, options] of [
	["on the desk", { width: 1280 }],
	["on the phone, without the script", { width: 360, height: 740,
		javaScriptEnabled: false }]]) {
	test(`the first ten minutes of the README, ${name}`, async () => {
		await reset();
		const { browser, page: tab } = await open(options);
		try {
			await apply(tab);
			const letter = await issue(tab);
			await activate(tab, letter);
			const codes = await study(tab);
			await leave(tab, codes);
			const student = (await tab.context().cookies())
				.filter((c) => c.name === "session");
			await confirm(tab);
			await tab.context().addCookies(student);
			await tab.goto("/withdraw");
			assert.equal(await tab.locator(
				`[data-section="${codes[1]}"][data-state]`).first()
				.getAttribute("data-state"), "withdrawn");
		} finally {
			await browser.close();
		}
	});
}
