// Staff see, open, tune and close the waiting room (S21).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { base, clock, reset, sql, until, value } from "../../fixture.mjs";
import { logins, student } from "../register/student.mjs";
import { desk } from "./desk.mjs";

let staff;

before(async () => {
	await reset();
	clock("register", { jobs: false });
	staff = desk("academic");
});
after(() => sql("update sojourn.room set mode = 'off'"));

test("staff open it: students wait; the page says how many; closed: they go in", async () => {
	let p = await staff.submit(await staff.get("/staff/room"), { mode: "on", rate: 1, hold_at: 1 },
		{ action: "/staff/room" });
	assert.deepEqual(p.codes, ["done"]);
	const [b] = logins(1).map((login) => student(login));
	sql("update sojourn.room set part = -1e9");
	await until(async () => (await (await fetch(`${base}/register/room.json`)).json()).round > 0);
	assert.equal((await b.get("/register")).status, 429);
	p = await until(async () => {
		const q = await staff.get("/staff/room");
		return q.say("#room-now dd") === "1" && q;
	});
	assert.match(p.say(".badge"), /open/);
	p = await staff.submit(p, { mode: "off" }, { action: "/staff/room" });
	assert.deepEqual(p.codes, ["done"]);
	await until(async () => (await b.get("/register")).status === 200);
	p = await staff.submit(p, { mode: "auto" }, { action: "/staff/room" });
	assert.match(p.say(".badge"), /closed/);
	const acts = sql(`select act, detail ->> 'mode' as mode from sojourn.audit
		where act like 'room%' order by id`).map((a) => `${a.act} ${a.mode ?? ""}`.trim());
	assert.deepEqual(acts, ["room-open on", "room on", "room-close", "room off", "room auto"]);
});

test("numbers out of their bounds are refused and shown again; nothing changes", async () => {
	const p = await staff.submit(await staff.get("/staff/room"), { rate: 0, quiet: "soon" },
		{ action: "/staff/room" });
	assert.equal(p.status, 422);
	assert.ok(p.one("#rate-error") && p.one("#quiet-error"));
	assert.equal(p.one("input[name=quiet]").getAttribute("value"), "soon");
	assert.equal(Number(value("select quiet from sojourn.room")), 60);
});

test("only who keeps the master data may; the auditor may not", async () => {
	const p = await desk("auditor").get("/staff/room");
	assert.equal(p.status, 403);
});
