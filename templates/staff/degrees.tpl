<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Degree students")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Degree students")}</h1>
<p class="lead">{_("What certificates say of the university's own students. One line can be corrected here, with a reason; lists come by the import.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" role="search" action="/staff/degrees"><div><label for="no">{_("Student number")}</label><input id="no" name="student_no" type="search" value="{val_student_no}" autocomplete="off"></div><button class="btn second">{_("Search")}</button></form>
{if people}{for p in people}<h2>{p[value]} <small>{p[more]}</small> <small>{p[word]}</small></h2>
<dl class="facts">{for f in facts}<div><dt>{f[label]}</dt><dd>{if f[value]}{f[value]}{if f[said]} <small>{f[said]}</small>{end}{else}–{end}</dd></div>{end}</dl>
<form method="post" action="/staff/degrees" novalidate class="narrow"><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}"><input type="hidden" name="student_no" value="{p[word]}">
<h3>{_("Correct a line")}</h3>
<div class="field{if err_line} bad{end}"><label for="line">{_("Line")} <span class="need">({_("required")})</span></label>{if err_line}<p class="error" id="line-error">{err_line}</p>{end}
<select id="line" name="line"{if err_line} aria-invalid="true" aria-describedby="line-error"{end}>{for f in facts}<option value="{f[word]}"{if (f[word] == val_line)} selected{end}>{f[label]}</option>{end}</select></div>
<div class="field{if err_value} bad{end}"><label for="value">{_("New value")}</label><p class="hint" id="value-hint">{_("Days as 2026-02-20; the level as BA, MA, PHD or MSPHD; the status as enrolled, leave, completed, graduated or terminated; empty where nothing stands there any more.")}</p>{if err_value}<p class="error" id="value-error">{err_value}</p>{end}
<input id="value" name="value" maxlength="300" value="{val_value}" aria-describedby="value-hint{if err_value} value-error{end}"{if err_value} aria-invalid="true"{end}></div>
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">({_("required")})</span></label>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<input id="reason" name="reason" maxlength="1000" value="{val_reason}"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}></div>
<div class="actions"><button class="btn">{_("Correct the line")}</button></div></form>
{if corrected}<h3>{_("Corrected by hand")}</h3><ol class="story">{for k in corrected}<li><time>{k[at]}</time><p><b>{k[label]}</b>: {k[value]}<br>{k[more]}</p></li>{end}</ol>{end}
{if leaves}<h3>{_("Leaves of absence")}</h3><ul class="items">{for l in leaves}<li>{l[word]} – {l[value]}</li>{end}</ul>{end}
{if payments}<h3>{_("Tuition paid")}</h3><table class="list"><thead><tr><th scope="col">{_("Term")}</th><th scope="col" class="num">KRW</th><th scope="col">{_("Paid")}</th></tr></thead><tbody>{for y in payments}<tr><th scope="row">{y[word]}</th><td class="num" data-label="KRW">{y[value]}</td><td data-label="{_("Paid")}">{y[more]}</td></tr>{end}</tbody></table>{end}
{if courses}<details class="more"><summary>{_("Courses and grades")}</summary><table class="list tight"><thead><tr><th scope="col">{_("Course")}</th><th scope="col">{_("Title, credits")}</th><th scope="col">{_("Grade")}</th></tr></thead><tbody>{for c in courses}<tr><th scope="row">{c[word]}</th><td>{c[more]}</td><td>{c[value]}</td></tr>{end}</tbody></table></details>{end}
{end}{else}{if val_student_no}<div class="empty"><p>{_("Nobody has this student number.")}</p></div>{else}<div class="empty"><p>{_("Enter a student number, for example of a report about a certificate.")}</p></div>{end}{end}
