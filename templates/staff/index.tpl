<header class="page-head">
<h1>{_("Desk")}</h1>
<p class="lead">{_("What waits for you, the oldest first. A number leads to its list.")}</p>
</header>
{messages}{errors}
<ul class="cards">{for q in queues}
<li class="card{if (q[n] == "0")} zero{end}"><a class="queue" href="{q[url]}"><span class="n">{q[n]}</span><span class="what">{q[what]}</span>
{if (q[n] == "0")}<span class="due">{_("nothing to do")}</span>{else}{if q[due]}<span class="due{if q[late]} late{end}">{_("oldest due")} {q[due]}{if q[late]}, {_("overdue")}{end}</span>{end}{end}</a></li>{end}
</ul>
{if board}<h2>{_("Registration in figures")}</h2>
<div class="split"><div>
{for b in board}{if (b[kind] == "points")}
<figure class="plot"><figcaption>{_("Sections registered per hour")}: <b class="num">{b[n]}</b></figcaption><svg viewBox="0 0 640 180" role="img" aria-label="{_("Sections registered per hour, the last 36 hours")}"><path class="axis" d="M0 170H640"/><polyline class="line1" points="{b[label]}"/></svg>
<details class="more"><summary>{_("As a table")}</summary><table><thead><tr><th scope="col">{_("Hour")}</th><th scope="col" class="num">{_("Sections")}</th></tr></thead><tbody>{for h in board}{if (h[kind] == "hour")}{if (h[n] == "0")}{else}<tr><th scope="row">{h[label]}</th><td class="num">{h[n]}</td></tr>{end}{end}{end}</tbody></table></details></figure>{end}{end}
{if refused}<table><caption>{_("Refusals and their reasons")}</caption><thead><tr><th scope="col">{_("Reason")}</th><th scope="col" class="num">{_("Number")}</th></tr></thead><tbody>{for b in board}{if (b[kind] == "refusal")}
<tr><th scope="row">{b[label]}</th><td class="num">{b[n]}</td></tr>{end}{end}
</tbody></table>{end}
</div><div>
<table><caption>{_("Seats by school")}</caption><thead><tr><th scope="col">{_("School")}</th><th scope="col">{_("Seats")}</th></tr></thead><tbody>{for b in board}{if (b[kind] == "school")}
<tr><th scope="row">{b[label]}</th><td><span class="seats"><b>{b[n]}</b> / {b[total]}<meter min="0" max="{b[total]}" value="{b[n]}" aria-label="{b[label]}"></meter></span></td></tr>{end}{end}
</tbody></table>
</div>
</div>{end}
<h2>{_("Everything at this desk")}</h2>
<ul class="cards">{for l in links}
<li class="card"><h3><a href="{l[url]}">{l[label]}</a></h3><p>{l[hint]}</p></li>{end}
</ul>
