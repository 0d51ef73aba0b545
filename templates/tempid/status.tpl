<header class="page-head">
<h1>{_("Your application")}</h1> {if (state == "issued")}<span class="badge ok">{_("ID issued")}</span>{else}{if (state == "approved")}<span class="badge ok">{_("Approved")}</span>{else}{if (state == "rejected")}<span class="badge bad">{_("Not approved")}</span>{else}{if (state == "returned")}<span class="badge warn">{_("Returned for correction")}</span>{else}{if (state == "unconfirmed")}<span class="badge">{_("Not confirmed")}</span>{else}{if (state == "withdrawn")}<span class="badge bad">{_("Application withdrawn")}</span>{else}{if (state == "expired")}<span class="badge bad">{_("Expired")}</span>{else}<span class="badge info">{_("Submitted, not decided")}</span>{end}{end}{end}{end}{end}{end}{end}
<p class="lead">{_("Term {term}, {university}")}</p>
</header>
{messages}{errors}
<div class="narrow" data-state="{state}" data-next="{next}">
<section class="card now" aria-labelledby="next"><h2 id="next">{_("What happens next")}</h2>
{if (next == "confirm")}<p><b>{_("You: confirm your e-mail address with the link in our first mail.")}</b> <a href="/tempid/resend">{_("Ask for a new link")}</a></p>{end}
{if (next == "review")}<p><b>{if (actor == "university")}{_("Your home university: there are two applications or addresses under your student number; it decides which one is yours.")}{else}{_("The academic team: somebody of the same name was here before; it makes sure that this is you.")}{end}</b></p>{end}
{if (next == "recommend")}<p><b>{_("Your home university: it recommends you to us.")}</b></p>{end}
{if (next == "decide")}<p><b>{_("The academic team: it decides on the application.")}</b></p>{end}
{if (next == "publish")}<p><b>{_("Results are published at the time below.")}</b></p>{end}
{if (next == "issue")}<p><b>{_("The academic team: it issues your temporary student ID and sends it by mail.")}</b></p>{end}
{if (next == "correct")}<p><b>{if (actor == "you")}{_("You: correct what is named below by applying again with the same student number and e-mail address.")} <a href="/tempid/apply">{_("Apply again")}</a>{else}{_("Your home university: it corrects its list.")}{end}</b></p>{end}
{if (next == "activate")}<p><b>{if (password_state == "birthdate")}{_("You: log in for the first time.")}{else}{_("You: set your password with the link in the mail that brought the ID.")}{end}</b></p>{end}
{if (next == "register")}<p><b>{_("You: log in and register for courses.")}</b></p>{end}
{if (next == "refused")}<p><b>{_("Your home university does not recommend you. Please speak with its coordinator; without the recommendation no credits are granted.")}</b></p>{end}
{if (next == "apply-again")}<p><b>{_("The application was not confirmed in time. You may apply again while applications are open.")}</b> <a href="/tempid/apply">{_("Apply again")}</a></p>{end}
{if (next == "none")}<p><b>{_("Nothing: this application is closed.")}</b></p>{end}
{if until}<p class="until">{_("Until {until}")}</p>{end}
</section>
{if reason}<div class="callout warn"><h2>{_("Reason")}</h2><p>{reason}</p></div>{end}
{if temporary_id}<section class="card"><h2>{_("Application results")}</h2>
<dl class="facts"><div><dt>{_("Temporary student ID")}</dt><dd><span class="code" data-id="{temporary_id}">{temporary_id}</span></dd></div>
<div><dt>{_("Password")}</dt><dd>{if (password_state == "set")}{_("the one you have; it does not change")}{else}{if (password_state == "birthdate")}{_("the first time: your date of birth as six digits, year first, followed by asf; then a code by mail and a password of your own")}{else}{_("you set it yourself with the link in the mail")}{end}{end}</dd></div>
<div><dt>{_("Registration")}</dt><dd>{opens_at} ~ {closes_at}</dd></div></dl>
{if (state != "issued")}<p>{_("This is your ID from before. It may register in this term after the application is approved.")}</p>{end}
<div class="actions"><a class="btn second" href="/account/login">{_("Log in")}</a></div></section>{end}
<h2>{_("The application")}</h2>
<dl class="facts">
<div><dt>{_("Name")}</dt><dd>{name_native}</dd></div>
<div><dt>{_("Student number")}</dt><dd>{student_no}</dd></div>
<div><dt>{_("Submitted on")}</dt><dd>{submitted_at}</dd></div>
<div><dt>{_("Recommendation")}</dt><dd>{if (recommendation == "recommended")}<span class="badge ok">{_("Recommended")}</span>{else}{if (recommendation == "refused")}<span class="badge bad">{_("Not recommended")}</span>{else}<span class="badge">{_("Not yet")}</span>{end}{end}</dd></div>
<div><dt>{_("Coordinator of your university")}</dt><dd>{contact_name}{if contact_email} · <a href="mailto:{contact_email}">{contact_email}</a>{end}{if contact_phone} · <a href="tel:{contact_phone}">{contact_phone}</a>{end}</dd></div>
</dl>
<p class="no-print"><a href="/tempid/result?t=close">{_("Close this page on a shared computer")}</a></p>
</div>
