<header class="page-head">
<p class="small soft">{code} · {term}</p>
<h1>{name}</h1>
<p class="lead">{name_other}</p>
</header>
{messages}
{if (state == "closed")}<p class="callout warn">{_("This section was closed by the university.")} {state_reason}</p>{end}
{if (open == 0)}<p class="callout warn">{_("This section is not open to exchange students.")}</p>{end}
<dl class="facts">
<div><dt>{_("School and major")}</dt><dd>{school} · {major}</dd></div>
<div><dt>{_("Credits")}</dt><dd>{credits}</dd></div>
<div><dt>{_("Kind")}</dt><dd>{if (kind == "major")}{_("Major lecture")}{else}{_("Common course")}{end}, {if (grading == "percent")}{_("graded in percent")}{else}{_("pass or fail")}{end}</dd></div>
<div><dt>{_("Language")}</dt><dd>{if (taught_in == "ko")}{_("Korean")}{end}{if (taught_in == "en")}{_("English")}{end}{if (taught_in == "ja")}{_("Japanese")}{end}</dd></div>
<div><dt>{_("Instructor")}</dt><dd>{instructor}</dd></div>
<div><dt>{_("Room")}</dt><dd>{room}</dd></div>
<div><dt>{_("Times")}</dt><dd>{if times}{for t in times}{if (t[day] == 1)}{_("Monday")}{end}{if (t[day] == 2)}{_("Tuesday")}{end}{if (t[day] == 3)}{_("Wednesday")}{end}{if (t[day] == 4)}{_("Thursday")}{end}{if (t[day] == 5)}{_("Friday")}{end}{if (t[day] == 6)}{_("Saturday")}{end}{if (t[day] == 7)}{_("Sunday")}{end} {t[starts]}–{t[ends]}<br>{end}{else}{_("No fixed time")}{end}</dd></div>
<div><dt>{_("Seats")}</dt><dd><span class="seats"><b>{taken}</b> / {capacity}<meter min="0" max="{capacity}" value="{taken}" aria-label="{_("{taken} of {capacity} {capacity:seat|seats} taken")}"></meter></span></dd></div>
{if later}<div><dt>{_("Came free")}</dt><dd data-later="{later}">{_("{later:One seat|# seats} came free and {later:opens|open} within {delay} {delay:minute|minutes}, at a moment that nobody knows.")}</dd></div>{end}
{if quotas}<div><dt>{_("Exchange seats")}</dt><dd>{for q in quotas}{q[university]} <span class="seats"><b>{q[taken]}</b> / {q[seats]}<meter min="0" max="{q[seats]}" value="{q[taken]}" aria-label="{_("{q[taken]} of {q[seats]} exchange {q[seats]:seat|seats} taken")}"></meter></span><br>{end}</dd></div>{end}
</dl>
<h2>{_("Syllabus")}</h2>
<p>{if syllabus}{syllabus}{else}{_("There is no syllabus yet.")}{end}</p>
<p><a href="/courses?term={term}">{_("All courses")}</a></p>
