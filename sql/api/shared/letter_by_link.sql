-- sojourn.letter_by_link(token, kind): whose link it is.
-- Parameters: p_kind  letter-author or letter-reader
-- Returns: one row: outcome done, expired, already (used: it was submitted,
--          declined or taken back) or gone; id of letter_author or
--          letter_delivery, and the letter.  A link that staff
--          renewed ends those before it; a reminder's works beside them.
-- Tables: token, letter_author, letter_delivery (read)
create or replace function sojourn.letter_by_link(p_token text, p_kind text,
    out outcome text, out id bigint, out letter bigint, out until timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	outcome := 'gone';
	select k.value, k.outbox_id, k.expires_at into v from token k
	 where k.hash = sha256(convert_to(p_token, 'UTF8')) and k.kind = p_kind;
	if not found then
		return;
	end if;
	until := v.expires_at;
	if p_kind = 'letter-author' then
		select a.id, a.letter_id, case when a.state <> 'open' then 'already'
		    when v.outbox_id < a.link_mail then 'gone'
		    when v.expires_at <= sojourn.now() then 'expired'
		    else 'done' end into id, letter, outcome
		  from letter_author a where a.id = v.value::bigint;
	else
		select d.id, d.letter_id, case
		    when d.link_mail is distinct from v.outbox_id then 'gone'
		    when v.expires_at <= sojourn.now() then 'expired'
		    when l.state = 'revoked' then 'gone'
		    else 'done' end into id, letter, outcome
		  from letter_delivery d join letter l on l.id = d.letter_id
		 where d.id = v.value::bigint;
	end if;
	outcome := coalesce(outcome, 'gone');
end
$$;
