// F9: the clock of the machine steps back after a window has closed, seen by a
// student, by clerk and by whoever runs the system.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { clock, reset, sql, until, value, variable } from "../../fixture.mjs";
import { logins, student } from "./student.mjs";
import { sojourn } from "../cli/sojourn.mjs";

before(reset);
const log = () => readFileSync(`${variable}/log/clerk.log`, "utf8");

test("the clock is set back after the close: still closed, an alarm, until it is right", async () => {
	const from = log().length;
	const [login] = logins(1);
	const b = student(login);
	const closes = value(`select to_char(w.closes_at - interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SSOF')
		from sojourn.time_window w join sojourn.term t on t.id = w.term_id
		where t.code = '2025-2' and w.kind = 'CHANGE' and w.university_id is null
		and w.replaced_at is null`);
	clock("change", { jobs: false });
	const form = (await b.get("/register")).form("/register/enrol");
	const press = async () => (await b.follow(await b.post(form.action,
		[...form.fields.filter(([k]) => !["section", "request"].includes(k)),
			["request", `clock-${Math.random().toString(36).slice(2)}`],
			["section", "BIO5012-01"]]))).codes;
	// A minute before the close by its hands, two minutes later by what it showed
	// before.
	sql(`update sojourn.demo_clock set distance = $1::timestamptz - clock_timestamp()`, [closes]);
	sql("update sojourn.clock_mark set at = clock_timestamp() + interval '2 minutes'");
	assert.deepEqual(await press(), ["window"]);
	assert.match(sojourn(["doctor"]).out, /^clock-back /m);
	await until(() => log().slice(from).includes("stepped back by"), 5);
	const { status, out } = sojourn(["clock", "accept"]);
	assert.equal(status, 0, out);
	assert.doesNotMatch(sojourn(["doctor"]).out, /clock-back/);
	clock("change", { jobs: false });
	assert.deepEqual(await press(), ["done"]);
});
