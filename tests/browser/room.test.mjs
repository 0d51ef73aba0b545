// The waiting room as a student meets it on a phone (S21): calm, in three
// languages, without the script by the page's own refresh, with it without one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { base, clock, reset, sql, until, value } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { session } from "./pages.mjs";
import { complaints, inaccessible, invalid, sideways } from "./rules.mjs";

const me = "E252000015", BEFORE = 1233;
let browser;

before(async () => {
	await reset();
	clock("register", { jobs: false });
	const made = await open();
	await made.context.close();
	({ browser } = made);
	sql(`update sojourn.room set mode = 'on', rate = 1,
		unseen = 3600, part = -1e9`);
	await until(() => value("select opened_at is not null from sojourn.room"));
	await queue();
});
after(async () => {
	sql("update sojourn.room set mode = 'off'");
	await browser?.close();
});

// A crowd before me, of accounts that do not exist, and so many that go in a
// second; the row stands still.
async function queue(pace = 4, rate = 4)
{
	sql(`delete from sojourn.room_place;
	insert into sojourn.room_place (round, account_id, place, arrived_at, seen_at)
	select r.round, -n, n, clock_timestamp(), clock_timestamp()
	  from sojourn.room r, generate_series(1, ${BEFORE}) n;
	insert into sojourn.room_place (round, account_id, place, arrived_at, seen_at, entered_at)
	select r.round, -10000 - n, 0, clock_timestamp(), clock_timestamp(),
	       clock_timestamp() + interval '1 hour'
	  from sojourn.room r, generate_series(1, ${pace * 5}) n;
	update sojourn.room set last_place = ${BEFORE}, mark = 0, waiting = ${BEFORE + 1},
	    rate = ${rate}, part = -1e9;`);
	const state = async () => (await fetch(`${base}/register/room.json`)).json();
	await until(async () => {
		const s = await state();
		return s.last === BEFORE && s.mark === 0 && s.pace === pace;
	});
}

async function opened(lang, options, look)
{
	const made = await browser.newContext({ baseURL: base, locale: lang,
		timezoneId: "Asia/Seoul", viewport: { width: 360, height: 740 }, ...options });
	try {
		await made.addCookies([session(me), { name: "lang", value: lang, url: base }]);
		await look(await made.newPage());
	} finally {
		await made.close();
	}
}

for (const lang of ["ko", "en", "ja"])
	test(`S21: the page at 360 px, ${lang}`, async () => {
		await opened(lang, {}, async (tab) => {
			const bad = complaints(tab);
			const answer = await tab.goto("/register");
			assert.equal(answer.status(), 429);
			assert.deepEqual(await sideways(tab), []);
			assert.equal(await tab.locator("h1").count(), 1);
			assert.equal(await tab.getAttribute("html", "lang"), lang);
			assert.equal(await tab.locator("[data-outcome=busy]").count(), 1);
			assert.deepEqual(await invalid(await answer.text()), []);
			assert.deepEqual(await inaccessible(tab), []);
			/* The browser itself calls a 429 an error. */
			assert.deepEqual(bad.filter((b) => !/429/.test(b)), []);
			assert.equal(await tab.locator("[data-ahead]").textContent(), "1,233");
			assert.match(await tab.locator("dd span:not([hidden])").textContent(), /\b6\b/);
			if (process.env.SHOTS)
				await tab.screenshot({ path: `${process.env.SHOTS}/room-${lang}.png`, fullPage: true });
		});
	});

test("without the script the page asks again by itself, until it goes in", async () => {
	await opened("en", { javaScriptEnabled: false }, async (tab) => {
		await queue(1, 1000);
		await tab.goto("/register");
		sql("update sojourn.room set mark = last_place");
		await tab.waitForURL("**/register", { timeout: 60_000 });
		await tab.waitForSelector("form[action='/register/enrol']");
	});
});

test("with the script the numbers follow and the door opens, without a reload", async () => {
	await queue(1, 1000);
	await opened("en", {}, async (tab) => {
		await tab.goto("/register");
		const wait = Number((await tab.locator("#room > p").textContent()).match(/\d+/)[0]);
		assert.equal(wait, 3);
		await tab.evaluate(() => { window.kept = true; });
		sql("update sojourn.room set mark = 1000, waiting = 234");
		await until(async () => await tab.locator("[data-ahead]").textContent() === "233");
		assert.match(await tab.locator("dd span:not([hidden])").textContent(), /^about 4 min$/);
		await sleep(wait * 1000 + 1000);
		assert.equal(await tab.evaluate(() => window.kept), true, "the page's own refresh is stopped");
		sql("update sojourn.room set mark = last_place");
		await tab.waitForSelector("form[action='/register/enrol']", { timeout: 60_000 });
	});
});
