// S13: heads of the audit go out to those who can hold us to them.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { reset, sql } from "../../fixture.mjs";
import { sealed } from "../../sealing.mjs";
import { sojourn } from "../cli/sojourn.mjs";
import { desk } from "../staff/desk.mjs";

const folder = mkdtempSync(`${tmpdir()}/sojourn-seal-`);
before(reset);
after(() => rmSync(folder, { recursive: true }));

test("the head that a university keeps is one that verify takes, and holds us to it", async () => {
	const cnu = desk("cnu");
	const none = await cnu.get("/partner/seal.txt");
	assert.ok([200, 404].includes(none.status));
	sql("select sojourn.note(null, 'one', 'test', 1, 'done', 'S13')");
	await sealed();
	assert.match((await cnu.get("/partner")).text, /href="\/partner\/seal"/);
	const page = await cnu.get("/partner/seal");
	assert.equal(page.status, 200);
	const file = await cnu.get("/partner/seal.txt");
	assert.match(file.headers.get("content-disposition"), /audit-head-\d+\.txt/);
	assert.match(file.text, /^sojourn audit head v1\n[^]*\nkey audit-1\nsignature [0-9a-f]{128}\n$/);
	assert.doesNotMatch(file.text, /CNU|KAIST/);
	writeFileSync(`${folder}/kept`, file.text);
	const good = sojourn(["audit", "verify", "--head", `${folder}/kept`]);
	assert.equal(good.status, 0, good.out + good.err);
	sql("update sojourn.audit set act = 'other' where act = 'one'");
	assert.match(sojourn(["audit", "verify", "--head", `${folder}/kept`]).out, /changed: row/);
});

test("nobody else has it", async () => {
	for (const path of ["/partner/seal", "/partner/seal.txt"])
		assert.ok([303, 403].includes((await desk("academic").get(path)).status));
});
