// The timetable: picture, table, and iCalendar behind a secret address (R13,
// S8, S14; RFC 5545), read by a parser that is not ours.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import ICAL from "ical.js";
import { Browser, clock, reset, sql, value } from "../../fixture.mjs";
import { logins, student } from "./student.mjs";

let ids;
before(async () => {
	await reset();
	clock("register", { jobs: false });
	ids = logins(20);
});

const press = async (b, decision) => b.submit(await b.get("/register/timetable"), { decision },
	{ action: "/register/timetable" });
const address = (p) => p.one("#address")?.getAttribute("value");
const read = (url) => new Browser().get(new URL(url).pathname + new URL(url).search);
const enrol = async (b, ...section) => b.submit(await b.get("/register"), { section },
	{ action: "/register/enrol" });

// Days and times of every meeting that a calendar program would show.
function meetings(text)
{
	const zone = ICAL.parse(text);
	const all = new ICAL.Component(zone);
	ICAL.TimezoneService.register(all.getFirstSubcomponent("vtimezone"));
	return all.getAllSubcomponents("vevent").flatMap((e) => {
		const event = new ICAL.Event(e);
		const next = event.iterator();
		const found = [];
		for (let t; (t = next.next()) && found.length < 100;)
			found.push(`${event.uid} ${t.toJSDate().toISOString()} ${event.duration.toSeconds() / 60}`);
		return found;
	}).sort();
}

test("picture and table say the same; the cart is dashed, overlaps are marked", async () => {
	const b = student(ids[0]);
	await enrol(b, "BIO5012-01", "CHE6022-01");
	const [{ code }] = sql(`select b.code from sojourn.section a
		join sojourn.section_time x on x.section_id = a.id
		join sojourn.section_time y on y.day = x.day and y.starts < x.ends
		 and x.starts < y.ends and y.section_id <> x.section_id
		join sojourn.section b on b.id = y.section_id and b.term_id = a.term_id
		where a.code = 'BIO5012-01' and b.open_to_exchange order by 1 limit 1`);
	sql(`insert into sojourn.cart (person_id, section_id) select a.person_id, s.id
		from sojourn.account a, sojourn.section s where a.login = $1 and s.code = $2`, [ids[0], code]);
	const p = await b.get("/register/timetable");
	assert.equal(p.status, 200);
	const rows = p.all("tbody tr").map((r) => r.text.replace(/\s+/g, " ").trim());
	assert.ok(rows.some((r) => /^Mon 09:00–10:30 ?BIO5012-01 overlaps ?Molecular/.test(r)), rows.join("\n"));
	assert.ok(rows.some((r) => /^No fixed time ?CHE6022-01/.test(r)));
	assert.ok(rows.some((r) => r.includes(`${code} in the cart`)));
	const drawn = p.all("svg[role=img] svg");
	assert.equal(drawn.length, rows.filter((r) => !/^No fixed/.test(r)).length);
	assert.ok(drawn.some((e) => /stroke-dasharray/.test(e.innerHTML) && /!/.test(e.text)));
	const alone = await b.get("/register/timetable.svg");
	assert.match(alone.headers.get("content-type"), /^image\/svg\+xml/);
	assert.equal(alone.text.match(/<svg/g).length, drawn.length + 1);
	assert.equal((await new Browser().get("/register/timetable.svg")).status, 303);
	const empty = await student(ids[9]).get("/register/timetable");
	assert.match(empty.text, /not registered in any course/);
});

test("S8: an address is made, shown again, renewed, ended", async () => {
	const b = student(ids[0]);
	assert.equal(address(await b.get("/register/timetable")), undefined);
	let p = await press(b, "make");
	assert.deepEqual(p.codes, ["done"]);
	assert.equal(p.sent.status, 303);
	assert.doesNotMatch(p.sent.location, /key/);
	const first = address(p);
	assert.match(first, /\/register\/timetable\.ics\?key=[A-Za-z0-9_-]{43}$/);
	assert.equal(address(await b.get("/register/timetable")), first, "shown again");
	const key = new URL(first).searchParams.get("key");
	assert.equal(value(`select count(*)::int from sojourn.calendar_link l, pg_catalog.to_json(l) j
		where j::text like '%' || $1 || '%'`, [key]), 0, "only its hash is stored");
	const ics = await read(first);
	assert.equal(ics.status, 200);
	assert.match(ics.headers.get("content-type"), /^text\/calendar; *charset=utf-8/i);
	assert.equal(ics.headers.get("cache-control"), "no-store");
	assert.equal(ics.headers.get("set-cookie"), null, "no session");
	assert.match((await b.get("/register/timetable")).text, /Last read on/);
	assert.match((await b.get("/account/data")).text, /Secret address of the timetable since/);
	p = await press(b, "make");
	const second = address(p);
	assert.notEqual(second, first);
	assert.equal((await read(first)).status, 404, "the old one ends at once");
	assert.equal((await read(second)).status, 200);
	p = await press(b, "revoke");
	assert.deepEqual(p.codes, ["done"]);
	assert.equal(address(p), undefined);
	assert.equal((await read(second)).status, 404);
	const csrf = p.form("/register/timetable").fields.find(([k]) => k === "csrf")[1];
	assert.deepEqual((await b.post("/register/timetable", { csrf, decision: "revoke" })).codes, ["gone"]);
	assert.deepEqual((await b.post("/register/timetable", { csrf, decision: "burn" })).codes, ["invalid"]);
	for (const path of ["", "?key=", "?key=x", `?key=${key}x`, `?key=${"A".repeat(43)}`, "?key=%00"])
		assert.equal((await new Browser().get(`/register/timetable.ics${path}`)).status, 404, path);
});

