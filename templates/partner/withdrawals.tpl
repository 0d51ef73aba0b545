<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Withdrawals")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Withdrawals")}</h1>
<p class="lead">{_("A student asks, you confirm with an official letter, both until {withdraw_closes}. Without your answer the student stays enrolled.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/partner/withdrawals">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if rows}<table class="list"><caption>{_("Withdrawals of your students")}</caption><thead><tr><th scope="col">{_("Name")}</th><th scope="col">{_("Section")}</th><th scope="col">{_("Asked on")}</th><th scope="col">{_("State")}</th></tr></thead><tbody>
{for r in rows}<tr data-withdrawal="{r[id]}" data-state="{r[state]}"><th scope="row">{if r[application]}<a href="/partner/students/{r[application]}">{r[name_native]}</a>{end} <small>{r[student_no]}</small></th><td data-label="{_("Section")}">{r[section]} {r[title]}{if r[reason]}<span class="why">{r[reason]}</span>{end}</td><td data-label="{_("Asked on")}">{r[requested_at]}</td><td data-label="{_("State")}">{r[state_word]}{if r[letter_no]} · {r[letter_no]}{end}{if r[due]}<br><span class="soft">{_("due {r[due]}")}</span>{if r[late]} <span class="badge bad">{_("overdue")}</span>{end}{end}</td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{_("No withdrawals to confirm.")}</p></div>{end}
