// The student's side of the rush in a real browser: the cart the day before,
// the button that waits for the server's clock, one press, live seats, what
// else would fit; with the script and without it, on the phone, by keyboard.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, clock, reset, sql, value } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { capacity, codes, logins } from "../http/register/student.mjs";
import { session } from "./pages.mjs";
import { complaints, inaccessible, invalid, sideways } from "./rules.mjs";

let browser, ids;
before(async () => {
	await reset();
	ids = logins(20);
	const made = await open();
	await made.context.close();
	({ browser } = made);
});
after(() => browser?.close());

async function visitor(t, id, { width = 360, lang = "en", ...options } = {})
{
	const context = await browser.newContext({ baseURL: base, locale: lang, timezoneId: "Asia/Seoul",
		viewport: { width, height: 760 }, ...options });
	t.after(() => context.close());
	await context.addCookies([session(id), { name: "lang", value: lang, url: base }]);
	return context.newPage();
}

const press = async (tab, button) => {
	await Promise.all([tab.waitForEvent("load"), button.click()]);
};
const outcomes = (tab) => tab.locator("main [data-outcome]").evaluateAll((all) => all.map((e) =>
	`${e.dataset.section ?? ""} ${e.dataset.outcome}`.trim()));
async function whole(tab, answer)
{
	assert.deepEqual(await sideways(tab), [], "no sideways scrolling");
	assert.deepEqual(await inaccessible(tab), []);
	if (answer)
		assert.deepEqual(await invalid(await answer.text()), []);
}
async function tick(tab, ...list)
{
	for (const code of list)
		await tab.locator(`tr[id="${code}"] input[type=checkbox]`).check();
}
const chosen = ["BIO5012-01", "BIO6011-01", "BIO6025-01"];
const cartButton = (tab) => tab.getByRole("button", { name: "Register the whole cart" });
const now = () => value("select (extract(epoch from sojourn.now()) * 1000)::bigint");
const NINE = Date.parse("2025-08-18T09:00:00+09:00");

test("with the script: the button waits for the server's clock, whatever the phone says", async (t) => {
	clock("2025-08-18T08:55:00+09:00", { jobs: false });
	const tab = await visitor(t, ids[0]);
	const bad = complaints(tab);
	await tab.addInitScript(() => {
		const real = Date.now;
		Date.now = () => real() + 3 * 3600 * 1000;
	});
	await tab.goto("/register");
	await tick(tab, ...chosen);
	assert.match(await tab.locator(".bar output").textContent(), /3 chosen, 9 credits/);
	await press(tab, tab.locator(".bar .btn"));
	assert.deepEqual(await outcomes(tab), chosen.map((c) => `${c} done`));
	await whole(tab, await tab.goto("/register"));
	// Long enough before nine that it is still before nine when the page is read.
	const began = Date.now();
	await tab.goto("/register");
	const slow = Date.now() - began;
	clock(new Date(NINE - 4000 - 5 * slow).toISOString(), { jobs: false });
	await tab.goto("/register");
	const button = cartButton(tab);
	assert.equal(await button.getAttribute("aria-disabled"), "true");
	assert.match(await tab.locator("[data-until]").textContent(), /^It opens in 0\d:\d\d\.$/);
	await tab.setViewportSize({ width: 360, height: 740 });
	const place = await button.boundingBox();
	assert.ok(place.y + place.height <= 740, "on a phone it is seen without scrolling");
	await button.focus();
	await tab.keyboard.press("Enter");
	assert.equal(await tab.locator("[data-outcome]").count(), 0, "nothing was sent");
	await tab.locator("[data-opens]:not([aria-disabled])").waitFor({ timeout: 60_000 });
	assert.ok(now() >= NINE, "not before its time");
	assert.ok(now() < NINE + 3000 + 5 * slow, "and soon after");
	assert.match(await tab.locator("#cart-when").textContent(), /^Open now/);
	assert.equal(await tab.locator("h1 + .badge").textContent(), "Open");
	await Promise.all([tab.waitForEvent("load"), tab.keyboard.press("Enter")]);
	assert.deepEqual(await outcomes(tab), chosen.map((c) => `${c} done`));
	assert.deepEqual(codes(ids[0]), [...chosen].sort());
	assert.deepEqual(bad, []);
});

test("without the script: time, press, results and what else would fit", async (t) => {
	clock("2025-08-18T08:58:00+09:00", { jobs: false });
	capacity("BIO5012-02", 0);
	const tab = await visitor(t, ids[1], { javaScriptEnabled: false });
	await tab.goto("/register");
	assert.match(await tab.locator(".page-head").textContent(), /opens on Mon 18 Aug 2025, 09:00 KST.*server said 08:58:\d\d/s);
	assert.match(await tab.locator("caption").first().textContent(), /seats at 08:58:\d\d/);
	await tick(tab, "BIO5012-02", "BIO6011-01");
	await press(tab, tab.locator(".bar .btn"));
	assert.match(await tab.locator('[data-cart="BIO5012-02"]').textContent(), /Full at the moment/);
	await press(tab, cartButton(tab));
	assert.deepEqual(await outcomes(tab), ["BIO5012-02 window", "BIO6011-01 window"]);
	assert.deepEqual(await sideways(tab), []);
	clock("2025-08-18T09:00:00+09:00", { jobs: false });
	await press(tab, tab.getByRole("button", { name: "Try again" }));
	assert.deepEqual(await outcomes(tab), ["BIO5012-02 full", "BIO6011-01 done"]);
	assert.deepEqual(await sideways(tab), []);
	await press(tab, tab.getByRole("button", { name: "Take BIO5012-03 instead" }));
	assert.deepEqual(await outcomes(tab), ["BIO5012-03 done"]);
	assert.deepEqual(codes(ids[1]), ["BIO5012-03", "BIO6011-01"]);
});

