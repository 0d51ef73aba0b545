// Every command: --help, exit status, languages, an instance that is not there.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { reset } from "../../fixture.mjs";
import { sojourn } from "./sojourn.mjs";

before(reset);

const commands = sojourn(["--help"]).out.split("\n")
	.map((line) => /^ {2}(\w+) /.exec(line)?.[1]).filter(Boolean);

test("help lists the commands", () => {
	assert.ok(commands.includes("clock") && commands.includes("status"));
	assert.equal(sojourn(["--help"]).status, 0);
	assert.equal(sojourn(["help"]).status, 0);
	assert.equal(sojourn([]).status, 2);
	assert.equal(sojourn(["nonsense"]).status, 2);
});

test("every command has --help and refuses an unknown option with 2", () => {
	for (const name of commands) {
		const { status, out } = sojourn([name, "--help"]);
		assert.equal(status, 0, name);
		assert.ok(out.startsWith(`usage: sojourn ${name}`), name);
		assert.ok(out.split("\n").every((l) => l.length <= 80), name);
		assert.equal(sojourn([name, "--no-such-option"]).status, 2, name);
	}
});

test("texts follow LANG", () => {
	assert.match(sojourn(["--help"], { lang: "ko_KR.UTF-8" }).out, /사용법/);
	assert.match(sojourn(["--help"], { lang: "ja_JP.UTF-8" }).out, /使い方/);
	assert.match(sojourn(["--help"], { lang: "fr_FR.UTF-8" }).out, /usage/);
});

test("without an instance: 1 and one line that says so", () => {
	const { status, err } = sojourn(["status"],
		{ env: { SOJOURN_CONF: "/nonexistent/sojourn.conf" } });
	assert.equal(status, 1);
	assert.match(err, /configuration/);
});
