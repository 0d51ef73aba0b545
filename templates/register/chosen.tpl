<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol><li><a href="/register">{_("Course registration")}</a></li><li aria-current="page">{_("Not registered")}</li></ol></nav>
<header class="page-head">
<h1>{_("Nothing was registered")}</h1>
<p class="lead">{_("What you asked for is below, with the reason. Your courses are as they were.")}</p>
</header>
{messages}{errors}
{if rows}<form method="post" action="/register/enrol" novalidate data-count>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<table class="list"><caption>{_("What you chose, and what else would fit")}</caption>
<thead><tr><td></td><th scope="col">{_("Course")}</th><th scope="col">{_("Time and room")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("Seats")}</th></tr></thead>
<tbody>
{rows}</tbody></table>
<div class="bar"><output data-sum="{_("%n chosen, %c credits")}">{_("Tick what you want to take.")}</output>
<button class="btn">{_("Try again")}</button> <a class="btn plain" href="/register">{_("Back to my courses")}</a></div>
</form>
{else}<div class="actions"><a class="btn" href="/register">{_("Back to my courses")}</a></div>{end}
