// Throw-away programs and servers of one's own, beside the instance's: what a
// test breaks here, nobody else notices.  rig.end() takes all of it away.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, closeSync, copyFileSync, existsSync,
	mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync,
	statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fastcgi } from "../fastcgi.mjs";
import { settled, until, variable } from "../fixture.mjs";
import { living } from "./living.mjs";
import { Session } from "./sessions.mjs";

const bin = "/usr/lib/postgresql/15/bin";
// Programs run as the instance's program does, servers as its server does.
const user = (path) => {
	const { uid, gid } = statSync(path);
	return process.getuid() === 0 ? { uid, gid } : {};
};
export const folder = mkdtempSync(`${dirname(variable)}/sojourn-rig-`);
chmodSync(folder, 0o711);
const running = new Set();
let count = 0;

function make(name, who, mode = 0o700)
{
	const dir = `${folder}/${name}`;
	mkdirSync(dir, { recursive: true });
	chmodSync(dir, mode);
	if (who.uid !== undefined)
		chownSync(dir, who.uid, who.gid);
	return dir;
}

// Starts a process that ends with the test; its words go to a file.
function start(name, command, args, options)
{
	const log = openSync(`${folder}/${name}.log`, "a");
	const child = spawn(command, args, { cwd: "/", ...options,
		stdio: ["ignore", log, log] });
	closeSync(log);
	child.name = name;
	running.add(child);
	child.gone = new Promise((resolve) => child.on("exit", (code, signal) => {
		running.delete(child);
		resolve({ code, signal });
	}));
	return child;
}

export const log = (name) => existsSync(`${folder}/${name}.log`) ?
	readFileSync(`${folder}/${name}.log`, "utf8") : "";

// A program `register` of one's own, with a connection string and settings of
// its own, spoken to without nginx.
export class Register {
	constructor({ name = `register${++count}`, database, settings = {},
		env = {}, timeout = 5 } = {})
	{
		const who = user(`${variable}/secrets/register.pgpass`);
		const dir = make(name, who);
		const secrets = make(`${name}/secrets`, who);
		for (const file of ["csrf.key", "ticket.key", "register.pgpass"]) {
			if (!existsSync(`${variable}/secrets/${file}`))
				continue;
			writeFileSync(`${secrets}/${file}`,
				readFileSync(`${variable}/secrets/${file}`), { mode: 0o400 });
			if (who.uid !== undefined)
				chownSync(`${secrets}/${file}`, who.uid, who.gid);
		}
		const set = { threads: 16, secrets, spool: dir, ...settings };
		delete set.database;
		const own = readFileSync(`${variable}/etc/sojourn.conf`, "utf8")
			.split("\n").filter((l) => !(l.split(" = ")[0] in set) &&
				!l.startsWith("threads."))
			.map((l) => l.startsWith("database = ") ? `database = ${database ??
				l.slice(11).replace(/passfile=\S+/, `passfile=${secrets}/%p.pgpass`)
					.replace(/connect_timeout=\d+/, `connect_timeout=${timeout}`)}` : l);
		this.conf = `${dir}/sojourn.conf`;
		writeFileSync(this.conf, `${own.join("\n")}
${Object.entries(set).map(([k, v]) => `${k} = ${v}`).join("\n")}\n`);
		chmodSync(this.conf, 0o644);
		Object.assign(this, { name, dir, who, env, socket: `${dir}/fcgi` });
	}

	async start()
	{
		rmSync(this.socket, { force: true });
		this.child = start(this.name, "s6-ipcserver-socketbinder",
			["-B", "-b", "100", this.socket, `${variable}/app/cgi-bin/register`],
			{ ...this.who, env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8",
				SOJOURN_CONF: this.conf, ...this.env } });
		await until(() => existsSync(this.socket), 10);
		return this;
	}

	get alive()
	{
		return running.has(this.child);
	}

	// What is logged since the last call.
	said()
	{
		const all = log(this.name), since = all.slice(this.read ?? 0);
		this.read = all.length;
		return since;
	}

	get(browser, path)
	{
		return this.ask(browser, path, { REQUEST_METHOD: "GET" });
	}

	post(browser, path, fields)
	{
		return this.ask(browser, path, { REQUEST_METHOD: "POST",
			CONTENT_TYPE: "application/x-www-form-urlencoded" },
		new URLSearchParams({ csrf: browser.csrf, ...fields }).toString());
	}

	// Asks as that browser does; { status, text, ms }, status undefined where the
	// program ended without an answer.
	async ask(browser, path, params, body)
	{
		const at = Date.now();
		let status, location, text;
		try {
			const a = await fastcgi(this.socket, { ...params,
				DOCUMENT_URI: path, REQUEST_URI: path, SCRIPT_NAME: path,
				HTTP_COOKIE: browser.cookie, HTTP_ORIGIN: "http://localhost",
				HTTP_ACCEPT_LANGUAGE: "en" }, body);
			if (a.headers.has("content-type") || a.headers.has("location")) {
				status = a.status;
				location = a.headers.get("location");
				text = a.body;
			}
		} catch {
			// No answer.
		}
		return { status, location, text, ms: Date.now() - at };
	}

	stop(signal = "SIGTERM")
	{
		if (!this.alive)
			return undefined;
		this.child.kill(signal);
		return this.child.gone;
	}
}

