// S14, F9: the clock of the machine steps back.  No entry of the log is older
// than the one before it, and those who answer for it see what is wrong.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { before, test } from "node:test";
import { Browser, clock, file, reset, sql, until, value, variable } from "../../fixture.mjs";
import { sojourn } from "../cli/sojourn.mjs";
import { logins, student } from "../register/student.mjs";
import { visitor } from "../letters/office.mjs";

const later = "2099-01-01T00:00:00Z";
const service = (act) => execFileSync("s6-svc",
	[act === "-d" ? "-wD" : "-wu", "-T", "10000", act, `${variable}/service/signer`]);
const entries = () => sql("select entry from sojourn.log_entry order by n").map((e) => JSON.parse(e.entry));

let ids, affairs;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(3);
	affairs = visitor("affairs");
});

async function confirmation(login)
{
	const b = student(login);
	await b.submit(await b.get("/register"), { section: "BIO5012-01" }, { action: "/register/enrol" });
	const pdf = await until(async () => {
		const p = await b.get("/register/confirmation.pdf");
		return p.status === 200 && p;
	}, 20);
	const [{ serial, credential }] = sql(`select d.serial, d.credential from sojourn.document d
		join sojourn.account a on a.person_id = d.person_id where a.login = $1`, [login]);
	return { pdf, serial, json: JSON.parse(credential) };
}

test("a clock that is right: entries carry it, and no page speaks of it", async () => {
	const first = await confirmation(ids[0]);
	const [entry] = entries();
	assert.ok(Math.abs(Date.parse(entry.at) - Date.now()) < 60_000, entry.at);
	assert.equal(first.json.proof.created, entry.at);
	for (const page of ["/staff", "/staff/certificates"])
		assert.doesNotMatch((await affairs.get(page)).text, /data-clock/);
	assert.deepEqual(sql("select * from cli_api.doctor_clock()"), []);
});

// An entry of a time to come in the journal is what a step back leaves.
test("set back: entry, head and credential stand at the latest time there was", async () => {
	const gone = value("select serial from sojourn.document where state = 'valid'");
	service("-d");
	sql("select sojourn.document_end(null, $1, 'revoked', 'wrong')", [gone]);
	appendFileSync(`${variable}/spool/signer/log`,
		`${JSON.stringify({ action: "revoke", at: later, serial: gone })}\n`);
	service("-u");
	const second = await confirmation(ids[1]);
	assert.deepEqual(entries().slice(-2).map((e) => [e.action, e.at]), [["revoke", later], ["issue", later]]);
	assert.equal(second.json.proof.created, later);
	assert.equal(value("select at from sojourn.log_head order by size desc limit 1"), later);
	sql("select sojourn.document_end(null, $1, 'revoked', 'wrong')", [second.serial]);
	await until(() => entries().length === 4 && entries().at(-1).at === later);
	const list = await until(() => {
		const [row] = sql("select credential from sojourn.status_list");
		return JSON.parse(row.credential);
	});
	assert.equal(list.validFrom, later);
	const third = await confirmation(ids[2]);
	assert.deepEqual((await new Browser().fill("/verify", { document: file("x.pdf", third.pdf.bytes) },
		{ action: "/verify" })).codes, ["valid"], "it is issued all the same");
	assert.deepEqual(sql("select * from cli_api.doctor_documents()"), []);
});

test("staff and doctor say that the clock is behind", async () => {
	for (const page of ["/staff", "/staff/certificates"]) {
		const note = (await affairs.get(page)).one("[data-clock=behind]");
		assert.match(note.text, /it has been .*2099/);
		assert.match(note.text, /with the time of the entry before/);
	}
	const said = sojourn(["doctor"]);
	assert.equal(said.status, 1);
	assert.match(said.out, /clock-log/);
	assert.doesNotMatch(said.out, /log-time/);
});
