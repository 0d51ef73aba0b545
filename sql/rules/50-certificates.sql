-- Certificates (document 003): rule values, the scale of own grades, guards.
insert into sojourn.rule_set (programme_type, institution, title)
values ('certificates', 'UST', 'Certificates')
on conflict do nothing;

insert into sojourn.rule_value (rule_set_id, key, value, cites)
select s.id, v.key, v.value, v.cites
  from sojourn.rule_set s, (values
	('languages', 'ko en ja', 'host: R109 names no language'),
	('languages_tuition_payment', 'ko', 'R110: 003'),
	('verified_types', 'expected-degree', 'R112: 003'),
	('verify_days', '2', 'host: R112 gives no time'),
	('case_days', '3', 'host: R108 gives no time'),
	('copies_max', '10', 'host: R109 names no number'),
	('fee', '0', 'R111: 003'),
	('phone_system', '1544-4536', 'R107: 003'),
	('phone_content', '042-865-2414', 'R108: 003')
       ) as v(key, value, cites)
 where s.programme_type = 'certificates' and s.institution = 'UST'
   and not exists (select from sojourn.rule_value o
	where o.rule_set_id = s.id and o.key = v.key);

insert into sojourn.degree_grade (grade, points, passed, place)
values ('A+', 4.5, true, 1), ('A0', 4.0, true, 2), ('B+', 3.5, true, 3),
	('B0', 3.0, true, 4), ('C+', 2.5, true, 5), ('C0', 2.0, true, 6),
	('D+', 1.5, true, 7), ('D0', 1.0, true, 8), ('F', 0.0, false, 9),
	('P', null, true, 10), ('NP', null, false, 11)
on conflict (grade) do nothing;

create or replace trigger certificate_request_guard before update or delete
	on sojourn.certificate_request for each row
	execute function sojourn.certificate_guard();
create or replace trigger certificate_copy_guard before update or delete
	on sojourn.certificate_copy for each row
	execute function sojourn.append_only();
create or replace trigger certificate_case_guard before update or delete
	on sojourn.certificate_case for each row
	execute function sojourn.certificate_guard();
create or replace trigger document_reason_guard before update or delete
	on sojourn.document_reason for each row
	execute function sojourn.append_only();
create or replace trigger certificate_issued after update of state
	on sojourn.document for each row
	when (new.state = 'valid' and old.state = 'printed')
	execute function sojourn.certificate_issued();
