-- sojourn.letter_mail(letter, step, params): tells the student how far the
-- letter is, at the verified address.
-- Parameters: p_step  which texts of the kind letter-status: asked, writing,
--             search, issued, ready, sealed, posted, linked, handed, correcting,
--             cancelled, refused, revoked
-- Tables: letter, account (read), outbox (insert)
create or replace function sojourn.letter_mail(p_letter bigint, p_step text,
    p_params jsonb default '{}')
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.mail('letter-status', a.email, a.lang,
	    jsonb_build_object('step', p_step, 'letter', l.id::text) || p_params,
	    a.id, l.person_id)
	  from letter l join account a
	    on a.person_id in (l.person_id, sojourn.person_root(l.person_id))
	 where l.id = p_letter and a.disabled_at is null
$$;
