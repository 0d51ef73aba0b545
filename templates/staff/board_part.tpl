<div id="board"{if live} data-refresh="3" data-from="/staff/board?part=1"{end}>
<ul class="cards">
<li class="card"><p>{_("Registrations per second")}</p><p class="figure num">{rate_now}</p></li>
<li class="card"><p>{_("Waiting for a decision")}</p><p class="figure"><span class="num">{waiting}</span> {if (waiting == "0")}{else}<small>{_("the first for {oldest} s")}</small>{end}</p></li>
{if room}<li class="card now"><p>{_("In the waiting room")}</p><p class="figure"><span class="num">{room_waiting}</span> <small>{_("{room_in} {room_in:was|were} let in")}</small></p></li>
{end}<li class="card"><p>{_("Seats taken")}</p><p class="figure"><span class="num">{taken}</span> <small>/ {total}</small></p></li>
</ul>
<div class="split"><div>
<figure class="plot"><figcaption>{_("Registrations per second")}: <span class="soft">{if quiet}{_("the last 36 hours")}{else}{_("the last 30 minutes")}{end}, {_("at most {most}")}</span></figcaption><svg viewBox="0 0 640 180" role="img" aria-label="{_("Registrations per second, as a line; the table below has the numbers")}"><path class="grid" d="M0 12H640M0 91H640"/><path class="axis" d="M0 170H640"/><polyline class="line1" points="{points}"/></svg>
<p class="row ends"><span>{if quiet}{_("36 hours ago")}{else}{_("30 minutes ago")}{end}</span><span>{_("now")}</span></p></figure>
<figure class="plot"><figcaption>{_("Refusals by reason")}: <span class="soft">{_("at most {most_refused} in a bar")}</span></figcaption><svg viewBox="0 0 640 180" role="img" aria-label="{_("Refusals by reason, as stacked bars; the table below has the numbers")}"><path class="grid" d="M0 12H640M0 91H640"/>{for b in bars}<rect class="s{b[kind]}" x="{b[x]}" y="{b[y]}" width="17" height="{b[h]}"/>{end}<path class="axis" d="M0 170H640"/></svg>
<p class="row ends"><span>{if quiet}{_("36 hours ago")}{else}{_("30 minutes ago")}{end}</span><span>{_("now")}</span></p>
{if reasons}<p class="row">{for r in reasons}<span data-reason><svg class="key" viewBox="0 0 12 12" aria-hidden="true"><rect class="s{r[kind]}" width="12" height="12"/></svg> {r[label]} <b class="num">{r[n]}</b></span>{end}</p>{else}<p class="soft">{_("Nothing was refused.")}</p>{end}</figure>
<details class="more"><summary>{_("Both as a table")}</summary>{if parts}<table><caption>{_("Registrations and refusals")}</caption><thead><tr><th scope="col">{_("When")}</th><th scope="col" class="num">{_("Registered")}</th><th scope="col" class="num">{_("Full")}</th><th scope="col" class="num">{_("Overlap")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col" class="num">{_("Other reasons")}</th></tr></thead><tbody>{for p in parts}
<tr><th scope="row">{p[when]}</th><td class="num">{p[done]}</td><td class="num">{p[full]}</td><td class="num">{p[conflict]}</td><td class="num">{p[credits]}</td><td class="num">{p[other]}</td></tr>{end}
</tbody></table>{else}<p class="soft">{_("Nothing has been registered or refused in this time.")}</p>{end}</details>
</div><div>
<table><caption>{_("Seats by school")}</caption><thead><tr><th scope="col">{_("School")}</th><th scope="col">{_("Seats")}</th><th scope="col" class="num">%</th></tr></thead><tbody>{for s in schools}
<tr><th scope="row">{s[name]}</th><td><span class="seats"><b>{s[taken]}</b> / {s[total]}<meter min="0" max="{s[total]}" value="{s[taken]}" aria-label="{s[name]}"></meter></span></td><td class="num"><b>{s[percent]}</b></td></tr>{end}
</tbody></table>
</div></div>
</div>
