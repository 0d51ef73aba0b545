// T1: every prefix of the write-ahead log is a sound state.  A copy of the
// cluster is taken before a run, the log of the run is kept, and the copy is
// rolled forward to moments in between, which are looked at while it waits.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync,
	chownSync, appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { sql, variable } from "../fixture.mjs";
import { sojourn } from "../http/cli/sojourn.mjs";
import { living } from "../race/living.mjs";
import { Session } from "../race/sessions.mjs";
import { flushed } from "./killer.mjs";

const bin = "/usr/lib/postgresql/15/bin";
const number = (lsn) => lsn.split("/").map((x) => BigInt(`0x${x}`))
	.reduce((a, b) => (a << 32n) + b);
const text = (n) => `${(n >> 32n).toString(16)}/${(n & 0xffffffffn).toString(16)}`.toUpperCase();

export class Log {
	constructor()
	{
		this.dir = `${variable}/prefix`;
		this.socket = `${this.dir}/run`;
		const { uid, gid } = statSync(`${variable}/pg`);
		this.owner = process.getuid() === 0 ? { uid, gid } : {};
		this.seen = [];
	}

	// The copy; from now on nothing of the log is thrown away.
	async begin()
	{
		rmSync(this.dir, { recursive: true, force: true });
		mkdirSync(this.dir);
		mkdirSync(this.socket);
		for (const d of [this.dir, this.socket])
			if (this.owner.uid !== undefined)
				chownSync(d, this.owner.uid, this.owner.gid);
		sql("alter system set wal_keep_size = '4GB';");
		sql("do $$ begin perform pg_reload_conf(); end $$;");
		const s = new Session("postgres", "postgres");
		await s.run("select pg_backup_start('prefix', true)");
		this.copy("pg");
		const [label] = await s.run("select encode(convert_to(labelfile, 'UTF8'), 'hex') from pg_backup_stop(false)");
		s.end();
		this.put("backup_label", Buffer.from(label, "hex"));
		this.first = await flushed();
	}

	copy(from, to = from)
	{
		living(`${variable}/${from}`, `${this.dir}/${to}`);
		if (this.owner.uid !== undefined)
			execFileSync("chown", ["-R", `${this.owner.uid}:${this.owner.gid}`,
				`${this.dir}/${to}`]);
	}

	put(name, data)
	{
		writeFileSync(`${this.dir}/pg/${name}`, data);
		if (this.owner.uid !== undefined)
			chownSync(`${this.dir}/pg/${name}`, this.owner.uid, this.owner.gid);
	}

	// What was on the disk at which moment, as long as the run lasts.
	async watch(still)
	{
		while (still()) {
			const at = Date.now();
			const lsn = await flushed();
			if (lsn)
				this.seen.push({ at, lsn });
			await sleep(150);
		}
	}

	// The log of the run, and n moments of it from the first to the last.
	async end(chance, n)
	{
		const last = await flushed();
		this.copy("pg/pg_wal", "wal");
		sql("alter system reset wal_keep_size;");
		appendFileSync(`${this.dir}/pg/postgresql.auto.conf`, [
			"restore_command = 'cp \"" + `${this.dir}/wal/%f` + "\" \"%p\"'",
			`unix_socket_directories = '${this.socket}'`, "hot_standby = on",
			"recovery_target_action = pause", "shared_buffers = 32MB", ""].join("\n"));
		this.put("recovery.signal", "");
		const [a, b] = [number(this.first), number(last)];
		const at = Array.from({ length: n }, () => a + (BigInt(Math.floor(chance.next() * 1e9)) *
			(b - a)) / 1000000000n);
		return at.sort((x, y) => (x < y ? -1 : 1)).map(text);
	}

	// Until when what was acknowledged must be in the log up to there.
	until(lsn)
	{
		return this.seen.filter((s) => number(s.lsn) <= number(lsn))
			.reduce((t, s) => Math.max(t, s.at), 0);
	}

	// The server of the copy, stopped in front of that moment.
	async open(lsn)
	{
		const out = [];
		const child = spawn(`${bin}/postgres`, ["-D", `${this.dir}/pg`,
			"-c", `recovery_target_lsn=${lsn}`], { ...this.owner, cwd: `${this.dir}/pg`,
			env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8" } });
		child.stderr.on("data", (d) => out.push(d));
		for (let i = 0; i < 600; i++) {
			if (child.exitCode !== null)
				throw new Error(`no prefix at ${lsn}: ${Buffer.concat(out)}`);
			if (this.paused())
				return;
			await sleep(30);
		}
		throw new Error(`no prefix at ${lsn} in time: ${Buffer.concat(out)}`);
	}

	paused()
	{
		const done = spawnSync("psql", ["-X", "-q", "-At", "-h", this.socket, "-U", "postgres",
			"-c", "select pg_get_wal_replay_pause_state()", "postgres"], { encoding: "utf8" });
		return done.stdout.trim() === "paused";
	}

	// What doctor's topics find in the copy while it waits, as their role.
	topics()
	{
		const topics = sql(`select p.oid::regproc::text as f from pg_proc p
			where p.pronamespace = 'cli_api'::regnamespace
			  and p.proname like 'doctor\\_%' and p.proname <> 'doctor_demo'`,
		[], "sojourn", this.socket).map((r) => r.f);
		assert.ok(topics.length > 10, "the topics of doctor");
		return sql(topics.map((f) => `select '${f}' as topic, x.* from ${f}() x`)
			.join(" union all "), [], "sojourn", this.socket);
	}

	// The copy becomes a server of its own, and is asked by the command; "" when
	// it is content.
	doctor()
	{
		this.control("promote", "-w");
		const conf = readFileSync(process.env.SOJOURN_CONF ?? `${variable}/etc/sojourn.conf`, "utf8")
			.replace(`host=${variable}/run `, `host=${this.socket} `);
		writeFileSync(`${this.dir}/sojourn.conf`, conf);
		const done = sojourn(["doctor"], { env: { SOJOURN_CONF: `${this.dir}/sojourn.conf` } });
		return done.status === 0 ? "" : done.out + done.err;
	}

	control(...words)
	{
		spawnSync(`${bin}/pg_ctl`, ["-D", `${this.dir}/pg`, ...words],
			{ ...this.owner, cwd: `${this.dir}/pg` });
	}

	close()
	{
		this.control("-m", "fast", "-w", "stop");
	}

	remove()
	{
		rmSync(this.dir, { recursive: true, force: true });
	}
}
