<header class="page-head">
<h1>{_("Is a document genuine?")}</h1>
<p class="lead">{_("Anybody may check a document that this university has issued. Nobody has to log in.")}</p>
</header>
{messages}{errors}
{if verdict}<section aria-labelledby="answer">
<h2 id="answer" class="hidden">{_("Answer")}</h2>
{if (verdict == "valid")}<div class="msg done" role="status" data-outcome="valid" tabindex="-1"><p><b>{_("Valid.")}</b> {if by_file}{_("This is exactly the file that was issued, and it holds.")}{else}{_("A document with this code was issued, and it holds. Please compare what is below with what you have before you.")}{end}</p></div>{end}
{if (verdict == "altered")}<div class="msg refused" role="alert" data-outcome="altered" tabindex="-1"><p><b>{_("Altered.")}</b> {_("This file says that it is a document of this university, but it is not the file that was issued. Do not rely on it.")}</p></div>{end}
{if (verdict == "revoked")}<div class="msg refused" role="alert" data-outcome="revoked" tabindex="-1"><p><b>{_("Revoked.")}</b> {_("The document was issued, and the university has taken it back. It does not hold any more.")}</p></div>{end}
{if (verdict == "superseded")}<div class="msg wait" role="status" data-outcome="superseded" tabindex="-1"><p><b>{_("Superseded.")}</b> {_("The document was issued, but what it says has changed since. Please ask for the newer one.")}</p></div>{end}
{if (verdict == "unknown")}<div class="msg refused" role="alert" data-outcome="unknown" tabindex="-1"><p><b>{_("Unknown.")}</b> {_("No document of this university fits. Please look whether the code was typed as it is printed, or whether the file is the original one: printing and scanning make another file.")}</p></div>{end}
{if serial}<dl class="facts">
{if kind}<div><dt>{_("Document")}</dt><dd>{kind}</dd></div>{end}
<div><dt>{_("Serial number")}</dt><dd><span class="code">{serial}</span></dd></div>
{if issuer}<div><dt>{_("Issuing institution")}</dt><dd>{issuer}</dd></div>{end}
{if told_at}<div><dt>{_("Issued on")}</dt><dd>{told_at}</dd></div>{end}
{if name}<div><dt>{_("Issued to")}</dt><dd>{name}{if name_latin} · {name_latin}{end}</dd></div>{end}
{for s in shown}<div><dt>{s[label]}</dt><dd>{s[value]}</dd></div>
{end}{if ended_at}<div><dt>{_("Holds no longer since")}</dt><dd>{ended_at}</dd></div>{end}
</dl>{end}
</section>{end}
<div class="narrow">
<h2>{if verdict}{_("Check another one")}{else}{_("Check a document")}{end}</h2>
<form method="post" action="/verify" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<div class="field{if err_code} bad{end}">
<label for="code">{_("Code of the document")}</label>
<p class="hint" id="code-hint">{_("Sixteen letters and digits, beside the square code on the document.")}</p>
{if err_code}<p class="error" id="code-error">{err_code}</p>{end}
<input id="code" name="code" value="{if verdict}{else}{val_code}{end}" maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="0000-0000-0000-0000" aria-describedby="code-hint{if err_code} code-error{end}"{if err_code} aria-invalid="true"{end}>
</div>
<div class="drop{if err_document} bad{end}" data-max="25165824" data-toobig="{_("This file is too large.")}">
<label for="document">{_("Or the file itself")}</label>
<p class="hint" id="document-hint">{_("The PDF or XLSX as it was received, or its .json. It is compared and not kept.")}</p>
{if err_document}<p class="error" id="document-error">{err_document}</p>{end}
<input id="document" name="document" type="file" accept=".pdf,.xlsx,.json" aria-describedby="document-hint{if err_document} document-error{end}"{if err_document} aria-invalid="true"{end}>
<output for="document"></output>
</div>
<div class="actions"><button class="btn">{_("Check")}</button></div>
</form>
<p class="small soft">{_("Every document stands in a public log that nobody can change unnoticed.")} <a href="/verify/log">{_("How this is checked")}</a></p>
</div>
