// Every page and every form of every program, given what nobody should send.
// Made from the page tables: a new page is attacked without a line here.  An
// answer is never a 5xx, never leaves a fault in a log, and a refusal says so
// in a way that a script can read (contract section 4).
import { before, after, test } from "node:test";
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { Browser, clock, reset, run, sql, variable } from "../../fixture.mjs";
import { pages } from "../../../tools/docs/access.mjs";

const folder = `${variable}/app/cgi-bin`;
const rows = pages(folder).filter((p) => p.program !== "health");
const AT_ONCE = 4;

// Who opens a page: the first that has the right; nobody where all may.
const people = ["academic", "affairs", "cnu", "cnu.dean", "E252000015", "prof.kim", "auditor", "admin"];
const held = new Map();
let programs;

before(async () => {
	await reset();
	clock("register", { jobs: false });
	programs = [...new Set(rows.map((r) => r.program))];
	for (const r of sql(`select a.login, q.right_ as right from sojourn.account a
	    join sojourn.account_role r on r.account_id = a.id
	    join sojourn.role_right q on q.role = r.role where a.login = any ($1)`, [people]))
		held.set(r.right, [...held.get(r.right) ?? [], r.login]);
});

function who(row)
{
	if (row.right === null)
		return undefined;
	if (row.right === "")
		return { partner: "cnu", staff: "academic" }[row.program] ?? "E252000015";
	return people.find((login) => held.get(row.right)?.includes(login)) ?? "admin";
}

// --- Sessions: some per login, taken in turn (one person may ask 100 times a
// second, not more); a form that ends its session has one of its own.

const tokens = new Map();
const waiting = new Map();

function token(login)
{
	const spare = tokens.get(login) ?? [];
	if (spare.length === 0) {
		for (let i = 0; i < 40; i++)
			spare.push(randomBytes(32).toString("base64url"));
		sql(`insert into sojourn.session (token_hash, account_id, programs)
			select t, id, $2 from sojourn.account, unnest($1) t where login = $3`,
		[spare.map((t) => createHash("sha256").update(t).digest()), programs, login]);
		tokens.set(login, spare);
	}
	return spare.pop();
}

async function session(login)
{
	const b = new Browser();
	if (login !== undefined)
		b.jar.set("session", token(login));
	const page = await b.get(login ? "/account/contact" : "/account/login");
	if (page.status === 303) {	// somebody has logged this one out everywhere
		tokens.delete(login);
		return session(login);
	}
	b.csrf = page.one("form[method=post] [name=csrf]")?.getAttribute("value");
	assert.ok(b.csrf, `${login}: ${page.url} ${page.status}`);
	return b;
}

function visitor(row)
{
	const login = who(row);
	if (row.method === "POST" && /^\/account\/(logout|sessions|password|login|code|activate)/.test(row.path))
		return session(login && "E252000023");
	const line = waiting.get(login) ?? { next: 0, all: Array.from({ length: AT_ONCE }, () => session(login)) };
	waiting.set(login, line);
	return line.all[line.next++ % AT_ONCE];
}

// --- What is sent.

