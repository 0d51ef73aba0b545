// Measures the WCAG contrast of every pair of colours that the stylesheet puts
// on one another, in each of its four sets of tokens.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("../../www/css/sojourn.css", import.meta.url), "utf8");

// Text on ground needs 4.5; what marks a control or a state needs 3.
const TEXT = [
	["text", "bg"], ["text", "surface"], ["text", "card"], ["text", "tint"],
	["text", "ok-tint"], ["text", "warn-tint"], ["text", "bad-tint"],
	["soft", "bg"], ["soft", "surface"], ["soft", "card"], ["soft", "tint"],
	["soft", "ok-tint"], ["soft", "warn-tint"], ["soft", "bad-tint"], ["soft", "track"],
	["link", "bg"], ["link", "surface"], ["link", "card"], ["link", "tint"],
	["link", "ok-tint"], ["link", "warn-tint"], ["link", "bad-tint"],
	["fill-on", "fill"], ["fill-on", "fill-hover"], ["stop-on", "stop"],
	["ok", "bg"], ["ok", "ok-tint"], ["warn", "warn-tint"], ["warn", "card"],
	["bad", "bg"], ["bad", "surface"], ["bad", "card"], ["bad", "tint"], ["bad", "bad-tint"],
];
const SHAPE = [
	["edge", "bg"], ["edge", "surface"], ["edge", "card"], ["fill", "bg"],
	["focus", "bg"], ["focus", "surface"], ["focus", "card"], ["focus", "tint"],
	["ok-edge", "bg"], ["ok-edge", "ok-tint"], ["warn-edge", "bg"], ["warn-edge", "warn-tint"],
	["bad-edge", "bg"], ["bad-edge", "bad-tint"], ["bad-edge", "card"],
	["c1", "card"], ["c2", "card"], ["c3", "card"], ["c4", "card"], ["c1", "track"], ["c4", "track"],
];

// The declarations of the :root block that follows a comment "Tokens: NAME".
function tokens(name) {
	const from = css.indexOf("/* Tokens: " + name + " */");
	assert.ok(from >= 0, "no token set " + name);
	const block = css.slice(css.indexOf(":root", from)).match(/\{([^}]*)\}/)[1];
	return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{3,8})\s*;/g)]
		.map((m) => [m[1], m[2]]));
}

function luminance(hex) {
	const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
	const [r, g, b] = [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16) / 255)
		.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
	const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (hi + 0.05) / (lo + 0.05);
}

const light = tokens("light");
const dark = { ...light, ...tokens("dark") };
const sets = {
	light,
	dark,
	"light, more contrast": { ...light, ...tokens("more contrast") },
	"dark, more contrast": { ...dark, ...tokens("more contrast"), ...tokens("dark, more contrast") },
};

for (const [name, set] of Object.entries(sets)) {
	for (const [pairs, need] of [[TEXT, 4.5], [SHAPE, 3]]) {
		test(`${name}: ${pairs.length} pairs at least ${need} : 1`, () => {
			const low = pairs.map(([a, b]) => [a, b, contrast(set[a], set[b])])
				.filter(([, , ratio]) => ratio < need)
				.map(([a, b, ratio]) => `${a} on ${b}: ${ratio.toFixed(2)}`);
			assert.deepEqual(low, []);
		});
	}
}
