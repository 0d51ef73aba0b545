// A FastCGI client that speaks to a program's socket directly, past nginx:
//	const answer = await fastcgi(`${variable}/run/public.sock`,
//		{ REQUEST_METHOD: "GET", DOCUMENT_URI: "/" }, body);
// returns { status, headers, body, stderr, app, protocol }.
import { connect } from "node:net";

const BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6, STDERR = 7;

export function record(type, content = Buffer.alloc(0), id = 1)
{
	const head = Buffer.alloc(8);
	head.writeUInt8(1, 0);
	head.writeUInt8(type, 1);
	head.writeUInt16BE(id, 2);
	head.writeUInt16BE(content.length, 4);
	return Buffer.concat([head, content]);
}

// A stream of records that ends with an empty one.
export function stream(type, data)
{
	const parts = [];
	for (let at = 0; at < data.length; at += 65528)
		parts.push(record(type, data.subarray(at, at + 65528)));
	return Buffer.concat([...parts, record(type)]);
}

function length(n)
{
	const b = Buffer.alloc(n < 128 ? 1 : 4);
	if (n < 128)
		b.writeUInt8(n);
	else
		b.writeUInt32BE((n | 0x80000000) >>> 0);
	return b;
}

export function pairs(params)
{
	return Buffer.concat(Object.entries(params).flatMap(([k, v]) => {
		const key = Buffer.from(k), val = Buffer.from(String(v));
		return [length(key.length), length(val.length), key, val];
	}));
}

// The bytes of a whole request.
export function request(params, body = Buffer.alloc(0), { keep = false } = {})
{
	const begin = Buffer.from([0, 1, keep ? 1 : 0, 0, 0, 0, 0, 0]);
	const data = Buffer.from(body);
	return Buffer.concat([record(BEGIN, begin),
		stream(PARAMS, pairs({ GATEWAY_INTERFACE: "CGI/1.1",
			SERVER_PROTOCOL: "HTTP/1.1", REQUEST_METHOD: "GET",
			QUERY_STRING: "", REMOTE_ADDR: "127.0.0.1",
			HTTP_HOST: "localhost",
			...(data.length ? { CONTENT_LENGTH: data.length } : {}),
			...params })),
		stream(STDIN, data)]);
}

function parts(bytes)
{
	const out = [], err = [];
	let app, protocol, at = 0;
	while (at + 8 <= bytes.length) {
		const type = bytes[at + 1], n = bytes.readUInt16BE(at + 4);
		const content = bytes.subarray(at + 8, at + 8 + n);
		if (type === STDOUT)
			out.push(content);
		else if (type === STDERR)
			err.push(content);
		else if (type === END && n >= 5)
			[app, protocol] = [content.readUInt32BE(0), content[4]];
		at += 8 + n + bytes[at + 6];
	}
	return { out: Buffer.concat(out), stderr: Buffer.concat(err).toString(),
		app, protocol };
}

// Reads an answer made of FastCGI records.
export function answer(bytes)
{
	const { out, ...rest } = parts(bytes);
	const cut = out.indexOf("\r\n\r\n");
	const lines = out.subarray(0, Math.max(cut, 0)).toString("latin1")
		.split("\r\n").filter(Boolean);
	const headers = new Headers(lines.map((l) =>
		[l.slice(0, l.indexOf(":")), l.slice(l.indexOf(":") + 1).trim()]));
	return { ...rest, headers, body: out.subarray(cut + 4).toString("utf8"),
		status: Number.parseInt(headers.get("status") ?? "200", 10) };
}

export function fastcgi(socket, params, body)
{
	return new Promise((resolve, reject) => {
		const chunks = [];
		const s = connect(socket, () => s.write(request(params, body)));
		s.setTimeout(30_000, () => s.destroy(new Error("no answer")));
		s.on("data", (chunk) => chunks.push(chunk));
		s.on("error", reject);
		s.on("close", () => resolve(answer(Buffer.concat(chunks))));
	});
}
