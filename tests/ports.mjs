// Ports for servers of a test's own.
import { createServer } from "node:net";

const free = (port) => new Promise((resolve) => {
	const s = createServer().once("error", () => resolve(false))
		.listen(port, "127.0.0.1", () => s.close(() => resolve(true)));
});

// The first of n neighbouring ports that nobody has.  Below those that the system
// gives to whoever connects (32768 and above): one of them may be in use, or have
// been a minute ago, at any moment; and below those of the instances (18000).
export async function ports(n)
{
	for (let p = 10000 + Math.floor(Math.random() * 7000); ; p += n) {
		const all = await Promise.all(Array.from({ length: n }, (_, i) => free(p + i)));
		if (all.every(Boolean))
			return p;
	}
}
