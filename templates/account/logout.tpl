<header class="page-head">
<h1>{_("Log out")}</h1>
<p class="lead">{_("This ends the login of this browser. Other devices stay logged in.")}</p>
</header>
{messages}{errors}
<form method="post" action="/account/logout">
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<div class="actions"><button class="btn">{_("Log out")}</button> <a class="btn plain" href="/account/sessions">{_("Where I am logged in")}</a></div>
</form>
