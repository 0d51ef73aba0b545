// T2: the model and register_api, called as its role, get the same random
// sequences: single calls and batches, retries in and across batches, staff in
// between, the clock on and beside the edges of windows.  They must agree on
// every outcome and, at the end, on every table.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { before, test } from "node:test";
import { reset, variable } from "../fixture.mjs";
import { there } from "./guards.mjs";
import { Model, open } from "./model.mjs";
import { Steps, randomWorld } from "./sequences.mjs";

const full = process.env.CHAOS === "full";
const first = Number(process.env.SEED ?? process.env.FIRST ?? 1);
const SEEDS = process.env.SEED ? 1 : Number(process.env.SEEDS ?? (full ? 300 : 8));
const STEPS = full ? 120 : 60;
const ground = fileURLToPath(new URL("../sql/registration.psql", import.meta.url));

before(reset);

const text = (s) => s === undefined || s === null ? "null" : `'${s}'`;
const array = (list, type) => `array[${list.join(", ")}]::${type}[]`;
const clockOf = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:` +
	String(minutes % 60).padStart(2, "0");

const number = (code) => Number(code.slice(5, 7));
const university = (code) => `(select id from sojourn.university where code = '${code}')`;

// The statements that make the world.
function setup(world)
{
	const out = ["begin;", `\\i ${ground}`, `insert into sojourn.university (code, name_ko, name_en, name_ja)
		values ('TRE2', '둘째대학교', 'Second University', '第二大学');`];
	for (const [code, s] of Object.entries(world.sections))
		out.push(`select reg.section(${number(code)}, ${s.capacity}, ${array(s.times.map(([d, a, b]) =>
			text(`${d} ${clockOf(a)}-${clockOf(b)}`)), "text")}, ${s.credits}) \\g /dev/null`,
		`update sojourn.section set open_to_exchange = ${s.exchange}, state = '${s.state}'
			where id = reg.id(${number(code)});`);
	for (const [id, who] of Object.entries(world.students)) {
		out.push(`select reg.student(${id}, ${who.max}, ${who.right !== "not-approved" &&
			who.right !== "not-recommended"}) \\g /dev/null`);
		if (who.university === "TRE2")
			out.push(`update sojourn.registration_right set university_id = ${university("TRE2")}
				where person_id = reg.person(${id});`);
		if (who.right === "not-recommended")
			out.push(`update sojourn.application set recommendation = 'none' where person_id = reg.person(${id});`);
		if (who.right === "suspended")
			out.push(`update sojourn.registration_right set suspended_at = now() where person_id = reg.person(${id});
				update sojourn.application set recommendation = 'refused' where person_id = reg.person(${id});`);
		if (who.late)
			out.push(`insert into sojourn.exception (kind, person_id, term_id, reason, until, asked_by, agreed_by, agreed_at)
				values ('late-act', reg.person(${id}), reg.term(), 'x', to_timestamp(${who.late / 1000}), 1, 2, now());`);
		for (const [code, state] of Object.entries(who.courses))
			out.push(`insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
				select reg.person(${id}), s.id, s.term_id, s.credits, '${state}', now() from sojourn.section s
				 where s.id = reg.id(${number(code)});`);
	}
	out.push(`update sojourn.section_seat s set taken = (select count(*) from sojourn.enrolment e
		where e.section_id = s.section_id and e.holds_seat) where s.section_id in (select id from
		sojourn.section where term_id = reg.term());`,
	...Object.entries(world.sections).filter(([, s]) => s.held).map(([code]) =>
		`update sojourn.section_seat set held = 1 where section_id = reg.id(${number(code)});`),
	`update sojourn.rule_value set value = '${world.cancelInRegister ? "yes" : "no"}' where key = 'cancel_in_register';`,
	`insert into sojourn.account (login, kind, name, email) values ('chaos.staff', 'staff', 'x', 'x@host.example');
	insert into sojourn.account_role (account_id, role) select id, 'academic' from sojourn.account where login = 'chaos.staff';
	insert into sojourn.session (token_hash, account_id, programs)
	select sha256('staff'), id, array['staff'] from sojourn.account where login = 'chaos.staff';`);
	return out.join("\n");
}

// One step as a statement whose answer is one line of JSON.  A section is closed
// at the very moment of the step, whatever the clock has gone on since.
function statement(step, said)
{
	if (step.staff === "quota")
		return `select jsonb_agg(v) from sojourn.quota_set(reg.id(${number(step.section)}),
			${university(step.university)}, ${step.seats}) v;`;
	if (step.staff)
		return `${step.at ? `select reg.at(to_timestamp(${step.at / 1000})) \\g /dev/null` : ""}
			set session authorization sojourn_staff;
			select jsonb_agg(d) from staff_api.section_${step.staff}(sha256('staff'), 'staff.master',
			'${step.request}', '2031-2', '${step.section}', ${step.staff === "close" ? `'few', '2031-12-01'` : step.capacity}) d;
			reset session authorization;
			${step.at && said === "done" ? `update sojourn.substitute set opens_at = to_timestamp(${step.at / 1000}),
			closes_at = to_timestamp(${step.till / 1000}) where section_id = reg.id(${number(step.section)});` : ""}`;
	const { requests, arrivals, at } = step;
	const items = requests.flatMap((r, i) => Array.from({ length: Math.max(r.take.length, r.give.length) },
		(_, k) => [i + 1, text(r.take[k]), text(r.give[k])]));
	return `select reg.at(to_timestamp(${(at + 1000) / 1000})) \\g /dev/null
		set session authorization sojourn_register;
		select jsonb_agg(d order by d.no, d.n) from reg.batch(
		${array(requests.map((r) => `reg.hash(${r.student})`), "bytea")},
		${array(requests.map((r) => text(r.act)), "text")}, ${array(requests.map((r) => text(r.request)), "text")},
		${array(requests.map((_, i) => `transaction_timestamp() - interval '1 second' +
			interval '${arrivals[i]} ms'`), "timestamptz")},
		${array(items.map((x) => x[0]), "integer")}, ${array(items.map((x) => x[1]), "text")},
		${array(items.map((x) => x[2]), "text")}, ${Boolean(step.again)}) d;
		reset session authorization;`;
}

// What the model says to a step, request by request in order of arrival.
function expected(model, step)
{
	if (step.staff === "close")
		return model.close(step.section, step.at, step.till);
	if (step.staff === "quota")
		return model.quota(step.section, step.university, step.seats);
	if (step.staff)
		return model.capacity(step.section, step.capacity);
	const said = [];
	const met = new Set();
	const places = step.requests.map((_, i) => i).sort((a, b) => step.arrivals[a] - step.arrivals[b]);
	for (const i of places) {
		const r = step.requests[i];
		said[i] = r.student === "99" ? { login: true } :
			structuredClone(model.ask({ ...r, at: step.at + step.arrivals[i] }));
		// Sent again by the combiner, it is answered as it was decided.
		if (step.again && !met.has(`${r.student}/${r.request}`))
			said[i].already = false;
		met.add(`${r.student}/${r.request}`);
	}
	return said;
}

// One row of the database against one item of the model: the first reason and,
// where seats and courses decided, all of them.
function agree(row, said, i, crowd, what)
{
	if (said.login)
		return assert.equal(row.outcome, "login", what);
	const why = said.items[i]?.reasons;
	assert.ok(why, `${what}: a row that nobody asked for`);
	const outcome = said.already ? row.detail.first?.o : row.outcome;
	if (said.already)
		assert.equal(row.outcome, "already", what);
	if (why.length === 0)
		return assert.equal(outcome, "done", what);
	assert.ok(why.includes(outcome), `${what}: ${outcome}, not one of ${why}`);
	if (said.already || ["window", "not-approved", "not-recommended", "gone", "invalid"].includes(outcome))
		return undefined;
	// Whether others of its batch have just taken the last seat, or given it
	// back, need not stand right beside a reason that is the student's own.
	const all = (list) => list.filter((x) => !crowd || !["full", "quota"].includes(x)).sort();
	return assert.deepEqual(all([...new Set([outcome, ...row.detail.also ?? []])]), all(why),
		`${what}: all reasons at once`);
}

function compare(step, said, rows, what)
{
	if (step.staff)
		return assert.equal(rows?.[0]?.outcome, said, `${what} ${JSON.stringify(step)}`);
	for (const [i, r] of step.requests.entries()) {
		const mine = (rows ?? []).filter((x) => x.no === i + 1);
		const at = `${what} request ${i + 1} ${JSON.stringify(r)}`;
		assert.equal(mine.length, said[i].login ? 1 : said[i].items.length, at);
		for (const [k, row] of mine.entries())
			agree(row, said[i], k, step.again || step.requests.length > 1, `${at} item ${k + 1}`);
	}
	return undefined;
}

const tables = `select jsonb_build_object(
	'doctor', (select coalesce(jsonb_agg(d), '[]') from cli_api.doctor_seats() d),
	'courses', (select coalesce(jsonb_agg(x order by x), '[]') from (select a.login || ' ' || s.code || ' ' || e.state
	    from sojourn.enrolment e join sojourn.section s on s.id = e.section_id and s.term_id = reg.term()
	    join sojourn.account a on a.person_id = e.person_id) y(x)),
	'seats', (select jsonb_agg(x order by x) from (select s.code || ' ' || f.taken || '/' || f.capacity || ' ' || s.state
	    from sojourn.section s join sojourn.section_seat f on f.section_id = s.id where s.term_id = reg.term()) y(x)));`;

function tablesOf(model)
{
	return { doctor: [], courses: Object.entries(model.world.students).flatMap(([id, who]) =>
		Object.entries(who.courses).map(([c, s]) => `E312${id.padStart(5, "0")}7 ${c} ${s}`)).sort(),
	seats: Object.entries(model.world.sections).map(([c, s]) =>
		`${c} ${model.taken[c]}/${s.capacity} ${s.state}`).sort() };
}

// All of a seed in one transaction that is rolled back.
function run(script)
{
	const done = spawnSync("psql", ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-h", `${variable}/run`,
		"-U", "postgres", "-d", "sojourn"], { input: script, encoding: "utf8", maxBuffer: 1 << 28 });
	assert.equal(done.status, 0, done.stderr);
	return done.stdout.split("\n").filter((l) => /^[[{]/.test(l));
}

// Whether what was done was done outside of every window (R32).
const replaces = (world, r, step, no) => r?.act === "enrol" &&
	!open(world, r.act, step.at + step.arrivals[no - 1], world.students[r.student]);

const seen = new Map();
for (let seed = first; seed < first + SEEDS; seed++)
	test(`T2: ${STEPS} steps of seed ${seed}, in the model and in the database`, () => {
		const world = randomWorld(seed);
		const model = new Model(world);
		for (const who of Object.values(model.world.students))
			who.right = who.right === "suspended" ? "not-recommended" : who.right;
		const steps = new Steps(seed, world, model);
		const plan = Array.from({ length: STEPS }, () => {
			const step = steps.next();
			return { step, said: expected(model, step) };
		});
		const lines = run([setup(world), ...plan.map((p) => statement(p.step, p.said)), tables, "rollback;"].join("\n"));
		assert.equal(lines.length, STEPS + 1);
		for (const [i, { step, said }] of plan.entries()) {
			const rows = JSON.parse(lines[i]);
			compare(step, said, rows, `seed ${seed} step ${i + 1}`);
			for (const r of rows)
				seen.set(r.outcome, (seen.get(r.outcome) ?? 0) + 1);
			if (rows.some((r) => r.outcome === "done" && replaces(world, step.requests?.[r.no - 1], step, r.no)))
				seen.set("substitute", (seen.get("substitute") ?? 0) + 1);
		}
		assert.deepEqual(JSON.parse(lines.at(-1)), tablesOf(model));
	});

test("T2: the sequences met every outcome of registering", { skip: Boolean(process.env.SEED) }, () => {
	for (const outcome of ["done", "already", "full", "closed", "window", "credits", "conflict",
		"not-open-to-exchange", "not-approved", "not-recommended", "duplicate", "invalid", "gone",
		"ineligible", "quota", "login", "substitute"])
		assert.ok(seen.get(outcome) > 0, `${outcome} in ${JSON.stringify([...seen])}`);
});

test("T6: what check-chaos takes out is there to be taken out", there);
