<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Corrections of personal data")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Corrections of personal data")}</h1>
<p class="lead">{_("What people asked to have corrected. An accepted value is written at once, and the person is told.")}</p>
</header>
{messages}{errors}
{if corrections}{for c in corrections}
<section class="card" aria-labelledby="c-{c[id]}">
<h2 id="c-{c[id]}">{c[what]}: {c[name]} <small>{c[login]}</small> {if (c[state] == "open")}<span class="badge warn">{_("To decide")}</span>{end}{if (c[state] == "accepted")}<span class="badge ok">{_("Accepted")}</span>{end}{if (c[state] == "refused")}<span class="badge bad">{_("Refused")}</span>{end}</h2>
<table class="list diff"><thead><tr><th scope="col">{_("Stored")}</th><th scope="col">{_("Asked for")}</th><th scope="col">{_("Reason")}</th></tr></thead><tbody><tr><td data-label="{_("Stored")}"><del>{c[now_value]}</del></td><td data-label="{_("Asked for")}"><ins>{c[value]}</ins></td><td data-label="{_("Reason")}">{c[reason]}<span class="why">{c[asked_at]}</span></td></tr></tbody></table>
{if (c[state] == "open")}<form method="post" action="/staff/corrections" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="correction" value="{c[id]}">
{if (c[id] == val_correction)}<div class="field{if err_answer} bad{end}"><label for="answer">{_("Answer")} <span class="need">{_("(required when refusing)")}</span></label>
{if err_answer}<p class="error" id="answer-error">{err_answer}</p>{end}
<input id="answer" name="answer" value="{val_answer}"{if err_answer} aria-invalid="true" aria-describedby="answer-error"{end}></div>{else}<div class="field"><label for="answer-{c[id]}">{_("Answer")} <span class="need">{_("(required when refusing)")}</span></label><input id="answer-{c[id]}" name="answer" maxlength="1000"></div>{end}
<div class="actions"><button class="btn" name="decision" value="accept">{_("Accept and write")}</button> <button class="btn danger" name="decision" value="refuse">{_("Refuse")}</button></div>
</form>{else}<p class="soft">{c[decided_at]} {c[decided_name]}: {c[answer]}</p>{end}
</section>{end}
{else}<div class="empty"><p>{_("Nobody has asked for a correction.")}</p></div>{end}
