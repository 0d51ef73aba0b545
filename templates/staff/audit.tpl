<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Audit")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Audit")}</h1>
<p class="lead">{_("Who did, or was refused, what. Rows hold numbers, never names of students. Reading here is itself recorded.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/audit" role="search">
<div><label for="from">{_("From")}</label><input id="from" type="date" name="from" value="{val_from}"></div>
<div><label for="until">{_("Until")}</label><input id="until" type="date" name="until" value="{val_until}"></div>
<div><label for="who">{_("Login")}</label><input id="who" name="who" value="{val_who}" maxlength="40"></div>
<div><label for="act">{_("Act")}</label><input id="act" name="act" value="{val_act}" maxlength="40"></div>
<div><label for="outcome">{_("Outcome")}</label><input id="outcome" name="outcome" value="{val_outcome}" maxlength="40"></div>
<div><label for="kind">{_("Object")}</label><input id="kind" name="kind" value="{val_kind}" maxlength="40"></div>
<div><label for="object">{_("Number of the object")}</label><input id="object" name="object" inputmode="numeric" value="{val_object}"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if shown}<section class="scroll" tabindex="0" aria-label="{_("Audit")}"><table><caption>{_("Newest first")}</caption>
<thead><tr><th scope="col" class="num">{_("No.")}</th><th scope="col">{_("When")}</th><th scope="col">{_("Who")}</th><th scope="col">{_("Act")}</th><th scope="col">{_("Object")}</th><th scope="col">{_("Outcome")}</th><th scope="col">{_("Details")}</th></tr></thead><tbody>
{rows}</tbody></table></section>
{if older}<p><a class="btn second" href="?{keep}before={older}">{_("Older rows")}</a></p>{end}
{else}<div class="empty"><p>{_("No row fits this search.")}</p></div>{end}
<h2>{_("As a file")}</h2>
<form method="post" action="/staff/audit" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="from" value="{val_from}">
<input type="hidden" name="until" value="{val_until}">
<input type="hidden" name="who" value="{val_who}">
<input type="hidden" name="act" value="{val_act}">
<input type="hidden" name="outcome" value="{val_outcome}">
<input type="hidden" name="kind" value="{val_kind}">
<input type="hidden" name="object" value="{val_object}">
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Why the file is needed")} <span class="need">{_("(required)")}</span></label>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<select id="reason" name="reason"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}><option value="">{_("Please choose")}</option><option value="inspection"{if is_reason_inspection} selected{end}>{_("An inspection")}</option><option value="incident"{if is_reason_incident} selected{end}>{_("An incident")}</option><option value="request"{if is_reason_request} selected{end}>{_("A request of the person concerned")}</option><option value="statistics"{if is_reason_statistics} selected{end}>{_("Statistics")}</option></select></div>
<div class="actions"><button class="btn second">{_("Download as CSV")}</button></div>
</form>
