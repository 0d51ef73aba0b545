// What every test of a running instance stands on: the database, the clock,
// a browser without a screen, the mail, the outcomes on a page.
//
// make check sets the variables; against an instance of one's own it is
//	VAR=/var/tmp/mine PORT=8099 node --test tests/http/x.test.mjs
// after `tools/check/template /var/tmp/mine`.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, readdir, rm, stat } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "node-html-parser";
import PostalMime from "postal-mime";

const root = fileURLToPath(new URL("..", import.meta.url));
export const variable = process.env.SOJOURN_VAR ?? process.env.VAR ??
	`${root}var`;
const port = Number(process.env.PORT || 8080);
export const base = process.env.SOJOURN_BASE ?? `http://127.0.0.1:${port}`;
export const health = process.env.SOJOURN_HEALTH ??
	`http://127.0.0.1:${port + 1}`;
const cli = process.env.SOJOURN_BIN ?? `${root}bin/sojourn`;
const env = { ...process.env,
	SOJOURN_CONF: process.env.SOJOURN_CONF ?? `${variable}/etc/sojourn.conf` };

// Seconds to wait are those of a quiet machine; a busy one gets more of them.
const PATIENCE = 4;

// How many times slower than a quiet machine this one may be at the moment, from
// 1: for the few things that promise a time.
export function slower()
{
	return Math.max(1, loadavg()[0] / cpus().length);
}

// --- The database, as superuser over the socket.

function literal(value)
{
	if (value === null || value === undefined)
		return "null";
	if (typeof value === "number" || typeof value === "bigint" ||
	    typeof value === "boolean")
		return String(value);
	if (Array.isArray(value))
		return `array[${value.map(literal).join(", ")}]`;
	if (Buffer.isBuffer(value))
		return `'\\x${value.toString("hex")}'::bytea`;
	return `'${String(value).replaceAll("'", "''")}'`;
}

// What the rush has written batch by batch is in the audit for who reads it.
export const settled = (text) => /\b(from|join) sojourn\.audit\b/.test(text) ?
	`do $$ begin perform sojourn.audit_settle(); end $$;\n${text}` : text;

function psql(database, text, host = `${variable}/run`)
{
	const done = spawnSync("psql", ["-X", "-q", "-At", "-v",
		"ON_ERROR_STOP=1", "-h", host, "-U", "postgres",
		"-d", database], {
		input: host === `${variable}/run` ? settled(text) : text,
		encoding: "utf8", maxBuffer: 1 << 28 });
	if (done.status !== 0)
		throw new Error(`psql: ${done.stderr}\n${text}`);
	return done.stdout;
}

// Runs a statement with $1, $2 … and returns its rows as objects.  Text that
// is not one select, insert, update or delete is run as it stands.  `host` is
// the folder of another server's socket.
export function sql(text, params = [], database = "sojourn", host = undefined)
{
	const bound = text.replace(/\$(\d+)/g, (_, n) => literal(params[n - 1]));
	const one = bound.trim().replace(/;\s*$/, "");
	const rows = /^(select|values|with|table)\b/i.test(one) ||
		/^(insert|update|delete)\b[^]*\breturning\b/i.test(one);
	if (!rows || /;\s*\n/.test(one)) {
		psql(database, bound, host);
		return [];
	}
	const out = psql(database, /^(insert|update|delete)\b/i.test(one) ?
		`with q as (${one}) select json_agg(q) from q;` :
		`select json_agg(q) from (${one}) q;`, host);
	return JSON.parse(out.trim() || "[]") ?? [];
}

// The first column of the first row.
export function value(text, params = [])
{
	const [row] = sql(text, params);
	return row === undefined ? undefined : Object.values(row)[0];
}

// What signer remembers of log and audit outside the database: to it a database
// made anew is an older copy, and it would put back what the tests before
// issued, and seal nothing.
async function forgetLog()
{
	const files = ["log", "audit", "audit.head"].map((name) =>
		`${variable}/spool/signer/${name}`);
	const written = await Promise.all(files.map((file) =>
		stat(file).catch(() => undefined)));
	if (!written.some((file) => file?.size))
		return;
	const dir = `${variable}/service/signer`;
	execFileSync("s6-svc", ["-wD", "-T", "10000", "-d", dir]);
	for (const file of files)
		await rm(file, { force: true });
	execFileSync("s6-svc", ["-u", dir]);
}

