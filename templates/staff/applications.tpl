<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Applications")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Applications")}</h1>
<p class="lead">{_("Approve, reject, return for correction or hold. A decision can be changed until the ID is issued.")}</p>
</header>
{messages}{errors}
<nav aria-label="{_("State")}"><ul class="chips">
<li><a href="?{keep_but_state}"{if (val_state == "")} aria-current="true"{end}>{_("All")}</a></li>{for f in frame}{if (f[kind] == "state")}
<li><a href="?{keep_but_state}state={f[code]}"{if (f[code] == val_state)} aria-current="true"{end}>{if (f[code] == "submitted")}{_("Submitted")}{end}{if (f[code] == "held")}{_("On hold")}{end}{if (f[code] == "returned")}{_("Returned")}{end}{if (f[code] == "approved")}{_("Approved")}{end}{if (f[code] == "rejected")}{_("Rejected")}{end}{if (f[code] == "issued")}{_("ID issued")}{end}{if (f[code] == "unconfirmed")}{_("Unconfirmed")}{end}{if (f[code] == "withdrawn")}{_("Application withdrawn")}{end}{if (f[code] == "expired")}{_("Expired")}{end} <b class="num">{f[n]}</b></a></li>{end}{end}
</ul></nav>
<form class="filters" method="get" action="/staff/applications" role="search">
<input type="hidden" name="state" value="{val_state}">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for f in frame}{if (f[kind] == "term")}<option{if f[current]} selected{end}>{f[code]}</option>{end}{end}</select></div>
<div><label for="university">{_("University")}</label><select id="university" name="university"><option value="">{_("All universities")}</option>{for f in frame}{if (f[kind] == "university")}<option value="{f[code]}"{if f[current]} selected{end}>{f[name]} ({f[n]})</option>{end}{end}</select></div>
<div><label for="recommendation">{_("Recommendation")}</label><select id="recommendation" name="recommendation"><option value="">{_("Any")}</option><option value="none"{if is_recommendation_none} selected{end}>{_("Not yet")}</option><option value="recommended"{if is_recommendation_recommended} selected{end}>{_("Recommended")}</option><option value="refused"{if is_recommendation_refused} selected{end}>{_("Refused")}</option></select></div>
<div><label for="q">{_("Name, number or address")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if shown}
<form method="post" action="/staff/applications" novalidate data-count data-select id="application">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="term" value="{val_term}">
<input type="hidden" name="state" value="{val_state}">
<input type="hidden" name="university" value="{val_university}">
<input type="hidden" name="recommendation" value="{val_recommendation}">
<input type="hidden" name="q" value="{val_q}">
<input type="hidden" name="page" value="{val_page}">{for f in frame}{if (f[kind] == "seen")}
<input type="hidden" name="seen" value="{f[code]}">{end}{end}
<table class="list"><caption>{_("{total} {total:application|applications}")}</caption>
<thead><tr><td>{if may_decide}<label class="tick" hidden><input type="checkbox" data-all> <span class="hidden">{_("All")}</span></label>{end}</td><th scope="col">{_("Name")}</th><th scope="col">{_("University")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Recommendation")}</th><th scope="col">{_("Entered by")}</th><th scope="col">{_("Due")}</th></tr></thead>
<tbody>
{rows}</tbody></table>
{if may_decide}
<div class="bar"><output data-sum="{_("%n chosen")}">{_("Tick what you want to decide.")}</output>
<div class="field{if err_decision} bad{end}"><label for="decision">{_("Decision")}</label>{if err_decision}<p class="error" id="decision-error">{err_decision}</p>{end}<select id="decision" name="decision"{if err_decision} aria-invalid="true" aria-describedby="decision-error"{end}><option value="approve"{if is_decision_approve} selected{end}>{_("Approve")}</option><option value="reject"{if is_decision_reject} selected{end}>{_("Reject")}</option><option value="return"{if is_decision_return} selected{end}>{_("Return for correction")}</option><option value="hold"{if is_decision_hold} selected{end}>{_("Hold")}</option></select></div>
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">{_("(optional when approving)")}</span></label>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}<input id="reason" name="reason" maxlength="1000" value="{val_reason}"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}></div>
<button class="btn">{_("Decide")}</button></div>
{end}
</form>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("No application fits these filters.")} <a href="/staff/applications">{_("Show all")}</a></p></div>{end}
