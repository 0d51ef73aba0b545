// What nginx decides before any program is asked.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { request } from "node:http";
import { Browser, base, health, until, variable } from "../../fixture.mjs";
import { pid } from "../../services.mjs";

// fetch() does not let one choose the Host.
function host(name, path = "/")
{
	const { hostname, port } = new URL(base);
	return new Promise((resolve, reject) => {
		request({ hostname, port, path, headers: { host: name } },
			(answer) => { answer.resume(); resolve(answer.statusCode); })
			.on("error", reject).end();
	});
}

test("S8: an unknown Host gets 421", async () => {
	assert.equal(await host("evil.example"), 421);
	assert.equal(await host("evil.example", "/css/sojourn.css"), 421);
	for (const name of ["localhost", "127.0.0.1", `localhost:${new URL(base).port}`])
		assert.equal(await host(name, "/css/sojourn.css"), 200, name);
});

test("the language asked for by quality, on kept pages and others", async () => {
	for (const [wish, lang] of [["ja;q=0.1,en;q=0.9", "en"], ["en; q=0.2, ja; q=0.9", "ja"],
	    ["en;q=0, ja", "ja"], ["en;q=0", "ko"], ["zh-CN,zh;q=0.9,en;q=0.8", "en"],
	    ["ko-KR;q=0.3,ja-JP", "ja"], ["de,fr", "ko"], ["en-US,en;q=0.9,ko;q=0.8", "en"]])
		for (const path of ["/", "/courses", "/account/login"]) {
			const page = await new Browser({ lang: wish }).get(path);
			assert.equal(page.one("html").getAttribute("lang"), lang, `${wish} ${path}`);
		}
});

test("405 names the methods that the address knows", async () => {
	const b = new Browser();
	for (const [method, path, list] of [["GET", "/register/enrol", "POST"],
	    ["PUT", "/account/login", "GET, HEAD, POST"], ["DELETE", "/courses", "GET, HEAD"],
	    ["POST", "/teach/BIO5012-01", "GET, HEAD"]]) {
		const page = await b.request(method, path);
		assert.equal(page.status, 405);
		assert.equal(page.headers.get("allow"), list, `${method} ${path}`);
	}
	assert.equal((await b.get("/account/login")).headers.get("allow"), null);
});

test("static files: types, age and headers", async () => {
	const b = new Browser();
	const css = await b.get("/css/sojourn.css");
	assert.equal(css.status, 200);
	assert.match(css.headers.get("content-type"), /^text\/css/);
	assert.equal(css.headers.get("x-content-type-options"), "nosniff");
	assert.match(css.headers.get("content-security-policy"), /default-src 'none'/);
	assert.equal(css.headers.get("cache-control"), "public, max-age=60");
	const kept = await b.get("/css/sojourn.css?v=1");
	assert.match(kept.headers.get("cache-control"), /immutable/);
	const small = await fetch(`${base}/css/sojourn.css`,
		{ headers: { "accept-encoding": "gzip" } });
	assert.equal(small.headers.get("content-encoding"), "gzip");
	assert.ok(Number(small.headers.get("content-length")) < css.text.length / 3.8, "compressed well");
	assert.equal(await small.text(), css.text);
	const page = await b.get("/account/login");
	for (const e of page.all("link[rel=stylesheet], script[src]"))
		assert.match(e.getAttribute("href") ?? e.getAttribute("src"),
			/^\/(css|js)\/[a-z]+\.(css|js)\?v=[0-9a-f]{8}$/, "kept for good");
	assert.equal((await b.get("/css/none.css")).status, 404);
	assert.equal((await b.post("/css/sojourn.css")).status, 405);
});

test("too large a body is 413, in the reader's language", async () => {
	for (const [lang, words] of [["ko", "너무 큽니다"], ["en", "too large"],
	    ["ja", "大きすぎます"]]) {
		const b = new Browser({ lang });
		const page = await b.post("/account/nothing",
			{ a: "x".repeat(70_000) });
		assert.equal(page.status, 413);
		assert.equal(page.headers.get("refresh"), null);
		assert.match(page.text, new RegExp(words));
		assert.equal(page.one("html").getAttribute("lang"), lang);
	}
});

test("a program that cannot be reached is busy: 429, Retry-After, three languages", async () => {
	const service = `${variable}/service/demo`;
	const socket = `${variable}/run/demo.sock`;
	execFileSync("s6-svc", ["-wd", "-d", service]);
	renameSync(socket, `${socket}.away`);
	try {
		for (const [lang, words] of [["ko", "접속이 많습니다"],
		    ["en", "Very many people"], ["ja", "混み合っています"]]) {
			const page = await new Browser({ lang }).get("/demo/mail/");
			assert.equal(page.status, 429);
			assert.ok(Number(page.headers.get("retry-after")) > 0);
			assert.equal(page.one("html").getAttribute("lang"), lang);
			assert.match(page.headers.get("refresh"), /^[58]$/, "a page comes by itself");
			assert.deepEqual(page.codes, ["busy"]);
			assert.match(page.text, new RegExp(words));
			const post = await new Browser({ lang }).post("/demo/clock", { to: "apply" });
			assert.equal(post.status, 429);
			assert.equal(post.headers.get("refresh"), null, "a form is never sent by itself");
		}
	} finally {
		renameSync(`${socket}.away`, socket);
		execFileSync("s6-svc", ["-u", service]);
	}
	await until(() => pid("demo"));
	await until(async () => (await new Browser().get("/demo/mail/")).status === 200);
});

test("S22: health and figures are not on the public port", async () => {
	const answer = await fetch(`${health}/healthz`);
	assert.ok([200, 503].includes(answer.status));
	assert.equal((await fetch(`${health}/`)).status, 404);
	assert.notEqual((await new Browser().get("/metrics")).headers
		.get("content-type")?.slice(0, 20), "text/plain; version=");
});
