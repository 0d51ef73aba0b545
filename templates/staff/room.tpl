<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Waiting room")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Waiting room")}</h1> {if open}<span class="badge warn">{_("The room is open")}</span>{else}<span class="badge">{_("The room is closed")}</span>{end}
<p class="lead">{_("When more students come to registration than it can serve, they wait here in the order of arrival, one place each, and are let in automatically. Acts of those who are in go on.")}</p>
</header>
{messages}{errors}
<section id="room-now" data-refresh="5" aria-labelledby="now"><h2 id="now">{_("Now")}</h2>
<dl class="tiles">
<div><dt>{_("Waiting")}</dt><dd>{waiting}</dd></div>
<div><dt>{_("Let in")}</dt><dd>{let_in}</dd></div>
<div><dt>{_("Away, will be passed over")}</dt><dd>{away}</dd></div>
<div><dt>{_("Let in a second, lately")}</dt><dd>{pace}</dd></div>
<div><dt>{_("Minutes for the last in the row")}</dt><dd>{if wait_minutes}{wait_minutes}{else}–{end}</dd></div>
<div><dt>{_("Pages being made at this moment")}</dt><dd>{pages}</dd></div>
</dl>
{if open}<p>{_("Open since {opened_at}; {came:one student has|# students have} come, {inside} had the page open before.")}</p>{else}<p>{_("Closed: every student goes straight to registration. No ticket is given.")}</p>{end}
</section>
<section aria-labelledby="set"><h2 id="set">{_("Settings")}</h2>
<form method="post" action="/staff/room" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<fieldset class="choices boxed"><legend>{_("The waiting room")}</legend>
<label class="choice"><input type="radio" name="mode" value="auto"{if (now_mode == "auto")} checked{end}> <span>{_("Opens by itself")} <small>{_("when pages of registration pile up; closes when nobody waits any more")}</small></span></label>
<label class="choice"><input type="radio" name="mode" value="on"{if (now_mode == "on")} checked{end}> <span>{_("Kept open")} <small>{_("from now on, until this is changed")}</small></span></label>
<label class="choice"><input type="radio" name="mode" value="off"{if (now_mode == "off")} checked{end}> <span>{_("Kept closed")} <small>{_("whatever comes; whoever waits goes in at once")}</small></span></label>
</fieldset>
<div class="field{if err_rate} bad{end}"><label for="rate">{_("Let in a second, at most")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="rate-hint">{_("Pages a second that the machine makes with ease; docs/operating.md says how to measure it.")}</p>
{if err_rate}<p class="error" id="rate-error">{err_rate}</p>{end}
<input class="short num" id="rate" name="rate" inputmode="numeric" value="{now_rate}" aria-describedby="rate-hint{if err_rate} rate-error{end}"{if err_rate} aria-invalid="true"{end}></div>
<div class="field{if err_open_at} bad{end}"><label for="open_at">{_("Opens at so many pages at once")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="open_at-hint">{_("Counted over all programs, at any moment.")}</p>
{if err_open_at}<p class="error" id="open_at-error">{err_open_at}</p>{end}
<input class="short num" id="open_at" name="open_at" inputmode="numeric" value="{now_open_at}" aria-describedby="open_at-hint{if err_open_at} open_at-error{end}"{if err_open_at} aria-invalid="true"{end}></div>
<div class="field{if err_hold_at} bad{end}"><label for="hold_at">{_("Lets nobody in above so many")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="hold_at-hint">{_("While so many pages are being made, the row stands still.")}</p>
{if err_hold_at}<p class="error" id="hold_at-error">{err_hold_at}</p>{end}
<input class="short num" id="hold_at" name="hold_at" inputmode="numeric" value="{now_hold_at}" aria-describedby="hold_at-hint{if err_hold_at} hold_at-error{end}"{if err_hold_at} aria-invalid="true"{end}></div>
<div class="field{if err_quiet} bad{end}"><label for="quiet">{_("Closes after so many quiet seconds")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="quiet-hint">{_("Seconds in which nobody waited.")}</p>
{if err_quiet}<p class="error" id="quiet-error">{err_quiet}</p>{end}
<input class="short num" id="quiet" name="quiet" inputmode="numeric" value="{now_quiet}" aria-describedby="quiet-hint{if err_quiet} quiet-error{end}"{if err_quiet} aria-invalid="true"{end}></div>
<div class="field{if err_unseen} bad{end}"><label for="unseen">{_("Passes over who was away for so many seconds")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="unseen-hint">{_("Somebody passed over goes in as soon as he is back.")}</p>
{if err_unseen}<p class="error" id="unseen-error">{err_unseen}</p>{end}
<input class="short num" id="unseen" name="unseen" inputmode="numeric" value="{now_unseen}" aria-describedby="unseen-hint{if err_unseen} unseen-error{end}"{if err_unseen} aria-invalid="true"{end}></div>
<div class="actions"><button class="btn">{_("Save")}</button></div>
</form></section>
