// certificate_pdf: documents a second of CPU (that is, per core), from the wish
// to the signed file: printed, read back, signed, logged, through nginx; each of
// another student with four courses.  Latency with two who ask at a time.
// verify: codes checked a second of CPU.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { clock, reset, sql, variable } from "../fixture.mjs";
import { fastcgi } from "../fastcgi.mjs";
import { logins, student } from "../http/register/student.mjs";
import { figure, median } from "./figure.mjs";
import { memory, processes } from "./kit/cpu.mjs";

const N = 60, RUNS = 3, CODES = 2000;
const tick = 100;		// of /proc/PID/stat, a second

// Seconds of CPU of the parts, with the children of press that have ended: two
// for each document, which are what reading it back costs.
function cpu(...programs)
{
	let sum = 0;
	for (const id of Object.values(processes(...programs)).flat()) {
		try {
			const stat = readFileSync(`/proc/${id}/stat`, "latin1");
			sum += stat.slice(stat.lastIndexOf(")") + 2).split(" ")
				.slice(11, 15).reduce((a, b) => a + Number(b), 0) / tick;
		} catch {
			continue;	// it has ended
		}
	}
	return sum;
}
const makers = ["press", "signer", "register"];

async function issue()
{
	await reset();
	clock("register", { jobs: false });
	const ids = logins(N);
	sql(`insert into sojourn.enrolment (person_id, section_id, term_id, credits,
		    enrolled_at)
		select a.person_id, s.id, s.term_id, s.credits, now()
		  from sojourn.account a, (select s.* from sojourn.section s
			join sojourn.term t on t.id = s.term_id and t.code = '2025-2'
			order by s.id limit 4) s
		 where a.login = any ($1)`, [ids]);
	const who = ids.map((id) => student(id));
	const took = [], sizes = [];
	const before = cpu(...makers), from = performance.now();
	await Promise.all([0, 1].map(async (k) => {
		for (let i = k; i < N; i += 2) {
			const asked = performance.now();
			const p = await who[i].get("/register/confirmation.pdf");
			if (p.status !== 200)
				throw new Error(`document ${i}: ${p.status}`);
			took.push(performance.now() - asked);
			sizes.push(p.bytes.length);
		}
	}));
	const wall = (performance.now() - from) / 1000;
	took.sort((a, b) => a - b);
	return { core: N / (cpu(...makers) - before), rate: N / wall,
		p50: took[N >> 1], p99: took[Math.ceil(N * 0.99) - 1],
		size: median(sizes) };
}

// Straight to the program: nginx lets a network ask twenty times a second.
async function verify()
{
	const path = `${variable}/run/verify.sock`;
	const before = cpu("verify"), from = performance.now();
	for (let i = 0; i < CODES; i += 20)
		await Promise.all(Array.from({ length: 20 }, () => fastcgi(path,
			{ REQUEST_URI: "/verify/0123-4567-89AB-CDEF",
				REMOTE_ADDR: `10.0.${i % 250}.1` })));
	return { core: CODES / (cpu("verify") - before),
		rate: CODES / ((performance.now() - from) / 1000) };
}

const runs = [], checks = [];
for (let i = 0; i < RUNS; i++) {
	runs.push(await issue());
	checks.push(await verify());
}
const mid = (all, k) => median(all.map((r) => r[k]));
figure("certificate_pdf", mid(runs, "core"), "documents/s per core");
figure("certificate_pdf_rate", mid(runs, "rate"), "documents/s");
figure("certificate_pdf_p50", mid(runs, "p50"), "ms");
figure("certificate_pdf_p99", mid(runs, "p99"), "ms");
figure("certificate_pdf_size", mid(runs, "size") / 1024, "kB");
figure("verify", mid(checks, "core"), "codes/s per core");
figure("verify_rate", mid(checks, "rate"), "codes/s");
for (const name of makers.slice(0, 2).concat("verify"))
	figure(`certificate_pdf_memory_${name}`, processes(name)[name].map(memory)
		.reduce((a, b) => a + b, 0), "MB");
