// The live board in a browser: new figures come by themselves, what the reader
// has opened stays open, nothing moves under the focus; without the script the
// page comes anew.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, clock, reset, sql } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { session } from "./pages.mjs";

let made;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	made = await open();
});
after(async () => {
	await made.browser.close();
	clock("apply", { jobs: false });
});

const refuse = (n) => sql(`insert into sojourn.pulse (process, done, cancelled, refused, queue, oldest_ms)
	values ('test', 3, 0, jsonb_build_object('full', ${n}), 2, 40)`);

async function view(options = {})
{
	const context = await made.browser.newContext({ baseURL: base, locale: "en", ...options });
	await context.addCookies([session("academic"), { name: "lang", value: "en", url: base }]);
	return { context, page: await context.newPage() };
}

test("new figures appear by themselves; an open table stays open", async () => {
	refuse(4);
	const { context, page } = await view();
	await page.goto("/staff/board");
	await page.locator("[data-reason] b", { hasText: /^4$/ }).waitFor();
	await page.click("#board summary");
	await page.evaluate(() => document.activeElement.blur());
	refuse(5);
	await page.locator("[data-reason] b", { hasText: /^9$/ }).waitFor({ timeout: 60_000 });
	assert.ok(await page.locator("#board details").evaluate((d) => d.open));
	assert.equal(new URL(page.url()).pathname, "/staff/board");
	await context.close();
});

test("without the script the page comes anew", async () => {
	const { context, page } = await view({ javaScriptEnabled: false });
	await page.goto("/staff/board");
	refuse(6);
	await page.locator("[data-reason]", { hasText: /Full\s*15/ }).waitFor({ timeout: 60_000 });
	await context.close();
});
