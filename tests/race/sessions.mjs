// Several sessions of the database at once, each a psql that waits for its
// next statement, so that a test decides who goes first.
import { spawn } from "node:child_process";
import { variable } from "../fixture.mjs";

export class Session {
	constructor(user = "postgres", database = "sojourn")
	{
		// What goes wrong comes through the same pipe, before the mark.
		this.child = spawn("sh", ["-c", 'exec psql "$@" 2>&1', "psql",
			"-X", "-q", "-At", "-h", `${variable}/run`, "-U", user,
			"-d", database], { stdio: ["pipe", "pipe", "inherit"] });
		this.out = "";
		this.child.stdout.on("data", (d) => { this.out += d; this.look(); });
		this.n = 0;
	}

	// Runs a statement; resolves to its rows as lines, rejects on an error.
	run(text)
	{
		const mark = `<<${++this.n}>>`;
		return new Promise((done, fail) => {
			this.wanted = { mark, done, fail };
			this.child.stdin.write(`${text};\n\\echo ${mark}\n`);
		});
	}

	look()
	{
		const at = this.out.indexOf(this.wanted?.mark ?? "\0");
		if (at < 0)
			return;
		const rows = this.out.slice(0, at).split("\n").filter(Boolean);
		const { done, fail } = this.wanted;
		this.out = "";
		this.wanted = undefined;
		if (rows.some((r) => /^(psql:.*)?(ERROR|FATAL|PANIC):/.test(r)))
			fail(new Error(rows.join("\n")));
		else
			done(rows);
	}

	end()
	{
		this.child.stdin.end("\\q\n");
	}
}
