<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Agreements")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Agreements")}</h1>
<p class="lead">{_("Only students of universities with an agreement that is valid for the whole term can come.")}</p>
</header>
{messages}{errors}
{if agreements}<table class="list"><caption>{_("Agreements")}</caption>
<thead><tr><th scope="col">{_("University")}</th><th scope="col">{_("Valid from")}</th><th scope="col">{_("Valid until")}</th><th scope="col" class="num">{_("Credit limit")}</th><th scope="col" class="num">{_("Places this term")}</th><th scope="col">{_("Note")}</th></tr></thead><tbody>{for a in agreements}
<tr{if a[current]}{else} class="off"{end}><th scope="row"><a href="?agreement={a[id]}#edit">{a[name]}</a></th><td data-label="{_("Valid from")}">{a[valid_from]}</td><td data-label="{_("Valid until")}">{if a[valid_until]}{a[valid_until]}{else}{_("open")}{end}</td><td class="num" data-label="{_("Credit limit")}">{a[max_credits]}</td><td class="num" data-label="{_("Places this term")}">{a[used]}{if a[quota]} / {a[quota]}{end}</td><td data-label="{_("Note")}">{a[note]}</td></tr>{end}
</tbody></table>{else}<div class="empty"><p>{_("There is no agreement yet.")}</p></div>{end}
<section id="edit" aria-labelledby="edit-title">
<h2 id="edit-title">{if val_agreement}{_("Change the agreement")}{else}{_("A new agreement")}{end}</h2>
<form method="post" action="/staff/agreements" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="agreement" value="{val_agreement}">
<input type="hidden" name="programme_type" value="credit-exchange">
<div class="field{if err_university} bad{end}"><label for="university">{_("University")} <span class="need">{_("(required)")}</span></label>{if err_university}<p class="error" id="university-error">{err_university}</p>{end}
<select id="university" name="university"{if err_university} aria-invalid="true" aria-describedby="university-error"{end}><option value="">{_("Please choose")}</option>{for u in universities}<option value="{u[code]}"{if val_university}{if (u[code] == val_university)} selected{end}{else}{for x in agreements}{if ((x[key] == val_agreement) && (x[university] == u[code]))} selected{end}{end}{end}>{u[name]}</option>{end}</select></div>
<div class="grid2">
<div class="field{if err_valid_from} bad{end}"><label for="valid_from">{_("Valid from")} <span class="need">{_("(required)")}</span></label>
{if err_valid_from}<p class="error" id="valid_from-error">{err_valid_from}</p>{end}
<input type="date" id="valid_from" name="valid_from" value="{if val_valid_from}{val_valid_from}{else}{for x in agreements}{if (x[key] == val_agreement)}{x[from_iso]}{end}{end}{end}"{if err_valid_from} aria-invalid="true" aria-describedby="valid_from-error"{end}></div>
<div class="field{if err_valid_until} bad{end}"><label for="valid_until">{_("Valid until")} <span class="need">{_("(optional)")}</span></label>
{if err_valid_until}<p class="error" id="valid_until-error">{err_valid_until}</p>{end}
<input type="date" id="valid_until" name="valid_until" value="{if val_valid_until}{val_valid_until}{else}{for x in agreements}{if (x[key] == val_agreement)}{x[until_iso]}{end}{end}{end}"{if err_valid_until} aria-invalid="true" aria-describedby="valid_until-error"{end}></div>
</div>
<div class="grid2">
<div class="field{if err_max_credits} bad{end}"><label for="max_credits">{_("Credit limit")} <span class="need">{_("(optional)")}</span></label>
{if err_max_credits}<p class="error" id="max_credits-error">{err_max_credits}</p>{end}
<input type="number" id="max_credits" name="max_credits" value="{if val_max_credits}{val_max_credits}{else}{for x in agreements}{if (x[key] == val_agreement)}{x[max_credits]}{end}{end}{end}"{if err_max_credits} aria-invalid="true" aria-describedby="max_credits-error"{end} min="1" max="30"></div>
<div class="field{if err_quota} bad{end}"><label for="quota">{_("Places a term")} <span class="need">{_("(optional)")}</span></label>
{if err_quota}<p class="error" id="quota-error">{err_quota}</p>{end}
<input type="number" id="quota" name="quota" value="{if val_quota}{val_quota}{else}{for x in agreements}{if (x[key] == val_agreement)}{x[quota]}{end}{end}{end}"{if err_quota} aria-invalid="true" aria-describedby="quota-error"{end} min="1"></div>
</div>
<div class="field{if err_note} bad{end}"><label for="note">{_("Note")} <span class="need">{_("(optional)")}</span></label>
{if err_note}<p class="error" id="note-error">{err_note}</p>{end}
<textarea id="note" name="note" rows="2"{if err_note} aria-invalid="true" aria-describedby="note-error"{end}>{if val_note}{val_note}{else}{for x in agreements}{if (x[key] == val_agreement)}{x[note]}{end}{end}{end}</textarea></div>
<div class="actions"><button class="btn">{_("Save the agreement")}</button></div>
</form>
</section>
