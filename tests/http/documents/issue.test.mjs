// R33, S18, S20, F8: a document is printed, read back, signed once and logged.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync,
	symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { base, clock, reset, sql, until, value, variable } from "../../fixture.mjs";
import { kill, killChild } from "../../services.mjs";
import { logins, student } from "../register/student.mjs";
import { bare, info, scanned, text } from "./paper.mjs";

let ids;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(9);
});

const enrol = async (b, section) => b.submit(await b.get("/register"),
	{ section }, { action: "/register/enrol" });
const cancel = async (b, section) => b.submit(await b.get("/register"),
	{ section }, { action: "/register/cancel" });
const speaking = (login, lang) => {
	const b = student(login, lang);
	b.jar.set("lang", lang);
	return b;
};
const issued = (login) => sql(`select d.serial, d.state, d.lang::text as lang
	from sojourn.document d join sojourn.account a on a.person_id = d.person_id
	where a.login = $1 order by d.id`, [login]);
// Asks until the document is there: those who make it may be on their way back.
const given = (b) => until(async () =>
	(await b.get("/register/confirmation.pdf")).status === 200, 20);
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const service = (act, name) => execFileSync("s6-svc",
	[act === "-d" ? "-wD" : "-wu", "-T", "10000", act, `${variable}/service/${name}`]);

test("R33: the confirmation in three languages, with a code to scan", async () => {
	const words = { ko: "수강신청확인서", en: "Confirmationofcourseregistration",
		ja: "履修登録確認書" };
	await enrol(student(ids[0]), ["BIO5012-01", "CHE6022-01"]);
	for (const lang of ["ko", "en", "ja"]) {
		const p = await speaking(ids[0], lang).get("/register/confirmation.pdf");
		assert.equal(p.status, 200);
		assert.equal(p.headers.get("content-type"), "application/pdf");
		assert.equal(p.headers.get("cache-control"), "no-store");
		const said = bare(p.bytes);
		for (const word of [words[lang], ids[0], "BIO5012-01", "CHE6022-01"])
			assert.ok(said.includes(word), `${word} in ${lang}`);
		const [address, ...more] = scanned(p.bytes);
		assert.deepEqual(more, []);
		assert.match(address, new RegExp(`^${base}/verify/` +
			"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$"));
		assert.ok(said.includes(address.split("/").at(-1)));
		const about = info(p.bytes);
		assert.equal(about.Tagged, "yes");
		assert.equal(about.Pages, "1");
		assert.match(about["Page size"], /A4/);
		assert.match(p.bytes.toString("latin1"), new RegExp(`/Lang \\(${lang}\\)`));
	}
	assert.deepEqual(issued(ids[0]).map((d) => [d.state, d.lang]),
		[["valid", "ko"], ["valid", "en"], ["valid", "ja"]]);
});

test("the same registration is the same document; a change supersedes it", async () => {
	const b = student(ids[1]);
	await enrol(b, "BIO5012-01");
	const first = await b.get("/register/confirmation.pdf");
	const again = await b.get("/register/confirmation.pdf");
	assert.ok(first.bytes.equals(again.bytes));
	await enrol(b, "CHE6022-01");
	const second = await b.get("/register/confirmation.pdf");
	assert.notEqual(sha256(first.bytes), sha256(second.bytes));
	await cancel(b, "CHE6022-01");
	const third = await b.get("/register/confirmation.pdf");
	assert.equal(third.status, 200);
	assert.deepEqual(issued(ids[1]).map((d) => d.state),
		["superseded", "superseded", "valid"]);
	assert.notDeepEqual(scanned(first.bytes), scanned(third.bytes));
	const log = sql(`select action from sojourn.log_entry where serial = any ($1)
		order by n`, [issued(ids[1]).map((d) => d.serial)]);
	assert.deepEqual(log.map((e) => e.action),
		["issue", "issue", "supersede", "issue", "supersede"]);
});

test("F8: asked for six times at once it is one document", async () => {
	const b = student(ids[2]);
	await enrol(b, "BIO5012-01");
	const pages = await Promise.all([1, 2, 3, 4, 5, 6].map(() =>
		b.get("/register/confirmation.pdf")));
	assert.deepEqual(pages.map((p) => p.status), Array(6).fill(200));
	assert.equal(new Set(pages.map((p) => sha256(p.bytes))).size, 1);
	assert.equal(issued(ids[2]).length, 1);
});

