<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Our students")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Our students")}</h1>
<p class="lead">{_("Applications, IDs and registrations of term {term}.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/partner/students" role="search">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="state">{_("State")}</label><select id="state" name="state"><option value="">{_("All")}</option><option value="submitted"{if is_state_submitted} selected{end}>{_("Submitted")}</option><option value="held"{if is_state_held} selected{end}>{_("On hold")}</option><option value="returned"{if is_state_returned} selected{end}>{_("Returned for correction")}</option><option value="approved"{if is_state_approved} selected{end}>{_("Approved")}</option><option value="rejected"{if is_state_rejected} selected{end}>{_("Rejected")}</option><option value="issued"{if is_state_issued} selected{end}>{_("ID issued")}</option><option value="withdrawn"{if is_state_withdrawn} selected{end}>{_("Application withdrawn")}</option></select></div>
<div><label for="q">{_("Name, number or address")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if rows}<p class="actions">{if purpose}<a class="btn plain" href="/partner/students.xlsx?{keep}">{_("Download as XLSX")}</a> <a class="btn plain" href="/partner/students.csv?{keep}">{_("Download as CSV")}</a> <small>{_("Noted as for: {purpose}")} · <a href="{purpose_page}">{_("Change the purpose")}</a></small>{else}<a class="btn plain" href="{purpose_page}">{_("Download as a file")}</a> <small><a href="/partner/students.xlsx?{keep}">{_("Without naming a purpose")}</a></small>{end}</p>
<table class="list"><caption>{_("{total} {total:student|students}")}</caption>
<thead><tr><th scope="col">{_("Name")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Recommendation")}</th><th scope="col">{_("Temporary student ID")}</th><th scope="col">{_("Registered")}</th></tr></thead>
<tbody>
{for r in rows}<tr data-application="{r[id]}" data-state="{r[state]}"><th scope="row"><a href="/partner/students/{r[id]}">{r[name_native]}</a> <small>{r[name_latin]}</small> <small>{r[student_no]} · {r[level_word]} · {r[department]}</small></th>
<td data-label="{_("State")}"><span class="badge {if (r[state] == "submitted")}info{else}{if ((r[state] == "issued") || (r[state] == "approved"))}ok{else}{if ((r[state] == "held") || (r[state] == "returned"))}warn{else}bad{end}{end}{end}">{r[state_word]}</span>{if r[disputed]} <span class="badge warn">{_("to be settled")}</span>{end}{if r[bounced]} <span class="badge bad">{_("mail came back")}</span>{end}</td>
<td data-label="{_("Recommendation")}"><span class="badge{if (r[recommendation] == "recommended")} ok{end}{if (r[recommendation] == "refused")} bad{end}">{r[recommendation_word]}</span></td>
<td data-label="{_("Temporary student ID")}">{if r[temporary_id]}<span class="code">{r[temporary_id]}</span>{else}–{end}</td>
<td data-label="{_("Registered")}">{if r[sections]}{r[sections]} · {_("{r[credits]} {r[credits]:credit|credits}")}{else}–{end}{if (r[withdrawals] == "0")}{else} <span class="badge warn">{_("withdrawal")}</span>{end}</td></tr>
{end}</tbody></table>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("No student fits. Students appear when your list is submitted or when they have confirmed their own application.")} <a href="/partner/students?term={term}">{_("Show all")}</a></p></div>{end}