const E = encodeURIComponent;
const nfd = "홍길동".normalize("NFD");
// By kind: values that pass a careless check and break what comes behind it.
const kinds = {
	line: ["{x}", "{_(\"Apply\")}", "'; drop table sojourn.person --", "<img src=x onerror=alert(1)>",
		"\\x00 \\ %s %n {{}}", "\u202e\u200b\ufeff", nfd.repeat(40), "\"],[\"", "\" onfocus=alert(1) x=\"", "=cmd|'/c calc'!A1"],
	name: ["O'Brien {x}", "<b>x</b>", "\" onfocus=alert(1)", nfd, "a".repeat(121), "\u202eevil", "\\"],
	text: ["{x}\r\n{for a in b}", "'\"\\;--", "x".repeat(2001), "</textarea><script>alert(1)</script>"],
	word: ["2025-2", "0000-9", "-", "..", "_", "CNU.", "a".repeat(64), "9223372036854775807", "２０２５"],
	id: ["0", "-1", "1", "2147483648", "9223372036854775806", "9223372036854775807", "99999999999999999999", "1e3",
		"0x10", "+1", " 1"],
	int: ["0", "-1", "32768", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "1.5", "٣"],
	date: ["2025-02-31", "0000-00-00", "1900-01-01", "2100-12-31", "9999-12-31", "2025-13-01", "20250230", "infinity",
		"2025.3.9"],
	time: ["2025-08-18T09:00+99:99", "2025-08-18T24:00", "2025-08-18T24:30", "2025-08-18T09:00+-+-", "2025-08-18 09:00Z9",
		"2025-08-18T09:00:99", "2025-08-18T09:00+16", "1900-01-01T00:00", "2100-12-31T24:00", "infinity",
		"2025-08-18T09:00-", "2025-08-18T09:00Z"],
	email: ["a@b", "a@b.c\r\nBcc: x@y.z", "\"a b\"@c.d", "a@" + "b".repeat(260) + ".kr", "ａ@b.kr", "a@b..kr", "%00@b.kr"],
	phone: ["+".repeat(30), "0".repeat(31), "1;2", "１２３"],
	choice: ["", "nothing", "APPROVE", "{x}", "0"],
	check: ["2", "{x}", "no", "on"],
	password: ["", "a".repeat(1025), "{x}", "short", "\u{1f600}".repeat(300)],
	token: ["x", "A".repeat(43), "A".repeat(44), "'".repeat(43)],
	file: ["not a file"],
};
// A few for each field, in turn, so that all are used: one field alone never is
// asked everything, which tests/unit/field.c does without a server.
const turn = {};
function some(f, n)
{
	const list = kinds[f.kind];
	turn[f.kind] = (turn[f.kind] ?? 0) + n;
	return Array.from({ length: Math.min(n, list.length) }, (_, i) => list[(turn[f.kind] + i) % list.length]);
}
const numbers = (f) => /id|int|word|date|time/.test(f.kind);
// A value that passes, so that the others are reached.
const fine = { term: "2025-2", university: "CNU", section: "BIO5012-01", drop: "BIO5012-01", add: "BIO5012-02",
	login: "E252000031", code: "BIO5012", student_no: "202500001", school: "BIO", major: "BIO",
	to: "nowhere" };	// the demo's clock works through months of jobs: its own tests move it
const usual = { line: "Something", name: "KIM", text: "A reason.", word: "CNU", id: "1", int: "1", date: "2025-08-18",
	time: "2025-08-18T09:00", email: "someone@applicant.example", phone: "010-1234-5678", check: "1",
	password: "correct horse battery", token: "A".repeat(43), file: "" };
const good = (f) => fine[f.name] ?? (f.kind === "choice" ? f.choices[0] : usual[f.kind]);

const pair = ([k, v]) => `${E(k)}=${E(v)}`;
const form = (row, change = {}) => row.fields.filter((f) => f.kind !== "file" && !(row.path.includes(`:${f.name}`)))
	.map((f) => [f.name, change[f.name] ?? good(f)]).map(pair).join("&");
const every = (row, raw) => row.fields.map((f) => `${E(f.name)}=${raw}`).join("&");
const URLENCODED = "application/x-www-form-urlencoded";

// Whole forms: [what, body, content type].
function* bodies(row)
{
	yield ["an empty form", "", URLENCODED];
	yield ["what a careless person sends", form(row), URLENCODED];
	yield ["10 kB in one field", every({ fields: row.fields.slice(0, 1) }, "a".repeat(10000)), URLENCODED];
	yield ["60 kB", every({ fields: row.fields.slice(-1) }, "%ED%99%8D".repeat(6600)), URLENCODED];
	yield ["NUL", every(row, "a%00b"), URLENCODED];
	yield ["invalid UTF-8", every(row, "%FF%FE%C3%28%ED%A0%80"), URLENCODED];
	yield ["every field twice", `${form(row)}&${form(row)}`, URLENCODED];
	yield ["many values", `${every(row, "1")}&`.repeat(Math.min(1200, Math.floor(50000 / (every(row, "1").length + 1)))),
		URLENCODED];
	yield ["names that are none", "=&&=x&%00=1&[]=2&__proto__=3&a".repeat(20), URLENCODED];
	yield ["text/plain", form(row), "text/plain"];
	yield ["JSON", "{\"csrf\":1}", "application/json"];
	yield ["no content type", form(row), ""];
	yield ["multipart that is cut", "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nab",
		"multipart/form-data; boundary=b"];
	yield ["multipart without a boundary", "--b\r\n", "multipart/form-data"];
	yield ["multipart with binary fields", row.fields.map((f) => "--b\r\nContent-Disposition: form-data; name=\"" +
		`${f.name}"; filename="../../x"\r\n\r\n\0\xff\r\n`).join("") + "--b--\r\n", "multipart/form-data; boundary=b"];
}

