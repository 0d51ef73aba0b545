// A client of the rush: some tens of kept connections through nginx, forms with
// a session's token, and what the pages say became of it.
import { Agent, request as http } from "node:http";
import { base } from "../fixture.mjs";

const site = new URL(base);
const agent = new Agent({ keepAlive: true, maxSockets: 40, scheduling: "fifo" });

// What a page says became of something: [[section, outcome, act], …] in its order.
export function outcomes(html)
{
	const found = [];
	for (const [tag] of html.matchAll(/<[^>]*\bdata-outcome="[^>]*>/g))
		found.push([/\bdata-section="([^"]*)"/.exec(tag)?.[1] ?? "",
			/\bdata-outcome="([^"]*)"/.exec(tag)[1],
			/\bdata-act="([^"]*)"/.exec(tag)?.[1] ?? ""]);
	return found;
}

// One request: { status, location, text, sent, ended }; status 0 when there was
// no whole answer.  `sent` is when it had a connection, never later.
function send(method, path, cookie, body)
{
	return new Promise((done) => {
		let sent = Date.now();
		const end = (status, more = {}) => done({ status, text: "", sent,
			ended: Date.now(), ...more });
		const req = http({ agent, method, path, host: site.hostname, port: site.port,
			headers: { cookie, "accept-language": "en", ...body === undefined ? {} : {
				"content-type": "application/x-www-form-urlencoded",
				"content-length": Buffer.byteLength(body), origin: site.origin } },
			timeout: 30_000 });
		req.on("socket", () => { sent = Date.now(); });
		req.on("timeout", () => req.destroy());
		req.on("error", () => end(0));
		req.on("response", (res) => {
			const parts = [];
			res.on("data", (d) => parts.push(d));
			res.on("error", () => end(0));
			res.on("aborted", () => end(0));
			res.on("end", () => res.complete && end(res.statusCode, {
				location: res.headers.location,
				text: Buffer.concat(parts).toString("utf8") }));
		});
		req.end(body);
	});
}

// Somebody with a session.
export class Person {
	constructor(token)
	{
		this.cookie = `session=${token}; lang=en`;
	}

	// The token of the forms, from any page that has one.
	async open(path)
	{
		for (let i = 0; i < 40; i++) {
			const page = await send("GET", path, this.cookie);
			this.csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1];
			if (this.csrf)
				return;
			await pause(250);
		}
		throw new Error(`no form on ${path}`);
	}

	// Sends a form and reads what became of it, on its page or on the one after
	// the redirect; items stay null where no answer came or it was "busy".
	async post(path, fields, after)
	{
		const body = new URLSearchParams([["csrf", this.csrf], ...fields]).toString();
		const page = await send("POST", path, this.cookie, body);
		const got = { status: page.status, sent: page.sent, ended: page.ended, items: null };
		if (page.status === 422)
			got.items = outcomes(page.text);
		else if (page.status === 303 && /^\/account\/login/.test(page.location))
			got.items = [["", "login"]];
		else if (page.status === 303)
			got.items = await this.results(after ?? page.location,
				/[?&]r=([^&]+)/.exec(page.location)?.[1]);
		return got;
	}

	// The page after a redirect, a few times if it has to be.
	async results(path, request)
	{
		for (let i = 0; i < 3; i++) {
			const page = await send("GET", after(path, request), this.cookie);
			if (page.status === 200)
				return outcomes(page.text);
			await pause(300);
		}
		return null;
	}
}

const after = (path, request) => /[?&]r=/.test(path) || !request ? path :
	`${path}?r=${request}`;

export const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });
export const hangUp = () => agent.destroy();
