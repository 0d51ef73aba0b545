// The waiting room (S21): a small rush of demo students, let in slowly.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { Browser, base, clock, reset, sql, until, value, variable } from "../../fixture.mjs";
import { kill } from "../../services.mjs";
import { logins, student } from "./student.mjs";

const CROWD = 100;
let all, waiting;

const set = (what) => sql(`update sojourn.room set ${what}`);
const state = async () => (await fetch(`${base}/register/room.json`)).json();
// What nginx keeps for a second has to pass.
const round = (is) => until(async () => is((await state()).round));
const ticket = (b) => b.jar.get("room");
const place = (p) => Number(p.one("[data-place]")?.getAttribute("data-place"));
const placeOf = (b) => Number(value(`select p.place from sojourn.room_place p
	join sojourn.account a on a.id = p.account_id where a.login = $1`, [b.login]));

// A session each, all made at once.
function crowd(names)
{
	const made = names.map((login) => {
		const b = Object.assign(new Browser({ lang: "en" }), { login });
		b.jar.set("session", randomBytes(32).toString("base64url"));
		return b;
	});
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select sha256(convert_to(x.token, 'UTF8')), a.id, array['register']
		  from unnest($1::text[], $2::text[]) x(token, login)
		  join sojourn.account a using (login)`,
	[made.map((b) => b.jar.get("session")), names]);
	return made;
}

before(async () => {
	await reset();
	clock("register", { jobs: false });
	all = crowd(logins(CROWD + 10));
	waiting = all.slice(10);
});
after(() => set("mode = 'off'"));

test("closed: no ticket, no wait, no address of its own", async () => {
	const p = await all[0].get("/register");
	assert.equal(p.status, 200);
	assert.equal(ticket(all[0]), undefined);
	const door = await all[0].get("/register/room");
	assert.deepEqual([door.status, door.location], [303, "/register"]);
	assert.equal((await state()).round, 0);
	assert.equal((await fetch(`${base}/register/room.json?x=1`)).status, 404);
});

test("open: who had the page goes on, who comes waits in order of arrival", async () => {
	const form = await all[0].get("/register");
	set("mode = 'on', rate = 1, hold_at = 1000");
	await round((n) => n > 0);
	sql("update sojourn.room set rate = 1, part = -1e9");
	const act = await all[0].post("/register/enrol", {
		csrf: form.one("input[name=csrf]").getAttribute("value"), section: "BIO5012-01" });
	assert.notEqual(act.status, 429, "an act of somebody inside");
	assert.equal((await all[0].get("/register")).status, 200);
	for (const [i, b] of waiting.entries()) {
		const p = await b.get("/register");
		assert.equal(p.status, 429);
		assert.deepEqual(p.codes, ["busy"]);
		assert.equal(place(p), i + 1);
		assert.ok(Number(p.headers.get("retry-after")) >= 3);
		assert.match(p.headers.get("refresh"), /^\d+; url=\/register\/room$/);
		assert.equal(p.headers.get("cache-control"), "no-store");
		assert.ok(ticket(b));
	}
	const third = await waiting[2].get("/register/room");
	assert.equal(third.say("[data-ahead]"), "2");
	assert.deepEqual(sql("select * from cli_api.doctor_room()"), []);
});

test("an act from outside waits too, and says that it was not done", async () => {
	const b = waiting[0];
	const page = await b.get("/register/room");
	const p = await b.post("/register/enrol", {
		csrf: page.one("input[name=csrf]").getAttribute("value"), section: "BIO5012-01" });
	assert.deepEqual([p.status, p.codes], [429, ["busy"]]);
	assert.match(p.say(".msg"), /was not done/);
	assert.doesNotMatch((page.one(".msg span[hidden]") ?? { text: "" }).text, /^$/);
	assert.equal(sql("select 1 from sojourn.enrolment e join sojourn.account a using (person_id) " +
		"where a.login = $1", [b.login]).length, 0);
});

test("one place each: many tabs, fast clicks and a second device gain nothing", async () => {
	const b = waiting[50];
	const other = student(b.login);
	const tabs = await Promise.all(Array.from({ length: 30 }, (_, i) => {
		const tab = new Browser({ lang: "en" });
		tab.jar.set("session", (i % 2 ? b : other).jar.get("session"));
		return tab.get("/register");
	}));
	assert.deepEqual([...new Set(tabs.map(place))], [51]);
	assert.equal(Number(value("select last_place from sojourn.room")), CROWD);
});

test("altered, forged and borrowed tickets are worth nothing", async () => {
	const [first, last] = [waiting[0], waiting.at(-1)];
	const good = ticket(last);
	const raw = Buffer.from(good, "base64url");
	const forged = [ticket(first), "A".repeat(good.length), good.slice(1), "", `${good}A`];
	for (const at of [0, 1, 5, 13, 20, 25, 30, 40, 57]) {
		const other = Buffer.from(raw);
		other[at] ^= 1;
		forged.push(other.toString("base64url"));
	}
	for (const text of forged) {
		last.jar.set("room", text);
		const p = await last.get("/register");
		assert.deepEqual([p.status, place(p)], [429, CROWD], text);
		assert.notEqual(ticket(last), text, "a good one comes back");
	}
});

test("a restart of register keeps the places; tickets stay good", async () => {
	const kept = ticket(waiting[7]);
	kill("register");
	const p = await until(async () => {
		const q = await waiting[7].get("/register/room").catch(() => undefined);
		return q?.one("[data-place]") && q;
	});
	assert.deepEqual([place(p), ticket(waiting[7])], [8, kept]);
	waiting[8].jar.delete("room");
	assert.equal(place(await waiting[8].get("/register")), 9);
});

test("the mark moves in order, passes over who is gone, lets nobody in before", async () => {
	const gone = new Set([3, 4, 5, 20]);
	sql(`update sojourn.room_place set seen_at = clock_timestamp() - interval '10 minutes'
		where place = any ($1::bigint[])`, [[...gone].map(String)]);
	set("rate = 40, part = 0");
	const marks = [-1];
	let left = waiting.map((b, i) => ({ b, place: i + 1 }))
		.filter((w) => !gone.has(w.place));
	await until(async () => {
		const said = await Promise.all(left.map((w) => w.b.get("/register/room")));
		const mark = Number(value("select mark from sojourn.room"));
		const went = left.filter((_, i) => said[i].status === 303);
		assert.ok(went.every((w) => w.place <= mark), `mark ${mark}`);
		assert.ok(said.every((p) => p.status === 303 || place(p) > marks.at(-1)),
			"nobody below the mark of before still waits");
		await Promise.all(went.map((w) => w.b.get("/register")));
		left = left.filter((_, i) => said[i].status !== 303);
		marks.push(mark);
		return left.length === 0;
	}, 15);
	assert.ok(marks.length > 2, "not all at once");
	assert.deepEqual(marks, [...marks].sort((a, b) => a - b), "the mark never goes back");
	assert.equal((await waiting[2].get("/register")).status, 200, "who comes back goes in");
});

test("S24: a key that others may read is no key", () => {
	const dir = mkdtempSync(`${tmpdir()}/keys-`);
	try {
		for (const name of ["csrf.key", "ticket.key"])
			writeFileSync(`${dir}/${name}`, "00".repeat(32), { mode: 0o400 });
		writeFileSync(`${dir}/conf`, readFileSync(`${variable}/etc/sojourn.conf`, "utf8") +
			`secrets = ${dir}\n`);
		const check = () => spawnSync(`${variable}/app/cgi-bin/register`, ["-n"],
			{ env: { SOJOURN_CONF: `${dir}/conf` }, encoding: "utf8" });
		assert.equal(check().status, 0, check().stderr);
		for (const mode of [0o404, 0o420, 0o402]) {
			chmodSync(`${dir}/csrf.key`, mode);
			assert.equal(check().status, 1, mode.toString(8));
			assert.match(check().stderr, /only its owner/);
		}
	} finally {
		rmSync(dir, { recursive: true });
	}
});

test("closed by staff: nobody waits, and places are forgotten", async () => {
	set("mode = 'off'");
	await round((n) => n === 0);
	const b = student(waiting[9].login);
	assert.equal((await b.get("/register")).status, 200);
	assert.equal(ticket(b), undefined);
	assert.equal(Number(value("select count(*) from sojourn.room_place")), 0);
});

test("it opens by itself when pages pile up, and closes when nobody waits", async () => {
	set("mode = 'auto', open_at = 3, quiet = 5, rate = 1000, hold_at = 1000");
	await until(async () => {
		await Promise.all(all.map((b) => b.get("/register")));
		return value("select opened_at is not null from sojourn.room");
	});
	set("waited_at = clock_timestamp() - interval '1 minute'");
	sql("update sojourn.room_place set seen_at = clock_timestamp() - interval '10 minutes'");
	await until(() => value("select opened_at is null from sojourn.room"));
	const acts = sql("select act from sojourn.audit where act like 'room-%' order by id");
	assert.deepEqual(acts.slice(-2).map((a) => a.act), ["room-open", "room-close"]);
	set("mode = 'auto', open_at = 64, quiet = 60, rate = 200, hold_at = 32");
});
