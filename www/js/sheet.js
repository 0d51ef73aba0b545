// The grade sheet saves as it goes: a grade is sent when its field is left. The
// form works without this; what could not be saved stays typed for the button.
(() => {
"use strict";

const form = document.querySelector("form[data-sheet]");
if (!form)
	return;
const said = form.querySelector("[data-sheet-state]");
const counter = (name) => document.querySelector(`[data-${name}]`);
const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))]
	.map((b) => b.toString(16).padStart(2, "0")).join("");

// Fields of one row: they are named alike in every row.
const row = (input) => {
	const tr = input.closest("tr");
	const of = (name) => tr.querySelector(`input[name=${name}]`);
	return { tr, input, student: of("student"), version: of("version"),
		was: of("was"), out: tr.querySelector("output") };
};

const count = (by) => {
	for (const [name, n] of [["given", by], ["missing", -by]]) {
		const e = counter(name);
		if (by !== 0 && e)
			e.textContent = Number(e.textContent) + n;
	}
};

const tell = (r, text, bad) => {
	r.out.textContent = text;
	r.out.className = bad ? "why" : "soft small";
	r.input.setAttribute("aria-invalid", bad ? "true" : "false");
	if (said)
		said.textContent = text;
};

// Resolves to the answer, or to nothing when there was none that is ours.
async function send(r, value) {
	const body = new URLSearchParams({ csrf: form.csrf.value,
		request: fresh(), student: r.student.value, grade: value,
		version: r.version.value, was: r.was.value });
	try {
		const answer = await fetch(form.dataset.sheet, { method: "POST",
			body, redirect: "manual" });
		return await answer.json();
	} catch {
		return undefined;
	}
}

async function save(input) {
	const r = row(input);
	const value = input.value.trim();
	if (value === r.was.value)
		return;
	tell(r, form.dataset.saving, false);
	const answer = await send(r, value);
	if (!answer) {
		tell(r, form.dataset.lost, true);
		return;
	}
	if (answer.outcome === "done" || answer.outcome === "changed") {
		count((answer.grade !== "") - (r.was.value !== ""));
		r.was.value = answer.grade;
		r.version.value = answer.version;
		// Somebody was first: what holds now is shown, with the reason.
		if (answer.outcome === "changed" || input.value.trim() === value)
			input.value = answer.grade;
	}
	tell(r, answer.why || form.dataset.saved, Boolean(answer.why));
}

// One after the other, so that a quick typist's versions follow each other.
let last = Promise.resolve();
form.addEventListener("change", (event) => {
	if (event.target.name === "grade")
		last = last.then(() => save(event.target));
});

// Enter goes to the next student, as in a spreadsheet.
form.addEventListener("keydown", (event) => {
	if (event.key !== "Enter" || event.target.name !== "grade")
		return;
	event.preventDefault();
	const all = [...form.querySelectorAll("input[name=grade]")];
	const next = all[all.indexOf(event.target) + 1];
	if (next) {
		next.focus();
		next.select();
	} else
		event.target.blur();
});
})();