// Takes the database away.  The server gives sessions five seconds to end; on a
// busy machine one of them may need more.
async function dropDatabase()
{
	for (const ends = Date.now() + 60_000; ;)
		try {
			return psql("postgres", `set client_min_messages = warning;
				drop database if exists sojourn with (force);`);
		} catch (e) {
			if (Date.now() > ends || !/accessed by other users/.test(e.message))
				throw e;
		}
}

// Back to the demo as `make up` has made it.  Programs reconnect by themselves.
export async function reset()
{
	await forgetLog();
	await dropDatabase();
	psql("postgres", `
		create database sojourn template sojourn_template;
		update pg_database t set datacl = s.datacl from pg_database s
		 where t.datname = 'sojourn' and s.datname = 'sojourn_template';`);
	for (const folder of ["new", "cur", "tmp"])
		for (const name of await readdir(`${variable}/mail/${folder}`))
			await rm(`${variable}/mail/${folder}/${name}`,
				{ force: true });
}

// --- The clock of the demo.

export const moments = {
	apply: "2025-08-14T10:00:00+09:00",
	register: "2025-08-18T09:00:00+09:00",
	change: "2025-09-01T09:00:00+09:00",
	withdraw: "2025-09-08T09:00:00+09:00",
	grades: "2025-12-29T09:00:00+09:00",
};

// Moves the clock to a named moment or a time; returns when every job between
// has been done.  With `jobs: false` only the clock is moved.
export function clock(to, { jobs = true } = {})
{
	const time = moments[to] ?? to;
	if (jobs && existsSync(cli))
		run("clock", "set", time);
	else
		sql(`update sojourn.demo_clock set distance =
			$1::timestamptz - clock_timestamp()`, [time]);
}

// bin/sojourn with arguments; returns what it printed, throws when it fails.
export function run(...args)
{
	return execFileSync(cli, args, { env, encoding: "utf8" });
}

// --- A browser without a screen.

export class Page {
	constructor(url, response, text)
	{
		this.url = url;
		this.status = response.status;
		this.headers = response.headers;
		this.location = response.headers.get("location");
		this.text = text;
	}

	get dom()
	{
		return this.parsed ??= parse(this.text, { comment: false });
	}

	one(selector)
	{
		return this.dom.querySelector(selector);
	}

	all(selector)
	{
		return this.dom.querySelectorAll(selector);
	}

	// The text of an element, white space folded; "" when there is none.
	say(selector)
	{
		return fold(this.one(selector)?.text ?? "");
	}

	get outcomes()
	{
		return outcome(this.text);
	}

	get codes()
	{
		return this.outcomes.map((o) => o.outcome);
	}

	// The form whose action begins with `action`, one that writes before one
	// that searches; without `action` the first one that is part of the
	// page and not of its frame.
	form(action)
	{
		const forms = this.all("form");
		const fitting = forms.filter((f) => (f.getAttribute("action") ??
			this.path).startsWith(action));
		const form = action === undefined ?
			(this.all("main form")[0] ?? forms[0]) :
			fitting.find((f) => /^post$/i.test(
				f.getAttribute("method") ?? "")) ?? fitting[0];
		if (!form)
			throw new Error(`no form ${action ?? ""} on ${this.url}` +
				`\n${this.text.slice(0, 2000)}`);
		return { action: form.getAttribute("action") || this.path,
			method: (form.getAttribute("method") ?? "get").toUpperCase(),
			multipart: form.getAttribute("enctype") ===
				"multipart/form-data",
			fields: fields(form) };
	}

	get path()
	{
		const url = new URL(this.url);
		return url.pathname + url.search;
	}
}

const fold = (text) => text.replace(/\s+/g, " ").trim();

