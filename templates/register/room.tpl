<header class="page-head">
<h1>{title}</h1>
<p class="lead">{_("Very many students are registering at this moment. You will be let in automatically, in the order of arrival.")}</p>
</header>
{messages}{errors}
<div class="narrow" id="room" data-place="{place}" data-round="{round}">
<div class="msg wait" role="status" data-outcome="busy"><p><b>{_("Please wait.")}</b> <span {unless_form}>{_("What you have just sent was not done: please press again once you are in.")}</span> {_("Your place is kept: number {shown}.")}</p></div>
<dl class="tiles">
<div><dt>{_("People before you")}</dt><dd data-ahead>{ahead}</dd></div>
<div><dt>{_("Time to wait")}</dt><dd><span data-unknown {unless_unknown}>{_("not known yet")}</span><span data-soon {unless_soon}>{_("less than a minute")}</span><span data-long {unless_minutes}>{_("about {minutes} min")}</span></dd></div>
</dl>
<p>{_("This page checks again by itself every {seconds:second|# seconds}.")} <a href="/register/room">{_("Check now")}</a></p>
<ul>
<li>{_("You may load the page again, lock your phone or lose the connection: your place stays the same. If your turn comes while you are away, you go in as soon as you are back.")}</li>
<li>{_("More tabs, more devices and fast clicking do not help: every student has one place.")}</li>
<li>{_("What is in your cart stays there. Seats are given when you register, not here.")}</li>
<li>{_("Please do not log out.")}</li>
</ul>
</div>
