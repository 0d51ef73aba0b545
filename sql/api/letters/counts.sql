-- letters_api.counts(session, right): how many letters are in which state.
-- Tables: letter (read)
create or replace function letters_api.counts(p_session bytea, p_right text)
returns table (open bigint, mine bigint, late bigint, requested bigint,
    writing bigint, review bigint, approved bigint, issued bigint,
    delivered bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with l as (select x.*, x.state in ('requested', 'writing', 'review',
	    'approved', 'issued') as is_open from letter x)
	select count(*) filter (where l.is_open), count(*) filter (where
	       l.is_open and l.officer = v_actor.account_id),
	       count(*) filter (where l.is_open and sojourn.letter_late(l.id)),
	       count(*) filter (where l.state = 'requested'),
	       count(*) filter (where l.state = 'writing'),
	       count(*) filter (where l.state = 'review'),
	       count(*) filter (where l.state = 'approved'),
	       count(*) filter (where l.state = 'issued'),
	       count(*) filter (where l.state = 'delivered')
	  from l;
end
$$;
