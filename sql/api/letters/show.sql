-- letters_api.show(session, right, letter, lang): a letter before the desk.
-- Returns: one row; none when there is no such letter.  own: who looks has
--          written it and cannot be its second reader; serial is the newest
--          document, printing its state, why if it failed
-- Tables: letter, letter_author, letter_draft, letter_document, document,
--         stored_file, person, account (read), those of sojourn.letter_facts
create or replace function letters_api.show(p_session bytea, p_right text,
    p_letter bigint, p_lang text)
returns table (letter bigint, student text, student_latin text, facts jsonb,
    purpose text, recipient text, wished text, language text, delivery text,
    address text, deadline date, form text, asked_at timestamptz,
    due timestamptz, late boolean, hours integer, state text, officer text,
    mine boolean, author text, author_id bigint, author_login text,
    author_email text, author_state text, author_asked timestamptz,
    link_until timestamptz, declined text, declined_by text, own boolean,
    version integer, salutation text, body text, closing text,
    signed_name text, signed_title text, confidential boolean,
    saved_at timestamptz, remarks text, reader text, serial text,
    printing text, why text, sealed boolean)
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
	select l.id, p.name_native, trim(p.name_family || ' ' || p.name_given),
	       sojourn.letter_facts(l.person_id, p_lang), l.purpose,
	       l.recipient, l.wished, l.language::text, l.delivery, l.address,
	       l.deadline, coalesce(f.name, ''), l.asked_at,
	       sojourn.letter_due(l.asked_at), sojourn.letter_late(l.id),
	       greatest(0, floor(extract(epoch from sojourn.now()
		   - sojourn.letter_due(l.asked_at)) / 3600))::integer,
	       l.state, coalesce(o.name, ''),
	       coalesce(l.officer = v_actor.account_id, false),
	       coalesce(a.name, ''), a.id, coalesce(c.login, ''),
	       coalesce(a.email, ''), coalesce(a.state, ''), a.asked_at,
	       (select max(k.expires_at) from token k
		where k.kind = 'letter-author' and k.value = a.id::text
		  and k.outbox_id >= a.link_mail),
	       coalesce(n.reason, ''), coalesce(n.name, ''),
	       coalesce(a.account_id = v_actor.account_id, false),
	       d.version, d.salutation, d.body, d.closing, d.signed_name,
	       d.signed_title, d.confidential, d.saved_at,
	       coalesce(d.remarks, ''), coalesce(r.name, ''),
	       coalesce(x.serial, ''), coalesce(x.state, ''),
	       coalesce(x.failed_why, ''), coalesce(x.sealed, false)
	  from letter l join person p on p.id = l.person_id
	  left join stored_file f on f.id = l.form_id
	  left join account o on o.id = l.officer
	  left join letter_draft d on d.letter_id = l.id
	  left join account r on r.id = d.read_by
	  left join lateral (select * from letter_author a
	    where a.letter_id = l.id and a.state in ('open', 'submitted')
	    order by a.id desc limit 1) a on true
	  left join account c on c.id = a.account_id
	  left join lateral (select n.reason, n.name from letter_author n
	    where n.letter_id = l.id and n.state = 'declined'
	    order by n.id desc limit 1) n on l.state = 'requested'
	  left join lateral (select x.serial, x.sealed, d.state, d.failed_why
	    from letter_document x join document d on d.serial = x.serial
	    where x.letter_id = l.id order by d.id desc limit 1) x on true
	 where l.id = p_letter;
end
$$;
