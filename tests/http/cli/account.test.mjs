// sojourn account: what a person at the terminal gets, and the mail of it.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { reset, value } from "../../fixture.mjs";
import { sojourn } from "./sojourn.mjs";

before(reset);

const account = (...args) => sojourn(["account", ...args]);

test("add mails an invitation and never a password", () => {
	const { status, out } = account("add", "hong", "--name", "홍길동",
		"--email=hong@ust.example", "--role", "academic,auditor");
	assert.deepEqual([status, out], [0, "hong: done\n"]);
	assert.equal(value(`select count(*) from sojourn.outbox o
		join sojourn.account a on a.id = o.account_id
		where a.login = 'hong' and o.kind = 'account-invitation'`), 1);
	assert.match(account("list", "hong").out,
		/^hong +staff +academic,auditor +no-password +홍길동 +hong@ust\.example$/m);
});

test("a password comes from standard input alone", () => {
	const { status } = sojourn(["account", "add", "root2", "--name", "R",
		"--email", "r@ust.example", "--role", "admin", "--password-stdin"],
	{ input: "correct horse\n" });
	assert.equal(status, 0);
	assert.match(value(`select password_hash from sojourn.account
		where login = 'root2'`), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	const short = sojourn(["account", "password", "root2"],
		{ input: "1234567\n" });
	assert.equal(short.status, 1);
	assert.equal(sojourn(["account", "password", "root2"]).status, 1);
});

test("refusals end with 1 and name the reason; wrong words with 2", () => {
	assert.match(account("disable", "nobody").err, /no account nobody/);
	assert.equal(account("disable", "nobody").status, 1);
	assert.equal(account("role", "cnu", "add", "admin").status, 1);
	for (const args of [[], ["add"], ["add", "x1"], ["role", "cnu", "admin"],
		["disable"], ["list", "--kind"], ["add", "x1", "--colour", "red"]])
		assert.equal(account(...args).status, 2, args.join(" "));
});
