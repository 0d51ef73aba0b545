<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Recommend applicants")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Recommend applicants")}</h1>
<p class="lead">{_("Look at the address and at who entered it: the ID goes there.")}</p>
</header>
{messages}{errors}
{if criteria}<div class="callout"><h2>{_("Own criteria")}</h2><p>{criteria}</p></div>{end}
<nav aria-label="{_("Filter")}"><ul class="chips">
<li><a href="?term={term}"{if (val_state == "")} aria-current="true"{end}>{_("All")}</a></li>
<li><a href="?term={term}&amp;state=none"{if is_state_none} aria-current="true"{end}>{_("Not yet")}</a></li>
<li><a href="?term={term}&amp;state=recommended"{if is_state_recommended} aria-current="true"{end}>{_("Recommended")}</a></li>
<li><a href="?term={term}&amp;state=refused"{if is_state_refused} aria-current="true"{end}>{_("Not recommended")}</a></li>
</ul></nav>
<form class="filters" method="get" action="/partner/recommend" role="search">
<input type="hidden" name="state" value="{val_state}">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="q">{_("Name, number or address")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if rows}<form method="post" action="/partner/recommend" novalidate data-count data-select>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="term" value="{val_term}"><input type="hidden" name="state" value="{val_state}"><input type="hidden" name="q" value="{val_q}"><input type="hidden" name="page" value="{val_page}">
<table class="list" id="application"><caption>{_("{total} {total:applicant|applicants}")}</caption>
<thead><tr><td>{if may}<label class="tick" hidden><input type="checkbox" data-all> <span class="hidden">{_("All")}</span></label>{end}</td><th scope="col">{_("Name")}</th><th scope="col">{_("Address and who entered it")}</th><th scope="col">{_("State")}</th>{if (stage == "after_registration")}<th scope="col">{_("Registered")}</th>{end}<th scope="col">{_("Recommendation")}</th></tr></thead>
<tbody>
{for r in rows}<tr data-application="{r[id]}" data-recommendation="{r[recommendation]}"><td>{if may}<label class="tick"><input type="checkbox" name="application" value="{r[id]}"{if r[chosen]} checked{end}> <span class="hidden">{_("Choose {r[name_native]}")}</span></label>{end}</td>
<th scope="row"><a href="/partner/students/{r[id]}">{r[name_native]}</a> <small>{r[name_latin]}</small> <small>{r[student_no]} · {r[level_word]} · {r[department]} · {r[birth_date]}</small></th>
<td data-label="{_("Address and who entered it")}">{r[email]}{if r[confirmed]} <span class="badge ok">{_("confirmed")}</span>{end}<br><span class="soft">{if (r[entered] == "applicant")}{_("entered by the student")}{else}{if (r[entered] == "partner")}{_("entered by your university ({r[entered_name]})")}{else}{_("entered by the host ({r[entered_name]})")}{end}{end}</span>{if r[list_email]}<span class="why">{_("your list says {r[list_email]}")}</span>{end}{if r[disputed]} <a class="badge warn" href="/partner/students/{r[id]}">{_("to be settled")}</a>{end}</td>
<td data-label="{_("State")}"><span class="badge {if (r[state] == "submitted")}info{else}{if ((r[state] == "issued") || (r[state] == "approved"))}ok{else}{if ((r[state] == "held") || (r[state] == "returned"))}warn{else}bad{end}{end}{end}">{r[state_word]}</span></td>
{if (stage == "after_registration")}<td data-label="{_("Registered")}">{if r[sections]}{r[sections]} · {_("{r[credits]} {r[credits]:credit|credits}")}{else}{_("nothing yet")}{end}</td>{end}
<td data-label="{_("Recommendation")}"><span class="badge{if (r[recommendation] == "recommended")} ok{end}{if (r[recommendation] == "refused")} bad{end}">{r[recommendation_word]}</span>{if r[reason]}<span class="why">{r[reason]}</span>{end}{if r[due]}<br><span class="soft">{_("due {r[due]}")}</span>{if r[late]} <span class="badge bad">{_("overdue")}</span>{end}{end}</td></tr>
{end}</tbody></table>
{if may}<div class="bar"><output data-sum="{_("%n chosen")}">{_("Tick whom you want to decide about.")}</output>
<div class="field{if err_decision} bad{end}">
<label for="decision">{_("Decision")}</label>
{if err_decision}<p class="error" id="decision-error">{err_decision}</p>
{end}<select id="decision" name="decision"{if err_decision} aria-invalid="true" aria-describedby="decision-error"{else}{end}><option value="recommend"{if is_decision_recommend} selected{end}>{_("Recommend")}</option><option value="refuse"{if is_decision_refuse} selected{end}>{_("Do not recommend")}</option><option value="reopen"{if is_decision_reopen} selected{end}>{_("Reopen")}</option></select>
</div>
<div class="field{if err_reason} bad{end}">
<label for="reason">{_("Reason")} <span class="need">{_("(needed to refuse)")}</span></label>
{if err_reason}<p class="error" id="reason-error">{err_reason}</p>
{end}<input id="reason" name="reason" maxlength="1000" value="{val_reason}"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{else}{end}>
</div>
{if criteria}<label class="choice"><input type="checkbox" name="criteria" value="1"{if val_criteria} checked{end}> <span>{_("Our own criteria are met.")}</span></label>{end}
<button class="btn">{_("Record")}</button></div>{end}
</form>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("Nobody here. Applicants appear when your list is submitted or when students have confirmed their application.")} <a href="/partner/recommend?term={term}">{_("Show all")}</a></p></div>{end}
