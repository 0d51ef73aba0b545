<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Terms")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Terms")}</h1>
<p class="lead">{_("The term, its classes, the notice it follows, and when its list of courses is final.")}</p>
</header>
{messages}{errors}
<table class="list"><thead><tr><th scope="col">{_("Term")}</th><th scope="col">{_("Classes")}</th><th scope="col">{_("Who applies")}</th><th scope="col">{_("Catalogue")}</th><th scope="col" class="num">{_("Applications")}</th></tr></thead><tbody>{for t in terms}
<tr><th scope="row"><a href="?code={t[code]}#edit">{t[code]}</a>{if t[current]} <span class="badge info">{_("Current")}</span>{end}</th><td data-label="{_("Classes")}">{t[classes_from]} – {t[classes_until]}</td><td data-label="{_("Who applies")}">{if (t[door] == "both")}{_("Universities by list and students by themselves")}{end}{if (t[door] == "list")}{_("Universities by list only")}{end}{if (t[door] == "web")}{_("Students by themselves only")}{end}</td><td data-label="{_("Catalogue")}">{if t[final]}<span class="badge ok">{_("Final")}</span>{else}<span class="badge warn">{_("Tentative")}</span>{end} {t[catalogue_final_at]}</td><td class="num" data-label="{_("Applications")}">{t[applications]}</td></tr>{end}
</tbody></table>
<section id="edit" aria-labelledby="edit-title">
<h2 id="edit-title">{if val_code}{_("Change the term")} {val_code}{else}{_("A new term")}{end}</h2>
<form method="post" action="/staff/terms" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<div class="field{if err_code} bad{end}"><label for="code">{_("Term")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="code-hint">{_("Year and 1, 2, S (summer) or W (winter): 2025-2")}</p>{if err_code}<p class="error" id="code-error">{err_code}</p>{end}
<input class="short" id="code" name="code" value="{val_code}"{if err_code} aria-invalid="true" aria-describedby="code-hint code-error"{else} aria-describedby="code-hint"{end}></div>
<div class="grid2">
<div class="field{if err_classes_from} bad{end}"><label for="classes_from">{_("First day of classes")} <span class="need">{_("(required)")}</span></label>
{if err_classes_from}<p class="error" id="classes_from-error">{err_classes_from}</p>{end}
<input type="date" id="classes_from" name="classes_from" value="{if val_classes_from}{val_classes_from}{else}{for x in terms}{if (x[code] == val_code)}{x[classes_from_iso]}{end}{end}{end}"{if err_classes_from} aria-invalid="true" aria-describedby="classes_from-error"{end}></div>
<div class="field{if err_classes_until} bad{end}"><label for="classes_until">{_("Last day of classes")} <span class="need">{_("(required)")}</span></label>
{if err_classes_until}<p class="error" id="classes_until-error">{err_classes_until}</p>{end}
<input type="date" id="classes_until" name="classes_until" value="{if val_classes_until}{val_classes_until}{else}{for x in terms}{if (x[code] == val_code)}{x[classes_until_iso]}{end}{end}{end}"{if err_classes_until} aria-invalid="true" aria-describedby="classes_until-error"{end}></div>
</div>
<div class="field{if err_door} bad{end}"><label for="door">{_("Who applies")} <span class="need">{_("(required)")}</span></label>{if err_door}<p class="error" id="door-error">{err_door}</p>{end}
<select id="door" name="door"{if err_door} aria-invalid="true" aria-describedby="door-error"{end}><option value="both"{if val_door}{if is_door_both} selected{end}{else}{for x in terms}{if ((x[code] == val_code) && (x[door] == "both"))} selected{end}{end}{end}>{_("Universities by list and students by themselves")}</option><option value="list"{if val_door}{if is_door_list} selected{end}{else}{for x in terms}{if ((x[code] == val_code) && (x[door] == "list"))} selected{end}{end}{end}>{_("Universities by list only")}</option><option value="web"{if val_door}{if is_door_web} selected{end}{else}{for x in terms}{if ((x[code] == val_code) && (x[door] == "web"))} selected{end}{end}{end}>{_("Students by themselves only")}</option></select></div>
<div class="field{if err_catalogue_final_at} bad{end}"><label for="catalogue_final_at">{_("Catalogue final from")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="catalogue_final_at-hint">{_("Until then every page says that the list of courses may change.")}</p>{if err_catalogue_final_at}<p class="error" id="catalogue_final_at-error">{err_catalogue_final_at}</p>{end}
<input type="datetime-local" id="catalogue_final_at" name="catalogue_final_at" value="{if val_catalogue_final_at}{val_catalogue_final_at}{else}{for x in terms}{if (x[code] == val_code)}{x[catalogue_final_local]}{end}{end}{end}"{if err_catalogue_final_at} aria-invalid="true" aria-describedby="catalogue_final_at-hint catalogue_final_at-error"{else} aria-describedby="catalogue_final_at-hint"{end}></div>
<div class="field{if err_notice_title} bad{end}"><label for="notice_title">{_("Title of the notice")} <span class="need">{_("(optional)")}</span></label>
{if err_notice_title}<p class="error" id="notice_title-error">{err_notice_title}</p>{end}
<input id="notice_title" name="notice_title" value="{if val_notice_title}{val_notice_title}{else}{for x in terms}{if (x[code] == val_code)}{x[notice_title]}{end}{end}{end}"{if err_notice_title} aria-invalid="true" aria-describedby="notice_title-error"{end}></div>
<div class="grid2">
<div class="field{if err_notice_at} bad{end}"><label for="notice_at">{_("Date of the notice")} <span class="need">{_("(optional)")}</span></label>
{if err_notice_at}<p class="error" id="notice_at-error">{err_notice_at}</p>{end}
<input type="date" id="notice_at" name="notice_at" value="{if val_notice_at}{val_notice_at}{else}{for x in terms}{if (x[code] == val_code)}{x[notice_iso]}{end}{end}{end}"{if err_notice_at} aria-invalid="true" aria-describedby="notice_at-error"{end}></div>
<div class="field{if err_notice_by} bad{end}"><label for="notice_by">{_("Issued by")} <span class="need">{_("(optional)")}</span></label>
{if err_notice_by}<p class="error" id="notice_by-error">{err_notice_by}</p>{end}
<input id="notice_by" name="notice_by" value="{if val_notice_by}{val_notice_by}{else}{for x in terms}{if (x[code] == val_code)}{x[notice_by]}{end}{end}{end}"{if err_notice_by} aria-invalid="true" aria-describedby="notice_by-error"{end}></div>
</div>
<div class="actions"><button class="btn">{_("Save the term")}</button></div>
</form>
</section>
