// A university's applicant list: R6, R7, R20, R22, S11, S16; contract section 5.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Browser, clock, file, reset, sql, value } from "../../fixture.mjs";
import { desk as at } from "../staff/desk.mjs";

before(async () => {
	await reset();
	clock("apply", { jobs: false });
});

const HEAD = "학번,성명,영문성명,생년월일,과정,학과,이메일\n";
const list = (rows, head = HEAD) =>
	file("list.csv", head + rows.map((r) => r.join(",")).join("\n") + "\n");
const row = (no, name = "홍길동", birth = "2001-03-09", more = {}) =>
	[no, name, more.latin ?? `HONG ${no.toLowerCase()}`, birth, more.level ?? "석사",
		more.department ?? "화학과", more.email ?? `${no}@cnu.example`];

const applications = () => value(`select count(*)::int from sojourn.application a
	join sojourn.university u on u.id = a.university_id
	where u.code = 'CNU' and a.door = 'list' and a.list_id is not null`);

async function upload(browser, content, fields = {})
{
	const form = await browser.get("/partner/upload");
	assert.equal(form.status, 200);
	return browser.submit(form, { list: content, ...fields },
		{ action: "/partner/upload" });
}

const verdicts = (page) => Object.fromEntries(page.all("tr[data-verdict]")
	.map((tr) => [tr.getAttribute("data-row"), tr.getAttribute("data-verdict")]));

const decide = (browser, page, decision) => browser.submit(page, { decision },
	{ action: "/partner/upload" });

test("R6, R20: the sample list is previewed and committed as previewed", async () => {
	const cnu = at("cnu");
	const before = applications();
	const sample = file("cnu.csv", await readFile(
		new URL("../../../docs/samples/cnu-2025-2.csv", import.meta.url)));
	const preview = await upload(cnu, sample);
	assert.equal(preview.status, 200);
	assert.deepEqual(preview.codes, ["done"]);
	const seen = Object.values(verdicts(preview));
	assert.equal(seen.length, 12);
	assert.ok(seen.includes("returning"), "one of them is known (R22)");
	assert.equal(applications(), before, "nothing is written before commit");
	const done = await decide(cnu, preview, "commit");
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(applications(), before + 12);
	const again = await upload(cnu, sample);
	assert.deepEqual(new Set(Object.values(verdicts(again))), new Set(["already"]));
});

test("contract 5: each bad row has its row, column, value and reason; good rows go without it", async () => {
	const cnu = at("cnu");
	const before = applications();
	const preview = await upload(cnu, list([row("B001"),
		row("B002", "시험철수", "2001-02-31"), row("B001", "시험영희"),
		row("B004", "시험민수", "2001.3.9", { email: "nope" })]));
	assert.deepEqual(verdicts(preview), { 2: "new", 3: "error", 4: "duplicate", 5: "error" });
	const wrong = preview.all("td.wrong");
	assert.equal(wrong.length, 2);
	assert.match(wrong[0].text, /2001-02-31/);
	const bad = await cnu.get(preview.one('a[href$=".csv"]').getAttribute("href"));
	assert.equal(bad.status, 200);
	assert.match(bad.text, /B002/);
	assert.match(bad.text, /B004/);
	assert.equal((await cnu.get(preview.one('a[href$=".xlsx"]')
		.getAttribute("href"))).bytes.subarray(0, 2).toString(), "PK");
	// The corrected sheet can be uploaded again as it is.
	const done = await decide(cnu, preview, "commit");
	assert.deepEqual(done.codes, ["done"]);
	assert.equal(applications(), before + 1);
	const corrected = await upload(cnu, file("c.csv", bad.text
		.replace("2001-02-31", "2001-02-28").replace("nope", "b4@cnu.example")));
	assert.equal(corrected.status, 200);
	const words = Object.values(verdicts(corrected)).sort();
	assert.deepEqual(words, ["already", "new", "new"]);
});

test("what the preview says is what commit does, or it says so and previews again", async () => {
	const cnu = at("cnu");
	const first = await upload(cnu, list([row("C001", "나중에"), row("C002", "나먼저")]));
	const second = await upload(cnu, list([row("C001", "나중에")]));
	assert.deepEqual((await decide(cnu, second, "commit")).codes, ["done"]);
	const before = applications();
	const changed = await decide(cnu, first, "commit");
	assert.equal(changed.status, 422);
	assert.deepEqual(changed.codes, ["changed"]);
	assert.deepEqual(verdicts(changed), { 2: "already", 3: "new" });
	assert.equal(applications(), before);
	assert.deepEqual((await decide(cnu, changed, "commit")).codes, ["done"]);
	assert.equal(applications(), before + 1);
});

