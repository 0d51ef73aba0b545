// What the benchmarks share.
import { performance } from "node:perf_hooks";

// One line of `make bench`.
export function figure(name, value, unit, ratio)
{
	const n = (x) => (x >= 100 ? x.toFixed(0) : x.toFixed(2));
	console.log(`${name} ${n(value)} ${unit} ${ratio === undefined ? "-" :
		ratio.toFixed(2)}`);
}

export const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];

// The latencies of several runs, each the median of theirs.
export function latencies(name, runs)
{
	for (const p of ["p50", "p99", "p999"])
		figure(`${name}_${p}`, median(runs.map((r) => r[p])), "ms");
}

// Seconds that an act took.  The pause lets node see that nginx has closed an
// idle connection while something else kept the process busy.
export async function seconds(act)
{
	await new Promise((r) => setTimeout(r, 200));
	const from = performance.now();
	await act();
	return (performance.now() - from) / 1000;
}
