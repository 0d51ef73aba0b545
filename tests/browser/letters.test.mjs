// R113-R115 in a real browser, with the script and without: a student asks, the
// office has it written, a second person reads it, the student fetches it,
// anybody verifies it; an author outside by a link.  Every page on the way keeps
// the rules of all pages.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, clock, delivered, link, mail, reset, until, value } from "../fixture.mjs";
import { open } from "../chromium.mjs";
import { session } from "./pages.mjs";
import { complaints, inaccessible, invalid, sideways } from "./rules.mjs";

let browser;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	const made = await open();
	await made.context.close();
	({ browser } = made);
});
after(() => browser?.close());

// A tab of somebody, nobody for a link; its complaints end the test.
async function tabOf(who, { lang = "en", width = 1280, script = true } = {})
{
	const context = await browser.newContext({ baseURL: base, locale: lang, javaScriptEnabled: script,
		viewport: { width, height: 800 } });
	await context.addCookies([{ name: "lang", value: lang, url: base }, ...who ? [session(who)] : []]);
	const tab = await context.newPage();
	tab.bad = complaints(tab);
	return tab;
}

const done = async (...tabs) => {
	for (const tab of tabs) {
		assert.deepEqual(tab.bad.filter((b) => !/status of 4(22|29)/.test(b)), []);
		await tab.context().close();
	}
};
const press = async (tab, name) => {
	await tab.locator("main").getByRole("button", { name, exact: true }).first().click();
	await tab.waitForLoadState("load");
};
const outcomes = (tab) => tab.locator("main [data-outcome]").evaluateAll((all) =>
	all.map((e) => e.getAttribute("data-outcome")));
const saved = (tab, words) => until(async () => words.test(await tab.locator("#saved").textContent()), 15);
const clean = async (tab, what) => {
	assert.deepEqual(await inaccessible(tab), [], what);
	assert.deepEqual(await sideways(tab), [], what);
	assert.deepEqual((await invalid(await tab.content())).filter((h) => !/attribute-boolean-style/.test(h)), [], what);
};

async function ask(tab, recipient)
{
	await tab.goto("/letters");
	if (await tab.locator("details.more:not([open]) > summary").count())
		await tab.locator("details.more > summary").first().click();
	await tab.fill("#purpose", "A master's course");
	await tab.fill("#recipient", recipient);
	await tab.locator("[name=language][value=en]").check();
	await tab.locator("[name=delivery][value=download]").check();
	await press(tab, "Ask for the letter");
	assert.deepEqual(await outcomes(tab), ["done"]);
	return value("select max(id)::int from sojourn.letter");
}

for (const script of [true, false])
	test(`a letter from asking to the verdict, ${script ? "with" : "without"} the script`, async () => {
		const [student, office, author] = [await tabOf("E252000015", { script, width: 360 }),
			await tabOf("affairs", { script }), await tabOf("prof.kim", { script })];
		const id = await ask(student, `Journey ${script}`);
		if (script)
			await clean(student, "requests");
		await office.goto("/staff/letters");
		await office.locator(`tr[data-letter='${id}'] a`).click();
		await office.selectOption("#login", "prof.kim");
		await press(office, "Ask this colleague");
		assert.deepEqual(await outcomes(office), ["done"]);
		await author.goto("/letters/write");
		await author.locator(`tr[data-letter='${id}'] a`).click();
		await author.fill("#body", "She did well.\n\nI recommend her.");
		if (script) {
			await saved(author, /^Saved/);
			assert.match(value("select body from sojourn.letter_draft where letter_id = $1", [id]), /I recommend her/,
				"it saves itself");
			await clean(author, "writing");
		}
		await press(author, "Hand in to the second reader");
		assert.deepEqual(await outcomes(author), ["done"]);
		await office.goto(`/staff/letters/${id}`);
		if (script)
			await clean(office, "reading");
		await press(office, "Approve and issue");
		assert.deepEqual(await outcomes(office), ["pending"]);
		await until(() => value("select state from sojourn.letter where id = $1", [id]) === "issued");
		await student.goto("/letters");
		const href = await student.locator(`[data-letter='${id}'] a[href$='.pdf']`).getAttribute("href");
		const pdf = await student.request.get(href);
		assert.equal(pdf.headers()["content-type"], "application/pdf");
		const reader = await tabOf(undefined, { script, width: 360 });
		await reader.goto("/verify");
		await reader.setInputFiles("input[type=file]", { name: "letter.pdf", mimeType: "application/pdf",
			buffer: await pdf.body() });
		await reader.locator("main form button").last().click();
		await reader.waitForLoadState("load");
		assert.deepEqual(await outcomes(reader), ["valid"]);
		await done(student, office, author, reader);
	});

