// What the tests of certificates share: students with a session made in the
// database, and the way from the wish to the copies.
import { createHash, randomBytes } from "node:crypto";
import { Browser, code, delivered, mail, sql, until, value } from "../../fixture.mjs";

export const own = { enrolled: "20203001", leave: "20233002",
	graduated: "20213003", expected: "20223004", terminated: "20223005",
	fresh: "20253006" };

export function holder(login, lang = "en")
{
	const token = randomBytes(32).toString("base64url");
	const hash = createHash("sha256").update(token).digest();
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select $1, id, array['certificates', 'documents', 'account', 'register']
		  from sojourn.account where login = $2`, [hash, login]);
	const browser = new Browser({ lang });
	browser.jar.set("session", token);
	browser.jar.set("lang", lang);
	return browser;
}

// Asks; the page of the code, or the refusal.
export const ask = async (b, type, language = "en", copies = 1) =>
	b.submit(await b.get("/certificates"), { type, language, copies },
		{ action: "/certificates" });

// The address that a login's codes go to.
const address = (login) => value("select email from sojourn.account where login = $1", [login]);

// Asks and reads the mail: the page of the code and the digits.
export async function asked(b, login, type, language = "en", copies = 1)
{
	const since = await delivered();
	const page = await ask(b, type, language, copies);
	return { page, digits: code(await mail({ kind: "step-up-code",
		to: address(login), since })) };
}

export const enter = (b, page, digits) => b.submit(page, { code: digits },
	{ action: "/certificates/code" });

// From the wish to the page with what was issued.
export async function issue(b, login, type, language = "en", copies = 1)
{
	const { page, digits } = await asked(b, login, type, language, copies);
	return enter(b, page, digits);
}

export const issued = (login) => sql(`select d.serial, d.kind, d.state, d.failed_why as why
	from sojourn.document d join sojourn.account a on a.person_id = d.person_id
	where a.login = $1 order by d.id`, [login]);

// The documents of a login, once none of them is on its way any more.
export const settled = (login) => until(() => {
	const all = issued(login);
	return all.some((d) => /asked|printed/.test(d.state)) ? undefined : all;
}, 30);

// A right that ends: the record says something else from now on.
export const record = (login, values) => sql(`update sojourn.degree_record set
	${Object.keys(values).map((k, i) => `${k} = $${i + 2}`).join(", ")}
	where student_no = $1`, [login, ...Object.values(values)]);
