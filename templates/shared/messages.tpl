<ul class="results">{for m in items}
<li><div class="msg {m[tone]}" role="{m[role]}" data-outcome="{m[outcome]}"{if m[section]} data-section="{m[section]}"{end}{if m[act]} data-act="{m[act]}"{end} tabindex="-1"><p>{if m[section]}<b>{m[section]}</b> {end}{m[text]}</p></div></li>{end}
</ul>
