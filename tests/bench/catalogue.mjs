// catalogue: requests a second of GET /courses in a rush, kept by nginx for a
// second; ratio to the same bytes as a static file.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { Browser, base, reset, clock, variable } from "../fixture.mjs";
import { figure, median } from "./figure.mjs";

await reset();
clock("register", { jobs: false });
const page = await new Browser({ lang: "ko" }).get("/courses");
writeFileSync(`${variable}/app/www/css/same-bytes.css`, page.bytes);

function wrk(path)
{
	const out = execFileSync("wrk", ["-t2", "-c64", "-d3s", "--latency",
		"-H", "Accept-Language: ko", `${base}${path}`], { encoding: "utf8" });
	if (/Non-2xx/.test(out))
		throw new Error(out);
	return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]),
		p99: /99%\s+(\S+)/.exec(out)[1] };
}

wrk("/courses");
const ours = [], file = [];
for (let i = 0; i < 3; i++) {
	ours.push(wrk("/courses"));
	file.push(wrk("/css/same-bytes.css"));
}
const rate = (all) => median(all.map((r) => r.rate));
figure("catalogue", rate(ours), "requests/s", rate(ours) / rate(file));
console.log(`catalogue_p99 ${ours.map((r) => r.p99).sort()[1]} - -`);
