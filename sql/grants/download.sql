-- what downloads of lists are for (S25)
grant select on sojourn.download_reason to partner_owner, staff_owner;
grant select (id, words) on sojourn.download to staff_owner;
grant execute on function sojourn.download_say(sojourn.actor, text, text,
	text) to partner_owner, staff_owner;
grant execute on function sojourn.download(sojourn.actor, text, text, bigint,
	text, jsonb) to partner_owner, teach_owner;
