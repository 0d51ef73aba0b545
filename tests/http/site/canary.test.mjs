// S12: what is personal or secret is in no log, whatever goes wrong.  Names,
// addresses, birth dates, passwords and tokens that stand nowhere else go
// through the doors, the errors of the database included; then every log of
// the instance is searched for them.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { Browser, clock, code, file, link, mail, reset, sql, until, value, variable }
	from "../../fixture.mjs";
import { desk } from "../staff/desk.mjs";

const mark = randomBytes(5).toString("hex");	// of this run: the logs keep the last one's
const person = { university: "CNU", student_no: `C${mark.toUpperCase()}`, name_native: `범고래${mark}`,
	name_family: `ORCAFAMILY${mark.toUpperCase().replace(/[0-9]/g, "Q")}`, name_given: "Given",
	birth_date: "1987-11-23", level: "MA", status: "enrolled", department: `학과${mark}`,
	email: `orca.${mark}@canary.example`, phone: `010-${mark}`.replace(/[a-f]/g, "7"),
	consent_collect: "1", consent_provide: "1" };
const canaries = new Map(Object.entries({ mark, "student number": mark.toUpperCase(), family: person.name_family, phone: person.phone,
	"birth date": "1987-11-23", "birth date, short": "871123", "birth date, plain": "19871123",
	"resident number": "871123-1234567" }));
const from = new Map();
const logs = () => readdirSync(`${variable}/log`).map((f) => `${variable}/log/${f}`).filter((f) => statSync(f).isFile());

before(async () => {
	await reset();
	clock("apply", { jobs: false });
	for (const f of logs())
		from.set(f, statSync(f).size);
});
after(reset);

const apply = (values = {}) => new Browser().fill("/tempid/apply?term=2025-2", { ...person, ...values },
	{ action: "/tempid/apply" });
const secret = (name, letter) => canaries.set(name, new URL(link(letter)).searchParams.get("t"));

test("applying, confirming, asking for the result", async () => {
	await apply({ email: `not ${person.email}` });
	assert.deepEqual((await apply()).codes, ["pending"]);
	const letter = await mail({ kind: "confirm", to: person.email });
	secret("token of a confirmation", letter);
	const b = new Browser();
	await b.submit(await b.follow(await b.get(link(letter))), {}, { action: "/tempid/confirm" });
	assert.equal(value("select state from sojourn.application where student_no = $1", [person.student_no]), "submitted");
	for (const path of ["/tempid/result", "/tempid/resend"])
		await new Browser().fill(path, person, { action: path });
	secret("token of a status link", await mail({ kind: "status-link", to: person.email }));
	const status = new Browser();
	await status.follow(await status.get(`/tempid/result?t=${canaries.get("token of a status link")}`));
	await new Browser().get(`/tempid/result?university=CNU&student_no=${person.student_no}&birth_date=1987-11-23`);
});

test("a list of applicants, good and bad rows", async () => {
	const b = desk("cnu");
	const page = await b.fill("/partner/upload", { list: file(`${mark}.csv`,
		"학번,성명,생년월일,과정,학과,이메일,비고\n" +
		`D${mark},${person.name_native},871123,석사,${person.department},d${mark}@canary.example,871123-1234567\n` +
		`E${mark},${person.name_native},87113x,석사,,e${mark}@@canary,\n`) }, { action: "/partner/upload" });
	assert.match(page.text, new RegExp(`D${mark}`));
	assert.doesNotMatch(page.text, /871123-1234567/, "S16");
	assert.ok((await b.submit(page, { decision: "commit" }, { action: "/partner/upload" })).status < 500);
});

test("a failed login, a code, a reset", async () => {
	const password = `canary password ${mark}`;
	for (const login of [`nobody.${mark}`, "E252000015", "cnu"])
		await new Browser().fill("/account/login", { login, password }, { action: "/account/login" });
	const b = new Browser();
	const page = await b.fill("/account/login", { login: "cnu", password: "demo-Partner-2025" }, { action: "/account/login" });
	canaries.set("password", "demo-Partner-2025");
	await b.submit(page, { code: code(await mail({ kind: "login-code" })) }, { action: "/account/code" });
	canaries.set("session", b.jar.get("session"));
	assert.ok(canaries.get("session"));
	await new Browser().fill("/account/reset", { login: `cnu.${mark}`, email: person.email }, { action: "/account/reset" });
	await new Browser().get(`/account/activate?t=${"B".repeat(33)}${mark}`);
	await new Browser().get(`/account/login?login=${mark}&password=${mark}`);
});

// Errors whose first line, and whose detail, quotes the row.
const broken = [
	["a value that is none", `create function sojourn.planted() returns trigger language plpgsql as
		$$ begin new.semester := new.email::integer; return new; end $$;
		create trigger planted before insert on sojourn.application for each row execute function sojourn.planted()`,
	"drop function sojourn.planted cascade"],
	["a row that a check refuses", "alter table sojourn.application add constraint planted check (door = 'none') not valid",
		"alter table sojourn.application drop constraint planted"],
];

for (const [what, plant, remove] of broken)
	test(`an error of the database: ${what}`, async () => {
		sql(plant);
		const page = await apply({ student_no: `F${mark}`, email: `f${mark}@canary.example` });
		assert.equal(page.status, 500, "the planted fault is met");
		assert.doesNotMatch(page.text, /planted|tempid_api|ERROR|23514|22P02/);
		sql(remove);
		assert.ok((await apply({ student_no: `G${mark}`, email: `g${mark}@canary.example` })).status < 500);
	});

test("S12: none of it is in a log, nor in the audit", async () => {
	// nginx writes its log once a second.
	const last = `/last-${randomBytes(8).toString("hex")}`;
	await new Browser().get(last);
	await until(() => readFileSync(`${variable}/log/access.log`, "utf8").includes(last));
	assert.ok([...canaries.values()].every((v) => v?.length >= 6));
	for (const f of logs()) {
		const text = readFileSync(f).subarray(from.get(f) ?? 0).toString();
		for (const [name, canary] of canaries)
			assert.ok(!text.includes(canary), `${name} in ${f}: ` +
				text.split("\n").find((l) => l.includes(canary)));
	}
	for (const [name, canary] of canaries)
		assert.equal(value(`select count(*)::int from sojourn.audit a
			where (to_jsonb(a) - '{at,told_at}'::text[])::text like '%' || $1 || '%'`, [canary]), 0,
			`${name} in the audit`);
});
