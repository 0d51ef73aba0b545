<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li><a href="/staff/applications?term={term}">{_("Applications")}</a></li><li aria-current="page">{id}</li>
</ol></nav>
<header class="page-head">
<h1>{name_native} <small>{name_latin}</small></h1>
{if (state == "submitted")}<span class="badge info">{_("Submitted")}</span>{end}{if (state == "held")}<span class="badge warn">{_("On hold")}</span>{end}{if (state == "returned")}<span class="badge warn">{_("Returned")}</span>{end}{if (state == "approved")}<span class="badge ok">{_("Approved")}</span>{end}{if (state == "rejected")}<span class="badge bad">{_("Rejected")}</span>{end}{if (state == "issued")}<span class="badge ok">{_("ID issued")}</span>{end}{if (state == "unconfirmed")}<span class="badge">{_("Unconfirmed")}</span>{end}{if (state == "withdrawn")}<span class="badge bad">{_("Application withdrawn")}</span>{end}{if (state == "expired")}<span class="badge bad">{_("Expired")}</span>{end}
{if (recommendation == "recommended")}<span class="badge ok">{_("Recommended")}</span>{end}{if (recommendation == "refused")}<span class="badge bad">{_("Not recommended")}</span>{end}{if (recommendation == "none")}<span class="badge">{_("Recommendation outstanding")}</span>{end}
<p class="lead">{_("Application {id} for term {term}, {university_name}")}</p>
</header>
{messages}{errors}
{if cases}<div class="callout warn"><h2>{_("Identity doubtful")}</h2><p>{_("This may be somebody who has an ID already. Issuing leaves the application out until it is decided.")} <a href="/staff/identity">{_("Decide who it is")}</a></p></div>{end}
<div class="split right">
<div>
<h2>{_("Application")}</h2>
<dl class="facts">
<div><dt>{_("University")}</dt><dd>{university_name} ({university})</dd></div>
<div><dt>{_("Student number")}</dt><dd>{student_no}</dd></div>
<div><dt>{_("Date of birth")}</dt><dd>{birth_date}</dd></div>
<div><dt>{_("Level")}</dt><dd>{if (level == "BA")}{_("Bachelor")}{end}{if (level == "MA")}{_("Master")}{end}{if (level == "PHD")}{_("Doctorate")}{end}{if (level == "MSPHD")}{_("Integrated master and doctorate")}{end}{if (status == "leave")} · {_("on leave")}{end}</dd></div>
<div><dt>{_("College and department")}</dt><dd>{college} {department} {semester}</dd></div>
<div><dt>{_("E-mail")}</dt><dd>{email} {if confirmed_at}<span class="soft">{_("confirmed")} {confirmed_at}</span>{else}<span class="badge">{_("not confirmed")}</span>{end}</dd></div>
<div><dt>{_("Phone")}</dt><dd>{phone}</dd></div>
{if previous_id}<div><dt>{_("Previous ID given")}</dt><dd><span class="code">{previous_id}</span></dd></div>{end}
{if max_credits}<div><dt>{_("Credit limit from the home university")}</dt><dd>{max_credits}</dd></div>{end}
<div><dt>{_("Entered by")}</dt><dd>{if (entered == "applicant")}{_("Applicant")}{else}{entered_name}{end}{if own} <span class="badge warn">{_("You")}</span>{end}</dd></div>
<div><dt>{_("Submitted")}</dt><dd>{submitted_at}</dd></div>
<div><dt>{_("Official letter")}</dt><dd>{if letter_no}{letter_no}{else}{if letter_missing}<span class="badge warn">{_("Letter outstanding")}</span>{else}{_("none")}{end}{end}</dd></div>
{if recommended_at}<div><dt>{_("Recommendation")}</dt><dd>{recommended_at} {recommended_name} {recommendation_reason}</dd></div>{end}
{if decided_at}<div><dt>{_("Decision")}</dt><dd>{decided_at} {decided_name}{if reason}<br>{reason}{end}{if published_at}<br><span class="soft">{_("visible to the applicant from")} {published_at}</span>{end}</dd></div>{end}
{if temporary_id}<div><dt>{_("Temporary ID")}</dt><dd><span class="code">{temporary_id}</span> {account_email}{if (password_state == "none")} <span class="badge">{_("not activated")}</span>{end}</dd></div>{end}
{if right_credits}<div><dt>{_("Right to register")}</dt><dd>{_("up to {right_credits} {right_credits:credit|credits} ({right_rule})")}{if suspended} <span class="badge bad">{_("suspended")}</span>{end}</dd></div>{end}
</dl>
{if differences}<table class="list diff"><caption>{_("The university's list says something else")}</caption>
<thead><tr><th scope="col">{_("Field")}</th><th scope="col">{_("List")}</th><th scope="col">{_("Student")}</th></tr></thead><tbody>{for d in differences}
<tr><th scope="row">{d[field]}</th><td data-label="{_("List")}"><del>{d[listed]}</del></td><td data-label="{_("Student")}"><ins>{d[own]}</ins></td></tr>{end}
</tbody></table>{end}
{if may_decide}{if ((state == "issued") || ((state == "unconfirmed") || ((state == "withdrawn") || (state == "expired"))))}{else}
<h2>{_("Decide")}</h2>
<form method="post" action="/staff/applications/{id}" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="seen" value="{seen}">
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">{_("(optional when approving)")}</span></label>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}<textarea id="reason" name="reason" rows="3" maxlength="1000"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}>{val_reason}</textarea></div>
<div class="actions" id="decision"><button class="btn" name="decision" value="approve">{_("Approve")}</button> <button class="btn second" name="decision" value="return">{_("Return for correction")}</button> <button class="btn second" name="decision" value="hold">{_("Hold")}</button> <button class="btn danger" name="decision" value="reject">{_("Reject")}</button></div>
</form>{end}{end}
</div>
<div>
<h2>{_("In order of time")}</h2>
<ol class="story">{if ((state == "submitted") || (state == "held"))}
<li class="next"><p>{_("A decision is due")} {due}</p></li>{end}{for s in story}
<li{if (s[kind] == "act")}{if (s[outcome] == "done")}{else} class="refused"{end}{end}><time datetime="{s[stamp]}">{s[at]}</time><p>{if (s[kind] == "letter")}{_("Official letter")} {end}{s[word]}{if s[by_name]} · {s[by_name]}{end}{if s[address]} → {s[address]}{end}{if (s[outcome] == "done")}{else} <span class="badge">{s[outcome]}</span>{if s[rule]} {s[rule]}{end}{end}{if s[note]} <span class="soft">{s[note]}</span>{end}</p></li>{end}
</ol>
</div>
</div>
