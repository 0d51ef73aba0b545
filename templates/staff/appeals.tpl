<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Corrections of grades")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Corrections of grades")}</h1>
<p class="lead">{_("The instructor decides until the due date. After it, or in the instructor's absence, you decide or give more time; student and instructor read your reason.")} <span class="rule">{_("Rule")} R15</span></p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/appeals">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="state">{_("State")}</label><select id="state" name="state"><option value="">{_("Any")}</option><option value="late"{if is_state_late} selected{end}>{_("Overdue")}</option><option value="open"{if is_state_open} selected{end}>{_("To decide")}</option><option value="decided"{if is_state_decided} selected{end}>{_("Decided")}</option></select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if appeals}<ul class="items" id="appeal">
{for p in appeals}<li data-appeal="{p[id]}" data-appeal-state="{p[state]}" data-section="{p[section]}"><h2>{p[section]} {p[title]} · {p[name]} <span class="code">{p[login]}</span></h2>
<p>{if (p[state] == "open")}<span class="badge {if p[late]}bad{else}warn{end}">{if p[late]}{_("overdue")}{else}{_("with the instructor")}{end}</span> {_("Due {p[due_at]}.")}{end}{if (p[state] == "changed")}<span class="badge ok">{_("grade changed")}</span>{end}{if (p[state] == "kept")}<span class="badge">{_("grade kept")}</span>{end}{if (p[state] == "taken-back")}<span class="badge">{_("taken back")}</span>{end} {_("Announced grade")}: {if (p[state] == "changed")}<del class="num">{p[before]}</del> → <ins class="num">{p[after]}</ins>{else}<b class="num">{p[before]}</b>{end}</p>
<ol class="story">{for a in acts}{if (a[appeal] == p[id])}<li><time>{a[at]}</time><p><b>{a[who]}</b> {if (a[act] == "asked")}{_("asked")}:{end}{if (a[act] == "taken-back")}{_("took it back.")}{end}{if (a[act] == "extended")}{_("gave more time, until {a[until]}")}:{end}{if (a[act] == "changed")}{_("changed the grade")}:{end}{if (a[act] == "kept")}{_("kept the grade")}:{end} {a[why]}</p></li>{end}{end}</ol>
{if (p[state] == "open")}<details class="more"{if (p[late] || (f_appeal == p[id]))} open{end}><summary>{_("Decide or give more time")}</summary><form method="post" action="/staff/appeals" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{p[id]}"><input type="hidden" name="term" value="{p[term]}"><input type="hidden" name="appeal" value="{p[id]}">
<fieldset class="choices boxed"><legend>{_("Decision")}</legend>{if ((f_appeal == p[id]) && err_decision)}<p class="error" id="decision">{err_decision}</p>{end}
<label class="choice"><input type="radio" name="decision" value="extend"{if ((f_appeal == p[id]) && is_decision_extend)} checked{end}> <span>{_("Give the instructor more time")}</span></label>
<label class="choice"><input type="radio" name="decision" value="change"{if ((f_appeal == p[id]) && is_decision_change)} checked{end}> <span>{_("Change the grade")}</span></label>
<label class="choice"><input type="radio" name="decision" value="keep"{if ((f_appeal == p[id]) && is_decision_keep)} checked{end}> <span>{_("Keep the grade")}</span></label></fieldset>
<div class="grid2"><div class="field{if ((f_appeal == p[id]) && err_until)} bad{end}"><label for="until-{p[id]}">{_("New due date")} <span class="need">({_("only to give more time")})</span></label>{if ((f_appeal == p[id]) && err_until)}<p class="error" id="until">{err_until}</p>{end}<input class="short" type="datetime-local" id="until-{p[id]}" name="until" value="{if (f_appeal == p[id])}{val_until}{end}"></div>
<div class="field{if ((f_appeal == p[id]) && err_grade)} bad{end}"><label for="grade-{p[id]}">{_("New grade")} <span class="need">({_("only to change it")})</span></label>{if ((f_appeal == p[id]) && err_grade)}<p class="error" id="grade">{err_grade}</p>{end}<input class="short" id="grade-{p[id]}" name="grade" maxlength="10" autocomplete="off" value="{if (f_appeal == p[id])}{val_grade}{end}"></div></div>
<div class="field{if ((f_appeal == p[id]) && err_reason)} bad{end}"><label for="reason-{p[id]}">{_("Reason, for the student")} <span class="need">({_("required")})</span></label>{if ((f_appeal == p[id]) && err_reason)}<p class="error" id="reason">{err_reason}</p>{end}<textarea id="reason-{p[id]}" name="reason" rows="3" maxlength="2000">{if (f_appeal == p[id])}{val_reason}{end}</textarea></div>
<div class="actions"><button class="btn">{_("Record")} <span class="hidden">{p[section]} {p[name]}</span></button></div></form></details>{end}</li>
{end}</ul>
{else}<div class="empty"><p>{_("No request fits. Students ask for corrections once grades are announced; each appears here with what everybody did.")}</p></div>{end}
