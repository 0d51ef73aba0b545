<header class="page-head">
<h1>{_("Courses of term {term}")}</h1>
{if (final == 0)}<p class="callout warn">{_("This list is not final before {final_at}; it changes until then.")}</p>{end}
</header>
{messages}{errors}
<form class="filters" method="get" action="/courses" role="search">
<div><label for="school">{_("School")}</label><select id="school" name="school"><option value="">{_("All schools")}</option>{for c in choices}{if (c[kind] == "school")}<option value="{c[code]}"{if (c[code] == val_school)} selected{end}>{c[name]}</option>{end}{end}</select></div>
<div><label for="major">{_("Major")}</label><select id="major" name="major"><option value="">{_("All majors")}</option>{for c in choices}{if (c[kind] == "major")}<option value="{c[code]}"{if (c[code] == val_major)} selected{end}>{c[name]}</option>{end}{end}</select></div>
<div><label for="q">{_("Title, code or instructor")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for c in choices}{if (c[kind] == "term")}<option value="{c[code]}"{if (c[code] == term)} selected{end}>{c[name]}</option>{end}{end}</select></div>
<div><label class="tick"><input type="checkbox" name="open" value="1"{if (val_open == "1")} checked{end}> {_("Only what exchange students may take")}</label></div>
<button class="btn second">{_("Search")}</button>
</form>
{if found}<table class="list"><caption>{_("{found} {found:section|sections}; seats as they are now")}</caption>
<thead><tr><th scope="col">{_("Course")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("Times")}</th><th scope="col">{_("Instructor")}</th><th scope="col">{_("Seats")}</th></tr></thead>
<tbody>
{rows}</tbody></table>
{else}<p>{_("No section fits. Please try another word or fewer filters.")}</p>{end}
