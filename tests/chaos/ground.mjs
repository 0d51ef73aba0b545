// Before and after a run: the world as the checker wants it, sessions made in
// the database, and all that is kept at the end.
import { createHash, randomBytes } from "node:crypto";
import { clock, reset, sql, value } from "../fixture.mjs";
import { Chance } from "./random.mjs";

const term = "(select id from sojourn.term where code = '2025-2')";
const minutes = (t) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3, 5));

// Some sections of the demo get few seats, so that there is something to fight
// for; one that exchange students may not take is among them.
function chooseSections(chance, n)
{
	const all = sql(`select s.code from sojourn.section s where s.term_id = ${term}
		and s.open_to_exchange order by s.code`).map((r) => r.code);
	const closed = sql(`select s.code from sojourn.section s where s.term_id = ${term}
		and not s.open_to_exchange order by s.code limit 1`).map((r) => r.code);
	const codes = [...chance.some(all, n), ...closed];
	for (const code of codes)
		sql(`update sojourn.section_seat f set capacity = $2 from sojourn.section s
			where s.id = f.section_id and s.term_id = ${term} and s.code = $1`,
		[code, chance.pick([1, 3, 6, 12, 20, 30, 40])]);
	// Some have a waiting list.
	sql(`update sojourn.section set waitlist = false where term_id = ${term}`);
	for (const code of codes.slice(0, Math.floor(n / 3)))
		sql(`update sojourn.section set waitlist = true where term_id = ${term} and code = $1`,
			[code]);
	return chance.some(codes, codes.length);
}

function worldOf(people)
{
	const world = { windows: {}, cancelInRegister: true, most: 20, sections: {}, students: {} };
	for (const w of sql(`select kind, extract(epoch from opens_at) * 1000 as a,
		extract(epoch from closes_at) * 1000 as b from sojourn.time_window
		where term_id = ${term} and university_id is null and replaced_at is null`))
		world.windows[w.kind] = [Number(w.a), Number(w.b)];
	for (const s of sql(`select s.code, s.credits, s.open_to_exchange as exchange, s.state,
		s.waitlist as waits,
		f.capacity, f.version, (select coalesce(json_agg(json_build_array(t.day, t.starts, t.ends)), '[]')
		    from sojourn.section_time t where t.section_id = s.id) as times
		from sojourn.section s join sojourn.section_seat f on f.section_id = s.id
		where s.term_id = ${term}`)) {
		const { code, ...rest } = s;
		world.sections[code] = { ...rest, times: s.times.map(([d, a, b]) =>
			[d, minutes(a), minutes(b)]) };
	}
	for (const r of sql(`select t.id, r.max_credits as max from sojourn.temporary_id t
		join sojourn.registration_right r on r.person_id = t.person_id
		where r.term_id = ${term} order by t.serial limit ${people}`))
		world.students[r.id] = { max: r.max, right: "", courses: {} };
	return world;
}

