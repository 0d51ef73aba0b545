// Sojourn: improves pages that already work without it. Each part looks for
// its own data attribute, so a page without it pays nothing.
(() => {
"use strict";

const $ = (sel, from = document) => [...from.querySelectorAll(sel)];
const lang = document.documentElement.lang || "ko";

// The server's clock, so that a wrong clock at the reader's side harms nobody.
// A time that it told is never ahead of it, so the latest one heard is the best;
// one that is far off means that the reader's own clock was set.
let skew = Number(document.documentElement.dataset.now) * 1000 - Date.now() || 0;
const heard = (time) => {
	const found = time - Date.now();
	skew = Math.abs(found - skew) > 5000 ? found : Math.max(skew, found);
};
const serverNow = () => Date.now() + skew;

// Fills %n, %c ... of a text that the server translated.
const fill = (text, values) =>
	text.replace(/%([a-z])/g, (all, key) => values[key] ?? all);

// The menu is a closed disclosure on the phone and open where there is room.
function menu() {
	const wide = matchMedia("(min-width: 64em)");
	const set = () => $("details.menu").forEach((d) => { d.open = wide.matches; });
	if (!CSS.supports("selector(::details-content)")) {
		wide.addEventListener("change", set);
		set();
	}
}

// <form data-count> with check boxes that may carry data-credits and an
// <output data-sum="%n chosen, %c credits" data-limit="12" data-have="3">:
// the bar follows the boxes. The server decides; this only tells early.
function counts(form) {
	const out = form.querySelector("[data-sum]");
	if (!out)
		return;
	const empty = out.textContent;
	const update = () => {
		const on = $("input[type=checkbox][name]:checked", form)
			.filter((box) => !box.dataset.all);
		const credits = on.reduce((sum, box) =>
			sum + Number(box.dataset.credits || 0), 0);
		const limit = Number(out.dataset.limit || Infinity);
		const over = credits + Number(out.dataset.have || 0) > limit;
		out.textContent = on.length === 0 ? empty
			: fill(out.dataset.sum, { n: on.length, c: credits }) +
				(over && out.dataset.over ? " · " + out.dataset.over : "");
		out.classList.toggle("over", over);
		ghosts(on);
	};
	form.addEventListener("change", update);
	addEventListener("pageshow", update);
	update();
}

// What is ticked is drawn into the week, dashed, from the times that its row
// tells ("Tue 10:30–12:00"); two that overlap are marked. The list says it all
// in words, so the drawing is for the eye only.
function ghosts(boxes) {
	const week = document.querySelector(".week");
	if (!week)
		return;
	$(".ghost", week).forEach((item) => item.remove());
	const days = new Map($(".day", week).map((day) =>
		[day.textContent.trim(), day.className.match(/d[1-7]/)?.[0]]));
	const first = Number(getComputedStyle(week).getPropertyValue("--from"));
	const drawn = [];
	for (const box of boxes) {
		const text = [...box.closest("tr")?.cells ?? []]
			.map((cell) => cell.textContent).join(" ");
		for (const [, day, h, q, e, f] of
			text.matchAll(/(\S+)\s(\d\d):(\d\d)–(\d\d):(\d\d)/g)) {
			if (!days.get(day) || Number(h) < first)
				continue;
			const item = document.createElement("li");
			item.className = `ghost maybe ${days.get(day)} h${h} q${q} e${e} f${f}`;
			item.setAttribute("aria-hidden", "true");
			item.append(Object.assign(document.createElement("b"),
				{ textContent: box.value }));
			const other = drawn.find((d) => d.day === day &&
				d.from < e + f && d.till > h + q);
			[item, other?.item].forEach((i) => other && i.classList.add("clash"));
			drawn.push({ item, day, from: h + q, till: e + f });
			week.append(item);
		}
	}
}

// <form data-langs>: radios that carry data-langs="ko en" leave only those
// languages to choose (R110). The server refuses the others all the same.
function languages(form) {
	const update = () => {
		const of = form.querySelector("[name=type]:checked")?.dataset.langs;
		const langs = $("[name=language]", form);
		langs.forEach((l) => { l.disabled = of !== undefined &&
			!of.split(" ").includes(l.value); });
		const first = langs.find((l) => !l.disabled);
		if (first && !langs.some((l) => l.checked && !l.disabled))
			first.checked = true;
	};
	form.addEventListener("change", update);
	update();
}

// Tables of staff: one box for all, shift-click for a range, arrows between
// boxes. Keys act only while a box has the focus (WCAG 2.1.4).
function selection(form) {
	const boxes = () => $("tbody input[type=checkbox]:not(:disabled)", form)
		.filter((box) => !box.closest("[hidden]"));
	const changed = () => form.dispatchEvent(new Event("change"));
	const all = form.querySelector("input[data-all]");
	let last = null;
	if (all) {
		all.closest("[hidden]")?.removeAttribute("hidden");
		all.addEventListener("change", () => {
			boxes().forEach((box) => { box.checked = all.checked; });
			changed();
		});
	}
	form.addEventListener("click", (event) => {
		const list = boxes();
		const at = list.indexOf(event.target);
		if (at < 0)
			return;
		const from = list.indexOf(last);
		if (event.shiftKey && from >= 0) {
			list.slice(Math.min(at, from), Math.max(at, from) + 1)
				.forEach((box) => { box.checked = event.target.checked; });
			changed();
		}
		last = event.target;
	});
	form.addEventListener("keydown", (event) => {
		const list = boxes();
		const at = list.indexOf(event.target);
		const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const to = at >= 0 && move ? list[at + move] : null;
		if (!to)
			return;
		event.preventDefault();
		if (event.shiftKey) {
			to.checked = event.target.checked;
			changed();
		}
		to.focus();
	});
}

// <span data-until="EPOCH" data-text="opens %t" data-soon="opens in %t"
// data-due="Open now">: "opens in 3 days", in the last hour "opens in 04:59".
// the page is never reloaded by itself, so that nobody's screen
// jumps and 5,000 phones do not ask at the same instant.
function countdown(item) {
	const end = Number(item.dataset.until) * 1000;
	const words = new Intl.RelativeTimeFormat(lang, { numeric: "always" });
	const two = (n) => String(n).padStart(2, "0");
	const tick = () => {
		const left = Math.ceil((end - serverNow()) / 1000);
		if (!Number.isFinite(left))
			return;
		if (left <= 0) {
			item.textContent = item.dataset.due || "";
			$("[data-opened]").forEach((badge) => {
				badge.textContent = badge.dataset.opened;
				badge.className = "badge ok";
			});
			return;
		}
		item.textContent = left < 3600
			? fill(item.dataset.soon || "%t",
				{ t: two(Math.floor(left / 60)) + ":" + two(left % 60) })
			: fill(item.dataset.text || "%t", { t: left < 172800
				? words.format(Math.floor(left / 3600), "hour")
				: words.format(Math.floor(left / 86400), "day") });
		setTimeout(tick, left < 3660 ? 1000 - (serverNow() % 1000) : 30000);
	};
	tick();
}

// <button data-opens="EPOCH" aria-describedby="ID">: can be reached but not
// pressed before that moment; then what is named ID says its data-due.
function opens(button) {
	const note = document.getElementById(button.getAttribute("aria-describedby"));
	const wait = () => {
		const left = Number(button.dataset.opens) * 1000 - serverNow();
		if (left > 0) {
			button.setAttribute("aria-disabled", "true");
			setTimeout(wait, Math.min(left + 10, 1000));
		} else if (button.hasAttribute("aria-disabled")) {
			button.removeAttribute("aria-disabled");
			note.textContent = note.dataset.due;
		}
	};
	wait();
}

// <table data-seats="/courses/seats.json">: the seats follow while somebody
// looks, everybody at another moment; an answer that fails makes it patient.
function seats(table) {
	const note = document.querySelector("[data-seats-at]");
	const since = Date.now();
	let pause = 10, timer;
	const later = () => {
		clearTimeout(timer);
		if (!document.hidden)
			timer = setTimeout(ask, pause * (750 + Math.random() * 500));
	};
	const show = ([code, [left, all]]) => {
		const seat = document.getElementById(code)?.querySelector(".seats");
		if (!seat)
			return;
		const [number, of, meter] = seat.childNodes;
		number.textContent = all - left;
		of.data = ` / ${all}`;
		meter.max = all;
		meter.value = all - left;
		seat.closest("tr").classList.toggle("full", left <= 0);
	};
	const ask = async () => {
		try {
			const answer = await fetch(table.dataset.seats, { credentials: "omit" });
			const told = await answer.json();
			heard(told.now * 1000);
			Object.entries(told.seats).forEach(show);
			if (note)
				note.textContent = fill(note.dataset.seatsAt, { t: new Date(told.now * 1000)
					.toLocaleTimeString("en-GB", { timeZone: "Asia/Seoul" }) });
			pause = Date.now() - since < 600000 ? 10 : 60;
		} catch {
			pause = Math.min(pause * 2, 300);
		}
		later();
	};
	document.addEventListener("visibilitychange", later);
	later();
}

// <div class="drop" data-max="20971520" data-toobig="..."> around a file field.
function drop(zone) {
	const field = zone.querySelector("input[type=file]");
	const note = zone.querySelector("output");
	["dragenter", "dragover"].forEach((kind) =>
		zone.addEventListener(kind, (event) => {
			event.preventDefault();
			zone.classList.add("over");
		}));
	["dragleave", "drop"].forEach((kind) =>
		zone.addEventListener(kind, () => zone.classList.remove("over")));
	zone.addEventListener("drop", (event) => {
		event.preventDefault();
		field.files = event.dataTransfer.files;
		field.dispatchEvent(new Event("change", { bubbles: true }));
	});
	field.addEventListener("change", () => {
		const file = field.files[0];
		if (!note || !file)
			return;
		const big = file.size > Number(zone.dataset.max || Infinity);
		note.textContent = big ? zone.dataset.toobig
			: file.name + " · " + new Intl.NumberFormat(lang, {
				style: "unit", unit: "kilobyte", maximumFractionDigits: 0,
			}).format(Math.ceil(file.size / 1000));
		note.classList.toggle("over", big);
	});
}

// <input type="search" data-filter="table-id" data-shown="%n of %a rows">
function liveFilter(field) {
	const table = document.getElementById(field.dataset.filter);
	const out = document.querySelector('output[for="' + field.id + '"]');
	if (!table)
		return;
	const rows = $("tbody tr", table);
	const texts = rows.map((row) => row.textContent.normalize("NFKC").toLowerCase());
	field.addEventListener("input", () => {
		const words = field.value.normalize("NFKC").toLowerCase()
			.split(/\s+/).filter(Boolean);
		let shown = 0;
		rows.forEach((row, i) => {
			row.hidden = !words.every((word) => texts[i].includes(word));
			shown += row.hidden ? 0 : 1;
		});
		if (out)
			out.textContent = fill(field.dataset.shown || "%n",
				{ n: shown, a: rows.length });
	});
}

// <div id="progress" data-refresh="3">: fetched anew from the same page every
// so many seconds, until the new copy has no data-refresh any more.  data-from
// names another address that answers with the part alone.  What the reader has
// opened stays open, and nothing moves while the focus is inside.
function refresh(part) {
	const seconds = Math.max(2, Number(part.dataset.refresh) || 5);
	setTimeout(async () => {
		let next = part;
		try {
			const answer = await fetch(part.dataset.from || location.href,
				{ credentials: "same-origin" });
			const page = new DOMParser()
				.parseFromString(await answer.text(), "text/html");
			const fresh = answer.ok && page.getElementById(part.id);
			if (fresh && !part.contains(document.activeElement)) {
				const open = $("details", part).map((d) => d.open);
				$("details", fresh).forEach((d, i) => { d.open = open[i]; });
				part.replaceWith(fresh);
				next = fresh;
			}
		} catch { /* the network is away: the old part stays, tried again */ }
		if (next.dataset.refresh)
			refresh(next);
	}, document.hidden ? seconds * 5000 : seconds * 1000);
}

// <div id="room" data-place="7" data-round="2"> in the waiting room: the numbers
// follow by themselves and the door opens at once. The page's own Refresh is
// stopped; a sign of life now and then takes its place.
function waitingRoom(part) {
	addEventListener("load", () => setTimeout(() => stop(), 0));
	const { place, round } = part.dataset;
	const go = () => location.replace("/register");
	const say = (name, text) => {
		for (const key of ["unknown", "soon", "long"])
			part.querySelector(`[data-${key}]`).hidden = key !== name;
		const long = part.querySelector("[data-long]");
		if (text)
			long.textContent = long.textContent.replace(/\d[\d,]*/, text);
	};
	const show = (room) => {
		if (room.round !== Number(round) || room.mark >= Number(place)) {
			go();
			return 0;
		}
		const share = Math.min(1, room.waiting / (room.last - room.mark) || 1);
		const ahead = Math.floor((place - room.mark - 1) * share);
		const seconds = ahead / room.pace;
		part.querySelector("[data-ahead]").textContent = ahead.toLocaleString("en");
		if (room.pace > 0.05)
			say(seconds < 60 ? "soon" : "long",
				Math.ceil(seconds / 60).toLocaleString("en"));
		else
			say("unknown");
		return room.pace > 0.05 ? seconds : 0;
	};
	const look = async () => {
		let wait = 0;
		try {
			wait = show(await (await fetch("/register/room.json")).json());
		} catch { /* the network is away: asked again */ }
		setTimeout(look, Math.min(10000, Math.max(2500, wait * 100)) +
			Math.random() * 1000);
	};
	const live = async () => {
		try {
			const answer = await fetch("/register/room", { redirect: "manual" });
			if (answer.type === "opaqueredirect")
				go();
		} catch { /* the same */ }
		setTimeout(live, 20000 + Math.random() * 5000);
	};
	setTimeout(look, 1000 + Math.random() * 2000);
	setTimeout(live, 15000);
}

// <form data-progress="Reading the list ...">: what takes some seconds says so.
function working(form) {
	const part = form.querySelector(".working") || document.createElement("div");
	part.className = "working";
	part.setAttribute("role", "status");
	part.textContent = form.dataset.progress;
	const bar = document.createElement("progress");
	bar.setAttribute("aria-label", form.dataset.progress);
	part.append(bar);
	(form.querySelector(".bar, .actions") || form).append(part);
}

// A second press within some seconds is not sent again. The form is never
// blocked for good: the request id makes a repeated press harmless anyway.
function once(event) {
	const form = event.target;
	if (event.defaultPrevented || form.method !== "post")
		return;
	if (event.submitter?.hasAttribute("aria-disabled") ||
	    form.getAttribute("aria-busy") === "true") {
		event.preventDefault();
		return;
	}
	form.setAttribute("aria-busy", "true");
	if (form.dataset.progress)
		working(form);
	setTimeout(() => rest(form), form.dataset.progress ? 60000 : 8000);
}

function rest(form) {
	form.removeAttribute("aria-busy");
	form.querySelector(".working")?.remove();
}

// What one form alone needs comes when somebody begins to type in it.
function later(form) {
	form.addEventListener("input", () => import(form.dataset.script), { once: true });
}

menu();
$("form[data-script]").forEach(later);
$("form[data-count]").forEach(counts);
$("form[data-langs]").forEach(languages);
$("form[data-select]").forEach(selection);
$("[data-until]").forEach(countdown);
$("[data-opens]").forEach(opens);
$("[data-seats]").forEach(seats);
$(".drop").forEach(drop);
$("input[data-filter]").forEach(liveFilter);
$("[data-refresh][id]").forEach(refresh);
$("#room[data-place]").forEach(waitingRoom);
addEventListener("submit", once);
addEventListener("pageshow", () =>
	$("form[aria-busy]").forEach(rest));
// After an answer the reader, also one who listens, starts at what it says.
document.querySelector(".errors[tabindex], .msg[tabindex]")?.focus();
})();
