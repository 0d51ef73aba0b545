<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Withdrawals")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Withdrawals")}</h1>
<p class="lead">{_("A student asks, you confirm with an official letter, both until {withdraw_closes}. Without your answer the student stays enrolled.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/partner/withdrawals">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if rows}<form method="post" action="/partner/withdrawals" enctype="multipart/form-data" novalidate data-count data-select>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<table class="list" id="withdrawal"><caption>{_("Withdrawals of your students")}</caption><thead><tr><td><label class="tick" hidden><input type="checkbox" data-all> <span class="hidden">{_("All")}</span></label></td><th scope="col">{_("Name")}</th><th scope="col">{_("Section")}</th><th scope="col">{_("Asked on")}</th><th scope="col">{_("State")}</th></tr></thead><tbody>
{for r in rows}<tr data-withdrawal="{r[id]}" data-state="{r[state]}"><td>{if ((r[state] == "requested") || (r[state] == "lapsed"))}<label class="tick"><input type="checkbox" name="withdrawal" value="{r[id]}"{if r[chosen]} checked{end}> <span class="hidden">{_("Choose {r[name_native]}")}</span></label>{end}</td><th scope="row">{if r[application]}<a href="/partner/students/{r[application]}">{r[name_native]}</a>{end} <small>{r[student_no]}</small></th><td data-label="{_("Section")}">{r[section]} {r[title]}{if r[reason]}<span class="why">{r[reason]}</span>{end}</td><td data-label="{_("Asked on")}">{r[requested_at]}</td><td data-label="{_("State")}">{r[state_word]}{if r[letter_no]} · {r[letter_no]}{end}{if r[due]}<br><span class="soft">{_("due {r[due]}")}</span>{if r[late]} <span class="badge bad">{_("overdue")}</span>{end}{end}</td></tr>
{end}</tbody></table>
<section class="card narrow"><h2>{_("Your answer")}</h2>
<fieldset class="choices boxed{if err_decision} bad{end}" id="decision"><legend>{_("Decision")} <span class="need">{_("(required)")}</span></legend>{if err_decision}<p class="error">{err_decision}</p>{end}
<label class="choice"><input type="radio" name="decision" value="confirm"{if is_decision_refuse}{else} checked{end}> <span>{_("Confirm the withdrawal")} <small>{_("with an official letter; one letter may stand for several")}</small></span></label>
<label class="choice"><input type="radio" name="decision" value="refuse"{if is_decision_refuse} checked{end}> <span>{_("Do not confirm")} <small>{_("the student stays enrolled")}</small></span></label></fieldset>
<div class="grid2">
<div class="field{if err_letter_no} bad{end}"><label for="letter_no">{_("Number of the official letter")} <span class="need">{_("(needed to confirm)")}</span></label>{if err_letter_no}<p class="error" id="letter_no-error">{err_letter_no}</p>{end}<input id="letter_no" name="letter_no" maxlength="80" value="{val_letter_no}"{if err_letter_no} aria-invalid="true" aria-describedby="letter_no-error"{end}></div>
<div class="field{if err_letter_date} bad{end}"><label for="letter_date">{_("Date of the official letter")} <span class="need">{_("(needed to confirm)")}</span></label>{if err_letter_date}<p class="error" id="letter_date-error">{err_letter_date}</p>{end}<input id="letter_date" name="letter_date" class="short" maxlength="12" value="{val_letter_date}"{if err_letter_date} aria-invalid="true" aria-describedby="letter_date-error"{end}></div>
</div>
<div class="drop" data-max="20971520" data-toobig="{_("Larger than 20 MB")}"><label for="letter">{_("The official letter as a file")} <span class="need">{_("(optional)")}</span></label>{if err_letter}<p class="error">{err_letter}</p>{end}<input type="file" id="letter" name="letter" accept=".pdf,.png,.jpg,.jpeg"><output></output></div>
<div class="field"><label for="reason">{_("Reason")} <span class="need">{_("(optional)")}</span></label><input id="reason" name="reason" maxlength="1000" value="{val_reason}"></div>
<div class="actions"><button class="btn">{_("Record")}</button></div></section>
</form>
{else}<div class="empty"><p>{_("No withdrawals to confirm.")}</p></div>{end}
