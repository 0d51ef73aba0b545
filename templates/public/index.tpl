<header class="page-head">
<h1>{_("Credit exchange, term {term}")}</h1>
<p class="lead">{_("Students of other universities take courses here for one term and bring the credits home.")}</p>
</header>
{messages}
<section class="card now big" aria-labelledby="now">
{if (moment == "APPLY_open")}<h2 id="now">{_("Applications are open")}</h2>
<p class="until">{_("Until {moment_at}")} <span class="badge warn" data-until="{moment_epoch}" data-text="{_("closes %t")}" data-soon="{_("closes in %t")}" data-due="{_("has closed")}"></span></p>
<p>{_("Your home university applies for you with its list, or you apply by yourself. Have your student number and your e-mail address ready; it takes about five minutes.")}</p>
<div class="actions"><a class="btn" href="/tempid/apply">{_("Apply for a temporary student ID")}</a> <a class="btn plain" href="/tempid/result">{_("Check my application")}</a></div>
{else}{if (moment == "REGISTER_open")}<h2 id="now">{_("Course registration is open")}</h2>
<p class="until">{_("Until {moment_at}")} <span class="badge warn" data-until="{moment_epoch}" data-text="{_("closes %t")}" data-soon="{_("closes in %t")}" data-due="{_("has closed")}"></span></p>
<div class="actions"><a class="btn" href="/account?next=/register">{_("Register for courses")}</a> <a class="btn plain" href="/courses">{_("See the courses")}</a></div>
{else}{if (moment == "CHANGE_open")}<h2 id="now">{_("Courses can be changed and cancelled")}</h2>
<p class="until">{_("Until {moment_at}")} <span class="badge warn" data-until="{moment_epoch}" data-text="{_("closes %t")}" data-soon="{_("closes in %t")}" data-due="{_("has closed")}"></span></p>
<div class="actions"><a class="btn" href="/account?next=/register">{_("Change my courses")}</a></div>
{else}{if (moment == "WITHDRAW_open")}<h2 id="now">{_("Withdrawal from courses is open")}</h2>
<p class="until">{_("Until {moment_at}")} <span class="badge warn" data-until="{moment_epoch}" data-text="{_("closes %t")}" data-soon="{_("closes in %t")}" data-due="{_("has closed")}"></span></p>
<div class="actions"><a class="btn" href="/account?next=/withdraw">{_("Withdraw from a course")}</a></div>
{else}<h2 id="now">{_("Nothing has to be done today")}</h2>
{if moment_at}<p class="until">{_("Next: {moment_at}")} <span class="badge info" data-until="{moment_epoch}" data-text="{_("opens %t")}" data-soon="{_("opens in %t")}" data-due="{_("open now")}"></span></p>{end}
<div class="actions"><a class="btn" href="/courses">{_("See the courses")}</a> <a class="btn plain" href="/tempid/result">{_("Check my application")}</a></div>
{end}{end}{end}{end}
</section>

<h2 id="calendar">{_("Calendar of the term")}</h2>
<ol class="line">
{for w in windows}{if w[today_before]}<li class="today"><b>{_("Today")}</b><small>{today}</small></li>
{end}<li{if (w[state] == "open")} class="open"{end}{if (w[state] == "closed")} class="past"{end} data-window="{w[kind]}" data-window-state="{w[state]}"><b>{if (w[kind] == "APPLY")}{_("Applications")}{end}{if (w[kind] == "REGISTER")}{_("Course registration")}{end}{if (w[kind] == "CHANGE")}{_("Change and cancellation")}{end}{if (w[kind] == "WITHDRAW")}{_("Withdrawal")}{end}{if (w[kind] == "GRADE_VIEW")}{_("Grades")}{end}{if (w[kind] == "GRADE_APPEAL")}{_("Grade corrections")}{end}</b>
{if (w[state] == "open")}<span class="badge ok">{_("Open")}</span>{end}{if (w[state] == "before")}<span class="badge">{_("Not open yet")}</span>{end}{if (w[state] == "closed")}<span class="badge">{_("Closed")}</span>{end}{if w[changed]} <span class="badge warn">{_("Changed")}</span>{end}
{if (w[hours_stated] == 1)}{if (w[state] == "before")}<time>{w[opens_at]}</time> <time datetime="{w[closes_iso]}">{_("to {w[closes_at]}")}</time>{else}<time datetime="{w[closes_iso]}">{_("until {w[closes_at]}")}</time>{end}
{else}{if (w[state] == "before")}<time>{w[opens_on]}</time> <time datetime="{w[closes_iso]}">{_("to {w[closes_on]}")}</time>{else}<time datetime="{w[closes_iso]}">{_("until {w[closes_on]}")}</time>{end}{end}
{if (w[state] == "open")}<small data-until="{w[closes_epoch]}" data-text="{_("closes %t")}" data-soon="{_("closes in %t")}" data-due="{_("has closed")}"></small>{end}</li>
{end}</ol>
<p class="small soft">{_("All times are Korean time (KST). A window closes at the minute shown.")} {_("Today is {today}.")}</p>

<h2>{_("Quick links")}</h2>
<ul class="cards">
<li class="card"><h3><a href="/courses">{_("Courses")}</a></h3><p>{_("{sections} {sections:section|sections}, to be seen without logging in.")}{if (final == 0)} {_("The list is not final before {final_at}.")}{end}</p></li>
<li class="card"><h3><a href="/tempid/result">{_("Check my application")}</a></h3><p>{_("Give university, student number and date of birth: a link goes to the address on file.")}</p></li>
<li class="card"><h3><a href="/account/login">{_("Log in")}</a></h3><p>{_("Students with a temporary ID, partner universities and staff.")}</p></li>
</ul>

<h2>{_("Notices")}</h2>
{if notices}<ul class="items">
{for n in notices}<li id="n{n[id]}"><p>{n[text]}</p><p class="small soft">{n[shown_from]}</p></li>
{end}</ul>{else}<p>{_("There are no notices.")}</p>{end}

<h2 id="contact">{_("Contact")}</h2>
<dl class="facts">
<div><dt>{contact_name}</dt><dd><a href="tel:{contact_phone}">{contact_phone}</a> · <a href="mailto:{contact_email}">{contact_email}</a></dd></div>
<div><dt>{_("Your home university")}</dt><dd>{_("For its own dates and papers please ask the exchange coordinator there; internal deadlines differ.")}</dd></div>
</dl>
