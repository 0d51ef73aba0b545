-- sojourn.import_day(term, row): the rows of `import calendar` that are no
-- windows: CLASSES (from opens_at to the day before closes_at; makes the term
-- when it is not there), CATALOGUE_FINAL (R27), HOLIDAY (its name is reason).
-- Outcomes: done (detail.new) · already · invalid (detail.problems)
-- Tables: term, holiday (insert, update), host (read)
create or replace function sojourn.import_day(p_term text, p_row jsonb)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone text := coalesce((select h.zone from host h), 'UTC');
	v_from date := ((p_row ->> 'opens_at')::timestamptz at time zone v_zone)::date;
	v_till date := ((p_row ->> 'closes_at')::timestamptz at time zone v_zone)::date;
	v_new  boolean;
begin
	if p_row ->> 'kind' = 'HOLIDAY' then
		v_new := not exists (select from holiday h where h.day = v_from);
		insert into holiday as h (day, name)
		values (v_from, coalesce(p_row ->> 'reason', ''))
		on conflict (day) do update set name = excluded.name
		 where h.name <> excluded.name and excluded.name <> '';
	elsif p_row ->> 'kind' = 'CLASSES' then
		if v_till is null or v_till <= v_from then
			return verdict('invalid', 'R13', '{"problems": [{"field":
			    "closes_at", "why": "invalid", "value": ""}]}');
		end if;
		v_new := not exists (select from term t where t.code = p_term);
		insert into term as t (code, classes)
		values (p_term, daterange(v_from, v_till))
		on conflict (code) do update set classes = excluded.classes
		 where t.classes <> excluded.classes;
	else
		v_new := false;
		update term t
		   set catalogue_final_at = (p_row ->> 'opens_at')::timestamptz
		 where t.code = p_term and t.catalogue_final_at
		    is distinct from (p_row ->> 'opens_at')::timestamptz;
	end if;
	return verdict(case when found then 'done' else 'already' end, null,
	    jsonb_build_object('new', v_new));
end
$$;
