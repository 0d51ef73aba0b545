<header class="page-head">
<h1>{_("Confirm an e-mail address")}</h1>
</header>
<div class="narrow">
{messages}{errors}
{if alive}
<p class="lead">{_("From now on, {value} is used for your account.")}</p>
<form method="post" action="/account/email">
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="t" value="{token}">
<div class="actions"><button class="btn">{_("Confirm this address")}</button></div>
</form>
{else}
<div class="actions"><a class="btn second" href="/account/contact">{_("My contact data")}</a></div>
{end}
</div>
