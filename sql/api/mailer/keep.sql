-- mailer_api.keep(mails, kinds, hashes): stores the hashes of the tokens and
-- codes that were made for claimed mails, before the mails are sent.
-- Parameters: three lists of one length; kind is a kind of token, or 'code';
--             hash is SHA-256 in hexadecimal
-- Returns: per mail ok, and until when the link works, in the mail's language.
--          ok is false when there is nothing to open any more: an attempt that
--          is over, an application that is confirmed, an account that has a
--          password (S1: no activation link for anyone who ever had one).
-- Tables: token (insert), login_attempt (update), outbox, account,
--         application, letter_author, letter_delivery, document (read)
create or replace function mailer_api.keep(p_mails bigint[], p_kinds text[],
    p_hashes text[])
returns table (id bigint, ok boolean, until text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	with asked as (
		select o.id, k.kind, o.kind = 'activate' as asked, decode(k.hash, 'hex') as hash, o.lang,
		       o.account_id, o.application_id, o.attempt_id,
		       coalesce(o.params ->> 'value',
			   o.params ->> 'letter_author',
			   o.params ->> 'letter_delivery', '') as value,
		       mailer_api.lifetime(k.kind) as until
		  from unnest(p_mails, p_kinds, p_hashes) as k(mail, kind, hash)
		  join outbox o on o.id = k.mail),
	codes as (
		update login_attempt t set code_hash = q.hash
		  from asked q
		 where q.kind = 'code' and t.id = q.attempt_id
		   and t.used_at is null and t.expires_at > clock_timestamp()
		returning q.id, mailer_api.when_text(t.expires_at, q.lang) as until),
	tokens as (
		insert into token (hash, kind, account_id, application_id, value,
		    outbox_id, made_at, expires_at)
		select q.hash, q.kind, q.account_id, q.application_id,
		       case when q.kind in ('email-change', 'email2',
			       'letter-author', 'letter-reader')
			   then q.value else '' end,
		       q.id, clock_timestamp(), q.until
		  from asked q
		  left join account a on a.id = q.account_id
		  left join application p on p.id = q.application_id
		 where case q.kind
		    when 'code' then false
		    when 'confirm' then p.state = 'unconfirmed'
		    when 'status-link' then p.id is not null
		    when 'letter-author' then exists (select from letter_author l
			where l.id = q.value::bigint and l.state = 'open')
		    when 'letter-reader' then exists (select
			from letter_delivery s join document d
			  on d.serial = s.serial
			where s.id = q.value::bigint and d.state = 'valid')
		    when 'activate' then a.id is not null
			and a.disabled_at is null and a.password_since is null
			and (a.password_state = 'none' or (q.asked
			    and a.password_state = 'birthdate'))
		    else a.id is not null and a.disabled_at is null end
		returning outbox_id as id, expires_at)
	select q.id, (c.id is not null or t.id is not null),
	       coalesce(c.until, mailer_api.when_text(t.expires_at, q.lang), '')
	  from asked q
	  left join codes c on c.id = q.id
	  left join tokens t on t.id = q.id;
end
$$;
