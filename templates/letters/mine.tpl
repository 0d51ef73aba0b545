<header class="page-head">
<h1>{_("Letters to write")}</h1>
<p class="lead">{_("Letters of recommendation that the office has asked you to write. A second person reads each one before it is issued.")}</p>
</header>
{messages}{errors}
{if letters}<table class="list"><caption>{_("Asked of me")}</caption>
<thead><tr><th scope="col">{_("Student")}</th><th scope="col">{_("Recipient")}</th><th scope="col">{_("Language")}</th><th scope="col">{_("Due")}</th><th scope="col">{_("State")}</th></tr></thead>
<tbody>{for l in letters}<tr data-letter="{l[letter]}" data-state="{l[state]}"><th scope="row">{if (l[state] == "declined")}{l[student]}{else}<a href="/letters/write/{l[letter]}">{l[student]}</a>{end}</th><td data-label="{_("Recipient")}">{l[recipient]}</td><td data-label="{_("Language")}">{if (l[language] == "ko")}한국어{end}{if (l[language] == "en")}English{end}{if (l[language] == "ja")}日本語{end}</td><td data-label="{_("Due")}">{if (l[state] == "open")}{l[due]}{if l[late]} <span class="badge bad">{_("overdue")}</span>{end}{if l[deadline]}<br><small>{_("The student needs it by {l[deadline]}.")}</small>{end}{else}–{end}</td><td data-label="{_("State")}">{if (l[state] == "open")}{if l[remarks]}<span class="badge warn">{_("Sent back with remarks")}</span>{else}{if l[begun]}<span class="badge info">{_("Begun")}</span>{else}<span class="badge info">{_("To write")}</span>{end}{end}{end}{if (l[state] == "declined")}<span class="badge">{_("Declined")}</span>{end}{if (l[state] == "submitted")}{if (l[at] == "review")}<span class="badge">{_("In second reading")}</span>{else}{if ((l[at] == "issued") || (l[at] == "delivered"))}<span class="badge ok">{_("Issued")}</span>{else}<span class="badge">{_("Handed in")}</span>{end}{end}{end}</td></tr>
{end}</tbody></table>
{else}<div class="empty"><p>{_("Nobody has asked you for a letter. When the office does, you get a mail, and the letter stands here with what is known about the student.")}</p></div>{end}
