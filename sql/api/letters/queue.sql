-- letters_api.queue(session, right, state, q): the letters of the desk, those
-- that are due first.
-- Parameters: p_state  '' (open), mine, or a state; p_q  part of a name, an ID
--             or a recipient
-- Returns: due and late (R115), hours since it is late
-- Tables: letter, person, temporary_id, letter_author, account, token (read)
create or replace function letters_api.queue(p_session bytea, p_right text,
    p_state text, p_q text)
returns table (letter bigint, student text, id text, recipient text,
    language text, delivery text, asked_at timestamptz, due timestamptz,
    late boolean, hours integer, deadline date, state text, officer text,
    mine boolean, author text, outside boolean, link_over boolean,
    failed boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_like  text := '%' || replace(replace(p_q, '\', '\\'), '%', '\%') || '%';
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select l.id, p.name_native, coalesce(i.id, ''), l.recipient,
	       l.language::text, l.delivery, l.asked_at, sojourn.letter_due(
	       l.asked_at), sojourn.letter_late(l.id), greatest(0,
	       floor(extract(epoch from sojourn.now()
		   - sojourn.letter_due(l.asked_at)) / 3600))::integer,
	       l.deadline, l.state, coalesce(o.name, ''),
	       coalesce(l.officer = v_actor.account_id, false),
	       coalesce(a.name, ''), coalesce(a.account_id is null, false),
	       coalesce(a.account_id is null and l.state = 'writing'
		and not exists (select from token k
		    where k.kind = 'letter-author' and k.value = a.id::text
		      and k.expires_at > sojourn.now())
		and a.asked_at < sojourn.now() - interval '10 minutes', false),
	       l.state = 'approved' and exists (select from letter_document x
		join document d on d.serial = x.serial
		where x.letter_id = l.id and d.state = 'failed'
		  and not exists (select from letter_document y
		    where y.letter_id = l.id and y.serial > x.serial))
	  from letter l join person p on p.id = l.person_id
	  left join temporary_id i on i.person_id = p.id
	  left join account o on o.id = l.officer
	  left join lateral (select a.id, a.name, a.account_id, a.asked_at
	    from letter_author a
	    where a.letter_id = l.id and a.state in ('open', 'submitted')
	    order by a.id desc limit 1) a on true
	 where case p_state
	    when '' then l.state in ('requested', 'writing', 'review',
		'approved', 'issued')
	    when 'mine' then l.officer = v_actor.account_id and l.state in
		('requested', 'writing', 'review', 'approved', 'issued')
	    else l.state = p_state end
	   and (p_q = '' or p.name_native ilike v_like or i.id ilike v_like
	    or l.recipient ilike v_like or p.name_family || ' '
		|| p.name_given ilike v_like)
	 order by l.state in ('delivered', 'cancelled', 'refused', 'revoked'),
	       case when l.state in ('delivered', 'cancelled', 'refused',
		   'revoked') then -l.id else 0 end,
	       least(sojourn.letter_due(l.asked_at), l.deadline), l.id
	 limit 300;
end
$$;
