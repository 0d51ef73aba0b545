<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/teach?term={s_term}">{_("My sections")}</a></li><li><a href="/teach/{s_code}/grades?term={s_term}">{_("Grade sheet")} {s_code}</a></li><li aria-current="page">{_("Check the sheet")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Check the sheet")}: {s_code} {s_title}</h1> {if (u_state == "committed")}<span class="badge ok">{_("Saved")}</span>{else}<span class="badge warn">{_("Not saved yet")}</span>{end}
<p class="lead">{if (u_state == "committed")}{_("{u_saved:One grade was|# grades were} saved from this sheet.")}{else}{_("Nothing is saved yet. Saving does exactly what the table shows.")}{end}</p>
</header>
{messages}{errors}
<dl class="facts"><div><dt>{_("File")}</dt><dd>{u_file_name}{if u_sheet}, {_("sheet")} “{u_sheet}”{end}, {_("heading in row {u_heading}")}</dd></div>{if u_unknown}<div><dt>{_("Columns not used")}</dt><dd>{u_unknown}</dd></div>{end}</dl>
<dl class="tiles"><div><dt>{_("To save")}</dt><dd>{u_good}</dd></div><div><dt>{_("Nothing to do")}</dt><dd>{u_idle}</dd></div><div><dt>{_("To correct")}</dt><dd>{u_bad}</dd></div><div><dt>{_("Missing after this")}</dt><dd>{u_missing}</dd></div></dl>
{if u_missing}<p class="callout">{_("Students without a grade after this: {u_missing}. You can send another sheet or type them.")}</p>{end}
<table class="list tight"><caption>{_("{u_total} {u_total:row|rows}")}</caption><thead><tr><th scope="col" class="num">{_("Row")}</th><th scope="col">{_("Temporary ID")}</th><th scope="col">{_("Name")}</th><th scope="col" class="num">{_("Grade")}</th><th scope="col" class="num">{_("Now")}</th><th scope="col">{_("What happens")}</th></tr></thead><tbody>
{for r in rows}<tr data-row="{r[row]}" data-tone="{r[tone]}"><td class="num" data-label="{_("Row")}">{r[row]}</td><th scope="row"{if (r[verdict] == "student")} class="wrong"{end}><span class="code">{r[student]}</span>{if (r[verdict] == "student")}<span class="why">{r[text]}</span>{end}</th><td data-label="{_("Name")}"{if (r[verdict] == "name")} class="wrong"{end}>{if r[known]}{r[known]}{else}{r[name]}{end}{if (r[verdict] == "name")} <del>{r[name]}</del><span class="why">{r[text]}</span>{end}</td><td class="num{if (r[verdict] == "grade")} wrong{end}" data-label="{_("Grade")}">{r[typed]}{if (r[verdict] == "grade")}<span class="why">{r[text]}</span>{end}</td><td class="num" data-label="{_("Now")}">{if r[now]}{r[now]}{else}–{end}</td><td data-label="{_("What happens")}"><span class="badge {r[tone]}">{if r[verdict]}{_("Stays out")}{else}{r[text]}{end}</span></td></tr>
{end}</tbody></table>
{if (u_state == "preview")}<form method="post" action="/teach/{s_code}/grades?term={s_term}" novalidate data-progress="{_("Saving …")}">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="upload" value="{u_id}">
<input type="hidden" name="seen" value="{u_seen}">
<div class="bar"><span class="sum">{if u_bad}{_("Rows that stay out: {u_bad}. Correct them and send the sheet again; what is saved does no harm.")}{end}</span>
<span class="row"><button class="btn plain" name="decision" value="discard">{_("Discard")}</button> {if u_good}<button class="btn" name="decision" value="commit">{_("Save {u_good} {u_good:grade|grades}")}</button>{end}</span></div>
</form>{else}<p><a class="btn" href="/teach/{s_code}/grades?term={s_term}">{_("To the grade sheet")}</a></p>{end}
