<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/teach">{_("My sections")}</a></li><li aria-current="page">{_("Corrections of grades")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Corrections of grades")}</h1>
<p class="lead">{_("Students may ask once a grade is announced. You decide with a reason; the student reads it, and both values are kept.")} <span class="rule">{_("Rule")} R15</span></p>
</header>
{messages}{errors}
<nav aria-label="{_("Filter")}"><ul class="chips">
<li><a href="/teach/appeals"{if (val_state == "")} aria-current="true"{end}>{_("All")}</a></li>
<li><a href="/teach/appeals?state=open"{if is_state_open} aria-current="true"{end}>{_("To decide")}</a></li>
<li><a href="/teach/appeals?state=decided"{if is_state_decided} aria-current="true"{end}>{_("Decided")}</a></li>
</ul></nav>
{if appeals}<ul class="items" id="appeal">
{for p in appeals}<li data-appeal="{p[id]}" data-appeal-state="{p[state]}" data-section="{p[section]}"><h2>{p[section]} {p[title]} · {p[name]} <span class="code">{p[login]}</span></h2>
<p>{if (p[state] == "open")}<span class="badge {if p[late]}bad{else}warn{end}">{if p[late]}{_("overdue")}{else}{_("to decide")}{end}</span> {_("Due {p[due_at]}.")}{end}{if (p[state] == "changed")}<span class="badge ok">{_("grade changed")}</span>{end}{if (p[state] == "kept")}<span class="badge">{_("grade kept")}</span>{end}{if (p[state] == "taken-back")}<span class="badge">{_("taken back")}</span>{end} {_("Announced grade")}: {if (p[state] == "changed")}<del class="num">{p[before]}</del> → <ins class="num">{p[after]}</ins>{else}<b class="num">{p[before]}</b>{end}</p>
<ol class="story">{for a in acts}{if (a[appeal] == p[id])}<li><time>{a[at]}</time><p><b>{a[who]}</b> {if (a[act] == "asked")}{_("asked")}:{end}{if (a[act] == "taken-back")}{_("took it back.")}{end}{if (a[act] == "extended")}{_("gave more time, until {a[until]}")}:{end}{if (a[act] == "changed")}{_("changed the grade")}:{end}{if (a[act] == "kept")}{_("kept the grade")}:{end} {a[why]}</p></li>{end}{end}</ol>
{if ((p[state] == "open") && (p[late] == 0))}<form method="post" action="/teach/appeals" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{p[id]}"><input type="hidden" name="appeal" value="{p[id]}">
<fieldset class="choices boxed"><legend>{_("Decision")}</legend>
<label class="choice"><input type="radio" name="decision" value="change"{if ((f_appeal == p[id]) && is_decision_change)} checked{end}> <span>{_("Change the grade")}</span></label>
<label class="choice"><input type="radio" name="decision" value="keep"{if ((f_appeal == p[id]) && is_decision_keep)} checked{end}> <span>{_("Keep the grade")}</span></label></fieldset>
<div class="field{if ((f_appeal == p[id]) && err_grade)} bad{end}"><label for="grade-{p[id]}">{_("New grade")} <span class="need">({_("only to change it")})</span></label>{if ((f_appeal == p[id]) && err_grade)}<p class="error" id="grade">{err_grade}</p>{end}<input class="short" id="grade-{p[id]}" name="grade" maxlength="10" autocomplete="off" inputmode="{if (p[grading] == "percent")}decimal{else}text{end}" value="{if (f_appeal == p[id])}{val_grade}{end}"></div>
<div class="field{if ((f_appeal == p[id]) && err_reason)} bad{end}"><label for="reason-{p[id]}">{_("Reason, for the student")} <span class="need">({_("required")})</span></label>{if ((f_appeal == p[id]) && err_reason)}<p class="error" id="reason">{err_reason}</p>{end}<textarea id="reason-{p[id]}" name="reason" rows="3" maxlength="2000">{if (f_appeal == p[id])}{val_reason}{end}</textarea></div>
<div class="actions"><button class="btn">{_("Decide")} <span class="hidden">{p[section]} {p[name]}</span></button></div></form>{end}
{if ((p[state] == "open") && p[late])}<p class="callout warn">{_("The time to decide is over. The academic team decides now, or gives you more time.")}</p>{end}</li>
{end}</ul>
{else}<div class="empty"><p>{_("No student has asked for a correction. Requests appear here while corrections can be asked for, and you get a mail for each.")}</p></div>{end}
