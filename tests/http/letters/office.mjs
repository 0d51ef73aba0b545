// What the tests of letters of recommendation share: who asks, who handles, who
// writes, each with a session made in the database.
import { createHash, randomBytes } from "node:crypto";
import { Browser, link, mail, sql, value } from "../../fixture.mjs";

export function visitor(login, lang = "en")
{
	const token = randomBytes(32).toString("base64url");
	sql(`insert into sojourn.session (token_hash, account_id, programs)
		select $1, id, array['letters', 'documents', 'account', 'staff']
		  from sojourn.account where login = $2`,
	[createHash("sha256").update(token).digest(), login]);
	const browser = new Browser({ lang });
	browser.jar.set("session", token);
	return browser;
}

export const wish = { purpose: "A master's course in chemistry", recipient: "Graduate School, Nagoya University",
	author: "김정호", language: "en", delivery: "download", address: "", deadline: "" };

// Asks for a letter; its number.
export async function asked(b, values = {})
{
	const page = await b.submit(await b.get("/letters"), { ...wish, ...values }, { action: "/letters" });
	if (page.sent.status !== 303)
		throw new Error(`${page.sent.status} ${JSON.stringify(page.outcomes)}`);
	return value("select max(id)::int from sojourn.letter");
}

// An act of the desk, with the form of the letter's page.
export async function act(b, id, decision, values = {})
{
	const csrf = (await b.get(`/staff/letters/${id}`)).one("form[action='/staff/letters'] [name=csrf]")
		.getAttribute("value");
	return b.follow(await b.post("/staff/letters", { csrf, request: randomBytes(9).toString("base64url"),
		letter: id, decision, ...values }));
}

export const text = { salutation: "Dear colleagues,", body: "She did well.\n\nI recommend her.", closing: "Yours,",
	signed_name: "Jeong-Ho Kim", signed_title: "Professor of Chemistry" };

export async function write(b, id, decision = "submit", values = {})
{
	return b.submit(await b.get(`/letters/write/${id}`), { ...text, decision, ...values },
		{ action: `/letters/write/${id}` });
}

export const state = (id) => value("select state from sojourn.letter where id = $1", [id]);
export const version = (id) => value("select version from sojourn.letter_draft where letter_id = $1", [id]);
export const serial = (id) => value(`select x.serial from sojourn.letter_document x
	where x.letter_id = $1 order by x.serial desc limit 1`, [id]);

// The link of the newest mail to an author or a recipient outside.
export async function linkOf(to, since, kind = "letter-link")
{
	return link(await mail({ kind, to, since }));
}

// A letter that prof.kim has written and handed in.
export async function written(student, office, author, values = {})
{
	const id = await asked(student, values);
	await act(office, id, "assign", { login: "prof.kim" });
	await write(author, id, "submit", values.text ?? {});
	return id;
}
