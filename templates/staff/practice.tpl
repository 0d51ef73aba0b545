<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Practice")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Practice")}</h1>
<p class="lead">{_("Students try registration on the real pages, with the real sections and rules, before the window opens. Each of their pages says that it is practice. At the end everything is discarded: registrations, seats, carts; no mail goes out and no university is told.")}</p>
</header>
{messages}{errors}
{for p in now}{if p[running]}<section class="card now" aria-labelledby="on"><h2 id="on">{_("A practice is on")}</h2>
<dl class="facts"><div><dt>{_("Until")}</dt><dd>{p[closes_at]}</dd></div><div><dt>{_("So far")}</dt><dd>{_("{p[registered]} {p[registered]:registration|registrations} of {p[students]} {p[students]:student|students}")}</dd></div></dl>
<p><a href="/staff/board">{_("Live board")}</a></p>
<form method="post" action="/staff/practice" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<div class="actions"><button class="btn danger" name="decision" value="end">{_("End it now and discard everything")}</button></div>
</form></section>
{else}{if p[latest]}<form method="post" action="/staff/practice" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<p>{_("Term {p[term]}: {p[rights]} {p[rights]:student|students} with the right to register, {p[sections]} {p[sections]:section|sections}.")}</p>
<div class="field{if err_closes_at} bad{end}"><label for="closes_at">{_("Until")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="closes_at-hint">{_("It begins at once and ends by itself; at the latest on {p[latest]}, three hours before registration opens.")}</p>{if err_closes_at}<p class="error" id="closes_at-error">{err_closes_at}</p>{end}
<input type="datetime-local" id="closes_at" name="closes_at" value="{val_closes_at}"{if err_closes_at} aria-invalid="true" aria-describedby="closes_at-hint closes_at-error"{else} aria-describedby="closes_at-hint"{end}></div>
<div class="actions"><button class="btn" name="decision" value="start">{_("Begin the practice")}</button></div>
</form>
{else}<div class="empty"><p>{_("A practice needs at least three hours before registration opens; in term {p[term]} there is no such time any more.")}</p></div>{end}{end}{end}
{if past}<table class="list"><caption>{_("Earlier practices")}</caption>
<thead><tr><th scope="col">{_("Term")}</th><th scope="col">{_("Began")}</th><th scope="col">{_("Ended")}</th><th scope="col">{_("Started by")}</th><th scope="col" class="num">{_("Students")}</th><th scope="col" class="num">{_("Registrations")}</th></tr></thead><tbody>{for h in past}
<tr><th scope="row">{h[term]}</th><td data-label="{_("Began")}">{h[opens_at]}</td><td data-label="{_("Ended")}">{h[ended_at]}</td><td data-label="{_("Started by")}">{h[started_name]}</td><td class="num" data-label="{_("Students")}">{h[students]} / {h[rights]}</td><td class="num" data-label="{_("Registrations")}">{h[registered]}</td></tr>{end}
</tbody></table>{end}
