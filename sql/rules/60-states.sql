-- The ways of states that no function may leave, nor the tables' owner.
-- Letters, documents, certificates, grades and their corrections have guards of
-- their own; enrolments change in the rush and are kept by sojourn.decide().
create or replace trigger application_state before update of state
	on sojourn.application for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard(
	'unconfirmed>submitted', 'unconfirmed>expired', 'unconfirmed>withdrawn',
	'submitted>approved', 'submitted>rejected', 'submitted>returned',
	'submitted>held', 'submitted>withdrawn',
	'returned>submitted', 'returned>approved', 'returned>rejected',
	'returned>held', 'returned>withdrawn',
	'held>approved', 'held>rejected', 'held>returned', 'held>withdrawn',
	'approved>rejected', 'approved>returned', 'approved>held',
	'approved>withdrawn', 'approved>issued',
	'rejected>approved', 'rejected>returned', 'rejected>held',
	'rejected>withdrawn');
create or replace trigger application_keep before delete
	on sojourn.application for each row
	execute function sojourn.application_keep();
create or replace trigger withdrawal_state before update of state
	on sojourn.withdrawal for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard(
	'requested>confirmed-late', 'requested>withdrawn', 'requested>refused',
	'requested>taken-back', 'requested>lapsed',
	'confirmed-late>withdrawn', 'confirmed-late>refused',
	'confirmed-late>taken-back', 'confirmed-late>lapsed',
	'lapsed>confirmed-late', 'lapsed>withdrawn', 'lapsed>refused');
create or replace trigger partner_list_state before update of state
	on sojourn.partner_list for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard(
	'reading>preview', 'reading>unreadable', 'reading>discarded',
	'preview>committed', 'preview>discarded');
create or replace trigger identity_case_state before update of state
	on sojourn.identity_case for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard(
	'open>merge-asked', 'open>separate', 'merge-asked>merged',
	'merge-asked>separate');
create or replace trigger correction_state before update of state
	on sojourn.correction for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard('open>accepted', 'open>refused');
create or replace trigger letter_author_state before update of state
	on sojourn.letter_author for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard('open>submitted', 'open>declined',
	'open>relieved', 'submitted>relieved');
create or replace trigger grade_upload_state before update of state
	on sojourn.grade_upload for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard('preview>committed',
	'preview>discarded');
-- An offer that is left first runs out, so that its seat is found again.
create or replace trigger waitlist_state before update of state
	on sojourn.waitlist for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard(
	'waiting>passed', 'passed>waiting', 'waiting>offered', 'passed>offered',
	'waiting>taken', 'passed>taken', 'offered>taken', 'offered>expired',
	'waiting>ended', 'passed>ended', 'offered>ended',
	'waiting>left', 'passed>left', 'expired>left');
-- Whatever was thought of a mail meanwhile, the server may still say that it has
-- taken it; and staff may have any sent again.
create or replace trigger outbox_state before update of state
	on sojourn.outbox for each row
	when (old.state is distinct from new.state)
	execute function sojourn.state_guard(
	'queued>sending', 'sending>queued', 'sending>sent', 'sending>failed',
	'sending>dropped', 'queued>dropped', 'queued>failed',
	'queued>sent', 'failed>sent', 'dropped>sent',
	'sent>queued', 'failed>queued', 'dropped>queued');
