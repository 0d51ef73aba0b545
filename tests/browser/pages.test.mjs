// Every page, for somebody who may open it, in three widths and languages.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { parse } from "node-html-parser";
import { base, clock, reset } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { pages, session } from "./pages.mjs";
import { complaints, inaccessible, invalid, sideways } from "./rules.mjs";

// The page at 200 % zoom, without the script, is looked at for what is seen and
// how wide it is; axe needs the script.
const views = [
	{ lang: "ja", width: 640, height: 450, javaScriptEnabled: false },
	{ lang: "en", width: 1280, height: 900 },
	{ lang: "ko", width: 320, height: 640 },
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

async function opened(page, view, look)
{
	const made = await browser.newContext({ baseURL: base,
		locale: view.lang, timezoneId: "Asia/Seoul",
		javaScriptEnabled: view.javaScriptEnabled ?? true,
		viewport: { width: view.width, height: view.height } });
	try {
		await made.addCookies([...cookies(page.who),
			{ name: "lang", value: view.lang, url: base }]);
		await look(await made.newPage());
	} finally {
		await made.close();
	}
}

// What the first view of somebody with an empty cache costs.
async function meter(tab)
{
	const wire = await tab.context().newCDPSession(tab);
	const cost = { bytes: 0, asked: new Set() };
	await wire.send("Network.enable");
	wire.on("Network.requestWillBeSent", (e) => {
		/* The mark and the icon are one; the browser's own are data. */
		if (!e.request.url.startsWith("data:"))
			cost.asked.add(e.request.url);
	});
	wire.on("Network.loadingFinished", (e) => {
		cost.bytes += e.encodedDataLength;
	});
	return cost;
}

// Every form has a button, and the hidden fields when it writes.
function incomplete(html)
{
	const all = parse(html).querySelectorAll("form");
	assert.ok(all.length > 0, "at least the frame has a form");
	return all.flatMap((form) => {
		const of = form.getAttribute("action");
		const wrong = form.querySelector("button, input[type=submit]") ?
			[] : [`${of}: no button`];
		if (form.getAttribute("method") === "post")
			for (const name of ["csrf", "request"])
				if (!form.querySelector(`input[name=${name}]`))
					wrong.push(`${of}: ${name}`);
		return wrong;
	});
}

async function looks(tab, url, view)
{
	const bad = complaints(tab);
	const cost = await meter(tab);
	const answer = await tab.goto(url, { waitUntil: "networkidle" });
	assert.equal(answer.status(), 200, url);
	assert.equal(new URL(tab.url()).pathname, url.split("?")[0]);
	assert.deepEqual(await sideways(tab), [], "no sideways scrolling");
	assert.deepEqual(bad, [], "no complaint, no breach of the policy");
	assert.equal(await tab.locator("h1").count(), 1, "one h1");
	assert.ok(await tab.locator("h1").isVisible());
	if (view.javaScriptEnabled === false)
		return;
	assert.ok(cost.bytes <= WIRE, `${cost.bytes} bytes`);
	assert.ok(cost.asked.size <= REQUESTS, [...cost.asked].join(" "));
	assert.equal(await tab.getAttribute("html", "lang"), view.lang);
	const policy = answer.headers()["content-security-policy"] ?? "";
	assert.match(policy, /default-src 'self'|default-src 'none'/);
	assert.doesNotMatch(policy, /unsafe/);
	const html = await answer.text();
	assert.deepEqual(incomplete(html), []);
	assert.deepEqual(await invalid(html), []);
	assert.deepEqual(await inaccessible(tab), []);
}

for (const page of sorted) {
	test(`${page.path} as ${page.who ?? "nobody"}`, async () => {
		assert.ok(page.url, "a page with a parameter has its example in pages.mjs");
		if (page.at !== now) {
			now = page.at;
			clock(now);
		}
		const url = page.url();
		// Side by side: most of a view is waiting until nothing is loaded.
		await Promise.all(views.map((view) =>
			opened(page, view, (tab) => looks(tab, url, view))));
	});
}
