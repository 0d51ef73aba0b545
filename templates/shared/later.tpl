<header class="page-head">
<h1>{title}</h1>
</header>
<div class="msg wait" role="alert" data-outcome="{outcome}" tabindex="-1"><p>{text}</p></div>
{if by_itself}<p>{_("This page tries again by itself in a few seconds.")}</p>{end}
{if resend}
<form method="post" action="{action}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
{for f in kept}<input type="hidden" name="{f[name]}" value="{f[value]}">
{end}
<p><button class="btn">{_("Send it again")}</button></p>
</form>
{end}
<p><a href="{home_url}">{_("Go to the first page")}</a></p>
