<header class="page-head">
<h1>{_("Course registration")}</h1> {if can_add}<span class="badge ok">{_("Open")}</span>{else}{if ((next_kind == "REGISTER") || (next_kind == "CHANGE"))}<span class="badge info">{_("Opens soon")}</span>{else}<span class="badge">{_("Closed")}</span>{end}{end}
{if can_add}<p class="lead">{if (open_kind == "REGISTER")}{_("Term {term}: you can register until {open_till}.")}{else}{if (open_kind == "SUBSTITUTE")}{_("Term {term}: in place of what was closed you can add up to {substitute_left} credits until {open_till}. The window is open for you alone.")}{else}{_("Term {term}: you can add, swap and cancel until {open_till}.")}{end}{end} <span data-until="{open_epoch}" data-text="{_("It closes %t.")}" data-soon="{_("It closes in %t.")}" data-due="{_("It has closed.")}"></span></p>
{else}{if ((next_kind == "REGISTER") || (next_kind == "CHANGE"))}<p class="lead">{if (next_kind == "REGISTER")}{_("Term {term}: registration opens on {next_at}.")}{else}{_("Term {term}: registration is closed. You can add, swap and cancel from {next_at}.")}{end} <span data-until="{next_epoch}" data-text="{_("It opens %t.")}" data-soon="{_("It opens in %t.")}" data-due="{_("It is open now. Please load the page again.")}"></span></p>
{else}<p class="lead">{_("Term {term}: registration has ended.")}{if (open_kind == "WITHDRAW")} <a href="/withdraw">{_("You can withdraw from a course until {open_till}.")}</a>{end}</p>{end}{end}
</header>
{messages}{errors}
{if (may == "not-approved")}<div class="callout warn" data-may="{may}"><h2>{_("You cannot register in this term yet")}</h2><p>{_("There is no approved application of yours for term {term}. Who was here in an earlier term applies again and keeps the ID and the password.")} <a href="/tempid/apply">{_("Apply")}</a> · <a href="/tempid/result">{_("Check my application")}</a></p><p class="rule">{_("Rule")} R23</p></div>{end}
{if (may == "not-recommended")}<div class="callout warn" data-may="{may}"><h2>{_("You cannot register in this term yet")}</h2><p>{_("Your home university has not recommended you. Please ask its coordinator.")} <a href="/tempid/result">{_("Check my application")}</a></p><p class="rule">{_("Rule")} R3</p></div>{end}
{if (final == 0)}<p class="callout warn">{_("The list of courses is not final yet; it changes until registration opens.")}</p>{end}
<p class="no-print"><a href="#courses">{_("To the list of courses")}</a></p>
<div class="split">
<div class="stay">
<h2>{_("My timetable")}</h2>
{if max_credits}<div class="credit" data-have="{have}" data-max="{max_credits}"><p><span>{_("My credits")}</span> <b class="num">{_("{have} of {max_credits}")}</b></p><meter min="0" max="{max_credits}" value="{have}" aria-label="{_("{have} of {max_credits} credits")}"></meter>
<p class="soft small">{if (limit_rule == "R18")}{_("At least {min_credits} and at most {max_credits} credits a term.")}{else}{if (limit_rule == "C20")}{_("At most {max_credits} credits: the limit of your home university, cut at our highest limit.")}{else}{_("At most {max_credits} credits: the limit of your home university.")}{end}{end} <span class="rule">{_("Rule")} {limit_rule}</span></p></div>{end}
<ul class="week {week_frame}" aria-label="{_("My timetable")}">
{for w in week}{if (w[kind] == "entry")}<li class="{w[cls]}{if (w[maybe])} maybe{end}{if (w[clash])} clash{end}"><b>{w[code]}</b> <span class="hidden">{w[label]}{if (w[maybe])} {_("(in the cart)")}{end}</span> <small>{w[room]}</small></li>
{else}{if (w[kind] != "frame")}<li class="{w[kind]} {w[cls]}" aria-hidden="true">{w[label]}</li>{end}{end}{end}</ul>
{if mine}<ul class="items" aria-label="{_("My courses")}">
{for m in mine}<li data-section="{m[code]}" data-state="{m[state]}"><div class="row"><div><b>{m[code]}</b> {if (m[state] == "enrolled")}<span class="badge ok">{_("Registered")}</span>{end}{if ((m[state] == "withdraw_requested") || (m[state] == "withdraw_home_confirmed"))}<span class="badge warn">{_("Withdrawal asked")}</span>{end}{if (m[state] == "withdrawn")}<span class="badge bad">{_("Withdrawn")}</span>{end}{if (m[state] == "closed_by_host")}<span class="badge bad">{_("Closed by the university")}</span>{end}{if (m[state] == "completed")}<span class="badge">{_("Completed")}</span>{end}<br>{m[name]} · {_("{m[credits]} credits")}<br><small>{if m[times]}{m[times]}{else}{_("No fixed time")}{end}{if m[room]} · {m[room]}{end}</small>{if (m[state] == "closed_by_host")}<span class="why">{m[why]}{if m[lost]} {if m[late]}{_("The time to choose another course ended on {m[until]}.")}{else}{_("Next: you may add other courses of up to {m[lost]} credits in its place, until {m[until]}.")}{end}{end} <span class="rule">{_("Rule")} R32</span></span>{end}</div>
{if m[leave]}<form method="post" action="/register/cancel" class="no-print" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{m[code]}"><input type="hidden" name="section" value="{m[code]}"><button class="linklike">{_("Cancel the course")} <span class="hidden">{m[code]}</span></button></form>{end}</div></li>
{end}</ul>
{if ((can_add == 1) && ((can_cancel == 0) && (open_kind != "SUBSTITUTE")))}<p class="soft small">{_("Cancelling and swapping open in the change week.")} <span class="rule">{_("Rule")} R10</span></p>{end}
<p><a href="/register/confirmation">{_("Confirmation to show at home")}</a></p>
<p class="soft small">{_("Please tell your home university what you register, change or cancel, and register it there too where it asks for that.")} <span class="rule">{_("Rule")} R33</span></p>
{else}<div class="empty"><p>{_("You are not registered in any course of this term.")}</p></div>{end}
{if swap_options}<details class="more no-print"><summary>{_("Swap a course for another")}</summary>
<form method="post" action="/register/swap" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-swap">
<p class="hint">{_("Both or neither: your seat is kept when the other course cannot be taken.")}</p>
<div class="field"><label for="drop">{_("Section to leave")}</label><select id="drop" name="drop">{for m in mine}{if m[leave]}<option value="{m[code]}">{m[code]} {m[name]}</option>{end}{end}</select></div>
<div class="field"><label for="add">{_("Section to take")}</label><select id="add" name="add">{swap_options}</select></div>
<div class="actions"><button class="btn second">{_("Swap")}</button></div>
</form></details>{end}
{if cart}<h2 id="cart">{_("My cart")}</h2>
<ul class="items" aria-label="{_("My cart")}">
{for k in cart}<li data-cart="{k[code]}" data-why="{k[why]}"><div class="row"><div><b>{k[code]}</b> {k[name]} · {_("{k[credits]} credits")}<br><small>{if k[times]}{k[times]}{else}{_("No fixed time")}{end}</small>{if (k[why] == "conflict")}<span class="why">{_("Overlaps with {k[other]}")}</span>{end}{if (k[why] == "credits")}<span class="why">{_("Beyond your credit limit")}</span>{end}{if (k[why] == "full")}<span class="why">{_("Full at the moment")}</span>{end}{if (k[why] == "closed")}<span class="why">{_("Closed by the university")}</span>{end}{if (k[why] == "not-open-to-exchange")}<span class="why">{_("Not open to exchange students")}</span>{end}{if (k[why] == "ineligible")}<span class="why">{_("You withdrew from it, or it was closed")}</span>{end}</div>
<form method="post" action="/register/cart" class="no-print" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{k[code]}"><input type="hidden" name="decision" value="remove"><input type="hidden" name="section" value="{k[code]}"><button class="linklike">{_("Take out")} <span class="hidden">{k[code]}</span></button></form></div></li>
{end}</ul>
{if (cart_fits == 0)}<p class="callout warn">{_("With everything in your cart you would have {cart_total} credits; your limit is {max_credits}.")}</p>{end}{end}
</div>
<div>
<h2 id="courses">{if can_add}{_("Courses you may take")}{else}{_("Courses of the term")}{end}</h2>
<form class="filters no-print" method="get" action="/register" role="search">
<div><label for="school">{_("School")}</label><select id="school" name="school"><option value="">{_("All schools")}</option>{for c in choices}{if (c[kind] == "school")}<option value="{c[code]}"{if (c[code] == f_school)} selected{end}>{c[name]}</option>{end}{end}</select></div>
<div><label for="major">{_("Major")}</label><select id="major" name="major"><option value="">{_("All majors")}</option>{for c in choices}{if (c[kind] == "major")}<option value="{c[code]}"{if (c[code] == f_major)} selected{end}>{c[name]}</option>{end}{end}</select></div>
<div><label for="q">{_("Title, code or instructor")}</label><input id="q" name="q" type="search" value="{f_q}" maxlength="60" autocomplete="off"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if found}<form method="post" action="{if can_add}/register/enrol{else}/register/cart{end}" novalidate data-count data-select>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
{if (can_add == 0)}<input type="hidden" name="decision" value="add">{end}
<table class="list"><caption>{_("{found} sections; seats as they are now")}</caption>
<thead><tr><td></td><th scope="col">{_("Course")}</th><th scope="col">{_("Time and room")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("Seats")}</th></tr></thead>
<tbody>
{rows}</tbody></table>
{if (may == "done")}{if can_add}<div class="bar no-print"><output data-sum="{_("%n chosen, %c credits")}" data-have="{have}" data-limit="{max_credits}" data-over="{_("over your limit of {max_credits}")}">{_("Tick what you want to take.")}</output>
<button class="btn">{_("Register")}</button></div>
{else}{if ((next_kind == "REGISTER") || (next_kind == "CHANGE"))}<div class="bar no-print"><output data-sum="{_("%n chosen, %c credits")}" data-have="{cart_total}" data-limit="{max_credits}" data-over="{_("over your limit of {max_credits}")}">{_("Tick what you want to put aside until registration opens.")}</output>
<button class="btn">{_("Put into the cart")}</button></div>{end}{end}{end}
</form>
{else}<div class="empty"><p>{_("No section fits. Please try another word or fewer filters.")}</p></div>{end}
</div>
</div>
