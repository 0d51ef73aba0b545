<header class="page-head">
<h1>{_("Withdrawal from a course")}</h1> {if (state == "open")}<span class="badge ok">{_("Open")}</span>{else}{if (state == "before")}<span class="badge info">{_("Opens soon")}</span>{else}<span class="badge">{_("Closed")}</span>{end}{end}
{if (state == "open")}<p class="lead">{_("Term {term}: you can withdraw until {closes_at}. The letter of your home university is due by then too.")} <span data-until="{closes_epoch}" data-text="{_("It closes %t.")}" data-soon="{_("It closes in %t.")}" data-due="{_("It has closed.")}"></span></p>{end}
{if (state == "before")}<p class="lead">{_("Term {term}: withdrawal opens on {opens_at}. Until then courses are cancelled, not withdrawn from.")} <a href="/register">{_("Course registration")}</a> <span data-until="{opens_epoch}" data-text="{_("It opens %t.")}" data-soon="{_("It opens in %t.")}" data-due="{_("It is open now. Please load the page again.")}"></span></p>{end}
{if (state == "closed")}<p class="lead">{_("Term {term}: withdrawal closed on {closes_at}.")}</p>{end}
</header>
{messages}{errors}
<div class="narrow">
<div class="callout"><h2>{_("How withdrawal works")}</h2>
<ol><li>{_("You ask for it here. Until your home university confirms it, you can take it back.")}</li>
<li>{_("Your home university confirms it with an official letter within the same period.")}{if coordinator_name} {university}: {coordinator_name}{if coordinator_email} · <a href="mailto:{coordinator_email}">{coordinator_email}</a>{end}{if coordinator_phone} · {coordinator_phone}{end}{end}</li>
<li>{_("The course stays on your transcript as withdrawn. Without the confirmation you stay enrolled, and we tell you.")}</li></ol>
<p class="rule">{_("Rule")} R11, R12</p></div>
{if courses}<h2 id="section">{_("My courses")}</h2>
<ul class="items">
{for c in courses}<li data-section="{c[code]}" data-state="{c[state]}"{if c[said]} data-said="{c[said]}"{end}><h3>{c[code]} {c[name]}</h3>
<p>{if (c[state] == "enrolled")}<span class="badge ok">{_("Registered")}</span>{end}{if (c[state] == "withdraw_requested")}<span class="badge warn">{_("Withdrawal asked")}</span>{end}{if (c[state] == "withdraw_home_confirmed")}<span class="badge warn">{_("Confirmed late, being decided")}</span>{end}{if (c[state] == "withdrawn")}<span class="badge bad">{_("Withdrawn")}</span>{end}{if (c[state] == "closed_by_host")}<span class="badge bad">{_("Closed by the university")}</span>{end}{if (c[state] == "completed")}<span class="badge">{_("Completed")}</span>{end}
{_("{c[credits]} {c[credits]:credit|credits}")} · {if c[times]}{c[times]}{else}{_("No fixed time")}{end}</p>
{if (c[state] == "withdraw_requested")}<p>{_("Asked on {c[asked_at]}. Next: your home university confirms, until {c[due]}.")}</p>{end}
{if (c[state] == "withdraw_home_confirmed")}<p>{_("The letter of your home university came after its time. Next: the academic team decides whether it counts.")}</p>{end}
{if (c[state] == "closed_by_host")}<p>{_("Nothing of it stays on your record.")} {c[closed_why]}{if c[choose_till]} <a href="/register">{_("Until {c[choose_till]} you may add other courses of up to {c[lost]} {c[lost]:credit|credits} in its place.")}</a>{end} <span class="rule">{_("Rule")} R32</span></p>{end}
{if (c[state] == "withdrawn")}<p>{_("Confirmed on {c[decided_at]}.")}</p>{end}
{if ((c[state] == "enrolled") && (c[said] == "refused"))}<p>{_("Your home university did not confirm the withdrawal; you stay enrolled.")}{if c[word]} {c[word]}{end}</p>{end}
{if ((c[state] == "enrolled") && (c[said] == "lapsed"))}<p>{_("The withdrawal was not confirmed in time; you stay enrolled. Please speak with your coordinator and with us.")}</p>{end}
{if c[can_back]}<form method="post" action="/withdraw/cancel" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-b-{c[code]}"><input type="hidden" name="section" value="{c[code]}"><button class="btn second">{_("Take the withdrawal back")} <span class="hidden">{c[code]}</span></button></form>{end}
{if c[can_ask]}<details class="more"{if (c[code] == f_section)} open{end}><summary>{_("Withdraw from {c[code]}")}</summary>
<form method="post" action="/withdraw" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-{c[code]}"><input type="hidden" name="section" value="{c[code]}">
{if ((have - c[credits]) < min_credits)}<p class="callout warn">{_("After this you have fewer than {min_credits} {min_credits:credit|credits}, the least a term asks for.")} <span class="rule">{_("Rule")} R18</span></p>{end}
{if (c[code] == f_section)}<div class="field{if f_problem} bad{end}"><label for="reason">{_("Reason")} <span class="need">({_("optional")})</span></label>{if f_problem}<p class="error" id="reason-error">{f_problem}</p>{end}<textarea id="reason" name="reason" rows="3" maxlength="1000"{if f_problem} aria-invalid="true" aria-describedby="reason-error"{end}>{f_reason}</textarea></div>
{else}<div class="field"><label for="reason-{c[code]}">{_("Reason")} <span class="need">({_("optional")})</span></label><textarea id="reason-{c[code]}" name="reason" rows="3" maxlength="1000"></textarea></div>{end}
<div class="actions"><button class="btn danger">{_("Ask to withdraw")} <span class="hidden">{c[code]}</span></button></div></form></details>{end}</li>
{end}</ul>
{else}<div class="empty"><p>{_("You are not registered in any course of this term.")}</p></div>{end}
<p class="soft small">{_("Please tell your home university what you register, change or cancel, and register it there too where it asks for that.")} <span class="rule">{_("Rule")} R33</span></p>
</div>
