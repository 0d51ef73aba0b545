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
		if (page.status >= 400)
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

const everybody = ["E252000015", "20203001", "cnu", "cnu.dean", "kaist", "academic", "affairs",
	"auditor", "admin", "prof.kim"];
const homes = [[/^E/, "/register"], [/^2/, "/certificates"], [/^(cnu|kaist)/, "/partner"], [/^prof/, "/teach"]];
const homeOf = (who) => who ? homes.find(([of]) => of.test(who))?.[1] ?? "/staff" : "/tempid/apply";

for (const who of [null, ...everybody])
	test(`links of ${who ?? "nobody"}`, async () => {
		const browser = who ? desk(who) : new Browser();
		assert.deepEqual(await crawl(browser, ["/", homeOf(who)]), []);
	});

// At other moments of the term the first page and the menu have other entries.
for (const moment of ["apply", "change", "withdraw", "grades"])
	test(`menus and the first page, for everybody: ${moment}`, async () => {
		clock(moment, { jobs: false });
		for (const who of [null, "E252000015", "20203001", "cnu", "academic", "prof.kim"]) {
			const browser = who ? desk(who) : new Browser();
			const seen = new Set(), offered = [];
			for (const path of ["/", homeOf(who)])
				offered.push(...links(await browser.get(path), seen));
			assert.ok(offered.length > 4, `${who} at ${moment}`);
			await Promise.all(offered.map(async (path) => {
				const page = await browser.follow(await browser.get(path));
				assert.ok(page.status < 400, `${page.status} ${path}, offered to ${who} at ${moment}`);
			}));
		}
	});

test("the way on from the first page is each reader's own", async () => {
	clock("register", { jobs: false });
	const way = async (browser) => {
		const first = await browser.get("/");
		return browser.get(first.one(".card.now a.btn").getAttribute("href"));
	};
	assert.equal((await way(new Browser())).location, "/account/login?next=/register");
	assert.equal((await way(desk("E252000015"))).location, "/register");
	for (const who of everybody.slice(1)) {
		const page = await way(desk(who));
		assert.equal(page.status, 200, who);
		assert.equal(page.one("main a.btn").getAttribute("href"), homeOf(who));
	}
	const home = await desk("cnu").get("/account");
	assert.equal(home.location, "/partner");
	assert.equal((await desk("cnu").get("/account?next=//evil.example")).location, "/partner", "S8");
});
