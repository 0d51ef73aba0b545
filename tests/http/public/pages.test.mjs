// The first page and the catalogue: R26, R27, R34, R50, S15.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, clock, reset, sql } from "../../fixture.mjs";

before(reset);

async function states()
{
	const page = await new Browser().get("/");
	assert.equal(page.status, 200);
	return Object.fromEntries(page.all("[data-window]").map((e) =>
		[e.getAttribute("data-window"), e.getAttribute("data-window-state")]));
}

test("R34: the first page shows each window's live state", async () => {
	clock("apply", { jobs: false });
	assert.deepEqual(await states(), { APPLY: "open", REGISTER: "before",
		CHANGE: "before", WITHDRAW: "before", GRADE_VIEW: "before",
		GRADE_APPEAL: "before" });
	clock("register", { jobs: false });
	assert.equal((await states()).REGISTER, "open");
	clock("2025-08-21T17:58:00+09:00", { jobs: false });
	assert.equal((await states()).REGISTER, "open");
	clock("2025-08-21T18:00:00+09:00", { jobs: false });
	assert.equal((await states()).REGISTER, "closed");
	clock("apply", { jobs: false });
});

test("the first page speaks three languages and says so", async () => {
	for (const [lang, words] of [["ko", "학사일정"], ["en", "Calendar"],
	    ["ja", "日程"]]) {
		const page = await new Browser({ lang }).get("/");
		assert.equal(page.one("html").getAttribute("lang"), lang);
		assert.match(page.text, new RegExp(words));
	}
	const b = new Browser({ lang: "en" });
	const page = await b.get("/?lang=ja");
	assert.equal(page.one("html").getAttribute("lang"), "ja");
	assert.equal(b.jar.get("lang"), "ja");
	assert.equal((await b.get("/courses")).one("html")
		.getAttribute("lang"), "ja");
});

test("R34: contact is on the first page", async () => {
	const page = await new Browser().get("/");
	assert.match(page.say("#contact + dl"), /042-865-2345.*course@ust\.ac\.kr/);
});

test("R26, R50: the catalogue needs no login and finds by school, major, words", async () => {
	const b = new Browser();
	const all = await b.get("/courses");
	assert.equal(all.status, 200);
	const count = (page) => page.all("tbody tr").length;
	assert.ok(count(all) >= 100);
	const school = all.all("#school option")[1].getAttribute("value");
	const some = await b.get(`/courses?school=${school}`);
	assert.ok(count(some) > 0 && count(some) < count(all));
	const [{ title_ko, code }] = sql(`select c.title_ko, s.code
		from sojourn.section s join sojourn.course c on c.id = s.course_id
		where s.code = 'BIO5012-01' limit 1`);
	for (const q of [title_ko, "BIO5012", code]) {
		const found = await b.get(`/courses?q=${encodeURIComponent(q)}`);
		assert.ok(found.one(`tbody th a[href^="/courses/${code}"]`), q);
	}
	const open = await b.get("/courses?open=1");
	assert.ok(count(open) < count(all));
	assert.equal((await b.get("/courses?q=%25")).all("tbody tr").length, 0);
});

test("R27: before 18 August the list says that it is not final", async () => {
	clock("apply", { jobs: false });
	assert.ok((await new Browser().get("/courses")).one(".callout.warn"));
	clock("register", { jobs: false });
	assert.equal((await new Browser().get("/courses")).one(".callout.warn"), null);
	clock("apply", { jobs: false });
});

test("one section has times, room, seats; an unknown one is 404", async () => {
	const b = new Browser();
	const page = await b.get("/courses/BIO5012-01");
	assert.equal(page.status, 200);
	assert.ok(page.one("meter"));
	for (const path of ["/courses/NONE999-01", "/courses/BIO5012-01?term=1999-1",
	    "/courses/%0a", "/courses/..%2f", "/courses/'", "/courses/"])
		assert.equal((await b.get(path)).status, 404, path);
});

test("S15: cached pages set no cookie, take none, and refuse strange arguments", async () => {
	const b = new Browser();
	const page = await b.get("/courses", { headers: { cookie: "session=x" } });
	assert.equal(page.headers.get("set-cookie"), null);
	assert.equal((await b.get("/courses?utm=1")).status, 404);
	assert.equal((await b.get("/?x=1")).status, 404);
	assert.equal((await b.post("/courses", { a: 1 })).status, 405);
});

test("hostile words are looked for, not obeyed", async () => {
	const b = new Browser();
	for (const q of ["'; drop table sojourn.person; --", "<script>alert(1)</script>",
	    "\\", "%_%", "{x}", "ㅎㅏㄴ"]) {
		const page = await b.get(`/courses?q=${encodeURIComponent(q)}`);
		assert.equal(page.status, 200, q);
		assert.ok(!page.text.includes("<script>alert"));
	}
	const bad = await b.get("/courses?q=%FF%FE");
	assert.equal(bad.status, 422);
	assert.deepEqual(bad.codes, ["invalid"]);
	assert.equal((await b.get(`/courses?q=${"x".repeat(61)}`)).status, 422);
});

test("every answer carries the strict policy", async () => {
	for (const path of ["/", "/courses", "/nothing"]) {
		const page = await new Browser().get(path);
		assert.match(page.headers.get("content-security-policy"),
			/default-src 'none'/);
		assert.equal(page.headers.get("referrer-policy"), "no-referrer");
		assert.equal(page.headers.get("x-content-type-options"), "nosniff");
		assert.ok(!/ style=|<style|<script>/.test(page.text));
	}
});
