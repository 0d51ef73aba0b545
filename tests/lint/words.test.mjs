// One English text may be another word in each program: what has two translations
// is a text of its own wherever it is used.  Else a course that was withdrawn from
// is called an application taken back, because that file comes first.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(root + path, "utf8");
// Literals that stand beside each other are one.
const joined = (text) => text.replace(/([^\\])"\s+"/g, "$1");

function catalogue(lang, name)
{
	const text = joined(read(`po/${lang}/${name}`).replace(/^(msgid|msgstr) ""\n/gm, "$1 "));
	return [...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id, said]) => [id, said]);
}

// What a program calls things itself: the Makefile says which files those are.
const parts = Object.fromEntries([...read("Makefile").matchAll(/^PO_(\w+) := (.+)$/gm)]
	.map(([, program, names]) => [program, names.split(" ")]));

// The texts of a program's sources and templates.
function texts(kind, program)
{
	const files = (dir, ending) => {
		try {
			return readdirSync(root + dir).filter((f) => f.endsWith(ending)).map((f) => read(`${dir}/${f}`));
		} catch {
			return [];
		}
	};
	return new Set([...files(`${kind}/${program}`, ".c").flatMap((c) =>
		[...joined(c).matchAll(/\b(?:N_|Q_|TN?)\((?:[^"();]|\([^()]*\))*"((?:[^"\\]|\\.)+)"/g)].map(([, id]) => id)),
	...files(`templates/${program}`, ".tpl").flatMap((t) =>
		[...t.matchAll(/\{_\("((?:[^"\\]|\\.)+)"\)\}/g)].map(([, id]) => id))]);
}

for (const lang of ["ko", "ja"])
	test(`${lang}: a text with two translations is one of each program's own`, () => {
		const said = new Map(), owners = new Map();
		for (const name of readdirSync(`${root}po/${lang}`))
			for (const [id, words] of catalogue(lang, name)) {
				said.set(id, (said.get(id) ?? new Set()).add(words));
				owners.set(id, (owners.get(id) ?? new Set()).add(name.slice(0, -3)));
			}
		assert.ok(said.size > 2000, `${said.size} texts read`);
		const borrowed = [];
		for (const kind of ["cgi-bin", "workers"])
			for (const program of readdirSync(root + kind))
				for (const id of texts(kind, program))
					if (said.get(id)?.size > 1 && !["layout", ...parts[program] ?? [program]]
						.some((own) => owners.get(id).has(own)))
						borrowed.push(`${program}: ${id}: ${[...said.get(id)].join(" | ")}`);
		assert.deepEqual(borrowed, []);
	});
