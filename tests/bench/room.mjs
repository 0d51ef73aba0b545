// room: 20,000 students open registration within some seconds; the waiting room
// opens by itself and lets them in.  Some leave once they wait, some ask ten
// times a second.  Told: how fast they go in, what was an error, how often the
// order of arrival was violated.
import { readFileSync } from "node:fs";
import { base, clock, reset, sql, until, value } from "../fixture.mjs";
import { kill } from "../services.mjs";
import { build, crowd, load, work } from "./load/crowd.mjs";
import { figure } from "./figure.mjs";

const CLIENTS = Number(process.env.CLIENTS ?? 20_000);
const SECONDS = Number(process.env.SECONDS ?? 150);
const RATE = Number(process.env.RATE ?? 200);
const SPREAD = Number(process.env.SPREAD ?? 5);
const PROCESSES = Math.ceil(CLIENTS / 5000);
const SECTIONS = 25;
const EACH = Math.ceil(CLIENTS / PROCESSES);

await reset();
clock("register", { jobs: false });
build();
crowd(CLIENTS, SECTIONS);
sql(`update sojourn.room set mode = 'auto', rate = ${RATE}`);
// Whoever had the page open goes in at once: nobody had.
if (!process.env.KEEP)
	kill("register");
await until(async () => (await fetch(`${base}/register/room.json`)).ok);

const begin = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]) + 10;
const all = [];
const reports = await Promise.all(Array.from({ length: PROCESSES }, (_, i) =>
	load(["-m", "room", "-c", EACH, "-f", i * EACH, "-t", SECONDS, "-s", SPREAD,
		"-n", SECTIONS, "-l", 5, "-i", 1, "-b", begin, "-o", `${work}/clients-${i}`])));
for (let i = 0; i < PROCESSES; i++)
	for (const line of readFileSync(`${work}/clients-${i}`, "utf8").trim().split("\n")) {
		const [n, sent, place, placed, entered, answered, polls, left, rash] =
			line.split(" ").map(Number);
		all.push({ n, sent, place, placed, entered, answered, polls, left, rash });
	}

// Pairs that came in one order and got places in the other, of all pairs.
function inversions(list)
{
	if (list.length < 2)
		return [list, 0];
	const [a, x] = inversions(list.slice(0, list.length >> 1));
	const [b, y] = inversions(list.slice(list.length >> 1));
	const out = [];
	let n = x + y;
	for (let i = 0, j = 0; i < a.length || j < b.length;)
		if (j === b.length || (i < a.length && a[i] <= b[j]))
			out.push(a[i++]);
		else {
			out.push(b[j++]);
			n += a.length - i;
		}
	return [out, n];
}

// Who was let in behind somebody that came a second later or more.
function overtaken(list, key)
{
	let n = 0, at = list.length - 1, least = Infinity;
	for (let i = list.length - 1; i >= 0; i--) {
		while (at > i && list[at].sent >= list[i].sent + 1)
			least = Math.min(least, list[at--][key]);
		n += list[i][key] > least ? 1 : 0;
	}
	return n;
}

const sum = (key) => reports.reduce((n, r) => n + r[key], 0);
const stayed = all.filter((c) => !c.left || c.place <= 0);
const waited = all.filter((c) => c.place > 0).sort((a, b) => a.sent - b.sent);
const went = stayed.filter((c) => c.entered > 0);
const last = Math.max(...went.map((c) => c.entered));
const first = Math.min(...went.map((c) => c.entered));
const [, wrong] = inversions(waited.map((c) => c.place));
const pairs = waited.length * (waited.length - 1) / 2 || 1;
const patient = waited.filter((c) => c.entered > 0);
figure("room_students", all.length, "students");
figure("room_waited", waited.length, "students", waited.length / all.length);
figure("room_goodput", went.length / (last - first), "students/s",
	went.length / (last - first) / RATE);
figure("room_not_in", stayed.length - went.length, "students");
figure("room_5xx", sum("server"), "answers");
figure("room_broken", sum("broken"), "connections");
figure("room_order_pairs", wrong / pairs * 1000, "of_1000_pairs");
figure("room_order_overtaken", overtaken(waited, "place") / waited.length * 1000,
	"of_1000_students");
figure("room_entry_overtaken", overtaken(patient.filter((c) => !c.rash), "entered") /
	(patient.length || 1) * 1000, "of_1000_students");
figure("room_twice", waited.length - new Set(waited.map((c) => c.place)).size, "places");
const gain = (list) => list.reduce((n, c) => n + c.entered - c.placed, 0) / (list.length || 1);
figure("room_wait_patient", gain(patient.filter((c) => !c.rash)), "s");
figure("room_wait_impatient", gain(patient.filter((c) => c.rash)), "s");
figure("room_polls", waited.reduce((n, c) => n + c.polls, 0) / (waited.length || 1), "a_student");
figure("room_p99", Math.max(...reports.map((r) => r.p99)), "ms");
if (process.env.VERBOSE)
	console.log(reports, (await (await fetch(`${base}/register/room.json`)).json()),
		value("select count(*) from sojourn.enrolment"));
await reset();
