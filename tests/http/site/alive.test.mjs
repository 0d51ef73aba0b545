// Whatever dies comes back within five seconds, and nobody who asks meanwhile
// is turned away.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Browser, health, slower, until, value } from "../../fixture.mjs";
import { kill, pid, services } from "../../services.mjs";

async function back(service, check)
{
	const old = kill(service);
	const started = Date.now();
	await until(() => pid(service) !== undefined && pid(service) !== old, 6);
	await until(check, 6);
	assert.ok(Date.now() - started < 5000 * slower(),
		`${service} back after ${Date.now() - started} ms`);
}

const answers = async () => {
	try {
		return (await fetch(`${health}/healthz`)).status === 200;
	} catch {
		return false;
	}
};

for (const service of services()) {
	if (["postgresql", "nginx"].includes(service))
		continue;
	test(`${service} comes back after a kill -9`, () =>
		back(service, answers));
}

test("nginx comes back after its master was killed", () =>
	back("nginx", async () => {
		try {
			return (await new Browser().get("/courses")).status === 200;
		} catch {
			return false;
		}
	}));

test("PostgreSQL comes back after a kill -9 of the postmaster", async () => {
	const before = value("select count(*) from sojourn.section");
	await back("postgresql", answers);
	assert.equal(value("select count(*) from sojourn.section"), before);
});

test("who asks while a program dies is answered", async () => {
	const b = new Browser();
	const asked = [];
	let killed = 0;
	while (asked.length < 600) {
		for (let i = 0; i < 5; i++)
			asked.push(i ? b.get("/nothing-here") :
				b.post("/nothing-here", { a: 1 }));
		if (asked.length % 200 === 100 && killed < 2 && pid("public")) {
			kill("public");
			killed++;
		}
		await new Promise((r) => setTimeout(r, 15));
	}
	const status = (await Promise.all(asked)).map((p) => p.status);
	assert.ok(killed > 0);
	assert.deepEqual(status.filter((s) => s !== 404 && s !== 405), []);
});

test("nothing of it runs as root, and each part has a user of its own", async (t) => {
	if (process.getuid() !== 0)
		return t.skip("started by an ordinary user");
	const users = new Map();
	const owner = (service) => {
		try {
			return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(
				`/proc/${pid(service)}/status`, "utf8"))[1]);
		} catch {
			return 0;	// it is just being started
		}
	};
	for (const service of services()) {
		const uid = await until(() => owner(service));
		assert.ok(!users.has(uid), `${service} and ${users.get(uid)}`);
		users.set(uid, service);
	}
});
