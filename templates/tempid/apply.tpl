<header class="page-head">
<h1>{_("Apply for a temporary student ID")}</h1>
<p class="lead">{_("For credit exchange in term {code}. It takes about five minutes.")}</p>
</header>
{messages}{errors}
<div class="narrow">
{if sent}<section class="card now" aria-labelledby="after">
<h2 id="after">{_("What happens next")}</h2>
<ol class="story">
<li class="next"><p><b>{_("You: open the link in our mail.")}</b> {_("It works for three days. Look into the spam folder, too.")}</p></li>
<li><p>{_("Your home university recommends you, and the academic team decides.")}</p></li>
<li><p>{_("Your temporary student ID comes by mail. Then you register for courses yourself.")}</p></li>
</ol>
<p>{_("No mail after ten minutes, or a typing error in the address?")} <a href="/tempid/resend">{_("Ask for a new link")}</a></p>
</section>
{else}
{if show_form}
{if (state == "open")}<div class="callout"><h2>{_("What you need")}</h2>
<ul><li>{_("your student number and the exact name your university has on file")}</li>
<li>{_("an e-mail address you can open now: a link there completes the application")}</li>
<li>{_("your earlier temporary student ID, if you were here before; you keep it, with its password")}</li></ul>
<p>{_("Open until {closes_at}. Your own university may close earlier; its date stands beside its name.")}</p></div>{end}
<ol class="steps" aria-label="{_("Four steps on this page")}"><li><a href="#step1">{_("University")}</a></li><li><a href="#step2">{_("Person")}</a></li><li><a href="#step3">{_("Contact details")}</a></li><li><a href="#step4">{_("Consent")}</a></li></ol>
<form method="post" action="/tempid/apply" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="term" value="{code}">
<section aria-labelledby="step1"><h2 id="step1">{_("1. Your university")}</h2>
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
<fieldset class="choices boxed{if err_level} bad{end}" id="level"><legend>{_("Course of study")} <span class="need">{_("(required)")}</span></legend>
{if err_level}<p class="error" id="level-error">{err_level}</p>
{end}<label class="choice"><input type="radio" name="level" value="BA"{if is_level_BA} checked{end}> <span>{_("Bachelor")}</span></label>
<label class="choice"><input type="radio" name="level" value="MA"{if is_level_MA} checked{end}> <span>{_("Master")}</span></label>
<label class="choice"><input type="radio" name="level" value="PHD"{if is_level_PHD} checked{end}> <span>{_("Doctorate")}</span></label>
<label class="choice"><input type="radio" name="level" value="MSPHD"{if is_level_MSPHD} checked{end}> <span>{_("Integrated master and doctorate")}</span></label>
</fieldset>
<fieldset class="choices boxed{if err_status} bad{end}" id="status"><legend>{_("Status")} <span class="need">{_("(required)")}</span></legend>
{if err_status}<p class="error" id="status-error">{err_status}</p>
{end}<label class="choice"><input type="radio" name="status" value="enrolled"{if is_status_enrolled} checked{end}> <span>{_("Enrolled")}</span></label>
<label class="choice"><input type="radio" name="status" value="leave"{if is_status_leave} checked{end}> <span>{_("On leave")}</span></label>
</fieldset>
<div class="grid2">
<div class="field{if err_college} bad{end}">
<label for="college">{_("College")} <span class="need">{_("(optional)")}</span></label>
{if err_college}<p class="error" id="college-error">{err_college}</p>
{end}<input id="college" name="college" value="{val_college}"{if err_college} aria-invalid="true" aria-describedby="college-error"{else}{end} maxlength="100">
</div>
<div class="field{if err_department} bad{end}">
<label for="department">{_("Department or major")} <span class="need">{_("(required)")}</span></label>
{if err_department}<p class="error" id="department-error">{err_department}</p>
{end}<input id="department" name="department" value="{val_department}"{if err_department} aria-invalid="true" aria-describedby="department-error"{else}{end} maxlength="100">
</div>
</div>
<div class="field{if err_semester} bad{end}">
<label for="semester">{_("Semester")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="semester-hint">{_("How many semesters you have studied, for example 3.")}</p>
{if err_semester}<p class="error" id="semester-error">{err_semester}</p>
{end}<input id="semester" name="semester" value="{val_semester}"{if err_semester} aria-invalid="true" aria-describedby="semester-hint semester-error"{else} aria-describedby="semester-hint"{end} class="short" maxlength="20">
</div>
</section>
<section aria-labelledby="step2"><h2 id="step2">{_("2. You")}</h2>
<div class="field{if err_name_native} bad{end}">
<label for="name_native">{_("Name")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="name_native-hint">{_("As your university writes it, in your own script.")}</p>
{if err_name_native}<p class="error" id="name_native-error">{err_name_native}</p>
{end}<input id="name_native" name="name_native" value="{val_name_native}"{if err_name_native} aria-invalid="true" aria-describedby="name_native-hint name_native-error"{else} aria-describedby="name_native-hint"{end} autocomplete="name" maxlength="120">
</div>
<div class="grid2">
<div class="field{if err_name_family} bad{end}">
<label for="name_family">{_("Family name in Latin letters")} <span class="need">{_("(optional)")}</span></label>
{if err_name_family}<p class="error" id="name_family-error">{err_name_family}</p>
{end}<input id="name_family" name="name_family" value="{val_name_family}"{if err_name_family} aria-invalid="true" aria-describedby="name_family-error"{else}{end} autocomplete="family-name" maxlength="60">
</div>
<div class="field{if err_name_given} bad{end}">
<label for="name_given">{_("Given name in Latin letters")} <span class="need">{_("(optional)")}</span></label>
{if err_name_given}<p class="error" id="name_given-error">{err_name_given}</p>
{end}<input id="name_given" name="name_given" value="{val_name_given}"{if err_name_given} aria-invalid="true" aria-describedby="name_given-error"{else}{end} autocomplete="given-name" maxlength="60">
</div>
</div>
<div class="field{if err_birth_date} bad{end}">
<label for="birth_date">{_("Date of birth")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="birth_date-hint">{_("For example 2001-03-09")}</p>
{if err_birth_date}<p class="error" id="birth_date-error">{err_birth_date}</p>
{end}<input id="birth_date" name="birth_date" value="{val_birth_date}"{if err_birth_date} aria-invalid="true" aria-describedby="birth_date-hint birth_date-error"{else} aria-describedby="birth_date-hint"{end} autocomplete="bday" class="short" maxlength="12" inputmode="numeric">
</div>
<div class="field{if err_previous_id} bad{end}">
<label for="previous_id">{_("Temporary student ID of an earlier term")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="previous_id-hint">{_("For example E252000015")}</p>
{if err_previous_id}<p class="error" id="previous_id-error">{err_previous_id}</p>
{end}<input id="previous_id" name="previous_id" value="{val_previous_id}"{if err_previous_id} aria-invalid="true" aria-describedby="previous_id-hint previous_id-error"{else} aria-describedby="previous_id-hint"{end} class="short" maxlength="12" spellcheck="false">
</div>
</section>
<section aria-labelledby="step3"><h2 id="step3">{_("3. How to reach you")}</h2>
<div class="field{if err_email} bad{end}">
<label for="email">{_("E-mail address")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="email-hint">{_("We send a link there; the application counts after you open it. If you were here before, this does not change the address of your account.")}</p>
{if err_email}<p class="error" id="email-error">{err_email}</p>
{end}<input id="email" name="email" type="email" value="{val_email}"{if err_email} aria-invalid="true" aria-describedby="email-hint email-error"{else} aria-describedby="email-hint"{end} autocomplete="email">
</div>
<div class="field{if err_phone} bad{end}">
<label for="phone">{_("Telephone")} <span class="need">{_("(optional)")}</span></label>
{if err_phone}<p class="error" id="phone-error">{err_phone}</p>
{end}<input id="phone" name="phone" type="tel" value="{val_phone}"{if err_phone} aria-invalid="true" aria-describedby="phone-error"{else}{end} autocomplete="tel">
</div>
</section>
<section aria-labelledby="step4"><h2 id="step4">{_("4. Consent")}</h2>
<p>{_("Purpose: deciding on the application, issuing a temporary student ID, course registration and grades. Data: what you entered on this page. Kept: the application until one year after the term, the academic record permanently. You may refuse; then this application is not possible, and you can ask your home university to apply for you.")}</p>
<div class="field{if err_consent_collect} bad{end}">{if err_consent_collect}<p class="error" id="consent_collect-error">{err_consent_collect}</p>{end}
<label class="choice"><input type="checkbox" id="consent_collect" name="consent_collect" value="1"{if val_consent_collect} checked{end}> <span>{_("I agree that my personal data are collected and used.")} <small>{_("(required)")}</small></span></label></div>
<p>{_("Your home university receives: application, registrations, changes, cancellations, withdrawals and grades, so that it can recommend you and recognise the credits.")}</p>
<div class="field{if err_consent_provide} bad{end}">{if err_consent_provide}<p class="error" id="consent_provide-error">{err_consent_provide}</p>{end}
<label class="choice"><input type="checkbox" id="consent_provide" name="consent_provide" value="1"{if val_consent_provide} checked{end}> <span>{_("I agree that these data are passed on to my home university.")} <small>{_("(required)")}</small></span></label></div>
</section>
<div class="actions"><button class="btn">{_("Send the application")}</button> <a class="btn plain" href="/tempid/result">{_("Check my application")}</a></div>
</form>
{else}<section class="card now">
{if (door == "list")}<h2>{_("Your home university applies for you")}</h2><p>{_("In this term applications come as lists of the home universities. Please ask the coordinator of yours.")}</p>
{else}{if (state == "before")}<h2>{_("Applications are not open yet")}</h2><p>{_("They open on {opens_at}.")}</p>
{else}{if (state == "closed")}<h2>{_("Applications are closed")}</h2><p>{_("They closed on {closes_at}. Your home university can ask for an exception.")}</p>
{else}<h2>{_("Applications are not open")}</h2><p>{_("No time is set for this term yet.")}</p>{end}{end}{end}
<div class="actions"><a class="btn second" href="/tempid/result">{_("Check my application")}</a></div>
</section>{end}
{end}
<p class="small soft">{_("Questions")}: {contact_name} · <a href="tel:{contact_phone}">{contact_phone}</a> · <a href="mailto:{contact_email}">{contact_email}</a></p>
</div>