test("F8: the same request commits once; a second answers already", async () => {
	const cnu = at("cnu");
	const preview = await upload(cnu, list([row("D001", "한번만")]));
	const before = applications();
	const both = await Promise.all([0, 1].map(() => cnu.submit(preview,
		{ decision: "commit" }, { action: "/partner/upload", follow: false })));
	assert.deepEqual(both.map((p) => p.status), [303, 303]);
	assert.equal(applications(), before + 1);
	const late = await decide(cnu, preview, "commit");
	assert.ok(late.codes.every((c) => ["done", "already"].includes(c)));
	assert.equal(applications(), before + 1);
});

test("a discarded list is gone", async () => {
	const cnu = at("cnu");
	const preview = await upload(cnu, list([row("E001", "버림받은")]));
	assert.deepEqual((await decide(cnu, preview, "discard")).codes, ["done"]);
	const gone = await decide(cnu, preview, "commit");
	assert.ok([422, 404].includes(gone.status));
	assert.equal(value(`select count(*)::int from sojourn.application
		where student_no = 'E001'`), 0);
});

test("S16: resident registration numbers are blanked before anything is shown or stored", async () => {
	const cnu = at("cnu");
	const preview = await upload(cnu, file("r.csv",
		"학번,성명,생년월일,주민등록번호,과정,학과,이메일\n" +
		"F001,주민번호,2001-03-09,010309-3123456,석사,화학과,f1@cnu.example\n"));
	assert.ok(!preview.text.includes("3123456"));
	assert.ok(preview.one(".callout.warn"));
	assert.equal(value(`select count(*)::int from sojourn.partner_list_row
		where (cells || raw)::text ~ '3123456'`), 0);
});

test("S11: another university's list is unknown", async () => {
	const cnu = at("cnu"), kaist = at("kaist");
	const preview = await upload(cnu, list([row("G001", "우리것")]));
	const id = preview.one('input[name="upload"]').getAttribute("value");
	assert.equal((await kaist.get(`/partner/upload?upload=${id}`)).status, 404);
	assert.equal((await kaist.get(`/partner/upload/${id}.csv`)).status, 404);
	const form = await kaist.get("/partner/upload");
	const answer = await kaist.submit(form, { upload: id, decision: "commit", list: undefined },
		{ action: "/partner/upload" });
	assert.equal(answer.status, 422);
	assert.deepEqual(answer.codes, ["gone"]);
	assert.equal(value(`select state from sojourn.partner_list where id = $1`, [id]), "preview");
});

test("R6: after the deadline a list is late, unless an exception is recorded", async () => {
	clock("2025-08-14T18:00:00+09:00", { jobs: false });
	const cnu = at("cnu");
	const page = await cnu.get("/partner/upload");
	assert.deepEqual(page.codes, ["late"]);
	const token = (await cnu.get("/partner/upload")).form("/account/logout").fields
		.find(([k]) => k === "csrf")[1];
	const sent = await cnu.post("/partner/upload", { csrf: token,
		request: "late-list-request", list: list([row("H001", "늦은이")]) });
	assert.equal(sent.status, 422);
	assert.ok(sent.codes.includes("late"));
	sql(`insert into sojourn.exception (kind, university_id, term_id, reason,
		until, asked_by, agreed_by, agreed_at)
		select 'late-list', u.id, t.id, 'post', '2025-08-16 00:00+09',
		a.id, b.id, now() from sojourn.university u, sojourn.term t,
		sojourn.account a, sojourn.account b where u.code = 'CNU'
		and t.code = '2025-2' and a.login = 'academic' and b.login = 'admin';`);
	assert.deepEqual((await cnu.get("/partner/upload")).codes, []);
	const preview = await upload(cnu, list([row("H001", "늦은이")]));
	assert.deepEqual((await decide(cnu, preview, "commit")).codes, ["done"]);
	clock("apply", { jobs: false });
});

