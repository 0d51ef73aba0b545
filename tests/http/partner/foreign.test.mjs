// S11, generated: every page of the program, read from its own page table, and
// every id it takes × another university's id and an id that nobody has.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Browser, clock, reset, sql } from "../../fixture.mjs";
import { desk } from "../staff/desk.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const binary = ["build-san", "build"].map((b) => `${root}${b}/cgi-bin/partner`)
	.find(existsSync);
const pages = execFileSync(binary, ["--pages"], { encoding: "utf8" })
	.trim().split("\n").map((line) => {
		const [method, path, right] = line.split("\t");
		return { method, path, right };
	});

// What KAIST has, by the field that names it.
const theirs = () => ({
	id: sql(`select a.id from sojourn.application a join sojourn.university u
		on u.id = a.university_id and u.code = 'KAIST' order by a.state =
		'submitted' desc, a.id limit 1`)[0].id,
	upload: sql(`select l.id from sojourn.partner_list l join sojourn.university u
		on u.id = l.university_id and u.code = 'KAIST' limit 1`)[0].id,
	account: sql("select id from sojourn.account where login = 'kaist'")[0].id,
	withdrawal: sql(`insert into sojourn.withdrawal (person_id, section_id,
		term_id, university_id, requested_at) select a.person_id, s.id,
		a.term_id, a.university_id, sojourn.now() from sojourn.application a
		join sojourn.university u on u.id = a.university_id and
		u.code = 'KAIST' join sojourn.section s on s.term_id = a.term_id
		where a.state = 'issued' limit 1 returning id`)[0].id,
	list: sql(`insert into sojourn.final_list (university_id, term_id, version,
		stage, made_at, due_at, students, registrations, credits)
		select u.id, t.id, 1, 'interim', now(), now(), 1, 0, 0
		from sojourn.university u, sojourn.term t where u.code = 'KAIST'
		and t.code = '2025-2' returning id`)[0].id,
});
// A list has what its university's students are called.
const listed = (id) => sql(`insert into sojourn.final_list_row (list_id, n,
	application_id, person_id, student_no, name_native, name_latin, department,
	temporary_id, state, credits, credit_granted, mark) select $1, 1, a.id,
	a.person_id, a.student_no, a.name_native, '', '', '', 'none', 0, true, 'same'
	from sojourn.application a join sojourn.registration_right r on
	r.application_id = a.id join sojourn.university u on u.id = a.university_id
	and u.code = 'KAIST' limit 1`, [id]);
// Everything of KAIST that an act could change.
const all = () => JSON.stringify(sql(`select (select json_agg(a order by a.id)
	from sojourn.application a where a.university_id = u.id) as a,
	(select json_agg(l order by l.id) from sojourn.partner_list l
	where l.university_id = u.id) as l, (select json_agg(c order by c.id)
	from sojourn.account c where c.university_id = u.id) as c,
	(select json_agg(w order by w.id) from sojourn.withdrawal w
	where w.university_id = u.id) as w, (select json_agg(f order by f.id)
	from sojourn.final_list f where f.university_id = u.id) as f, u.* from sojourn.university u
	where u.code = 'KAIST'`));
const words = () => sql(`select a.student_no, a.email from sojourn.application a
	join sojourn.university u on u.id = a.university_id and u.code = 'KAIST'
	where char_length(a.student_no) > 6`).flatMap((a) => [a.student_no, a.email]);

// For each POST the values that would do something to an id of one's own.
const acts = {
	"/partner/upload": [{ upload: "upload", decision: "commit" },
		{ upload: "upload", decision: "discard" }],
	"/partner/recommend": [{ application: "id", decision: "recommend" },
		{ application: "id", decision: "refuse", reason: "x" },
		{ application: "id", decision: "reopen" }],
	"/partner/students/:id": [{ decision: "retract", reason: "x" },
		{ decision: "new_email", value: "a@b.example" },
		{ decision: "status_change", value: "leave" },
		{ decision: "settle", value: "own" }],
	"/partner/people": [{ account: "account", decision: "disable" },
		{ account: "account", decision: "enable" },
		{ account: "account", decision: "remind" },
		{ account: "account", decision: "roles", role: "coordinator" }],
	"/partner/letters": [{ upload: "upload", letter_no: "F-1",
		letter_date: "2025-08-13" }],
	"/partner/withdrawals": [{ withdrawal: "withdrawal", decision: "confirm",
		letter_no: "F-2", letter_date: "2025-08-13" },
	{ withdrawal: "withdrawal", decision: "refuse" }],
	"/partner/lists": [{ list: "list" }],
	"/partner/settings": [],	// takes no id
	"/partner/reason": [],	// neither does it
};

