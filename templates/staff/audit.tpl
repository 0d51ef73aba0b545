<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Audit")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Audit")}</h1>
<p class="lead">{_("Who did, or was refused, what. Rows hold numbers, never names of students. Reading here is itself recorded.")}</p>
</header>
{messages}{errors}
{if late}<div class="callout warn" role="alert" data-sealing="late"><h2>{_("Sealing is late")}</h2><p>{_("{unsealed:One row is|# rows are} not sealed; the oldest has waited for {late_min} {late_min:minute|minutes}. Please tell the operators: they see why with sojourn doctor.")}</p></div>
{else}<p data-sealing="good"><span class="badge ok">{_("Sealed")}</span> {if head}{_("{sealed} {sealed:row|rows}, head {head} of {signed_at}.")} {if unsealed}{_("{unsealed:One newer row follows|# newer rows follow} within seconds.")}{end}{else}{_("Nothing has been sealed yet; the first head follows within seconds of the first act.")}{end}</p>{end}
<form class="filters" method="get" action="/staff/audit" role="search">
<div><label for="from">{_("From")}</label><input id="from" type="date" name="from" value="{val_from}"></div>
<div><label for="until">{_("Until")}</label><input id="until" type="date" name="until" value="{val_until}"></div>
<div><label for="person">{_("Student (ID)")}</label><input id="person" name="person" value="{val_person}" maxlength="40" autocomplete="off"></div>
<div><label for="section">{_("Section")}</label><input id="section" name="section" value="{val_section}" maxlength="20" placeholder="BIO5012-01"></div>
<div><label for="university">{_("University")}</label><select id="university" name="university"><option value="">{_("All universities")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<div><label for="who">{_("Login of who acted")}</label><input id="who" name="who" value="{val_who}" maxlength="40" autocomplete="off"></div>
<div><label for="act">{_("Act")}</label><input id="act" name="act" value="{val_act}" maxlength="40" placeholder="enrol"></div>
<div><label for="outcome">{_("Outcome")}</label><input id="outcome" name="outcome" value="{val_outcome}" maxlength="40" placeholder="full"></div>
<div><label for="kind">{_("Object")}</label><input id="kind" name="kind" value="{val_kind}" maxlength="40" placeholder="application"></div>
<div><label for="object">{_("Number of the object")}</label><input id="object" name="object" inputmode="numeric" value="{val_object}"></div>
<div><label for="request_id">{_("Request")}</label><input id="request_id" name="request_id" value="{val_request_id}" maxlength="80" autocomplete="off"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if rows}<table class="list"><caption>{_("Newest first")}</caption>
<thead><tr><th scope="col">{_("When")}</th><th scope="col">{_("Act")}</th><th scope="col">{_("Who")}</th><th scope="col">{_("Student (ID)")}</th><th scope="col">{_("Object")}</th><th scope="col">{_("Outcome")}</th></tr></thead><tbody>
{for r in rows}<tr data-row="{r[id]}"><td><a href="/staff/audit/{r[id]}">{r[at]}</a></td><th scope="row">{r[act_word]} <small>{r[act]}</small></th><td data-label="{_("Who")}">{r[login]} <small>{r[university]}</small></td><td data-label="{_("Student (ID)")}">{if r[person]}<a href="?person={r[person]}">{r[person]}</a>{end}</td><td data-label="{_("Object")}">{r[object_kind]} <small>{r[object]}</small></td><td data-label="{_("Outcome")}">{if r[good]}<span class="badge ok">{r[outcome_word]}</span>{else}<span class="badge">{r[outcome_word]}</span>{end} <small>{r[rule]}</small></td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{if all}{_("No row fits this search.")}{else}{_("No row fits among those looked at so far.")}{end}</p></div>{end}
{if older}<p><a class="btn second" href="?{keep}before={older}">{_("Older rows")}</a></p>{end}
<h2>{_("As a file")}</h2>
<form method="post" action="/staff/audit" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="from" value="{val_from}">
<input type="hidden" name="until" value="{val_until}">
<input type="hidden" name="person" value="{val_person}">
<input type="hidden" name="section" value="{val_section}">
<input type="hidden" name="university" value="{val_university}">
<input type="hidden" name="who" value="{val_who}">
<input type="hidden" name="act" value="{val_act}">
<input type="hidden" name="outcome" value="{val_outcome}">
<input type="hidden" name="kind" value="{val_kind}">
<input type="hidden" name="object" value="{val_object}">
<input type="hidden" name="request_id" value="{val_request_id}">
<p>{_("The rows of this search, the newest 50,000 at most.")}</p>
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Why the file is needed")} <span class="need">{_("(required)")}</span></label>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<select id="reason" name="reason"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}><option value="">{_("Please choose")}</option><option value="inspection"{if is_reason_inspection} selected{end}>{_("An inspection")}</option><option value="incident"{if is_reason_incident} selected{end}>{_("An incident")}</option><option value="request"{if is_reason_request} selected{end}>{_("A request of the person concerned")}</option><option value="statistics"{if is_reason_statistics} selected{end}>{_("Statistics")}</option></select></div>
<div class="field"><label for="format">{_("Kind of file")}</label><select id="format" name="format"><option value="csv"{if is_format_csv} selected{end}>CSV</option><option value="xlsx"{if is_format_xlsx} selected{end}>XLSX</option></select></div>
<div class="actions"><button class="btn second">{_("Download")}</button></div>
</form>
