// Several sessions of the database at once, each a psql that waits for its
// next statement, so that a test decides who goes first.
import { spawn } from "node:child_process";
import { variable } from "../fixture.mjs";

export class Session {
	constructor(user = "postgres", database = "sojourn")
	{
		this.child = spawn("psql", ["-X", "-q", "-At", "-h",
			`${variable}/run`, "-U", user, "-d", database], {
			stdio: ["pipe", "pipe", "pipe"] });
		this.out = this.err = "";
		this.child.stdout.on("data", (d) => { this.out += d; this.look(); });
		this.child.stderr.on("data", (d) => { this.err += d; });
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
		const err = this.err;
		this.err = "";
		// What went wrong is written before the mark, but to another pipe.
		setTimeout(() => {
			const all = err + this.err;
			this.err = "";
			if (/ERROR|FATAL/.test(all))
				fail(new Error(all));
			else
				done(rows);
		}, 5);
	}

	end()
	{
		this.child.stdin.end("\\q\n");
	}
}
