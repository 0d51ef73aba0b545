// sojourn doctor: says that everything fits, or each thing that does not.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { reset, sql, value, variable } from "../../fixture.mjs";
import { sojourn } from "./sojourn.mjs";

before(reset);

test("the demo is sound", () => {
	const { status, out, err } = sojourn(["doctor"]);
	assert.deepEqual([status, out, err], [0, "everything fits\n", ""]);
});

test("each violation is a line with its ids and no name; ends with 1", () => {
	const id = value(`select s.id from sojourn.section s
		join sojourn.term t on t.id = s.term_id and t.code = '2025-2'
		order by s.id limit 1`);
	sql(`update sojourn.section_seat set taken = 2 where section_id = $1`, [id]);
	sql("update sojourn.id_serial set last = 190 where last = 200");
	const { status, out, err } = sojourn(["doctor"]);
	sql(`update sojourn.section_seat set taken = 0 where section_id = $1`, [id]);
	sql("update sojourn.id_serial set last = 200 where last = 190");
	assert.equal(status, 1);
	assert.match(out, new RegExp(`^seats-count section=${id} taken=2 held=0$`, "m"));
	assert.equal(out.match(/^id-serial id=E25200\d{4} serial=\d+ last=190$/mg).length, 10);
	assert.equal(out.match(/^# id-serial: /mg).length, 1);
	assert.match(err, /violations found: 11/);
	assert.doesNotMatch(out, /[가-힣]/);
});

// S23: the same database under a production configuration.
test("S23: in production the demo's clock and passwords are found", () => {
	const conf = `${tmpdir()}/sojourn-production-${process.pid}.conf`;
	writeFileSync(conf, readFileSync(process.env.SOJOURN_CONF ??
		`${variable}/etc/sojourn.conf`, "utf8")
		.replace(/^demo = yes$/m, "demo = no"));
	const { status, out } = sojourn(["doctor"],
		{ env: { SOJOURN_CONF: conf } });
	assert.equal(status, 1);
	assert.match(out, /^demo-clock table=sojourn\.demo_clock$/m);
	assert.match(out, /^demo-clock function=sojourn\.clock_set/m);
	for (const login of ["admin", "cnu", "E252000015"])
		assert.match(out, new RegExp(`^demo-password ${login}$`, "m"));
});
