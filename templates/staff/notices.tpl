<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Notices")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Notices")}</h1>
<p class="lead">{_("What the first page says, in three languages.")}</p>
</header>
{messages}{errors}
{if notices}<ul class="items">{for n in notices}
<li><h2>{n[text_ko]} {if (n[state] == "shown")}<span class="badge ok">{_("Shown")}</span>{end}{if (n[state] == "coming")}<span class="badge info">{_("Coming")}</span>{end}{if (n[state] == "over")}<span class="badge">{_("Over")}</span>{end}</h2><p lang="en">{n[text_en]}</p><p lang="ja">{n[text_ja]}</p><p class="soft">{n[shown_from]} – {n[shown_till]} {n[made_name]}</p>{if (n[state] == "over")}{else}
<form method="post" action="/staff/notices" novalidate class="actions">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}-{n[id]}">
<input type="hidden" name="notice" value="{n[id]}">
<a class="btn small second" href="?notice={n[id]}#edit">{_("Change")}</a> <button class="btn small plain" name="decision" value="end">{_("End it now")}</button></form>{end}</li>{end}
</ul>{else}<div class="empty"><p>{_("There is no notice yet.")}</p></div>{end}
<section id="edit" aria-labelledby="edit-title">
<h2 id="edit-title">{if val_notice}{_("Change the notice")}{else}{_("A new notice")}{end}</h2>
<form method="post" action="/staff/notices" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="decision" value="save">
<input type="hidden" name="notice" value="{val_notice}">
<div class="field{if err_text_ko} bad{end}"><label for="text_ko">{_("Text in Korean")} <span class="need">{_("(required)")}</span></label>
{if err_text_ko}<p class="error" id="text_ko-error">{err_text_ko}</p>{end}
<textarea id="text_ko" name="text_ko" rows="2"{if err_text_ko} aria-invalid="true" aria-describedby="text_ko-error"{end}>{if val_text_ko}{val_text_ko}{else}{for x in notices}{if (x[key] == val_notice)}{x[text_ko]}{end}{end}{end}</textarea></div>
<div class="field{if err_text_en} bad{end}"><label for="text_en">{_("Text in English")} <span class="need">{_("(required)")}</span></label>
{if err_text_en}<p class="error" id="text_en-error">{err_text_en}</p>{end}
<textarea id="text_en" name="text_en" rows="2"{if err_text_en} aria-invalid="true" aria-describedby="text_en-error"{end}>{if val_text_en}{val_text_en}{else}{for x in notices}{if (x[key] == val_notice)}{x[text_en]}{end}{end}{end}</textarea></div>
<div class="field{if err_text_ja} bad{end}"><label for="text_ja">{_("Text in Japanese")} <span class="need">{_("(required)")}</span></label>
{if err_text_ja}<p class="error" id="text_ja-error">{err_text_ja}</p>{end}
<textarea id="text_ja" name="text_ja" rows="2"{if err_text_ja} aria-invalid="true" aria-describedby="text_ja-error"{end}>{if val_text_ja}{val_text_ja}{else}{for x in notices}{if (x[key] == val_notice)}{x[text_ja]}{end}{end}{end}</textarea></div>
<div class="grid2">
<div class="field{if err_shown_from} bad{end}"><label for="shown_from">{_("Shown from")} <span class="need">{_("(optional: now)")}</span></label>
{if err_shown_from}<p class="error" id="shown_from-error">{err_shown_from}</p>{end}
<input type="datetime-local" id="shown_from" name="shown_from" value="{if val_shown_from}{val_shown_from}{else}{for x in notices}{if (x[key] == val_notice)}{x[from_local]}{end}{end}{end}"{if err_shown_from} aria-invalid="true" aria-describedby="shown_from-error"{end}></div>
<div class="field{if err_shown_till} bad{end}"><label for="shown_till">{_("Shown until")} <span class="need">{_("(optional)")}</span></label>
{if err_shown_till}<p class="error" id="shown_till-error">{err_shown_till}</p>{end}
<input type="datetime-local" id="shown_till" name="shown_till" value="{if val_shown_till}{val_shown_till}{else}{for x in notices}{if (x[key] == val_notice)}{x[till_local]}{end}{end}{end}"{if err_shown_till} aria-invalid="true" aria-describedby="shown_till-error"{end}></div>
</div>
<div class="actions"><button class="btn">{_("Save the notice")}</button></div>
</form>
</section>
