-- sojourn.credit_limit: person before agreement before university before host,
-- never above the host's absolute limit (R18, R19, C20).
begin;
set search_path = sojourn, public;
select plan(8);
create temporary table u as
select id from university where code = 'CNU';
create temporary table t as select id from term where code = '2025-2';
create function pg_temp.said(p_own integer) returns text language sql as $$
	select max_credits || ' ' || limit_rule
	  from sojourn.credit_limit((select id from t), (select id from u), p_own)
$$;
select is(pg_temp.said(null), '12 R18', 'no home limit: the host''s 12');
select is(pg_temp.said(6), '6 R19', 'the person''s own limit');
select is(pg_temp.said(20), '18 C20', 'cut at the absolute limit');
update university set max_credits = 9 where id = (select id from u);
select is(pg_temp.said(null), '9 R19', 'the university''s limit');
select is(pg_temp.said(15), '15 R19', 'the person before the university');
update agreement set max_credits = 10 where university_id = (select id from u);
select is(pg_temp.said(null), '10 R19', 'the agreement before the university');
update agreement set valid = '[2017-03-01,2025-09-01)' where university_id = (select id from u);
select is(pg_temp.said(null), '9 R19', 'an agreement that has run out limits nobody');
select is((select count(*)::integer from sojourn.credit_limit((select id from t), (select id from u), null) l,
	jsonb_each(l.rule_versions) e join rule_value v on v.id = e.value::integer and v.key = e.key),
    3, 'the rule versions used are named');
select * from finish();
rollback;
