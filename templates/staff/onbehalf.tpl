<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("What came on paper")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("What came on paper")}</h1>
<p class="lead">{_("A letter, a recommendation, a withdrawal or an acknowledgement that a university sent on paper gets the effect it would have had online, with your name beside it.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/onbehalf">
<div><label for="show-term">{_("Term")}</label><select id="show-term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="university">{_("University")}</label><select id="university" name="university"><option value="">{_("Please choose")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
<section aria-labelledby="lists">
<h2 id="lists">{_("Lists without their official letter")}</h2>
<p><a href="/staff/onbehalf/list">{_("Enter a list for a university")}</a></p>
{if lists}<form method="post" action="/staff/onbehalf" enctype="multipart/form-data" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="what" value="letter">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
<input type="hidden" name="university" value="{val_university}">
<fieldset class="choices boxed{if err_upload} bad{end}" id="upload"><legend>{_("List")}</legend>{for l in lists}
<label class="choice"><input type="radio" name="upload" value="{l[id]}"{if (l[key] == val_upload)} checked{end}> <span>{l[university_name]}, {l[term]}: {l[file_name]} <small>{_("students")}: {l[students]} · {l[committed_at]} {l[uploaded_name]}{if l[late]} · {_("deadline passed")}{end}</small></span></label>{end}
</fieldset>
<div class="grid2">
<div class="field{if err_letter_no} bad{end}"><label for="letter_no">{_("Number of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_no}<p class="error" id="letter_no-error">{err_letter_no}</p>{end}
<input id="letter_no" name="letter_no" value="{val_letter_no}"{if err_letter_no} aria-invalid="true" aria-describedby="letter_no-error"{end} maxlength="80"></div>
<div class="field{if err_letter_date} bad{end}"><label for="letter_date">{_("Date of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_date}<p class="error" id="letter_date-error">{err_letter_date}</p>{end}
<input type="date" id="letter_date" name="letter_date" value="{val_letter_date}"{if err_letter_date} aria-invalid="true" aria-describedby="letter_date-error"{end}></div>
</div>
<div class="field{if err_letter} bad{end}"><label for="letter">{_("The letter as a file")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="letter-hint">{_("PDF, PNG or JPEG, at most 20 MB.")}</p>{if err_letter}<p class="error" id="letter-error">{err_letter}</p>{end}
<input type="file" id="letter" name="letter" accept=".pdf,.png,.jpg,.jpeg" aria-describedby="letter-hint"></div>
<div class="field{if err_received_at} bad{end}"><label for="received_at">{_("Received at")} <span class="need">{_("(optional: now)")}</span></label>
<p class="hint" id="received_at-hint">{_("When the paper came. What counts is the receipt.")}</p>{if err_received_at}<p class="error" id="received_at-error">{err_received_at}</p>{end}
<input type="datetime-local" id="received_at" name="received_at" value="{val_received_at}"{if err_received_at} aria-invalid="true" aria-describedby="received_at-hint received_at-error"{else} aria-describedby="received_at-hint"{end}></div>
<div class="actions"><button class="btn">{_("Record the letter")}</button></div>
</form>{else}<div class="empty"><p>{_("Every list has its letter.")}</p></div>{end}
</section>
<section aria-labelledby="rec">
<h2 id="rec">{_("Recommendation on paper")}</h2>
{if val_university}{if waiting}<form method="post" action="/staff/onbehalf" enctype="multipart/form-data" novalidate data-count data-select>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="what" value="recommendation">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
<input type="hidden" name="university" value="{val_university}">
<table class="list" id="application"><caption>{_("Applications of this university")}</caption><thead><tr><td><label class="tick" hidden><input type="checkbox" data-all> <span class="hidden">{_("All")}</span></label></td><th scope="col">{_("Name")}</th><th scope="col">{_("Student number")}</th><th scope="col">{_("Recommendation")}</th></tr></thead><tbody>{for a in waiting}
<tr><td><label class="tick"><input type="checkbox" name="application" value="{a[id]}"{if a[chosen]} checked{end}> <span class="hidden">{a[name_native]}</span></label></td><th scope="row">{a[name_native]} <small>{a[name_latin]}</small></th><td data-label="{_("Student number")}">{a[student_no]} {a[department]}</td><td data-label="{_("Recommendation")}">{if (a[recommendation] == "recommended")}<span class="badge ok">{_("Recommended")}</span>{end}{if (a[recommendation] == "refused")}<span class="badge bad">{_("Refused")}</span>{end}{if (a[recommendation] == "none")}<span class="badge">{_("Not yet")}</span>{end}</td></tr>{end}
</tbody></table>
<div class="narrow">
<div class="field{if err_decision} bad{end}"><label for="decision">{_("Decision")} <span class="need">{_("(required)")}</span></label>{if err_decision}<p class="error" id="decision-error">{err_decision}</p>{end}
<select id="decision" name="decision"{if err_decision} aria-invalid="true" aria-describedby="decision-error"{end}><option value="recommend"{if is_decision_recommend} selected{end}>{_("Recommend")}</option><option value="refuse"{if is_decision_refuse} selected{end}>{_("Refuse to recommend")}</option><option value="reopen"{if is_decision_reopen} selected{end}>{_("Open again")}</option></select></div>
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">{_("(required when refusing)")}</span></label>
{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<input id="reason" name="reason" value="{val_reason}"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}></div>
<div class="grid2">
<div class="field{if err_letter_no} bad{end}"><label for="letter_no-r">{_("Number of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_no}<p class="error" id="letter_no-r-error">{err_letter_no}</p>{end}
<input id="letter_no-r" name="letter_no" value="{val_letter_no}"{if err_letter_no} aria-invalid="true" aria-describedby="letter_no-r-error"{end} maxlength="80"></div>
<div class="field{if err_letter_date} bad{end}"><label for="letter_date-r">{_("Date of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_date}<p class="error" id="letter_date-r-error">{err_letter_date}</p>{end}
<input type="date" id="letter_date-r" name="letter_date" value="{val_letter_date}"{if err_letter_date} aria-invalid="true" aria-describedby="letter_date-r-error"{end}></div>
</div>
<div class="field{if err_letter} bad{end}"><label for="letter-r">{_("The letter as a file")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="letter-r-hint">{_("PDF, PNG or JPEG, at most 20 MB.")}</p>{if err_letter}<p class="error" id="letter-r-error">{err_letter}</p>{end}
<input type="file" id="letter-r" name="letter" accept=".pdf,.png,.jpg,.jpeg" aria-describedby="letter-r-hint"></div>
</div>
<div class="bar"><output data-sum="{_("%n chosen")}">{_("Tick whom the letter names.")}</output><button class="btn">{_("Record the recommendation")}</button></div>
</form>{else}<div class="empty"><p>{_("No application of this university in this term.")}</p></div>{end}{else}<div class="empty"><p>{_("Choose a university above.")}</p></div>{end}
</section>
<section aria-labelledby="wd">
<h2 id="wd">{_("Withdrawals confirmed on paper")}</h2>
{if val_university}{if withdrawals}<form method="post" action="/staff/onbehalf" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="what" value="withdrawal">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
<input type="hidden" name="university" value="{val_university}">
<table class="list" id="withdrawal"><caption>{_("Withdrawals that wait for this university")}</caption><thead><tr><td></td><th scope="col">{_("Student")}</th><th scope="col">{_("Section")}</th><th scope="col">{_("Due")}</th></tr></thead><tbody>{for x in withdrawals}
<tr><td><label class="tick"><input type="checkbox" name="withdrawal" value="{x[id]}"{if x[chosen]} checked{end}> <span class="hidden">{x[name]} {x[section]}</span></label></td><th scope="row">{x[name]} <span class="code">{x[login]}</span></th><td data-label="{_("Section")}">{x[section]} {x[title]}</td><td data-label="{_("Due")}">{x[due]}{if x[late]} <span class="badge bad">{_("overdue")}</span>{end}</td></tr>{end}
</tbody></table>
<div class="narrow">
<div class="field"><label for="decision-w">{_("Decision")} <span class="need">{_("(required)")}</span></label><select id="decision-w" name="decision"><option value="confirm">{_("Confirm")}</option><option value="refuse">{_("Not confirmed")}</option></select></div>
<div class="grid2">
<div class="field{if err_letter_no} bad{end}"><label for="letter_no-w">{_("Number of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_no}<p class="error" id="letter_no-w-error">{err_letter_no}</p>{end}
<input id="letter_no-w" name="letter_no" value="{val_letter_no}"{if err_letter_no} aria-invalid="true" aria-describedby="letter_no-w-error"{end} maxlength="80"></div>
<div class="field{if err_letter_date} bad{end}"><label for="letter_date-w">{_("Date of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_date}<p class="error" id="letter_date-w-error">{err_letter_date}</p>{end}
<input type="date" id="letter_date-w" name="letter_date" value="{val_letter_date}"{if err_letter_date} aria-invalid="true" aria-describedby="letter_date-w-error"{end}></div>
</div>
<div class="field{if err_letter} bad{end}"><label for="letter-w">{_("The letter as a file")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="letter-w-hint">{_("PDF, PNG or JPEG, at most 20 MB.")}</p>{if err_letter}<p class="error" id="letter-w-error">{err_letter}</p>{end}
<input type="file" id="letter-w" name="letter" accept=".pdf,.png,.jpg,.jpeg" aria-describedby="letter-w-hint"></div>
</div>
<div class="actions"><button class="btn">{_("Record the withdrawals")}</button></div>
</form>{else}<div class="empty"><p>{_("No withdrawal waits for this university.")}</p></div>{end}{else}<div class="empty"><p>{_("Choose a university above.")}</p></div>{end}
</section>
<section aria-labelledby="ack">
<h2 id="ack">{_("Lists acknowledged on paper")}</h2>
{if val_university}{if finals}{for l in finals}<form method="post" action="/staff/onbehalf" enctype="multipart/form-data" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="what" value="acknowledgement">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
<input type="hidden" name="university" value="{val_university}">
<input type="hidden" name="list" value="{l[id]}">
<p>{l[university_name]} · {if (l[stage] == "grades")}{_("List of grades")}{else}{_("Registrations")}{end} · {_("version {l[version]}")} · {l[made_at]} · {_("due")} {l[due_at]}{if l[late]} <span class="badge bad">{_("overdue")}</span>{end}</p>
<div class="grid2">
<div class="field{if err_letter_no} bad{end}"><label for="letter_no-a">{_("Number of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_no}<p class="error" id="letter_no-a-error">{err_letter_no}</p>{end}
<input id="letter_no-a" name="letter_no" value="{val_letter_no}"{if err_letter_no} aria-invalid="true" aria-describedby="letter_no-a-error"{end} maxlength="80"></div>
<div class="field{if err_letter_date} bad{end}"><label for="letter_date-a">{_("Date of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_date}<p class="error" id="letter_date-a-error">{err_letter_date}</p>{end}
<input type="date" id="letter_date-a" name="letter_date" value="{val_letter_date}"{if err_letter_date} aria-invalid="true" aria-describedby="letter_date-a-error"{end}></div>
</div>
<div class="field{if err_letter} bad{end}"><label for="letter-a">{_("The letter as a file")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="letter-a-hint">{_("PDF, PNG or JPEG, at most 20 MB.")}</p>{if err_letter}<p class="error" id="letter-a-error">{err_letter}</p>{end}
<input type="file" id="letter-a" name="letter" accept=".pdf,.png,.jpg,.jpeg" aria-describedby="letter-a-hint"></div>
<div class="actions"><button class="btn">{_("Record the acknowledgement")}</button></div>
</form>{end}{else}<div class="empty"><p>{_("No list waits for this university.")}</p></div>{end}{else}<div class="empty"><p>{_("Choose a university above.")}</p></div>{end}
</section>
