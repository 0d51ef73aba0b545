<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/certificates">{_("Certificates")}</a></li><li aria-current="page">{_("Enter your code")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Enter your code")}</h1>
{if alive}<p class="lead">{_("We sent six digits to {address}. They work for ten minutes and once.")} <span class="rule">{_("Rule")} R106</span></p>{end}
</header>
<div class="narrow">
{messages}{errors}
{if alive}
<form method="post" action="/certificates/code" novalidate data-progress="{_("Your certificates are being issued …")}">
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<div class="field{if (err_code)} bad{end}">
<label for="code">{_("Code from the mail")} <span class="need">({_("required")})</span></label>
{if (err_code)}<p class="error" id="code-error">{err_code}</p>{end}
<input class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12"{if (err_code)} aria-invalid="true" aria-describedby="code-error"{end}>
</div>
<div class="actions"><button class="btn">{_("Issue")}</button></div>
</form>
{end}
{if wishes}<h2>{_("What waits for a code")}</h2>
<ul class="items">
{for w in wishes}<li data-wish="{w[id]}"><h3>{w[title]} · {w[speech]}{if (w[copies] != "1")} · {_("{w[copies]} {w[copies]:copy|copies}")}{end}</h3>
<p>{if w[alive]}<span class="badge info">{_("Code sent")}</span>{else}{if w[sent]}<span class="badge">{_("Code ran out")}</span> {_("Have a new one sent.")}{else}<span class="badge ok">{if w[corrected]}{_("Corrected")}{else}{_("Verified")}{end}</span> {_("Next: we mail you a code.")}{end}{end}</p>
<form method="post" action="/certificates/code"><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-w{w[id]}"><input type="hidden" name="wish" value="{w[id]}">
<div class="actions"><button class="btn second" name="act" value="again">{if w[sent]}{_("Send another code")}{else}{_("Send me the code")}{end}</button> {if w[corrected]}{else}<button class="btn plain" name="act" value="drop">{_("Take back")}</button>{end}</div></form></li>
{end}</ul>
<p class="soft">{_("No mail after a minute? Look into the folder for unwanted mail first.")} <a href="/account/contact">{_("My contact data")}</a></p>
{else}<div class="empty"><p>{_("Nothing waits for a code. What was issued to you stands on the page of certificates.")}</p><p><a class="btn" href="/certificates">{_("Certificates")}</a></p></div>{end}
<p class="soft">{_("Help with the system: {phone_system}.")} <span class="rule">{_("Rule")} R107</span></p>
</div>
