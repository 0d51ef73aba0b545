-- sojourn.certificate_guard(): a wish for certificates and a case about one only
-- go forward, and what was asked never changes.
create or replace function sojourn.certificate_guard() returns trigger
language plpgsql
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_steps text[] := array['review>approved', 'review>refused',
	    'review>ended', 'approved>code', 'approved>issued',
	    'approved>ended', 'code>issued', 'code>ended', 'open>correcting',
	    'open>declined', 'correcting>done', 'correcting>open'];
	v_asked text[] := array['id', 'person_id', 'account_id', 'type',
	    'subject', 'lang', 'copies', 'replaces', 'asked_at', 'document_id',
	    'what', 'words'];
begin
	if tg_op = 'UPDATE' and (new.state = old.state
		or old.state || '>' || new.state = any (v_steps))
	    and not exists (select from jsonb_each(to_jsonb(old)) o
		where o.key = any (v_asked)
		  and o.value is distinct from to_jsonb(new) -> o.key) then
		return new;
	end if;
	raise exception '% % may not change in this way', tg_table_name, old.id
	    using errcode = 'integrity_constraint_violation';
end
$$;
