<header class="page-head">
<h1>{_("Desk")}</h1>
<p class="lead">{_("What waits for you, the oldest first. A number leads to its list.")}</p>
</header>
{messages}{errors}
{if clock_was}<div class="callout warn" data-clock="behind"><h2>{_("The clock of this machine is behind")}</h2>
<p>{_("It says {clock_is}, but it has been {clock_was}. Windows and deadlines stand still until it has caught up.")} {if clock_log}{_("What is issued until then stands in the log with the time of the entry before.")} {end}{_("Tell those who run the machine.")}</p></div>{end}
<ul class="cards">{for q in queues}
<li class="card{if (q[n] == "0")} zero{end}"><a class="queue" href="{q[url]}"><span class="n">{q[n]}</span><span class="what">{q[what]}</span>
{if (q[n] == "0")}<span class="due">{_("nothing to do")}</span>{else}{if q[due]}<span class="due{if q[late]} late{end}">{_("oldest due")} {q[due]}{if q[late]}, {_("overdue")}{end}</span>{end}{end}</a></li>{end}
</ul>
<h2>{_("Registration in figures")}</h2>
{board}
<p class="no-print"><a href="/staff/board">{_("The live board by itself")}</a></p>
<h2>{_("Everything at this desk")}</h2>
<ul class="cards">{for l in links}
<li class="card"><h3><a href="{l[url]}">{l[label]}</a></h3><p>{l[hint]}</p></li>{end}
</ul>
