<nav class="crumbs" aria-label="{_("You are here")}"><ol><li><a href="/partner">{_("Our university")}</a></li><li><a href="/partner/upload">{_("Upload an applicant list")}</a></li><li aria-current="page">{_("Check the list")}</li></ol></nav>
<header class="page-head">
<h1>{if (state == "committed")}{_("Submitted list")}{else}{_("Check the list")}{end}</h1> {if (state == "committed")}<span class="badge ok">{_("Submitted")}</span>{else}<span class="badge warn">{_("Not submitted yet")}</span>{end}
{if (state == "preview")}<p class="lead">{_("Nothing is submitted yet. Submitting does exactly what the table shows.")}</p>{end}
</header>
{messages}{errors}
<dl class="facts">
<div><dt>{_("File")}</dt><dd>{file_name}{if sheet}, {_("sheet")} “{sheet}”{end}{if (sheets > 1)} <span class="soft">({_("only this one of {sheets} sheets is read")})</span>{end}, {_("heading in row {heading}")}</dd></div>
{if unknown}<div><dt>{_("Columns not used")}</dt><dd>{unknown}</dd></div>{end}
<div><dt>{_("Official letter")}</dt><dd>{if letter_no}{letter_no} ({letter_date}){else}{_("Outstanding: it can be added later.")}{end}</dd></div>
{if (state == "committed")}<div><dt>{_("Submitted")}</dt><dd>{committed_at}</dd></div>{else}<div><dt>{_("Deadline")}</dt><dd>{closes_at}</dd></div>{end}
</dl>
{if blanked}<div class="callout warn"><h2>{_("{blanked:One cell that looks like a resident registration number was|# cells that look like resident registration numbers were} blanked")}</h2><p>{_("They are neither stored nor shown. Please delete them from your own file too.")}</p></div>{end}
<dl class="tiles">
<div><dt>{_("New")}</dt><dd>{n_new}</dd></div><div><dt>{_("Known or joined")}</dt><dd>{n_known}</dd></div><div><dt>{_("A person decides")}</dt><dd>{n_doubtful}</dd></div><div><dt>{_("To correct")}</dt><dd>{n_bad}</dd></div>
</dl>
<nav aria-label="{_("Filter")}"><ul class="chips">
<li><a href="?upload={list}"{if (val_verdict == "")} aria-current="true"{end}>{_("All")} <b class="num">{total}</b></a></li>
<li><a href="?upload={list}&amp;verdict=bad"{if (val_verdict == "bad")} aria-current="true"{end}>{_("To correct")} <b class="num">{n_bad}</b></a></li>
<li><a href="?upload={list}&amp;verdict=good"{if (val_verdict == "good")} aria-current="true"{end}>{_("Can be submitted")} <b class="num">{good}</b></a></li>
</ul></nav>
{if n_bad}<p><a class="btn plain small" href="/partner/upload/{list}.xlsx">{_("Download {n_bad:the row|the # rows} to correct (XLSX)")}</a> <a class="btn plain small" href="/partner/upload/{list}.csv">{_("CSV")}</a></p>{end}
<table class="list"><caption>{_("{matching} {matching:row|rows}, page {page} of {pages}")}</caption>
<thead><tr><th scope="col" class="num">{_("Row")}</th><th scope="col">{_("Student number")}</th><th scope="col">{_("Name")}</th><th scope="col">{_("Date of birth")}</th><th scope="col">{_("Course of study")}</th><th scope="col">{_("Department")}</th><th scope="col">{_("E-mail")}</th><th scope="col">{_("Verdict")}</th></tr></thead>
<tbody>{for r in rows}
<tr data-row="{r[row]}" data-verdict="{r[verdict]}"><td class="num" data-label="{_("Row")}">{r[row]}</td><td data-label="{_("Student number")}"{if r[why_student_no]} class="wrong"{end}>{r[student_no]}{if r[why_student_no]}<span class="why">{r[why_student_no]}</span>{end}</td><th scope="row"{if r[why_name_native]} class="wrong"{end}>{r[name_native]} <small>{r[latin]}</small>{if r[why_name_native]}<span class="why">{r[why_name_native]}</span>{end}</th><td data-label="{_("Date of birth")}"{if r[why_birth_date]} class="wrong"{end}>{r[birth_date]}{if r[why_birth_date]}<span class="why">{r[why_birth_date]}</span>{end}</td><td data-label="{_("Course of study")}"{if r[why_level]} class="wrong"{end}>{if (r[level] == "BA")}{_("Bachelor")}{else}{if (r[level] == "MA")}{_("Master")}{else}{if (r[level] == "PHD")}{_("Doctorate")}{else}{if (r[level] == "MSPHD")}{_("Integrated master and doctorate")}{else}{r[level]}{end}{end}{end}{end}{if r[why_level]}<span class="why">{r[why_level]}</span>{end}</td><td data-label="{_("Department")}"{if r[why_department]} class="wrong"{end}>{r[department]}{if r[why_department]}<span class="why">{r[why_department]}</span>{end}</td><td data-label="{_("E-mail")}"{if r[why_email]} class="wrong"{end}>{r[email]}{if r[why_email]}<span class="why">{r[why_email]}</span>{end}</td><td data-label="{_("Verdict")}"><span class="badge {r[tone]}">{r[text]}</span>{if r[other]}<span class="why">{r[other]}</span>{end}</td></tr>{end}
</tbody></table>
{if (pages > 1)}<ul class="pages">{if (before > 0)}<li><a href="?upload={list}&amp;verdict={val_verdict}&amp;page={before}">{_("Previous page")}</a></li>{end}<li><span aria-current="page">{page}</span></li>{if (after > 0)}<li><a href="?upload={list}&amp;verdict={val_verdict}&amp;page={after}">{_("Next page")}</a></li>{end}</ul>{end}
{if (state == "preview")}<form method="post" action="/partner/upload" data-progress="{_("Submitting …")}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="upload" value="{list}">
<div class="bar"><span class="sum">{if n_bad}{_("{n_bad:One row stays out. Correct it and upload it later.|# rows stay out. Correct them and upload them later.}")}{end}</span>
<span class="row"><button class="btn plain" name="decision" value="discard">{_("Discard")}</button> {if good}<button class="btn" name="decision" value="commit">{_("Submit {good} of {total}")}</button>{end}</span></div>
</form>{else}<p><a class="btn" href="/partner/students">{_("To the students")}</a></p>{end}
