<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/teach?term={s_term}">{_("My sections")}</a></li><li aria-current="page">{s_code}</li>
</ol></nav>
<header class="page-head">
<h1>{s_code} {s_title}</h1> {if (s_state == "closed")}<span class="badge bad">{_("Closed by the university")}</span>{end}
<p class="lead">{_("Term {s_term}")} · {if s_times}{s_times}{else}{_("No fixed time")}{end}{if s_room} · {s_room}{end} · {_("{s_credits} {s_credits:credit|credits}")}</p>
</header>
{messages}{errors}
<dl class="tiles"><div><dt>{_("Students")}</dt><dd>{s_students} / {s_capacity}</dd></div><div><dt>{_("Withdrawn")}</dt><dd>{s_withdrawn}</dd></div><div><dt>{_("Grades given")}</dt><dd>{s_given}</dd></div><div><dt>{_("Missing")}</dt><dd>{s_missing}</dd></div>{if s_mean}<div><dt>{_("Mean")}</dt><dd>{s_mean}</dd></div><div><dt>{_("Median")}</dt><dd>{s_median}</dd></div><div><dt>{_("Lowest to highest")}</dt><dd>{s_lowest}–{s_highest}</dd></div>{end}</dl>
<div class="actions"><a class="btn" href="/teach/{s_code}/grades?term={s_term}">{_("Grade sheet")}</a>{if s_appeals} <a class="btn second" href="/teach/appeals?state=open">{_("{s_appeals} {s_appeals:correction|corrections} to decide")}</a>{end}</div>
{if s_given}<h2>{_("How the grades are spread")}</h2>
<figure class="plot"><figcaption>{_("Students by grade")}</figcaption><svg viewBox="0 0 640 240" role="img" aria-label="{_("Students by grade, from the best; the table below says the same")}"><path class="axis" d="M40 200H620"/>
{for b in spread}<rect class="s1" x="{b[x]}" y="{b[y]}" width="36" height="{b[h]}"/><text x="{b[mid]}" y="{b[above]}" text-anchor="middle">{b[students]}</text><text class="step" x="{b[mid]}" y="218" text-anchor="middle">{b[name]}</text>
{end}</svg>
<details class="more"><summary>{_("As a table")}</summary><table><caption>{_("Students by grade")}</caption><thead><tr><th scope="col">{_("Grade")}</th><th scope="col" class="num">{_("Students")}</th></tr></thead><tbody>{for b in spread}<tr><th scope="row">{b[name]}</th><td class="num">{b[students]}</td></tr>{end}</tbody></table></details></figure>{end}
<h2>{_("Roster")}</h2>
{if shown}<p>{_("Everyone who is or was in this section. Who cancelled in the change period leaves no trace on a transcript; who withdrew gets no grade.")}</p>
<table class="list tight" id="roster"><caption>{_("{shown} {shown:student|students}, the ones who left last")}</caption><thead><tr><th scope="col">{_("Name")}</th><th scope="col">{_("Temporary ID")}</th><th scope="col">{_("University")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Added")}</th><th scope="col">{_("Left")}</th></tr></thead><tbody>
{roster}</tbody></table>
{else}<div class="empty"><p>{_("Nobody has registered in this section yet. Students appear here when they register.")}</p></div>{end}
