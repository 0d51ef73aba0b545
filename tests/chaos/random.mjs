// Chance that comes back with its seed (mulberry32), so that a plan, its kills
// and a random sequence are one number in the report of a failure.
export class Chance {
	constructor(seed)
	{
		this.seed = this.state = seed >>> 0;
	}

	// From 0 to below 1.
	next()
	{
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let t = this.state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	// A whole number from 0 to below n.
	below(n)
	{
		return Math.floor(this.next() * n);
	}

	// Whether something happens that happens in a share p of all cases.
	hits(p)
	{
		return this.next() < p;
	}

	pick(list)
	{
		return list[this.below(list.length)];
	}

	// n different ones of a list, in random order.
	some(list, n)
	{
		const left = [...list];
		const out = [];
		while (out.length < n && left.length)
			out.push(...left.splice(this.below(left.length), 1));
		return out;
	}

	// One of the keys of {key: weight}.
	weighed(weights)
	{
		const all = Object.entries(weights);
		let x = this.next() * all.reduce((s, [, w]) => s + w, 0);
		for (const [key, w] of all)
			if ((x -= w) < 0)
				return key;
		return all.at(-1)[0];
	}

	// A word for a request id.
	word(n = 16)
	{
		const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
		return Array.from({ length: n }, () => this.pick(letters)).join("");
	}
}
