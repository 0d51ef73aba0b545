<header class="page-head">
<h1>{_("Log in")}</h1>
<p class="lead">{_("Visiting students log in with their temporary student ID, universities and staff with their login name.")}</p>
</header>
<div class="narrow">
{messages}{errors}
{if (val_out == "here")}<div class="msg done" role="status" data-outcome="done" tabindex="-1"><p>{_("You are logged out.")}</p></div>{end}
{if (val_out == "all")}<div class="msg done" role="status" data-outcome="done" tabindex="-1"><p>{_("You are logged out everywhere.")}</p></div>{end}
{if who}<p class="callout">{_("You are logged in as {who}. Logging in here ends that.")}</p>{end}
<form method="post" action="/account/login" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="next" value="{next}">
<div class="field{if (err_login)} bad{end}">
<label for="login">{_("Temporary student ID or login name")} <span class="need">({_("required")})</span></label>
<p class="hint" id="login-hint">{_("For example E252000015")}</p>
{if (err_login)}<p class="error" id="login-error">{err_login}</p>{end}
<input id="login" name="login" value="{val_login}" autocomplete="username" autocapitalize="off" spellcheck="false" aria-describedby="login-hint{if (err_login)} login-error{end}"{if (err_login)} aria-invalid="true"{end}>
</div>
<div class="field{if (err_password)} bad{end}">
<label for="password">{_("Password")} <span class="need">({_("required")})</span></label>
{if (err_password)}<p class="error" id="password-error">{err_password}</p>{end}
<input id="password" name="password" type="password" autocomplete="current-password"{if (err_password)} aria-invalid="true" aria-describedby="password-error"{end}>
</div>
<div class="actions"><button class="btn">{_("Log in")}</button></div>
</form>
<ul>
<li><a href="/account/reset">{_("Forgotten password, or no password yet")}</a></li>
<li><a href="/tempid/result">{_("Check my application")}</a></li>
</ul>
</div>
