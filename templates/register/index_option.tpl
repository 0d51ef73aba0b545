{if ((why == "") || (why == "conflict") || (why == "credits"))}<option value="{code}">{code} {name}</option>
{end}
