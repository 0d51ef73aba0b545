<header class="page-head">
<h1>{_("Demo mailbox")}</h1>
<p class="lead">{_("Every mail of the demonstration ends here, whoever it is for.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/demo/mail/" role="search"><div><label for="to">{_("Address")}</label><input id="to" name="to" type="search" value="{val_to}"></div>
<button class="btn second">{_("Search")}</button></form>
{if mails}<ul class="mails">
{for m in mails}<li><a href="/demo/mail/{m[id]}"><span>{m[to]}</span><b>{m[subject]}</b><time>{m[sent]}</time></a></li>
{end}</ul>
{if full}<p class="soft">{_("Only the newest hundred are shown. Search by address for older ones.")}</p>{end}
{else}<div class="empty"><p>{_("No mail has been sent to this address, or none at all yet.")}</p></div>{end}
