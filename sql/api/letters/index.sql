-- letters_api.index(session, right): the letters of recommendation that who
-- asks has asked for, the newest first, each with who acts next and until when.
-- Returns: stage of five (6: all done, 0: ended without), actor is you, author, office or none; serial of the newest document
--          that may be fetched, sealed when it is not for the student
-- Tables: letter, letter_author, letter_document, letter_delivery, document,
--         stored_file (read)
create or replace function letters_api.index(p_session bytea, p_right text)
returns table (letter bigint, key text, stage integer, purpose text, recipient text, wished text,
    language text, delivery text, address text, deadline date, form text,
    asked_at timestamptz, state text, due timestamptz, late boolean,
    author text, actor text, serial text, standing text, sealed boolean,
    way text, sent_at timestamptz, sent_on date, tracking text,
    can_cancel boolean)
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
	select l.id, l.id::text, case l.state when 'requested' then 1
		when 'writing' then 2 when 'review' then 3
		when 'approved' then 3 when 'issued' then 4
		when 'delivered' then 6 else 0 end, l.purpose, l.recipient, l.wished, l.language::text,
	       l.delivery, l.address, l.deadline, coalesce(f.name, ''),
	       l.asked_at, l.state, sojourn.letter_due(l.asked_at),
	       sojourn.letter_late(l.id), coalesce(a.name, ''), case
		when l.state = 'writing' then 'author'
		when l.state in ('requested', 'review', 'approved')
		    then 'office'
		when l.state = 'issued' and (x.sealed or l.delivery = 'post')
		    and l.delivery <> 'pickup' then 'office'
		when l.state = 'issued' then 'you' else 'none' end,
	       coalesce(x.serial, ''), coalesce(x.state, ''),
	       coalesce(x.sealed, false), coalesce(s.way, ''), s.at, s.sent_on,
	       coalesce(s.tracking, ''),
	       l.state in ('requested', 'writing', 'review') and x.serial is null
	  from letter l
	  left join stored_file f on f.id = l.form_id
	  left join lateral (select a.name from letter_author a
	    where a.letter_id = l.id and a.state in ('open', 'submitted')
	    order by a.id desc limit 1) a on true
	  left join lateral (select x.serial, x.sealed, d.state
	    from letter_document x join document d on d.serial = x.serial
	    where x.letter_id = l.id
	      and d.state in ('valid', 'superseded', 'revoked')
	    order by d.id desc limit 1) x on true
	  left join lateral (select s.way, s.at, s.sent_on, s.tracking
	    from letter_delivery s where s.letter_id = l.id
	    order by s.id desc limit 1) s on true
	 where l.person_id in (v_actor.person_id,
		sojourn.person_root(v_actor.person_id))
	 order by l.id desc limit 100;
end
$$;