test("seats follow while somebody looks, and nobody asks behind a hidden page", async (t) => {
	clock("register", { jobs: false });
	const seen = await visitor(t, ids[2], { width: 1280 });
	const hidden = await visitor(t, ids[3]);
	await hidden.addInitScript(() => Object.defineProperty(document, "hidden", { get: () => true }));
	const asked = [];
	hidden.on("request", (r) => /seats\.json/.test(r.url()) && asked.push(r.url()));
	await hidden.goto("/register");
	await seen.goto("/register");
	const row = seen.locator('tr[id="AST5022-02"]');
	assert.match(await row.textContent(), /0 \/ 2/);
	sql("update sojourn.section_seat set taken = 2 where section_id = (select s.id from sojourn.section s join sojourn.term t on t.id = s.term_id where s.code = 'AST5022-02' and t.code = '2025-2')");
	const answer = await seen.waitForResponse(/\/courses\/seats\.json\?term=2025-2/, { timeout: 60_000 });
	assert.equal((await answer.request().allHeaders()).cookie, undefined, "no cookie goes along");
	await seen.locator('tr.full[id="AST5022-02"]').waitFor();
	assert.match(await row.textContent(), /2 \/ 2/);
	assert.match(await seen.locator("[data-seats-at]").textContent(), /^seats at 09:0\d:\d\d$/);
	assert.deepEqual(asked, []);
	sql("update sojourn.section_seat set taken = 0 where section_id = (select s.id from sojourn.section s join sojourn.term t on t.id = s.term_id where s.code = 'AST5022-02' and t.code = '2025-2')");
});

test("a refusal names everything and offers what fits; the pages are whole in three languages", async (t) => {
	clock("register", { jobs: false });
	capacity("BIO5012-02", 0);
	for (const [lang, width, id] of [["ko", 360, 4], ["ja", 1280, 5], ["en", 320, 6]]) {
		const tab = await visitor(t, ids[id], { lang, width });
		await tab.goto("/register");
		await tab.locator("#BIO6011-01 input").check();
		await press(tab, tab.locator(".bar .btn"));
		assert.deepEqual(await outcomes(tab), ["BIO6011-01 done"]);
		await tab.locator("#BIO5012-03 input").evaluate((e) => { e.value = "BIO5012-02"; e.checked = true; });
		await press(tab, tab.locator(".bar .btn"));
		assert.deepEqual(await outcomes(tab), ["BIO5012-02 full"]);
		assert.ok(await tab.locator('[data-instead="BIO5012-02"] button').count() >= 2);
		await whole(tab);
		await press(tab, tab.locator('[data-code="BIO5012-03"] button'));
		assert.deepEqual(await outcomes(tab), ["BIO5012-03 done"]);
		await press(tab, tab.locator(`a[href="/register/timetable"]`).first());
		await press(tab, tab.locator('button[value="make"]'));
		assert.match(await tab.locator("#address").inputValue(), /timetable\.ics\?key=/);
		await whole(tab);
		const box = await tab.locator("svg[role=img]").boundingBox();
		assert.ok(box.width >= Math.min(width - 40, 500), "the picture uses the width");
		const size = await tab.locator("svg svg text").first().evaluate((e) => e.getBoundingClientRect().height);
		assert.ok(size >= 11, `letters of ${size} pixels`);
	}
});

test("on the phone: the bar stays in reach, the list is searched at once, keys move", async (t) => {
	clock("register", { jobs: false });
	const tab = await visitor(t, ids[7]);
	await tab.goto("/register");
	const rows = tab.locator("#sections tbody tr");
	const all = await rows.count();
	assert.ok(all > 100);
	const box = await tab.locator("#sections").boundingBox();
	assert.ok(box.height / all < 125, `${box.height / all} pixels a row`);
	await tab.locator("#BIO6011-01").scrollIntoViewIfNeeded();
	const bar = await tab.locator(".bar .btn").boundingBox();
	assert.ok(bar.y > 380 && bar.y + bar.height <= 760, "within the thumb's reach");
	assert.ok(bar.height >= 44);
	await tab.fill("#q", "molecular");
	assert.equal(await tab.locator("#sections tbody tr:visible").count(), 3);
	await tab.fill("#q", "");
	await tab.locator("#BIO5012-01 input").focus();
	await tab.keyboard.press("Space");
	await tab.keyboard.press("ArrowDown");
	assert.equal(await tab.evaluate(() => document.activeElement.value), "BIO5012-03", "the full one has no box");
	await tab.keyboard.press("Space");
	assert.match(await tab.locator(".bar output").textContent(), /2 chosen, 6 credits/);
	await Promise.all([tab.waitForEvent("load"), tab.keyboard.press("Enter")]);
	assert.deepEqual(codes(ids[7]), ["BIO5012-01", "BIO5012-03"]);
});
