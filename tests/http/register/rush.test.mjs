// In a rush one list of sections serves everybody for a second, and a refusal
// leads to what else would fit: what a student's own page says stays true.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { clock, reset, sql, until } from "../../fixture.mjs";
import { capacity, logins, student, unsound } from "./student.mjs";

let crowd;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	sql("update sojourn.room set mode = 'off'");
	crowd = logins(24).map((login) => student(login));
	await sleep(2500);
});
const why = (page, code) => page.one(`#${code}`).getAttribute("data-why");
const everybody = () => Promise.all(crowd.map((b) => b.get("/register")));

test("one list for many, and in it what is one's own", async () => {
	const [me] = crowd;
	const token = (await me.get("/register")).one("input[name=csrf]").getAttribute("value");
	await everybody();
	const done = await me.post("/register/enrol", { csrf: token,
		request: "rush-request-1", section: "BIO5012-01" });
	assert.equal(done.status, 303);
	for (let i = 0; i < 2; i++) {
		const pages = await everybody();
		for (const p of pages)
			assert.equal(p.status, 200);
		assert.equal(why(pages[0], "BIO5012-01"), "duplicate");
		assert.equal(pages[0].one("#BIO5012-01 input"), null);
		for (const p of pages.slice(1))
			assert.notEqual(why(p, "BIO5012-01"), "duplicate", "nobody else's row is mine");
		assert.equal(new Set(pages.map((p) => p.all("tbody tr[id]").length)).size, 1);
	}
});

test("what changes for all is seen within seconds", async () => {
	sql("update sojourn.section set state = 'closed' where code = 'BIO5012-03'");
	await until(async () => (await everybody()).every((p) =>
		why(p, "BIO5012-03") === "closed"), 5);
});

test("refusals of a rush say why and lead to the rest", async () => {
	capacity("CHE6022-01", 0);
	const tokens = (await everybody()).map((p) =>
		p.one("input[name=csrf]").getAttribute("value"));
	const said = await Promise.all(crowd.map((b, i) => b.post("/register/enrol",
		{ csrf: tokens[i], request: `rush-refusal-${i}`, section: "CHE6022-01" })));
	for (const p of said) {
		assert.equal(p.status, 422);
		assert.deepEqual(p.codes, ["full"]);
		assert.ok(p.one("#CHE6022-01 input[name=section]"), "it can be tried again");
	}
	const led = said.map((p) => p.one('a[href*="#instead"]')).filter(Boolean);
	assert.ok(led.length > 0, "not all of them were made whole");
	const at = said.findIndex((p) => p.one('a[href*="#instead"]'));
	const rest = await crowd[at].get(led[0].getAttribute("href").replace(/#.*/, ""));
	assert.equal(rest.status, 200);
	assert.deepEqual(unsound(), []);
});
