// The demo's clock and mailbox.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { Browser, clock, mail, reset, sql, until, value, variable } from "../../fixture.mjs";

before(reset);
after(reset);

test("the banner jumps, runs the jobs on the way, and goes back to its page", async () => {
	const b = new Browser();
	const start = await b.get("/account/login");
	const form = start.form("/demo/clock");
	assert.ok(form.fields.some(([k, v]) => k === "back" && v === "/account/login"));
	const jump = await b.submit(start, { to: "register" }, { action: "/demo/clock", follow: false });
	assert.equal(jump.status, 303);
	assert.equal(jump.location, "/account/login");
	assert.match((await b.get("/account/login")).say(".demo p"), /18 Aug 2025, 09:00/);
	assert.equal(value("select count(*) from sojourn.job_run where job = 'close' and due_at = '2025-08-14 18:00+09'"), 1);
	assert.equal(value("select count(*) from sojourn.job_run where job = 'open' and due_at = '2025-08-18 09:00+09'"), 1);
	for (const [to, told] of [["change", "2025-09-01 09:00"], ["withdraw", "2025-09-08 09:00"],
		["grades", "2025-12-29 09:00"], ["apply", "2025-08-14 10:00"]]) {
		assert.equal((await b.post("/demo/clock", { to })).status, 303, to);
		assert.equal(value("select to_char(sojourn.now() at time zone 'Asia/Seoul', 'YYYY-MM-DD HH24:MI')"), told);
	}
});

test("no other moment, no other site, no other way back", async () => {
	const b = new Browser();
	const bad = await b.post("/demo/clock", { to: "yesterday" });
	assert.equal(bad.status, 422);
	assert.deepEqual(bad.codes, ["invalid"]);
	assert.equal((await b.get("/demo/clock")).status, 405);
	assert.equal((await b.post("/demo/clock", { to: "register" },
		{ headers: { origin: "https://evil.example" } })).status, 403);
	for (const back of ["//evil.example", "https://evil.example/", "/\\evil.example", "/courses%2f..", "/register/enrol\r\nX: y"])
		assert.equal((await b.post("/demo/clock", { to: "apply", back })).location, "/", back);
});

test("the mailbox shows every mail decoded, newest first, and finds an address", async () => {
	sql(`select sojourn.mail('password-changed', 'first@home.example', 'ko', '{}',
		(select id from sojourn.account where login = 'cnu'))`);
	await mail({ to: "first@home.example" });
	sql(`select sojourn.mail('password-changed', 'second@home.example', 'ja', '{}',
		(select id from sojourn.account where login = 'cnu'))`);
	await mail({ to: "second@home.example" });
	const b = new Browser();
	const list = await b.get("/demo/mail/");
	assert.equal(list.status, 200);
	const rows = list.all(".mails a");
	assert.match(rows[0].text, /second@home\.example.*パスワードが変更されました/);
	assert.match(rows[1].text, /first@home\.example.*비밀번호가 변경되었습니다/);
	const one = await b.get(rows[1].getAttribute("href"));
	assert.match(one.say("h1"), /비밀번호가 변경되었습니다/);
	assert.match(one.text, /<pre class="letter" lang="ko">cnu의 비밀번호가/);
	assert.match(one.text, /<a href="http:\/\/127\.0\.0\.1:\d+\/account\/reset">/);
	const found = await b.get("/demo/mail/?to=first@home.example");
	assert.equal(found.all(".mails a").length, 1);
	assert.match((await b.get("/demo/mail/?to=nobody@home.example")).say(".empty"), /No mail/);
});

test("only mails can be read, and none of them can do anything to the page", async () => {
	const b = new Browser();
	await writeFile(`${variable}/mail/new/9999999999999.00000001.eml`,
		"From: \"<b>x\" <a@b.example>\nTo: evil@home.example\nSubject: <script>alert(1)</script>\n\n<img src=x onerror=y>\njavascript:alert(1)\n");
	const one = await b.get("/demo/mail/9999999999999.00000001");
	assert.equal(one.status, 200);
	assert.doesNotMatch(one.text, /<script>alert|<img src=x|href="javascript|<b>x/);
	for (const id of ["..%2f..%2fetc%2fsojourn.conf", "0", "..1", "1.eml", "a".repeat(100), "1/2"])
		assert.equal((await b.get(`/demo/mail/${id}`)).status, 404, id);
	await writeFile(`${variable}/mail/new/9999999999999.00000002.eml`, Buffer.from([0, 255, 10, 13, 0]));
	assert.ok((await b.get("/demo/mail/")).status === 200, "a file that is no mail hurts nobody");
});

test("clerk finds by itself what became due", async () => {
	clock("2025-08-14T17:59:58+09:00");
	await until(() => value("select count(*)::int from sojourn.job_run where job = 'close' and due_at = '2025-08-14 18:00+09'") === 1);
});
