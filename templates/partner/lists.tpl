<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/partner">{_("Your university")}</a></li><li aria-current="page">{_("Lists of registrations")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Lists of registrations")}</h1>
<p class="lead">{_("What your students have registered: a list at the end of course registration, the final one at the end of the change period, and a new version whenever something is different.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/partner/lists">
<div><label for="term">{_("Term")}</label><select id="term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if heads}{for h in heads}<section class="card" aria-labelledby="head" data-list="{h[id]}" data-version="{h[version]}" data-stage="{h[stage]}"><h2 id="head">{h[stage_word]} · {_("version {h[version]}")}</h2>
<p>{if h[acknowledged_at]}<span class="badge ok">{_("Acknowledged")}</span>{else}{if h[newest]}<span class="badge {if h[late]}bad{else}warn{end}">{if h[late]}{_("To acknowledge, overdue")}{else}{_("To acknowledge")}{end}</span>{else}<span class="badge">{_("There is a newer version")}</span>{end}{end} {_("Made {h[made_at]}.")} {if h[acknowledged_at]}{_("Acknowledged {h[acknowledged_at]}.")}{else}{if h[newest]}{_("Please acknowledge it until {h[due_at]}.")}{end}{end}</p>
<dl class="tiles"><div><dt>{_("Students")}</dt><dd>{h[students]}</dd></div><div><dt>{_("Registrations")}</dt><dd>{h[registrations]}</dd></div><div><dt>{_("Credits")}</dt><dd>{h[credits]}</dd></div>{if (h[version] != "1")}<div><dt>{_("Added since version {h[before]}")}</dt><dd>{h[added]}</dd></div><div><dt>{_("Removed")}</dt><dd>{h[removed]}</dd></div><div><dt>{_("Changed")}</dt><dd>{h[changed]}</dd></div>{end}</dl>
<div class="actions">{if (h[newest] && (h[acknowledged_at] == ""))}<form method="post" action="/partner/lists" novalidate><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}"><input type="hidden" name="term" value="{h[term]}"><input type="hidden" name="list" value="{h[id]}"><button class="btn">{_("Acknowledge version {h[version]}")}</button></form>{end}<a class="btn second" href="/partner/lists/{h[id]}.xlsx">{_("Download as XLSX")}</a></div></section>
{if h[recommend]}<div class="callout"><h2>{_("Your university recommends by this list")}</h2><p>{_("Who is not recommended keeps the courses but gets no credits.")} <a href="/partner/recommend?term={h[term]}&amp;state=none">{_("Recommend applicants")}</a></p><p class="rule">{_("Rule")} R45, R46</p></div>{end}
<nav aria-label="{_("Filter")}"><ul class="chips">
<li><a href="?term={h[term]}&amp;list={h[id]}"{if is_show_changes}{else} aria-current="true"{end}>{_("All registrations")}</a></li>
{if (h[version] != "1")}<li><a href="?term={h[term]}&amp;list={h[id]}&amp;show=changes"{if is_show_changes} aria-current="true"{end}>{_("What is different from version {h[before]}")}</a></li>{end}
</ul></nav>
{if rows}{if (h[recommend] && may_recommend)}<form method="post" action="/partner/recommend" novalidate data-count data-select><input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}-r"><input type="hidden" name="term" value="{h[term]}">{end}
<table class="list"><caption>{_("Registrations of version {h[version]}")}</caption><thead><tr>{if (h[recommend] && may_recommend)}<td><label class="tick" hidden><input type="checkbox" data-all> <span class="hidden">{_("All")}</span></label></td>{end}<th scope="col">{_("Name")}</th><th scope="col">{_("Section")}</th><th scope="col" class="num">{_("Credits")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Change")}</th></tr></thead><tbody>
{for r in rows}<tr data-application="{r[application]}" data-section="{r[section]}" data-mark="{r[mark]}">{if (h[recommend] && may_recommend)}<td>{if r[first]}<label class="tick"><input type="checkbox" name="application" value="{r[application]}"> <span class="hidden">{_("Choose {r[name_native]}")}</span></label>{end}</td>{end}<th scope="row"><a href="/partner/students/{r[application]}">{r[name_native]}</a> <small>{r[name_latin]}</small> <small>{r[student_no]}{if r[department]} · {r[department]}{end}</small>{if (h[recommend] && r[first])} <span class="badge{if (r[recommendation] == "recommended")} ok{end}{if (r[recommendation] == "refused")} bad{end}">{r[recommendation_word]}</span>{end}</th>
<td data-label="{_("Section")}">{if r[section]}{r[section]} <small>{r[title]}</small>{else}–{end}</td><td class="num" data-label="{_("Credits")}">{r[credits]}</td><td data-label="{_("State")}">{if (r[mark] == "removed")}<del>{r[was_state_word]}</del> {else}{if r[was_state]}<del>{r[was_state_word]}</del> {end}{end}{r[state_word]}{if r[credit_granted]}{else}<span class="why">{_("without credit")}</span>{end}</td>
<td data-label="{_("Change")}">{if (r[mark] == "same")}–{else}<span class="badge {if (r[mark] == "added")}ok{else}{if (r[mark] == "removed")}bad{else}warn{end}{end}">{r[mark_word]}</span>{if r[was_no]} <del>{r[was_no]}</del>{end}{if r[was_name]} <del>{r[was_name]}</del>{end}{if r[was_department]} <del>{r[was_department]}</del>{end}{if r[was_credits]} <del>{r[was_credits]}</del>{end}{end}</td></tr>
{end}</tbody></table>
{if (h[recommend] && may_recommend)}<div class="bar"><output data-sum="{_("%n chosen")}">{_("Tick whom you want to decide about.")}</output>
<div class="field"><label for="decision">{_("Decision")}</label><select id="decision" name="decision"><option value="recommend">{_("Recommend")}</option><option value="refuse">{_("Do not recommend")}</option></select></div>
<div class="field"><label for="reason">{_("Reason")} <span class="need">{_("(needed to refuse)")}</span></label><input id="reason" name="reason" maxlength="1000"></div>
<button class="btn">{_("Record")}</button></div></form>{end}
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("Nothing is different from the version before.")}</p></div>{end}{end}
<h2>{_("All versions")}</h2>
<table class="list"><caption>{_("Versions of term {term}")}</caption><thead><tr><th scope="col">{_("Version")}</th><th scope="col">{_("Made")}</th><th scope="col" class="num">{_("Registrations")}</th><th scope="col">{_("Change")}</th><th scope="col">{_("Acknowledged")}</th></tr></thead><tbody>
{for l in lists}<tr data-version="{l[version]}"><th scope="row"><a href="?term={term}&amp;list={l[id]}">{_("version {l[version]}")}</a> <small>{l[stage_word]}</small></th><td data-label="{_("Made")}">{l[made_at]}</td><td class="num" data-label="{_("Registrations")}">{l[registrations]}</td><td data-label="{_("Change")}">{if (l[version] == "1")}–{else}{_("{l[added]} added, {l[removed]} removed, {l[changed]} changed")}{end}</td><td data-label="{_("Acknowledged")}">{if l[acknowledged_at]}{l[acknowledged_at]} <small>{l[acknowledged_name]}{if l[letter_no]} · {_("letter {l[letter_no]}")}{end}</small>{else}{if l[newest]}{_("due {l[due_at]}")}{if l[late]} <span class="badge bad">{_("overdue")}</span>{end}{else}–{end}{end}</td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{if register_closes}{_("The first list is made when course registration ends, {register_closes}.")}{else}{_("There is no list of this term.")}{end} <a href="/partner/students?term={term}">{_("Our students")}</a></p></div>{end}
