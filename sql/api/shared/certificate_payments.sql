-- sojourn.certificate_payments(record, lang, till): tuition that was paid up to a
-- term, in won.
-- Tables: degree_payment (read)
create or replace function sojourn.certificate_payments(p_record bigint,
    p_lang text, p_till text)
returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select jsonb_build_object('payments', jsonb_agg(jsonb_build_object(
		'term', term_words(p.term, p_lang), 'item', p.item,
		'amount', to_char(p.amount, 'FM999,999,999,990'),
		'paid_on', p.paid_on) order by term_rank(p.term), p.item),
	    'total', to_char(sum(p.amount), 'FM999,999,999,990'))
	  from degree_payment p
	 where p.record_id = p_record and term_rank(p.term) <= term_rank(p_till)
$$;