test("R13: every meeting of the term, at its hour in Seoul, without the holidays", async () => {
	const b = student(ids[0]);
	const { text } = await read(address(await press(b, "make")));
	const wanted = sql(`select format('2025-2.%s.%s@127.0.0.1 %s %s', s.code,
		row_number() over (partition by s.id, d.day order by t.day, t.starts) +
		 (select count(*) from sojourn.section_time o where o.section_id = s.id and o.day < t.day),
		to_char((d.day::date + t.starts) at time zone 'Asia/Seoul' at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"'),
		(extract(epoch from t.ends - t.starts) / 60)::int) as m
		from sojourn.enrolment e join sojourn.account a on a.person_id = e.person_id and a.login = $1
		join sojourn.section s on s.id = e.section_id join sojourn.section_time t on t.section_id = s.id
		join sojourn.term q on q.id = s.term_id
		cross join lateral generate_series(lower(q.classes), upper(q.classes) - 1, interval '1 day') d (day)
		where extract(isodow from d.day) = t.day and not exists (select from sojourn.holiday h where h.day = d.day::date)`,
	[ids[0]]).map((r) => r.m).sort();
	assert.ok(wanted.length > 20);
	assert.deepEqual(meetings(text), wanted);
	assert.ok(value(`select count(*)::int from sojourn.holiday h where h.day between '2025-09-01' and '2025-12-21'
		and extract(isodow from h.day) in (1, 3)`) > 0, "there are holidays on those days");
});

test("RFC 5545: line ends, folding, escaping, identities that stay, nothing of the person", async () => {
	const b = student(ids[0]);
	sql(`update sojourn.course set title_en = $1 where code = 'BIO5012'`, ["Cells, tissues; and \\ what “멤브레인” does — ".repeat(4)]);
	sql("update sojourn.account set lang = 'en' where login = $1", [ids[0]]);
	const url = address(await b.get("/register/timetable"));
	const { text } = await read(url);
	assert.ok(!/[^\r]\n/.test(text), "CRLF");
	for (const line of text.split("\r\n"))
		assert.ok(Buffer.byteLength(line) <= 75, line);
	const calendar = new ICAL.Component(ICAL.parse(text));
	const event = calendar.getAllSubcomponents("vevent").find((e) => /BIO5012-01\.1@/.test(e.getFirstPropertyValue("uid")));
	assert.equal(event.getFirstPropertyValue("summary").trim(), "Cells, tissues; and \\ what “멤브레인” does — ".repeat(4).trim());
	assert.match(event.getFirstPropertyValue("description"), /^BIO5012-01\nKim Jeongho\nCredits: 3$/);
	for (const name of ["dtstamp", "last-modified", "sequence", "dtstart", "dtend", "location"])
		assert.ok(event.getFirstProperty(name), name);
	assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
	const [{ name_native, id }] = sql(`select p.name_native, i.id from sojourn.person p
		join sojourn.temporary_id i on i.person_id = p.id where i.id = $1`, [ids[0]]);
	assert.ok(!text.includes(name_native) && !text.includes(id));
	/* another day of the same section is another event, a second reading the same ones */
	const uids = (t) => new ICAL.Component(ICAL.parse(t)).getAllSubcomponents("vevent").map((e) => e.getFirstPropertyValue("uid"));
	assert.equal(new Set(uids(text)).size, uids(text).length);
	assert.deepEqual(uids((await read(url)).text), uids(text));
	sql("update sojourn.account set lang = 'ko' where login = $1", [ids[0]]);
	assert.match((await read(url)).text.replace(/\r\n /g, ""), /SUMMARY:분자세포생물학/, "in the language of the account");
});

test("who leaves everything has an empty calendar; a closed account none", async () => {
	const b = student(ids[0]);
	const url = address(await b.get("/register/timetable"));
	await b.submit(await b.get("/register"), { section: "BIO5012-01" }, { action: "/register/cancel" });
	assert.deepEqual(meetings((await read(url)).text), []);
	sql("update sojourn.account set disabled_at = now() where login = $1", [ids[0]]);
	assert.equal((await read(url)).status, 404);
	sql("update sojourn.account set disabled_at = null where login = $1", [ids[0]]);
	assert.equal((await read(url)).status, 200);
	assert.deepEqual(sql(`select act, outcome from sojourn.audit where act like 'calendar%' and outcome <> 'done'`),
		[{ act: "calendar-revoke", outcome: "gone" }]);
});
