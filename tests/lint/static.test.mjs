// What www/ serves stays small, whole and within its own rules.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Script } from "node:vm";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const packed = (path) => gzipSync(read(path), { level: 6 }).length;

test("the stylesheet is at most 15 kB compressed", () => {
	assert.ok(packed("www/css/sojourn.css") <= 15_000);
});

test("the script is at most 8 kB compressed and parses", () => {
	assert.ok(packed("www/js/sojourn.js") <= 8_000);
	new Script(read("www/js/sojourn.js"));
});

test("nothing is asked from another host", () => {
	for (const path of ["www/css/sojourn.css", "www/js/sojourn.js"])
		assert.doesNotMatch(read(path), /(?:https?:)?\/\/[a-z0-9-]+\.[a-z]/i, path);
});

function templates(folder) {
	return readdirSync(new URL(folder, root), { withFileTypes: true })
		.flatMap((entry) => (entry.isDirectory() ? templates(folder + entry.name + "/")
			: entry.name.endsWith(".tpl") ? [folder + entry.name] : []));
}

test("templates carry no inline style, script or handler", () => {
	const bad = templates("templates/").filter((path) =>
		/\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=/.test(read(path)));
	assert.deepEqual(bad, []);
});

test("templates use only classes that the stylesheet or the script knows", () => {
	const known = new Set([...read("www/css/sojourn.css").matchAll(/\.([a-z][a-z0-9-]*)/gi)]
		.map((m) => m[1]));
	const unknown = templates("templates/").flatMap((path) =>
		[...read(path).matchAll(/class="([^"]*)"/g)]
			.flatMap((m) => m[1].replace(/\{[^}]*\}/g, "§").split(/\s+/))
			.filter((word) => /^[a-z][a-z0-9-]*$/i.test(word) && !known.has(word))
			.map((word) => path + ": " + word));
	assert.deepEqual(unknown, []);
});
