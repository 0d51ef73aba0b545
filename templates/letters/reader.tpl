<header class="page-head">
<h1>{_("A letter for you")}</h1>
{if (l_outcome == "done")}<p class="lead">{_("{l_issuer} sends you a confidential letter of recommendation. The person it is about has not read it.")}</p>{end}
</header>
{messages}{errors}
<div class="narrow">
{if (l_outcome == "done")}<dl class="facts"><div><dt>{_("About")}</dt><dd>{l_student}</dd></div><div><dt>{_("Recipient")}</dt><dd>{l_recipient}</dd></div><div><dt>{_("Serial number")}</dt><dd><span class="code">{l_serial}</span></dd></div><div><dt>{_("Issued on")}</dt><dd>{l_told_at}</dd></div></dl>
<p class="actions"><a class="btn" href="/letters/reader/letter.pdf">{_("Read the letter (PDF)")}</a> <a class="btn second" href="/letters/reader/letter.json">{_("Its proof (.json)")}</a></p>
<p>{_("The link works until {l_until}. Please keep both files: the second proves the first without asking us.")} <a href="/verify">{_("Check a document")}</a></p>
{else}<p>{_("This link has run out or leads nowhere. Please ask the person who named you as recipient, or the office of the university.")}</p>{end}
</div>
