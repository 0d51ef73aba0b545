// growth: what a registration and a page cost with 1,000, 10,000 and 100,000
// students in the database, each with an ID, a session and a right; everybody
// may take as much as is asked, so that a thousand keep the generator busy.
import { reset, sql } from "../fixture.mjs";
import { figure, median } from "./figure.mjs";
import { empty, prepare, press, turns } from "./kit/press.mjs";

const RUNS = 3;

for (const students of [1_000, 10_000, 100_000]) {
	const sections = await prepare(students, { total: 200 });
	sql(`update sojourn.registration_right set max_credits = 3000
		where person_id > 1000000; vacuum analyze sojourn.registration_right;`);
	const forms = [], pages = [];
	for (let i = 0; i < RUNS; i++) {
		empty();
		pages.push(await press("page.lua", ["/register", "page"],
			{ seconds: 1, connections: 16 }));
		forms.push(await turns("spread", sections, { seconds: 2 }));
	}
	const mid = (all, key) => median(all.map((r) => r[key]));
	figure(`growth_${students}_enrol`, mid(forms, "rate"), "requests/s");
	figure(`growth_${students}_enrol_cpu`, mid(forms, "all"), "us");
	figure(`growth_${students}_enrol_p99`, mid(forms, "p99"), "ms");
	figure(`growth_${students}_page_cpu`, mid(pages, "all"), "us");
}
await reset();