// Tokens of new sessions: {login: token}.
export function sessions(logins, programs)
{
	const tokens = Object.fromEntries(logins.map((l) => [l, randomBytes(32).toString("base64url")]));
	const hash = (t) => createHash("sha256").update(t).digest("hex");
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select decode(x.hash, 'hex'), a.id, $1
		  from unnest($2::text[], $3::text[]) x(login, hash)
		  join sojourn.account a on a.login = x.login`,
	[programs, logins, logins.map((l) => hash(tokens[l]))]);
	return tokens;
}

// A fresh database at nine o'clock, and its world.
export async function prepare(seed, { people, sections })
{
	await reset();
	clock("register", { jobs: false });
	const codes = chooseSections(new Chance(seed), sections);
	const world = worldOf(people);
	return { world, codes, since: Number(value("select coalesce(max(id), 0) from sojourn.audit")),
		clock: Number(value("select extract(epoch from distance) * 1000 from sojourn.demo_clock")),
		tokens: sessions(Object.keys(world.students), ["register"]),
		staff: sessions(["academic"], ["staff"]).academic };
}

// Under a request's id stands what was refused; what was done is in the audit.
// A place that is in neither stays empty.
function complete(requests, audit)
{
	const done = new Map();
	for (const a of audit.filter((x) => x.student && x.outcome === "done" && x.request)) {
		const k = `${a.student}/${a.request}`;
		if (!done.has(k))
			done.set(k, []);
		done.get(k).push({ n: a.n, s: a.section, a: a.act, o: a.outcome });
	}
	for (const r of requests) {
		const found = [...r.results ?? [], ...done.get(`${r.student}/${r.request}`) ?? []];
		r.results = [];
		for (const x of found)
			r.results[x.n - 1] ??= x;
		r.results = Array.from(r.results, (x) => x ?? { s: "", o: "nothing" });
	}
}

// The audit with what batches have written and what is no row of it yet: a copy
// may be one that only reads.
const written = `(select id, tx, at, told_at, account_id, person_id, program, act, object_kind,
	object_id, outcome, request_id, n, detail from sojourn.audit
	union all
	select l.id, b.tx, b.at, l.told_at, l.account_id, l.person_id, 'register', 'enrol', 'section',
	l.section_id, 'done', l.request_id, 1, sojourn.take_detail(l.credits, l.have, l.max,
	l.capacity, l.version) from sojourn.audit_batch b cross join unnest(b.lines) l)`;

// Everything the checker wants of the database, or of a copy of it that `host`
// serves.
export function harvest(since, host = undefined)
{
	const ask = (text, params = []) => sql(text, params, "sojourn", host);
	const audit = ask(`select u.id, u.tx::text as tx, extract(epoch from u.at) * 1000 as at,
		extract(epoch from u.told_at) * 1000 as told, u.program, u.act, u.outcome,
		t.id as student, coalesce(s.code, u.detail ->> 'section') as section, l.code as left,
		u.request_id as request, u.n, u.detail
		from ${written} u
		left join sojourn.temporary_id t on t.person_id = u.person_id
		left join sojourn.section s on u.object_kind = 'section' and s.id = u.object_id
		left join sojourn.section l on l.id = (u.detail ->> 'left')::integer
		where u.id > $1 order by u.id`, [since]);
	const requests = ask(`select a.login as student, r.id as request, r.act, r.xmin::text as tx,
		extract(epoch from r.made_at) * 1000 as made, r.results
		from sojourn.request r join sojourn.account a on a.id = r.account_id
		where a.kind = 'student' and r.act in ('enrol', 'cancel', 'swap')
		union all
		select a.login, u.request_id, u.act, u.tx::text, extract(epoch from u.at) * 1000, null
		from ${written} u join sojourn.account a on a.id = u.account_id
		where u.id > $1 and u.program = 'register' and u.act = 'enrol' and u.outcome = 'done'
		and a.kind = 'student' and u.request_id is not null and not exists (select
			from sojourn.request r where r.account_id = u.account_id
			and r.id = u.request_id)`, [since]);
	complete(requests, audit);
	const final = { courses: {}, seats: {}, refusals: ask(`select t.id as student, s.code as section,
		f.act, f.outcome, f.n from sojourn.refusal f join sojourn.section s on s.id = f.section_id
		join sojourn.temporary_id t on t.person_id = f.person_id`) };
	for (const e of ask(`select t.id, s.code, e.state from sojourn.enrolment e
		join sojourn.section s on s.id = e.section_id
		join sojourn.temporary_id t on t.person_id = e.person_id`))
		(final.courses[e.id] ??= {})[e.code] = e.state;
	for (const s of ask(`select s.code, s.state, f.capacity, f.taken, f.version
		from sojourn.section s join sojourn.section_seat f on f.section_id = s.id
		where s.term_id = ${term}`))
		final.seats[s.code] = s;
	return { audit, requests, final };
}
