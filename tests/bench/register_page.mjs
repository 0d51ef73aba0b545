// register_page: requests a second of GET /register with 200 sections, every
// request another student, and what one costs in CPU; ratio to a page of the
// same program that shows nothing and asks nothing.
import { reset, sql } from "../fixture.mjs";
import { figure, latencies, median } from "./figure.mjs";
import { memory, processes } from "./kit/cpu.mjs";
import { prepare, press } from "./kit/press.mjs";

const TOTAL = 200, RUNS = 3;

const own = await prepare(6000, { total: TOTAL });
// A third of the students have two courses, so that some rows are theirs.
sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
	select r.person_id, s.id, s.term_id, s.credits, now()
	  from sojourn.registration_right r
	  join lateral (select s.* from sojourn.section s
		where s.term_id = r.term_id and s.code like 'BEN%'
		order by (s.id * 7 + r.person_id) % ${own}, s.id limit 2) s on true
	 where r.person_id > 1000000 and r.person_id % 3 = 0;
	update sojourn.section_seat f set taken = (select count(*)
		from sojourn.enrolment e where e.section_id = f.section_id);
	vacuum analyze;`);
const page = (seconds) => press("page.lua", ["/register", "page"],
	{ seconds, connections: 16 });
const bare = () => press("page.lua", ["/register/enrol", "empty"],
	{ seconds: 2, connections: 16 });
await page(1);
const runs = [];
for (let i = 0; i < RUNS; i++)
	runs.push({ ...await page(2), bare: (await bare()).rate });
const mid = (key) => median(runs.map((r) => r[key]));
if (runs.some((r) => r.bad > 0))
	throw new Error("register_page: not every answer was a page");
figure("register_page", mid("rate"), "requests/s", mid("rate") / mid("bare"));
latencies("register_page", runs);
figure("register_page_cpu", mid("all"), "us");
for (const part of Object.keys(runs[0].cpu))
	figure(`register_page_cpu_${part}`, median(runs.map((r) => r.cpu[part])), "us");
figure("register_page_memory", memory(processes("register").register[0]), "MB");
await reset();
