<header class="page-head">
<h1>{title}</h1>
</header>
<div class="msg refused" role="alert" data-outcome="{outcome}" tabindex="-1"><p>{text}</p></div>
<p><a class="btn" href="{home_url}">{_("Go to the first page")}</a></p>
