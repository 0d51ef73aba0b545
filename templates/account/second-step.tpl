<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/account/contact">{_("My account")}</a></li><li aria-current="page">{_("Second step at login")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Second step at login")}</h1> {if (state == "active")}<span class="badge ok">{_("Authenticator app")}</span>{else}<span class="badge">{_("By mail")}</span>{end}
<p class="lead">{if (state == "active")}{_("Since {since} you confirm a login with the code that your authenticator app shows. No code is mailed.")}{else}{_("So far we mail six digits. An authenticator app on your telephone shows them without mail, and nobody who reads your mail can use them.")}{end}</p>
</header>
<div class="narrow">
{messages}{errors}
{if (state == "pending")}
<h2>{_("1. Show this to the app")}</h2>
<p><img src="/account/second-step.svg" width="240" height="240" alt="{_("QR code with the key below")}"></p>
<p>{_("Or type this key into it")}: <span class="code" data-secret>{secret}</span></p>
<h2>{_("2. Keep these recovery codes")}</h2>
<p>{_("Each works once in place of a code, when the telephone is lost. Print them or write them down; they are not shown again.")}</p>
<ul class="items" data-recovery>{for c in codes}<li><span class="code">{c[code]}</span></li>{end}</ul>
<h2>{_("3. Type the code that the app shows")}</h2>
<form method="post" action="/account/second-step" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="act" value="confirm">
<div class="field{if (err_code)} bad{end}">
<label for="code">{_("Code from the app")} <span class="need">({_("required")})</span></label>
{if (err_code)}<p class="error" id="code-error">{err_code}</p>{end}
<input class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12"{if (err_code)} aria-invalid="true" aria-describedby="code-error"{end}>
</div>
<p class="hint">{_("All other logins of this account end then.")}</p>
<div class="actions"><button class="btn">{_("Use the app from now on")}</button></div>
</form>
{else}
{if (state == "active")}<p>{_("Recovery codes that are left")}: <b data-left>{left}</b></p>
<p class="hint">{_("For new ones, or another telephone: end it here and set it up again.")}</p>{end}
<form method="post" action="/account/second-step" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="act" value="{if (state == "active")}end{else}start{end}">
<div class="field{if (err_current)} bad{end}">
<label for="current">{_("Current password")} <span class="need">({_("required")})</span></label>
{if (err_current)}<p class="error" id="current-error">{err_current}</p>{end}
<input id="current" name="current" type="password" autocomplete="current-password"{if (err_current)} aria-invalid="true" aria-describedby="current-error"{end}>
</div>
<div class="actions">{if (state == "active")}<button class="btn danger">{_("Back to codes by mail")}</button>{else}<button class="btn">{_("Set up an app")}</button>{end}</div>
</form>
{end}
</div>
