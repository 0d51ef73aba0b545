<header class="page-head">
<h1>{university}</h1>
<p class="lead">{_("Term {term}: what there is to do, and until when.")}</p>
</header>
{messages}{errors}
<ul class="cards">
{for w in work}<li class="card{if (w[n] == 0)} zero{end}" data-work="{w[kind]}" data-n="{w[n]}">
{if (w[kind] == "list")}<a class="queue"{if may_upload} href="/partner/upload"{end}><span class="n">{w[n]}</span><span class="what">{_("Applicant list to send")}</span>{end}
{if (w[kind] == "letter")}<a class="queue"{if may_upload} href="/partner/letters"{end}><span class="n">{w[n]}</span><span class="what">{_("Lists without their official letter")}</span>{end}
{if (w[kind] == "recommend")}<a class="queue"{if may_recommend} href="/partner/recommend?state=none"{end}><span class="n">{w[n]}</span><span class="what">{_("Applicants to recommend")}</span>{end}
{if (w[kind] == "claim")}<a class="queue" href="/partner/students"><span class="n">{w[n]}</span><span class="what">{_("Disputed claims to settle")}</span>{end}
{if (w[kind] == "returned")}<a class="queue" href="/partner/students?state=returned"><span class="n">{w[n]}</span><span class="what">{_("Applications to correct")}</span>{end}
{if (w[kind] == "withdrawal")}<a class="queue"{if may_upload} href="/partner/withdrawals"{end}><span class="n">{w[n]}</span><span class="what">{_("Withdrawals to confirm")}</span>{end}
{if (w[kind] == "bounced")}<a class="queue" href="/partner/students"><span class="n">{w[n]}</span><span class="what">{_("Students whose mail came back")}</span>{end}
{if (w[kind] == "acknowledge")}<a class="queue" href="/partner/lists?kind=registrations"><span class="n">{w[n]}</span><span class="what">{_("Lists of registrations to acknowledge")}</span>{end}
{if (w[kind] == "acknowledge-grades")}<a class="queue" href="/partner/lists?kind=grades"><span class="n">{w[n]}</span><span class="what">{_("Lists of grades to acknowledge")}</span>{end}
{if (w[kind] == "missing")}<a class="queue" href="/partner/missing"><span class="n">{w[n]}</span><span class="what">{_("Students who have not registered enough")}</span>{end}
<span class="due{if w[late]} late{end}">{if w[n]}{if w[due]}{if w[late]}{_("was due {w[due]}, overdue")}{else}{_("due {w[due]}")}{end}{end}{else}{_("nothing to do")}{end}</span></a></li>
{end}</ul>

<h2>{_("Dates of the term")}</h2>
<dl class="facts">
<div><dt>{_("Applications")}</dt><dd>{if apply_closes}{_("until {apply_closes}")}{if own_closes} · {_("own deadline {own_closes}")}{end}{else}{_("not set yet")}{end}</dd></div>
<div><dt>{_("Course registration")}</dt><dd>{if register_opens}{register_opens} ~ {register_closes}{else}{_("not set yet")}{end}</dd></div>
<div><dt>{_("Change and cancellation")}</dt><dd>{if change_closes}{_("until {change_closes}")}{else}{_("not set yet")}{end}</dd></div>
<div><dt>{_("Withdrawal, with your letter")}</dt><dd>{if withdraw_closes}{_("until {withdraw_closes}")}{else}{_("not set yet")}{end}</dd></div>
<div><dt>{_("When you recommend")}</dt><dd>{if (stage == "before_approval")}{_("with the list and its letter, before approval")}{end}{if (stage == "after_application")}{_("one by one, after the application")}{end}{if (stage == "after_registration")}{_("one by one, after course registration")}{end}</dd></div>
</dl>

<h2>{_("All pages")}</h2>
<ul class="cards">
{if may_upload}<li class="card"><h3><a href="/partner/upload">{_("Upload an applicant list")}</a></h3><p>{_("CSV or XLSX, with a preview of every row.")}</p></li>
<li class="card"><h3><a href="/partner/letters">{_("Official letters")}</a></h3><p>{_("Number, date and file, with the list or later.")}</p></li>{end}
<li class="card"><h3><a href="/partner/students">{_("Our students")}</a></h3><p>{_("Applications, IDs, registrations; each student in order of time.")}</p></li>
<li class="card"><h3><a href="/partner/recommend">{_("Recommend applicants")}</a></h3><p>{_("Recommend, refuse with a reason, reopen.")}</p></li>
<li class="card"><h3><a href="/partner/lists">{_("Lists of registrations and grades")}</a></h3><p>{_("Version by version, with what changed; to acknowledge.")}</p></li>
<li class="card"><h3><a href="/partner/missing">{_("Not registered yet")}</a></h3><p>{_("Who has not logged in, not registered, or too little.")}</p></li>
<li class="card"><h3><a href="/partner/feed">{_("What our students do")}</a></h3><p>{_("Every registration, change, cancellation and withdrawal.")}</p></li>
<li class="card"><h3><a href="/partner/seal">{_("Keep the head of the audit")}</a></h3><p>{_("A small file that proves later that nothing was changed.")}</p></li>
{if may_upload}<li class="card"><h3><a href="/partner/withdrawals">{_("Withdrawals")}</a></h3><p>{_("Confirm with an official letter, or say no.")}</p></li>{end}
{if may_settings}<li class="card"><h3><a href="/partner/settings">{_("Settings of your university")}</a></h3><p>{_("Own deadline, contact, criteria, credit limit.")}</p></li>
<li class="card"><h3><a href="/partner/people">{_("Colleagues")}</a></h3><p>{_("Who may upload, who may recommend.")}</p></li>{end}
</ul>
