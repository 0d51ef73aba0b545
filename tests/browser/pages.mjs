// Every page that a person can open, read from the page tables, so that no
// page is forgotten: the address, the login that may see it, the moment.
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { base, sql, value, variable } from "../fixture.mjs";

// Where a row has a parameter, or looks at something only at a moment.
const examples = {
	"/courses/:section": { url: () => "/courses/BIO5012-01" },
	"/staff/applications/:id": { url: () => "/staff/applications/" +
		value("select min(id) from sojourn.application where state = 'submitted'") },
	"/partner/students/:id": { url: () => "/partner/students/" +
		value(`select min(a.id) from sojourn.application a
			join sojourn.university u on u.id = a.university_id
			where u.code = 'CNU' and a.state = 'submitted'`) },
	"/verify/:code": { url: documentOf },
	"/letters": { url: () => letterOf() && "/letters" },
	"/letters/write": { url: () => letterOf() && "/letters/write" },
	"/letters/write/:letter": { url: () => `/letters/write/${letterOf()}` },
	"/staff/letters": { url: () => letterOf() && "/staff/letters" },
	"/staff/letters/:letter": { url: () => `/staff/letters/${letterOf()}` },
	"/staff/audit/:row": { url: () => "/staff/audit/" +
		value(`select coalesce(max(s.id), 1) from (select lower(x) as id
			from sojourn.audit_seal e join sojourn.audit_head h on h.n = e.n
			cross join unnest(e.rows) x) s`) },
	/* Where the first page sends somebody who is no student. */
	"/account": { at: "register", who: "academic", url: () => "/account?next=/register" },
	"/staff/degrees": { url: () => "/staff/degrees?student_no=20233002" },
	"/register": { at: "register" },
	"/withdraw": { at: "withdraw" },
	"/grades": { at: "grades" },
	"/staff/grades": { at: "grades" },
	"/staff/appeals": { at: "grades" },
	"/teach": { at: "grades" },
	"/teach/appeals": { at: "grades", url: () => "/teach/appeals" },
	"/teach/:section": { at: "grades", url: () => "/teach/BIO5012-01" },
	"/teach/:section/grades": { at: "grades",
		url: () => "/teach/BIO5012-01/grades" },
	"/partner/lists": { at: "withdraw" },
	/* With everything that can be chosen on it. */
	"/staff/sections": { url: () => "/staff/sections?section=BIO5012-01" },
	"/staff/onbehalf": { at: "withdraw",
		url: () => "/staff/onbehalf?university=CNU" },
	"/partner/missing": { at: "withdraw" },
	"/staff/lists": { at: "withdraw" },
	"/staff/missing": { at: "withdraw" },
	/* By then reminders have gone out. */
	"/demo/mail/:id": { at: "withdraw", url: () => "/demo/mail/" +
		readdirSync(`${variable}/mail/new`)[0].replace(/\.eml$/, "") },
};

// An issued document, as signer leaves it; the address of its code.
function documentOf()
{
	const code = "0123-4567-89AB-CDEF";
	sql(`insert into sojourn.document_series (person_id, kind, subject, lang)
		select min(person_id), 'registration', '2025-2', 'en'
		  from sojourn.temporary_id on conflict do nothing`);
	sql(`insert into sojourn.document (serial, series_id, kind, person_id, lang,
		    content, shown, digest, basis, told_at, state, code_hash, sha256,
		    issued_at, credential)
		select 'UST-2025-000900', s.id, s.kind, s.person_id, s.lang, '{}',
		    '{"term":"2025-2","courses":0,"credits":0}', sha256(''),
		    sha256('[]'), now(), 'valid', sha256($1), sha256('file'), now(), '{}'
		  from sojourn.document_series s on conflict do nothing`, [code]);
	return `/verify/${code}`;
}

// A letter of the first student that an officer was asked to write.
function letterOf()
{
	const [made] = sql("select max(id)::int as id from sojourn.letter where purpose = 'A scholarship'");
	if (made.id)
		return made.id;
	const id = value(`insert into sojourn.letter (person_id, purpose, recipient, language, delivery, asked_at,
		    state)
		select person_id, 'A scholarship', 'Graduate School, Nagoya University', 'en', 'pickup',
		    '2025-08-11 10:00+09', 'writing' from sojourn.account where login = 'E252000015' returning id`);
	sql(`insert into sojourn.letter_author (letter_id, account_id, name, asked_at, asked_by)
		select $1, id, name, '2025-08-11 11:00+09', id from sojourn.account where login = 'affairs'`, [id]);
	sql(`insert into sojourn.letter_draft (letter_id, version, salutation, body, closing, signed_name, saved_at,
		    remarks)
		values ($1, 2, 'Dear colleagues,', 'She did well.', 'Yours,', 'Park Jiyoung', now(), 'Longer, please.')`,
	[id]);
	sql(`insert into sojourn.letter_step (letter_id, at, step, shown)
		values ($1, '2025-08-11 10:00+09', 'asked', true)`, [id]);
	return id;
}

// Files, answers to a link in a mail, and what is not for people.
const notPages = [/^\/verify\/(keys|status\/:list)$/, /\.[a-z]+$/, /^\/(healthz|metrics)$/,
	/^\/demo\/mail$/, /^\/staff\/official\/:/, /^\/letters\/(form|author|reader)/, /^\/tempid\/confirm$/, /^\/register\/room$/, /^\/account\/(activate|code|email)$/];

// Who looks, the first that has the row's right.
const people = ["academic", "affairs", "cnu", "cnu.dean", "20203001", "E252000015",
	"prof.kim", "auditor", "admin"];

function rows()
{
	const root = new URL("../../cgi-bin/", import.meta.url);
	return readdirSync(root).flatMap((program) => {
		const main = readFileSync(new URL(`${program}/main.c`, root), "utf8");
		return [...main.matchAll(
			/\{\s*"GET",\s*"([^"]+)",\s*(?:NULL|"([^"]*)")/g)]
			.map(([, path, right]) => ({ program, path, right }));
	}).filter((row) => !notPages.some((not) => not.test(row.path)));
}

function who({ program, right })
{
	if (right === undefined)
		return undefined;
	if (right === "")
		return { partner: "cnu", staff: "academic" }[program] ?? "E252000015";
	const may = sql(`select a.login from sojourn.account a
		join sojourn.account_role r on r.account_id = a.id
		join sojourn.role_right q on q.role = r.role
		where q.right_ = $1 and a.login = any ($2)`, [right, people])
		.map((a) => a.login);
	return people.find((login) => may.includes(login));
}

// All pages in the order of their moments; url() is missing where a row with a
// parameter has no example above.
export function pages()
{
	const order = ["apply", "register", "change", "withdraw", "grades"];
	return rows().map((row) => ({ ...row, at: "apply", ...examples[row.path],
		who: examples[row.path]?.who ?? who(row),
		url: examples[row.path]?.url ??
			(row.path.includes(":") ? undefined : () => row.path) }))
		.sort((a, b) => order.indexOf(a.at) - order.indexOf(b.at));
}

// The cookie of a session made in the database: what a page looks like does
// not depend on the login.
export function session(login)
{
	const token = randomBytes(32).toString("base64url");
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select $1, id, $2 from sojourn.account where login = $3`,
	[createHash("sha256").update(token).digest(),
		readdirSync(new URL("../../cgi-bin/", import.meta.url)), login]);
	return { name: "session", value: token, url: base };
}
