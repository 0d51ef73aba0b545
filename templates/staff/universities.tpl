<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Universities")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Universities")}</h1>
<p class="lead">{_("Partner universities and how each of them wants it: when it recommends, its limits, its contact.")}</p>
</header>
{messages}{errors}
<table class="list"><caption>{_("Universities")}</caption>
<thead><tr><th scope="col">{_("University")}</th><th scope="col">{_("When it recommends")}</th><th scope="col" class="num">{_("Credit limit")}</th><th scope="col">{_("Coordinator")}</th><th scope="col">{_("Agreement")}</th><th scope="col" class="num">{_("Accounts")}</th><th scope="col" class="num">{_("Applications")}</th></tr></thead><tbody>{for u in universities}
<tr{if u[active]}{else} class="off"{end}><th scope="row"><a href="?code={u[code]}#edit">{u[name]}</a> <small>{u[code]}</small></th><td data-label="{_("When it recommends")}">{if (u[verification_stage] == "before_approval")}{_("Before approval, with the list")}{end}{if (u[verification_stage] == "after_application")}{_("After application")}{end}{if (u[verification_stage] == "after_registration")}{_("After registration")}{end}</td><td class="num" data-label="{_("Credit limit")}">{u[max_credits]}</td><td data-label="{_("Coordinator")}">{u[coordinator_name]}<br><span class="soft">{u[coordinator_email]}</span></td><td data-label="{_("Agreement")}">{if u[agreement_until]}{_("until")} {u[agreement_until]}{else}{if u[agreed]}<span class="badge ok">{_("Valid")}</span>{else}<span class="badge warn">{_("None")}</span>{end}{end}</td><td class="num" data-label="{_("Accounts")}">{u[people]}</td><td class="num" data-label="{_("Applications")}"><a href="/staff/applications?university={u[code]}">{u[applications]}</a></td></tr>{end}
</tbody></table>
<section id="edit" aria-labelledby="edit-title">
<h2 id="edit-title">{if val_code}{_("Settings of")} {val_code}{else}{_("A new university")}{end}</h2>
<form method="post" action="/staff/universities" novalidate class="narrow">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<div class="field{if err_code} bad{end}"><label for="code">{_("Code")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="code-hint">{_("Capital letters and digits: CNU, KAIST")}</p>{if err_code}<p class="error" id="code-error">{err_code}</p>{end}
<input class="short" id="code" name="code" value="{val_code}"{if err_code} aria-invalid="true" aria-describedby="code-hint code-error"{else} aria-describedby="code-hint"{end}></div>
<div class="field{if err_name_ko} bad{end}"><label for="name_ko">{_("Name in Korean")} <span class="need">{_("(required)")}</span></label>
{if err_name_ko}<p class="error" id="name_ko-error">{err_name_ko}</p>{end}
<input id="name_ko" name="name_ko" value="{if val_name_ko}{val_name_ko}{else}{for x in universities}{if (x[code] == val_code)}{x[name_ko]}{end}{end}{end}"{if err_name_ko} aria-invalid="true" aria-describedby="name_ko-error"{end}></div>
<div class="field{if err_name_en} bad{end}"><label for="name_en">{_("Name in English")} <span class="need">{_("(required)")}</span></label>
{if err_name_en}<p class="error" id="name_en-error">{err_name_en}</p>{end}
<input id="name_en" name="name_en" value="{if val_name_en}{val_name_en}{else}{for x in universities}{if (x[code] == val_code)}{x[name_en]}{end}{end}{end}"{if err_name_en} aria-invalid="true" aria-describedby="name_en-error"{end}></div>
<div class="field{if err_name_ja} bad{end}"><label for="name_ja">{_("Name in Japanese")} <span class="need">{_("(required)")}</span></label>
{if err_name_ja}<p class="error" id="name_ja-error">{err_name_ja}</p>{end}
<input id="name_ja" name="name_ja" value="{if val_name_ja}{val_name_ja}{else}{for x in universities}{if (x[code] == val_code)}{x[name_ja]}{end}{end}{end}"{if err_name_ja} aria-invalid="true" aria-describedby="name_ja-error"{end}></div>
<div class="field{if err_country} bad{end}"><label for="country">{_("Country")} <span class="need">{_("(required)")}</span></label>
<p class="hint" id="country-hint">{_("Two letters: KR, JP, CA")}</p>{if err_country}<p class="error" id="country-error">{err_country}</p>{end}
<input class="short" id="country" name="country" value="{if val_country}{val_country}{else}{for x in universities}{if (x[code] == val_code)}{x[country]}{end}{end}{end}"{if err_country} aria-invalid="true" aria-describedby="country-hint country-error"{else} aria-describedby="country-hint"{end}></div>
<div class="field{if err_verification_stage} bad{end}"><label for="verification_stage">{_("When it recommends")} <span class="need">{_("(required)")}</span></label>{if err_verification_stage}<p class="error" id="verification_stage-error">{err_verification_stage}</p>{end}
<select id="verification_stage" name="verification_stage"{if err_verification_stage} aria-invalid="true" aria-describedby="verification_stage-error"{end}><option value="before_approval"{if val_verification_stage}{if is_verification_stage_before_approval} selected{end}{else}{for x in universities}{if ((x[code] == val_code) && (x[verification_stage] == "before_approval"))} selected{end}{end}{end}>{_("Before approval, with the list")}</option><option value="after_application"{if val_verification_stage}{if is_verification_stage_after_application} selected{end}{else}{for x in universities}{if ((x[code] == val_code) && (x[verification_stage] == "after_application"))} selected{end}{end}{end}>{_("After application")}</option><option value="after_registration"{if val_verification_stage}{if is_verification_stage_after_registration} selected{end}{else}{for x in universities}{if ((x[code] == val_code) && (x[verification_stage] == "after_registration"))} selected{end}{end}{end}>{_("After registration")}</option></select></div>
<div class="field{if err_max_credits} bad{end}"><label for="max_credits">{_("Credit limit")} <span class="need">{_("(optional)")}</span></label>
<p class="hint" id="max_credits-hint">{_("Of the home university; empty: ours applies.")}</p>{if err_max_credits}<p class="error" id="max_credits-error">{err_max_credits}</p>{end}
<input type="number" class="short" id="max_credits" name="max_credits" value="{if val_max_credits}{val_max_credits}{else}{for x in universities}{if (x[code] == val_code)}{x[max_credits]}{end}{end}{end}"{if err_max_credits} aria-invalid="true" aria-describedby="max_credits-hint max_credits-error"{else} aria-describedby="max_credits-hint"{end} min="1" max="30"></div>
<div class="field{if err_criteria} bad{end}"><label for="criteria">{_("Own criteria")} <span class="need">{_("(optional)")}</span></label>
{if err_criteria}<p class="error" id="criteria-error">{err_criteria}</p>{end}
<textarea id="criteria" name="criteria" rows="3"{if err_criteria} aria-invalid="true" aria-describedby="criteria-error"{end}>{if val_criteria}{val_criteria}{else}{for x in universities}{if (x[code] == val_code)}{x[criteria]}{end}{end}{end}</textarea></div>
<div class="field{if err_coordinator_name} bad{end}"><label for="coordinator_name">{_("Coordinator")} <span class="need">{_("(optional)")}</span></label>
{if err_coordinator_name}<p class="error" id="coordinator_name-error">{err_coordinator_name}</p>{end}
<input id="coordinator_name" name="coordinator_name" value="{if val_coordinator_name}{val_coordinator_name}{else}{for x in universities}{if (x[code] == val_code)}{x[coordinator_name]}{end}{end}{end}"{if err_coordinator_name} aria-invalid="true" aria-describedby="coordinator_name-error"{end}></div>
<div class="grid2">
<div class="field{if err_coordinator_email} bad{end}"><label for="coordinator_email">{_("Coordinator's e-mail")} <span class="need">{_("(optional)")}</span></label>
{if err_coordinator_email}<p class="error" id="coordinator_email-error">{err_coordinator_email}</p>{end}
<input type="email" id="coordinator_email" name="coordinator_email" value="{if val_coordinator_email}{val_coordinator_email}{else}{for x in universities}{if (x[code] == val_code)}{x[coordinator_email]}{end}{end}{end}"{if err_coordinator_email} aria-invalid="true" aria-describedby="coordinator_email-error"{end}></div>
<div class="field{if err_coordinator_phone} bad{end}"><label for="coordinator_phone">{_("Coordinator's phone")} <span class="need">{_("(optional)")}</span></label>
{if err_coordinator_phone}<p class="error" id="coordinator_phone-error">{err_coordinator_phone}</p>{end}
<input type="tel" id="coordinator_phone" name="coordinator_phone" value="{if val_coordinator_phone}{val_coordinator_phone}{else}{for x in universities}{if (x[code] == val_code)}{x[coordinator_phone]}{end}{end}{end}"{if err_coordinator_phone} aria-invalid="true" aria-describedby="coordinator_phone-error"{end}></div>
</div>
<label class="choice"><input type="checkbox" name="active" value="1"{if val_name_ko}{if val_active} checked{end}{else}{if val_code}{for x in universities}{if ((x[code] == val_code) && (x[active] == 1))} checked{end}{end}{else} checked{end}{end}> <span>{_("Takes part")} <small>{_("Without it nobody of this university can apply.")}</small></span></label>
<div class="actions"><button class="btn">{_("Save the university")}</button></div>
</form>
</section>
