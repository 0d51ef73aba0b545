-- sojourn.grade_read(text, grading): what somebody typed as a grade (R17).
-- Percent: 0 to 100, at most one decimal, also with %, a decimal comma, or in
-- full width.  Pass: P, F, pass, fail, 합격, 불합격, 合格, 不合格.
-- Returns: percent or pass, both null for nothing typed; why it is not a grade:
--          '', number, range, decimals, word (of a section that passes or not)
create or replace function sojourn.grade_read(p_text text, p_grading text,
    out percent numeric, out pass boolean, out why text)
language plpgsql immutable
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v text := lower(btrim(translate(coalesce(p_text, ''),
	    '０１２３４５６７８９．，％　', '0123456789.,% ')));
begin
	why := '';
	if v = '' then
		return;
	elsif p_grading = 'pass' then
		pass := case when v in ('p', 'pass', 'passed', '합격', '合格')
		    then true
		    when v in ('f', 'fail', 'failed', '불합격', '不合格')
		    then false end;
		why := case when pass is null then 'word' else '' end;
		return;
	end if;
	v := replace(regexp_replace(v, '\s*%$', ''), ',', '.');
	if v !~ '^[-+]?[0-9]{1,10}(\.[0-9]{1,10})?$' then
		why := 'number';
	elsif v::numeric not between 0 and 100 then
		why := 'range';
	elsif v::numeric <> round(v::numeric, 1) then
		why := 'decimals';
	else
		percent := v::numeric;
	end if;
end
$$;
