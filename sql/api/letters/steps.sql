-- letters_api.steps(session, right, letter): what has happened to a letter, the
-- newest first: to the student of all the own ones and only what is theirs to
-- know, to the desk everything of one.
-- Parameters: p_letter  null: all letters of who asks
-- Tables: letter, letter_step, account (read)
create or replace function letters_api.steps(p_session bytea, p_right text,
    p_letter bigint)
returns table (letter text, step text, at timestamptz, by_whom text,
    word text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_desk  boolean := p_right = 'staff.letters';
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select s.letter_id::text, s.step, s.at, case when v_desk
	    then coalesce(a.name, '') else '' end,
	       case when v_desk or s.step in ('refused', 'revoked',
		   'cancelled') then s.word else '' end
	  from letter_step s join letter l on l.id = s.letter_id
	  left join account a on a.id = s.by_whom
	 where case when v_desk then l.id = p_letter
	    else s.shown and l.person_id in (v_actor.person_id,
		sojourn.person_root(v_actor.person_id)) end
	 order by s.id desc limit 1000;
end
$$;
