-- staff_api.audit_row(id): one row of the audit, as it is hashed, what its ids
-- mean, and its seal.  Reading it is recorded (S25).
-- Returns: no row, or one: first the columns of sojourn.audit_rows; then the two
--          times and that of the head in the reader's zone, login,
--          person (temporary ID), university, object (code of a section),
--          account_kind; seal, head, key_id, signature, leaves, place (which leaf,
--          from 0), all null while it is not sealed or its head not signed;
--          said: of a download, what it was for in a person's own words
-- Tables: audit, download, account, university, temporary_id, section, audit_seal,
--         audit_head (read), audit (insert)
create or replace function staff_api.audit_row(p_session bytea, p_right text,
    p_id bigint)
returns table (id text, tx text, at text, told_at text, account_id text,
    person_id text, university_id text, program text, act text,
    object_kind text, object_id text, outcome text, rule text,
    request_id text, n text, detail text, seen_at timestamptz,
    rules_at timestamptz, signed_at timestamptz, login text, person text,
    university text, object text, account_kind text, seal bigint, head text,
    key_id text, signature text, leaves text, place bigint, said text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	perform sojourn.audit_settle();
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select r.*, w.at, w.told_at,
	       split_part(s.head, E'\n', 9)::timestamptz, coalesce(a.login, ''), coalesce((select t.id
		from temporary_id t where t.person_id = w.person_id limit 1), ''),
	       coalesce(u.code, ''), coalesce(c.code, ''), coalesce(a.kind, ''),
	       s.n, s.head, s.key_id, s.signature, s.leaves, s.place,
	       coalesce((select d.words from download d where w.act = 'download'
		   and d.id = (w.detail ->> 'download')::bigint), '')
	  from sojourn.audit_rows(p_id, p_id, null, '{}', 1) r
	  join audit w on w.id = p_id
	  left join account a on a.id = w.account_id
	  left join university u on u.id = w.university_id
	  left join section c on w.object_kind = 'section' and c.id = w.object_id
	  left join lateral (
		select e.n, h.head, h.key_id, encode(h.signature, 'hex')
			as signature, encode(e.leaves, 'hex') as leaves,
		       (select sum(least(upper(x), p_id) - lower(x))::bigint
			  from unnest(e.rows) x where lower(x) <= p_id) as place
		  from audit_seal e join audit_head h on h.n = e.n
		 where upper(e.rows) > p_id and e.rows @> p_id
		 order by e.n limit 1) s on true;
	if found then
		perform sojourn.note(v_actor, 'audit-read', 'audit', p_id, 'done',
		    'S25');
	end if;
end
$$;
