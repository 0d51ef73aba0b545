<header class="page-head">
<h1>{_("Set your password")}</h1>
{if alive}<p class="lead">{_("{name}, your login is {login}. Choose the password that belongs to it; nobody else learns it.")}</p>{end}
</header>
<div class="narrow">
{messages}{errors}
{if alive}
<form method="post" action="/account/activate" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
{if token}<input type="hidden" name="t" value="{token}">{end}
<input name="username" value="{login}" autocomplete="username" hidden readonly>
<div class="field{if (err_password)} bad{end}">
<label for="password">{_("Password")} <span class="need">({_("required")})</span></label>
<p class="hint" id="password-hint">{_("At least eight characters; several words are good. Not your ID, not your birth date.")}</p>
{if (err_password)}<p class="error" id="password-error">{err_password}</p>{end}
<input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="password-hint{if (err_password)} password-error{end}"{if (err_password)} aria-invalid="true"{end}>
</div>
<div class="field{if (err_password_again)} bad{end}">
<label for="password_again">{_("Password, once more")} <span class="need">({_("required")})</span></label>
{if (err_password_again)}<p class="error" id="password_again-error">{err_password_again}</p>{end}
<input id="password_again" name="password_again" type="password" autocomplete="new-password"{if (err_password_again)} aria-invalid="true" aria-describedby="password_again-error"{end}>
</div>
<div class="field{if (err_email2)} bad{end}">
<label for="email2">{_("Second e-mail address")} <span class="need">({_("optional")})</span></label>
<p class="hint" id="email2-hint">{_("A new password can be asked for with it when the first mailbox is closed, for example after you graduate.")}</p>
{if (err_email2)}<p class="error" id="email2-error">{err_email2}</p>{end}
<input id="email2" name="email2" type="email" value="{val_email2}" autocomplete="email" aria-describedby="email2-hint{if (err_email2)} email2-error{end}"{if (err_email2)} aria-invalid="true"{end}>
</div>
<div class="callout"><h2>{_("What is stored about you")}</h2>
<p>{_("Your name, birth date, home university, student number and contact data, what you register and what becomes of it. It is used for your studies here, passed on to your home university, and shown to you at any time under My data, where you can also ask for a correction.")}</p></div>
<div class="actions"><button class="btn">{_("Set the password and log in")}</button></div>
</form>
{else}
<p>{_("A new link can be sent to you at any time, to the address that we hold.")}</p>
<div class="actions"><a class="btn" href="/account/reset">{_("Ask for a link")}</a> <a class="btn second" href="/account/login">{_("Log in")}</a></div>
{end}
</div>
