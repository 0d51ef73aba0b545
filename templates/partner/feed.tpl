<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("What our students do")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("What our students do")}</h1>
<p class="lead">{_("Every registration, change, cancellation, closing and withdrawal of term {term}, newest first.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/partner/feed">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if rows}<table class="list"><caption>{_("Acts")}</caption><thead><tr><th scope="col">{_("When")}</th><th scope="col">{_("Name")}</th><th scope="col">{_("Act")}</th><th scope="col">{_("Section")}</th><th scope="col">{_("By")}</th></tr></thead><tbody>
{for r in rows}<tr data-act="{r[act]}" data-section="{r[section]}"><td>{r[at]}</td><th scope="row"><a href="/partner/students/{r[application]}">{r[name_native]}</a> <small>{r[student_no]}</small></th><td data-label="{_("Act")}">{r[act_word]}</td><td data-label="{_("Section")}">{r[section]} <small>{r[title]}</small>{if r[dropped]} <small>{_("in place of {r[dropped]}")}</small>{end}</td><td data-label="{_("By")}">{r[actor_word]}</td></tr>
{end}</tbody></table>
{if older}<ul class="pages"><li><a href="?term={term}&amp;before={older}">{_("Older")}</a></li></ul>{end}
{else}<div class="empty"><p>{_("Nothing yet. Students register from {register_opens}.")}</p></div>{end}