// --- The judge.

const faults = new Map();
const logs = () => readdirSync(`${variable}/log`).filter((f) => /\.log$/.test(f) && f !== "access.log");
const size = (f) => statSync(`${variable}/log/${f}`).size;
const found = [];

function judge(what, page)
{
	if (page.status >= 500)
		found.push(`${what}: ${page.status}`);
	else if (page.status >= 400 && page.method !== "HEAD" && page.codes.length === 0 &&
	    !(/json/.test(page.headers.get("content-type")) && /"outcome":"[a-z-]+"/.test(page.text)))
		found.push(`${what}: ${page.status} without data-outcome`);
	else if (page.status === 200 && /data-outcome="fault"/.test(page.text))
		found.push(`${what}: a fault in a page`);
	// What was typed, now or by a form before, is text and never markup.
	if (/^text\/html/.test(page.headers.get("content-type") ?? "") &&
	    /<img src=x|<script>alert|<b>x<\/b>|" onfocus=/.test(page.text))
		found.push(`${what}: ${/.{60}(<img src=x|<script>alert|<b>x<|" onfocus=).{20}/s.exec(page.text)?.[0]}`);
}

// Runs the tasks a few at a time and tells all that went wrong at once.
async function all(tasks)
{
	found.length = 0;
	const next = tasks[Symbol.iterator]();
	await Promise.all(Array.from({ length: AT_ONCE }, async () => {
		for (const task of next)
			await task();
	}));
	assert.deepEqual(found, []);
}

async function send(row, what, body, type = URLENCODED, headers = {})
{
	const b = await visitor(row);
	const multipart = type.startsWith("multipart");
	const csrf = `csrf=${E(b.csrf)}&request=${randomBytes(12).toString("hex")}`;
	const text = type === URLENCODED ? `${csrf}&${body}` : !multipart ? body :
		`--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${b.csrf}\r\n${body}`;
	const page = await b.request("POST", fill(row), { body: multipart ? Buffer.from(text, "latin1") : Buffer.from(text),
		headers: { "content-type": type, origin: b.site, ...headers } });
	judge(`POST ${row.path} ${what}`, page);
	return page;
}

const fill = (row, given = "1") => row.path.replace(/:[a-z_]+/g, given);

async function look(row, what, path)
{
	const page = await (await visitor(row)).get(path);
	judge(`GET ${row.path} ${what}`, page);
	return page;
}

before(() => { for (const f of logs()) faults.set(f, size(f)); });

const posts = rows.filter((r) => r.method === "POST");
const gets = rows.filter((r) => r.method === "GET");

test("each form, given bodies that are wrong as a whole", async () => {
	await all(posts.flatMap((row) => [...bodies(row)].map(([what, body, type]) =>
		() => send(row, what, body, type))));
});

test("each field of each form, given values that look right", async () => {
	await all(posts.flatMap((row) => row.fields.flatMap((f) => some(f, numbers(f) ? 4 : 2).concat(row.program === "demo" ? [] : f.choices.slice(1)).map((v) =>
		() => send(row, `${f.name}=${v.slice(0, 40)}`, form(row, { [f.name]: v }))))));
});

test("each page, given arguments that are wrong", async () => {
	await all(gets.flatMap((row) => [
		() => look(row, "strange arguments", `${fill(row)}?a=1&a=2&%00=&=&r=x&lang=xx&lang=%FF`),
		() => look(row, "another's request id", `${fill(row)}?r=${"A".repeat(64)}`),
		() => look(row, "NUL and invalid UTF-8", `${fill(row)}?${every(row, "a%00%FF")}`),
		() => look(row, "5 kB", `${fill(row)}?${every({ fields: row.fields.slice(0, 1) }, "%27".repeat(1700))}`),
		...row.fields.filter((f) => !row.path.includes(`:${f.name}`)).flatMap((f) => some(f, numbers(f) ? 2 : 1).map((v) =>
			() => look(row, `${f.name}=${v.slice(0, 40)}`, `${fill(row)}?${pair([f.name, v.slice(0, 1500)])}`))),
	]));
});

test("each address with a part that varies, given what is nowhere", async () => {
	const odd = ["0", "-1", "999999999999", "9223372036854775808", "1'", "%27", "..%2f", "{x}", "a".repeat(300),
		"1.xlsx.csv", "%ED%99%8D", "BIO5012-99"];
	await all(rows.filter((r) => r.path.includes(":")).flatMap((row) => odd.map((v) => async () => {
		const page = row.method === "GET" ? await look(row, v, fill(row, v)) :
			await (await visitor(row)).post(fill(row, v), {});
		judge(`${row.method} ${row.path} with ${v}`, page);
		assert.notEqual(page.status, 200, `${row.path} with ${v} exists`);
	})));
});

test("S7: a form without its token, with another's, or from another site is 403", async () => {
	await all(posts.flatMap((row) => [["csrf=", {}], [`csrf=${"A".repeat(43)}`, {}], ["", {}],
		["origin", { origin: "https://evil.example" }], ["site", { "sec-fetch-site": "cross-site" }]]
		.map(([body, headers]) => async () => {
			if (row.flags & 4 && !headers.origin && !headers["sec-fetch-site"])
				return;		// the demo's clock asks for the same site only
			const b = await visitor(row);
			const page = await b.request("POST", fill(row), {
				body: (headers.origin || headers["sec-fetch-site"] ? `csrf=${E(b.csrf)}&` : `${body}&`) + form(row),
				headers: { "content-type": URLENCODED, origin: b.site, ...headers } });
			judge(`POST ${row.path} ${body}`, page);
			if (page.status !== 403)
				found.push(`POST ${row.path} ${body}: ${page.status}`);
		})));
});

test("methods: GET where only POST is, POST where only GET is: 405; HEAD as GET; others refused", async () => {
	await all([...new Set(rows.map((r) => r.path))].map((path) => async () => {
		const row = rows.find((r) => r.path === path);
		const has = (m) => rows.some((r) => r.path === path && r.method === m);
		const b = await visitor(row);
		for (const method of ["GET", "POST", "PUT", "DELETE", "OPTIONS"]) {
			if (has(method))
				continue;
			const page = await b.request(method, fill(row));
			judge(`${method} ${path}`, page);
			if (page.status !== 405)
				found.push(`${method} ${path}: ${page.status}`);
		}
		if (has("GET")) {
			const get = await b.get(fill(row));
			const head = await b.request("HEAD", fill(row));
			if (head.status !== get.status || head.text !== "")
				found.push(`HEAD ${path}: ${head.status}, GET ${get.status}`);
		}
	}));
});

test("more than a form may hold is 413, and says so", async () => {
	await all(posts.filter((r) => !(r.flags & 2)).map((row) => async () => {
		const page = await send(row, "70 kB", `x=${"a".repeat(70000)}`);
		if (page.status !== 413)
			found.push(`POST ${row.path}: ${page.status}`);
	}));
});

test("after all of it the database is sound", () => {
	let said;
	try {
		said = run("doctor");
	} catch (e) {
		said = e.stdout;
	}
	// The clock was moved without its jobs.
	assert.deepEqual(said.split("\n").filter((l) => /^[a-z-]+ .*=/.test(l) && !l.startsWith("job-overdue")), []);
	assert.match(said, /everything fits|job-overdue/);
});

// What the test itself did to the database before it began may be written late.
const setUp = /terminating connection due to administrator|database "sojourn" does not exist/;

after(() => {
	const lines = logs().flatMap((f) => readFileSync(`${variable}/log/${f}`).subarray(faults.get(f) ?? 0).toString()
		.split("\n").filter((l) => /^<[0-3]>|\b(ERROR|FATAL|PANIC):/.test(l) && !setUp.test(l)).map((l) => `${f}: ${l}`));
	assert.deepEqual([...new Set(lines)], [], "no fault in a log");
});