let ids, b, csrf;
before(async () => {
	await reset();
	clock("apply", { jobs: false });
	ids = theirs();
	listed(ids.list);
	b = desk("cnu");
	csrf = (await b.get("/partner/settings")).form("/partner/settings")
		.fields.find(([k]) => k === "csrf")[1];
});

test("every page that writes has its line in this matrix", () => {
	for (const { method, path } of pages)
		if (method === "POST")
			assert.ok(acts[path], `${path} is not in the matrix`);
});

test("S11: no page shows anything of another university", async () => {
	const secret = words();
	assert.ok(secret.length > 10);
	for (const { method, path } of pages) {
		if (method !== "GET")
			continue;
		const urls = path.includes(":") ? [path.replace(/:\w+/,
			path.includes("upload") ? ids.upload :
				path.includes("list") ? ids.list : ids.id)] :
			[path, `${path}?upload=${ids.upload}&id=${ids.id}&q=KAIST`];
		if (path === "/partner/lists")
			urls[1] = `${path}?list=${ids.list}`;
		for (const url of urls) {
			const page = await b.get(url);
			assert.ok([200, 404].includes(page.status), `${url} ${page.status}`);
			if (path.includes(":"))
				assert.equal(page.status, 404, url);
			for (const word of secret)
				assert.ok(!page.text.includes(word), `${url} shows ${word}`);
		}
	}
});

test("S11: foreign and unknown ids are answered alike, and change nothing", async () => {
	const before = all();
	for (const [path, tries] of Object.entries(acts)) {
		if (!pages.some((p) => p.method === "POST" && p.path === path))
			continue;
		for (const values of tries) {
			const answer = async (id) => {
				const data = Object.entries(values).map(([k, v]) =>
					[k, v in ids ? id ?? ids[v] : v]);
				const page = await b.post(path.replace(":id", id ?? ids.id),
					[["csrf", csrf], ...data]);
				return `${page.status} ${page.codes.join()}`;
			};
			const foreign = await answer();
			assert.equal(await answer(987654321), foreign,
				`${path} ${JSON.stringify(values)}`);
			assert.match(foreign, /^(404|422 gone)/, `${path} ${foreign}`);
		}
	}
	assert.equal(all(), before, "nothing of KAIST has changed");
});

test("every page asks for a session and the right", async () => {
	const nobody = new Browser(), student = desk("E252000015");
	for (const { method, path } of pages) {
		const url = path.replace(/:\w+/, "1");
		const page = method === "GET" ? await nobody.get(url) :
			await nobody.post(url, {});
		assert.equal(page.status, 303, `${method} ${url}`);
		assert.match(page.location, /^\/account\/login/);
		if (method === "GET")
			assert.equal((await student.get(url)).status, 403,
				"a student's session is worthless here (S6)");
	}
});

test("hostile input is never a 500", async () => {
	const names = ["application", "decision", "reason", "value", "upload",
		"letter_no", "letter_date", "withdrawal", "account", "login",
		"name", "email", "role", "deadline", "stage", "max_credits",
		"coordinator_email", "criteria", "term", "state", "page", "q"];
	for (const { method, path } of pages) {
		const url = path.replace(/:\w+/, String(ids.id));
		for (const bad of ["\0", "' or 1=1 --", "99999999999999999999", "-1",
		    "{if}", "9".repeat(50000), "\ud800", "2025-02-31"]) {
			const page = method === "POST" ? await b.post(url,
				[["csrf", csrf], ...names.map((n) => [n, bad])]) :
				await b.get(`${url}?${new URLSearchParams(names.map((n) =>
					[n, bad.slice(0, 200)]))}`);
			assert.ok([200, 303, 404, 413, 414, 422].includes(page.status),
				`${method} ${url} ${bad.slice(0, 20)}: ${page.status}`);
		}
	}
});
