-- letters_api.mine(session, right): the letters that who asks was asked to
-- write, those to be written first.
-- Tables: letter, letter_author, letter_draft, person (read)
create or replace function letters_api.mine(p_session bytea, p_right text)
returns table (letter bigint, student text, recipient text, language text,
    deadline date, due timestamptz, late boolean, state text, at text,
    asked_at timestamptz, remarks text, saved_at timestamptz, begun boolean)
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
	select l.id, p.name_native, l.recipient, l.language::text, l.deadline,
	       sojourn.letter_due(l.asked_at),
	       a.state = 'open' and sojourn.letter_late(l.id), a.state, l.state,
	       a.asked_at, case when a.state = 'open' then d.remarks
		   else '' end, d.saved_at, d.version > 1
	  from letter_author a join letter l on l.id = a.letter_id
	  join person p on p.id = l.person_id
	  left join letter_draft d on d.letter_id = l.id
	 where a.account_id = v_actor.account_id
	   and (a.state <> 'relieved')
	   and not exists (select from letter_author n
	    where n.letter_id = a.letter_id and n.id > a.id
	      and n.account_id = a.account_id and n.state <> 'relieved')
	 order by a.state <> 'open', case when a.state = 'open'
	    then l.asked_at end, a.id desc limit 200;
end
$$;
