// No link leads nowhere: every address that a page offers answers, for
// everybody it is offered to; each form of a page is a request of its own.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, base, clock, reset } from "../../fixture.mjs";
import { desk } from "../staff/desk.mjs";

before(async () => {
	await reset();
	clock("register", { jobs: false });
});

const origin = new URL(base).origin;

// Links of a page inside this site, without fragments; one of each shape.
function links(page, seen)
{
	const found = [];
	for (const a of page.all("a[href]")) {
		const url = new URL(a.getAttribute("href").replaceAll("&amp;", "&"), page.url);
		if (url.origin !== origin || url.searchParams.has("lang"))
			continue;
		url.hash = "";
		const shape = url.pathname.replace(/\d+/g, "0")
			.replace(/\/courses\/.*/, "/courses/X") + "?" +
			[...url.searchParams.keys()].sort().join("&");
		if (!seen.has(shape)) {
			seen.add(shape);
			found.push(url.pathname + url.search);
		}
	}
	return found;
}

// Two forms with one request id: after the back button the second would be
// taken for the first, and what it says would be lost (F8).
function shared(page)
{
	const ids = page.all("main form[method=post] input[name=request]").map((e) => e.getAttribute("value"));
	return ids.length === new Set(ids).size ? [] : [`${page.path}: forms share a request id`];
}

async function crawl(browser, start)
{
	const seen = new Set(), broken = [];
	const queue = start.map((path) => [path, ""]);
	while (queue.length) {
		const [path, from] = queue.shift();
		const page = await browser.get(path);
		/* The first page is one for everybody: not all of it is for each. */
		if (page.status >= 400 && !(page.status === 403 && from === "/"))
			broken.push(`${page.status} ${path} on ${from}`);
		if (page.headers.get("content-type")?.startsWith("text/html"))
			queue.push(...links(page, seen).map((l) => [l, path]));
		broken.push(...shared(page));
		if (page.location?.startsWith("/"))
			queue.push([page.location, path]);
		assert.ok(seen.size < 400);
	}
	return broken;
}

for (const who of [null, "E252000015", "cnu", "cnu.dean", "academic", "affairs",
    "auditor", "admin", "prof.kim"])
	test(`links of ${who ?? "nobody"}`, async () => {
		const browser = who ? desk(who) : new Browser();
		const home = !who ? "/tempid/apply" : /^E/.test(who) ? "/register" :
			who.startsWith("cnu") ? "/partner" : "/staff";
		const start = who === "prof.kim" ? ["/"] : ["/", home];
		assert.deepEqual(await crawl(browser, start), []);
	});