test("nothing registered, nothing issued", async () => {
	const p = await student(ids[3]).get("/register/confirmation.pdf");
	assert.equal(p.status, 422);
	assert.deepEqual(issued(ids[3]), []);
});

test("a letter that cannot be printed is refused, not boxed", async () => {
	const b = student(ids[3]);
	await enrol(b, "BIO5012-01");
	sql(`update sojourn.person set name_native = '金' || chr(57344) || '秀'
		where id = (select person_id from sojourn.account where login = $1)`,
	[ids[3]]);
	const p = await b.get("/register/confirmation.pdf");
	assert.equal(p.status, 422);
	assert.match(p.text, /letter that we cannot print/);
	assert.deepEqual(issued(ids[3]).map((d) => d.state), ["failed"]);
	const rare = "龘靐𠮷닒";
	sql(`update sojourn.person set name_native = $2
		where id = (select person_id from sojourn.account where login = $1)`,
	[ids[3], rare]);
	const q = await b.get("/register/confirmation.pdf");
	assert.equal(q.status, 200);
	assert.ok(bare(q.bytes).includes(rare));
});

test("a long name, eighty courses: pages with their heads again", async () => {
	const name = "Wolfeschlegelsteinhausen ".repeat(5).slice(0, 118).trim();
	sql(`update sojourn.person p set name_native = $2 from sojourn.account a
		where a.person_id = p.id and a.login = $1`, [ids[4], name]);
	sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits,
		    enrolled_at)
		select a.person_id, s.id, s.term_id, s.credits, now()
		  from sojourn.account a, sojourn.section s
		  join sojourn.term t on t.id = s.term_id
		 where t.code = '2025-2' and a.login = $1 order by s.id limit 80`,
	[ids[4]]);
	const p = await student(ids[4]).get("/register/confirmation.pdf");
	assert.equal(p.status, 200);
	const pages = Number(info(p.bytes).Pages);
	assert.ok(pages >= 3, `${pages} pages`);
	const said = text(p.bytes);
	assert.equal(said.split("Course title").length - 1, pages,
		"the table's head on every page");
	assert.ok(said.includes(`Page ${pages} of ${pages}`));
	assert.ok(bare(p.bytes).includes(name.replace(/ /g, "")));
	sql(`delete from sojourn.enrolment where person_id =
		(select person_id from sojourn.account where login = $1)`, [ids[4]]);
});

test("S20: signer away: nothing is given out; back again: issued once", async () => {
	const b = student(ids[5]);
	await enrol(b, "BIO5012-01");
	service("-d", "signer");
	try {
		const p = await b.get("/register/confirmation.pdf");
		assert.equal(p.status, 429);
		assert.match(issued(ids[5])[0].state, /^(asked|printed)$/);
	} finally {
		service("-u", "signer");
	}
	await given(b);
	assert.equal(issued(ids[5]).length, 1);
	assert.equal(value(`select count(*)::int from sojourn.log_entry
		where serial = $1`, [issued(ids[5])[0].serial]), 1);
});

test("S20: killed in the middle: the journal knows what was signed", async () => {
	const b = student(ids[6]);
	await enrol(b, "BIO5012-01");
	for (let i = 0; i < 4; i++) {
		const asked = b.get("/register/confirmation.pdf");
		await sleep(40 * i);
		kill(i % 2 ? "signer" : "press");
		await asked;
		await (i % 2 ? enrol : cancel)(b, "CHE6022-01");
	}
	await given(b);
	assert.equal(issued(ids[6]).filter((d) => d.state === "valid").length, 1);
	const journal = readFileSync(`${variable}/spool/signer/log`, "utf8")
		.trim().split("\n");
	assert.deepEqual(journal, sql("select entry from sojourn.log_entry order by n")
		.map((e) => e.entry));
	const serials = journal.map((l) => JSON.parse(l))
		.filter((e) => e.action === "issue").map((e) => e.serial);
	assert.equal(new Set(serials).size, serials.length);
});

test("a crowd at once, and a press killed among them: each document once", async () => {
	const crowd = logins(30).slice(10, 20).map((id) => student(id));
	for (const b of crowd)
		await enrol(b, "BIO5012-01");
	const asked = crowd.map((b) => b.get("/register/confirmation.pdf"));
	await sleep(150);
	killChild("press", /press/);
	const first = (await Promise.all(asked)).map((p) => p.status);
	assert.ok(first.every((s) => [200, 429].includes(s)), first.join());
	const again = await until(async () => {
		const all = await Promise.all(crowd.map((b) => b.get("/register/confirmation.pdf")));
		return all.every((p) => p.status === 200) && all;
	}, 20);
	assert.equal(new Set(again.map((p) => sha256(p.bytes))).size, crowd.length);
	assert.equal(value(`select count(*)::int from sojourn.document d
		join sojourn.account a on a.person_id = d.person_id
		where a.login = any ($1) and d.state = 'valid'`, [logins(30).slice(10, 20)]), crowd.length);
});

test("S14: what an older copy lacks is put back, what was revoked stays so", async () => {
	const gone = issued(ids[0])[0].serial;
	sql("select sojourn.document_end(null, $1, 'revoked', 'wrong')", [gone]);
	await until(() => value(`select count(*)::int from sojourn.log_entry
		where serial = $1 and action = 'revoke'`, [gone]) === 1);
	sql(`alter table sojourn.document disable trigger user;
		update sojourn.document set state = 'valid', ended_at = null
		 where serial = $1;
		alter table sojourn.document enable trigger user`, [gone]);
	const all = sql("select n, entry from sojourn.log_entry order by n");
	sql(`alter table sojourn.log_entry disable trigger user;
		alter table sojourn.log_head disable trigger user;
		delete from sojourn.log_entry where n > 2;
		delete from sojourn.log_head where size > 3;
		alter table sojourn.log_entry enable trigger user;
		alter table sojourn.log_head enable trigger user`);
	const b = student(ids[7]);
	await enrol(b, "BIO5012-01");
	assert.equal((await b.get("/register/confirmation.pdf")).status, 200);
	const now = sql("select n, entry from sojourn.log_entry order by n");
	assert.deepEqual(now.slice(0, all.length), all);
	assert.equal(now.length, all.length + 1);
	assert.equal(issued(ids[0])[0].state, "revoked");
});

test("a log that is not the one signed here: nothing more is signed", async () => {
	sql(`alter table sojourn.log_entry disable trigger user;
		create table sojourn.kept as select * from sojourn.log_entry;
		update sojourn.log_entry set leaf_hash = sha256('forged')
		 where n = (select max(n) from sojourn.log_entry);
		alter table sojourn.log_entry enable trigger user`);
	const b = student(ids[8]);
	await enrol(b, "BIO5012-01");
	const p = await b.get("/register/confirmation.pdf");
	assert.equal(p.status, 500);
	assert.equal(issued(ids[8])[0].state, "printed");
	sql(`alter table sojourn.log_entry disable trigger user;
		update sojourn.log_entry l set leaf_hash = k.leaf_hash
		  from sojourn.kept k where k.n = l.n;
		drop table sojourn.kept;
		alter table sojourn.log_entry enable trigger user`);
	assert.equal((await b.get("/register/confirmation.pdf")).status, 200);
});

// signer with a folder of secrets of its own; what it says when it checks.
function signerWith(prepare)
{
	const dir = mkdtempSync(join(tmpdir(), "signer-"));
	try {
		mkdirSync(join(dir, "secrets"));
		mkdirSync(join(dir, "spool"));
		writeFileSync(join(dir, "conf"), readFileSync(
			`${variable}/etc/sojourn.conf`, "utf8") +
			`secrets = ${dir}/secrets\nspool = ${dir}/spool\n`);
		prepare(join(dir, "secrets", "signing.key"));
		return spawnSync(`${variable}/app/workers/signer`, ["-n"],
			{ env: { SOJOURN_CONF: join(dir, "conf"),
				ASAN_OPTIONS: "detect_leaks=0" }, encoding: "utf8" });
	} finally {
		rmSync(dir, { recursive: true });
	}
}
const key = `1 ${"ab".repeat(32)}\n`;

test("S20: a key that is missing or readable by others is refused", () => {
	const good = signerWith((path) => writeFileSync(path, key, { mode: 0o400 }));
	assert.equal(good.status, 0, good.stderr);
	const missing = signerWith(() => {});
	assert.equal(missing.status, 1);
	assert.match(missing.stderr, /signing key .*No such file/);
	for (const mode of [0o644, 0o444, 0o404, 0o420]) {
		const open = signerWith((path) => {
			writeFileSync(path, key);
			chmodSync(path, mode);
		});
		assert.equal(open.status, 1, mode.toString(8));
		assert.match(open.stderr, /can be read by others/);
	}
	const linked = signerWith((path) => {
		writeFileSync(`${path}.kept`, key, { mode: 0o400 });
		symlinkSync(`${path}.kept`, path);
	});
	assert.equal(linked.status, 1, "a link may lead anywhere");
	if (process.getuid() === 0)
		for (const [uid, gid, mode, why] of [[65534, 0, 0o400, /belongs to somebody else/],
			[0, 65534, 0o440, /can be read by others/]]) {
			const foreign = signerWith((path) => {
				writeFileSync(path, key);
				chownSync(path, uid, gid);
				chmodSync(path, mode);
			});
			assert.equal(foreign.status, 1, `${uid}:${gid}`);
			assert.match(foreign.stderr, why);
		}
	for (const text of ["", "1 abcd\n", "x\n", `0 ${"ab".repeat(32)}\n`]) {
		const bad = signerWith((path) => writeFileSync(path, text, { mode: 0o400 }));
		assert.equal(bad.status, 1, text);
	}
});

// A program with a folder of secrets of its own; what it says when it starts.
function startedWith(program, name, prepare)
{
	const dir = mkdtempSync(join(tmpdir(), "key-"));
	try {
		writeFileSync(join(dir, "conf"), readFileSync(
			`${variable}/etc/sojourn.conf`, "utf8") + `secrets = ${dir}\n`);
		// Every program with forms reads this one before its own.
		writeFileSync(join(dir, "csrf.key"), "cd".repeat(32), { mode: 0o400 });
		prepare(join(dir, name));
		return spawnSync(`${variable}/app/${program}`,
			program === "workers/press" ? ["-n"] : [],
			{ env: { SOJOURN_CONF: join(dir, "conf"), ASAN_OPTIONS: "detect_leaks=0" },
				encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 20000 });
	} finally {
		rmSync(dir, { recursive: true });
	}
}

for (const [program, name] of [["workers/press", "document.key"], ["cgi-bin/account", "totp.key"]])
	test(`S24: ${program} does not start without a ${name} of its own, and says why`, () => {
		const hex = "ab".repeat(32);
		const refused = (prepare, why) => {
			const end = startedWith(program, name, prepare);
			assert.equal(end.status, 1, end.stderr);
			assert.ok(end.stderr.includes(name), end.stderr);
			assert.match(end.stderr, why);
			assert.ok(!end.stderr.includes("abab"), "no key in the log");
		};
		if (program === "workers/press") {
			const good = startedWith(program, name, (path) => writeFileSync(path, hex, { mode: 0o440 }));
			assert.equal(good.status, 0, good.stderr);
		}
		refused(() => {}, /the key cannot be read: No such file/);
		for (const mode of [0o644, 0o444, 0o404, 0o460, 0o402])
			refused((path) => {
				writeFileSync(path, hex);
				chmodSync(path, mode);
			}, /only its owner and his group may read it/);
		if (process.getuid() === 0)
			refused((path) => {
				writeFileSync(path, hex, { mode: 0o400 });
				chownSync(path, 65534, 0);
			}, /belongs to somebody else/);
		for (const text of ["", "abcd", hex.slice(1), "x".repeat(64)])
			refused((path) => writeFileSync(path, text, { mode: 0o400 }),
				/expected 64 hexadecimal digits/);
	});

test("S20: who is not press is not answered", async () => {
	const answer = await new Promise((resolve) => {
		let said = "";
		const s = connect(`${variable}/run/signer.ask`);
		s.on("data", (d) => said += d);
		s.on("close", () => resolve(said));
		s.on("error", () => resolve(said));
		s.end("sign UST-2025-000001\n");
	});
	const own = process.getuid() === Number(/^signer_peers = (\d+)/m.exec(
		readFileSync(`${variable}/etc/sojourn.conf`, "utf8"))[1]);
	assert.equal(answer, own ? "done\n" : "");
});

test("the command line finds documents and log sound", () => {
	assert.deepEqual(sql("select * from cli_api.doctor_documents()"), []);
});
