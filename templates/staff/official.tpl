<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Official letters")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Official letters")}</h1>
<p class="lead">{_("The register of letters received and sent. A letter that belongs to a list, a recommendation or a withdrawal is entered under what came on paper.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/official" role="search">
<div><label for="f-university">{_("University")}</label><select id="f-university" name="university"><option value="">{_("All universities")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<div><label for="f-direction">{_("Direction")}</label><select id="f-direction" name="direction"><option value="">{_("Any")}</option><option value="in"{if is_direction_in} selected{end}>{_("Received")}</option><option value="out"{if is_direction_out} selected{end}>{_("Sent")}</option></select></div>
<div><label for="q">{_("Number of the letter")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if shown}<table class="list"><caption>{_("{total} {total:letter|letters}")}</caption>
<thead><tr><th scope="col">{_("Number of the letter")}</th><th scope="col">{_("University")}</th><th scope="col">{_("About")}</th><th scope="col">{_("Date of the letter")}</th><th scope="col">{_("Recorded")}</th><th scope="col">{_("File")}</th></tr></thead><tbody>
{rows}</tbody></table>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("No letter fits these filters.")} <a href="/staff/official">{_("Show all")}</a></p></div>{end}
<h2>{_("Record a letter")}</h2>
<form method="post" action="/staff/official" enctype="multipart/form-data" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<div class="field{if err_direction} bad{end}"><label for="direction">{_("Direction")} <span class="need">{_("(required)")}</span></label>{if err_direction}<p class="error" id="direction-error">{err_direction}</p>{end}
<select id="direction" name="direction"{if err_direction} aria-invalid="true" aria-describedby="direction-error"{end}><option value="in"{if is_direction_in} selected{end}>{_("Received")}</option><option value="out"{if is_direction_out} selected{end}>{_("Sent")}</option></select></div>
<div class="field{if err_university} bad{end}"><label for="university">{_("University")} <span class="need">{_("(required)")}</span></label>{if err_university}<p class="error" id="university-error">{err_university}</p>{end}
<select id="university" name="university"{if err_university} aria-invalid="true" aria-describedby="university-error"{end}><option value="">{_("Please choose")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<div class="field{if err_term} bad{end}"><label for="term">{_("Term")} <span class="need">{_("(optional)")}</span></label>{if err_term}<p class="error" id="term-error">{err_term}</p>{end}
<select id="term" name="term"{if err_term} aria-invalid="true" aria-describedby="term-error"{end}><option value="">{_("None")}</option>{for t in terms}<option{if (t[code] == val_term)} selected{end}>{t[code]}</option>{end}</select></div>
<div class="field{if err_subject} bad{end}"><label for="subject">{_("About")} <span class="need">{_("(required)")}</span></label>{if err_subject}<p class="error" id="subject-error">{err_subject}</p>{end}
<select id="subject" name="subject"{if err_subject} aria-invalid="true" aria-describedby="subject-error"{end}><option value="applications"{if is_subject_applications} selected{end}>{_("List of applicants")}</option><option value="recommendation"{if is_subject_recommendation} selected{end}>{_("Recommendation")}</option><option value="withdrawal"{if is_subject_withdrawal} selected{end}>{_("Withdrawal")}</option><option value="final-list"{if is_subject_final_list} selected{end}>{_("Final list")}</option><option value="other"{if is_subject_other} selected{end}>{_("Something else")}</option></select></div>
<div class="grid2">
<div class="field{if err_letter_no} bad{end}"><label for="letter_no">{_("Number of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_no}<p class="error" id="letter_no-error">{err_letter_no}</p>{end}
<input id="letter_no" name="letter_no" value="{val_letter_no}"{if err_letter_no} aria-invalid="true" aria-describedby="letter_no-error"{end} maxlength="80"></div>
<div class="field{if err_letter_date} bad{end}"><label for="letter_date">{_("Date of the letter")} <span class="need">{_("(required)")}</span></label>
{if err_letter_date}<p class="error" id="letter_date-error">{err_letter_date}</p>{end}
<input type="date" id="letter_date" name="letter_date" value="{val_letter_date}"{if err_letter_date} aria-invalid="true" aria-describedby="letter_date-error"{end}></div>
</div>
<div class="field{if err_letter} bad{end}"><label for="letter">{_("The letter as a file")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="letter-hint">{_("PDF, PNG or JPEG, at most 20 MB.")}</p>{if err_letter}<p class="error" id="letter-error">{err_letter}</p>{end}
<input type="file" id="letter" name="letter" accept=".pdf,.png,.jpg,.jpeg" aria-describedby="letter-hint"></div>
<div class="actions"><button class="btn">{_("Record the letter")}</button></div>
</form>