// How many registrations a program has taken in and not answered yet.
export async function queued(socket)
{
	const { body } = await fastcgi(socket, { REQUEST_URI: "/-/figures" });
	return Number(/^sojourn_queue_requests\S* (\d+)$/m.exec(body)[1]);
}

// A server of one's own: a copy of the instance's, taken while that runs.
export class Server {
	constructor(name, { settings = {}, env = {} } = {})
	{
		this.who = user(`${variable}/pg`);
		Object.assign(this, { name, env, data: `${folder}/${name}`,
			run: make(`${name}-run`, this.who, 0o755) });
		this.settings = { listen_addresses: "''", shared_buffers: "'32MB'",
			unix_socket_directories: `'${this.run}'`,
			unix_socket_permissions: "0777", ...settings };
	}

	// Makes these servers copies of the instance's at this moment.
	static async copy(...servers)
	{
		const from = `${variable}/pg`;
		const session = new Session();
		await session.run("checkpoint");
		await session.run("select pg_backup_start('rig', true)");
		for (const s of servers)
			living(from, s.data);
		const label = `${(await session.run(
			"select labelfile from pg_backup_stop(false)")).join("\n")}\n`;
		await session.run("select pg_switch_wal()");
		session.end();
		const first = /\(file (\w+)\)/.exec(label)[1];
		const wal = readdirSync(`${from}/pg_wal`).filter((f) => /^[0-9A-F]{24}$/.test(f) && f >= first);
		for (const s of servers) {
			writeFileSync(`${s.data}/backup_label`, label);
			// The last one is being written: read once, or a server that is to
			// follow another would know more than it.
			for (const f of wal)
				copyFileSync(`${s === servers[0] ? from : servers[0].data}/pg_wal/${f}`,
					`${s.data}/pg_wal/${f}`);
			writeFileSync(`${s.data}/pg_hba.conf`,
				"local all all trust\nlocal replication all trust\n");
			if (s.who.uid !== undefined)
				execFileSync("chown", ["-R", `${s.who.uid}:${s.who.gid}`, s.data]);
			chmodSync(s.data, 0o700);
		}
	}

	// Starts as a standby next time; one that is behind takes up from another.
	standby()
	{
		writeFileSync(`${this.data}/standby.signal`, "");
	}

	follow(other)
	{
		this.standby();
		this.settings.primary_conninfo =
			`'host=${other.run} user=postgres application_name=${this.name}'`;
	}

	async start(more = {})
	{
		const args = Object.entries({ ...this.settings, ...more })
			.flatMap(([k, v]) => ["-c", `${k}=${String(v).replace(/^'|'$/g, "")}`]);
		this.child = start(this.name, `${bin}/postgres`, ["-D", this.data, ...args],
			{ ...this.who, env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", ...this.env } });
		await until(() => this.answers(), 30);
		return this;
	}

	get alive()
	{
		return running.has(this.child);
	}

	answers()
	{
		try {
			return this.sql("select 1") === "1";
		} catch {
			return false;
		}
	}

	// Values of all rows as text; waits for no standby unless it is told to.
	sql(text, options = "-c synchronous_commit=local")
	{
		return execFileSync("psql", ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1",
			"-h", this.run, "-U", "postgres", "-d",
			`dbname=sojourn options='${options}'`],
		{ input: settled(text), encoding: "utf8",
			stdio: ["pipe", "pipe", "pipe"] }).trim();
	}

	// A statement whose end nobody waits for.
	wait(text)
	{
		return start(`${this.name}-psql`, "psql", ["-X", "-h", this.run,
			"-U", "postgres", "-c", text, "sojourn"], {});
	}

	ctl(...args)
	{
		return execFileSync(`${bin}/pg_ctl`, ["-D", this.data, "-s", ...args],
			{ ...this.who, cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
	}

	stop(signal = "SIGQUIT")
	{
		if (!running.has(this.child))
			return undefined;
		this.child.kill(signal);
		return this.child.gone;
	}
}

export async function end()
{
	for (const child of [...running]) {
		child.kill(child.spawnfile.endsWith("postgres") ? "SIGQUIT" : "SIGKILL");
		child.kill("SIGCONT");
		await child.gone;
	}
	rmSync(folder, { recursive: true, force: true });
}
