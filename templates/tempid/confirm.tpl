<header class="page-head">
<h1>{_("Confirm your application")}</h1>
</header>
{messages}{errors}
<div class="narrow">
{if answered}<section class="card now" aria-labelledby="after"><h2 id="after">{_("What happens next")}</h2>
<p>{_("Your home university recommends you, and the academic team decides. The ID comes by mail; you can look at the state at any time.")}</p>
{if contact_name}<p>{_("Coordinator of your university")}: {contact_name}{if contact_email} · <a href="mailto:{contact_email}">{contact_email}</a>{end}</p>{end}
<div class="actions"><a class="btn second" href="/tempid/result">{_("Check my application")}</a></div></section>
{else}{if (outcome == "done")}
<p class="lead">{_("With this button your application for term {term} counts.")}</p>
<dl class="facts">
<div><dt>{_("Home university")}</dt><dd>{university}</dd></div>
<div><dt>{_("Student number")}</dt><dd>{student_no}</dd></div>
<div><dt>{_("Name")}</dt><dd>{name_native}</dd></div>
<div><dt>{_("E-mail address")}</dt><dd>{email}</dd></div>
</dl>
<form method="post" action="/tempid/confirm">
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="t" value="{token}">
<div class="actions"><button class="btn">{_("Confirm the application")}</button></div>
</form>
<p class="small soft">{_("The link works until {expires_at}. If this is not your application, close the page: it expires.")}</p>
{else}
{if (outcome == "already")}<div class="msg wait" role="status" data-outcome="already"><p>{_("This link was used before: the application is confirmed. You need not do anything.")}</p></div>
<div class="actions"><a class="btn second" href="/tempid/result">{_("Check my application")}</a></div>
{else}{if (outcome == "expired")}<div class="msg refused" role="alert" data-outcome="expired"><p>{_("This link has run out. Ask for a new one; what you entered is still there.")}</p></div>
<div class="actions"><a class="btn" href="/tempid/resend">{_("Ask for a new link")}</a></div>
{else}<div class="msg refused" role="alert" data-outcome="gone"><p>{_("This link leads nowhere. Please open the newest link of the mail, whole, or ask for a new one.")}</p></div>
<div class="actions"><a class="btn" href="/tempid/resend">{_("Ask for a new link")}</a></div>
{end}{end}{end}{end}
</div>
