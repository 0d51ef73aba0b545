<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Not registered yet")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Not registered yet")}</h1>
<p class="lead">{_("Who may register and has not, or has fewer credits than a term asks for. Each is warned by mail once before a window ends; the universities see their own.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/missing" role="search">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="why">{_("State")}</label><select id="why" name="why"><option value="">{_("Any")}</option><option value="login"{if is_why_login} selected{end}>{_("Not logged in")}</option><option value="none"{if is_why_none} selected{end}>{_("Nothing registered")}</option><option value="below"{if is_why_below} selected{end}>{_("Below the lower credit limit")}</option></select></div>
<div><label for="university">{_("University")}</label><select id="university" name="university"><option value="">{_("All universities")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<button class="btn second">{_("Search")}</button>
</form>
<table><caption>{_("Students who may register: {rights}")}</caption><tbody>
<tr><th scope="row">{_("Registered")}</th><td><span class="seats"><b>{enough}</b> / {rights}<meter min="0" max="{rights}" value="{enough}" aria-label="{_("Registered")}"></meter></span></td></tr>
<tr><th scope="row">{_("Not logged in")}</th><td><span class="seats" data-why="login"><b>{n_login}</b> / {rights}<meter min="0" max="{rights}" value="{n_login}" aria-label="{_("Not logged in")}"></meter></span></td></tr>
<tr><th scope="row">{_("Nothing registered")}</th><td><span class="seats" data-why="none"><b>{n_none}</b> / {rights}<meter min="0" max="{rights}" value="{n_none}" aria-label="{_("Nothing registered")}"></meter></span></td></tr>
<tr><th scope="row">{_("Below the lower credit limit")}</th><td><span class="seats" data-why="below"><b>{n_below}</b> / {rights}<meter min="0" max="{rights}" value="{n_below}" aria-label="{_("Below the lower credit limit")}"></meter></span></td></tr>
</tbody></table>
{if shown}<table class="list"><caption>{_("{total} {total:student|students}")}</caption><thead><tr><th scope="col">{_("Student")}</th><th scope="col">{_("University")}</th><th scope="col">{_("State")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("Warned")}</th></tr></thead><tbody>
{rows}</tbody></table>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("Nobody fits.")} <a href="/staff/missing">{_("Show all")}</a></p></div>{end}
