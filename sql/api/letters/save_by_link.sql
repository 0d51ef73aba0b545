-- letters_api.save_by_link(token, request, decision, …): the author outside
-- saves, submits or declines; after the last two the link is used.
-- Outcomes: those of sojourn.letter_write, and those of the link: expired,
--           gone, already
-- Tables: request, audit (insert), those of sojourn.letter_by_link and sojourn.letter_write
create or replace function letters_api.save_by_link(p_token text,
    p_request text, p_decision text, p_version integer, p_salutation text,
    p_body text, p_closing text, p_name text, p_title text,
    p_confidential boolean, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select * into v from sojourn.letter_by_link(p_token, 'letter-author');
	if v.outcome <> 'done' then
		if sojourn.claim(null, p_request, 'letter-' || p_decision) then
			perform sojourn.note(null, 'letter-' || p_decision,
			    'letter', v.letter, v.outcome, 'R114', p_request);
		end if;
		return next row('letter-' || p_decision, '', v.outcome, 'R114',
		    '{}', 'letter', v.letter)::answer;
		return;
	end if;
	return query select * from sojourn.letter_write(null, v.id, p_request,
	    p_decision, p_version, p_salutation, p_body, p_closing, p_name,
	    p_title, p_confidential, p_reason);
end
$$;
