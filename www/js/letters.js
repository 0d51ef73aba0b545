// The form of a letter saves itself: some seconds after the last key, and when
// the page is left.  The server compares versions, so that nothing that was
// saved in another window is overwritten; then this stops and says so.
(() => {
"use strict";

const form = document.querySelector("form[data-save]");
const said = document.getElementById("saved");
if (!form || !said)
	return;

const PAUSE = 3000;	// after the last key
let timer, changed = false, busy = false, over = false;

const say = (text, bad) => {
	said.textContent = text;
	said.classList.toggle("error", Boolean(bad));
};

// The fields as the server wants them; without `request`: each time is new.
function body() {
	const data = new URLSearchParams(new FormData(form));
	data.delete("request");
	data.set("decision", "save");
	return data;
}

async function save() {
	clearTimeout(timer);
	if (!changed || busy || over)
		return;
	busy = true;
	changed = false;
	try {
		const answer = await fetch(form.dataset.save, { method: "POST",
			body: body(), credentials: "same-origin" });
		const got = new DOMParser().parseFromString(await answer.text(),
			"text/html").querySelector("[data-outcome]")?.dataset ?? {};
		if (got.outcome === "done" && got.version) {
			form.elements.version.value = got.version;
			say(form.dataset.saved.replace("%t",
				new Date().toLocaleTimeString(
					document.documentElement.lang)));
		} else if (got.outcome === "changed") {
			over = true;
			say(form.dataset.changed, true);
		} else
			say(form.dataset.failed, true);
	} catch {
		changed = true;
		say(form.dataset.failed, true);
		timer = setTimeout(save, 5 * PAUSE);
	}
	busy = false;
	if (changed && !over)
		timer = setTimeout(save, PAUSE);
}

function typed() {
	changed = true;
	if (over)
		return;
	say(form.dataset.waiting);
	clearTimeout(timer);
	timer = setTimeout(save, PAUSE);
}

// It is fetched at the first key.
typed();
form.addEventListener("input", typed);
form.addEventListener("submit", () => {
	over = true;
	changed = false;
	clearTimeout(timer);
});
document.addEventListener("visibilitychange", () => {
	if (document.visibilityState === "hidden")
		save();
});
})();
