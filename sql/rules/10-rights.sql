-- Which role may do what.  A page's row in the program's table names one right.
truncate sojourn.role_right;
insert into sojourn.role_right (role, right_)
select r.role, unnest(string_to_array(r.rights, ' '))
  from (values
	('student', 'student certificates letters'),
	('degree', 'certificates letters'),
	('coordinator', 'partner partner.upload partner.students partner.lists partner.withdrawals partner.settings partner.people'),
	('recommender', 'partner partner.students partner.recommend partner.lists'),
	('academic', 'staff staff.applications staff.decide staff.issue staff.identity staff.master staff.mail staff.onbehalf staff.exceptions staff.withdrawals staff.notices staff.corrections staff.grades'),
	('affairs', 'staff staff.corrections staff.certificates staff.letters letters.write staff.notices'),
	('instructor', 'teach letters.write'),
	('auditor', 'staff staff.audit'),
	('admin', 'staff staff.applications staff.decide staff.issue staff.identity staff.master staff.mail staff.onbehalf staff.exceptions staff.withdrawals staff.notices staff.certificates staff.letters letters.write staff.audit staff.accounts staff.corrections staff.grades')
       ) as r(role, rights);
