<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Sections")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Sections")}</h1>
<p class="lead">{_("Seats and closing. The number of seats never falls below those taken; who is registered in a closed section gets a mail.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/sections" role="search">
<div><label for="show-term">{_("Term")}</label><select id="show-term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="school">{_("School")}</label><select id="school" name="school"><option value="">{_("All schools")}</option>{for s in schools}{if (s[kind] == "school")}<option value="{s[code]}"{if (s[code] == val_school)} selected{end}>{s[name]}</option>{end}{end}</select></div>
<div><label for="state">{_("State")}</label><select id="state" name="state"><option value="">{_("Any")}</option><option value="open"{if is_state_open} selected{end}>{_("Taking place")}</option><option value="closed"{if is_state_closed} selected{end}>{_("Not taking place")}</option></select></div>
<div><label for="q">{_("Title, code or instructor")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<button class="btn second">{_("Search")}</button>
</form>
{for s in one}{if (s[code] == val_section)}
<section class="card" aria-labelledby="one">
<h2 id="one">{s[code]} {s[title]}</h2>
<p>{_("Seats taken")}: <b class="num">{s[taken]}</b> / <span class="num">{s[capacity]}</span>{if (s[state] == "closed")} <span class="badge bad">{_("Not taking place")}</span> {s[state_reason]}{end}</p>
{if s[choose_till]}<p data-lost="{s[lost]}">{_("{s[lost]:One person was|# people were} registered and may choose another section until {s[choose_till]}.")}</p>{end}
<div class="grid2">
<form method="post" action="/staff/sections" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="term" value="{s[term]}">
<input type="hidden" name="section" value="{s[code]}">
<input type="hidden" name="school" value="{val_school}">
<input type="hidden" name="state" value="{val_state}">
<input type="hidden" name="q" value="{val_q}">
<input type="hidden" name="page" value="{val_page}">
<div class="field{if err_capacity} bad{end}"><label for="capacity">{_("Seats")} <span class="need">{_("(required)")}</span></label>
{if err_capacity}<p class="error" id="capacity-error">{err_capacity}</p>{end}
<input type="number" class="short" id="capacity" name="capacity" value="{if val_capacity}{val_capacity}{else}{s[capacity]}{end}"{if err_capacity} aria-invalid="true" aria-describedby="capacity-error"{end} min="0" max="5000"></div>
<div class="actions"><button class="btn">{_("Save the seats")}</button></div>
</form>{if (s[state] == "open")}
<form method="post" action="/staff/sections/close" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}-c">
<input type="hidden" name="term" value="{s[term]}">
<input type="hidden" name="section" value="{s[code]}">
<input type="hidden" name="school" value="{val_school}">
<input type="hidden" name="state" value="{val_state}">
<input type="hidden" name="q" value="{val_q}">
<input type="hidden" name="page" value="{val_page}">
{if may_close}<div class="field{if err_reason} bad{end}"><label for="reason">{_("Why it is closed")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="reason-hint">{_("Those registered read it in their mail.")}</p>{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<input id="reason" name="reason" value="{val_reason}"{if err_reason} aria-invalid="true" aria-describedby="reason-hint reason-error"{else} aria-describedby="reason-hint"{end}></div>{else}<div class="field"><label for="reason">{_("Why it is closed")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="reason-hint">{_("Those registered read it in their mail.")}</p><input id="reason" name="reason" aria-describedby="reason-hint"></div>{end}
<div class="field{if err_until} bad{end}"><label for="until">{_("They may choose another section until")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="until-hint">{_("Left empty: some working days, as the rules say. The window is open for them alone and for as many credits as they lose.")}</p>{if err_until}<p class="error" id="until-error">{err_until}</p>{end}
<input type="datetime-local" id="until" name="until" value="{val_until}"{if err_until} aria-invalid="true" aria-describedby="until-hint until-error"{else} aria-describedby="until-hint"{end}></div>
<div class="actions"><button class="btn danger">{_("Close the section")}</button></div>
</form>{end}
</div>
{if (s[state] == "open")}<h3 id="later">{_("Seats that come free")}</h3>
<p class="soft">{_("In a full section a seat that comes free can stay closed for a while and open at a moment that nobody knows, so that seats are not handed on.")}{if s[later]} <b data-later="{s[later]}">{_("{s[later]:One seat opens|# seats open} later.")}</b>{end}</p>
<form method="post" action="/staff/sections/delay" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}-d">
<input type="hidden" name="term" value="{s[term]}">
<input type="hidden" name="section" value="{s[code]}">
<div class="field{if err_minutes} bad{end}"><label for="minutes">{_("Minutes at most")} <span class="need">{_("(0: at once)")}</span></label>
{if err_minutes}<p class="error" id="minutes-error">{err_minutes}</p>{end}
<input type="number" class="short" id="minutes" name="minutes" value="{if val_minutes}{val_minutes}{else}{s[delay]}{end}"{if err_minutes} aria-invalid="true" aria-describedby="minutes-error"{end} min="0" max="1440"></div>
<div class="actions"><button class="btn second">{_("Save the minutes")}</button></div>
</form>{end}
<h3 id="agreed">{_("Exchange seats of universities")}</h3>
<p class="soft">{_("How many of the seats the students of a university may take. A university without an agreement takes what is free.")} <span class="rule">{_("Rule")} R2</span></p>
{if quotas}<table><caption>{_("Agreed seats")}</caption><thead><tr><th scope="col">{_("University")}</th><th scope="col">{_("Seats")}</th></tr></thead><tbody>{for x in quotas}
<tr data-quota="{x[university]}"><th scope="row">{x[university_name]} <small>{x[university]}</small></th><td><span class="seats"><b>{x[taken]}</b> / {x[seats]}<meter min="0" max="{x[seats]}" value="{x[taken]}" aria-label="{_("{x[taken]} of {x[seats]} exchange {x[seats]:seat|seats} taken")}"></meter></span></td></tr>{end}
</tbody></table>{end}
<form method="post" action="/staff/sections/quota" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}-q">
<input type="hidden" name="term" value="{s[term]}">
<input type="hidden" name="section" value="{s[code]}">
<div class="grid2">
<div class="field{if err_university} bad{end}"><label for="university">{_("University")} <span class="need">{_("(required)")}</span></label>
{if err_university}<p class="error" id="university-error">{err_university}</p>{end}
<select id="university" name="university"{if err_university} aria-invalid="true" aria-describedby="university-error"{end}><option value="">{_("Please choose")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<div class="field{if err_seats} bad{end}"><label for="seats">{_("Exchange seats")} <span class="need">{_("(empty ends the agreement)")}</span></label>
{if err_seats}<p class="error" id="seats-error">{err_seats}</p>{end}
<input type="number" class="short" id="seats" name="seats" value="{val_seats}"{if err_seats} aria-invalid="true" aria-describedby="seats-error"{end} min="0" max="5000"></div>
</div>
<div class="actions"><button class="btn second">{_("Save the exchange seats")}</button></div>
</form>
{if (s[state] == "open")}<h3 id="waits">{_("Waiting list")}</h3>
<form method="post" action="/staff/sections/waitlist" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-w"><input type="hidden" name="term" value="{s[term]}"><input type="hidden" name="section" value="{s[code]}"><input type="hidden" name="school" value="{val_school}"><input type="hidden" name="state" value="{val_state}"><input type="hidden" name="q" value="{val_q}"><input type="hidden" name="page" value="{val_page}">
<p data-waits="{s[waits]}">{if s[waitlist]}{_("It has a waiting list; {s[waits]:one person waits|# people wait}.")}{else}{_("It has no waiting list; {s[waits]:one person still waits|# people still wait}.")}{end}</p>
<div class="actions">{if s[waitlist]}<button class="btn plain" name="decision" value="off">{_("Take nobody more on the list")}</button>{else}<button class="btn second" name="decision" value="on">{_("Open a waiting list")}</button>{end}</div></form>{end}
</section>{end}{end}
{if shown}<table class="list"><caption>{_("{total} {total:section|sections}")}</caption>
<thead><tr><th scope="col">{_("Section")}</th><th scope="col">{_("School")}</th><th scope="col">{_("Instructor")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("Seats")}</th><th scope="col">{_("State")}</th></tr></thead><tbody>
{rows}</tbody></table>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("No section fits these filters.")} <a href="/staff/sections">{_("Show all")}</a></p></div>{end}
