<!DOCTYPE html>
<html lang="{lang}" data-now="{now_epoch}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} · {host_name}</title>
<link rel="stylesheet" href="/css/sojourn.css?v={static}">
<link rel="icon" href="/img/mark.svg?v={static}" type="image/svg+xml">
<script src="/js/sojourn.js?v={static}" defer></script>
{if refresh}<noscript><meta http-equiv="refresh" content="{refresh}"></noscript>
{end}</head>
<body>
<a class="skip" href="#main">{_("Skip to the content")}</a>
{if demo}
<aside class="demo no-print" aria-label="{_("Demonstration")}">
<div class="wrap">
<p><b>{_("Demonstration")}</b> · <span class="num">{demo_now}</span></p>
<a href="/demo/mail/">{_("Demo mailbox")}</a>
<form method="post" action="/demo/clock">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<input type="hidden" name="back" value="{self_path}">
<button name="to" value="apply">{_("Applications")}</button>
<button name="to" value="register">{_("Registration")}</button>
<button name="to" value="change">{_("Changes")}</button>
<button name="to" value="withdraw">{_("Withdrawal")}</button>
<button name="to" value="grades">{_("Grades")}</button>
</form>
</div>
</aside>
{end}
<header>
<div class="identifier">
<div class="wrap">
<p>{_("Official service of {host_name}")}</p>
<div class="row">
<nav aria-label="{_("Language")}">
<ul class="langs">
<li><a href="{self_ko}" lang="ko" hreflang="ko"{if (lang == "ko")} aria-current="true"{end}>한국어</a></li>
<li><a href="{self_en}" lang="en" hreflang="en"{if (lang == "en")} aria-current="true"{end}>English</a></li>
<li><a href="{self_ja}" lang="ja" hreflang="ja"{if (lang == "ja")} aria-current="true"{end}>日本語</a></li>
</ul>
</nav>
<div class="who">
{if user_name}
<a href="/account/sessions"><span class="hidden">{_("Logged in as")} </span>{user_name}</a>
<form method="post" action="/account/logout">
<input type="hidden" name="csrf" value="{csrf}">
<input type="hidden" name="request" value="{request}">
<button class="linklike">{_("Log out")}</button>
</form>
{else}
<a href="/account/login">{_("Log in")}</a>
{end}
</div>
</div>
</div>
</div>
<div class="top">
<div class="wrap">
<a class="brand" href="{home_url}"><img src="/img/mark.svg?v={static}" alt="" width="32" height="32"><span>{host_name}<small>{_("Exchange and visiting students")}</small></span></a>
<details class="menu">
<summary>{_("Menu")}</summary>
<nav aria-label="{_("Main menu")}">
<ul>
{for entry in nav}<li><a href="{entry[url]}"{if entry[current]} aria-current="page"{end}>{entry[label]}</a></li>
{end}</ul>
</nav>
</details>
</div>
</div>
</header>
<main id="main" class="wrap" tabindex="-1">
{for n in notice}<p class="callout warn">{n[text]}</p>
{end}{page_body}
</main>
<footer class="foot">
<div class="wrap">
<p><b>{host_name}</b><br>{_("Times are shown in the time zone of the university.")}</p>
<nav aria-label="{_("Footer")}">
<ul>
<li><a href="/courses">{_("Courses")}</a></li>
<li><a href="/tempid/result">{_("Check my application")}</a></li>
<li><a href="/verify">{_("Verify a document")}</a></li>
<li><a href="/#contact">{_("Contact")}</a></li>
</ul>
</nav>
</div>
</footer>
</body>
</html>
