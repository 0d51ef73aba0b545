// What the tests of registering share: students with a session made in the
// database, so that a test of a page does not depend on the login.
import { createHash, randomBytes } from "node:crypto";
import { Browser, sql, value } from "../../fixture.mjs";

// A browser with a session of that login.
export function student(login, lang = "en")
{
	const token = randomBytes(32).toString("base64url");
	const hash = createHash("sha256").update(token).digest();
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select $1, id, array['register', 'withdraw', 'account']
		  from sojourn.account where login = $2`, [hash, login]);
	const browser = new Browser({ lang });
	browser.jar.set("session", token);
	return browser;
}

// The first students of the demo: CNU's, with a limit of 12 credits.
export const logins = (n, max = 12) => sql(`select i.id from sojourn.temporary_id i
	join sojourn.registration_right r on r.person_id = i.person_id
	join sojourn.term t on t.id = r.term_id and t.code = '2025-2'
	where r.max_credits = $2 order by i.serial limit $1`, [n, max])
	.map((r) => r.id);

export const enrolled = (login) => sql(`select s.code, e.state
	from sojourn.enrolment e join sojourn.section s on s.id = e.section_id
	join sojourn.account a on a.person_id = e.person_id
	where a.login = $1 order by s.code`, [login]);

export const codes = (login) => enrolled(login).map((r) => r.code);

export const taken = (code) => value(`select f.taken from sojourn.section_seat f
	join sojourn.section s on s.id = f.section_id
	join sojourn.term t on t.id = s.term_id and t.code = '2025-2'
	where s.code = $1`, [code]);

export const capacity = (code, n) => sql(`update sojourn.section_seat f
	set capacity = $2 from sojourn.section s
	join sojourn.term t on t.id = s.term_id and t.code = '2025-2'
	where s.id = f.section_id and s.code = $1`, [code, n]);

// Seats that do not fit their enrolments; must stay empty.
export const unsound = () => sql(`select s.section_id, s.taken, s.capacity
	from sojourn.section_seat s left join sojourn.enrolment e
	  on e.section_id = s.section_id and e.holds_seat
	group by 1 having s.taken <> count(e.*) or count(e.*) > s.capacity`);

// [section, outcome] of every message of a page.
export const results = (page) =>
	page.outcomes.map((o) => [o.section, o.outcome]);