// What a browser would send of a form: [name, value] in order.
function fields(form)
{
	const found = [];
	for (const e of form.querySelectorAll("input, select, textarea")) {
		const name = e.getAttribute("name");
		const type = (e.getAttribute("type") ?? "text").toLowerCase();
		if (!name || e.hasAttribute("disabled") ||
		    ["submit", "button", "image", "file"].includes(type))
			continue;
		if (["checkbox", "radio"].includes(type) &&
		    !e.hasAttribute("checked"))
			continue;
		if (e.tagName === "SELECT") {
			const options = e.querySelectorAll("option");
			const chosen = options.find((o) =>
				o.hasAttribute("selected")) ?? options[0];
			if (chosen)
				found.push([name, chosen.getAttribute("value") ??
					fold(chosen.text)]);
		} else if (e.tagName === "TEXTAREA")
			found.push([name, e.text]);
		else
			found.push([name, e.getAttribute("value") ??
				(type === "checkbox" ? "on" : "")]);
	}
	return found;
}

// Debian's node 18 cannot list cookies; no cookie of ours has a comma.
export function setCookies(headers)
{
	return headers.getSetCookie?.() ??
		(headers.get("set-cookie") ?? "").split(/,\s*/).filter(Boolean);
}

// A file for a multipart form.
export function file(name, data, type = "application/octet-stream")
{
	return { name, data: Buffer.from(data), type };
}

export class Browser {
	constructor({ lang = "en", headers = {}, site = base } = {})
	{
		this.site = site;
		this.jar = new Map();
		this.headers = { "accept-language": lang, ...headers };
	}

	get cookie()
	{
		return [...this.jar].map(([k, v]) => `${k}=${v}`).join("; ");
	}

	keep(response)
	{
		for (const line of setCookies(response.headers)) {
			const [pair, ...rest] = line.split(";");
			const at = pair.indexOf("=");
			const name = pair.slice(0, at).trim();
			const gone = rest.some((r) => /^\s*max-age=0\s*$/i.test(r));
			if (gone)
				this.jar.delete(name);
			else
				this.jar.set(name, pair.slice(at + 1).trim());
		}
	}

	// One request; redirects are not followed.
	async request(method, path, { body, headers = {} } = {})
	{
		const url = new URL(path, this.site).href;
		const sent = { ...this.headers, ...headers };
		if (this.jar.size)
			sent.cookie = this.cookie;
		const response = await fetch(url, { method, body,
			headers: sent, redirect: "manual" });
		this.keep(response);
		const bytes = Buffer.from(await response.arrayBuffer());
		const page = new Page(url, response, bytes.toString("utf8"));
		page.bytes = bytes;
		return page;
	}

	get(path, options)
	{
		return this.request("GET", path, options);
	}

	// Fields are an object or a list of pairs; an array is sent repeated;
	// any file makes it multipart.
	post(path, data = {}, options = {})
	{
		const pairs = (Array.isArray(data) ? data : Object.entries(data))
			.flatMap(([k, v]) => Array.isArray(v) ?
				v.map((x) => [k, x]) : [[k, v]]);
		const multipart = options.multipart ??
			pairs.some(([, v]) => v?.data);
		const body = multipart ? new FormData() : new URLSearchParams();
		for (const [k, v] of pairs) {
			if (v?.data)
				body.append(k, new Blob([v.data], { type: v.type }),
					v.name);
			else if (v !== undefined && v !== null)
				body.append(k, String(v));
		}
		return this.request("POST", path, { body,
			headers: { origin: new URL(this.site).origin,
				...options.headers } });
	}

	// Sends a form of the page with some values changed (undefined takes a
	// field away), and follows a 303.
	async submit(page, values = {}, { action, follow = true } = {})
	{
		const form = page.form(action);
		const kept = form.fields.filter(([k]) => !(k in values));
		const answer = await this.post(form.action,
			[...kept, ...Object.entries(values)],
			{ multipart: form.multipart || undefined });
		return follow ? this.follow(answer) : answer;
	}

	// Follows redirects like a browser; `sent` is the first answer.
	async follow(page)
	{
		const sent = page;
		for (let i = 0; i < 5 && page.location &&
		    page.status >= 300 && page.status < 400; i++)
			page = await this.get(new URL(page.location, page.url).href);
		page.sent = sent;
		return page;
	}

