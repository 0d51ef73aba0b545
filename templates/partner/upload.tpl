<header class="page-head">
<h1>{_("Upload an applicant list")}</h1>
<p class="lead">{_("Term {term}: the list of your students who want to take courses at the host university.")}</p>
</header>
{messages}{errors}
{if may}<div class="callout"><p>{_("Received until {closes_at}. What counts is that the list, and its official letter, arrive at the host by then.")}</p></div>
<form method="post" action="/partner/upload" enctype="multipart/form-data" data-progress="{_("Reading the list …")}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="term" value="{term}">
<div class="drop{if err_list} bad{end}" data-max="20971520" data-toobig="{_("This file is larger than 20 MB.")}">
<label for="list">{_("Applicant list")} <span class="need">({_("required")})</span></label>
<p class="hint" id="list-hint">{_("Excel (.xlsx) or CSV, up to 20,000 students and 20 MB. Title lines, merged cells and columns in any order are fine.")} {_("Drop the file here or choose it.")}</p>
{if err_list}<p class="error" id="list-error">{err_list}</p>{end}
<input id="list" name="list" type="file" accept=".xlsx,.csv" aria-describedby="list-hint{if err_list} list-error{end}"{if err_list} aria-invalid="true"{end}>
<output for="list"></output>
</div>
<p>{_("No list yet?")} <a href="/partner/template.xlsx">{_("Empty list (XLSX)")}</a> · <a href="/partner/template.csv">{_("CSV")}</a></p>
<fieldset>
<legend>{_("Official letter")} <span class="need">({_("now or later")})</span></legend>
<p class="hint">{_("Without the letter the list is received as listed, letter outstanding. You can add the letter later.")}</p>
<div class="grid2">
<div class="field{if err_letter_no} bad{end}">
<label for="letter_no">{_("Number of the letter")} <span class="need">({_("optional")})</span></label>
{if err_letter_no}<p class="error" id="letter_no-error">{err_letter_no}</p>{end}
<input id="letter_no" name="letter_no" value="{val_letter_no}" maxlength="80"{if err_letter_no} aria-invalid="true" aria-describedby="letter_no-error"{end}>
</div>
<div class="field{if err_letter_date} bad{end}">
<label for="letter_date">{_("Date of the letter")} <span class="need">({_("optional")})</span></label>
{if err_letter_date}<p class="error" id="letter_date-error">{err_letter_date}</p>{end}
<input id="letter_date" name="letter_date" type="date" value="{val_letter_date}"{if err_letter_date} aria-invalid="true" aria-describedby="letter_date-error"{end}>
</div>
</div>
<div class="field{if err_letter} bad{end}">
<label for="letter">{_("The letter as a file")} <span class="need">({_("optional")})</span></label>
<p class="hint" id="letter-hint">{_("PDF, PNG or JPEG")}</p>
{if err_letter}<p class="error" id="letter-error">{err_letter}</p>{end}
<input id="letter" name="letter" type="file" accept=".pdf,.png,.jpg,.jpeg" aria-describedby="letter-hint{if err_letter} letter-error{end}">
</div>
</fieldset>
<p>{_("Nothing is submitted before you have seen every row.")}</p>
<div class="actions"><button class="btn">{_("Check the list")}</button></div>
</form>{end}

<h2>{_("Lists of this term")}</h2>
{if lists}<table class="list"><caption class="hidden">{_("Lists of this term")}</caption>
<thead><tr><th scope="col">{_("File")}</th><th scope="col">{_("State")}</th><th scope="col" class="num">{_("Students")}</th><th scope="col">{_("Official letter")}</th><th scope="col">{_("Uploaded")}</th></tr></thead>
<tbody>{for l in lists}
<tr><th scope="row"><a href="/partner/upload?upload={l[list]}">{l[file_name]}</a></th><td data-label="{_("State")}">{if (l[state] == "committed")}<span class="badge ok">{_("Submitted")}</span>{else}<span class="badge warn">{_("Not submitted yet")}</span>{end}</td><td class="num" data-label="{_("Students")}">{l[students]}</td><td data-label="{_("Official letter")}">{if l[letter_no]}{l[letter_no]}{else}{if (l[state] == "committed")}<a href="/partner/letters">{_("Outstanding")}</a>{end}{end}</td><td data-label="{_("Uploaded")}">{l[uploaded_at]} <small>{l[by_whom]}{if l[on_behalf]} ({_("on your behalf")}){end}</small></td></tr>{end}
</tbody></table>{else}<div class="empty"><p>{_("No list has been uploaded yet.")}</p></div>{end}
