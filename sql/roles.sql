-- Roles of the cluster.  Idempotent; passwords are set by the installer.
-- sojourn_owner owns the tables, <program>_owner owns the functions of one
-- program; neither can log in.  sojourn_<program> logs in and may only execute
-- the functions of its program (S9).
do $$
declare
	v_program text;
begin
	if to_regrole('sojourn_owner') is null then
		create role sojourn_owner nologin;
	end if;
	if to_regrole('shared_owner') is null then
		create role shared_owner nologin;
	end if;
	foreach v_program in array array['public', 'tempid', 'account',
	    'register', 'withdraw', 'grades', 'teach', 'letters',
	    'certificates', 'partner', 'staff', 'abroad', 'demo', 'health',
	    'mailer', 'clerk', 'signer', 'press', 'verify', 'documents',
	    'cli']
	loop
		if to_regrole(v_program || '_owner') is null then
			execute format('create role %I nologin', v_program || '_owner');
		end if;
		if to_regrole('sojourn_' || v_program) is null then
			execute format('create role %I login connection limit 40',
			    'sojourn_' || v_program);
		end if;
		execute format('alter role %I set search_path = pg_catalog, pg_temp',
		    'sojourn_' || v_program);
		execute format('alter role %I set statement_timeout = %L',
		    'sojourn_' || v_program,
		    case when v_program in ('cli', 'clerk') then '60s'
			when v_program in ('partner', 'staff', 'demo') then '45s'
			else '8s' end);
		-- Its functions are small and asked thousands of times a second:
		-- planning them for each call costs more than it brings.
		if v_program = 'register' then
			execute format('alter role %I set plan_cache_mode = %L',
			    'sojourn_' || v_program, 'force_generic_plan');
		end if;
		execute format('alter role %I set lock_timeout = %L',
		    'sojourn_' || v_program, '5s');
		execute format('alter role %I set idle_in_transaction_session_timeout = %L',
		    'sojourn_' || v_program, '10s');
		-- An error of a call may quote what a person typed; the
		-- program logs its state and its function instead (S12).
		execute format('alter role %I set log_min_messages = %L',
		    'sojourn_' || v_program, 'log');
		execute format('alter role %I set timezone = %L',
		    'sojourn_' || v_program, 'Asia/Seoul');
	end loop;
end
$$;
