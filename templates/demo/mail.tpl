<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/demo/mail/">{_("Demo mailbox")}</a></li><li aria-current="page">{title}</li>
</ol></nav>
<header class="page-head">
<h1>{title}</h1>
</header>
{messages}
<dl class="facts">
<div><dt>{_("Sender")}</dt><dd>{from}</dd></div>
<div><dt>{_("To")}</dt><dd>{to}</dd></div>
<div><dt>{_("Sent")}</dt><dd>{sent}</dd></div>
<div><dt>{_("Kind")}</dt><dd><code>{kind}</code></dd></div>
</dl>
<pre class="letter"{if speaks} lang="{speaks}"{end}>{for l in lines}{if l[link]}<a href="{l[text]}">{l[text]}</a>{else}{l[text]}{end}
{end}</pre>
