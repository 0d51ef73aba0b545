// The same English word is another one in each program: what a program calls
// things itself goes before what others call them.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Browser, reset } from "../../fixture.mjs";
import { desk } from "../staff/desk.mjs";

before(reset);

const said = { ko: ["코드", "인증 번호"], ja: ["コード", "認証コード"] };
for (const [lang, [course, second]] of Object.entries(said))
	test(`${lang}: the code of a course is not the code of a second step`, async () => {
		const page = await desk("academic", lang).get("/staff/courses");
		assert.equal(page.status, 200);
		const labels = page.all("label, th").map((e) => e.text.trim());
		assert.ok(labels.some((l) => l.startsWith(course)), labels.join(" | "));
		assert.ok(!labels.some((l) => l.startsWith(second)), labels.join(" | "));
		const b = new Browser({ lang });
		const asked = await b.fill("/account/login", { login: "academic", password: "demo-Academic-2025" },
			{ action: "/account/login" });
		assert.equal(new URL(asked.url).pathname, "/account/code");
		const refused = await b.submit(asked, { code: "" }, { action: "/account/code" });
		assert.equal(refused.status, 422);
		assert.ok(refused.say("main").includes(second), refused.say("main"));
	});
