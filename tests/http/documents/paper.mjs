// Looking at issued documents as a reader does: text, pages, the code.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function withFile(bytes, act)
{
	const dir = mkdtempSync(join(tmpdir(), "paper-"));
	try {
		writeFileSync(join(dir, "in.pdf"), bytes);
		return act(dir, join(dir, "in.pdf"));
	} finally {
		rmSync(dir, { recursive: true });
	}
}

// The text in the order in which it was written, white space folded.
export const text = (bytes) => withFile(bytes, (dir, file) =>
	execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"],
		{ encoding: "utf8" }).replace(/[ \n]+/g, " "));

// The same without any white space, as one looks for what may wrap.
export const bare = (bytes) => text(bytes).replace(/\s+/g, "");

// What pdfinfo says, as an object.
export const info = (bytes) => withFile(bytes, (dir, file) =>
	Object.fromEntries(execFileSync("pdfinfo", [file], { encoding: "utf8" })
		.split("\n").map((l) => /^([^:]+):\s*(.*)$/.exec(l))
		.filter(Boolean).map(([, k, v]) => [k, v])));

// What a telephone reads on the pages.
export const scanned = (bytes) => withFile(bytes, (dir, file) => {
	execFileSync("pdftoppm", ["-r", "130", "-gray", "-png", file, join(dir, "p")]);
	return readdirSync(dir).filter((f) => f.endsWith(".png")).flatMap((f) =>
		spawnSync("zbarimg", ["-q", "--raw", join(dir, f)],
			{ encoding: "utf8" }).stdout.split("\n").filter(Boolean));
});

