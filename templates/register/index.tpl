<header class="page-head">
<h1>{_("Course registration")}</h1> {if can_add}<span class="badge ok">{_("Open")}</span>{else}{if ((next_kind == "REGISTER") || (next_kind == "CHANGE"))}<span class="badge info" data-opened="{_("Open")}">{_("Opens soon")}</span>{else}<span class="badge">{_("Closed")}</span>{end}{end}
{if can_add}<p class="lead">{if (open_kind == "REGISTER")}{_("Term {term}: you can register until {open_till}.")}{else}{if (open_kind == "SUBSTITUTE")}{_("Term {term}: in place of what was closed you can add up to {substitute_left} {substitute_left:credit|credits} until {open_till}. The window is open for you alone.")}{else}{_("Term {term}: you can add, swap and cancel until {open_till}.")}{end}{end} <span data-until="{open_epoch}" data-text="{_("It closes %t.")}" data-soon="{_("It closes in %t.")}" data-due="{_("It has closed.")}">{_("The clock of the server said {clock} when this page was made.")}</span></p>
{else}{if ((next_kind == "REGISTER") || (next_kind == "CHANGE"))}<p class="lead">{if (next_kind == "REGISTER")}{_("Term {term}: registration opens on {next_at}.")}{else}{_("Term {term}: registration is closed. You can add, swap and cancel from {next_at}.")}{end} <span data-until="{next_epoch}" data-text="{_("It opens %t.")}" data-soon="{_("It opens in %t.")}" data-due="{_("It is open now.")}">{_("The clock of the server said {clock} when this page was made.")}</span></p>
{else}<p class="lead">{_("Term {term}: registration has ended.")}{if (open_kind == "WITHDRAW")} <a href="/withdraw">{_("You can withdraw from a course until {open_till}.")}</a>{end}</p>{end}{end}
</header>
{messages}{errors}
{if instead}<section aria-labelledby="instead"><h2 id="instead">{_("What else would fit")}</h2>
<ul class="items">
{for i in instead}<li data-instead="{i[instead_of]}" data-code="{i[code]}"><p>{_("Instead of {i[instead_of]}")}: <b>{i[code]}</b> {i[name]} · {_("{i[credits]} {i[credits]:credit|credits}")} · {if i[times]}{i[times]}{else}{_("No fixed time")}{end} · {_("{i[free]} of {i[capacity]} {i[capacity]:seat|seats} {i[free]:is|are} left")}</p>
{if i[drop_code]}<form method="post" action="/register/swap" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{i[code]}"><input type="hidden" name="drop" value="{i[drop_code]}"><input type="hidden" name="add" value="{i[code]}"><button class="btn second small">{_("Leave {i[drop_code]} and take {i[code]}")}</button></form>
{else}<form method="post" action="/register/enrol" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{i[code]}"><input type="hidden" name="section" value="{i[code]}"><button class="btn second small">{_("Take {i[code]} instead")}</button></form>{end}</li>
{end}</ul></section>{end}
{if (may == "not-approved")}<div class="callout warn" data-may="{may}"><h2>{_("You cannot register in this term yet")}</h2><p>{_("There is no approved application of yours for term {term}. Who was here in an earlier term applies again and keeps the ID and the password.")} <a href="/tempid/apply">{_("Apply")}</a> · <a href="/tempid/result">{_("Check my application")}</a></p><p class="rule">{_("Rule")} R23</p></div>{end}
{if (may == "not-recommended")}<div class="callout warn" data-may="{may}"><h2>{_("You cannot register in this term yet")}</h2><p>{_("Your home university has not recommended you. Please ask its coordinator.")} <a href="/tempid/result">{_("Check my application")}</a></p><p class="rule">{_("Rule")} R3</p></div>{end}
{if extra}<div class="callout"><h2>{_("Opened for you alone")}</h2>
<ul class="items">{for x in extra}<li data-exception="{x[code]}"><div class="row"><p>{if (x[act] == "enrol")}{_("You may add {x[code]} {x[name]} until {x[until]}.")}{end}{if (x[act] == "cancel")}{_("You may cancel {x[code]} {x[name]} until {x[until]}.")}{end}{if (x[act] == "swap")}{_("You may exchange {x[left]} {x[left_name]} for {x[code]} {x[name]} until {x[until]}.")}{end} {_("Once; every other rule holds.")}</p>
<form method="post" action="/register/{x[act]}" class="no-print" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-x{x[code]}">{if (x[act] == "swap")}<input type="hidden" name="drop" value="{x[left]}"><input type="hidden" name="add" value="{x[code]}"><button class="btn small">{_("Swap")}</button>{else}<input type="hidden" name="section" value="{x[code]}"><button class="btn small">{if (x[act] == "enrol")}{_("Register")}{else}{_("Cancel the course")}{end}</button>{end}</form></div></li>
{end}</ul></div>{end}
{if (final == 0)}<p class="callout warn">{_("The list of courses is not final yet; it changes until registration opens.")}</p>{end}
{if offered}<p class="callout warn"><b>{_("A seat you wait for is offered to you.")}</b> <a href="/register/waitlist">{_("See it and take it")}</a></p>{else}{if waits}<p class="no-print"><a href="/register/waitlist">{_("My waiting lists")}</a></p>{end}{end}
<p class="no-print"><a href="#courses">{_("To the list of courses")}</a></p>
<div class="split">
<div class="stay">
{if cart}<section class="card{if (may == "done")}{if coming} now{end}{end}" aria-labelledby="cart"><h2 id="cart">{_("My cart")}</h2>
{if coming}<p>{if (may != "done")}{_("You cannot register yet, for the reason above. This is what would become of the courses.")}{else}{if (cart_good == cart_n)}{_("Nothing is in the way of {cart_n:your course|your # courses}: {cart_have} of {max_credits} {max_credits:credit|credits}.")}{else}{_("As things stand {cart_good} of your {cart_n} {cart_n:course|courses} can be taken: {cart_have} of {max_credits} {max_credits:credit|credits}. What is in the way of the others stands below.")}{end}{end}</p>{end}
<ol class="items" aria-labelledby="cart">
{cart}</ol>
{if (may == "done")}{if coming}<form method="post" action="/register/enrol" class="press no-print" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-cart">{cart_sent}
<div class="actions"><button class="btn"{if (can_add == 0)} data-opens="{next_epoch}" aria-describedby="cart-when"{end}>{_("Register the whole cart")}</button>{if (can_add == 0)} <span id="cart-when" role="status" data-due="{_("Open now. One press registers all of it.")}">{_("Opens on {next_at}. This page may stay open: the button works from that moment.")}</span>{end}</div></form>{end}{end}</section>{end}
<h2>{_("My timetable")}</h2>
<p class="no-print"><a href="/register/timetable">{_("As a picture, and in your own calendar")}</a></p>
{if max_credits}<div class="credit" data-have="{have}" data-max="{max_credits}"><p><span>{_("My credits")}</span> <b class="num">{_("{have} of {max_credits}")}</b></p><meter min="0" max="{max_credits}" value="{have}" aria-label="{_("{have} of {max_credits} {max_credits:credit|credits}")}"></meter>
<p class="soft small">{if (limit_rule == "R18")}{_("At least {min_credits} and at most {max_credits} {max_credits:credit|credits} a term.")}{else}{if (limit_rule == "C20")}{_("At most {max_credits} {max_credits:credit|credits}: the limit of your home university, cut at our highest limit.")}{else}{_("At most {max_credits} {max_credits:credit|credits}: the limit of your home university.")}{end}{end} <span class="rule">{_("Rule")} {limit_rule}</span></p></div>{end}
<ul class="week {week_frame}" aria-label="{_("My timetable")}">
{week_edges}{week}</ul>
{if mine}<ul class="items" aria-label="{_("My courses")}">
{mine}</ul>
{if ((can_add == 1) && ((can_cancel == 0) && (open_kind != "SUBSTITUTE")))}<p class="soft small">{_("Cancelling and swapping open in the change week.")} <span class="rule">{_("Rule")} R10</span></p>{end}
<p><a href="/register/confirmation">{_("Confirmation to show at home")}</a></p>
<p class="soft small">{_("Please tell your home university what you register, change or cancel, and register it there too where it asks for that.")} <span class="rule">{_("Rule")} R33</span></p>
{else}<div class="empty"><p>{_("You are not registered in any course of this term.")}</p></div>{end}
{if swap_options}<details class="more no-print"><summary>{_("Swap a course for another")}</summary>
<form method="post" action="/register/swap" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-swap">
<p class="hint">{_("Both or neither: your seat is kept when the other course cannot be taken.")}</p>
<div class="field"><label for="drop">{_("Section to leave")}</label><select id="drop" name="drop">{drops}</select></div>
<div class="field"><label for="add">{_("Section to take")}</label><select id="add" name="add">{swap_options}</select></div>
<div class="actions"><button class="btn second">{_("Swap")}</button></div>
</form></details>{end}
</div>
<div>
<h2 id="courses">{if can_add}{_("Courses you may take")}{else}{_("Courses of the term")}{end}</h2>
<form class="filters no-print" method="get" action="/register" role="search">
<div><label for="school">{_("School")}</label><select id="school" name="school"><option value="">{_("All schools")}</option>{schools}</select></div>
<div><label for="major">{_("Major")}</label><select id="major" name="major"><option value="">{_("All majors")}</option>{majors}</select></div>
<div><label for="q">{_("Title, code or instructor")}</label><input id="q" name="q" type="search" value="{f_q}" maxlength="60" autocomplete="off" data-filter="sections" data-shown="{_("%n of %a rows")}"></div>
<button class="btn second">{_("Search")}</button> <output for="q"></output>
</form>
{if found}<form method="post" action="{if can_add}/register/enrol{else}/register/cart{end}" novalidate data-count data-select>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
{if (can_add == 0)}<input type="hidden" name="decision" value="add">{end}
<table class="list tight" id="sections" data-seats="/courses/seats.json?term={term}"><caption>{_("{found} {found:section|sections}")} · <span data-seats-at="{_("seats at %t")}">{_("seats at {clock}")}</span></caption>
<thead><tr><td></td><th scope="col">{_("Course")}</th><th scope="col">{_("Time and room")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("Seats")}</th></tr></thead>
<tbody>
{rows}</tbody></table>
{if (may == "done")}{if can_add}<div class="bar no-print"><output data-sum="{_("%n chosen, %c credits")}" data-have="{have}" data-limit="{max_credits}" data-over="{_("over your limit of {max_credits}")}">{_("Tick what you want to take.")}</output>
<button class="btn">{_("Register")}</button></div>
{else}{if ((next_kind == "REGISTER") || (next_kind == "CHANGE"))}<div class="bar no-print"><output data-sum="{_("%n chosen, %c credits")}" data-have="{cart_have}" data-limit="{max_credits}" data-over="{_("over your limit of {max_credits}")}">{_("Tick what you want to put aside.")}</output>
<button class="btn">{_("Put into the cart")}</button></div>{end}{end}{end}
</form>
{else}<div class="empty"><p>{_("No section fits. Please try another word or fewer filters.")}</p></div>{end}
</div>
</div>
