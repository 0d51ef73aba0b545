// Grades in a real browser, from the instructor's sheet to the home university:
// by form with and without the script, by file, announced, asked about, changed,
// acknowledged (R14, R15, R186).
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, clock, reset, sql, until } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { grade, seat } from "../http/teach/scene.mjs";
import { session } from "./pages.mjs";
import { complaints, inaccessible, sideways } from "./rules.mjs";

const code = "BIO5012-01";
let browser, ids;
before(async () => {
	await reset();
	ids = seat(code, 5);
	clock("2025-12-22T10:00:00+09:00", { jobs: false });
	const made = await open();
	await made.context.close();
	({ browser } = made);
});
after(() => browser?.close());

async function visitor(t, login, { width = 1280, lang = "en", ...options } = {})
{
	const context = await browser.newContext({ baseURL: base, locale: lang, timezoneId: "Asia/Seoul",
		viewport: { width, height: 900 }, ...options });
	t.after(() => context.close());
	await context.addCookies([session(login), { name: "lang", value: lang, url: base }]);
	return context.newPage();
}
const press = async (tab, button) => {
	await Promise.all([tab.waitForEvent("load"), button.click()]);
};
async function whole(tab, name)
{
	if (process.env.SHOTS)
		await tab.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
	assert.deepEqual(await sideways(tab), [], "no sideways scrolling");
	assert.deepEqual(await inaccessible(tab), []);
}
const field = (tab, id) => tab.locator(`tr[data-student="${id}"] input[name=grade]`);

test("with the script a grade is saved when its field is left, and says so", async (t) => {
	const tab = await visitor(t, "prof.kim");
	const bad = complaints(tab);
	await tab.goto(`/teach/${code}/grades`);
	await field(tab, ids[0]).fill("90");
	await field(tab, ids[0]).press("Enter");
	await tab.locator(`tr[data-student="${ids[0]}"] output`, { hasText: "Saved" }).waitFor();
	assert.equal(grade(ids[0], code), "90");
	assert.equal(await tab.locator("[data-missing]").first().textContent(), "4");
	// Another tab was first: what holds now is shown, nothing is overwritten.
	const other = await visitor(t, "prof.kim");
	await other.goto(`/teach/${code}/grades`);
	await field(tab, ids[0]).fill("91");
	await field(tab, ids[0]).blur();
	await until(() => grade(ids[0], code) === "91");
	await field(other, ids[0]).fill("12");
	await field(other, ids[0]).blur();
	await other.locator(`tr[data-student="${ids[0]}"] output`, { hasText: "was first" }).waitFor();
	assert.equal(await field(other, ids[0]).inputValue(), "91");
	await field(other, ids[1]).fill("200");
	await field(other, ids[1]).blur();
	await other.locator(`tr[data-student="${ids[1]}"] output`, { hasText: "0 and 100" }).waitFor();
	assert.deepEqual([grade(ids[0], code), grade(ids[1], code)], ["91", undefined]);
	await whole(tab, "sheet");
	assert.deepEqual(bad.filter((m) => !/422/.test(m)), []);
});

test("without the script: one button; from a file: the preview and the commit", async (t) => {
	const tab = await visitor(t, "prof.kim", { javaScriptEnabled: false, width: 360 });
	await tab.goto(`/teach/${code}/grades`);
	await field(tab, ids[1]).fill("71.5");
	await press(tab, tab.getByRole("button", { name: "Save", exact: true }));
	assert.match(await tab.locator("[data-outcome=done]").textContent(), /1 grade\b/);
	await tab.setInputFiles("#list", { name: "grades.csv", mimeType: "text/csv",
		buffer: Buffer.from(`student,grade\n${ids[2]},66\n${ids[3]},88\n${ids[4]},abc\n`) });
	await press(tab, tab.getByRole("button", { name: "Read the sheet" }));
	assert.equal(await tab.locator("tr[data-tone=bad]").count(), 1);
	if (process.env.SHOTS)
		await tab.screenshot({ path: `${process.env.SHOTS}/preview.png`, fullPage: true });
	await press(tab, tab.getByRole("button", { name: "Save 2 grades" }));
	assert.deepEqual([grade(ids[2], code), grade(ids[3], code)], ["66", "88"]);
	await tab.goto("/teach");
	if (process.env.SHOTS)
		await tab.screenshot({ path: `${process.env.SHOTS}/teach.png`, fullPage: true });
});

test("announced, asked about, changed: the student sees both values", async (t) => {
	const early = await visitor(t, ids[0], { width: 360 });
	await early.goto("/grades");
	await whole(early, "hidden");
	assert.equal(await early.locator(`li[data-section="${code}"]`).getAttribute("data-grade"), "");
	clock("2025-12-29T00:00:00+09:00", { jobs: false });
	sql("select sojourn.job_announce('2025-12-29 00:00+09')");
	const tab = await visitor(t, ids[0], { width: 360, lang: "ko" });
	await tab.goto("/grades");
	assert.equal(await tab.locator(`li[data-section="${code}"]`).getAttribute("data-grade"), "91");
	await tab.locator("details.more summary", { hasText: code }).click();
	await tab.locator(`textarea[id="reason-${code}"]`).fill("3번 문항이 채점되지 않았습니다.");
	await press(tab, tab.locator('form[action="/grades/appeal"] button'));
	assert.equal(await tab.locator("[data-appeal]").getAttribute("data-appeal-state"), "open");
	const prof = await visitor(t, "prof.kim");
	await prof.goto("/teach");
	await press(prof, prof.locator("a.queue", { hasText: "Corrections to decide" }));
	await whole(prof, "appeals");
	await prof.getByLabel("Change the grade").check();
	await prof.getByLabel(/^New grade/).fill("94.5");
	await prof.getByLabel(/^Reason, for the student/).fill("Question 3 is counted now.");
	await press(prof, prof.getByRole("button", { name: /^Decide/ }));
	await prof.locator("[data-outcome=done]").waitFor();
	await tab.goto("/grades");
	assert.doesNotMatch(await tab.locator("[data-appeal]").textContent(), /Before|asked for|changed the/, "all of it in Korean");
	assert.equal(await tab.locator("[data-before]").textContent(), "91");
	assert.equal(await tab.locator("[data-after]").textContent(), "94.5");
	assert.match(await tab.locator("[data-appeal]").textContent(), /Question 3 is counted now/);
	await whole(tab, "decided");
	await prof.goto(`/teach/${code}`);
	await whole(prof, "section");
});

test("the home university takes the list and acknowledges it; staff see the rest", async (t) => {
	const tab = await visitor(t, "cnu");
	await tab.goto("/partner");
	await press(tab, tab.locator("[data-work=acknowledge-grades] a"));
	await press(tab, tab.getByRole("link", { name: "Download as a file" }));
	await tab.getByLabel(/^What the file is for/).selectOption({ index: 1 });
	await press(tab, tab.getByRole("button", { name: /^Go on/ }));
	const [download] = await Promise.all([tab.waitForEvent("download"),
		tab.getByRole("link", { name: "Download as XLSX" }).click()]);
	assert.match(download.suggestedFilename(), /^grades-2025-2-v\d+\.xlsx$/);
	await whole(tab, "list");
	await press(tab, tab.getByRole("button", { name: /^Acknowledge/ }));
	await tab.locator("[data-outcome=done]").waitFor();
	const staff = await visitor(t, "academic", { lang: "ja" });
	await staff.goto(`/staff/grades?section=${code}`);
	await whole(staff, "staff-grades");
	await staff.goto("/staff/appeals");
	await whole(staff, "staff-appeals");
});
