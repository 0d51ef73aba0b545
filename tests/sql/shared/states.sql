-- States go the ways of their triggers alone, for the tables' owner as well as for
-- a superuser; what came to nothing may be deleted, what was decided may not.
begin;
\ir ../admissions.psql
select plan(43);

-- A row of each table.
select adm.app('TSTA', 'S1', '상태', '2001-01-01') as app \gset
select min(id) as one, max(id) as two from sojourn.person \gset
insert into sojourn.withdrawal (person_id, section_id, term_id, university_id, requested_at)
    values (-1, -1, adm.term(), adm.u('TSTA'), now());
insert into sojourn.partner_list (university_id, term_id, uploaded_by, file_name, file_sha256)
    values (adm.u('TSTA'), adm.term(), -1, 'states', sha256('x'));
insert into sojourn.identity_case (a, b, why, asked_by, decided_by) values (:one, :two, 'states', 1, 2);
insert into sojourn.correction (person_id, field, value, reason) values (:one, 'states', 'x', 'x');
with l as (insert into sojourn.letter (person_id, purpose, recipient, language, delivery, asked_at)
    values (:one, 'x', 'x', 'ko', 'download', now()) returning id)
insert into sojourn.letter_author (letter_id, account_id, name, asked_at, asked_by)
    select l.id, a.id, 'states', now(), 1 from l, sojourn.account a where a.login = 'prof.kim';
insert into sojourn.waitlist (person_id, section_id, joined_at, expires_at)
    select :one, min(s.id), now(), now() from sojourn.section s;
insert into sojourn.outbox (kind, lang, to_address) values ('states', 'ko', 'states@a.example');

-- The row of the table goes from one state to another as its owner would; what
-- other rules ask of the new state is filled in.
create function pg_temp.go(p_table text, p_where text, p_from text, p_to text) returns text
language plpgsql as $$
begin
	set local session_replication_role = replica;
	execute format('update sojourn.%I set state = %L%s where %s', p_table, p_from,
	    case when p_table = 'letter_author' then ', ended_at = '
		|| case p_from when 'open' then 'null' else 'now()' end || ', reason = ''x''' else '' end, p_where);
	set local session_replication_role = origin;
	set local role sojourn_owner;
	execute format('update sojourn.%I set state = %L%s where %s', p_table, p_to,
	    case when p_table = 'letter_author' then ', ended_at = '
		|| case p_to when 'open' then 'null' else 'now()' end else '' end, p_where);
	reset role;
	return 'gone';
exception when integrity_constraint_violation then
	reset role;
	set local session_replication_role = origin;
	return case when sqlerrm like '% cannot become %' then 'kept' else sqlerrm end;
end
$$;
create function pg_temp.application(p_from text, p_to text) returns text language sql as $$
	select pg_temp.go('application', 'id = ' || (select max(id) from sojourn.application), p_from, p_to)
$$;

select is(pg_temp.application('unconfirmed', 'approved'), 'kept', 'R36: nothing is decided before the mailbox is confirmed');
select is(pg_temp.application('submitted', 'issued'), 'kept', 'R8: nothing is issued that was not approved');
select is(pg_temp.application('rejected', 'issued'), 'kept', 'R8: nor what was rejected');
select is(pg_temp.application('issued', 'withdrawn'), 'kept', 'issued is for ever');
select is(pg_temp.application('issued', 'rejected'), 'kept', 'whatever is decided later');
select is(pg_temp.application('expired', 'submitted'), 'kept', 'R36: what expired is over');
select is(pg_temp.application('withdrawn', 'submitted'), 'kept', 'what was taken back is over');
select is(pg_temp.application('submitted', 'approved'), 'gone', 'submitted may be approved');
select is(pg_temp.application('approved', 'held'), 'gone', 'R37: undone until issued');
select is(pg_temp.application('approved', 'issued'), 'gone', 'approved may be issued');
select throws_ok('delete from sojourn.application where id = ' || :app, '23000', null, 'and is kept');
update sojourn.application set version = version + 1 where id = :app;
select pass('other columns may change');

