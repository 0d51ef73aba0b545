// Who may open which page: the page tables of all programs against the rights
// of sql/rules/10-rights.sql, as docs/access.md.
//	node tools/docs/access.mjs [FOLDER] >docs/access.md
// FOLDER holds the programs, build/cgi-bin when it is not given.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Rows of every page table: { program, method, path, right, flags, fields }; right is
// null for pages that are open to everybody and "" where any living session will do.
export function pages(folder = `${root}build/cgi-bin`)
{
	const found = [];
	for (const program of readdirSync(folder).sort()) {
		const file = `${folder}/${program}`;
		if (!statSync(file).isFile() || program.includes("."))
			continue;
		const text = execFileSync(file, ["--pages"], { encoding: "utf8" });
		for (const line of text.split("\n").filter(Boolean)) {
			const [method, path, right, flags, fields] = line.split("\t");
			found.push({ program, method, path, flags: parseInt(flags, 16),
				right: right === "-" ? null : right,
				fields: fields.split(" ").filter(Boolean).map((f) => {
					const [name, kind, ...choices] = f.split(":");
					return { name, kind, choices };
				}) });
		}
	}
	return found;
}

// { right: [roles] } as the rules say, roles in the order of the file.
export function rights()
{
	const text = readFileSync(`${root}sql/rules/10-rights.sql`, "utf8");
	const held = new Map();
	for (const [, role, list] of text.matchAll(/\('([a-z]+)',\s*'([^']*)'\)/g))
		for (const right of list.split(" ").filter(Boolean))
			held.set(right, [...held.get(right) ?? [], role]);
	return held;
}

const order = { GET: 0, POST: 1 };

export function table(folder)
{
	const held = rights();
	const lines = pages(folder)
		.sort((a, b) => a.program < b.program ? -1 : a.program > b.program ? 1 :
			a.path < b.path ? -1 : a.path > b.path ? 1 :
			order[a.method] - order[b.method])
		.map((p) => `| ${p.method} | \`${p.path}\` | ${p.right ? `\`${p.right}\`` : ""} | ` +
			`${p.right === null ? "everybody" : p.right === "" ? "whoever is logged in" :
				(held.get(p.right) ?? ["nobody"]).join(", ")} |`);
	return ["| | page | right | roles |", "|---|---|---|---|", ...lines].join("\n");
}

const said = `# Who sees what, and who may do what

A page belongs to a right, a right to roles, a role to accounts. The page table of
each program names the right; \`sql/rules/10-rights.sql\` gives the rights to roles;
the right travels into the database with every call and is checked there again
(\`sojourn.enter\`). This page is made of both by \`node tools/docs/access.mjs\`, and
\`tests/http/site/access.test.mjs\` opens every page as every role and fails when a
page is missing here.

## Roles

| role | who | kind of account |
|---|---|---|
| student | a visiting student with a temporary ID | student |
| degree | a degree student of the university's own | student |
| coordinator | uploads lists, keeps the settings of one university | partner |
| recommender | recommends for one university | partner |
| academic | academic team: decides, issues, keeps the master data | staff |
| affairs | student affairs team: certificates, letters, corrections | staff |
| instructor | teaches sections | staff |
| auditor | reads the audit, changes nothing | staff |
| admin | everything staff may do, and accounts | staff |

## Personal data

| what | seen by |
|---|---|
| name, student number, level, department | the person, own university, academic team |
| birth date, address, telephone | the person, own university, academic team |
| address of an account, its sessions | the person, administrators |
| who is registered for what | the person, own university, academic team, instructor of the section |
| grades | the person, instructor of the section, academic team, own university after the announcement |
| records of own degree students, certificates, reports about them | the person, student affairs team |
| criteria, recommendation and its reason | own university, academic team |
| reason of a decision | the applicant (or the university whose list it was), academic team |
| outgoing mail: address, kind, state, never the text | academic team |
| audit: numbers, acts, outcomes, never names | auditor, administrators; reading is recorded |

A university sees its own students only: its number comes from the session and every
id is joined to it; foreign and unknown ids answer alike (S11).

## Pages

`;

if (process.argv[1] === fileURLToPath(import.meta.url))
	process.stdout.write(`${said}${table(process.argv[2])}\n`);

export const document = (folder) => `${said}${table(folder)}\n`;
