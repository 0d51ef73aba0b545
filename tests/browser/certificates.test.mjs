// R105–R112 as a person meets them: from the choice over the mailed code to the
// file, with and without the script; nothing on the way is inaccessible.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, clock, code, delivered, mail, reset, sql, until } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { session } from "./pages.mjs";
import { inaccessible, sideways } from "./rules.mjs";

const me = "20203001";
const shots = process.env.SOJOURN_SHOTS;
let browser;

before(async () => {
	await reset();
	clock("apply", { jobs: false });
	const made = await open();
	await made.context.close();
	({ browser } = made);
});
after(() => browser?.close());

async function as(login, lang, options, look)
{
	const made = await browser.newContext({ baseURL: base, locale: lang,
		timezoneId: "Asia/Seoul", viewport: { width: 360, height: 740 }, ...options });
	try {
		await made.addCookies([session(login), { name: "lang", value: lang, url: base }]);
		await look(await made.newPage(), made);
	} finally {
		await made.close();
	}
}

const shot = async (page, name) => shots &&
	page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });

for (const [lang, script] of [["ko", true], ["en", false], ["ja", true]])
	test(`R106: two copies, ${lang}, ${script ? "with" : "without"} the script`, async () => {
		await as(me, lang, { javaScriptEnabled: script }, async (page) => {
			await page.goto("/certificates");
			await shot(page, `certificates-${lang}`);
			if (script) {
				await page.check("[value=tuition-payment]");
				assert.ok(await page.isDisabled("[name=language][value=en]"), "R110");
				assert.ok(await page.isChecked("[name=language][value=ko]"));
			}
			assert.ok(await page.isDisabled("[value=degree]"));
			await page.check("[value=enrollment]");
			await page.check(`[name=language][value=${lang}]`);
			await page.fill("#copies", "2");
			const since = await delivered();
			await page.click("main form[action='/certificates'] button");
			await page.waitForURL(/\/certificates\/code/);
			const digits = code(await mail({ kind: "step-up-code", since }));
			if (script) {
				assert.deepEqual(await inaccessible(page), []);
				assert.deepEqual(await sideways(page), []);
			}
			await shot(page, `code-${lang}`);
			await page.reload();
			await page.fill("#code", `${digits.slice(0, 3)} ${digits.slice(3)}`);
			await page.click("form[data-progress] button");
			await page.waitForURL(/\/certificates\?r=/);
			await until(async () => {
				await page.goto("/certificates");
				return await page.locator("[data-step=making]").count() === 0;
			}, 20);
			assert.ok(await page.locator("li[data-state=valid]").count() >= 2);
			await shot(page, `issued-${lang}`);
			if (script) {
				assert.deepEqual(await inaccessible(page), []);
				assert.deepEqual(await sideways(page), []);
			}
			const href = await page.locator("li[data-state=valid] a").first().getAttribute("href");
			const file = await page.request.get(href);
			assert.equal(file.headers()["content-type"], "application/pdf");
			await page.goBack();
			assert.ok(await page.locator("main h1").count(), "the button back shows a page");
		});
	});

test("R108, R112: the desk of student affairs, on a phone and wide", async () => {
	sql(`insert into sojourn.certificate_request (person_id, account_id, type, subject, lang, copies,
		    state, asked_at, due_at)
		select person_id, id, 'expected-degree', login, 'en', 1, 'review', sojourn.now(),
		    sojourn.now() + interval '1 day' from sojourn.account where login = '20223004'`);
	sql(`insert into sojourn.certificate_case (document_id, person_id, what, words, asked_at, due_at)
		select min(id), min(person_id), 'name', 'My name is Seo-a.', sojourn.now(), sojourn.now() - interval '1 hour'
		  from sojourn.document where state = 'valid'`);
	for (const width of [360, 1280])
		await as("affairs", "ko", { viewport: { width, height: 800 } }, async (page) => {
			await page.goto("/staff/certificates");
			await shot(page, `desk-${width}`);
			assert.deepEqual(await inaccessible(page), []);
			assert.deepEqual(await sideways(page), []);
			if (width === 1280) {
				await page.click("[data-wish] button[value=verify]");
				await page.waitForSelector("[data-outcome=done]");
				assert.equal(await page.locator("[data-wish]").count(), 1, "the demo's own is left");
			}
		});
});
