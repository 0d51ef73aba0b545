<header class="page-head">
<h1>{_("A new link, or another address")}</h1>
<p class="lead">{_("For an application that is not confirmed yet: the mail did not come, ran out, or the address had a typing error.")}</p>
</header>
{messages}{errors}
<div class="narrow">
{if sent}<div class="callout"><h2>{_("What happens next")}</h2>
<p>{_("Open the link in the mail. If none comes within ten minutes, look into the spam folder, compare number and date of birth with what you entered, or apply again. At most three mails a day go to one address.")}</p></div>{end}
<form method="post" action="/tempid/resend" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<div class="field{if err_university} bad{end}">
<label for="university">{_("Home university")} <span class="need">{_("(required)")}</span></label>
{if err_university}<p class="error" id="university-error">{err_university}</p>
{end}<select id="university" name="university"{if err_university} aria-invalid="true" aria-describedby="university-error"{else}{end}><option value="">{_("Please choose")}</option>
{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}{if (u[open] == 0)} · {_("closed")}{else}{if u[own]} · {_("until {u[closes_at]}")}{end}{end}</option>
{end}</select>
</div>
<div class="field{if err_student_no} bad{end}">
<label for="student_no">{_("Student number at your university")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="student_no-hint">{_("As your university writes it, leading zeros too.")}</p>
{if err_student_no}<p class="error" id="student_no-error">{err_student_no}</p>
{end}<input id="student_no" name="student_no" value="{val_student_no}"{if err_student_no} aria-invalid="true" aria-describedby="student_no-hint student_no-error"{else} aria-describedby="student_no-hint"{end} class="short" maxlength="30" spellcheck="false">
</div>
<div class="field{if err_birth_date} bad{end}">
<label for="birth_date">{_("Date of birth")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="birth_date-hint">{_("For example 2001-03-09")}</p>
{if err_birth_date}<p class="error" id="birth_date-error">{err_birth_date}</p>
{end}<input id="birth_date" name="birth_date" value="{val_birth_date}"{if err_birth_date} aria-invalid="true" aria-describedby="birth_date-hint birth_date-error"{else} aria-describedby="birth_date-hint"{end} autocomplete="bday" class="short" maxlength="12" inputmode="numeric">
</div>
<div class="field{if err_email} bad{end}">
<label for="email">{_("E-mail address")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="email-hint">{_("The right one, if the first had a typing error.")}</p>
{if err_email}<p class="error" id="email-error">{err_email}</p>
{end}<input id="email" name="email" type="email" value="{val_email}"{if err_email} aria-invalid="true" aria-describedby="email-hint email-error"{else} aria-describedby="email-hint"{end} autocomplete="email">
</div>
<div class="actions"><button class="btn">{_("Send the link")}</button> <a class="btn plain" href="/tempid/apply">{_("Apply again")}</a></div>
</form>
</div>
