<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Windows")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Windows")}</h1>
<p class="lead">{_("From when until when what may be done in a term. A change keeps the old times, and those concerned get a mail.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/windows">
<div><label for="show-term">{_("Term")}</label><select id="show-term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
<table class="list"><caption>{_("Calendar of the term")}</caption>
<thead><tr><th scope="col">{_("Window")}</th><th scope="col">{_("Opens")}</th><th scope="col">{_("Closes")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Last change")}</th></tr></thead><tbody>{for w in windows}{if w[replaced]}{else}
<tr><th scope="row">{if (w[kind] == "APPLY")}{_("Applications")}{end}{if (w[kind] == "COURSE_OPENING")}{_("Opening of courses")}{end}{if (w[kind] == "REGISTER")}{_("Registration")}{end}{if (w[kind] == "CHANGE")}{_("Changes and cancellation")}{end}{if (w[kind] == "WITHDRAW")}{_("Withdrawal")}{end}{if (w[kind] == "GRADE_VIEW")}{_("Grades are shown")}{end}{if (w[kind] == "GRADE_APPEAL")}{_("Grade corrections")}{end}{if w[university]} <small>{w[university_name]}</small>{end}</th><td data-label="{_("Opens")}">{w[opens_at]}</td><td data-label="{_("Closes")}">{w[closes_at]}</td><td data-label="{_("State")}">{if (w[state] == "open")}<span class="badge ok">{_("Open")}</span>{end}{if (w[state] == "before")}<span class="badge info">{_("Not yet open")}</span>{end}{if (w[state] == "closed")}<span class="badge">{_("Closed")}</span>{end}{if w[overlap_confirmed]}<span class="why">{_("overlap confirmed")}</span>{end}</td><td data-label="{_("Last change")}"><a href="?{keep}kind={w[kind]}{if w[university]}&amp;university={w[university]}{end}#change">{_("Change")}</a>{if w[reason]}<span class="why">{w[reason]} ({w[made_name]})</span>{end}</td></tr>{end}{end}
</tbody></table>
<section id="change" aria-labelledby="change-title">
<h2 id="change-title">{_("Enter or change a window")}</h2>
<form method="post" action="/staff/windows" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
<div class="field{if err_kind} bad{end}"><label for="kind">{_("Window")} <span class="need">{_("(required)")}</span></label>{if err_kind}<p class="error" id="kind-error">{err_kind}</p>{end}
<select id="kind" name="kind"{if err_kind} aria-invalid="true" aria-describedby="kind-error"{end}><option value="APPLY"{if is_kind_APPLY} selected{end}>{_("Applications")}</option><option value="COURSE_OPENING"{if is_kind_COURSE_OPENING} selected{end}>{_("Opening of courses")}</option><option value="REGISTER"{if is_kind_REGISTER} selected{end}>{_("Registration")}</option><option value="CHANGE"{if is_kind_CHANGE} selected{end}>{_("Changes and cancellation")}</option><option value="WITHDRAW"{if is_kind_WITHDRAW} selected{end}>{_("Withdrawal")}</option><option value="GRADE_VIEW"{if is_kind_GRADE_VIEW} selected{end}>{_("Grades are shown")}</option><option value="GRADE_APPEAL"{if is_kind_GRADE_APPEAL} selected{end}>{_("Grade corrections")}</option></select></div>
<div class="field{if err_university} bad{end}"><label for="university">{_("Only for one university")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="university-hint">{_("Its own deadline for applications; never later than the one of all.")}</p>{if err_university}<p class="error" id="university-error">{err_university}</p>{end}
<select id="university" name="university" aria-describedby="university-hint"><option value="">{_("For all")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<div class="grid2">
<div class="field{if err_opens_at} bad{end}"><label for="opens_at">{_("Opens")} <span class="need">{_("(required)")}</span></label>{if err_opens_at}<p class="error" id="opens_at-error">{err_opens_at}</p>{end}
<input type="datetime-local" id="opens_at" name="opens_at"{if err_opens_at} aria-invalid="true" aria-describedby="opens_at-error"{end} value="{if val_opens_at}{val_opens_at}{else}{for w in windows}{if w[replaced]}{else}{if ((w[kind] == val_kind) && (w[university] == val_university))}{w[opens_local]}{end}{end}{end}{end}"></div>
<div class="field{if err_closes_at} bad{end}"><label for="closes_at">{_("Closes")} <span class="need">{_("(required)")}</span></label>{if err_closes_at}<p class="error" id="closes_at-error">{err_closes_at}</p>{end}
<input type="datetime-local" id="closes_at" name="closes_at"{if err_closes_at} aria-invalid="true" aria-describedby="closes_at-error"{end} value="{if val_closes_at}{val_closes_at}{else}{for w in windows}{if w[replaced]}{else}{if ((w[kind] == val_kind) && (w[university] == val_university))}{w[closes_local]}{end}{end}{end}{end}"></div>
</div>
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="reason-hint">{_("Kept in the history; the universities and students concerned read it.")}</p>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<textarea id="reason" name="reason" rows="2"{if err_reason} aria-invalid="true" aria-describedby="reason-hint reason-error"{else} aria-describedby="reason-hint"{end}>{val_reason}</textarea></div>
<label class="choice"><input type="checkbox" name="confirm" value="1"{if val_confirm} checked{end}> <span>{_("Changes and withdrawal may overlap: this is intended")} <small>{_("In the overlap a student decides between cancelling, which leaves no trace, and withdrawing, which does.")}</small></span></label>
<div class="actions"><button class="btn">{_("Save the window")}</button></div>
</form>
</section>
<section aria-labelledby="history">
<h2 id="history">{_("What it was before")}</h2>
{if changes}<table class="list"><thead><tr><th scope="col">{_("Window")}</th><th scope="col">{_("Opened")}</th><th scope="col">{_("Closed at")}</th><th scope="col">{_("Entered by")}</th></tr></thead><tbody>{for w in windows}{if w[replaced]}
<tr class="off"><th scope="row">{if (w[kind] == "APPLY")}{_("Applications")}{end}{if (w[kind] == "COURSE_OPENING")}{_("Opening of courses")}{end}{if (w[kind] == "REGISTER")}{_("Registration")}{end}{if (w[kind] == "CHANGE")}{_("Changes and cancellation")}{end}{if (w[kind] == "WITHDRAW")}{_("Withdrawal")}{end}{if (w[kind] == "GRADE_VIEW")}{_("Grades are shown")}{end}{if (w[kind] == "GRADE_APPEAL")}{_("Grade corrections")}{end}{if w[university]} <small>{w[university_name]}</small>{end}</th><td data-label="{_("Opened")}">{w[opens_at]}</td><td data-label="{_("Closed at")}">{w[closes_at]}</td><td data-label="{_("Entered by")}">{w[made_name]} {w[made_at]} {w[reason]}</td></tr>{end}{end}
</tbody></table>{else}<div class="empty"><p>{_("Nothing has been changed in this term.")}</p></div>{end}
</section>
