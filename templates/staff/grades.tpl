<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Grades")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Grades")}</h1>
<p class="lead">{if due_at}{_("Instructors enter them until {due_at}; students see them from {announced_at} on. Who is late is reminded by mail; you can remind at once.")}{else}{_("How far the grades of each section are.")}{end}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/grades">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="state">{_("State")}</label><select id="state" name="state"><option value="">{_("Any")}</option><option value="missing"{if is_state_missing} selected{end}>{_("Grades missing")}</option><option value="done"{if is_state_done} selected{end}>{_("Complete")}</option></select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if spread}<figure class="plot"><figcaption>{_("Students by grade")}: {one}</figcaption><svg viewBox="0 0 640 240" role="img" aria-label="{_("Students by grade, from the best; the table below says the same")}"><path class="axis" d="M40 200H620"/>
{for b in spread}<rect class="s1" x="{b[x]}" y="{b[y]}" width="36" height="{b[h]}"/><text x="{b[mid]}" y="{b[above]}" text-anchor="middle">{b[students]}</text><text x="{b[mid]}" y="218" text-anchor="middle" font-size="11">{b[name]}</text>
{end}</svg>
<details class="more"><summary>{_("As a table")}</summary><table><caption>{_("Students by grade")}</caption><thead><tr><th scope="col">{_("Grade")}</th><th scope="col" class="num">{_("Students")}</th></tr></thead><tbody>{for b in spread}<tr><th scope="row">{b[name]}</th><td class="num">{b[students]}</td></tr>{end}</tbody></table></details></figure>{end}
{if shown}<form method="post" action="/staff/grades" novalidate data-count data-select>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
{for t in terms}{if t[current]}<input type="hidden" name="term" value="{t[code]}">{end}{end}
<input type="hidden" name="state" value="{val_state}">
<table class="list" id="section"><caption>{_("{shown} {shown:section|sections} with students")}</caption>
<thead><tr><td><label class="tick" hidden><input type="checkbox" data-all> <span class="hidden">{_("All")}</span></label></td><th scope="col">{_("Section")}</th><th scope="col">{_("Instructor")}</th><th scope="col">{_("Grades")}</th><th scope="col" class="num">{_("Mean")}</th><th scope="col">{_("Corrections")}</th></tr></thead><tbody>
{rows}</tbody></table>
<div class="bar"><output data-sum="{_("%n chosen")}">{_("Tick the sections whose instructors you want to remind.")}</output>
<button class="btn">{_("Remind the instructors")}</button></div>
</form>{else}<div class="empty"><p>{_("No section fits. Sections with students appear here, with their grades as they are entered.")} <a href="/staff/grades">{_("Show all")}</a></p></div>{end}
