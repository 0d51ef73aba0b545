// Debian's Chromium for the browser tests.
//	const { browser, page } = await open({ lang: "ko", width: 360 });
import { chromium } from "playwright-core";
import { base } from "./fixture.mjs";

export async function open({ lang = "en", width = 1280, height = 900,
	...options } = {})
{
	const browser = await chromium.launch({
		executablePath: process.env.SOJOURN_CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-dev-shm-usage"],
	});
	const context = await browser.newContext({ baseURL: base, locale: lang,
		timezoneId: "Asia/Seoul", viewport: { width, height },
		...options });
	return { browser, context, page: await context.newPage() };
}
