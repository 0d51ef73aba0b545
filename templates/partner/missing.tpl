<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Not registered yet")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Not registered yet")}</h1>
<p class="lead">{_("Students of yours who may register in term {term} and have not, or have fewer credits than a term asks for. They are warned by mail before a window ends.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/partner/missing">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="why">{_("Show")}</label><select id="why" name="why"><option value="">{_("All")}</option><option value="login"{if is_why_login} selected{end}>{_("Has not logged in")}</option><option value="none"{if is_why_none} selected{end}>{_("Has logged in, nothing registered")}</option><option value="below"{if is_why_below} selected{end}>{_("Below the lower credit limit")}</option></select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if rights}<table><caption>{_("Students who may register: {rights}")}</caption><tbody>
<tr><th scope="row">{_("Registered")}</th><td><span class="seats"><b>{enough}</b> / {rights}<meter min="0" max="{rights}" value="{enough}" aria-label="{_("Registered")}"></meter></span></td></tr>
<tr data-why="login" data-n="{n_login}"><th scope="row">{_("Has not logged in")}</th><td><span class="seats"><b>{n_login}</b> / {rights}<meter min="0" max="{rights}" value="{n_login}" aria-label="{_("Has not logged in")}"></meter></span></td></tr>
<tr data-why="none" data-n="{n_none}"><th scope="row">{_("Has logged in, nothing registered")}</th><td><span class="seats"><b>{n_none}</b> / {rights}<meter min="0" max="{rights}" value="{n_none}" aria-label="{_("Has logged in, nothing registered")}"></meter></span></td></tr>
<tr data-why="below" data-n="{n_below}"><th scope="row">{_("Below the lower credit limit")}</th><td><span class="seats"><b>{n_below}</b> / {rights}<meter min="0" max="{rights}" value="{n_below}" aria-label="{_("Below the lower credit limit")}"></meter></span></td></tr>
</tbody></table>{end}
{if rows}<table class="list"><caption>{_("{total} {total:student|students}")}</caption><thead><tr><th scope="col">{_("Name")}</th><th scope="col">{_("Temporary student ID")}</th><th scope="col">{_("State")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("Warned")}</th></tr></thead><tbody>
{for r in rows}<tr data-application="{r[application]}" data-why="{r[why]}"><th scope="row"><a href="/partner/students/{r[application]}">{r[name_native]}</a> <small>{r[name_latin]}</small> <small>{r[student_no]} · {r[department]}</small></th><td data-label="{_("Temporary student ID")}"><span class="code">{r[temporary_id]}</span></td><td data-label="{_("State")}">{r[why_word]}</td><td class="num" data-label="{_("Credits")}">{_("{r[credits]} of at least {r[min_credits]}")}</td><td data-label="{_("Warned")}">{if r[warned_at]}{r[warned_at]}{else}–{end}</td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{if rights}{_("Nobody is missing.")}{else}{_("Nobody of yours may register in this term yet.")}{end}</p></div>{end}
