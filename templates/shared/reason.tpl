<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="{above}">{above_word}</a></li><li aria-current="page">{_("What files are for")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("What files are for")}</h1>
<p class="lead">{_("Lists hold names, birth dates and addresses of many people. Please say once what you need them as files for; it is noted with each download of this login, with your name and the time.")}</p>
</header>
{messages}{errors}
<form method="post" action="{here}" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="next" value="{back}">
<div class="field{if err_reason} bad{end}"><label for="reason">{_("What the file is for")} <span class="need">{_("(required)")}</span></label>
{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<select id="reason" name="reason"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}><option value="">{_("Please choose")}</option>{for r in reasons}<option value="{r[code]}"{if r[on]} selected{end}>{r[label]}</option>{end}</select></div>
<div class="field{if err_words} bad{end}"><label for="words">{_("In your own words")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="words-hint">{_("If you chose something else, please say what for. No names of students, please. It is deleted after a year.")}</p>
{if err_words}<p class="error" id="words-error">{err_words}</p>{end}
<input id="words" name="words" value="{words}" maxlength="200" autocomplete="off" aria-describedby="words-hint{if err_words} words-error{end}"{if err_words} aria-invalid="true"{end}></div>
<div class="actions"><button class="btn">{_("Go on to the files")}</button> <a class="btn plain" href="{back}">{_("Back")}</a></div>
</form>
