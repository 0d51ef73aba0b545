<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Keep the head of the audit")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Keep the head of the audit")}</h1>
<p class="lead">{_("Every act of your students, of your colleagues and of the host university is written down and sealed every few seconds. Whoever keeps one head can show years later whether anything up to that moment was changed or removed.")}</p>
</header>
{messages}{errors}
{if n}<section><h2>{_("Head {n}")}</h2>
<p>{_("Signed {signed_at}. It covers {rows} {rows:row|rows}: numbers and hashes only, nobody's data.")}</p>
<div class="actions"><a class="btn" href="/partner/seal.txt">{_("Download the head")}</a></div>
<pre class="letter" data-head>{file}</pre></section>
<section><h2>{_("What to do with it")}</h2>
<ul><li>{_("Keep the file where this system cannot reach it, for example with your lists. Once a term is enough, after each final list is better.")}</li>
<li>{_("If you ever doubt the record, send the file to the host university and ask for the result of sojourn audit verify with it: it names every row that is not as it was.")}</li></ul></section>
{else}<div class="empty"><p>{_("Nothing has been sealed yet; the first head follows within seconds of the first act.")}</p></div>{end}
