// The guards of deciding, and how each is taken out (T6).
import { sql } from "../fixture.mjs";

// Puts other words into a function of the schema.
const change = (name, ...pairs) => `do $mutant$
	declare v text; w text;
	begin
		select pg_get_functiondef(p.oid) into v from pg_proc p
		 where p.pronamespace = 'sojourn'::regnamespace and p.proname = '${name}';
		${pairs.map(([a, b]) => `w := replace(v, $a$${a}$a$, $b$${b}$b$);
		if w is not distinct from v then raise exception 'nothing to take out of ${name}'; end if;
		v := w;`).join("\n")}
		execute v;
	end $mutant$;`;

// [what is taken out, what the checker must say, how, what else the run needs]
export const guards = [
	["the count of seats", ["oversold"], change("decide_round", ["c.free <", "c.free + 9999 <"]) +
		change("take_reasons", ["p_free <= 0", "false"]) +
		"\nalter table sojourn.section_seat drop constraint section_seat_check;"],
	["the credit limit", ["credits"], change("take_reasons", ["p_would > p_max", "false"])],
	["the overlap of times", ["overlap"], change("take_reasons", ["when p_clash", "when false"])],
	["the sections closed to exchange", ["exchange"], change("take_reasons", ["not p_open", "false"])],
	["the seats that are given back", ["seats"], change("decide_round", ["d.change <> 0", "d.change > 0"])],
	["the request ids seen before", ["answer", "twice", "lost", "happened"], change("decide_read",
		["d.id is not null", "false"])],
	["the order of arrival", ["queue"], change("decide_round",
		["partition by c.take order by c.i", "partition by c.take order by c.i desc"])],
	["the count of refusals", ["counted"], change("decide_write", ["f.n + excluded.n", "f.n"])],
	["what taking an offered seat is called", ["happened"], change("results",
		["select a.n, a.act, a.object_kind", `select a.n, case when a.act = 'enrol' and exists (select from waitlist w
			where w.person_id = v_person and w.section_id = a.object_id and w.state = 'taken')
			then 'waitlist-add' else a.act end, a.object_kind`]), { sections: 3, seconds: 12 }],
];

// Whether each of them is still there to be taken out; nothing stays.
export function there()
{
	for (const [, , how] of guards)
		sql(`do $there$ begin execute $how$${how}$how$; raise exception using errcode = 'P0099';
			exception when sqlstate 'P0099' then null; end $there$`);
}
