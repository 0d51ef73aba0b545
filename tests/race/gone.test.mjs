// The database is gone for a while, in the middle of the rush.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Browser, clock, reset, sql, until, value } from "../fixture.mjs";
import { switchOff, switchOn } from "../services.mjs";
import { codes, logins, results, student, unsound } from "../http/register/student.mjs";

let crowd;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	crowd = logins(10).map((login) => Object.assign(student(login), { login }));
	for (const b of crowd)
		b.csrf = (await b.get("/register/confirmation")).one("input[name=csrf]").getAttribute("value");
});
const press = (b, request, section) =>
	b.post("/register/enrol", { csrf: b.csrf, request, section });

const gone = process.env.CHAOS === "full" ? 12 : 4;
test(`the database is gone for ${gone} s: a page to wait on, nothing lost, back by itself`, async () => {
	const code = "BIO5012-01";
	const door = new Browser();
	const login = await door.get("/account/login");
	await switchOff("postgresql");
	const seen = [];
	let asked, put, shut;
	try {
		asked = await crowd[0].get("/register");
		put = await crowd[0].post("/register/cart", { csrf: crowd[0].csrf, request: "odd-gone-cart",
			section: ["CHE6022-01", "BIO6011-01"], decision: "add" });
		shut = await door.submit(login, { login: "cnu", password: "demo-Partner-2025" },
			{ action: "/account/login", follow: false });
		const since = Date.now();
		await Promise.all(crowd.map(async (b, i) => {
			while (Date.now() - since < gone * 1000) {
				const page = i % 2 ? await b.get("/register") :
					await press(b, `odd-gone-${i}`, code);
				seen.push(page);
				if (page.status !== 429)
					break;
			}
			// Whoever still waits when it comes back is served.
		}).concat(new Promise((r) => setTimeout(() => {
			switchOn("postgresql");
			r();
		}, gone * 1000))));
	} finally {
		switchOn("postgresql");
	}
	const busy = seen.filter((p) => p.status === 429);
	assert.ok(busy.length > 0);
	for (const page of seen)
		assert.ok([200, 303, 429].includes(page.status), `${page.status}`);
	for (const page of busy) {
		assert.ok(Number(page.headers.get("retry-after")) >= 1);
		assert.match(page.headers.get("content-type"), /^text\/html/);
		assert.deepEqual(page.codes, ["busy"]);
	}
	assert.ok(asked.status === 429 && put.status === 429);
	assert.match(asked.headers.get("refresh"), /^[5-8]$/, "a page comes by itself");
	assert.equal(put.headers.get("refresh"), null);
	assert.deepEqual(shut.codes, ["busy"]);
	assert.doesNotMatch(shut.text, /demo-Partner|name="login"/, "a form with a password is not given back");
	await until(async () => (await crowd[1].get("/register")).status === 200, 20);
	for (const [i, b] of crowd.entries()) {
		await until(async () => (await press(b, `odd-gone-${i}`, code)).status === 303, 10);
		assert.deepEqual(codes(b.login), [code]);
	}
	const once = await crowd[0].submit(put, {}, { action: "/register/cart" });
	assert.deepEqual(results(once), [["CHE6022-01", "done"], ["BIO6011-01", "done"]], "what was sent, by one press more");
	assert.ok((await crowd[0].submit(put, {}, { action: "/register/cart" })).codes.includes("already"),
		"under the same request id");
	assert.equal(value(`select count(*)::int from sojourn.audit where outcome = 'done' and act = 'enrol'
		and request_id like 'odd-gone-%'`), crowd.length);
	assert.deepEqual(unsound(), []);
});
