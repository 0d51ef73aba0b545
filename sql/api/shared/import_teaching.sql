-- sojourn.import_teaching(term, account, sections): the person teaches exactly
-- these sections of the term.
-- Returns: whether anything changed
-- Tables: section_instructor (insert, delete), section (read)
create or replace function sojourn.import_teaching(p_term integer,
    p_account bigint, p_sections text) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_codes   text[] := regexp_split_to_array(p_sections, '[,; ]+');
	v_changed boolean;
begin
	delete from section_instructor i using section s
	 where i.account_id = p_account and s.id = i.section_id
	   and s.term_id = p_term and not s.code = any (v_codes);
	v_changed := found;
	insert into section_instructor (section_id, account_id)
	select s.id, p_account from section s
	 where s.term_id = p_term and s.code = any (v_codes)
	on conflict do nothing;
	return found or v_changed;
end
$$;
