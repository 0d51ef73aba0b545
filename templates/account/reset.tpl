<header class="page-head">
<h1>{_("New password or new link")}</h1>
{if alive}<p class="lead">{_("Choose a new password for {account}. Every device that is logged in now will be logged out.")}</p>{else}<p class="lead">{_("We send a link to the address that we hold for you. With it you set your password.")}</p>{end}
</header>
<div class="narrow">
{messages}{errors}
<form method="post" action="/account/reset" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
{if alive}
<input type="hidden" name="t" value="{token}">
<input name="username" value="{account}" autocomplete="username" hidden readonly>
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
<div class="actions"><button class="btn">{_("Set the password and log in")}</button></div>
{else}
<div class="field{if (err_login)} bad{end}">
<label for="login">{_("Temporary student ID, login name or e-mail address")} <span class="need">({_("required")})</span></label>
{if (err_login)}<p class="error" id="login-error">{err_login}</p>{end}
<input id="login" name="login" value="{val_login}" autocomplete="username" autocapitalize="off" spellcheck="false"{if (err_login)} aria-invalid="true" aria-describedby="login-error"{end}>
</div>
<div class="actions"><button class="btn">{_("Send the link")}</button></div>
{end}
</form>
{if alive}{else}<p class="soft">{_("If that mailbox is closed, the coordinator of your home university can tell us your new address.")}</p>
<p><a href="/account/login">{_("Back to the login")}</a></p>{end}
</div>
