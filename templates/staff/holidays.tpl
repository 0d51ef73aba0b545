<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Holidays")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Holidays")}</h1>
<p class="lead">{_("Days that are no working days, besides Saturdays and Sundays. Due dates in working days follow them at once.")}</p>
</header>
{messages}{errors}
<form method="post" action="/staff/holidays" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="decision" value="add">
<div class="grid2">
<div class="field{if err_day} bad{end}"><label for="day">{_("Day")} <span class="need">{_("(required)")}</span></label>
{if err_day}<p class="error" id="day-error">{err_day}</p>{end}
<input type="date" class="short" id="day" name="day" value="{val_day}"{if err_day} aria-invalid="true" aria-describedby="day-error"{end}></div>
<div class="field{if err_name} bad{end}"><label for="name">{_("Name")} <span class="need">{_("(required)")}</span></label>
{if err_name}<p class="error" id="name-error">{err_name}</p>{end}
<input id="name" name="name" value="{val_name}"{if err_name} aria-invalid="true" aria-describedby="name-error"{end}></div>
</div>
<div class="actions"><button class="btn">{_("Add the holiday")}</button></div>
</form>
{if holidays}<table class="list"><caption>{_("Holidays")}</caption>
<thead><tr><th scope="col">{_("Day")}</th><th scope="col">{_("Name")}</th><td></td></tr></thead><tbody>{for h in holidays}
<tr{if h[past]} class="off"{end}><th scope="row">{h[day]}</th><td data-label="{_("Name")}">{h[name]}</td><td><form method="post" action="/staff/holidays">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}-{h[iso]}">
<input type="hidden" name="day" value="{h[iso]}"><button class="btn small plain" name="decision" value="remove">{_("Remove")}<span class="hidden"> {h[day]}</span></button></form></td></tr>{end}
</tbody></table>{else}<div class="empty"><p>{_("No holiday is entered yet.")}</p></div>{end}
