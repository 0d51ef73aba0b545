<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol><li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Letters of recommendation")}</li></ol></nav>
<header class="page-head">
<h1>{_("Letters of recommendation")}</h1>{if n_late} <span class="badge bad">{_("{n_late} overdue")}</span>{end}
<p class="lead">{_("Due by the end of the second working day after they were asked for (R115), by the calendar of holidays. The clock stops when a letter can be fetched or has been sent off.")}</p>
</header>
{messages}{errors}
<nav aria-label="{_("Filter")}"><ul class="chips">
<li><a href="?state="{if (state == "")} aria-current="true"{end}>{_("Open")} <b class="num">{n_open}</b></a></li>
<li><a href="?state=mine"{if (state == "mine")} aria-current="true"{end}>{_("Mine")} <b class="num">{n_mine}</b></a></li>
<li><a href="?state=requested"{if (state == "requested")} aria-current="true"{end}>{_("Without an author")} <b class="num">{n_requested}</b></a></li>
<li><a href="?state=writing"{if (state == "writing")} aria-current="true"{end}>{_("Being written")} <b class="num">{n_writing}</b></a></li>
<li><a href="?state=review"{if (state == "review")} aria-current="true"{end}>{_("To read")} <b class="num">{n_review}</b></a></li>
<li><a href="?state=approved"{if (state == "approved")} aria-current="true"{end}>{_("Being issued")} <b class="num">{n_approved}</b></a></li>
<li><a href="?state=issued"{if (state == "issued")} aria-current="true"{end}>{_("To deliver")} <b class="num">{n_issued}</b></a></li>
<li><a href="?state=delivered"{if (state == "delivered")} aria-current="true"{end}>{_("Delivered")} <b class="num">{n_delivered}</b></a></li>
</ul></nav>
<form class="filters" method="get" role="search"><div><label for="q">{_("Name, ID or recipient")}</label><input id="q" name="q" type="search" value="{val_q}"></div><input type="hidden" name="state" value="{state}"><button class="btn second">{_("Search")}</button></form>
{if letters}<table class="list"><caption>{_("Letters of recommendation")}</caption>
<thead><tr><th scope="col">{_("Student")}</th><th scope="col">{_("Recipient")}</th><th scope="col">{_("Due")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Author")}</th><th scope="col">{_("Officer")}</th></tr></thead>
<tbody>{for l in letters}<tr data-letter="{l[letter]}" data-state="{l[state]}"{if l[late]} data-late="{l[hours]}"{end}><th scope="row"><a href="/staff/letters/{l[letter]}">{l[student]}</a> <small>{l[id]}</small></th><td data-label="{_("Recipient")}">{l[recipient]} <small>{if (l[language] == "ko")}한국어{end}{if (l[language] == "en")}English{end}{if (l[language] == "ja")}日本語{end} · {if (l[delivery] == "download")}{_("Download")}{end}{if (l[delivery] == "pickup")}{_("Pick-up")}{end}{if (l[delivery] == "post")}{_("By post")}{end}</small></td><td data-label="{_("Due")}">{l[due]}{if l[late]} <span class="badge bad">{_("overdue {l[hours]} h")}</span>{end}{if l[deadline]} <small>{_("needed by {l[deadline]}")}</small>{end}</td><td data-label="{_("State")}">{if (l[state] == "requested")}<span class="badge warn">{_("Without an author")}</span>{end}{if (l[state] == "writing")}<span class="badge info">{_("Being written")}</span>{if l[link_over]} <span class="badge warn">{_("link run out")}</span>{end}{end}{if (l[state] == "review")}<span class="badge warn">{_("To read")}</span>{end}{if (l[state] == "approved")}{if l[failed]}<span class="badge bad">{_("Could not be printed")}</span>{else}<span class="badge info">{_("Being issued")}</span>{end}{end}{if (l[state] == "issued")}<span class="badge warn">{_("To deliver")}</span>{end}{if (l[state] == "delivered")}<span class="badge ok">{_("Delivered")}</span>{end}{if (l[state] == "cancelled")}<span class="badge">{_("Taken back")}</span>{end}{if (l[state] == "refused")}<span class="badge">{_("Refused")}</span>{end}{if (l[state] == "revoked")}<span class="badge bad">{_("Revoked")}</span>{end}</td><td data-label="{_("Author")}">{if l[author]}{l[author]}{if l[outside]} <small>{_("by link")}</small>{end}{else}–{end}</td><td data-label="{_("Officer")}">{if l[officer]}{l[officer]}{else}–{end}</td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{_("No letters here. What students ask for appears at once; the next due is at the top.")}</p></div>{end}
