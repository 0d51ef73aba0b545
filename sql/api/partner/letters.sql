-- partner_api.letters(session, right, term): the own lists of a term with their
-- official letters, those without first (R6).
-- Tables: partner_list, official_letter, application, account (read)
create or replace function partner_api.letters(p_session bytea, p_right text,
    p_term text)
returns table (list bigint, file_name text, committed_at timestamptz,
    students bigint, by_whom text, letter_no text, letter_date date,
    received_at timestamptz, has_file boolean, due timestamptz, late boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
	v_due   timestamptz := (sojourn.window_state(v_term, 'APPLY')).closes_at;
begin
	return query
	select l.id, l.file_name, l.committed_at, (select count(*)
		from application a where a.list_id = l.id), c.name, o.letter_no,
	       o.letter_date, o.received_at, o.file_id is not null, case
		when o.id is null then v_due end,
	       o.id is null and v_due <= sojourn.now()
	  from partner_list l
	  left join official_letter o on o.id = l.letter_id
	  left join account c on c.id = l.committed_by
	 where l.university_id = v_actor.university_id and l.term_id = v_term
	   and l.state = 'committed' and v_actor.outcome = 'done'
	 order by o.id is not null, l.id desc;
end
$$;
