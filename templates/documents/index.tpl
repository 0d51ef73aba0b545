<header class="page-head">
<h1>{_("My documents")}</h1>
<p class="lead">{_("What this university has issued to you. Send on both files of a document: the PDF, and the .json that proves it without asking us.")}</p>
</header>
{messages}{errors}
{if documents}<table class="list"><caption>{_("Issued documents")}</caption>
<thead><tr><th scope="col">{_("Serial number")}</th><th scope="col">{_("Document")}</th><th scope="col">{_("Issued on")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Files")}</th></tr></thead>
<tbody>
{for d in documents}<tr data-serial="{d[serial]}" data-state="{d[standing]}"><th scope="row"><span class="code">{d[serial]}</span></th><td data-label="{_("Document")}">{if (d[kind] == "letter")}<a href="/letters">{d[title]}</a>{else}{d[title]}{end}{if d[subject]} · {d[subject]}{end} · {d[speech]}</td><td data-label="{_("Issued on")}">{d[told_at]}</td><td data-label="{_("State")}">{if (d[standing] == "valid")}<span class="badge ok">{_("Holds")}</span>{end}{if (d[standing] == "superseded")}<span class="badge">{_("Superseded")}</span>{end}{if (d[standing] == "revoked")}<span class="badge bad">{_("Revoked")}</span>{end}</td><td data-label="{_("Files")}"><a href="/documents/{d[serial]}.pdf" aria-label="{_("PDF of")} {d[serial]}">PDF</a> · <a href="/documents/{d[serial]}.json" aria-label="{_("Proof of")} {d[serial]}">.json</a></td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{_("No document has been issued to you yet.")}</p>{if visitor}<p><a href="/register/confirmation">{_("Confirmation of course registration")}</a></p>{end}<p><a href="/certificates">{_("Certificates")}</a></p></div>{end}
