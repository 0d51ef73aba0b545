{if by_link}{else}<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol><li><a href="/letters/write">{_("Letters to write")}</a></li><li aria-current="page">{fact_name}</li></ol></nav>{end}
<header class="page-head">
<h1>{_("Letter of recommendation for {fact_name}")}</h1> {if (l_state == "open")}<span class="badge{if l_late} bad{else} info{end}">{_("Due {l_due}")}</span>{else}<span class="badge">{_("Handed in")}</span>{end}
<p class="lead">{if (l_state == "open")}{_("You write the text; the university prints it on its paper, signs it and delivers it. A second person reads it first.")}{else}{_("You have handed this letter in. It can be changed only after its second reader sends it back.")}{end}</p>
</header>
{messages}{errors}
<div class="split right"><div>
{if (l_state == "open")}
{if l_remarks}<div class="callout warn"><h2>{_("Remarks of the second reader")}</h2><p>{l_remarks}</p></div>{end}
<form method="post" action="{base}" novalidate id="letter" data-script="/js/letters.js" data-save="{save_url}" data-saved="{_("Saved %t")}" data-waiting="{_("Not saved yet")}" data-changed="{_("Saved in another window meanwhile: press Save to put the two together.")}" data-failed="{_("Not saved: no connection, or something in the form is not possible. Press Save to see.")}"><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}"><input type="hidden" name="version" value="{l_version}">
<div class="field{if err_salutation} bad{end}"><label for="salutation">{_("Salutation")}</label>{if err_salutation}<p class="error" id="salutation-error">{err_salutation}</p>{end}<input id="salutation" name="salutation" value="{f_salutation}" maxlength="200"{if err_salutation} aria-invalid="true" aria-describedby="salutation-error"{end}></div>
<div class="field{if err_body} bad{end}"><label for="body">{_("Text of the letter")} <span class="need">({_("required")})</span></label><p class="hint" id="body-hint">{if fresh}{_("It begins with what the university knows. Add how you know the student and what you have seen; change whatever you like.")} {end}{_("An empty line makes a new paragraph. Up to 20,000 characters.")}</p>{if err_body}<p class="error" id="body-error">{err_body}</p>{end}<textarea id="body" name="body" rows="18" maxlength="20000" aria-describedby="body-hint{if err_body} body-error{end}"{if err_body} aria-invalid="true"{end}>{f_body}</textarea></div>
<div class="field{if err_closing} bad{end}"><label for="closing">{_("Closing words")}</label>{if err_closing}<p class="error" id="closing-error">{err_closing}</p>{end}<input id="closing" name="closing" value="{f_closing}" maxlength="200"{if err_closing} aria-invalid="true" aria-describedby="closing-error"{end}></div>
<div class="grid2">
<div class="field{if err_signed_name} bad{end}"><label for="signed_name">{_("Your name")} <span class="need">({_("required")})</span></label>{if err_signed_name}<p class="error" id="signed_name-error">{err_signed_name}</p>{end}<input id="signed_name" name="signed_name" value="{f_signed_name}" maxlength="120" autocomplete="name"{if err_signed_name} aria-invalid="true" aria-describedby="signed_name-error"{end}></div>
<div class="field{if err_signed_title} bad{end}"><label for="signed_title">{_("Your position and institution")}</label>{if err_signed_title}<p class="error" id="signed_title-error">{err_signed_title}</p>{end}<input id="signed_title" name="signed_title" value="{f_signed_title}" maxlength="200" autocomplete="organization-title"{if err_signed_title} aria-invalid="true" aria-describedby="signed_title-error"{end}></div></div>
<fieldset class="choices boxed"><legend>{_("Who may read it")}</legend><label class="choice"><input type="checkbox" name="confidential" value="1"{if f_confidential} checked{end}> <span>{_("Confidential")} <small>{_("The student does not read it. It goes sealed to the recipient.")}</small></span></label></fieldset>
<p><output id="saved" class="soft small">{if l_saved_at}{if fresh}{else}{_("Saved {l_saved_at}")}{end}{end}</output></p>
<div class="actions"><button class="btn second" name="decision" value="save">{_("Save")}</button> <button class="btn" name="decision" value="submit">{_("Hand in to the second reader")}</button></div>
</form>
{if overtaken}<div class="callout warn"><h2>{_("What is saved")}</h2><p class="soft">{_("Version {l_version}, {l_saved_at}")}</p><pre class="letter">{l_salutation}

{l_body}

{l_closing}
{l_signed_name}
{l_signed_title}</pre></div>{end}
<p class="actions"><a class="btn plain" href="{preview_url}" target="_blank" rel="noopener">{_("See the page as saved (PDF)")}</a></p>
<details class="more"{if declining} open{end}><summary>{_("I cannot write this letter")}</summary>
<form method="post" action="{base}" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-d"><input type="hidden" name="version" value="{l_version}">
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">({_("required")})</span></label><p class="hint" id="reason-hint">{_("For the office alone; the student learns only that somebody else is asked.")}</p>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}<textarea id="reason" name="reason" rows="3" maxlength="1000" aria-describedby="reason-hint{if err_reason} reason-error{end}"{if err_reason} aria-invalid="true"{end}>{f_reason}</textarea></div>
<div class="actions"><button class="btn danger" name="decision" value="decline">{_("Decline")}</button></div></form></details>
{else}<pre class="letter">{l_salutation}

{l_body}

{l_closing}
{l_signed_name}
{l_signed_title}</pre>{end}
</div><aside aria-labelledby="known"><h2 id="known">{_("What is known")}</h2>
<dl class="facts"><div><dt>{_("Student")}</dt><dd>{fact_name}{if fact_name_latin} ({fact_name_latin}){end}</dd></div>{if fact_number}<div><dt>{_("Student number")}</dt><dd>{fact_number}{if fact_own_department}, {fact_own_department}{end}</dd></div>{end}{if fact_university}<div><dt>{_("Home university")}</dt><dd>{fact_university}{if fact_department}, {fact_department}{end}</dd></div>{end}{if fact_term}<div><dt>{_("Term")}</dt><dd>{fact_term}</dd></div>{end}{if fact_courses}<div><dt>{_("Courses taken")}</dt><dd>{fact_courses}</dd></div>{end}
<div><dt>{_("Purpose")}</dt><dd>{l_purpose}</dd></div><div><dt>{_("Recipient")}</dt><dd>{l_recipient}</dd></div><div><dt>{_("Language")}</dt><dd>{if (l_language == "ko")}한국어{end}{if (l_language == "en")}English{end}{if (l_language == "ja")}日本語{end}</dd></div>{if l_deadline}<div><dt>{_("Needed by")}</dt><dd>{l_deadline}</dd></div>{end}{if l_form}<div><dt>{_("Form to be filled in")}</dt><dd><a href="{form_url}">{l_form}</a></dd></div>{end}</dl></aside></div>
