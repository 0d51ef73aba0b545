<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Official letters")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Official letters")}</h1>
<p class="lead">{_("What counts is when the host receives the letter: until {apply_closes}.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/partner/letters">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if rows}{for r in rows}<section class="card" data-list="{r[list]}"><h2>{r[file_name]}</h2>
<p>{_("{r[students]} {r[students]:student|students}, submitted {r[committed_at]}")}{if r[by_whom]} · {r[by_whom]}{end}</p>
{if r[letter_no]}<p><span class="badge ok">{_("Letter recorded")}</span> {r[letter_no]}, {r[letter_date]} · {_("received {r[received_at]}")}{if r[has_file]} · {_("with its file")}{end}</p>
{else}<p><span class="badge warn">{_("Listed, letter outstanding")}</span>{if r[due]} {_("due {r[due]}")}{end}{if r[late]} <span class="badge bad">{_("overdue")}</span>{end}</p>
<form method="post" action="/partner/letters" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="upload" value="{r[list]}">
<div class="grid2">
<div class="field{if ((val_upload == r[list]) && err_letter_no)} bad{end}"><label for="letter_no{if (val_upload == r[list])}{else}-{r[list]}{end}">{_("Number of the official letter")} <span class="need">{_("(required)")}</span></label>{if ((val_upload == r[list]) && err_letter_no)}<p class="error">{err_letter_no}</p>{end}<input id="letter_no{if (val_upload == r[list])}{else}-{r[list]}{end}" name="letter_no" maxlength="80" value="{if (val_upload == r[list])}{val_letter_no}{end}"></div>
<div class="field{if ((val_upload == r[list]) && err_letter_date)} bad{end}"><label for="letter_date{if (val_upload == r[list])}{else}-{r[list]}{end}">{_("Date of the official letter")} <span class="need">{_("(required)")}</span></label>{if ((val_upload == r[list]) && err_letter_date)}<p class="error">{err_letter_date}</p>{end}<input id="letter_date{if (val_upload == r[list])}{else}-{r[list]}{end}" name="letter_date" class="short" maxlength="12" value="{if (val_upload == r[list])}{val_letter_date}{end}"></div>
</div>
<div class="drop" data-max="20971520" data-toobig="{_("Larger than 20 MB")}"><label for="letter{if (val_upload == r[list])}{else}-{r[list]}{end}">{_("The official letter as a file")} <span class="need">{_("(optional)")}</span></label>{if ((val_upload == r[list]) && err_letter)}<p class="error">{err_letter}</p>{end}<input type="file" id="letter{if (val_upload == r[list])}{else}-{r[list]}{end}" name="letter" accept=".pdf,.png,.jpg,.jpeg"><output></output></div>
<div class="actions"><button class="btn">{_("Record the letter")}</button></div>
</form>{end}</section>
{end}{else}<div class="empty"><p>{_("No list of this term is submitted yet.")} <a href="/partner/upload">{_("Upload an applicant list")}</a></p></div>{end}