test("two windows: the second one is told, and keeps its words", async () => {
	const [student, office, left, right] = [await tabOf("E252000015"), await tabOf("affairs"), await tabOf("prof.kim"),
		await tabOf("prof.kim")];
	const id = await ask(student, "Two windows");
	await office.goto(`/staff/letters/${id}`);
	await office.selectOption("#login", "prof.kim");
	await press(office, "Ask this colleague");
	await left.goto(`/letters/write/${id}`);
	await right.goto(`/letters/write/${id}`);
	await left.fill("#body", "from the left");
	await saved(left, /^Saved/);
	await right.fill("#body", "from the right");
	await saved(right, /another window/);
	await press(right, "Save");
	assert.deepEqual(await outcomes(right), ["changed"]);
	assert.equal(await right.inputValue("#body"), "from the right");
	assert.match(await right.locator("pre.letter").textContent(), /from the left/);
	await clean(right, "two texts");
	await done(student, office, left, right);
});

test("an author outside, on a phone, without the script, in Japanese: writes; another one declines", async () => {
	const [student, office] = [await tabOf("E252000015"), await tabOf("affairs")];
	for (const [decision, to] of [["submit", "sato@uni.example"], ["decline", "no@uni.example"]]) {
		const since = await delivered();
		const id = await ask(student, `Outside ${decision}`);
		await office.goto(`/staff/letters/${id}`);
		await office.locator("details.more > summary").first().click();
		await office.fill("#name", "佐藤 教授");
		await office.fill("#email", to);
		await press(office, "Send the link");
		assert.deepEqual(await outcomes(office), ["done"]);
		const url = link(await mail({ kind: "letter-link", to, since }));
		const tab = await tabOf(undefined, { lang: "ja", width: 360, script: false });
		await tab.goto(url);
		assert.equal(new URL(tab.url()).search, "", "S8: no token in the address");
		if (decision === "submit") {
			await tab.fill("#body", "優秀な学生です。");
			await tab.fill("#signed_name", "佐藤");
			await tab.locator("button[value=submit]").click();
		} else {
			await tab.locator("details.more > summary").click();
			await tab.fill("#reason", "面識がありません。");
			await tab.locator("button[value=decline]").click();
		}
		await tab.waitForLoadState("load");
		assert.deepEqual(await outcomes(tab), ["done"]);
		await tab.goto(url);
		assert.match(await tab.locator("main").textContent(), /役目は終わりました/);
		assert.equal(value("select state from sojourn.letter where id = $1", [id]),
			decision === "submit" ? "review" : "requested");
		await done(tab);
	}
	await done(student, office);
});

test("the pages behind links, and a form with mistakes, in three languages and widths", async () => {
	const student = await tabOf("E252000023"), office = await tabOf("affairs");
	const since = await delivered();
	const id = await ask(student, "Pages");
	await office.goto(`/staff/letters/${id}`);
	await office.locator("details.more > summary").first().click();
	await office.fill("#name", "Ruth Weiss");
	await office.fill("#email", "weiss@uni.example");
	await press(office, "Send the link");
	const url = link(await mail({ kind: "letter-link", to: "weiss@uni.example", since }));
	for (const [lang, width] of [["ko", 320], ["ja", 640], ["en", 1280]]) {
		const tab = await tabOf("E252000031", { lang, width });
		await tab.goto("/letters");
		await clean(tab, `empty ${lang} ${width}`);
		await tab.locator("main form button").last().click();
		await tab.waitForLoadState("load");
		await clean(tab, `mistakes ${lang} ${width}`);
		const outside = await tabOf(undefined, { lang, width });
		await outside.goto(url);
		await clean(outside, `writing ${lang} ${width}`);
		await outside.goto(`/letters/author?t=${"A".repeat(43)}`);
		await clean(outside, `nowhere ${lang} ${width}`);
		await outside.goto(`/letters/reader?t=${"A".repeat(43)}`);
		await clean(outside, `no reader ${lang} ${width}`);
		await done(tab, outside);
	}
	await done(student, office);
});
