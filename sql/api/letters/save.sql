-- letters_api.save(session, right, request, letter, decision, …): the author by
-- his own login saves, submits or declines.
-- Outcomes: those of sojourn.letter_write; gone too for who was not asked
-- Tables: letter_author (read), those of sojourn.letter_write
create or replace function letters_api.save(p_session bytea, p_right text,
    p_request text, p_letter bigint, p_decision text, p_version integer,
    p_salutation text, p_body text, p_closing text, p_name text, p_title text,
    p_confidential boolean, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query select * from sojourn.letter_write(v_actor,
	    letters_api.author_of(v_actor, p_letter), p_request, p_decision,
	    p_version, p_salutation, p_body, p_closing, p_name, p_title,
	    p_confidential, p_reason);
end
$$;
