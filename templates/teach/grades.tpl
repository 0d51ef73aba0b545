<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/teach?term={s_term}">{_("My sections")}</a></li><li><a href="/teach/{s_code}?term={s_term}">{s_code}</a></li><li aria-current="page">{_("Grade sheet")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Grade sheet")}: {s_code} {s_title}</h1> {if (s_entry == "open")}<span class="badge ok">{_("Open")}</span>{end}{if (s_entry == "late")}<span class="badge bad">{_("Overdue")}</span>{end}{if (s_entry == "announced")}<span class="badge">{_("Announced")}</span>{end}{if (s_entry == "before")}<span class="badge info">{_("Opens soon")}</span>{end}
<p class="lead">{if (s_entry == "before")}{_("Registrations may still change. Grades can be entered from {s_opens_at}.")}{end}{if (s_entry == "open")}{_("Due on {s_due_at}. You may change grades until they are announced on {s_announced_at}; until then no student sees them.")}{end}{if (s_entry == "late")}{_("This was due on {s_due_at}. Grades are announced on {s_announced_at}: please enter what is missing.")}{end}{if (s_entry == "announced")}{_("Announced on {s_announced_at}. A missing grade can still be entered and is shown to its student at once; a given one changes only when its student asks for a correction.")}{end}</p>
</header>
{messages}{errors}
<dl class="tiles"><div><dt>{_("Students")}</dt><dd>{s_students}</dd></div><div><dt>{_("Given")}</dt><dd data-given>{s_given}</dd></div><div><dt>{_("Missing")}</dt><dd data-missing>{s_missing}</dd></div></dl>
{if shown}<form method="post" action="/teach/{s_code}/grades?term={s_term}" novalidate data-sheet="/teach/{s_code}/grade?term={s_term}" data-saved="{_("Saved")}" data-saving="{_("Saving …")}" data-lost="{_("Not saved. Please press Save, or log in again in another tab.")}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<p class="hint" id="grade-hint">{if (s_grading == "percent")}{_("A percentage from 0 to 100, at most one digit after the point. {s_lowest_pass} and more passes.")}{else}{_("P (passed) or F (not passed).")}{end} {_("Leave empty what is not decided yet.")}</p>
<table class="list tight" id="grade"><caption>{_("Grades of {s_code}")}</caption><thead><tr><th scope="col">{_("Name")}</th><th scope="col">{_("Temporary ID")}</th><th scope="col">{_("University")}</th><th scope="col">{_("Grade")}</th></tr></thead><tbody>
{for r in rows}<tr data-student="{r[login]}" data-state="{r[state]}" data-version="{r[version]}"><th scope="row">{r[name]} <small>{r[latin]}</small></th><td data-label="{_("Temporary ID")}"><span class="code">{r[login]}</span></td><td data-label="{_("University")}">{r[university]}</td>
<td data-label="{_("Grade")}"{if r[why]} class="wrong"{end}>{if r[open]}<input type="hidden" name="student" value="{r[login]}"><input type="hidden" name="version" value="{r[version]}"><input type="hidden" name="was" value="{r[was]}"><input class="short" name="grade" value="{r[grade]}" inputmode="{if (s_grading == "percent")}decimal{else}text{end}" autocomplete="off" maxlength="10" aria-label="{_("Grade of {r[name]}")}" aria-describedby="grade-hint"{if r[why]} aria-invalid="true"{end}> <output></output>{else}{if (r[state] == "withdrawn")}<span class="badge bad">{_("Withdrawn")}</span> <small>{r[left_at]}</small>{else}{if r[grade]}<b class="num">{r[grade]}</b>{else}–{end}{end}{end}{if r[late]} <span class="badge warn">{_("late")}</span>{end}{if r[appeal]} <a class="badge info" href="/teach/appeals?state=open">{_("correction asked for")}</a>{end}{if r[why]}<span class="why">{r[why]}</span>{end}</td></tr>
{end}</tbody></table>
{if (s_entry != "before")}{if ((s_entry != "announced") || s_missing)}<div class="bar"><output data-sheet-state></output><button class="btn">{_("Save")}</button></div>{end}{end}
</form>
<script src="/js/sheet.js" defer></script>
{if (s_entry == "before")}<div class="callout" id="file-opens"><h2>{_("From a file")}</h2><p>{_("Here a sheet of grades can be sent from {s_opens_at}. The list of students is final then.")}</p></div>{else}<section class="card"><h2>{_("From a file")}</h2>
<p>{_("Take the sheet with your students, fill in the column of grades, and send it back. You see what would be saved before anything is.")} <a href="/teach/{s_code}/grades.xlsx?term={s_term}">{_("Sheet as XLSX")}</a> · <a href="/teach/{s_code}/grades.csv?term={s_term}">{_("CSV")}</a></p>
<form method="post" action="/teach/{s_code}/grades?term={s_term}" enctype="multipart/form-data" novalidate data-progress="{_("Reading the sheet …")}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}-f">
<div class="drop{if err_list} bad{end}" data-max="5242880" data-toobig="{_("Larger than 5 MB")}"><label for="list">{_("Sheet of grades (XLSX or CSV)")}</label>
{if err_list}<p class="error" id="list-error">{err_list}</p>{end}
<input type="file" id="list" name="list" accept=".csv,.xlsx"{if err_list} aria-invalid="true" aria-describedby="list-error"{end}><output></output></div>
<div class="actions"><button class="btn second">{_("Read the sheet")}</button></div>
</form></section>{end}
{else}<div class="empty"><p>{_("Nobody has registered in this section yet. Students appear here when they register.")}</p></div>{end}
