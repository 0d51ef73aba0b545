<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("People")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("People")}</h1>
<p class="lead">{_("Who logs in here: colleagues, and people at the universities. Everybody sets a password of his own with the link in his mail.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/people" role="search">
<div><label for="kind">{_("Kind")}</label><select id="kind" name="kind"><option value="">{_("Staff and universities")}</option><option value="staff"{if is_kind_staff} selected{end}>{_("Staff")}</option><option value="partner"{if is_kind_partner} selected{end}>{_("Universities")}</option><option value="student"{if is_kind_student} selected{end}>{_("Students")}</option></select></div>
<div><label for="q">{_("Login, name or address")}</label><input id="q" name="q" type="search" value="{val_q}" maxlength="60"></div>
<button class="btn second">{_("Search")}</button>
</form>
{for p in one}{if (p[login] == val_login)}
<section class="card" aria-labelledby="one">
<h2 id="one">{p[name]} <small>{p[login]}</small></h2>
<p>{p[email]} · {p[university]} · {_("Roles")}: {p[roles]} · {_("logged in")}: <span class="num">{p[sessions]}</span> {p[last_seen]}</p>
{if p[own]}<p class="soft">{_("This is you. Another administrator changes your account.")}</p>{else}
<form method="post" action="/staff/people" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}-o">
<input type="hidden" name="login" value="{p[login]}">
{if (p[kind] != "student")}<div class="field"><label for="one-role">{_("Role")}</label><select id="one-role" name="roles"><option value="admin">{_("Administrator")}</option><option value="academic">{_("Academic team")}</option><option value="affairs">{_("Student affairs team")}</option><option value="instructor">{_("Instructor")}</option><option value="auditor">{_("Auditor")}</option><option value="coordinator">{_("Coordinator of a university")}</option><option value="recommender">{_("Recommender of a university")}</option></select></div>{end}
<div class="actions">{if (p[kind] != "student")}<button class="btn second" name="decision" value="role-add">{_("Give the role")}</button> <button class="btn second" name="decision" value="role-remove">{_("Take the role away")}</button> {end}<button class="btn second" name="decision" value="reset">{_("Send a new link")}</button> {if (p[state] == "disabled")}<button class="btn" name="decision" value="enable">{_("Open the account again")}</button>{else}<button class="btn danger" name="decision" value="disable">{_("Close the account")}</button>{end}</div>
</form>
{if p[app]}<form method="post" action="/staff/people" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}-t">
<input type="hidden" name="login" value="{p[login]}">
<p>{_("Codes come from an authenticator app. End it only when you are sure who asks: seen here, or called back at a number known before.")}</p>
<div class="field{if err_why} bad{end}"><label for="why">{_("Reason")} <span class="need">{_("(required)")}</span></label>{if err_why}<p class="error" id="why-error">{err_why}</p>{end}
<select id="why" name="why"{if err_why} aria-invalid="true" aria-describedby="why-error"{end}><option value="">{_("Please choose")}</option><option value="lost"{if is_why_lost} selected{end}>{_("Telephone and recovery codes lost")}</option><option value="replaced"{if is_why_replaced} selected{end}>{_("Telephone replaced")}</option><option value="unsafe"{if is_why_unsafe} selected{end}>{_("Somebody else may have the key")}</option></select></div>
<div class="actions"><button class="btn danger" name="decision" value="totp-end">{_("End the authenticator app")}</button></div>
</form>{end}{end}
</section>{end}{end}
{if shown}<table class="list"><caption>{_("{total} {total:account|accounts}")}</caption>
<thead><tr><th scope="col">{_("Login")}</th><th scope="col">{_("Name")}</th><th scope="col">{_("University")}</th><th scope="col">{_("Roles")}</th><th scope="col">{_("State")}</th></tr></thead><tbody>
{rows}</tbody></table>
{if pages}<ul class="pages">{for p in pages}<li>{if p[current]}<span aria-current="page">{p[n]}</span>{else}<a href="?{keep}page={p[n]}">{p[n]}</a>{end}</li>{end}</ul>{end}
{else}<div class="empty"><p>{_("No account fits these filters.")} <a href="/staff/people">{_("Show all")}</a></p></div>{end}
<h2>{_("A new account")}</h2>
<form method="post" action="/staff/people" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="decision" value="add">
<div class="field{if err_login} bad{end}"><label for="login">{_("Login")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="login-hint">{_("Small letters, digits, dot and hyphen: min.kim")}</p>{if err_login}<p class="error" id="login-error">{err_login}</p>{end}
<input class="short" id="login" name="login" value="{val_login}"{if err_login} aria-invalid="true" aria-describedby="login-hint login-error"{else} aria-describedby="login-hint"{end}></div>
<div class="field{if err_name} bad{end}"><label for="name">{_("Name")} <span class="need">{_("(required)")}</span></label>
{if err_name}<p class="error" id="name-error">{err_name}</p>{end}
<input id="name" name="name" value="{val_name}"{if err_name} aria-invalid="true" aria-describedby="name-error"{end}></div>
<div class="field{if err_email} bad{end}"><label for="email">{_("E-mail")} <span class="need">{_("(required)")}</span></label>
{if err_email}<p class="error" id="email-error">{err_email}</p>{end}
<input type="email" id="email" name="email" value="{val_email}"{if err_email} aria-invalid="true" aria-describedby="email-error"{end}></div>
<div class="field{if err_phone} bad{end}"><label for="phone">{_("Phone")} <span class="need">{_("(optional)")}</span></label>
{if err_phone}<p class="error" id="phone-error">{err_phone}</p>{end}
<input type="tel" id="phone" name="phone" value="{val_phone}"{if err_phone} aria-invalid="true" aria-describedby="phone-error"{end}></div>
<div class="field{if err_lang} bad{end}"><label for="lang">{_("Language")} <span class="need">{_("(required)")}</span></label>{if err_lang}<p class="error" id="lang-error">{err_lang}</p>{end}
<select id="lang" name="lang"{if err_lang} aria-invalid="true" aria-describedby="lang-error"{end}><option value="ko"{if is_lang_ko} selected{end} lang="ko">한국어</option><option value="en"{if is_lang_en} selected{end} lang="en">English</option><option value="ja"{if is_lang_ja} selected{end} lang="ja">日本語</option></select></div>
<div class="field{if err_university} bad{end}"><label for="university">{_("University")} <span class="need">{_("(optional)")}</span></label>{if err_university}<p class="error" id="university-error">{err_university}</p>{end}
<select id="university" name="university"{if err_university} aria-invalid="true" aria-describedby="university-error"{end}><option value="">{_("None: a colleague here")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<fieldset class="choices{if err_roles} bad{end}" id="roles"><legend>{_("Roles")} <span class="need">{_("(required)")}</span></legend>{if err_roles}<p class="error" id="roles-error">{err_roles}</p>{end}
<label class="choice"><input type="checkbox" name="roles" value="admin"{if is_roles_admin} checked{end}> <span>{_("Administrator")}</span></label>
<label class="choice"><input type="checkbox" name="roles" value="academic"{if is_roles_academic} checked{end}> <span>{_("Academic team")}</span></label>
<label class="choice"><input type="checkbox" name="roles" value="affairs"{if is_roles_affairs} checked{end}> <span>{_("Student affairs team")}</span></label>
<label class="choice"><input type="checkbox" name="roles" value="instructor"{if is_roles_instructor} checked{end}> <span>{_("Instructor")}</span></label>
<label class="choice"><input type="checkbox" name="roles" value="auditor"{if is_roles_auditor} checked{end}> <span>{_("Auditor")}</span></label>
<label class="choice"><input type="checkbox" name="roles" value="coordinator"{if is_roles_coordinator} checked{end}> <span>{_("Coordinator of a university")}</span></label>
<label class="choice"><input type="checkbox" name="roles" value="recommender"{if is_roles_recommender} checked{end}> <span>{_("Recommender of a university")}</span></label>
</fieldset>
<div class="actions"><button class="btn">{_("Open the account")}</button></div>
</form>
