<header class="page-head">
<h1>{_("My sections")}</h1>
<p class="lead">{if (entry == "before")}{_("Rosters can be seen now. Grades are entered from {opens_at}, when registrations no longer change.")}{end}{if (entry == "open")}{_("Grades are due on {due_at}. They are hidden until they are announced on {announced_at}.")}{end}{if (entry == "late")}{_("Grades were due on {due_at}. Please enter what is missing before the announcement on {announced_at}.")}{end}{if (entry == "announced")}{_("Grades were announced on {announced_at}. What is missing can still be entered; what is announced changes only when a student asks for a correction.")}{end}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/teach">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if sections}<ul class="cards">
<li class="card{if (missing == 0)} zero{end}"><a class="queue" href="#sections"><span class="n">{missing}</span><span class="what">{_("Grades missing")}</span>
{if (missing == 0)}<span class="due">{_("nothing to do")}</span>{else}{if due_at}<span class="due{if ((entry == "late") || (entry == "announced"))} late{end}">{_("due {due_at}")}{if ((entry == "late") || (entry == "announced"))}, {_("overdue")}{end}</span>{end}{end}</a></li>
<li class="card{if (appeals == 0)} zero{end}"><a class="queue" href="/teach/appeals?state=open"><span class="n">{appeals}</span><span class="what">{_("Corrections to decide")}</span>
{if (appeals == 0)}<span class="due">{_("nothing to do")}</span>{end}</a></li>
</ul>
<h2 id="sections">{_("Sections of the term")}</h2>
<table class="list"><caption>{_("My sections")}</caption><thead><tr><th scope="col">{_("Section")}</th><th scope="col">{_("Times and room")}</th><th scope="col" class="num">{_("Students")}</th><th scope="col">{_("Grades")}</th><th scope="col">{_("Corrections")}</th><th scope="col"><span class="hidden">{_("Pages")}</span></th></tr></thead><tbody>
{for s in sections}<tr data-section="{s[code]}" data-missing="{s[missing]}"><th scope="row"><a href="/teach/{s[code]}?term={s[term]}">{s[code]}</a> <small>{s[title]}</small>{if (s[state] == "closed")} <span class="badge bad">{_("Closed by the university")}</span>{end}</th><td data-label="{_("Times and room")}">{if s[times]}{s[times]}{else}{_("No fixed time")}{end} {s[room]}</td><td class="num" data-label="{_("Students")}">{s[students]}{if s[withdrawn]} <small>{_("{s[withdrawn]} withdrawn")}</small>{end}</td>
<td data-label="{_("Grades")}">{if (s[students] == 0)}–{else}<span class="seats"><b>{s[given]}</b> / {s[students]}<meter min="0" max="{s[students]}" value="{s[given]}" aria-label="{_("{s[given]} of {s[students]} {s[students]:grade|grades} given")}"></meter></span>{if s[missing]}{if ((s[entry] == "late") || (s[entry] == "announced"))} <span class="badge bad">{_("overdue")}</span>{end}{end}{end}</td>
<td data-label="{_("Corrections")}">{if s[appeals]}<a href="/teach/appeals?state=open">{_("{s[appeals]} open")}</a> <small>{_("due {s[appeal_due]}")}</small>{if s[appeal_late]} <span class="badge bad">{_("overdue")}</span>{end}{else}–{end}</td>
<td><a class="btn small second" href="/teach/{s[code]}/grades?term={s[term]}">{_("Grade sheet")} <span class="hidden">{s[code]}</span></a></td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{_("You teach no section open to visiting students in this term. The academic team assigns sections to instructors; they appear here at once.")}</p></div>{end}
