<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/account/contact">{_("My account")}</a></li><li aria-current="page">{_("Change password")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Change password")}</h1>
<p class="lead">{_("Every other device is logged out; this one stays logged in.")}</p>
</header>
<div class="narrow">
{messages}{errors}
<form method="post" action="/account/password" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<div class="field{if (err_current)} bad{end}">
<label for="current">{_("Current password")} <span class="need">({_("required")})</span></label>
{if (err_current)}<p class="error" id="current-error">{err_current}</p>{end}
<input id="current" name="current" type="password" autocomplete="current-password"{if (err_current)} aria-invalid="true" aria-describedby="current-error"{end}>
</div>
<div class="field{if (err_password)} bad{end}">
<label for="password">{_("New password")} <span class="need">({_("required")})</span></label>
<p class="hint" id="password-hint">{_("At least eight characters; several words are good. Not your ID, not your birth date.")}</p>
{if (err_password)}<p class="error" id="password-error">{err_password}</p>{end}
<input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="password-hint{if (err_password)} password-error{end}"{if (err_password)} aria-invalid="true"{end}>
</div>
<div class="field{if (err_password_again)} bad{end}">
<label for="password_again">{_("New password, once more")} <span class="need">({_("required")})</span></label>
{if (err_password_again)}<p class="error" id="password_again-error">{err_password_again}</p>{end}
<input id="password_again" name="password_again" type="password" autocomplete="new-password"{if (err_password_again)} aria-invalid="true" aria-describedby="password_again-error"{end}>
</div>
<div class="actions"><button class="btn">{_("Change password")}</button></div>
</form>
</div>
