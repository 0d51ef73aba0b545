// room_idle: CPU of a registration with the waiting room there and closed; ratio
// to the same program without it (room = no), in pairs.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { clock, reset, sql, until, variable } from "../fixture.mjs";
import { kill } from "../services.mjs";
import { processes, per, spent } from "./kit/cpu.mjs";
import { build, crowd, load } from "./load/crowd.mjs";
import { figure, median } from "./figure.mjs";

const PAIRS = Number(process.env.PAIRS ?? 9);
const file = `${variable}/etc/sojourn.conf`;
const kept = readFileSync(file, "utf8");

// One run; microseconds of nginx, register and PostgreSQL for each answer.
async function run(room)
{
	writeFileSync(file, kept);
	appendFileSync(file, `room = ${room}\n`);
	const old = kill("register");
	await until(() => processes("register").register.some((pid) => pid !== old));
	sql("truncate sojourn.enrolment, sojourn.request, sojourn.refusal");
	sql("update sojourn.section_seat set taken = 0 where taken <> 0");
	sql("vacuum analyze sojourn.section_seat");
	await load(["-m", "acts", "-c", 64, "-t", 1]);
	const before = spent("register");
	const { good } = await load(["-m", "acts", "-c", 64, "-t", 3]);
	const cost = per(before, spent("register"), good);
	return cost.nginx + cost.register + cost.postgres;
}

await reset();
clock("register", { jobs: false });
build();
crowd(64);
try {
	const pairs = [];
	for (let i = 0; i < PAIRS; i++) {
		const without = i % 2 ? undefined : await run("no");
		const there = await run("yes");
		pairs.push([there, without ?? await run("no")]);
	}
	figure("room_idle", median(pairs.map(([a]) => a)), "us_a_registration",
		median(pairs.map(([a, b]) => a / b)));
} finally {
	writeFileSync(file, kept);
	kill("register");
	await reset();
}
