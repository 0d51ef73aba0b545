// A list that came on paper, entered for its university (R6, R37).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { clock, file, reset, sql, value } from "../../fixture.mjs";
import { desk } from "./desk.mjs";

let b;
before(async () => {
	await reset();
	clock("apply", { jobs: false });
	b = desk("academic");
});

const csv = ["학번,성명,생년월일,과정,학과,이메일",
	"P2025001,한서면,2001-03-09,석사,화학과,one@paper.example",
	"P2025002,두서면,2001.4.9,박사,화학과,two@paper.example",
	"P2025003,세서면,2001-02-31,석사,화학과,three@paper.example", ""].join("\r\n");

test("R6: a preview, then exactly that; the good rows without the bad", async () => {
	const page = await b.get("/staff/onbehalf/list");
	const preview = await b.submit(page, { university: "POSTECH", list: file("명단.csv", csv, "text/csv") },
		{ action: "/staff/onbehalf/list" });
	assert.equal(preview.sent.status, 303);
	assert.deepEqual(preview.codes, ["done"]);
	assert.match(preview.say("#preview ~ table tbody tr"), /세서면.*Wrong/);
	assert.equal(value("select count(*) from sojourn.application where student_no like 'P2025%'"), 0, "nothing yet");
	const upload = value("select max(id) from sojourn.partner_list where on_behalf");
	const done = await b.submit(preview, { upload, decision: "commit", list: undefined }, { action: "/staff/onbehalf/list" });
	assert.deepEqual(done.codes, ["done"]);
	const rows = sql("select id, state, entered_by from sojourn.application where student_no like 'P2025%' order by student_no");
	assert.deepEqual(rows.map((r) => r.state), ["submitted", "submitted"]);
	assert.match(done.say("#upload"), /명단\.csv/, "its letter is outstanding");
	const own = await b.fill("/staff/applications", { application: rows[0].id, decision: "approve" }, { action: "/staff/applications" });
	assert.deepEqual(own.codes, ["forbidden"], "R37: nobody approves what he entered himself");
	const other = await desk("admin").fill("/staff/applications", { application: rows[0].id, decision: "approve" }, { action: "/staff/applications" });
	assert.deepEqual(other.codes, ["done"]);
});

test("no file, no university, no list, another's upload: told at the field", async () => {
	const page = await b.get("/staff/onbehalf/list");
	const bare = await b.submit(page, {}, { action: "/staff/onbehalf/list" });
	assert.equal(bare.status, 422);
	assert.ok(bare.one("#list-error") && bare.one("#university-error"));
	const pdf = await b.submit(page, { university: "CNU", list: file("x.csv", "%PDF-1.4 not a list") }, { action: "/staff/onbehalf/list" });
	assert.equal(pdf.status, 422);
	assert.ok(pdf.one("#list-error"));
	const gone = await b.submit(page, { upload: 999999999, decision: "commit" }, { action: "/staff/onbehalf/list" });
	assert.equal(gone.status, 422);
	assert.deepEqual(gone.codes, ["gone"]);
	clock("2025-08-20T09:00:00+09:00", { jobs: false });
	const late = await b.submit(page, { university: "CNU", list: file("명단.csv", csv, "text/csv"), request: "late-list-http-1" }, { action: "/staff/onbehalf/list" });
	assert.equal(late.status, 422);
	assert.match(late.codes[0], /late|window/, "R6: late without an exception");
	clock("apply", { jobs: false });
});
