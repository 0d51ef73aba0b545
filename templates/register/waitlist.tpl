<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol><li><a href="/register">{_("Course registration")}</a></li><li aria-current="page">{_("Waiting lists")}</li></ol></nav>
<header class="page-head">
<h1>{_("Waiting lists")}</h1>
<p class="lead">{_("A seat that comes free is offered to the first whose credits and times allow it. Waiting keeps no credits and registers nothing by itself.")}</p>
</header>
{messages}{errors}
{for a in ask}{if a[mine]}{else}<section class="card now" aria-labelledby="ask"><h2 id="ask">{a[code]} {a[name]}</h2>
<p>{if a[times]}{a[times]}{else}{_("No fixed time")}{end} · {_("People who wait: {a[n]}")}</p>
{if a[conflict]}<p class="why">{_("Overlaps with {a[other]} at the moment; you would be passed over until that changes.")}</p>{end}{if a[over]}<p class="why">{_("Beyond your credit limit at the moment; you would be passed over until that changes.")}</p>{end}
<p>{_("An offer comes by mail and holds for {a[hours]} {a[hours]:hour|hours}, at most until the window closes.")}</p>
<form method="post" action="/register/waitlist" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}"><input type="hidden" name="section" value="{a[code]}">
<button class="btn" name="decision" value="add">{_("Wait for a seat")}</button></form></section>{end}{end}
{if lists}<h2>{_("Where I wait")}</h2>
<ul class="items">
{for l in lists}<li data-wait="{l[code]}" data-wait-state="{l[state]}" data-place="{l[place]}"><h3>{l[code]} {l[name]}{if (l[state] == "offered")} <span class="badge ok">{_("A seat is offered to you")}</span>{end}</h3>
<p>{if l[times]}{l[times]}{else}{_("No fixed time")}{end} · {_("Place {l[place]} of {l[n]}")}</p>
{if (l[state] == "offered")}<p><b>{_("Until {l[until]}.")}</b></p>{end}{if (l[state] == "passed")}<p class="why">{_("You were passed over.")} {if l[conflict]}{_("It overlaps with one of your courses.")} {end}{if l[over]}{_("It would go beyond your credit limit.")} {end}{if l[agreed]}{_("The seats agreed for your university are taken.")} {end}{_("You keep your place.")}</p>{end}
<div class="actions">{if (l[state] == "offered")}<form method="post" action="/register/waitlist" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-t{l[code]}"><input type="hidden" name="section" value="{l[code]}"><button class="btn" name="decision" value="take">{_("Take the seat")} <span class="hidden">{l[code]}</span></button></form>{end}
<form method="post" action="/register/waitlist" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-l{l[code]}"><input type="hidden" name="section" value="{l[code]}"><button class="btn plain" name="decision" value="remove">{_("Leave the list")} <span class="hidden">{l[code]}</span></button></form></div></li>
{end}</ul>
{else}<div class="empty"><p>{_("You are on no waiting list. Full courses that have one say so in the list of courses.")}</p></div>{end}
<div class="actions"><a class="btn second" href="/register">{_("Back to my courses")}</a></div>
