// What a student sees otherwise than everybody is put into the shelf by the
// program; with a filter the whole list is made by the database.  Both say the
// same of every section, in every state (R10, R11, R17-R19, R30, R32, R2).
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { clock, reset, sql } from "../../fixture.mjs";
import { logins, student } from "./student.mjs";

// A fixed throw of dice, so that a red run can be repeated.
let seed = 20250818;
const dice = (n) => {
	seed = (seed * 1103515245 + 12345) % 2147483648;
	return Math.floor(seed / 65536) % n;
};
let ids, sections;
before(async () => {
	await reset();
	sql("update sojourn.room set mode = 'off'");
	ids = logins(12);
	sections = sql(`select s.code from sojourn.section s
		where s.term_id = sojourn.term_current('') order by s.code`).map((r) => r.code);
	sql("update sojourn.section set state = 'closed', state_reason = 'x' where code = any ($1)",
		[sections.filter((_, i) => i % 17 === 3)]);
	sql("update sojourn.section set waitlist = true where code = any ($1)",
		[sections.filter((_, i) => i % 5 === 1)]);
	sql(`insert into sojourn.section_quota (section_id, university_id, seats)
		select s.id, u.id, (s.id % 2)::integer from sojourn.section s
		  join sojourn.university u on u.code = 'CNU'
		 where s.term_id = sojourn.term_current('') and s.id % 11 = 0`);
	sql(`update sojourn.section_seat f set quotas = true
		where exists (select from sojourn.section_quota q
		where q.section_id = f.section_id)`);
	for (const id of ids)
		scatter(id);
	sql(`update sojourn.registration_right r set max_credits = 7 from sojourn.account a
		where a.person_id = r.person_id and a.login = any ($1)`, [ids.slice(6)]);
	sql(`update sojourn.section_seat f set taken = n,
		capacity = case when f.section_id % 7 = 0 then n else greatest(n, capacity) end
		from (select s.section_id, count(e.*) as n from sojourn.section_seat s
		left join sojourn.enrolment e on e.section_id = s.section_id
		and e.holds_seat group by 1) c where c.section_id = f.section_id`);
});

// Some sections are registered in one state or another, some put aside.
function scatter(id)
{
	const states = ["enrolled", "enrolled", "enrolled", "withdrawn",
		"withdraw_requested"];
	const some = (n) => Array.from({ length: n }, () => sections[dice(sections.length)]);
	for (const code of new Set(some(dice(5))))
		sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits,
			state, enrolled_at)
			select a.person_id, s.id, s.term_id, s.credits, $3, now()
			  from sojourn.account a join sojourn.section s on s.code = $2
				and s.term_id = sojourn.term_current('')
			 where a.login = $1`, [id, code, states[dice(states.length)]]);
	for (const code of new Set(some(dice(4))))
		sql(`insert into sojourn.cart (person_id, section_id)
			select a.person_id, s.id from sojourn.account a
			  join sojourn.section s on s.code = $2
				and s.term_id = sojourn.term_current('')
			 where a.login = $1`, [id, code]);
}

const parts = (page, what) => [...page.text.matchAll(what)].map(([text]) =>
	text.replace(/ name="(csrf|request)" value="[^"]*"/g, ""));
const rows = (page) => parts(page, /<tr id="[\s\S]*?<\/tr>/g);
const mine = (page) => parts(page, /<li data-section="[\s\S]*?<\/li>/g);

for (const [when, lang] of [["2025-08-17T10:00:00+09:00", "en"], ["register", "ko"],
	["2025-08-25T10:00:00+09:00", "en"], ["change", "ja"], ["withdraw", "en"]])
	test(`the shelf and the database say the same: ${when}, ${lang}`, async () => {
		clock(when, { jobs: false });
		const whys = new Set();
		for (const id of ids) {
			const b = student(id, lang);
			const [kept, asked] = [await b.get("/register"), await b.get("/register?q=-")];
			assert.equal(rows(kept).length, sections.length);
			assert.deepEqual(rows(kept), rows(asked));
			assert.deepEqual(mine(kept), mine(asked));
			for (const r of rows(kept))
				whys.add(/data-why="([^"]*)"/.exec(r)[1]);
		}
		assert.deepEqual([...whys].sort(), ["", "closed", "conflict", "credits", "duplicate",
			"full", "ineligible", "not-open-to-exchange", "quota"], "all of them were met");
	});
