<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/account/contact">{_("My account")}</a></li><li aria-current="page">{_("Where I am logged in")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Where I am logged in")}</h1>
<p class="lead">{_("A login ends by itself two hours after it was used last, and after twelve hours at the latest.")}</p>
</header>
{messages}{errors}
<table class="list"><caption>{_("Logins that work now")}</caption>
<thead><tr><th scope="col">{_("Browser")}</th><th scope="col">{_("Logged in at")}</th><th scope="col">{_("Last used")}</th><td></td></tr></thead>
<tbody>
{for s in sessions}<tr>
<th scope="row">{if s[agent]}{s[agent]}{else}{_("Unknown browser")}{end}{if (s[current] == 1)} <span class="badge ok">{_("this one")}</span>{end}</th>
<td data-label="{_("Logged in at")}">{s[created_at]}</td>
<td data-label="{_("Last used")}">{s[last_seen]}</td>
<td>{if (s[current] == 1)}{else}<form method="post" action="/account/sessions">
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{s[id]}">
<input type="hidden" name="session" value="{s[id]}">
<button class="btn small">{_("Log out there")}</button></form>{end}</td>
</tr>
{end}</tbody></table>
<form method="post" action="/account/sessions">
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="all" value="1">
<div class="actions"><button class="btn second">{_("Log out everywhere")}</button></div>
<p class="hint">{_("Here too; every device has to confirm its next login by mail.")}</p>
</form>
