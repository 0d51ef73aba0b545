<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Colleagues")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Colleagues")}</h1>
<p class="lead">{_("Coordinators upload lists and letters; recommenders recommend. One person may be both.")}</p>
</header>
{messages}{errors}
<table class="list"><caption>{_("Accounts of {university}")}</caption>
<thead><tr><th scope="col">{_("Name")}</th><th scope="col">{_("E-mail address")}</th><th scope="col">{_("Roles")}</th><th scope="col">{_("State")}</th></tr></thead><tbody>
{for r in rows}<tr data-login="{r[login]}"><th scope="row">{r[name]} <small>{r[login]}</small>{if r[me]} <span class="badge">{_("you")}</span>{end}</th>
<td data-label="{_("E-mail address")}">{r[email]}</td>
<td data-label="{_("Roles")}">{if r[me]}{if r[coordinator]}{_("Coordinator")} {end}{if r[recommender]}{_("Recommender")}{end}{else}<form class="row" method="post" action="/partner/people"><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-r{r[id]}"><input type="hidden" name="decision" value="roles"><input type="hidden" name="account" value="{r[id]}"><label class="tick"><input type="checkbox" name="role" value="coordinator"{if r[coordinator]} checked{end}> {_("Coordinator")}</label> <label class="tick"><input type="checkbox" name="role" value="recommender"{if r[recommender]} checked{end}> {_("Recommender")}</label> <button class="btn second small">{_("Change")}</button></form>{end}</td>
<td data-label="{_("State")}">{if (r[state] == "disabled")}<span class="badge bad">{_("disabled")}</span>{end}{if (r[state] == "invited")}<span class="badge warn">{_("invited, no password yet")}</span>{end}{if (r[state] == "living")}<span class="badge ok">{_("active")}</span>{end}{if r[me]}{else}<form class="row" method="post" action="/partner/people"><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-s{r[id]}"><input type="hidden" name="account" value="{r[id]}">{if (r[state] == "invited")} <button class="btn second small" name="decision" value="remind">{_("Send the link again")}</button>{end}{if (r[state] == "disabled")} <button class="btn second small" name="decision" value="enable">{_("Enable")}</button>{else} <button class="btn plain small" name="decision" value="disable">{_("Disable")}</button>{end}</form>{end}</td></tr>
{end}</tbody></table>
<h2>{_("Invite a colleague")}</h2>
<form class="narrow" method="post" action="/partner/people" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="decision" value="invite">
<div class="grid2">
<div class="field{if err_name} bad{end}">
<label for="name">{_("Name")} <span class="need">{_("(required)")}</span></label>
{if err_name}<p class="error" id="name-error">{err_name}</p>
{end}<input id="name" name="name" maxlength="120" value="{val_name}"{if err_name} aria-invalid="true" aria-describedby="name-error"{else}{end}>
</div>
<div class="field{if err_login} bad{end}">
<label for="login">{_("Login")} <span class="need">{_("(required)")}</span></label>
{if err_login}<p class="error" id="login-error">{err_login}</p>
{end}<input id="login" name="login" maxlength="32" spellcheck="false" value="{val_login}"{if err_login} aria-invalid="true" aria-describedby="login-error"{else}{end}>
</div>
</div>
<div class="field{if err_email} bad{end}">
<label for="email">{_("E-mail address")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="email-hint">{_("A link to set a password goes there; it also receives the code of each login.")}</p>
{if err_email}<p class="error" id="email-error">{err_email}</p>
{end}<input id="email" name="email" type="email" value="{val_email}"{if err_email} aria-invalid="true" aria-describedby="email-hint email-error"{else} aria-describedby="email-hint"{end}>
</div>
<fieldset class="choices boxed{if err_role} bad{end}" id="role"><legend>{_("Roles")} <span class="need">{_("(required)")}</span></legend>{if err_role}<p class="error">{err_role}</p>{end}
<label class="choice"><input type="checkbox" name="role" value="coordinator"> <span>{_("Coordinator")}</span></label>
<label class="choice"><input type="checkbox" name="role" value="recommender"> <span>{_("Recommender")}</span></label></fieldset>
<div class="actions"><button class="btn">{_("Invite")}</button></div>
</form>
