// upload_10k: rows a second of a 10,000-row XLSX, preview and commit through
// nginx; ratio to a bare reading of the same file and a COPY of its rows.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { file, reset, clock, variable } from "../fixture.mjs";
import { desk } from "../http/staff/desk.mjs";
import { workbook, plainList } from "../samples.mjs";
import { figure, median, seconds } from "./figure.mjs";

const ROWS = 10_000;
const work = process.env.BENCH_WORK ?? "/var/tmp";
const list = await plainList(ROWS);
const path = `${work}/large.xlsx`, reader = `${work}/bare_reader`;
writeFileSync(path, list);
execFileSync("sh", ["-c", `gcc -O2 -Ilib $(pkg-config --cflags glib-2.0) -o ${reader} \
	tests/bench/bare_reader.c build/libsojourn.a $(pkg-config --libs \
	gio-2.0 libzip libxml-2.0 jansson) -lm`], { stdio: ["ignore", "ignore", "inherit"] });

function bare()
{
	execFileSync("bash", ["-c", `set -e; ${reader} <${path} >${work}/rows.tsv
		psql -X -q -h ${variable}/run -U postgres -d sojourn -c \
		"create temp table t (a text, b text, c text, d text, e text, f text, g text)" \
		-c "\\copy t from '${work}/rows.tsv'"`]);
}

const preview = [], commit = [], base = [];
for (let i = 0; i < 3; i++) {
	await reset();
	clock("apply", { jobs: false });
	const cnu = desk("cnu");
	await new Promise((r) => setTimeout(r, 200));
	let page = await cnu.get("/partner/upload");
	preview.push(await seconds(async () => {
		page = await cnu.submit(page, { list: file("large.xlsx", list) },
			{ action: "/partner/upload" });
	}));
	commit.push(await seconds(async () => {
		page = await cnu.submit(page, { decision: "commit" },
			{ action: "/partner/upload" });
	}));
	if (!page.codes.includes("done"))
		throw new Error(`upload: ${page.status} ${JSON.stringify(page.outcomes)}`);
	base.push(await seconds(bare));
}
const all = median(preview) + median(commit);
figure("upload_10k", ROWS / all, "rows/s", median(base) / all);
figure("upload_10k_preview", median(preview), "s");
figure("upload_10k_commit", median(commit), "s");
