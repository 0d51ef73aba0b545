// enrol_flow: students a second who send the form and read the page after it,
// 64 connections; ratio to the forms alone, on the same sections.
import { reset, value } from "../fixture.mjs";
import { figure, latencies, median } from "./figure.mjs";
import { empty, prepare, turns } from "./kit/press.mjs";

const STUDENTS = 30_000, TOTAL = 200, RUNS = 3;

const sections = await prepare(STUDENTS, { total: TOTAL });
async function run(kind)
{
	empty();
	const r = await turns(kind, sections);
	const rows = Number(value("select count(*) from sojourn.enrolment"));
	if (r.bad > 0)
		throw new Error(`flow: ${r.bad} bad answers`);
	return { ...r, students: r.rate * Math.min(rows, r.requests) / r.requests };
}
const flow = [], forms = [];
for (let i = 0; i < RUNS; i++) {
	flow.push(await run("flow"));
	forms.push(await run("spread"));
}
const mid = (all) => median(all.map((r) => r.students));
figure("enrol_flow", mid(flow), "students/s", mid(flow) / mid(forms));
latencies("enrol_flow", flow);
await reset();