test("the letter with the list counts as recommendation, once both are there (R3, R6)", async () => {
	const cnu = at("cnu");
	const half = await upload(cnu, list([row("I000", "공문없이")]), { letter_no: "교류-1" });
	assert.equal(half.status, 422);
	assert.ok(half.one("#letter_date-error"));
	const preview = await upload(cnu, list([row("I001", "공문함께")]),
		{ letter_no: "교류-2025-77", letter_date: "2025-08-13" });
	assert.equal(preview.status, 200);
	await decide(cnu, preview, "commit");
	const stage = value(`select verification_stage from sojourn.university where code = 'CNU'`);
	assert.equal(value(`select recommendation from sojourn.application
		where student_no = 'I001'`), stage === "before_approval" ? "recommended" : "none");
	const same = await upload(cnu, list([row("I002", "다른날짜")]),
		{ letter_no: "교류-2025-77", letter_date: "2025-08-12" });
	assert.equal(same.status, 422);
	assert.ok(same.one("#letter_no-error"));
});

test("hostile and broken files get a sentence, 422, and nothing is kept", async () => {
	const cnu = at("cnu");
	const before = value(`select count(*)::int from sojourn.partner_list`);
	const files = {
		empty: "", text: "hello", quote: HEAD + '"a,b,c\nd',
		pdf: "%PDF-1.7\n", html: "<html><table></table></html>",
		nul: HEAD + "a\0b,c\n", ole: Buffer.from("d0cf11e0a1b11ae1", "hex"),
		heading: HEAD, missing: "학번,성명\n1,김\n",
		many: HEAD + Array.from({ length: 20_001 }, (_, i) =>
			row(`M${i}`).join(",")).join("\n"),
	};
	for (const [name, data] of Object.entries(files)) {
		const page = await upload(cnu, file(`${name}.csv`, data));
		assert.equal(page.status, 422, name);
		assert.ok(page.codes.includes("invalid"), name);
		assert.ok(page.say("#list-error").length > 10, name);
	}
	const none = await cnu.submit(await cnu.get("/partner/upload"), {},
		{ action: "/partner/upload" });
	assert.equal(none.status, 422);
	assert.equal(value(`select count(*)::int from sojourn.partner_list`), before);
});

test("R20: the empty list can be downloaded and is accepted as heading", async () => {
	const cnu = at("cnu");
	const csv = await cnu.get("/partner/template.csv");
	assert.equal(csv.status, 200);
	const head = csv.text.replace(/^\ufeff/, "").trim();
	assert.match(head, /student_no/);
	const columns = head.split(",");
	const cells = { student_no: "K001", name_native: "표본", birth_date: "20010309",
		level: "BA", department: "d", email: "k1@cnu.example" };
	const preview = await upload(cnu, file("k.csv", `${head}\n` +
		columns.map((c) => cells[c] ?? "").join(",") + "\n"));
	assert.deepEqual(Object.values(verdicts(preview)), ["new"]);
	assert.equal((await cnu.get("/partner/template.xlsx")).bytes
		.subarray(0, 2).toString(), "PK");
});

test("only coordinators upload: others 403, nobody 303", async () => {
	for (const other of ["cnu.dean", "academic", "E252000015"])
		assert.equal((await at(other).get("/partner/upload")).status, 403, other);
	assert.equal((await new Browser().get("/partner/upload")).status, 303);
});

test("R6: a corrected list comes again under the letter of the first", async () => {
	const cnu = at("cnu");
	const letter = { letter_no: "CNU-교류-7", letter_date: "2025-08-13" };
	const first = await upload(cnu, list([row("G001"), row("", "없음")]), letter);
	assert.deepEqual(first.codes, ["done"]);
	assert.deepEqual((await decide(cnu, first, "discard")).codes, ["done"]);
	const second = await upload(cnu, list([row("G001")]), letter);
	assert.deepEqual(second.codes, ["done"], "discarded, the number is free");
	assert.deepEqual((await decide(cnu, second, "commit")).codes, ["done"]);
	const third = await upload(cnu, list([row("G002")]), letter);
	assert.deepEqual((await decide(cnu, third, "commit")).codes, ["done"]);
	assert.deepEqual(sql(`select recommendation from sojourn.application
		where student_no in ('G001', 'G002')`),
	[{ recommendation: "recommended" }, { recommendation: "recommended" }]);
	const other = await upload(cnu, list([row("G003")]),
		{ ...letter, letter_date: "2025-08-12" });
	assert.equal(other.status, 422, "another date is another letter");
});

test("a file beyond 20 MB is 413, and the form says how much is possible", async () => {
	const page = await upload(at("cnu"), file("list.csv", Buffer.alloc(20 * 1024 * 1024 + 1, 65)));
	assert.equal(page.status, 413);
	assert.deepEqual(page.codes, ["invalid"]);
	assert.match(page.text, /20,971,521 bytes; at most 20,971,520/);
});
