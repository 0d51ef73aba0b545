<nav class="crumbs" aria-label="{_("Breadcrumb")}"><ol>
<li><a href="/staff">{_("Desk")}</a></li><li><a href="/staff/audit">{_("Audit")}</a></li><li aria-current="page">{id}</li>
</ol></nav>
<header class="page-head">
<h1>{act_word}</h1> {if good}<span class="badge ok">{outcome_word}</span>{else}<span class="badge">{outcome_word}</span>{end}
<p class="lead">{_("Row {id} of the audit, written {at}.")}</p>
</header>
{messages}{errors}
<section><h2>{_("What happened")}</h2>
<dl class="facts">
<div><dt>{_("Act")}</dt><dd>{act_word} <small>{act}, {program}</small></dd></div>
<div><dt>{_("Outcome")}</dt><dd>{outcome_word} <small>{outcome}</small></dd></div>
{if rule}<div><dt>{_("Rule")}</dt><dd>{rule}</dd></div>{end}
<div><dt>{_("Who acted")}</dt><dd>{actor}{if university} <small>{university}</small>{end}</dd></div>
{if person}<div><dt>{_("Student concerned")}</dt><dd><a href="/staff/audit?person={person}">{person}</a></dd></div>{end}
{if object_word}<div><dt>{_("About")}</dt><dd>{object_word} {if object}<a href="/staff/audit?section={object}">{object}</a>{else}{object_id}{end}</dd></div>{end}
<div><dt>{_("On the clock of the rules")}</dt><dd>{told_at}</dd></div>
<div><dt>{_("On the clock of the machine")}</dt><dd>{at} <small>{exact}</small></dd></div>
{if request_id}<div><dt>{_("Request")}</dt><dd><a href="/staff/audit?request_id={request_id}">{request_id}</a> <small>{n}</small></dd></div>{end}
{if said}<div><dt>{_("What the file was for")}</dt><dd>{said}</dd></div>{end}
<div><dt>{_("Details")}</dt><dd><code>{detail}</code></dd></div>
</dl></section>
<section><h2>{_("Is it as it was written?")}</h2>
{if sealed}{if fits}<p data-proof="good"><span class="badge ok">{_("Genuine")}</span> {_("This row is leaf {place} of the {size} under head {seal}, which was signed at {signed_at}. The way from the row to the signed root was computed for this page.")}</p>
<details class="more"><summary>{_("The proof")}</summary>
<dl class="facts"><div><dt>{_("Hash of the row")}</dt><dd><code data-leaf>{leaf}</code></dd></div></dl>
{if path}<table class="list"><caption>{_("From the leaf to the root (RFC 6962)")}</caption><thead><tr><th scope="col" class="num">{_("Step")}</th><th scope="col">{_("Hash beside it")}</th></tr></thead><tbody>{for p in path}<tr><td class="num">{p[n]}</td><td><code data-step>{p[hash]}</code></td></tr>{end}</tbody></table>{end}
<h3>{_("The signed head")}</h3><pre class="letter" data-head>{head_text}</pre>
<dl class="facts"><div><dt>{_("Key")}</dt><dd>{key_id}</dd></div><div><dt>{_("Signature (Ed25519)")}</dt><dd><code data-signature>{signature}</code></dd></div></dl></details>
{else}<div class="callout warn" role="alert" data-proof="bad"><h2>{_("This row is not the one that was sealed")}</h2><p>{_("It was changed after head {seal} was signed, or the seal was. Please tell the operators at once; sojourn audit verify says what else was changed.")}</p></div>{end}
{else}<p data-proof="none"><span class="badge info">{_("Not sealed yet")}</span> {_("New rows are sealed within seconds. Load the page again in a moment.")}</p>{end}</section>
