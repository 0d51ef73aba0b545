// The gallery of components, which authors copy, keeps the rules of the pages,
// and the script does what docs/components.md promises.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { until } from "../fixture.mjs";
import { complaints, inaccessible, invalid, sideways } from "./rules.mjs";

const root = new URL("../../", import.meta.url);
const gallery = "/tests/browser/gallery/";
const types = { html: "text/html; charset=utf-8", css: "text/css",
	js: "text/javascript", svg: "image/svg+xml" };
let server, browser, origin;

// The checkout's files under the policy that pages have.
function serve(request, answer)
{
	const path = new URL(request.url, "http://x").pathname;
	if (path === "/favicon.ico")	/* asked for where a page names none */
		return answer.writeHead(204).end();
	try {
		const data = readFileSync(new URL(`.${path}`, root));
		answer.writeHead(200, { "content-type": types[path.split(".").at(-1)],
			"content-security-policy": path.includes("/mail-") ? "" :
				"default-src 'self'" });
		answer.end(data);
	} catch {
		answer.writeHead(404).end();
	}
}

before(async () => {
	server = createServer(serve).listen(0, "127.0.0.1");
	await new Promise((done) => { server.once("listening", done); });
	origin = `http://127.0.0.1:${server.address().port}`;
	browser = await chromium.launch({
		executablePath: process.env.SOJOURN_CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});
after(async () => {
	await browser?.close();
	server?.close();
});

async function tab(name, options = {})
{
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 },
		...options });
	await page.goto(origin + gallery + name);
	return page;
}

const names = readdirSync(new URL(`.${gallery}`, root))
	.filter((name) => name.endsWith(".html"));

for (const name of names) {
	test(`gallery: ${name}`, async () => {
		const html = readFileSync(new URL(`.${gallery}${name}`, root), "utf8");
		assert.deepEqual(await invalid(html, { mail: name.startsWith("mail-") }), []);
		for (const [width, colorScheme] of [[320, "light"], [640, "light"],
			[1280, "dark"]]) {
			const page = await browser.newPage({ colorScheme,
				viewport: { width, height: 800 } });
			const bad = complaints(page);
			await page.goto(origin + gallery + name);
			assert.deepEqual(await sideways(page), [], `${width}`);
			assert.deepEqual(bad, []);
			if (!name.startsWith("mail-") && width !== 640)
				assert.deepEqual(await inaccessible(page), [],
					`${width} ${colorScheme}`);
			await page.close();
		}
	});
}

test("script: the bar follows the boxes and warns over the limit", async () => {
	const page = await tab("page-register.html");
	const bar = page.locator(".bar output");
	assert.equal(await bar.textContent(), "1 chosen, 3 credits");
	await page.check("input[value='CHE5001-02']");
	assert.equal(await bar.textContent(), "2 chosen, 6 credits");
	await page.evaluate(() => {
		document.querySelector(".bar output").dataset.limit = "9";
	});
	await page.uncheck("input[value='CHE5001-02']");
	await page.check("input[value='CHE5001-02']");
	assert.match(await bar.textContent(), /over your limit/);
	const ghost = page.locator(".week .ghost");
	assert.deepEqual(await ghost.allTextContents(), ["MAT5020-01", "CHE5001-02"]);
	assert.match(await ghost.first().getAttribute("class"), /d4 h13 q00 e15 f50/);
	await page.uncheck("input[value='MAT5020-01']");
	assert.equal(await ghost.count(), 1);
	await page.close();
});

test("script: all, a range with shift, arrow keys", async () => {
	const page = await tab("page-applications.html");
	const bar = page.locator(".bar output");
	await page.check("[data-all]");
	assert.equal(await bar.textContent(), "5건 선택");
	await page.uncheck("[data-all]");
	assert.match(await bar.textContent(), /한꺼번에/);
	await page.click("input[value='11']");
	await page.click("input[value='14']", { modifiers: ["Shift"] });
	assert.equal(await bar.textContent(), "4건 선택");
	await page.keyboard.press("Shift+ArrowDown");
	assert.equal(await bar.textContent(), "5건 선택");
	await page.close();
});

test("script: the instant filter, the name of a file", async () => {
	const page = await tab("tables.html");
	await page.fill("#f", "양자");
	assert.equal(await page.textContent("output[for=f]"), "1 of 3 rows");
	assert.equal(await page.locator("#sections tbody tr:visible").count(), 1);
	await page.goto(`${origin}${gallery}forms.html`);
	await page.setInputFiles("#list", { name: "명단.xlsx",
		mimeType: "application/octet-stream", buffer: Buffer.alloc(34_567) });
	assert.match(await page.textContent(".drop output"), /명단\.xlsx · 35/);
	await page.close();
});

test("script: a second press is not sent, a later one is", async () => {
	const page = await browser.newPage();
	let sent = 0;
	await page.clock.install();
	await page.route("**/tempid/apply", (route) => {
		sent++;
		return route.fulfill({ status: 204 });
	});
	await page.goto(`${origin}${gallery}forms.html`);
	const button = page.locator("form[action='/tempid/apply'] .btn").first();
	await button.click({ noWaitAfter: true });
	await button.click({ noWaitAfter: true });
	await until(() => sent > 0);
	await page.waitForTimeout(200);
	assert.equal(sent, 1);
	await page.clock.fastForward(9_000);
	await button.click({ noWaitAfter: true });
	await until(() => sent > 1);
	assert.equal(sent, 2);
	await page.close();
});

test("script: the countdown follows the server's clock", async () => {
	const page = await browser.newPage();
	await page.clock.install({ time: new Date("2030-01-01T00:00:00Z") });
	await page.goto(`${origin}${gallery}frame.html`);
	assert.equal(await page.textContent("[data-until]"), "opens in 3 days");
	await page.evaluate(() => {
		document.documentElement.dataset.now = "1755475190";
	});
	const body = (await page.content());
	await page.route("**/soon.html", (route) =>
		route.fulfill({ body, contentType: "text/html" }));
	// The browser may take its time, the clock stands.
	await page.clock.pauseAt(new Date("2030-01-01T01:00:00Z"));
	await page.goto(`${origin}${gallery}soon.html`);
	assert.equal(await page.textContent("[data-until]"), "opens in 00:10");
	await page.clock.runFor(11_000);
	assert.equal(await page.textContent("[data-until]"), "Open now.");
	await page.close();
});

test("script: a part is fetched anew until it is finished", async () => {
	const page = await browser.newPage();
	await page.clock.install({ time: new Date("2030-01-01T00:00:00Z") });
	await page.clock.pauseAt(new Date("2030-01-01T01:00:00Z"));
	const part = (n, more) => `<!DOCTYPE html><html lang="en"><title>x</title>
		<script src="/www/js/sojourn.js" defer></script>
		<div id="p"${more ? " data-refresh=\"3\"" : ""}>${n} of 2</div></html>`;
	let asked = 0;
	await page.route("**/progress", (route) => route.fulfill({
		body: part(asked, asked++ < 2), contentType: "text/html" }));
	await page.goto(`${origin}/progress`);
	assert.equal(await page.textContent("#p"), "0 of 2");
	for (const n of [1, 2]) {
		await page.clock.runFor(3_100);
		await page.locator("#p", { hasText: `${n} of 2` }).waitFor();
	}
	await page.clock.runFor(6_200);
	await page.waitForTimeout(200);
	assert.equal(asked, 3);
	await page.close();
});
