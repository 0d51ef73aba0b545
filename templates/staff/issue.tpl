<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Issue IDs")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Issue IDs")}</h1>
<p class="lead">{_("Everyone approved gets an ID: new people a new one, returning students keep theirs. Each of them gets one mail.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/issue">
<div><label for="show-term">{_("Term")}</label><select id="show-term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
<section aria-labelledby="now">
<h2 id="now">{_("What would happen now")}</h2>
{if plan}<table class="list"><thead><tr><th scope="col">{_("What")}</th><th scope="col">{_("University")}</th><th scope="col" class="num">{_("Applications")}</th></tr></thead><tbody>{for p in plan}
<tr><th scope="row">{if (p[fate] == "new")}<span class="badge ok">{_("New ID")}</span>{end}{if (p[fate] == "known")}<span class="badge ok">{_("Returning: same ID and password")}</span>{end}{if (p[fate] == "review")}<span class="badge warn">{_("Left out: identity doubtful")}</span>{end}{if (p[fate] == "not-recommended")}<span class="badge bad">{_("Left out: home university refused")}</span>{end}{if (p[fate] == "duplicate")}<span class="badge warn">{_("Left out: second application of one person")}</span>{end}</th><td data-label="{_("University")}">{p[name]} ({p[university]})</td><td class="num" data-label="{_("Applications")}">{p[n]}{if p[waiting]}<span class="why">{_("web results are announced")} {p[until]}</span>{end}</td></tr>{end}
</tbody></table>
<form method="post" action="/staff/issue" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">{for t in terms}{if t[current]}
<input type="hidden" name="term" value="{t[code]}">{end}{end}
<div class="field{if err_release_at} bad{end}"><label for="release_at">{_("Send the mails at")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="release_at-hint">{_("Empty: at once. Otherwise the IDs are issued now and the mails wait, for example until the morning registration opens.")}</p>{if err_release_at}<p class="error" id="release_at-error">{err_release_at}</p>{end}
<input type="datetime-local" id="release_at" name="release_at" value="{val_release_at}"{if err_release_at} aria-invalid="true"{end} aria-describedby="release_at-hint"></div>
<div class="actions"><button class="btn">{_("Issue everyone approved")}</button></div>
</form>
{else}<div class="empty"><p>{_("Nobody approved waits for an ID in this term.")} <a href="/staff/applications?state=submitted">{_("Applications to decide")}</a></p></div>{end}
</section>
{if skipped}<section aria-labelledby="left">
<h2 id="left">{_("Left out, and why")}</h2>
<table class="list"><thead><tr><th scope="col">{_("Name")}</th><th scope="col">{_("University")}</th><th scope="col">{_("Why")}</th></tr></thead><tbody>{for s in skipped}
<tr><th scope="row"><a href="/staff/applications/{s[id]}">{s[name_native]}</a> <small>{s[name_latin]}</small></th><td data-label="{_("University")}">{s[university]} {s[student_no]}</td><td data-label="{_("Why")}">{if (s[fate] == "review")}{_("It is not clear who this is.")} <a href="/staff/identity">{_("Decide who it is")}</a>{end}{if (s[fate] == "not-recommended")}{_("The home university refused to recommend.")}{end}{if (s[fate] == "duplicate")}{_("This person has another application in the term.")}{end}</td></tr>{end}
</tbody></table></section>{end}
{if runs}<section aria-labelledby="runs">
<h2 id="runs">{_("Last runs")}</h2>{for r in runs}
<div class="progress" id="run-{r[run]}"{if r[moving]} data-refresh="3"{end}><p><b>{r[at]}</b> {r[by_name]}: {_("IDs issued")} <b class="num">{r[issued]}</b> ({_("new")} <span class="num">{r[fresh]}</span>, {_("returning")} <span class="num">{r[known]}</span>, {_("left out")} <span class="num">{r[skipped]}</span>)</p>
<progress max="{r[mails]}" value="{r[sent]}" aria-label="{_("Mails sent")}"></progress>
<p>{_("Mails sent")}: <b class="num">{r[sent]}</b> / <span class="num">{r[mails]}</span>{if r[release]} · {_("released at")} {r[release]}{end}{if r[failed]} · <a href="/staff/mail?state=failed">{_("not delivered")}: <b class="num">{r[failed]}</b></a>{end}{if r[moving]} · {_("You may leave this page.")}{end}</p></div>{end}
</section>{end}
