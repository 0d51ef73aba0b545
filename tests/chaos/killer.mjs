// Takes the life of parts of the system while it is asked: always kill -9, and
// always parts that its supervisor brings back.
import { execFile, execFileSync } from "node:child_process";
import { variable } from "../fixture.mjs";
import { kill, killChild, pid } from "../services.mjs";

function psql(text)
{
	return new Promise((done) => {
		execFile("psql", ["-X", "-q", "-At", "-h", `${variable}/run`, "-U", "postgres",
			"-d", "sojourn", "-c", text], { timeout: 5000 }, (err, out) =>
			done(err ? null : out.trim()));
	});
}

const service = (name) => () => {
	if (!pid(name))
		return false;
	kill(name);
	return true;
};

// What can be killed; each says whether there was something to kill.
export const ways = {
	register: service("register"),
	staff: service("staff"),
	postmaster: service("postgresql"),
	backend: () => killChild("postgresql", /sojourn_register/),
	worker: () => killChild("nginx", /worker process/),
	session: async () => Number(await psql(`select count(pg_terminate_backend(pid))
		from pg_stat_activity where usename = 'sojourn_register'`)) > 0,
};

// Where the log of the database has been flushed to; null while there is none.
export const flushed = () => psql("select pg_current_wal_flush_lsn()");

// Kills by the plan until the end; returns how many of each kind found somebody.
export async function killing(kills, started, still)
{
	const done = {};
	for (const { at, what } of kills) {
		while (still() && Date.now() < started + at)
			await new Promise((r) => { setTimeout(r, 10); });
		if (!still())
			break;
		let hit = false;
		try {
			hit = await ways[what]();
		} catch {
			hit = false;	// it died by itself in the same moment
		}
		if (hit)
			done[what] = (done[what] ?? 0) + 1;
	}
	return done;
}

// Until every service has a process and the database answers.
export async function recovered(seconds = 40)
{
	for (const ends = Date.now() + seconds * 1000; Date.now() < ends;) {
		const up = ["postgresql", "nginx", "register", "staff"].every((s) => pid(s));
		if (up && await psql("select 1") === "1")
			return;
		await new Promise((r) => { setTimeout(r, 100); });
	}
	throw new Error(`not back: ${execFileSync("s6-svstat", [`${variable}/service/postgresql`])}`);
}
