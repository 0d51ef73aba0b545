<header class="page-head">
<h1>{_("This page is for other people")}</h1>
<p class="lead">{_("You are logged in as {who}. To open it, please log in as somebody who may.")}</p>
</header>
<div class="narrow">
{messages}
<div class="actions"><a class="btn" href="{home}">{_("To my own pages")}</a> <a class="btn second" href="/account/login?next={next}">{_("Log in as somebody else")}</a></div>
</div>
