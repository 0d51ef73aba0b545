// Somebody who applies in another's name with his own mailbox gets nothing
// (S1, S2): the whole chain, from the web door and a list to the mails of issuing.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { Browser, clock, file, link, mail, mails, reset, sql, value }
	from "../../fixture.mjs";
import { desk } from "../staff/desk.mjs";

before(async () => {
	await reset();
	clock("apply", { jobs: false });
});

const victim = { student_no: "202577777", name: "하늘별", birth: "2000-05-06",
	email: "haneul@cnu.example" };
const thief = "thief@mail.example";

async function apply(email)
{
	const b = new Browser();
	await b.fill("/tempid/apply?term=2025-2", { university: "CNU",
		student_no: victim.student_no, name_native: victim.name,
		birth_date: victim.birth, level: "MA", status: "enrolled",
		department: "천문우주학과", email, consent_collect: "1",
		consent_provide: "1" }, { action: "/tempid/apply" });
	const page = await b.follow(await b.get(
		link(await mail({ to: email, kind: "confirm" }))));
	return b.submit(page, {}, { action: "/tempid/confirm" });
}

async function upload()
{
	const cnu = desk("cnu");
	const list = "학번,성명,생년월일,과정,학과,이메일\n" + [victim.student_no,
		victim.name, victim.birth, "석사", "천문우주학과", victim.email].join();
	const preview = await cnu.submit(await cnu.get("/partner/upload"),
		{ list: file("list.csv", list), letter_no: "CNU-S2",
			letter_date: "2025-08-14" }, { action: "/partner/upload" });
	return cnu.submit(preview, { decision: "commit" },
		{ action: "/partner/upload" });
}

const application = () => sql(`select * from sojourn.application where
	student_no = $1 and state not in ('withdrawn', 'expired', 'unconfirmed')`,
[victim.student_no])[0];

async function approveAndIssue()
{
	const b = desk("academic");
	const { id } = application();
	await b.submit(await b.get("/staff/applications?state=submitted"),
		{ application: id, decision: "approve" }, { action: "/staff/applications" });
	return b.submit(await b.get("/staff/issue?term=2025-2"),
		{ application: id }, { action: "/staff/issue" });
}

test("S2: the list adopts, but the letter recommends no disputed claim", async () => {
	assert.deepEqual((await apply(thief)).codes, ["done"]);
	assert.ok((await upload()).codes.includes("done"));
	const a = application();
	assert.equal(a.email, thief, "the confirmed mailbox stays, meanwhile");
	assert.equal(a.identity, "doubtful");
	assert.equal(a.recommendation, "none");
});

test("S2: approved all the same, nothing is issued and nobody gets a mail", async () => {
	const issued = await approveAndIssue();
	assert.ok(issued.codes.includes("review"), issued.codes.join());
	assert.equal(application().state, "approved");
	assert.deepEqual(await mails({ to: thief, kind: "id-issued" }), []);
	assert.deepEqual(await mails({ to: thief, kind: "activate" }), []);
});

test("S2: the university settles it, and the ID goes to the real student", async () => {
	const { id } = application();
	const cnu = desk("cnu");
	const page = await cnu.get(`/partner/students/${id}`);
	assert.match(page.say("main"), /thief@mail\.example/);
	assert.match(page.say("main"), /haneul@cnu\.example/);
	const form = page.form(`/partner/students/${id}`).fields
		.filter(([k]) => ["csrf", "request"].includes(k));
	const settled = await cnu.follow(await cnu.post(`/partner/students/${id}`,
		[...form, ["decision", "settle"], ["value", "list"]]));
	assert.deepEqual(settled.codes, ["done"]);
	assert.equal(application().recommendation, "recommended",
		"R3: the letter of the list counts now");
	const issued = await approveAndIssue();
	assert.ok(issued.codes.includes("done"), issued.codes.join());
	assert.ok(link(await mail({ to: victim.email, kind: "id-issued" })));
	assert.deepEqual((await mails({ to: thief })).map((m) => m.kind), ["confirm"]);
	assert.equal(Number(value(`select count(*) from sojourn.account where
		email = $1`, [thief])), 0);
});
