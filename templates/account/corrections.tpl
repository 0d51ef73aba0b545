<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/account/data">{_("What is stored about me")}</a></li><li aria-current="page">{_("Ask for a correction")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Ask for a correction")}</h1>
<p class="lead">{_("The academic team decides and answers here. Contact data you change yourself.")}</p>
</header>
<div class="narrow">
{messages}{errors}
<form method="post" action="/account/corrections" novalidate>
<input type="hidden" name="csrf" value="{csrf}"><input type="hidden" name="request" value="{request}">
<div class="field{if (err_field)} bad{end}">
<label for="field">{_("What is wrong")} <span class="need">({_("required")})</span></label>
{if (err_field)}<p class="error" id="field-error">{err_field}</p>{end}
<select id="field" name="field"{if (err_field)} aria-invalid="true" aria-describedby="field-error"{end}>
<option value="">{_("Please choose")}</option>
<option value="name_native"{if (is_field_name_native == 1)} selected{end}>{_("Name")}</option>
<option value="name_family"{if (is_field_name_family == 1)} selected{end}>{_("Family name in Latin letters")}</option>
<option value="name_given"{if (is_field_name_given == 1)} selected{end}>{_("Given name in Latin letters")}</option>
<option value="birth_date"{if (is_field_birth_date == 1)} selected{end}>{_("Date of birth")}</option>
<option value="student_no"{if (is_field_student_no == 1)} selected{end}>{_("Student number")}</option>
<option value="level"{if (is_field_level == 1)} selected{end}>{_("Level")}</option>
<option value="college"{if (is_field_college == 1)} selected{end}>{_("College")}</option>
<option value="department"{if (is_field_department == 1)} selected{end}>{_("Department")}</option>
<option value="other"{if (is_field_other == 1)} selected{end}>{_("Something else")}</option>
</select>
</div>
<div class="field{if (err_value)} bad{end}">
<label for="value">{_("What is right")} <span class="need">({_("required")})</span></label>
{if (err_value)}<p class="error" id="value-error">{err_value}</p>{end}
<input id="value" name="value" value="{val_value}"{if (err_value)} aria-invalid="true" aria-describedby="value-error"{end}>
</div>
<div class="field{if (err_reason)} bad{end}">
<label for="reason">{_("Why")} <span class="need">({_("required")})</span></label>
{if (err_reason)}<p class="error" id="reason-error">{err_reason}</p>{end}
<textarea id="reason" name="reason" rows="4"{if (err_reason)} aria-invalid="true" aria-describedby="reason-error"{end}>{val_reason}</textarea>
</div>
<div class="actions"><button class="btn">{_("Ask for the correction")}</button></div>
</form>
</div>
<h2>{_("Asked so far")}</h2>
{if corrections}<table class="list"><caption>{_("My corrections")}</caption>
<thead><tr><th scope="col">{_("Item")}</th><th scope="col">{_("What is right")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Answer")}</th><th scope="col">{_("Asked")}</th></tr></thead>
<tbody>{for c in corrections}<tr><th scope="row"><code>{c[field]}</code></th><td data-label="{_("What is right")}">{c[value]}</td><td data-label="{_("State")}">{if (c[state] == "open")}<span class="badge info">{_("waiting")}</span>{end}{if (c[state] == "accepted")}<span class="badge ok">{_("accepted")}</span>{end}{if (c[state] == "refused")}<span class="badge bad">{_("refused")}</span>{end}</td><td data-label="{_("Answer")}">{c[answer]}</td><td data-label="{_("Asked")}">{c[asked_at]}</td></tr>{end}</tbody></table>{else}<div class="empty"><p>{_("You have not asked for a correction.")}</p></div>{end}
