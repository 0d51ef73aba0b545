<header class="page-head">
<h1>{_("Certificates")}</h1>
<p class="lead">{_("Choose a certificate. We mail you a code; with it the certificate is issued at once, as a PDF that anyone can check. It costs nothing.")} <span class="rule">{_("Rule")} R106, R111</span></p>
</header>
{messages}{errors}
{if waiting}<div class="callout"><h2>{_("A code is waiting")}</h2><p>{_("We mailed a code for what you asked for.")} <a href="/certificates/code">{_("Enter your code")}</a></p></div>{end}
{if wishes}<section aria-labelledby="wishes"><h2 id="wishes">{_("Under way")}</h2>
<ul class="items">
{for w in wishes}<li data-wish="{w[id]}" data-step="{w[step]}"><div{if (w[step] == "making")} class="progress" id="wish-{w[id]}" data-refresh="2"{end}>
<h3>{w[title]} · {w[speech]}{if (w[copies] != "1")} · {_("{w[copies]} {w[copies]:copy|copies}")}{end}</h3>
{if (w[step] == "review")}<p><span class="badge info">{_("Being verified")}</span> {_("Student affairs check your records first. Next: they decide, until {w[due_at]}; then you receive a mail.")} <span class="rule">{_("Rule")} R112</span></p>{end}
{if (w[step] == "refused")}<p><span class="badge bad">{_("Not issued")}</span> {_("Student affairs did not confirm it.")} {w[answer]}</p>{end}
{if (w[step] == "approved")}<p><span class="badge ok">{if w[corrected]}{_("Corrected")}{else}{_("Verified")}{end}</span> {if w[corrected]}{_("The corrected document is ready to be issued to you; it takes the place of the one before.")}{else}{_("It can be issued to you now.")}{end} {_("Next: we mail you a code.")}</p>
<p><a class="btn second" href="/certificates/code">{_("Have the code sent")}</a></p>{end}
{if (w[step] == "code")}<p><span class="badge info">{_("Waits for your code")}</span> <a href="/certificates/code">{_("Enter your code")}</a></p>{end}
{if (w[step] == "expired")}<p><span class="badge">{_("Code not given")}</span> {_("The code ran out. Have a new one sent, or ask again.")} <a href="/certificates/code">{_("Enter your code")}</a></p>{end}
{if (w[step] == "making")}<progress max="{w[copies]}" value="{w[made]}" aria-label="{_("Copies issued")}"></progress><p>{_("{w[made]} of {w[copies]} {w[copies]:copy is|copies are} issued. You may leave this page; nothing is lost.")}</p>{end}
{if (w[step] == "issued")}<p><span class="badge ok">{_("Issued")}</span> {_("It stands among your certificates below.")}</p>{end}
{if ((w[step] == "part") || (w[step] == "failed"))}<p><span class="badge bad">{_("Not issued")}</span> {if (w[step] == "part")}{_("{w[made]} of {w[copies]} {w[copies]:copy is|copies are} issued.")} {end}{w[problem]} {_("Help with the system: {phone_system}.")}</p>{end}
{if (w[step] == "ended")}<p><span class="badge bad">{_("Not issued")}</span> {_("Your right to it had ended when the code came. Nothing was issued.")} <span class="rule">{_("Rule")} R109</span></p>{end}
</div></li>
{end}</ul></section>{end}
<section aria-labelledby="ask"><h2 id="ask">{_("Ask for a certificate")}</h2>
<form method="post" action="/certificates" novalidate data-langs class="narrow"><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<fieldset class="choices boxed{if e_type} bad{end}" id="type"><legend>{_("Certificate")} <span class="need">({_("required")})</span></legend>
{if e_type}<p class="error" id="type-error">{e_type}</p>{end}
{for t in types}<label class="choice"><input type="radio" name="type" value="{t[type]}" data-langs="{t[langs]}"{if t[chosen]} checked{end}{if t[may]}{else} disabled{end}> <span>{t[title]}{if t[may]}{if t[ko_only]} <small>{_("In Korean only.")} {_("Rule")} R110</small>{end}{if t[verified]} <small>{_("Student affairs verify it first.")} {_("Rule")} R112</small>{end}{else} <small>{t[why]}</small>{end}</span></label>
{end}</fieldset>
{if eligible}{else}<p class="callout warn">{_("There is no certificate for you at present. Beside each stands why; grades and registrations appear here when they are recorded.")}</p>{end}
<fieldset class="choices{if e_language} bad{end}" id="language"><legend>{_("Language")} <span class="need">({_("required")})</span></legend>
{if e_language}<p class="error" id="language-error">{e_language}</p>{end}
<label class="choice"><input type="radio" name="language" value="ko"{if (f_language == "ko")} checked{end}> <span lang="ko">한국어</span></label>
<label class="choice"><input type="radio" name="language" value="en"{if (f_language == "en")} checked{end}> <span lang="en">English</span></label>
<label class="choice"><input type="radio" name="language" value="ja"{if (f_language == "ja")} checked{end}> <span lang="ja">日本語</span></label>
</fieldset>
<div class="field{if e_copies} bad{end}"><label for="copies">{_("Copies")} <span class="need">({_("required")})</span></label>
<p class="hint" id="copies-hint">{_("At most {most} at a time. Each copy has a serial number of its own.")}</p>
{if e_copies}<p class="error" id="copies-error">{e_copies}</p>{end}
<input class="short" id="copies" name="copies" inputmode="numeric" value="{f_copies}"{if e_copies} aria-invalid="true" aria-describedby="copies-hint copies-error"{else} aria-describedby="copies-hint"{end}></div>
<p class="soft">{_("The code goes to {address}.")} <a href="/account/contact">{_("My contact data")}</a> · {_("Fee: none.")}</p>
<div class="actions"><button class="btn">{_("Send me the code")}</button></div>
</form></section>
<section aria-labelledby="issued"><h2 id="issued">{_("Issued to you")}</h2>
{if documents}<ul class="items">
{for d in documents}<li data-serial="{d[serial]}" data-state="{d[standing]}"><h3>{d[title]} · {d[speech]}</h3>
<p>{if (d[standing] == "valid")}<span class="badge ok">{_("Holds")}</span>{end}{if (d[standing] == "superseded")}<span class="badge">{_("Superseded")}</span>{end}{if (d[standing] == "revoked")}<span class="badge bad">{_("Revoked")}</span>{end}
<span class="code">{d[serial]}</span> · {d[told_at]}</p>
{if (d[standing] == "revoked")}<p>{if (lang == "ko")}{d[reason_ko]}{else}{d[reason_en]}{end}</p>{end}
{if (d[standing] == "superseded")}<p class="soft">{_("What it says has changed since, or a newer one took its place. Whoever checks it is told so.")}</p>{end}
<p><a href="/documents/{d[serial]}.pdf" aria-label="PDF {d[serial]}">PDF</a> · <a href="/documents/{d[serial]}.json" aria-label="{_("Proof of")} {d[serial]}">{_("Proof (.json)")}</a></p>
{if (d[case_state] == "open")}<p><span class="badge warn">{_("Mistake reported")}</span> {_("Next: student affairs look at it, until {d[due_at]}.")} <span class="rule">{_("Rule")} R108</span></p>{end}
{if (d[case_state] == "correcting")}<p><span class="badge info">{_("Corrected")}</span> {_("The corrected document waits for your code.")} {d[case_answer]} <a href="#wishes">{_("Under way")}</a></p>{end}
{if (d[case_state] == "done")}<p><span class="badge ok">{_("Corrected")}</span> {_("A corrected document was issued in its place.")}</p>{end}
{if (d[case_state] == "declined")}<p><span class="badge">{_("Nothing wrong found")}</span> {d[case_answer]}</p>{end}
{if (((d[standing] == "valid") || (d[standing] == "superseded")) && ((d[case_state] == "") || (d[case_state] == "declined")))}<details class="more"{if (d[serial] == f_serial)} open{end}><summary>{_("Something is wrong on this document")}</summary>
<form method="post" action="/certificates/report" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-r{d[serial]}"><input type="hidden" name="serial" value="{d[serial]}">
<div class="field"><label for="what-{d[serial]}">{_("What is wrong")} <span class="need">({_("required")})</span></label>
<select id="what-{d[serial]}" name="what"><option value="name">{_("My name or date of birth")}</option><option value="study">{_("Level, department or student number")}</option><option value="courses">{_("Courses, credits or grades")}</option><option value="dates">{_("A date")}</option><option value="language">{_("The wording in this language")}</option><option value="other">{_("Something else")}</option></select></div>
{if (d[serial] == f_serial)}<div class="field{if e_words} bad{end}"><label for="words">{_("What should stand there?")} <span class="need">({_("required")})</span></label>{if e_words}<p class="error" id="words-error">{e_words}</p>{end}<textarea id="words" name="words" rows="3" maxlength="2000"{if e_words} aria-invalid="true" aria-describedby="words-error"{end}>{f_words}</textarea></div>
{else}<div class="field"><label for="words-{d[serial]}">{_("What should stand there?")} <span class="need">({_("required")})</span></label><textarea id="words-{d[serial]}" name="words" rows="3" maxlength="2000"></textarea></div>{end}
<div class="actions"><button class="btn second">{_("Report it")}</button></div></form></details>{end}</li>
{end}</ul>
{else}<div class="empty"><p>{_("No certificate has been issued to you yet. What you have issued appears here, with its files.")}</p></div>{end}</section>
<section aria-labelledby="help"><h2 id="help">{_("Help")}</h2>
<dl class="facts"><div><dt>{_("Something does not work on this site")}</dt><dd><a href="tel:{phone_system}">{phone_system}</a> <span class="rule">{_("Rule")} R107</span></dd></div>
<div><dt>{_("Something printed on a certificate is wrong")}</dt><dd><a href="tel:{phone_content}">{phone_content}</a> <span class="rule">{_("Rule")} R108</span></dd></div>
<div><dt>{_("Somebody wants to check a certificate")}</dt><dd><a href="/verify">{_("Is a document genuine?")}</a></dd></div></dl></section>
