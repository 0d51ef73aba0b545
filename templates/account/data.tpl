<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/account/contact">{_("My account")}</a></li><li aria-current="page">{_("What is stored about me")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("What is stored about me")}</h1>
<p class="lead">{_("Everything this system holds about you, as it stands now.")}</p>
</header>
{messages}
<p><a class="btn second" href="/account/data.json">{_("Take it along (JSON)")}</a> {if (kind == "student")}<a class="btn plain" href="/account/corrections">{_("Ask for a correction")}</a> {end}<a class="btn plain" href="/account/contact">{_("Change contact data")}</a></p>
<h2>{_("Person and account")}</h2>
<dl class="facts">
<div><dt>{_("Login name")}</dt><dd><span class="code">{p_login}</span></dd></div>
<div><dt>{_("Name")}</dt><dd>{p_name}{if p_name_family} <small>{p_name_family} {p_name_given}</small>{end}</dd></div>
{if p_birth_date}<div><dt>{_("Date of birth")}</dt><dd>{p_birth_date}</dd></div>{end}
<div><dt>{_("E-mail address")}</dt><dd>{p_email}{if p_email2}<br>{p_email2}{end}</dd></div>
<div><dt>{_("Telephone")}</dt><dd>{if p_phone}{p_phone}{else}–{end}</dd></div>
<div><dt>{_("Account since")}</dt><dd>{p_created_at}</dd></div>
<div><dt>{_("Password since")}</dt><dd>{if p_password_since}{p_password_since}{else}–{end}</dd></div>
{if p_calendar_at}<div><dt>{_("Secret address of the timetable since")}</dt><dd>{p_calendar_at} <a href="/register/timetable">{_("See or end it")}</a></dd></div>{end}
</dl>
{if places}<h2>{_("Places of study")}</h2>
<table class="list"><caption>{_("Universities and numbers")}</caption>
<thead><tr><th scope="col">{_("University")}</th><th scope="col">{_("Student number")}</th><th scope="col">{_("Level")}</th><th scope="col">{_("Department")}</th><th scope="col">{_("Since")}</th></tr></thead>
<tbody>{for r in places}<tr><th scope="row">{r[university]}</th><td data-label="{_("Student number")}">{r[student_no]}</td><td data-label="{_("Level")}">{if (r[level] == "BA")}{_("Bachelor")}{end}{if (r[level] == "MA")}{_("Master")}{end}{if (r[level] == "PHD")}{_("Doctorate")}{end}{if (r[level] == "MSPHD")}{_("Integrated master and doctorate")}{end}</td><td data-label="{_("Department")}">{r[college]} {r[department]}</td><td data-label="{_("Since")}">{r[since]}</td></tr>{end}</tbody></table>{end}
{if applications}<h2>{_("Applications")}</h2>
<table class="list"><caption>{_("Applications of all terms")}</caption>
<thead><tr><th scope="col">{_("Term")}</th><th scope="col">{_("University")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Address given")}</th><th scope="col">{_("Received")}</th></tr></thead>
<tbody>{for r in applications}<tr><th scope="row">{r[term]}</th><td data-label="{_("University")}">{r[university]} <small>{r[student_no]}</small></td><td data-label="{_("State")}">{if (r[state] == "unconfirmed")}<span class="badge">{_("Unconfirmed")}</span>{end}{if (r[state] == "submitted")}<span class="badge info">{_("Submitted")}</span>{end}{if (r[state] == "returned")}<span class="badge warn">{_("Returned")}</span>{end}{if (r[state] == "held")}<span class="badge info">{_("Submitted")}</span>{end}{if (r[state] == "approved")}<span class="badge ok">{_("Approved")}</span>{end}{if (r[state] == "rejected")}<span class="badge bad">{_("Rejected")}</span>{end}{if (r[state] == "issued")}<span class="badge ok">{_("ID issued")}</span>{end}{if (r[state] == "withdrawn")}<span class="badge bad">{_("Application withdrawn")}</span>{end}{if (r[state] == "expired")}<span class="badge bad">{_("Expired")}</span>{end}</td><td data-label="{_("Address given")}">{r[email]}</td><td data-label="{_("Received")}">{r[submitted_at]}</td></tr>{end}</tbody></table>{end}
{if courses}<h2>{_("Courses taken")}</h2>
<table class="list"><caption>{_("Courses of all terms")}</caption>
<thead><tr><th scope="col">{_("Section")}</th><th scope="col">{_("Term")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Since")}</th></tr></thead>
<tbody>{for r in courses}<tr><th scope="row">{r[section]}</th><td data-label="{_("Term")}">{r[term]}</td><td class="num" data-label="{_("Credits")}">{r[credits]}</td><td data-label="{_("State")}">{if (r[state] == "enrolled")}<span class="badge ok">{_("Registered")}</span>{end}{if (r[state] == "withdraw_requested")}<span class="badge warn">{_("Withdrawal asked")}</span>{end}{if (r[state] == "withdraw_home_confirmed")}<span class="badge warn">{_("Withdrawal asked")}</span>{end}{if (r[state] == "withdrawn")}<span class="badge bad">{_("Withdrawn")}</span>{end}{if (r[state] == "closed_by_host")}<span class="badge bad">{_("Closed by the university")}</span>{end}{if (r[state] == "completed")}<span class="badge">{_("Completed")}</span>{end}{if (r[state] == "cart")}<span class="badge">{_("In the cart")}</span>{end}{if (r[state] == "waiting")}<span class="badge">{_("On the waiting list")}</span>{end}</td><td data-label="{_("Since")}">{r[enrolled_at]}</td></tr>{end}</tbody></table>{end}
{if (kind == "student")}<h2>{_("Grades")}</h2>
<p class="hint">{_("Announced grades alone: what an instructor enters before the announcement may still change and is shown to no student.")}</p>
{if grades}<table class="list"><caption>{_("Grades of all terms")}</caption>
<thead><tr><th scope="col">{_("Section")}</th><th scope="col">{_("Term")}</th><th scope="col" class="num">{_("Grade")}</th><th scope="col">{_("Credits granted")}</th></tr></thead>
<tbody>{for r in grades}<tr data-section="{r[section]}" data-grade="{r[grade]}"><th scope="row">{r[section]}</th><td data-label="{_("Term")}">{r[term]}</td><td class="num" data-label="{_("Grade")}">{if r[grade]}{r[grade]}{else}–{end}</td><td data-label="{_("Credits granted")}">{if r[credit_granted]}{_("yes")}{else}{_("no")}: {if (r[why] == "withdrawn")}{_("Withdrawn")}{end}{if (r[why] == "closed")}{_("Closed by the university")}{end}{if (r[why] == "missing")}{_("no grade yet")}{end}{if (r[why] == "not-recommended")}{_("not recommended by the home university")}{end}{if (r[why] == "failed")}{_("not passed")}{end}{end}</td></tr>
{end}</tbody></table>{else}<div class="empty"><p>{_("No grade of yours is announced yet.")}</p></div>{end}
{if appeals}<table class="list"><caption>{_("Corrections of grades asked for")}</caption>
<thead><tr><th scope="col">{_("Section")}</th><th scope="col">{_("Asked")}</th><th scope="col">{_("My reason")}</th><th scope="col">{_("Grade")}</th><th scope="col">{_("Answer")}</th></tr></thead>
<tbody>{for r in appeals}<tr data-appeal="{r[state]}"><th scope="row">{r[section]} <small>{r[term]}</small></th><td data-label="{_("Asked")}">{r[asked_at]}</td><td data-label="{_("My reason")}">{r[reason]}</td><td data-label="{_("Grade")}">{if r[after]}<del>{r[before]}</del> {r[after]}{else}{r[before]}{end}</td><td data-label="{_("Answer")}">{if (r[state] == "open")}<span class="badge info">{_("being decided")}</span>{end}{if (r[state] == "taken-back")}<span class="badge">{_("taken back")}</span>{end}{if (r[state] == "changed")}<span class="badge ok">{_("changed")}</span> {r[answer]}{end}{if (r[state] == "kept")}<span class="badge">{_("kept")}</span> {r[answer]}{end}{if r[decided_at]} <small>{r[decided_at]}</small>{end}</td></tr>
{end}</tbody></table>{end}{end}
<h2>{_("Mails")}</h2>
{if mails}<table class="list"><caption>{_("The last 50 mails to you")}</caption>
<thead><tr><th scope="col">{_("Kind")}</th><th scope="col">{_("To")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Sent")}</th></tr></thead>
<tbody>{for r in mails}<tr><th scope="row"><code>{r[kind]}</code></th><td data-label="{_("To")}">{r[to_address]}</td><td data-label="{_("State")}"><code>{r[state]}</code></td><td data-label="{_("Sent")}">{r[sent_at]}</td></tr>{end}</tbody></table>{else}<div class="empty"><p>{_("No mail was sent to you yet.")}</p></div>{end}
<h2>{_("What was done")}</h2>
{if acts}<table class="list"><caption>{_("The last 100 lines of the record about you")}</caption>
<thead><tr><th scope="col">{_("When")}</th><th scope="col">{_("Act")}</th><th scope="col">{_("Result")}</th><th scope="col">{_("By")}</th></tr></thead>
<tbody>{for r in acts}<tr><th scope="row">{r[at]}</th><td data-label="{_("Act")}"><code>{r[act]}</code></td><td data-label="{_("Result")}"><code>{r[outcome]}</code></td><td data-label="{_("By")}">{if (r[mine] == 1)}{_("you")}{else}{_("an office or the system")}{end}</td></tr>{end}</tbody></table>{else}<div class="empty"><p>{_("Nothing was done yet.")}</p></div>{end}
