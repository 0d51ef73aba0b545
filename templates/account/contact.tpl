<header class="page-head">
<h1>{_("My contact data")}</h1>
<p class="lead">{_("Contact data changes only here. An address is used after its mailbox has confirmed it.")}</p>
</header>
<div class="narrow">
{messages}{errors}
<dl class="facts">
<div><dt>{_("Login name")}</dt><dd><span class="code">{now_login}</span></dd></div>
<div><dt>{_("Name")}</dt><dd>{now_name}</dd></div>
</dl>
{if now_waiting}<p class="callout">{_("{now_waiting} waits for its confirmation; until then {now_email} is used.")}</p>{end}
<form method="post" action="/account/contact" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<div class="field{if (err_email)} bad{end}">
<label for="email">{_("E-mail address")} <span class="need">({_("required")})</span></label>
{if (err_email)}<p class="error" id="email-error">{err_email}</p>{end}
<input id="email" name="email" type="email" value="{email}" autocomplete="email"{if (err_email)} aria-invalid="true" aria-describedby="email-error"{end}>
</div>
<div class="field{if (err_email2)} bad{end}">
<label for="email2">{_("Second e-mail address")} <span class="need">({_("optional")})</span></label>
<p class="hint" id="email2-hint">{if now_email2}{if now_email2_confirmed}{_("Confirmed.")}{else}{_("Not confirmed yet.")}{end} {end}{_("A new password can be asked for with it when the first mailbox is closed, for example after you graduate.")}</p>
{if (err_email2)}<p class="error" id="email2-error">{err_email2}</p>{end}
<input id="email2" name="email2" type="email" value="{email2}" autocomplete="email" aria-describedby="email2-hint{if (err_email2)} email2-error{end}"{if (err_email2)} aria-invalid="true"{end}>
</div>
<div class="field{if (err_phone)} bad{end}">
<label for="phone">{_("Telephone")} <span class="need">({_("optional")})</span></label>
{if (err_phone)}<p class="error" id="phone-error">{err_phone}</p>{end}
<input class="short" id="phone" name="phone" type="tel" value="{phone}" autocomplete="tel"{if (err_phone)} aria-invalid="true" aria-describedby="phone-error"{end}>
</div>
<div class="field">
<label for="speaks">{_("Language of mails")}</label>
<select class="short" id="speaks" name="speaks">
<option value="ko" lang="ko"{if (speaks == "ko")} selected{end}>한국어</option>
<option value="en" lang="en"{if (speaks == "en")} selected{end}>English</option>
<option value="ja" lang="ja"{if (speaks == "ja")} selected{end}>日本語</option>
</select>
</div>
<div class="field{if (err_current)} bad{end}">
<label for="current">{_("Current password")} <span class="need">({_("only to change an address")})</span></label>
{if (err_current)}<p class="error" id="current-error">{err_current}</p>{end}
<input id="current" name="current" type="password" autocomplete="current-password"{if (err_current)} aria-invalid="true" aria-describedby="current-error"{end}>
</div>
<div class="actions"><button class="btn">{_("Save")}</button></div>
</form>
<h2>{_("More about my account")}</h2>
<ul>
<li><a href="/account/password">{_("Change password")}</a></li>
<li><a href="/account/second-step">{_("Second step at login")}</a></li>
<li><a href="/account/sessions">{_("Where I am logged in")}</a></li>
<li><a href="/account/data">{_("What is stored about me")}</a></li>
</ul>
</div>
