<header class="page-head">
<h1>{_("Check my application")}</h1>
<p class="lead">{_("State, temporary student ID and what happens next are shown behind a link that goes to the e-mail address on file.")}</p>
</header>
{messages}{errors}
<div class="narrow">
{if sent}<div class="callout"><h2>{_("What happens next")}</h2>
<p>{_("Open the link in the mail; it works for a day. Who was here before finds it in the mailbox of the account. If no mail comes, compare the three values with your application, or ask the coordinator of your home university.")}</p></div>{end}
<form method="post" action="/tempid/result" novalidate>
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
<div class="actions"><button class="btn">{_("Check the application and verify for student ID")}</button></div>
</form>
<p>{_("Not confirmed yet, or a wrong address?")} <a href="/tempid/resend">{_("Ask for a new link")}</a></p>
</div>
