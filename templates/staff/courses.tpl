<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Courses")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Courses")}</h1>
<p class="lead">{_("Titles and majors. Many at once come with the import of courses; this page is for one.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/courses" role="search">
<div><label for="school">{_("School")}</label><select id="school" name="school"><option value="">{_("All schools")}</option>{for s in schools}{if (s[kind] == "school")}<option value="{s[code]}"{if (s[code] == val_school)} selected{end}>{s[name]}</option>{end}{end}</select></div>
<div><label for="q">{_("Title or code")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<button class="btn second">{_("Search")}</button>
</form>
{if shown}<table class="list"><caption>{_("{total} {total:course|courses}")}</caption>
<thead><tr><th scope="col">{_("Code")}</th><th scope="col">{_("Title")}</th><th scope="col">{_("Major")}</th><th scope="col" class="num">{_("Sections")}</th></tr></thead><tbody>
{rows}</tbody></table>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("No course fits these filters.")} <a href="/staff/courses">{_("Show all")}</a></p></div>{end}
<section id="edit" aria-labelledby="edit-title">
<h2 id="edit-title">{if val_code}{_("Change the course")} {val_code}{else}{_("A new course")}{end}</h2>
<form method="post" action="/staff/courses" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<div class="field{if err_code} bad{end}"><label for="code">{_("Course code")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="code-hint">{_("Two to five capital letters and three to five digits: BIO5012")}</p>{if err_code}<p class="error" id="code-error">{err_code}</p>{end}
<input class="short" id="code" name="code" value="{val_code}"{if err_code} aria-invalid="true" aria-describedby="code-hint code-error"{else} aria-describedby="code-hint"{end}></div>
<div class="field{if err_major} bad{end}"><label for="major">{_("Major")} <span class="need">{_("(required)")}</span></label>{if err_major}<p class="error" id="major-error">{err_major}</p>{end}
<select id="major" name="major"{if err_major} aria-invalid="true" aria-describedby="major-error"{end}><option value="">{_("Please choose")}</option>{for s in schools}{if (s[kind] == "major")}<option value="{s[code]}"{if val_major}{if (s[code] == val_major)} selected{end}{else}{for x in one}{if ((x[code] == val_code) && (x[major] == s[code]))} selected{end}{end}{end}>{s[name]}</option>{end}{end}</select></div>
<div class="field{if err_title_ko} bad{end}"><label for="title_ko">{_("Title in Korean")} <span class="need">{_("(required)")}</span></label>
{if err_title_ko}<p class="error" id="title_ko-error">{err_title_ko}</p>{end}
<input id="title_ko" name="title_ko" value="{if val_title_ko}{val_title_ko}{else}{for x in one}{if (x[code] == val_code)}{x[title_ko]}{end}{end}{end}"{if err_title_ko} aria-invalid="true" aria-describedby="title_ko-error"{end}></div>
<div class="field{if err_title_en} bad{end}"><label for="title_en">{_("Title in English")} <span class="need">{_("(required)")}</span></label>
{if err_title_en}<p class="error" id="title_en-error">{err_title_en}</p>{end}
<input id="title_en" name="title_en" value="{if val_title_en}{val_title_en}{else}{for x in one}{if (x[code] == val_code)}{x[title_en]}{end}{end}{end}"{if err_title_en} aria-invalid="true" aria-describedby="title_en-error"{end}></div>
<div class="field{if err_title_ja} bad{end}"><label for="title_ja">{_("Title in Japanese")} <span class="need">{_("(optional)")}</span></label>
{if err_title_ja}<p class="error" id="title_ja-error">{err_title_ja}</p>{end}
<input id="title_ja" name="title_ja" value="{if val_title_ja}{val_title_ja}{else}{for x in one}{if (x[code] == val_code)}{x[title_ja]}{end}{end}{end}"{if err_title_ja} aria-invalid="true" aria-describedby="title_ja-error"{end}></div>
<div class="actions"><button class="btn">{_("Save the course")}</button></div>
</form>
</section>
