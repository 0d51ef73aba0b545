// The worker mailer against a real mail server: TLS, login, refusals, crashes.
import { after, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { until } from "../../fixture.mjs";
import { certificate, cleanUp, configuration, freshDatabase, once, psql, server, start }
	from "./peer.mjs";

let tls;
before(() => {
	freshDatabase();
	tls = certificate("good");
});
beforeEach(() => psql("delete from sojourn.outbox;"));
after(cleanUp);

function put(n = 1, kind = "password-changed", to = "'s' || g || '@home.example'")
{
	psql(`select sojourn.mail('${kind}', ${to}, (array['ko', 'en', 'ja'])[1 + g % 3],
		'{}', (select id from sojourn.account where login = 'E252000015'))
		from generate_series(1, ${n}) g;`);
}
const states = () => psql(`select coalesce(string_agg(state || ':' || c, ' ' order by state), '')
	from (select state, count(*) c from sojourn.outbox group by 1) q;`);
const dueNow = () => psql("update sojourn.outbox set next_try = clock_timestamp();");

test("STARTTLS and AUTH; a mail is whole; many go over one connection", async () => {
	const peer = await server({ tls });
	put(60);
	assert.equal(await once(configuration(peer.port)), 0);
	await peer.close();
	assert.equal(states(), "sent:60");
	assert.equal(peer.got.length, 60);
	assert.equal(peer.connections, 1);
	const one = peer.got[0];
	assert.ok(one.secure);
	assert.deepEqual(one.to.length, 1);
	assert.equal(one.from, "exchange@ust.example");
	assert.match(one.subject, /^\[UST\] /);
	assert.match(one.text, /^http:\/\/127\.0\.0\.1:\d+\/account\/reset$/m);
	assert.match(one.html, /<a [^>]*href="http:[^"]*\/account\/reset"/);
	assert.ok(one.raw.every((byte) => byte < 128), "safe for any server");
	assert.match(one.raw.toString(), /^From: .*=\?/m);
	for (const m of peer.got)
		assert.deepEqual(m.raw.toString().match(/^Content-Type: text.*charset=\S+/gm),
			["Content-Type: text/plain; charset=utf-8", "Content-Type: text/html; charset=utf-8"],
			"in English too, where a dot is all that is not ASCII");
	assert.equal(new Set(peer.got.map((m) => m.id)).size, 60);
});

test("4xx is tried again under the same Message-ID, 5xx is failed with its words", async () => {
	const peer = await server({ tls, judge: (to, n) => to.startsWith("never") ?
		{ code: 550, text: "5.1.1 no such mailbox" } :
		n === 1 ? { code: 451, text: "4.7.1 greylisted" } : null });
	put(1);
	put(1, "password-changed", "'never@home.example'");
	const conf = configuration(peer.port);
	await once(conf);
	assert.equal(states(), "failed:1 queued:1");
	assert.match(psql("select last_error from sojourn.outbox where state = 'failed';"), /no such mailbox/);
	assert.match(psql("select last_error from sojourn.outbox where state = 'queued';"), /greylisted/);
	assert.equal(psql("select next_try > clock_timestamp() + interval '20 s' from sojourn.outbox where state = 'queued';"), "t");
	const id = psql("select message_id from sojourn.outbox where state = 'queued';");
	await once(conf);
	assert.equal(peer.got.length, 0, "not before its time");
	dueNow();
	await once(conf);
	await peer.close();
	assert.equal(states(), "failed:1 sent:1");
	assert.equal(peer.got[0].id, `<${id}>`);
});

test("a dead server fails no mail; it goes when the server is back", async () => {
	let peer = await server({ tls });
	const { port } = peer;
	await peer.close();
	put(3);
	assert.equal(await once(configuration(port)), 1);
	assert.equal(states(), "queued:3");
	assert.equal(psql("select max(tries) from sojourn.outbox;"), "0", "no try is counted");
	peer = await server({ tls, port });
	dueNow();
	await once(configuration(port));
	await peer.close();
	assert.equal(states(), "sent:3");
});

test("never in the clear, never to a stranger's certificate, no mail burnt by a wrong login", async () => {
	put(2);
	let peer = await server({ tls, starttls: false });
	assert.equal(await once(configuration(peer.port)), 1);
	await peer.close();
	dueNow();
	peer = await server({ tls: certificate("other") });
	assert.equal(await once(configuration(peer.port)), 1);
	await peer.close();
	dueNow();
	peer = await server({ tls });
	assert.equal(await once(configuration(peer.port, "mail_user = somebody\n")), 1);
	await peer.close();
	assert.equal(peer.got.length, 0);
	assert.equal(states(), "queued:2");
});

test("F12: killed in the middle, one mail at most goes twice, under one Message-ID", async () => {
	const peer = await server({ tls, hold: 40 });
	put(20);
	const conf = configuration(peer.port);
	const first = start(conf);
	await until(() => peer.got.length >= 8, 30);
	first.kill("SIGKILL");
	await new Promise((resolve) => first.on("exit", resolve));
	const second = start(conf);
	await until(() => states() === "sent:20", 30);
	second.kill("SIGTERM");
	assert.equal(await new Promise((resolve) => second.on("exit", (s) => resolve(s))), 0);
	await peer.close();
	assert.equal(states(), "sent:20");
	const ids = peer.got.map((m) => m.id);
	assert.equal(new Set(ids).size, 20, "each went");
	assert.ok(ids.length <= 21, `${ids.length} for 20`);
});

test("SIGTERM: the mail in hand is finished, the rest goes back untried", async () => {
	const peer = await server({ tls, hold: 100 });
	put(10);
	const worker = start(configuration(peer.port));
	await until(() => peer.got.length >= 2, 30);
	worker.kill("SIGTERM");
	assert.equal(await new Promise((resolve) => worker.on("exit", (s) => resolve(s))), 0);
	await peer.close();
	const sent = peer.got.length;
	assert.equal(states(), `queued:${10 - sent} sent:${sent}`);
	assert.equal(psql("select max(tries) from sojourn.outbox where state = 'queued';"), "0");
});

test("S17: one address, no trick in it", async () => {
	const peer = await server({ tls });
	for (const bad of ["a,b@home.example", "a@b@home.example", "\"x\"@home.example", "-oQ@home.example"])
		put(1, "password-changed", `'${bad}'`);
	assert.throws(() => put(1, "password-changed", "E'a@home.example\\r\\nBcc: x@evil.example'"));
	await once(configuration(peer.port));
	await peer.close();
	assert.equal(states(), "failed:4");
	assert.equal(peer.tries, 0);
});

test("a value cannot add a header or a line of its own", async () => {
	const peer = await server({ tls });
	psql(`select sojourn.mail('withdrawal-decided', 'a@home.example', 'en', jsonb_build_object(
		'decision', 'refuse', 'section', E'X\\r\\nBcc: x@evil.example', 'reason', E'<b>a</b>\\nb'));`);
	await once(configuration(peer.port));
	await peer.close();
	const [m] = peer.got;
	assert.doesNotMatch(m.raw.toString(), /^Bcc:/mi);
	assert.match(m.html, /&lt;b&gt;a&lt;\/b&gt; b/);
});
