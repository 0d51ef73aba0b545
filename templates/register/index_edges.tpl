{for e in edges}<li class="{e[kind]} {e[cls]}" aria-hidden="true">{e[label]}</li>
{end}