<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol><li><a href="/register">{_("Course registration")}</a></li><li aria-current="page">{_("My timetable")}</li></ol></nav>
<header class="page-head">
<h1>{_("My timetable")}</h1>
<p class="lead">{_("What you are registered for; what is only in your cart has a dashed edge, what overlaps an exclamation mark.")}</p>
</header>
{messages}{errors}
{if rows}{picture}
<p class="no-print"><a href="/register/timetable.svg">{_("Save the picture")}</a></p>
<table class="list"><caption>{_("The same as a table")}</caption>
<thead><tr><th scope="col">{_("Time")}</th><th scope="col">{_("Section")}</th><th scope="col">{_("Title")}</th><th scope="col">{_("Room")}</th><th scope="col">{_("Instructor")}</th></tr></thead>
<tbody>
{for r in rows}<tr><td data-label="{_("Time")}">{if r[starts]}{r[day_name]} {r[starts]}–{r[ends]}{else}{_("No fixed time")}{end}</td><th scope="row">{r[code]}{if r[maybe]} <span class="badge">{_("in the cart")}</span>{end}{if r[clash]} <span class="badge bad">{_("overlaps")}</span>{end}</th><td data-label="{_("Title")}">{r[name]}</td><td data-label="{_("Room")}">{r[room]}</td><td data-label="{_("Instructor")}">{r[instructor]}</td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{_("You are not registered in any course of this term.")}</p></div>{end}
<section class="no-print" aria-labelledby="calendar"><h2 id="calendar">{_("In your own calendar")}</h2>
{if link_nonce}<p>{_("Your calendar reads the timetable at this secret address and follows when it changes. Whoever knows the address sees the timetable and nothing else of you: keep it to yourself, and make a new one when somebody else has it.")}</p>
{if address}<div class="field"><label for="address">{_("Secret address")}</label><input id="address" readonly value="{address}"></div>
{else}<p class="callout warn">{_("There is an address, but it cannot be shown any more. Please make a new one.")}</p>{end}
<p class="soft">{_("Made on {link_made_at}.")} {if link_read_on}{_("Last read on {link_read_on}.")}{else}{_("Not read yet.")}{end}</p>
<div class="actions"><form method="post" action="/register/timetable" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-make"><button class="btn second" name="decision" value="make">{_("Make a new address")}</button></form>
<form method="post" action="/register/timetable" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-revoke"><button class="btn plain" name="decision" value="revoke">{_("End the address")}</button></form></div>
<p class="hint">{_("A new address ends the old one at once.")}</p>
{else}<p>{_("The calendar of your phone or computer can read the timetable at an address of your own and follows when it changes. Holidays are left out.")}</p>
<form method="post" action="/register/timetable" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<div class="actions"><button class="btn second" name="decision" value="make">{_("Make a secret address")}</button></div></form>{end}</section>
