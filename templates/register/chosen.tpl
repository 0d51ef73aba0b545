<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol><li><a href="/register">{_("Course registration")}</a></li><li aria-current="page">{_("Not registered")}</li></ol></nav>
<header class="page-head">
<h1>{if leave}{_("Nothing was swapped")}{else}{_("Nothing was registered")}{end}</h1>
<p class="lead">{_("What you asked for is below, with the reason. Your courses are as they were.")}</p>
</header>
{messages}{errors}
{if offered}<form class="callout warn" method="post" action="/register/waitlist" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-t"><input type="hidden" name="section" value="{offered}">
<p><b>{_("A seat of {offered} is kept for you, because you waited for it.")}</b></p>
<p><button class="btn" name="decision" value="take">{_("Take the seat")} <span class="hidden">{offered}</span></button></p></form>{end}
{if leave}<form method="post" action="/register/swap" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="drop" value="{val_drop}"><input type="hidden" name="add" value="{val_add}">
<div class="actions"><button class="btn">{_("Try again")}</button> <a class="btn plain" href="/register">{_("Back to my courses")}</a></div></form>
{else}{if rows}<form method="post" action="/register/enrol" novalidate data-count>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<table class="list tight"><caption>{_("What you chose")}</caption>
<thead><tr><td></td><th scope="col">{_("Course")}</th><th scope="col">{_("Time and room")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("Seats")}</th></tr></thead>
<tbody>
{rows}</tbody></table>
<div class="bar"><output data-sum="{_("%n chosen, %c credits")}">{_("Tick what you want to take.")}</output>
<button class="btn">{_("Try again")}</button> <a class="btn plain" href="/register">{_("Back to my courses")}</a></div>
</form>
{else}<div class="actions"><a class="btn" href="/register">{_("Back to my courses")}</a></div>{end}{end}
{if instead}<section aria-labelledby="instead"><h2 id="instead">{_("What else would fit")}</h2>
<ul class="items">
{for i in instead}<li data-instead="{i[instead_of]}" data-code="{i[code]}"><p>{_("Instead of {i[instead_of]}")}: <b>{i[code]}</b> {i[name]} · {_("{i[credits]} {i[credits]:credit|credits}")} · {if i[times]}{i[times]}{else}{_("No fixed time")}{end} · {_("{i[free]} of {i[capacity]} {i[capacity]:seat|seats} {i[free]:is|are} left")}</p>
{if i[drop_code]}<form method="post" action="/register/swap" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{i[code]}"><input type="hidden" name="drop" value="{i[drop_code]}"><input type="hidden" name="add" value="{i[code]}"><button class="btn second small">{_("Leave {i[drop_code]} and take {i[code]}")}</button></form>
{else}<form method="post" action="/register/enrol" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{i[code]}"><input type="hidden" name="section" value="{i[code]}"><button class="btn second small">{_("Take {i[code]} instead")}</button></form>{end}</li>
{end}</ul></section>{end}
{if later}<p><a href="/register?r={later}#instead">{_("See what else would fit")}</a></p>{end}
