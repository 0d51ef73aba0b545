// Every page, for everyone who may open it, in three widths and languages.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, clock, reset } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { pages, session } from "./pages.mjs";
import { complaints, inaccessible, invalid, sideways } from "./rules.mjs";

const views = [
	{ lang: "ko", width: 320, height: 640 },
	{ lang: "ja", width: 640, height: 450 },	/* 1280 at 200 % */
	{ lang: "en", width: 1280, height: 900 },
];
const WIRE = 60_000, REQUESTS = 4;

await reset();
clock("apply");
const sorted = pages();
const sessions = new Map();
let now = "apply", browser;

before(async () => {
	const made = await open();
	await made.context.close();
	({ browser } = made);
});
after(() => browser?.close());

function cookies(who)
{
	if (!who)
		return [];
	if (!sessions.has(who))
		sessions.set(who, session(who));
	return [sessions.get(who)];
}

async function opened(page, view, options, look)
{
	const made = await browser.newContext({ baseURL: base,
		locale: view.lang, timezoneId: "Asia/Seoul",
		viewport: { width: view.width, height: view.height }, ...options });
	try {
		await made.addCookies([...cookies(page.who),
			{ name: "lang", value: view.lang, url: base }]);
		await look(await made.newPage());
	} finally {
		await made.close();
	}
}

async function looks(page, view)
{
	const { url } = page;
	await opened(page, view, {}, async (tab) => {
		const bad = complaints(tab);
		const answer = await tab.goto(url);
		assert.equal(answer.status(), 200, url);
		assert.equal(new URL(tab.url()).pathname, url.split("?")[0]);
		assert.equal(await tab.getAttribute("html", "lang"), view.lang);
		assert.equal(await tab.locator("h1").count(), 1, "one h1");
		assert.deepEqual(await sideways(tab), [], "no sideways scrolling");
		assert.deepEqual(await invalid(await answer.text()), []);
		assert.deepEqual(bad, [], "no complaint, no breach of the policy");
		const policy = answer.headers()["content-security-policy"] ?? "";
		assert.match(policy, /default-src 'self'|default-src 'none'/);
		assert.doesNotMatch(policy, /unsafe/);
		if (view.width !== 640)
			assert.deepEqual(await inaccessible(tab), []);
	});
}

// Without the script every form has its button and its two hidden fields, and
// the first view of somebody with an empty cache is small.
async function plain(page)
{
	const { url } = page;
	await opened(page, views[0], { javaScriptEnabled: false }, async (tab) => {
		await tab.goto(url);
		const wrong = [];
		for (const form of await tab.locator("form").all()) {
			const action = await form.getAttribute("action") ?? url;
			const buttons = form.locator("button, input[type=submit]");
			if (await buttons.count() === 0)
				wrong.push(`${action}: no button`);
			if (await form.getAttribute("method") !== "post")
				continue;
			for (const name of ["csrf", "request"])
				if (await form.locator(`input[name=${name}]`).count() !== 1)
					wrong.push(`${action}: ${name}`);
		}
		assert.deepEqual(wrong, []);
		assert.ok(await tab.locator("h1").isVisible());
	});
	await opened(page, views[2], {}, async (tab) => {
		const wire = await tab.context().newCDPSession(tab);
		const asked = new Set();	/* the mark and the icon are one */
		let bytes = 0;
		await wire.send("Network.enable");
		wire.on("Network.requestWillBeSent", (e) => {
			if (!e.request.url.startsWith("data:"))
				asked.add(e.request.url);
		});
		wire.on("Network.loadingFinished", (e) => {
			bytes += e.encodedDataLength;
		});
		await tab.goto(url, { waitUntil: "networkidle" });
		assert.ok(bytes <= WIRE, `${bytes} bytes`);
		assert.ok(asked.size <= REQUESTS, [...asked].join(" "));
	});
}

for (const page of sorted) {
	const skip = page.url === undefined &&
		"a page with a parameter needs an example in pages.mjs";
	test(`${page.path} as ${page.who ?? "nobody"}`, { skip }, async () => {
		if (page.at !== now) {
			now = page.at;
			clock(now);
		}
		for (const view of views)
			await looks(page, view);
		await plain(page);
	});
}
