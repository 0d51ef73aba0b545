<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li aria-current="page">{_("Withdrawals")}</li>
</ol></nav>
<header class="page-head">
<h1>{_("Withdrawals")}</h1>
<p class="lead">{_("A withdrawal needs the word of the home university within the window. If its letter came later, you decide whether it still counts.")}</p>
</header>
{messages}{errors}
<form class="filters" method="get" action="/staff/withdrawals">
<div><label for="show-term">{_("Term")}</label><select id="show-term" name="term">{for t in terms}<option{if t[current]} selected{end}>{t[code]}</option>{end}</select></div>
<div><label for="state">{_("State")}</label><select id="state" name="state"><option value="">{_("Any")}</option><option value="requested"{if is_state_requested} selected{end}>{_("Waits for the university")}</option><option value="confirmed-late"{if is_state_confirmed_late} selected{end}>{_("Confirmed late")}</option><option value="withdrawn"{if is_state_withdrawn} selected{end}>{_("Withdrawn")}</option><option value="refused"{if is_state_refused} selected{end}>{_("Refused")}</option><option value="taken-back"{if is_state_taken_back} selected{end}>{_("Taken back")}</option><option value="lapsed"{if is_state_lapsed} selected{end}>{_("Lapsed")}</option></select></div>
<div><label for="university">{_("University")}</label><select id="university" name="university"><option value="">{_("All universities")}</option>{for u in universities}<option value="{u[code]}"{if (u[code] == val_university)} selected{end}>{u[name]}</option>{end}</select></div>
<button class="btn second">{_("Show")}</button>
</form>
{if shown}<form method="post" action="/staff/withdrawals" novalidate data-count data-select id="withdrawal">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="term" value="{val_term}">
<input type="hidden" name="state" value="{val_state}">
<input type="hidden" name="university" value="{val_university}">
<table class="list"><caption>{_("Withdrawals")}</caption>
<thead><tr><td><label class="tick" hidden><input type="checkbox" data-all> <span class="hidden">{_("All")}</span></label></td><th scope="col">{_("Student")}</th><th scope="col">{_("Section")}</th><th scope="col">{_("University")}</th><th scope="col">{_("State")}</th><th scope="col">{_("Due")}</th></tr></thead><tbody>
{rows}</tbody></table>
<div class="bar"><output data-sum="{_("%n chosen")}">{_("Tick what you want to decide.")}</output>
<div class="field{if err_decision} bad{end}"><label for="decision">{_("Decision")} <span class="need">{_("(required)")}</span></label>{if err_decision}<p class="error" id="decision-error">{err_decision}</p>{end}
<select id="decision" name="decision"{if err_decision} aria-invalid="true" aria-describedby="decision-error"{end}><option value="accept"{if is_decision_accept} selected{end}>{_("Accept the late letter")}</option><option value="reject"{if is_decision_reject} selected{end}>{_("Do not accept it")}</option></select></div>
<div class="field{if err_reason} bad{end}"><label for="reason">{_("Reason")} <span class="need">{_("(required)")}</span></label>
{if err_reason}<p class="error" id="reason-error">{err_reason}</p>{end}
<input id="reason" name="reason" value="{val_reason}"{if err_reason} aria-invalid="true" aria-describedby="reason-error"{end}></div>
<button class="btn">{_("Decide")}</button></div>
</form>{else}<div class="empty"><p>{_("No withdrawal fits these filters.")}</p></div>{end}
