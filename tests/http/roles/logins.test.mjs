// S9: each program's login with its own password: limits, and no way around.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { reset, value, variable } from "../../fixture.mjs";

before(reset);

// What psql prints when it logs in as the program itself does.
function as(program, text, { passfile = program } = {})
{
	const done = spawnSync("psql", ["-X", "-w", "-q", "-At", "-d",
		`host=${variable}/run dbname=sojourn user=sojourn_${program} ` +
		`passfile=${variable}/secrets/${passfile}.pgpass`],
	{ input: `\\set VERBOSITY sqlstate\n${text}`, encoding: "utf8",
		env: { PATH: process.env.PATH } });
	return (done.stdout + done.stderr).trim();
}

const programs = readdirSync(`${variable}/secrets`)
	.filter((n) => n.endsWith(".pgpass")).map((n) => n.slice(0, -7));

test("every login has limits on statements, locks and idle transactions", () => {
	assert.ok(programs.length >= 4);
	for (const p of programs) {
		const shown = as(p, `show statement_timeout; show lock_timeout;
			show idle_in_transaction_session_timeout; show search_path;`)
			.split("\n");
		assert.match(shown[0], /^(8s|45s|1min)$/, p);
		assert.equal(shown[1], "5s", p);
		assert.equal(shown[2], "10s", p);
		assert.equal(shown[3], "pg_catalog, pg_temp", p);
	}
	assert.equal(Number(value(`select count(*) from pg_roles
		where rolname like 'sojourn\\_%' and rolcanlogin
		and rolconnlimit not between 1 and 40`)), 0);
});

test("a login without its password, or with another's, is refused", () => {
	assert.match(as("public", "select 1;", { passfile: "none" }), /no password/);
	assert.match(as("public", "select 1;", { passfile: "cli" }), /password|fe_sendauth/);
});

test("a program cannot lift its own limits' purpose: no table, no neighbour", () => {
	for (const p of programs) {
		assert.match(as(p, "select * from sojourn.person;"), /42501/, p);
		assert.match(as(p, "create temporary table t ();"), /42501/, p);
		assert.match(as(p, "select pg_sleep(1);"), /42501/, p);
		if (p !== "cli")
			assert.match(as(p, "select * from cli_api.account_list('', '', '');"),
				/42501/, p);
	}
});

test("cli's own functions answer cli", () => {
	assert.match(as("cli", "select told_at from cli_api.clock();"), /^20\d\d-/);
});
