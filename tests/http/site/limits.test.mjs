// The limits of conf/nginx on a server of their own, with a file in place of
// the program: who counts as one, who waits, who is refused, and whose word
// about an address is taken (S21).
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import http from "node:http";
import net from "node:net";
import { after, before, test } from "node:test";
import { until, variable } from "../../fixture.mjs";
import { ports } from "../../ports.mjs";

const conf = `${variable}/etc/nginx`;
const many = new http.Agent({ keepAlive: true, maxSockets: 1000 });
let dir, server, port;

before(async () => {
	port = await ports(2);
	dir = mkdtempSync(`${tmpdir()}/limits-`);
	chmodSync(dir, 0o755);
	writeFileSync(`${dir}/register`, "a page\n");
	const register = readFileSync(`${conf}/register.conf`, "utf8")
		.split("\n").filter((l) => /^limit_req /.test(l)).join("\n");
	const place = (more) => `limit_req_status 429; root ${dir}; ${more}
		location = /who { return 200 "$network $client_key $remote_addr"; }
		location = /register { ${register} }`;
	writeFileSync(`${dir}/nginx.conf`, `daemon off; worker_processes 2; pid ${dir}/pid;
		worker_rlimit_nofile 4000; error_log stderr crit;
		events { worker_connections 2000; }
		http { access_log off; client_body_temp_path ${dir}/b; proxy_temp_path ${dir}/p;
		fastcgi_temp_path ${dir}/f; uwsgi_temp_path ${dir}/u; scgi_temp_path ${dir}/s;
		include ${conf}/language.conf; include ${conf}/limits.conf; include ${conf}/rush.conf;
		server { listen 127.0.0.1:${port} backlog=2048; ${place("")} }
		server { listen 127.0.0.1:${port + 1};
		${place("set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For; real_ip_recursive on;")} } }`);
	server = spawn("nginx", ["-p", dir, "-c", `${dir}/nginx.conf`, "-e", "stderr"],
		{ stdio: ["ignore", "ignore", "inherit"] });
	await until(async () => (await ask({ path: "/who" }).catch(() => null)) !== null);
});

after(() => {
	server.kill("SIGTERM");
	rmSync(dir, { recursive: true, force: true });
});

function ask({ path = "/register", session, from, proxied, at = port, agent = many })
{
	return new Promise((done, failed) => {
		const headers = { ...session && { cookie: `lang=ko; session=${session}` },
			...proxied && { "x-forwarded-for": proxied } };
		http.get({ host: "127.0.0.1", port: at, path, headers, agent,
			localAddress: from }, (answer) => {
			let text = "";
			answer.on("data", (some) => { text += some; });
			answer.on("end", () => done({ status: answer.statusCode, text }));
		}).on("error", failed);
	});
}

const times = (n, make) => Promise.all(Array.from({ length: n }, (_, i) => ask(make(i))));
const refused = (all) => all.filter((a) => a.status === 429).length;
const who = async (proxied, at) =>
	(await ask({ path: "/who", proxied, at })).text.split(" ")[0];

test("S21: a network is 24 bits of an old address and 56 of a new one", async () => {
	const same = [["192.0.2.7", "192.0.2.250"],
		["2001:db8:1:ab00::1", "2001:db8:1:abff:9:8:7:6"],
		["2001:db8:1:a00::1", "2001:db8:1:aff::2"],
		["2001:db8:1:1::1", "2001:db8:1:ff::2"],
		["2001:db8::1", "2001:db8::9:8:7:6"],
		["2001:db8:1::1", "2001:db8:1::77"]];
	const other = [["192.0.2.7", "192.0.3.7"],
		["2001:db8:1:ab00::1", "2001:db8:1:ac00::1"],
		["2001:db8:1:a00::1", "2001:db8:1:ab00::1"],
		["2001:db8:1:a00::1", "2001:db8:1:b00::1"],
		["2001:db8:1:ff::1", "2001:db8:2:ff::1"]];
	for (const [a, b] of same)
		assert.equal(await who(a, port + 1), await who(b, port + 1), `${a} ${b}`);
	for (const [a, b] of other)
		assert.notEqual(await who(a, port + 1), await who(b, port + 1), `${a} ${b}`);
});

test("S21: only a configured proxy names a client's address", async () => {
	assert.equal(await who("192.0.2.7", port + 1), "192.0.2");
	assert.equal(await who("192.0.2.7"), "127.0.0", "without one the header is nothing");
	assert.equal(readFileSync(`${conf}/proxies`, "utf8"), "", "and none is configured");
});

test("S21: one session cannot fill the queue, others do not notice", async () => {
	const began = Date.now();
	const flood = times(600, () => ({ session: "a".repeat(43) }));
	const others = times(100, (i) => ({ session: String(i).padStart(43, "b") }));
	assert.equal(refused(await others), 0);
	const n = refused(await flood);
	// The queue, and fifty more for each second that they took.
	const most = 252 + Math.ceil((Date.now() - began) / 20);
	assert.ok(n > 0 && 600 - n >= 250 && 600 - n <= most, `${600 - n} of ${most} let in`);
});

test("S21: a campus behind one address is not locked out, though the rush is on", async () => {
	// More connections than the program serves at once: the queue begins.
	const idle = Array.from({ length: 450 }, () => net.connect(port, "127.0.0.1"));
	await until(async () => idle.every((s) => !s.connecting));
	const campus = await times(1500, (i) => ({ session: String(i).padStart(43, "c") }));
	assert.equal(refused(campus), 0);
	idle.forEach((s) => s.destroy());
});

test("S21: without a session the network counts, before the queue of all", async () => {
	const flood = times(800, () => ({}));
	assert.equal(refused(await times(50, (i) => ({ session: String(i).padStart(43, "d") }))), 0);
	assert.equal(refused(await flood), 0, "that few are not too many for a network");
});