select is(pg_temp.go('withdrawal', 'person_id = -1', 'withdrawn', 'requested'), 'kept', 'R12: withdrawn stays withdrawn');
select is(pg_temp.go('withdrawal', 'person_id = -1', 'refused', 'withdrawn'), 'kept', 'refused is refused');
select is(pg_temp.go('withdrawal', 'person_id = -1', 'taken-back', 'withdrawn'), 'kept', 'what the student took back nobody confirms');
select is(pg_temp.go('withdrawal', 'person_id = -1', 'requested', 'withdrawn'), 'gone', 'requested may be confirmed');
select is(pg_temp.go('withdrawal', 'person_id = -1', 'lapsed', 'confirmed-late'), 'gone', 'C29: late');

select is(pg_temp.go('partner_list', $$file_name = 'states'$$, 'committed', 'discarded'), 'kept', 'R6: a committed list stays');
select is(pg_temp.go('partner_list', $$file_name = 'states'$$, 'discarded', 'committed'), 'kept', 'a discarded one does not come back');
select is(pg_temp.go('partner_list', $$file_name = 'states'$$, 'preview', 'committed'), 'gone', 'a preview may be committed');

select is(pg_temp.go('identity_case', $$why = 'states'$$, 'open', 'merged'), 'kept', 'S1: nobody merges alone');
select is(pg_temp.go('identity_case', $$why = 'states'$$, 'separate', 'merge-asked'), 'kept', 'a decision is not taken twice');
select is(pg_temp.go('identity_case', $$why = 'states'$$, 'merge-asked', 'merged'), 'gone', 'the second agrees');

select is(pg_temp.go('correction', $$field = 'states'$$, 'refused', 'accepted'), 'kept', 'a correction is decided once');
select is(pg_temp.go('correction', $$field = 'states'$$, 'open', 'accepted'), 'gone', 'an open one may be accepted');

select is(pg_temp.go('letter_author', $$name = 'states'$$, 'declined', 'submitted'), 'kept', 'who declined does not write');
select is(pg_temp.go('letter_author', $$name = 'states'$$, 'relieved', 'open'), 'kept', 'nor who was relieved');
select is(pg_temp.go('letter_author', $$name = 'states'$$, 'open', 'submitted'), 'gone', 'who was asked does');

create function pg_temp.place(p_from text, p_to text) returns text language sql as $$
	select pg_temp.go('waitlist', 'id = ' || (select max(id) from sojourn.waitlist), p_from, p_to)
$$;
select is(pg_temp.place('left', 'waiting'), 'kept', 'who left a waiting list joins anew, behind the others');
select is(pg_temp.place('expired', 'offered'), 'kept', 'an offer that ran out is not made again');
select is(pg_temp.place('expired', 'taken'), 'kept', 'nor taken');
select is(pg_temp.place('taken', 'expired'), 'kept', 'what was taken does not run out');
select is(pg_temp.place('ended', 'waiting'), 'kept', 'a list that ended is over');
select is(pg_temp.place('waiting', 'expired'), 'kept', 'nothing runs out that was not offered');
select is(pg_temp.place('passed', 'offered'), 'gone', 'who was passed over may be next');
select is(pg_temp.place('offered', 'taken'), 'gone', 'an offer may be taken');
select is(pg_temp.place('expired', 'left'), 'gone', 'who leaves an offer lets it run out');

create function pg_temp.mail(p_from text, p_to text) returns text language sql as $$
	select pg_temp.go('outbox', $x$kind = 'states'$x$, p_from, p_to)
$$;
select is(pg_temp.mail('sent', 'failed'), 'kept', 'a mail that was taken did not fail');
select is(pg_temp.mail('dropped', 'sending'), 'kept', 'what was dropped is not sent by the way');
select is(pg_temp.mail('queued', 'sending'), 'gone', 'what is queued is');
select is(pg_temp.mail('dropped', 'sent'), 'gone', 'what the server has taken is sent, whatever was thought');
select is(pg_temp.mail('sent', 'queued'), 'gone', 'R24: staff may have it sent again');

select is((select count(*)::integer from pg_trigger where tgfoid = 'sojourn.state_guard'::regproc and tgenabled = 'O'), 9,
    'every table that this keeps');
select * from finish();
rollback;
