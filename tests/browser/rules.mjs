// The rules that every page keeps, whoever wrote it: WCAG 2.2 AA as axe sees
// it, valid HTML, no sideways scrolling.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import { parse } from "node-html-parser";

const axe = readFileSync(createRequire(import.meta.url)
	.resolve("axe-core/axe.min.js"), "utf8");

const validator = new HtmlValidate({
	extends: ["html-validate:recommended"],
	rules: {
		// Matters of taste, not of the standard.
		"attr-quotes": "off", "long-title": "off", "no-trailing-whitespace": "off",
		"no-implicit-button-type": "off", "no-implicit-input-type": "off",
		"tel-non-breaking": "off", "void-style": "off",
		// Files are our own, from our own host.
		"require-sri": "off",
		/* For those without the script, and never without a way to stop it. */
		"meta-refresh": "off",
		"aria-label-misuse": ["error", { allowAnyNamable: true }],
		// Lists of check boxes and buttons with one name are meant.
		"form-dup-name": "off",
		// Seen to by twice() and hidden(): half a page's time here, quadratic.
		"no-dup-id": "off", "hidden-focusable": "off",
	},
});

// Ids that a page has more than once.
function twice(dom)
{
	const seen = new Set();
	return dom.querySelectorAll("[id]").map((e) => e.getAttribute("id"))
		.filter((id) => seen.size === seen.add(id).size)
		.map((id) => `the id ${id} is there twice`);
}

// What can have the focus where nobody is told of it.
function hidden(dom)
{
	return dom.querySelectorAll('[aria-hidden="true"]').flatMap((e) =>
		[e, ...e.querySelectorAll("*")])
		.filter((e) => !e.hasAttribute("disabled") &&
			e.getAttribute("tabindex") !== "-1" &&
			(/^(BUTTON|SELECT|TEXTAREA|IFRAME|SUMMARY)$/.test(e.tagName) ||
			e.hasAttribute("tabindex") || e.tagName === "A" && e.hasAttribute("href") ||
			e.tagName === "INPUT" && e.getAttribute("type") !== "hidden"))
		.map((e) => `hidden and focusable: ${e.outerHTML.slice(0, 80)}`);
}

// What is wrong with the HTML, one line each.
export async function invalid(html, { mail = false } = {})
{
	const report = await validator.validateString(html, mail ?
		{ rules: { "no-inline-style": "off" } } : undefined);
	const dom = parse(html);
	return [...report.results.flatMap((r) => r.messages)
		.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`),
	...twice(dom), ...hidden(dom)];
}

// What axe finds on the page in its present state.  It is asked for nothing else:
// telling of each element that passed takes several times as long as the rules.
export async function inaccessible(page)
{
	await page.evaluate(axe);
	const found = await page.evaluate(async () => (await globalThis.axe.run({
		resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a",
			"wcag21aa", "wcag22aa", "best-practice"] })).violations);
	return found.map((v) => `${v.id}: ${v.nodes.slice(0, 3)
		.map((n) => `${n.target.join(" ")} (${n.failureSummary
			?.split("\n")[1]?.trim()})`).join("; ")}`);
}

// Elements that make the page wider than its window; none when it fits.
export function sideways(page)
{
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width)
			return [];
		return [...document.querySelectorAll("body *")]
			.filter((e) => e.getBoundingClientRect().right > width + 1)
			.slice(0, 5).map((e) => `${e.tagName} ${e.className}`);
	});
}

// What the reader's side complains about: scripts, missing files, refusals by
// the content security policy.  Call before the page is opened.
export function complaints(page)
{
	const found = [];
	page.on("pageerror", (e) => found.push(e.message));
	page.on("console", (m) => {
		if (m.type() === "error")
			found.push(m.text());
	});
	return found;
}
