<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Lists of registrations and grades")}</li>
</ol></nav>
<header class="page-head">
<h1>{if is_kind_grades}{_("Lists of grades")}{else}{_("Lists of registrations")}{end}</h1>
<p class="lead">{_("The newest list of each university, and whether it has acknowledged it. What is late stands first; a new version asks again.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/lists" role="search">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="kind">{_("Kind of list")}</label><select id="kind" name="kind"><option value="registrations">{_("Registrations")}</option><option value="grades"{if is_kind_grades} selected{end}>{_("Grades")}</option></select></div>
<div><label for="state">{_("State")}</label><select id="state" name="state"><option value="">{_("Any")}</option><option value="open"{if is_state_open} selected{end}>{_("Not acknowledged")}</option><option value="late"{if is_state_late} selected{end}>{_("Overdue")}</option><option value="done"{if is_state_done} selected{end}>{_("Acknowledged")}</option></select></div>
<div><label for="university">{_("University")}</label><select id="university" name="university"><option value="">{_("All universities")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<button class="btn second">{_("Search")}</button>
</form>
<table><caption>{_("In numbers")}</caption><tbody>
<tr><th scope="row">{_("Acknowledged")}</th><td><span class="seats" data-acknowledged="{acknowledged}" data-lists="{lists}"><b>{acknowledged}</b> / {lists}<meter min="0" max="{lists}" value="{acknowledged}" aria-label="{_("{acknowledged} of {lists} {lists:list|lists} acknowledged")}"></meter></span></td></tr>
<tr><th scope="row">{_("Overdue")}</th><td><span class="seats"><b>{overdue}</b> / {lists}<meter min="0" max="{lists}" value="{overdue}" aria-label="{_("{overdue} of {lists} {lists:list|lists} overdue")}"></meter></span></td></tr>
<tr><th scope="row">{_("Students registered")}</th><td><span class="seats"><b>{enough}</b> / {rights}<meter min="0" max="{rights}" value="{enough}" aria-label="{_("{enough} of {rights} {rights:student|students} registered")}"></meter></span> <a href="/staff/missing">{_("Not registered yet")}</a></td></tr>
</tbody></table>
{if shown}{if purpose}<p><small>{_("Files are noted as for: {purpose}")} · <a href="{purpose_page}">{_("Change the purpose")}</a></small></p>{else}<p><small>{_("Before the first file you are asked once what it is for.")} <a href="{purpose_page}">{_("Say it now")}</a></small></p>{end}<table class="list"><caption>{_("{total} {total:university|universities}")}</caption><thead><tr><th scope="col">{_("University")}</th><th scope="col">{_("List")}</th><th scope="col" class="num">{if is_kind_grades}{_("Grades")}{else}{_("Registrations")}{end}</th><th scope="col">{_("Acknowledgement")}</th><th scope="col">{_("Students registered")}</th></tr></thead><tbody>
{rows}</tbody></table>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("No university fits. Lists are made when course registration ends.")} <a href="/staff/lists">{_("Show all")}</a></p></div>{end}
