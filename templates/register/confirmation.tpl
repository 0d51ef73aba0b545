<header class="page-head">
<h1>{_("Confirmation of course registration")}</h1>
<p class="lead no-print">{_("To show at your home university. Print it, or save it as PDF from the print dialogue of your browser.")}</p>
</header>
{messages}{errors}
<dl class="facts">
<div><dt>{_("University")}</dt><dd>{host}</dd></div>
<div><dt>{_("Term")}</dt><dd>{term} ({classes_from} – {classes_till})</dd></div>
<div><dt>{_("Name")}</dt><dd>{name_native}{if name_latin} · {name_latin}{end}</dd></div>
<div><dt>{_("Temporary student ID")}</dt><dd><span class="code">{id}</span></dd></div>
{if university}<div><dt>{_("Home university")}</dt><dd>{university}</dd></div>{end}
</dl>
{if mine}<table class="list"><caption>{_("Courses taken")}</caption>
<thead><tr><th scope="col">{_("Section")}</th><th scope="col">{_("Title")}</th><th scope="col">{_("Instructor")}</th><th scope="col">{_("Time and room")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("State")}</th></tr></thead>
<tbody>
{for m in mine}<tr data-section="{m[code]}" data-state="{m[state]}"><th scope="row">{m[code]}</th><td data-label="{_("Title")}">{m[name]}</td><td data-label="{_("Instructor")}">{m[instructor]}</td><td data-label="{_("Time and room")}">{if m[times]}{m[times]}{else}{_("No fixed time")}{end}{if m[room]} · {m[room]}{end}</td><td class="num" data-label="{_("Credits")}">{m[credits]}</td><td data-label="{_("State")}">{if (m[state] == "enrolled")}{_("Registered")}{end}{if ((m[state] == "withdraw_requested") || (m[state] == "withdraw_home_confirmed"))}{_("Withdrawal asked")}{end}{if (m[state] == "withdrawn")}{_("Withdrawn")}{end}{if (m[state] == "closed_by_host")}{_("Closed by the university")}{end}{if (m[state] == "completed")}{_("Completed")}{end}</td></tr>
{end}</tbody>
<tfoot><tr><th scope="row" colspan="4">{_("Credits in all")}</th><td class="num"><b>{have}</b></td><td></td></tr></tfoot></table>
{else}<div class="empty"><p>{_("You are not registered in any course of this term.")}</p></div>{end}
<p>{_("As of {made_at}. This page is not a certificate; the current state is in the registration system of the university.")}</p>
<p class="soft">{contact_name} · {contact_phone} · {contact_email}</p>
{if mine}<p class="no-print">{_("The same as a document with a code that anybody can verify.")} {_("What was issued to you stays here.")} <a href="/documents">{_("My documents")}</a></p>{end}
<div class="actions no-print">{if mine}<a class="btn" href="/register/confirmation.pdf">{_("Open the PDF")}</a>{end}<a class="btn second" href="/register">{_("Back to my courses")}</a></div>
