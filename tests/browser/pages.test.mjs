// Every page, for everyone who may open it, in three widths and languages.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { as, base, clock, reset } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { pages, notPages } from "./pages.mjs";
import { complaints, inaccessible, invalid, sideways } from "./rules.mjs";

const views = [
	{ lang: "ko", width: 320, height: 640 },
	{ lang: "ja", width: 640, height: 450 },	/* 1280 at 200 % */
	{ lang: "en", width: 1280, height: 900 },
];
const WIRE = 60_000, REQUESTS = 4;

let browser, context;
const logins = new Map();

before(async () => {
	await reset();
	clock("apply");
	({ browser, context } = await open());
	await context.close();
});
after(() => browser?.close());

// The cookies of somebody who has logged in, once for the whole file.
async function cookies(who)
{
	if (!who)
		return [];
	if (!logins.has(who)) {
		const jar = (await as(who)).jar;
		logins.set(who, [...jar].map(([name, value]) =>
			({ name, value, url: base })));
	}
	return logins.get(who);
}

async function opened(page, view, options, look)
{
	const made = await browser.newContext({ baseURL: base,
		locale: view.lang, timezoneId: "Asia/Seoul",
		viewport: { width: view.width, height: view.height }, ...options });
	try {
		await made.addCookies([...await cookies(page.who),
			{ name: "lang", value: view.lang, url: base }]);
		await look(await made.newPage());
	} finally {
		await made.close();
	}
}

function rows()
{
	const root = new URL("../../cgi-bin/", import.meta.url);
	return readdirSync(root).flatMap((name) => {
		const main = readFileSync(new URL(`${name}/main.c`, root), "utf8");
		return [...main.matchAll(/\{\s*"GET",\s*"([^"]+)"/g)].map((m) => m[1]);
	}).filter((path) => !/\.[a-z]+$/.test(path));
}

test("every row of a page table is looked at here", () => {
	const missing = rows().filter((path) => !pages[path] && !notPages.has(path));
	assert.deepEqual(missing, []);
});

// Ordered by the moment, so that the clock only moves forward.
const order = ["apply", "register", "change", "withdraw", "grades"];
const sorted = Object.entries(pages).sort(([, a], [, b]) =>
	order.indexOf(a.at ?? "apply") - order.indexOf(b.at ?? "apply"));
let now = "apply";

async function looks(path, page, view)
{
	const url = page.url ?? path;
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
async function plain(path, page)
{
	const url = page.url ?? path;
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

for (const [path, page] of sorted) {
	test(`${path} as ${page.who ?? "nobody"}`, async () => {
		if ((page.at ?? "apply") !== now) {
			now = page.at;
			clock(now);
		}
		for (const view of views)
			await looks(path, page, view);
		await plain(path, page);
	});
}