	// Opens the page of a form and sends it.
	async fill(path, values, options)
	{
		return this.submit(await this.follow(await this.get(path)), values,
			options);
	}

	// Logs in, with the mailed code where one is asked for.
	async login(login, password)
	{
		const since = await delivered();
		let page = await this.fill("/account/login", { login, password },
			{ action: "/account/login" });
		if (new URL(page.url).pathname === "/account/code") {
			const letter = await mail({ kind: "login-code", since });
			page = await this.submit(page, { code: code(letter) },
				{ action: "/account/code" });
		}
		return page;
	}
}

// A browser that is logged in; it reads English, whatever the account speaks.
export async function as(login, password = passwords[login])
{
	const browser = new Browser();
	browser.jar.set("lang", "en");
	const page = await browser.login(login,
		password ?? (/^E/.test(login) ? "demo-Student-2025" : undefined));
	if (new URL(page.url).pathname.startsWith("/account/login"))
		throw new Error(`login of ${login}: ${page.status} ` +
			JSON.stringify(page.outcomes));
	return browser;
}

export const passwords = {
	admin: "demo-Admin-2025", academic: "demo-Academic-2025",
	affairs: "demo-Affairs-2025", "prof.kim": "demo-Prof-2025",
	auditor: "demo-Auditor-2025", cnu: "demo-Partner-2025",
	"cnu.dean": "demo-Partner-2025", kaist: "demo-Partner-2025",
};

// Messages on a page: what became of something that was asked.
export function outcome(html)
{
	return parse(html).querySelectorAll("[data-outcome]").map((e) => ({
		outcome: e.getAttribute("data-outcome"),
		section: e.getAttribute("data-section") ?? "",
		text: fold(e.text),
	}));
}

// --- The mail of the demo.

// Names of the mails so far, to be given as `since` to mails() and mail().
export async function delivered()
{
	return new Set(await readdir(`${variable}/mail/new`));
}

// Mails so far, oldest first: {kind, to, subject, text, html, raw, header()}.
export async function mails({ to, kind, since } = {})
{
	const folder = `${variable}/mail/new`;
	const names = (await readdir(folder)).filter((n) =>
		n.endsWith(".eml") && !since?.has(n));
	const age = new Map();
	for (const name of names)
		age.set(name, (await stat(`${folder}/${name}`)).mtimeMs);
	names.sort((a, b) => age.get(a) - age.get(b) || (a < b ? -1 : 1));
	const found = [];
	for (const name of names) {
		const raw = await readFile(`${folder}/${name}`);
		const m = await PostalMime.parse(raw);
		const header = (k) => m.headers.find((h) => h.key === k)?.value;
		found.push({ name, raw, subject: m.subject, text: m.text ?? "",
			html: m.html, from: m.from?.address,
			to: m.to?.[0]?.address, all: m.to ?? [],
			kind: header("x-sojourn-kind"), attachments: m.attachments,
			header });
	}
	return found.filter((m) => (!to || m.to === to) &&
		(!kind || m.kind === kind));
}

// Waits for the newest mail that fits.
export async function mail(wanted, seconds = 15)
{
	for (const ends = Date.now() + seconds * PATIENCE * 1000; ;) {
		const found = (await mails(wanted)).at(-1);
		if (found)
			return found;
		if (Date.now() > ends)
			throw new Error(`no mail ${JSON.stringify(wanted)}`);
		await sleep(50);
	}
}

// The six digits, or the link, that stand alone on their line.
export function code(letter)
{
	return /^\s*(\d{6})\s*$/m.exec(letter.text)?.[1];
}

export function link(letter)
{
	return /^\s*(https?:\/\/\S+)\s*$/m.exec(letter.text)?.[1];
}

// Until check() returns something true, at most some seconds.
export async function until(check, seconds = 10)
{
	for (const ends = Date.now() + seconds * PATIENCE * 1000; ;) {
		const found = await check();
		if (found)
			return found;
		if (Date.now() > ends)
			throw new Error(`waited ${seconds * PATIENCE} s for ${check}`);
		await sleep(50);
	}
}
