// What the tests of the desk share: sessions made in the database, so that a
// test of a page does not depend on the login, and approvable people.
import { createHash, randomBytes } from "node:crypto";
import { Browser, sql, value } from "../../fixture.mjs";

// A browser with a session of that login.
export function desk(login, lang = "en")
{
	const token = randomBytes(32).toString("base64url");
	const hash = createHash("sha256").update(token).digest();
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select $1, id, case kind when 'staff' then
		    '{staff,account,teach,documents,letters,certificates}'::text[]
		    when 'partner' then '{partner,account}' else
		    '{register,withdraw,account,grades,letters,certificates,documents}' end
		  from sojourn.account where login = $2`, [hash, login]);
	const browser = new Browser({ lang });
	browser.jar.set("session", token);
	return browser;
}

// New applications of CNU; returns their ids.
export function applicants(n, values = {})
{
	const with_ = { state: "submitted", recommendation: "recommended",
		door: "list", university: "CNU", prefix: "T", ...values };
	const ids = sql(`insert into sojourn.application (term_id, university_id,
		    student_no, door, state, name_native, name_family,
		    name_given, birth_date, level, department, email,
		    email_confirmed_at, recommendation)
		select sojourn.term_current('2025-2'), u.id, $1 || i, $2, $3,
		    '시험' || $1 || i, 'TEST', $1 || i, date '1999-01-01' + i,
		    'MA', '화학과', lower($1) || i || '@applicant.example',
		    clock_timestamp(), $4
		  from sojourn.university u, generate_series(1, ${n}) i
		 where u.code = $5 returning id`,
	[with_.prefix, with_.door, with_.state, with_.recommendation,
		with_.university]).map((r) => r.id);
	sql("select sojourn.identify_all($1)", [ids]);
	return ids;
}

export function state(id)
{
	return value("select state from sojourn.application where id = $1", [id]);
}
