-- letters_api.deliveries(session, right, letter): how a letter reached somebody,
-- each time.
-- Tables: letter_delivery, account, token (read)
create or replace function letters_api.deliveries(p_session bytea,
    p_right text, p_letter bigint)
returns table (serial text, way text, whom text, tracking text,
    sent_on date, at timestamptz, by_whom text, fetched integer,
    fetched_at timestamptz, until timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select s.serial, s.way, s.whom, s.tracking, s.sent_on, s.at,
	       coalesce(a.name, ''), s.fetched, s.fetched_at,
	       (select max(k.expires_at) from token k
		where k.kind = 'letter-reader' and k.value = s.id::text)
	  from letter_delivery s left join account a on a.id = s.by_whom
	 where s.letter_id = p_letter and v_actor.outcome = 'done'
	 order by s.id desc;
end
$$;
