<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Mail")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Mail")}</h1>
<p class="lead">{_("What went out and what did not arrive. A mail can be sent again, one at a time to a corrected address.")}</p>
</header>
{messages}{errors}
<nav aria-label="{_("State")}"><ul class="chips">
<li><a href="/staff/mail"{if (val_state == "")} aria-current="true"{end}>{_("All")}</a></li>{for c in counts}{if (c[what] == "state")}
<li><a href="?state={c[word]}"{if (c[word] == val_state)} aria-current="true"{end}>{if (c[word] == "failed")}{_("Not delivered")}{end}{if (c[word] == "queued")}{_("Waiting")}{end}{if (c[word] == "sending")}{_("Being sent")}{end}{if (c[word] == "sent")}{_("Sent")}{end}{if (c[word] == "dropped")}{_("Not needed any more")}{end} <b class="num">{c[n]}</b></a></li>{end}{end}
</ul></nav>
<form class="filters" method="get" action="/staff/mail" role="search">
<input type="hidden" name="state" value="{val_state}">
<div><label for="kind">{_("Kind")}</label><select id="kind" name="kind"><option value="">{_("Any")}</option>{for c in counts}{if (c[what] == "kind")}<option value="{c[word]}"{if (c[word] == val_kind)} selected{end}>{c[word]} ({c[n]})</option>{end}{end}</select></div>
<div><label for="q">{_("Address, name or number")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if shown}<form method="post" action="/staff/mail" novalidate data-count data-select id="mail">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="state" value="{val_state}">
<input type="hidden" name="kind" value="{val_kind}">
<input type="hidden" name="q" value="{val_q}">
<input type="hidden" name="page" value="{val_page}">
<table class="list"><caption>{_("{total} {total:mail|mails}")}</caption>
<thead><tr><td><label class="tick" hidden><input type="checkbox" data-all> <span class="hidden">{_("All")}</span></label></td><th scope="col">{_("To")}</th><th scope="col">{_("Kind")}</th><th scope="col">{_("State")}</th><th scope="col">{_("When")}</th></tr></thead><tbody>
{rows}</tbody></table>
<div class="bar"><output data-sum="{_("%n chosen")}">{_("Tick what is to be sent again.")}</output>
<div class="field{if err_to_address} bad{end}"><label for="to_address">{_("Corrected address")} <span class="need">{_("(optional, for one mail)")}</span></label>
{if err_to_address}<p class="error" id="to_address-error">{err_to_address}</p>{end}
<input type="email" id="to_address" name="to_address" value="{val_to_address}"{if err_to_address} aria-invalid="true" aria-describedby="to_address-error"{end}></div>
<button class="btn">{_("Send again")}</button></div>
</form>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("No mail fits these filters.")} <a href="/staff/mail">{_("Show all")}</a></p></div>{end}
