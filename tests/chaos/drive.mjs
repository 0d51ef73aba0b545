// Carries out a plan over HTTP and keeps what every client sent and was told.
import { Person, hangUp, pause } from "./client.mjs";
import { killing, recovered } from "./killer.mjs";

const path = { enrol: "/register/enrol", cancel: "/register/cancel", swap: "/register/swap",
	wait: "/register/waitlist" };

function fields(step)
{
	switch (step.act) {
	case "enrol":
		return step.take.map((s) => ["section", s]);
	case "wait":
		return [["section", step.take[0]], ["decision", step.decision]];
	case "cancel":
		return [["section", step.give[0]]];
	default:
		return [["drop", step.give[0]], ["add", step.take[0]]];
	}
}

class Run {
	constructor(ground, plan, seconds)
	{
		Object.assign(this, { ground, plan, calls: [], acts: 0 });
		this.started = Date.now();
		this.ends = this.started + seconds * 1000;
	}

	still()
	{
		return Date.now() < this.ends;
	}

	// Sends a step once; the log has one entry for it.
	async send(who, id, step, request)
	{
		const { act, take, give } = step;
		const got = await who.post(path[act], [...fields(step), ["request", request]],
			"/register/confirmation");
		this.calls.push(act === "wait" ? this.waited(id, step, request, got) :
			{ student: id, act, take, give, request, ...got });
		return got.items !== null || got.status === 303;
	}

	// Taking an offered seat is an enrolment, by joining too; the answer says by
	// its act which it was.  That none was offered is no end of its request.
	// What came without an answer may have been either.
	waited(id, { take, give, decision }, request, got)
	{
		const act = got.items?.[0]?.[2];
		const mute = got.status === 303 && got.items?.length === 0;
		if (decision === "remove" || mute || /^waitlist-(add|remove)$/.test(act))
			return { waiting: id, decision, take, request, ...got };
		const open = act === "waitlist-take" || got.items?.length === 0;
		return { student: id, offered: true, act: "enrol", take, give, request, ...got,
			items: open ? null : got.items,
			status: got.status === 303 && (open || !got.items) ? 0 : got.status };
	}

	// A press with its double clicks, and what its student does without answer.
	async press(who, id, step)
	{
		this.acts++;
		const all = await Promise.all(Array.from({ length: step.copies },
			() => this.send(who, id, step, step.request)));
		if (all.every(Boolean) || step.patience === "none")
			return;
		const request = step.patience === "anew" ? `${step.request}-new` : step.request;
		for (let i = 0; i < 12; i++) {
			await pause(150 + 100 * i);
			if (await this.send(who, id, step, request))
				return;
		}
	}

	async student(id)
	{
		const who = this.people[id];
		for (const step of this.plan.students[id]) {
			if (!this.still())
				return;
			await this.press(who, id, step);
			await pause(step.wait);
		}
	}

	// Staff do not wait for each other.
	async office()
	{
		await Promise.all(this.plan.staff.map(async (step) => {
			while (this.still() && Date.now() < this.started + step.at)
				await pause(20);
			if (this.still())
				await Promise.all(Array.from({ length: step.copies },
					() => this.decree(step)));
		}));
	}

	async decree({ act, section, capacity, request })
	{
		const sent = [["term", "2025-2"], ["section", section], ["request", request],
			...act === "close" ? [["reason", "too few"]] : [["capacity", String(capacity)]]];
		const got = await this.desk.post(act === "close" ? "/staff/sections/close" :
			"/staff/sections", sent);
		this.calls.push({ staff: "academic", act, section, capacity, request, ...got });
	}

	async open()
	{
		this.people = {};
		this.desk = new Person(this.ground.staff);
		const [code] = Object.keys(this.ground.world.sections);
		await this.desk.open(`/staff/sections?term=2025-2&section=${code}`);
		await Promise.all(Object.entries(this.ground.tokens).map(async ([id, token]) => {
			this.people[id] = new Person(token);
			await this.people[id].open("/register/confirmation");
		}));
	}
}

// { calls, acts, killed, seconds } of a run; `beside` runs with it.
export async function drive(ground, plan, seconds, beside = () => undefined)
{
	const run = new Run(ground, plan, seconds);
	await run.open();
	run.started = Date.now();
	run.ends = run.started + seconds * 1000;
	const still = () => run.still();
	const [killed] = await Promise.all([killing(plan.kills, run.started, still),
		run.office(), beside(still),
		...Object.keys(plan.students).map((id) => run.student(id))]);
	await recovered();
	hangUp();
	return { calls: run.calls, acts: run.acts, killed,
		seconds: (Date.now() - run.started) / 1000 };
}
