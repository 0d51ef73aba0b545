<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li><a href="/staff/onbehalf">{_("What came on paper")}</a></li><li aria-current="page">{_("Enter a list for a university")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Enter a list for a university")}</h1>
<p class="lead">{_("A list that came on paper or by mail. Your name stands beside each application, and a colleague decides about them.")}</p>
</header>
{messages}{errors}
{if head}{for h in head}
<section class="card" aria-labelledby="preview">
<h2 id="preview">{h[file_name]} <small>{h[university_name]}, {h[term]}</small> {if (h[state] == "committed")}<span class="badge ok">{_("Submitted")}</span>{else}<span class="badge info">{_("Preview")}</span>{end}</h2>
<dl class="tiles"><div><dt>{_("Rows")}</dt><dd>{h[total]}</dd></div><div><dt>{_("Can be submitted")}</dt><dd>{h[good]}</dd></div><div><dt>{_("Returning")}</dt><dd>{h[known]}</dd></div><div><dt>{_("Identity doubtful")}</dt><dd>{h[doubtful]}</dd></div><div><dt>{_("Applied already")}</dt><dd>{h[again]}</dd></div><div><dt>{_("Wrong")}</dt><dd>{h[bad]}</dd></div></dl>
{if (h[state] == "preview")}<form method="post" action="/staff/onbehalf/list" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="upload" value="{h[list]}">
<div class="actions">{if h[good]}<button class="btn" name="decision" value="commit">{_("Submit the good rows")}: {h[good]}</button> {end}<button class="btn second" name="decision" value="discard">{_("Discard")}</button></div>
</form>{end}
<table class="list"><caption>{_("Rows, the wrong ones first")}</caption><thead><tr><th scope="col" class="num">{_("Row")}</th><th scope="col">{_("Name")}</th><th scope="col">{_("Verdict")}</th><th scope="col">{_("Wrong columns")}</th></tr></thead><tbody>{for r in rows}
<tr><td class="num" data-label="{_("Row")}">{r[row_no]}</td><th scope="row">{r[name_native]} <small>{r[student_no]} {r[department]}</small></th><td data-label="{_("Verdict")}">{if (r[verdict] == "new")}<span class="badge ok">{_("New")}</span>{end}{if (r[verdict] == "returning")}<span class="badge ok">{_("Returning")}</span>{end}{if (r[verdict] == "adopts")}<span class="badge ok">{_("Joins an application")}</span>{end}{if (r[verdict] == "corrects")}<span class="badge ok">{_("Corrects an application")}</span>{end}{if (r[verdict] == "doubtful")}<span class="badge warn">{_("Identity doubtful")}</span>{end}{if (r[verdict] == "differs")}<span class="badge warn">{_("Differs from the student")}</span>{end}{if (r[verdict] == "duplicate")}<span class="badge warn">{_("Twice in the list")}</span>{end}{if (r[verdict] == "already")}<span class="badge warn">{_("Applied already")}</span>{end}{if (r[verdict] == "error")}<span class="badge bad">{_("Wrong")}</span>{end}</td><td data-label="{_("Wrong columns")}">{r[wrong]}</td></tr>{end}
</tbody></table>
</section>{end}{end}
<h2>{_("A list to enter")}</h2>
<form method="post" action="/staff/onbehalf/list" enctype="multipart/form-data" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
<div class="field{if err_university} bad{end}"><label for="university">{_("University")} <span class="need">{_("(required)")}</span></label>{if err_university}<p class="error" id="university-error">{err_university}</p>{end}
<select id="university" name="university"{if err_university} aria-invalid="true" aria-describedby="university-error"{end}><option value="">{_("Please choose")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<div class="field{if err_list} bad{end}"><label for="list">{_("Applicant list (CSV or XLSX)")} <span class="need">{_("(required)")}</span></label>{if err_list}<p class="error" id="list-error">{err_list}</p>{end}
<input type="file" id="list" name="list" accept=".csv,.xlsx"{if err_list} aria-invalid="true" aria-describedby="list-error"{end}></div>
<div class="actions"><button class="btn">{_("Show the preview")}</button></div>
</form>
