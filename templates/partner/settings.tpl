<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Settings of your university")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Settings of your university")}</h1>
<p class="lead">{_("What students and the host see of {university}.")}</p>
</header>
{messages}{errors}
<form class="narrow" method="post" action="/partner/settings" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="term" value="{term}">
<div class="field{if err_deadline} bad{end}">
<label for="deadline">{_("Own deadline of term {term}")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="deadline-hint">{_("Your students can apply until then; never later than the host's day of receipt, {set_host_deadline}.")}</p>
{if err_deadline}<p class="error" id="deadline-error">{err_deadline}</p>
{end}<input id="deadline" name="deadline" type="datetime-local" class="short" value="{if typed}{val_deadline}{else}{set_deadline_value}{end}"{if err_deadline} aria-invalid="true" aria-describedby="deadline-hint deadline-error"{else} aria-describedby="deadline-hint"{end}>
</div>
<div class="field{if err_coordinator_name} bad{end}">
<label for="coordinator_name">{_("Contact person")}</label>
<p class="hint" id="coordinator_name-hint">{_("Shown on every status page of your students.")}</p>
{if err_coordinator_name}<p class="error" id="coordinator_name-error">{err_coordinator_name}</p>
{end}<input id="coordinator_name" name="coordinator_name" maxlength="120" value="{if typed}{val_coordinator_name}{else}{set_coordinator_name}{end}"{if err_coordinator_name} aria-invalid="true" aria-describedby="coordinator_name-hint coordinator_name-error"{else} aria-describedby="coordinator_name-hint"{end}>
</div>
<div class="grid2">
<div class="field{if err_coordinator_email} bad{end}">
<label for="coordinator_email">{_("E-mail of the contact")}</label>
{if err_coordinator_email}<p class="error" id="coordinator_email-error">{err_coordinator_email}</p>
{end}<input id="coordinator_email" name="coordinator_email" type="email" value="{if typed}{val_coordinator_email}{else}{set_coordinator_email}{end}"{if err_coordinator_email} aria-invalid="true" aria-describedby="coordinator_email-error"{else}{end}>
</div>
<div class="field{if err_coordinator_phone} bad{end}">
<label for="coordinator_phone">{_("Telephone of the contact")}</label>
{if err_coordinator_phone}<p class="error" id="coordinator_phone-error">{err_coordinator_phone}</p>
{end}<input id="coordinator_phone" name="coordinator_phone" type="tel" value="{if typed}{val_coordinator_phone}{else}{set_coordinator_phone}{end}"{if err_coordinator_phone} aria-invalid="true" aria-describedby="coordinator_phone-error"{else}{end}>
</div>
</div>
<div class="field{if err_criteria} bad{end}">
<label for="criteria">{_("Own criteria")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="criteria-hint">{_("Shown to whoever recommends.")}</p>
{if err_criteria}<p class="error" id="criteria-error">{err_criteria}</p>
{end}<textarea id="criteria" name="criteria" rows="3" maxlength="2000"{if err_criteria} aria-invalid="true" aria-describedby="criteria-hint criteria-error"{else} aria-describedby="criteria-hint"{end}>{if typed}{val_criteria}{else}{set_criteria}{end}</textarea>
</div>
<fieldset class="choices boxed" id="stage"><legend>{_("When you recommend")}</legend>{if err_stage}<p class="error">{err_stage}</p>{end}
<label class="choice"><input type="radio" name="stage" value="before_approval"{if typed}{if is_stage_before_approval} checked{end}{else}{if (set_stage == "before_approval")} checked{end}{end}> <span>{_("With the list and its letter, before approval")}</span></label>
<label class="choice"><input type="radio" name="stage" value="after_application"{if typed}{if is_stage_after_application} checked{end}{else}{if (set_stage == "after_application")} checked{end}{end}> <span>{_("One by one, after the application")}</span></label>
<label class="choice"><input type="radio" name="stage" value="after_registration"{if typed}{if is_stage_after_registration} checked{end}{else}{if (set_stage == "after_registration")} checked{end}{end}> <span>{_("One by one, after course registration")} <small>{_("students register first; who is then not recommended gets no credits")}</small></span></label>
</fieldset>
<div class="field{if err_max_credits} bad{end}">
<label for="max_credits">{_("Credit limit of your students")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="max_credits-hint">{_("Per term; without one the host's {set_host_limit} {set_host_limit:credit|credits}. A limit of a student in your list comes first.")}</p>
{if err_max_credits}<p class="error" id="max_credits-error">{err_max_credits}</p>
{end}<input id="max_credits" name="max_credits" class="short" inputmode="numeric" maxlength="2" value="{if typed}{val_max_credits}{else}{set_max_credits}{end}"{if err_max_credits} aria-invalid="true" aria-describedby="max_credits-hint max_credits-error"{else} aria-describedby="max_credits-hint"{end}>
</div>
<div class="actions"><button class="btn">{_("Save")}</button></div>
</form>
