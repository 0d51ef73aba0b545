<li class="{cls}{if maybe} maybe{end}{if clash} clash{end}"><b>{code}</b> <span class="hidden">{label}{if maybe} {_("(in the cart)")}{end}</span> <small>{room}</small></li>
