-- The rule set of the credit exchange (documents 000 and 001, and the gaps of
-- rules.md section J).  A later deploy changes values by new dated rows.
insert into sojourn.rule_set (programme_type, institution, title)
values ('credit-exchange', 'UST', 'Credit exchange, incoming')
on conflict do nothing;

insert into sojourn.rule_value (rule_set_id, key, value, cites)
select s.id, v.key, v.value, v.cites
  from sojourn.rule_set s, (values
	('credits_max', '12', 'R18: 000 3 1)'),
	('credits_min', '1', 'R18: 000 3 1)'),
	('credits_absolute_max', '18', 'C20: home limits above 12 end here'),
	('cancel_in_register', 'yes', 'C26'),
	('publish_at_web', '18:00', 'R38: 001 1b'),
	('publish_at_list', 'at-once', 'C31'),
	('initial_password', 'activation-link', 'R28, C4'),
	('confirm_hours', '72', 'C32'),
	('activation_days', '14', 'C32'),
	('status_link_hours', '24', 'C32'),
	('reset_hours', '2', 'host: R29 gives no lifetime'),
	('email_change_hours', '24', 'host: R42 gives no lifetime'),
	('birthdate_days', '7', 'S3'),
	('recommend_days', '5', 'C32'),
	('acknowledge_days', '5', 'C32'),
	('grade_entry_day', '5', 'C32: the last Friday before the announcement'),
	('appeal_days', '5', 'C32: working days to decide an appeal'),
	('grade_pass', '60', 'host: no document gives the lowest percent that passes'),
	('warn_hours', '48', 'R184, C25: warn before the end'),
	('substitute_days', '3', 'host: R32 gives no time to choose again'),
	('sections_per_request', '20', 'host: keeps one request small'),
	('letter_days', '2', 'R115'),
	('letter_author_days', '7', 'host: R114 gives no lifetime'),
	('letter_reader_days', '30', 'host: R115 gives no lifetime'),
	('waitlist_hours', '12', 'host: how long a seat is offered'),
	('waitlist_most', '5', 'host: lists one person may be on')
       ) as v(key, value, cites)
 where s.programme_type = 'credit-exchange' and s.institution = 'UST'
   and not exists (select from sojourn.rule_value o
	where o.rule_set_id = s.id and o.key = v.key);
