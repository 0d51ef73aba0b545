<header class="page-head">
<h1>{_("Letter of recommendation")}</h1>
</header>
{messages}{errors}
<div class="narrow">
{if thanks}<p>{_("You can close this window. The link does not open the letter any more.")}</p>
{else}{if (why == "expired")}<p>{_("This link has run out. The office can send you a new one; what you have saved is kept.")}</p>{end}
{if (why == "already")}<p>{_("This link has done its work: the letter was handed in, declined, or is written by somebody else. Nothing more is asked of you.")}</p>{end}
{if (why == "gone")}<p>{_("This link leads nowhere. Please open the newest link of the mail, in the browser in which you wish to write.")}</p>{end}{end}
</div>
