// The rules that every page keeps, whoever wrote it: WCAG 2.2 AA as axe sees
// it, valid HTML, no sideways scrolling.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";

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
	},
});

// What is wrong with the HTML, one line each.
export async function invalid(html, { mail = false } = {})
{
	const report = await validator.validateString(html, mail ?
		{ rules: { "no-inline-style": "off" } } : undefined);
	return report.results.flatMap((r) => r.messages)
		.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`);
}

// What axe finds on the page in its present state.
export async function inaccessible(page)
{
	await page.evaluate(axe);
	const found = await page.evaluate(() => globalThis.axe.run({ runOnly: [
		"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
		"best-practice"] }));
	return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3)
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
