<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Live board")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Live board")}</h1>
</header>
{messages}{errors}
{board}
<p class="no-print">{if still}<a href="/staff/board">{_("Keep it up to date")}</a>{else}<a href="/staff/board?still=1">{_("Stand still")}</a>{end}</p>
