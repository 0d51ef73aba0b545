// What the tests of grades share: a section of prof.kim with students in it,
// and sessions made in the database.
import { createHash, randomBytes } from "node:crypto";
import { Browser, sql, value } from "../../fixture.mjs";

// A browser with a session of that login, for every program of its kind.
export function who(login, lang = "en")
{
	const token = randomBytes(32).toString("base64url");
	const hash = createHash("sha256").update(token).digest();
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select $1, id, case kind when 'staff' then
		    '{staff,teach,account}'::text[] when 'partner' then
		    '{partner,account}' else '{register,withdraw,grades,account}' end
		  from sojourn.account where login = $2`, [hash, login]);
	const browser = new Browser({ lang });
	browser.jar.set("session", token);
	return browser;
}

export const section = (code) => value(`select s.id from sojourn.section s
	join sojourn.term t on t.id = s.term_id and t.code = '2025-2'
	where s.code = $1`, [code]);

// The first n students of the demo in a section; returns their logins.
export function seat(code, n, from = 0)
{
	const ids = sql(`select i.id, i.person_id from sojourn.temporary_id i
		join sojourn.registration_right r on r.person_id = i.person_id
		join sojourn.term t on t.id = r.term_id and t.code = '2025-2'
		join sojourn.university u on u.id = r.university_id and u.code = 'CNU'
		order by i.serial offset $1 limit $2`, [from, n]);
	const id = section(code);
	sql(`update sojourn.section_seat set capacity = greatest(capacity, taken + $2),
		taken = taken + $2 where section_id = $1`, [id, n]);
	sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits,
		    enrolled_at)
		select p, s.id, s.term_id, s.credits, '2025-08-18 09:00+09'
		  from sojourn.section s, unnest($2::bigint[]) p where s.id = $1`,
	[id, ids.map((r) => r.person_id)]);
	return ids.map((r) => r.id);
}

export const person = (login) => value(
	"select person_id from sojourn.temporary_id where id = $1", [login]);

export const grade = (login, code) => value(`select sojourn.grade_text(g.percent,
	g.pass) from sojourn.grade g where g.person_id = $1 and g.section_id = $2`,
[person(login), section(code)]);

// The rows of the sheet as the form would send them: login, version, shown.
export const rows = (page) => page.all("tr[data-student]").map((tr) => ({
	login: tr.getAttribute("data-student"),
	state: tr.getAttribute("data-state"),
	version: tr.querySelector("input[name=version]")?.getAttribute("value"),
	was: tr.querySelector("input[name=was]")?.getAttribute("value"),
	shown: tr.querySelector("input[name=grade]")?.getAttribute("value") ??
		tr.querySelector("b.num")?.text ?? "",
	why: tr.querySelector(".why")?.text.trim() ?? "",
}));

// Sends the sheet with some grades changed: { login: text }.
export async function type(browser, page, grades)
{
	const form = page.form("/teach");
	let login;
	const data = form.fields.map(([k, v]) => {
		if (k === "student")
			login = v;
		return k === "grade" && login in grades ? [k, grades[login]] : [k, v];
	});
	return browser.follow(await browser.post(form.action, data));
}
