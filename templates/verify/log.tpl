<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/verify">{_("Is a document genuine?")}</a></li><li aria-current="page">{_("The log of issued documents")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("The log of issued documents")}</h1>
<p class="lead">{_("Every document that is issued, and every one that is taken back, is an entry here. Entries hold serial numbers and hashes, nothing about people.")}</p>
</header>
{messages}
{if size}<dl class="facts">
<div><dt>{_("Entries")}</dt><dd>{size}</dd></div>
<div><dt>{_("Root of the tree")}</dt><dd><span class="code">{root}</span></dd></div>
<div><dt>{_("Signed at")}</dt><dd>{at}</dd></div>
<div><dt>{_("Signed with")}</dt><dd>{key}</dd></div>
</dl>{else}<div class="empty"><p>{_("Nothing has been issued yet.")}</p></div>{end}
<h2>{_("Checking us")}</h2>
<p>{_("The log is a Merkle tree after RFC 6962. Whoever keeps a signed head can show later that nothing before it was changed, removed or put in afterwards.")}</p>
<ul>
<li>{if size}<a href="/verify/log/head.json">head.json</a>{else}head.json{end}: {_("the newest signed head; size= gives an earlier one")}</li>
<li><a href="/verify/log/entries.json">entries.json</a>: {_("the entries; from= and count=")}</li>
<li>inclusion.json: {_("that a document stands in the log; serial= and size=")}</li>
<li>consistency.json: {_("that an earlier head is the beginning of a later one; from= and to=")}</li>
<li><a href="/verify/keys">keys</a>: {_("the public keys, old ones too")}</li>
</ul>
