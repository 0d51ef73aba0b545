<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li><a href="/partner/students">{_("Our students")}</a></li><li aria-current="page">{name_native}</li>
</ol></nav>
{for o in one}<header class="page-head">
<h1>{name_native} <small>{name_latin}</small></h1> <span class="badge {if (state == "submitted")}info{else}{if ((state == "issued") || (state == "approved"))}ok{else}{if ((state == "held") || (state == "returned"))}warn{else}bad{end}{end}{end}">{o[state_word]}</span> <span class="badge{if (recommendation == "recommended")} ok{end}{if (recommendation == "refused")} bad{end}">{o[recommendation_word]}</span>
<p class="lead">{_("Term {term}, student number {student_no}")}</p>
</header>
{messages}{errors}
{if (claim == "")}{else}<section class="callout warn" data-claim="{claim}"><h2>{_("Whose claim holds?")}</h2>
{if (claim == "rival")}<p>{_("A second application with this number was confirmed from another mailbox: {rival_name}, {rival_email}. Nothing is issued before you have decided.")}</p>{else}<p>{_("Your list and the application say different things; see below. Nothing is issued before you have decided.")}</p>{end}
{if may}<form method="post" action="/partner/students/{id}">
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<input type="hidden" name="decision" value="settle">
<div class="actions"><button class="btn" name="value" value="own">{_("The application holds ({email})")}</button>{if (claim == "rival")} <button class="btn second" name="value" value="rival">{_("The second one holds ({rival_email})")}</button>{else} <button class="btn second" name="value" value="list">{_("Our list holds")}</button>{end}</div>
</form>{end}</section>{end}
{if decision_reason}<div class="callout"><h2>{_("Reason")}</h2><p>{decision_reason}</p></div>{end}
<div class="split right"><div>
<h2>{_("Application")}</h2>
<dl class="facts">
<div><dt>{_("Date of birth")}</dt><dd>{o[birth_date]}</dd></div>
<div><dt>{_("Course of study")}</dt><dd>{o[level_word]}{if semester}, {_("semester {semester}")}{end}, {if (status == "leave")}{_("on leave")}{else}{_("enrolled")}{end}</dd></div>
<div><dt>{_("Department")}</dt><dd>{college} {department}</dd></div>
<div><dt>{_("E-mail address")}</dt><dd>{email} {if confirmed}<span class="badge ok">{_("confirmed")}</span>{end}<br><span class="soft">{if (entered == "applicant")}{_("entered by the student")}{else}{if (entered == "partner")}{_("entered by your university ({entered_name})")}{else}{_("entered by the host ({entered_name})")}{end}{end}</span></dd></div>
<div><dt>{_("Telephone")}</dt><dd>{phone}</dd></div>
<div><dt>{_("Temporary student ID")}</dt><dd>{if temporary_id}<span class="code">{temporary_id}</span>{else}{_("not issued")}{end}</dd></div>
<div><dt>{_("Credit limit")}</dt><dd>{if max_credits}{max_credits}{else}{_("the university's or the host's")}{end}</dd></div>
<div><dt>{_("Right to register")}</dt><dd>{if (right_state == "living")}{_("yes")}{else}{if (right_state == "suspended")}{_("suspended")}{else}{_("not yet")}{end}{end}</dd></div>
<div><dt>{_("List and letter")}</dt><dd>{if list_file}{list_file} · {if letter_no}{letter_no}{else}{_("letter outstanding")}{end}{else}{_("applied alone")}{end}</dd></div>
{if recommendation_reason}<div><dt>{_("Reason of the recommendation")}</dt><dd>{recommendation_reason}</dd></div>{end}
</dl>
{end}{if differences}<table class="list diff"><caption>{_("Your list and the application")}</caption><thead><tr><th scope="col">{_("Field")}</th><th scope="col">{_("Your list")}</th><th scope="col">{_("Application")}</th></tr></thead><tbody>
{for d in differences}<tr><th scope="row">{d[field_word]}</th><td data-label="{_("Your list")}"><del>{d[listed]}</del></td><td data-label="{_("Application")}"><ins>{d[own]}</ins></td></tr>
{end}</tbody></table>{end}
<h2>{_("Registrations")}</h2>
{if taken}<table class="list"><caption>{_("What is registered in this term")}</caption><thead><tr><th scope="col">{_("Section")}</th><th scope="col">{_("Title")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("State")}</th></tr></thead><tbody>
{for e in taken}<tr data-section="{e[section]}" data-state="{e[state]}"><th scope="row">{e[section]}</th><td data-label="{_("Title")}">{e[title]}</td><td class="num" data-label="{_("Credits")}">{e[credits]}</td><td data-label="{_("State")}">{e[state_word]}{if e[credit_granted]}{else} <span class="badge bad">{_("without credit")}</span>{end}</td></tr>
{end}</tbody></table>{else}<p>{_("Nothing is registered.")}</p>{end}
<h2>{_("In order of time")}</h2>
<ol class="story">{if due}<li class="next"><time>{_("until {due}")}</time><p>{_("You recommend, or do not.")} <a href="/partner/recommend?state=none">{_("Recommend applicants")}</a></p></li>{end}
{for s in story}<li><time>{s[at]}</time><p>{if (s[kind] == "letter")}{_("Official letter {s[word]}")}{else}{if (s[kind] == "mail")}{_("A mail came back: {s[word]}")}{else}{s[word_word]}{if s[section]} · {s[section]}{end}{if s[by_name]} · {s[by_name]}{end}{end}{end}</p></li>
{end}</ol>
</div>
{if may}<div class="stay stack"><h2>{_("Change something")}</h2>
<form class="card" method="post" action="/partner/students/{id}" novalidate>
<h3>{_("Another e-mail address")}</h3>
<p class="soft">{_("With an ID the academic team looks at it first.")}</p>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-e"><input type="hidden" name="decision" value="new_email">
<div class="field{if err_value} bad{end}"><label for="value">{_("New address")} <span class="need">{_("(required)")}</span></label>{if err_value}<p class="error" id="value-error">{err_value}</p>{end}<input id="value" name="value" type="email" maxlength="254" value="{if is_decision_new_email}{val_value}{end}"{if err_value} aria-invalid="true" aria-describedby="value-error"{end}></div>
<div class="field"><label for="reason">{_("Reason")} <span class="need">{_("(optional)")}</span></label><input id="reason" name="reason" maxlength="1000" value="{if is_decision_new_email}{val_reason}{end}"></div>
<div class="actions"><button class="btn second">{_("Change the address")}</button></div>
</form>
<form class="card" method="post" action="/partner/students/{id}">
<h3>{_("Enrolment status")}</h3>
<p class="soft">{_("Who is on leave at home cannot take courses here.")}</p>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-s"><input type="hidden" name="decision" value="status_change">
<div class="field"><label for="status">{_("Status")}</label><select id="status" name="value"><option value="enrolled"{if (status == "enrolled")} selected{end}>{_("enrolled")}</option><option value="leave"{if (status == "leave")} selected{end}>{_("on leave")}</option></select></div>
<div class="field"><label for="status-reason">{_("Reason")} <span class="need">{_("(optional)")}</span></label><input id="status-reason" name="reason" maxlength="1000" value=""></div>
<div class="actions"><button class="btn second">{_("Change the status")}</button></div>
</form>
{if may_retract}<form class="card" method="post" action="/partner/students/{id}">
<h3>{_("Take the application back")}</h3>
<p class="soft">{_("Possible until an ID is issued; the student can be listed again.")}</p>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-t"><input type="hidden" name="decision" value="retract">
<div class="field"><label for="retract-reason">{_("Reason")} <span class="need">{_("(optional)")}</span></label><input id="retract-reason" name="reason" maxlength="1000" value=""></div>
<div class="actions"><button class="btn danger">{_("Take it back")}</button></div>
</form>{end}</div>{end}
</div>
