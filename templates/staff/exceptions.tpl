<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Exceptions")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Exceptions")}</h1>
<p class="lead">{_("A deadline holds for everybody. An exception has a reason, an end and two people: one who asks, another who agrees. It opens nothing but the deadline: credits, seats and timetable count as ever.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/exceptions">
<div><label for="show-term">{_("Term")}</label><select id="show-term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if exceptions}<table class="list"><caption>{_("Exceptions")}</caption>
<thead><tr><th scope="col">{_("What may be late")}</th><th scope="col">{_("For whom")}</th><th scope="col">{_("Reason")}</th><th scope="col">{_("Until")}</th><th scope="col">{_("Who")}</th><th scope="col">{_("State")}</th></tr></thead><tbody>{for e in exceptions}
<tr><th scope="row">{if (e[kind] == "late-list")}{_("A list of applicants")}{end}{if (e[kind] == "late-letter")}{_("An official letter")}{end}{if (e[kind] == "late-act")}{_("An act of one student")}{end}{if (e[kind] == "late-withdrawal")}{_("A withdrawal")}{end}{if (e[kind] == "capacity")}{_("More seats than the room holds")}{end}</th><td data-label="{_("For whom")}">{e[university]} {e[person]} <span class="code">{e[login]}</span>{if e[take]}<br>{if (e[kind] == "capacity")}{_("{e[take]}: {e[seats]} {e[seats]:seat|seats}")}{else}{_("may add {e[take]}")}{end}{end}{if e[leave]}<br>{if (e[kind] == "late-act")}{_("may cancel {e[leave]}")}{else}{_("may withdraw from {e[leave]}")}{end}{end}</td><td data-label="{_("Reason")}">{e[reason]}</td><td data-label="{_("Until")}">{e[until]}</td><td data-label="{_("Who")}">{e[asked_name]}{if e[agreed_name]}, {e[agreed_name]}{end}</td><td data-label="{_("State")}">{if (e[state] == "waiting")}<span class="badge warn">{_("Waits for a second person")}</span>{end}{if (e[state] == "in-force")}<span class="badge ok">{_("In force")}</span>{end}{if (e[state] == "used")}<span class="badge">{_("Used")}</span>{end}{if (e[state] == "expired")}<span class="badge">{_("Expired")}</span>{end}{if (e[state] == "ended")}<span class="badge">{_("Ended")}</span>{end}{if ((e[state] == "waiting") || (e[state] == "in-force"))}<form method="post" action="/staff/exceptions" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="exception" value="{e[id]}">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
{if (e[state] == "waiting")}{if e[own]}<span class="soft">{_("You asked; a colleague has to agree.")}</span>{else}<button class="btn small" name="decision" value="agree">{_("Agree")}</button>{end}{end} <button class="btn small plain" name="decision" value="end">{_("End it")}</button></form>{end}</td></tr>{end}
</tbody></table>{else}<div class="empty"><p>{_("No exception in this term.")}</p></div>{end}
<h2>{_("Ask for an exception")}</h2>
<form method="post" action="/staff/exceptions" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="decision" value="ask">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
<div class="field{if err_kind} bad{end}"><label for="kind">{_("What may be late")} <span class="need">{_("(required)")}</span></label>{if err_kind}<p class="error" id="kind-error">{err_kind}</p>{end}
<select id="kind" name="kind"{if err_kind} aria-invalid="true" aria-describedby="kind-error"{end}><option value="late-list"{if is_kind_late_list} selected{end}>{_("A list of applicants")}</option><option value="late-letter"{if is_kind_late_letter} selected{end}>{_("An official letter")}</option><option value="late-act"{if is_kind_late_act} selected{end}>{_("An act of one student")}</option><option value="late-withdrawal"{if is_kind_late_withdrawal} selected{end}>{_("A withdrawal")}</option></select></div>
<div class="field{if err_university} bad{end}"><label for="university">{_("University")} <span class="need">{_("(for a list or a letter)")}</span></label>{if err_university}<p class="error" id="university-error">{err_university}</p>{end}
<select id="university" name="university"{if err_university} aria-invalid="true" aria-describedby="university-error"{end}><option value="">{_("Please choose")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<div class="field{if err_login} bad{end}"><label for="login">{_("Temporary ID of the student")} <span class="need">{_("(for one student)")}</span></label>
{if err_login}<p class="error" id="login-error">{err_login}</p>{end}
<input class="short" id="login" name="login" value="{val_login}"{if err_login} aria-invalid="true" aria-describedby="login-error"{end}></div>
<div class="field{if err_take} bad{end}"><label for="take">{_("Sections he or she may add")} <span class="need">{_("(for a late act)")}</span></label>
<p class="hint" id="take-hint">{_("Each once. With a section to leave as well, the two are exchanged: both or neither. Every other rule still holds.")}</p>{if err_take}<p class="error" id="take-error">{err_take}</p>{end}
<input id="take" name="take" value="{val_take}" maxlength="150" autocomplete="off"{if err_take} aria-invalid="true" aria-describedby="take-hint take-error"{else} aria-describedby="take-hint"{end}></div>
<div class="field{if err_leave} bad{end}"><label for="leave">{_("Sections he or she may leave")} <span class="need">{_("(for a late act or withdrawal)")}</span></label>
{if err_leave}<p class="error" id="leave-error">{err_leave}</p>{end}
<input id="leave" name="leave" value="{val_leave}" maxlength="150" autocomplete="off"{if err_leave} aria-invalid="true" aria-describedby="leave-error"{end}></div>
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">{_("(required)")}</span></label>
{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<textarea id="reason" name="reason" rows="2"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}>{val_reason}</textarea></div>
<div class="field{if err_until} bad{end}"><label for="until">{_("Until")} <span class="need">{_("(required)")}</span></label>
{if err_until}<p class="error" id="until-error">{err_until}</p>{end}
<input type="datetime-local" id="until" name="until" value="{val_until}"{if err_until} aria-invalid="true" aria-describedby="until-error"{end}></div>
<div class="actions"><button class="btn">{_("Ask for it")}</button></div>
</form>
