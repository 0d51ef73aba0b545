<div class="errors" role="alert" data-outcome="invalid" tabindex="-1"><h2>{_("Please correct these fields")}</h2>
<ul>{for e in items}<li><a href="#{e[name]}">{e[label]}: {e[text]}</a></li>{end}</ul></div>
