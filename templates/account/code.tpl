<header class="page-head">
<h1>{_("Enter your code")}</h1>
<p class="lead">{if (method == "app")}{_("Open your authenticator app and type the six digits that it shows now.")}{else}{_("We sent six digits to the address that we hold for you. They work for ten minutes, in this window only.")}{end}</p>
</header>
<div class="narrow">
{messages}{errors}
{if val_sent}<div class="msg wait" role="status" data-outcome="pending" tabindex="-1"><p>{_("Another code is on its way. The one before does not work any more.")}</p></div>{end}
{if alive}
<form method="post" action="/account/code" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<div class="field{if (err_code)} bad{end}">
<label for="code">{if (method == "app")}{_("Code from the app")}{else}{_("Code from the mail")}{end} <span class="need">({_("required")})</span></label>
{if (err_code)}<p class="error" id="code-error">{err_code}</p>{end}
<input class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20"{if (err_code)} aria-invalid="true" aria-describedby="code-error"{end}>
</div>
<div class="actions"><button class="btn">{_("Go on")}</button></div>
</form>
{if (method == "app")}<p class="soft">{_("Telephone lost? Type one of your recovery codes instead. Without one, ask an administrator.")}</p>
{else}<form method="post" action="/account/code">
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="again" value="1">
<p>{_("No mail after a minute? Look into the folder for unwanted mail first.")} <button class="linklike">{_("Send another code")}</button></p>
</form>{end}
{if (purpose == "birthdate")}<p class="soft">{_("If no mail comes at all, ask for a link to set your password instead.")} <a href="/account/reset">{_("Ask for a link")}</a></p>{end}
{else}
<div class="actions"><a class="btn" href="/account/login">{_("Log in again")}</a></div>
{end}
</div>
