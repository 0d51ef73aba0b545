<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 {height}" width="512" role="img" aria-label="{_("Timetable {term}; the table says the same")}" font-family="'Noto Sans KR', 'Noto Sans JP', system-ui, sans-serif" font-size="10">
{if alone}<rect width="320" height="{height}" fill="#fff"/>
{end}<g fill="currentColor">{for d in days}<text x="{d[at]}" y="13" text-anchor="middle" font-weight="700" font-size="11">{d[label]}</text>{end}
{for h in hours}<path d="M0 {h[at]}h320" stroke="currentColor" stroke-opacity=".25"/><text x="2" y="{h[at]}" dy="11">{h[label]}</text>
{end}{for e in entries}<svg x="{e[x]}" y="{e[y]}" width="{e[w]}" height="{e[h]}"><rect x=".5" y=".5" width="100%" height="100%" rx="3"{if e[clash]} fill="#de3412" fill-opacity=".16"{else} fill="#256ef4"{if e[maybe]} fill-opacity=".06"{else} fill-opacity=".16"{end}{end}/><path d="M1 0v{e[h]}" stroke="{if e[clash]}#de3412{else}#256ef4{end}" stroke-width="3"{if e[maybe]} stroke-dasharray="3 3"{end}/><text x="5" y="12" font-weight="700">{e[line1]}</text><text x="5" y="25">{e[line2]}</text><text x="5" y="38">{e[line3]}</text></svg>
{end}</g></svg>
