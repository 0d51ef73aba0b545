// Every page of every program, opened as every role (T7): docs/access.md says
// who may, and what it says holds.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Browser, clock, reset, sql, variable } from "../../fixture.mjs";
import { document, pages } from "../../../tools/docs/access.mjs";
import { desk } from "../staff/desk.mjs";

const folder = `${variable}/app/cgi-bin`;
const guarded = pages(folder).filter((p) => p.right !== null && p.program !== "health");
const logins = ["E252000015", "20203001", "cnu", "cnu.dean", "kaist", "academic", "affairs", "prof.kim", "auditor", "admin"];

before(async () => { await reset(); clock("apply", { jobs: false }); });

test("docs/access.md has every page (else: node tools/docs/access.mjs >docs/access.md)", async () => {
	const written = await readFile(new URL("../../../docs/access.md", import.meta.url), "utf8");
	assert.equal(written, document(folder));
});

const address = (path) => path.replace(/:[a-z_]+/g, "1");
const away = (page) => page.status === 303 && /^\/account\/login/.test(page.location);

test("nobody: every guarded page leads to the login", async () => {
	const b = new Browser();
	for (const p of guarded) {
		const page = p.method === "GET" ? await b.get(address(p.path)) : await b.post(address(p.path), {});
		assert.ok(away(page), `${p.method} ${p.path}: ${page.status} ${page.location}`);
		if (p.method === "GET" && p.path !== "/account/logout")
			assert.equal((await b.get(page.location)).one("input[name=next]").getAttribute("value"),
				address(p.path), "and back after");
	}
});

test("S8: the login leads to no address that only takes forms", async () => {
	const all = pages(folder), shown = new Set(all.filter((p) => p.method === "GET").map((p) => p.path));
	const b = new Browser();
	for (const p of all.filter((q) => q.method === "POST" && !shown.has(q.path))) {
		const page = await b.get(`/account/login?next=${address(p.path)}`);
		assert.equal(page.one("input[name=next]").getAttribute("value"), "", p.path);
	}
});

for (const login of logins) {
	test(`${login}: opens what the table says and nothing else`, async () => {
		const rights = new Set(sql(`select distinct q.right_ as right from sojourn.account a
			join sojourn.account_role r on r.account_id = a.id join sojourn.role_right q on q.role = r.role
			where a.login = $1`, [login]).map((r) => r.right));
		const [session] = sql(`select s.programs from sojourn.session s
			join sojourn.account a on a.id = s.account_id where a.login = $1
			order by s.id desc limit 1`, [(desk(login), login)]);
		let b, csrf;
		for (const p of guarded) {
			// A form of one's account may end the session.
			if (b === undefined || (p.method === "POST" && p.program === "account")) {
				b = desk(login);
				csrf = (await b.get("/account/contact")).one("[name=csrf]").getAttribute("value");
			}
			const path = address(p.path);
			const page = p.method === "GET" ? await b.get(path) :
				await b.post(path, { csrf, request: `access-${Math.random()}`.replace(".", "") });
			if (p.method === "POST" && p.program === "account")
				b = undefined;
			const what = `${login} ${p.method} ${p.path}: ${page.status} ${page.location ?? ""}`;
			assert.notEqual(page.status, 500, what);
			// Of other programs, or without the right: logging in again would not help.
			if (!session.programs.includes(p.program) || (p.right !== "" && !rights.has(p.right)))
				assert.equal(page.status, 403, what);
			else
				assert.ok(!away(page) && page.status !== 403, what);
		}
	});
}
