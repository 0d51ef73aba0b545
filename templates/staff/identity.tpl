<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Doubtful identities")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Doubtful identities")}</h1>
<p class="lead">{_("One human, one ID, for life. Is it the same person? A merge takes two colleagues and can be undone; no password moves with it.")}</p>
</header>
{messages}{errors}
{if pairs}{for p in pairs}
<section class="card" aria-labelledby="pair-{p[id]}">
<h2 id="pair-{p[id]}">{p[a_name]} · {p[b_name]} {if (p[state] == "open")}<span class="badge warn">{_("To decide")}</span>{end}{if (p[state] == "merge-asked")}<span class="badge warn">{_("Merge asked")}</span>{end}{if (p[state] == "merged")}<span class="badge ok">{_("One person")}</span>{end}{if (p[state] == "separate")}<span class="badge">{_("Two persons")}</span>{end}</h2>
<p class="soft">{if (p[why] == "name")}{_("Name and date of birth are the same at another university or under another number.")}{end}{if (p[why] == "number")}{_("The student number belongs to somebody whose name or date of birth differs.")}{end}{if (p[why] == "previous-id")}{_("The previous ID given belongs to somebody whose name or date of birth differs.")}{end}{if p[application_id]} <a href="/staff/applications/{p[application_id]}">{_("Application")} {p[application_id]}</a> ({p[term]}){end}</p>
<table class="list diff"><thead><tr><td></td><th scope="col">{_("On file")}</th><th scope="col">{_("Newer")}</th></tr></thead><tbody>
<tr><th scope="row">{_("Name")}</th><td data-label="{_("On file")}">{p[a_name]} <small>{p[a_latin]}</small></td><td data-label="{_("Newer")}">{p[b_name]} <small>{p[b_latin]}</small></td></tr>
<tr><th scope="row">{_("Date of birth")}</th><td data-label="{_("On file")}">{p[a_birth]}</td><td data-label="{_("Newer")}">{p[b_birth]}</td></tr>
<tr><th scope="row">{_("Studies and applications")}</th><td data-label="{_("On file")}">{p[a_studies]}</td><td data-label="{_("Newer")}">{p[b_studies]}</td></tr>
<tr><th scope="row">{_("E-mail")}</th><td data-label="{_("On file")}">{p[a_email]}</td><td data-label="{_("Newer")}">{p[b_email]}</td></tr>
<tr><th scope="row">{_("Temporary ID")}</th><td data-label="{_("On file")}"><span class="code">{p[a_temporary]}</span></td><td data-label="{_("Newer")}"><span class="code">{p[b_temporary]}</span></td></tr>
<tr><th scope="row">{_("Known since")}</th><td data-label="{_("On file")}">{p[a_since]}</td><td data-label="{_("Newer")}">{p[b_since]}</td></tr>
</tbody></table>
{if p[decided_at]}<p class="soft">{p[decided_at]} {p[decided_name]}: {p[reason]}</p>{else}{if p[reason]}<p class="soft">{p[asked_name]}: {p[reason]}</p>{end}{end}
<form method="post" action="/staff/identity" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="a" value="{p[a]}">
<input type="hidden" name="b" value="{p[b]}">
{if ((val_a == p[a]) && (val_b == p[b]))}<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">{_("(required)")}</span></label>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}<input id="reason" name="reason" maxlength="1000" value="{val_reason}"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}></div>{else}<div class="field"><label for="reason-{p[id]}">{_("Reason")} <span class="need">{_("(required)")}</span></label><input id="reason-{p[id]}" name="reason" maxlength="1000"></div>{end}
<div class="actions">{if (p[state] == "open")}<button class="btn" name="decision" value="separate">{_("Two persons")}</button> <button class="btn second" name="decision" value="merge">{_("One person: ask for a merge")}</button>{end}{if (p[state] == "merge-asked")}{if p[own]}<p>{_("You asked for this merge. A colleague has to agree.")}</p>{else}<button class="btn" name="decision" value="merge">{_("Agree: one person")}</button>{end} <button class="btn second" name="decision" value="separate">{_("Two persons")}</button>{end}{if (p[state] == "merged")}<button class="btn danger" name="decision" value="separate">{_("Undo the merge: two persons")}</button>{end}{if (p[state] == "separate")}<button class="btn second" name="decision" value="merge">{_("One person after all: ask for a merge")}</button>{end}</div>
</form>
</section>{end}
{else}<div class="empty"><p>{_("No identity is in doubt.")}</p></div>{end}
