-- What keeps grades as they were announced: set up again with each installation.
create or replace trigger grade_guard before insert or update or delete
	on sojourn.grade for each row
	execute function sojourn.grade_guard();
create or replace trigger grade_value_guard before update or delete
	on sojourn.grade_value for each row
	execute function sojourn.append_only();
create or replace trigger grade_announcement_guard before update or delete
	on sojourn.grade_announcement for each row
	execute function sojourn.append_only();
create or replace trigger grade_appeal_guard before update or delete
	on sojourn.grade_appeal for each row
	execute function sojourn.grade_appeal_guard();
create or replace trigger grade_appeal_act_guard before update or delete
	on sojourn.grade_appeal_act for each row
	execute function sojourn.append_only();
