// A mail server to test against and a mailer of one's own, on a copy of the
// demo's database, so that the instance's mailer does not take the mail first.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import PostalMime from "postal-mime";
import { variable } from "../../fixture.mjs";

const { SMTPServer } = createRequire(import.meta.url)("smtp-server");
export const database = "sojourn_mailtest";
export const folder = mkdtempSync(`${tmpdir()}/sojourn-mail-`);

export function psql(text, name = database)
{
	const done = spawnSync("psql", ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1",
		"-h", `${variable}/run`, "-U", "postgres", "-d", name],
	{ input: text, encoding: "utf8" });
	if (done.status !== 0)
		throw new Error(done.stderr + text);
	return done.stdout.trim();
}

export function freshDatabase()
{
	psql(`set client_min_messages = warning;
		drop database if exists ${database} with (force);
		create database ${database} template sojourn_template;
		update pg_database t set datacl = s.datacl from pg_database s
		 where t.datname = '${database}' and s.datname = 'sojourn_template';`,
	"postgres");
}

const peers = new Set();

export async function cleanUp()
{
	for (const peer of peers)
		await peer.close();
	psql(`drop database if exists ${database} with (force);`, "postgres");
	rmSync(folder, { recursive: true, force: true });
}

// A certificate of its own authority; name is the file's first part.
export function certificate(name)
{
	execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt",
		"ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
		"-keyout", `${folder}/${name}.key`, "-out", `${folder}/${name}.crt`,
		"-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
	{ stdio: "ignore" });
	return { key: readFileSync(`${folder}/${name}.key`),
		cert: readFileSync(`${folder}/${name}.crt`) };
}

// Starts a server; `judge(address, count)` may return an error to answer with.
export async function server({ judge = () => null, port = 0, starttls = true,
	tls, hold = 0 } = {})
{
	const got = [];
	const peer = { got, connections: 0, tries: 0 };
	const smtp = new SMTPServer({ ...tls, logger: false,
		authOptional: false, allowInsecureAuth: true,
		disabledCommands: starttls ? [] : ["STARTTLS"],
		onConnect(session, done) { peer.connections++; done(); },
		onAuth(auth, session, done) {
			done(auth.username === "sojourn" && auth.password === "right word" ?
				null : new Error("no"), { user: auth.username });
		},
		onData(stream, session, done) {
			const parts = [];
			stream.on("data", (part) => parts.push(part));
			stream.on("end", async () => {
				const to = session.envelope.rcptTo.map((r) => r.address);
				const error = judge(to[0], ++peer.tries);
				if (error)
					return done(Object.assign(new Error(error.text),
						{ responseCode: error.code }));
				const raw = Buffer.concat(parts);
				const m = await PostalMime.parse(raw);
				got.push({ raw, to, text: m.text, html: m.html,
					subject: m.subject, id: m.messageId, secure: session.secure,
					from: m.from.address,
					kind: m.headers.find((h) => h.key === "x-sojourn-kind").value });
				setTimeout(done, hold);
			});
		} });
	smtp.on("error", () => {});
	await new Promise((resolve) => smtp.listen(port, "localhost", resolve));
	peer.port = smtp.server.address().port;
	peer.close = () => new Promise((resolve) => {
		peers.delete(peer);
		smtp.close(resolve);
	});
	peers.add(peer);
	return peer;
}

// Writes a configuration; returns its file.
export function configuration(port, more = "")
{
	const own = readFileSync(`${variable}/etc/sojourn.conf`, "utf8")
		.replace("dbname=sojourn ", `dbname=${database} `)
		.replace(/^mail(_\w+)? = .*\n/gm, "");
	mkdirSync(`${folder}/secrets`, { recursive: true });
	writeFileSync(`${folder}/secrets/smtp`, "right word\n", { mode: 0o600 });
	const file = `${folder}/conf-${port}-${Math.random()}`;
	writeFileSync(file, `${own.replace(/^secrets = .*$/m, `secrets = ${folder}/secrets`)}
mail = smtp://localhost:${port}
mail_from = UST 학사팀 <exchange@ust.example>
mail_user = sojourn
mail_ca = ${folder}/good.crt
mail_threads = 1
${more}`);
	return file;
}

const program = `${variable}/app/workers/mailer`;

// Sends what is due and ends.  Returns the exit status.
export function once(conf)
{
	return new Promise((resolve) => {
		spawn(program, ["-1"], { env: { PATH: process.env.PATH, SOJOURN_CONF: conf,
			ASAN_OPTIONS: "detect_leaks=0", G_SLICE: "always-malloc" },
		stdio: ["ignore", "ignore", "pipe"] })
			.on("exit", (status) => resolve(status));
	});
}

// Runs until it is killed.
export function start(conf)
{
	return spawn(program, [], { env: { PATH: process.env.PATH, SOJOURN_CONF: conf,
		ASAN_OPTIONS: "detect_leaks=0" }, stdio: "ignore" });
}
