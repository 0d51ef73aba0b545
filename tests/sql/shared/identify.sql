begin;
\ir ../admissions.psql
select plan(23);

-- Names and numbers.
select is(sojourn.name_key('KIM, Min-ji'), 'kimminji', 'a latin name without its signs');
select is(sojourn.name_key('김민지'), sojourn.name_key(normalize('김 민지', NFD)),
    'jamo and spaces make no other name');
select is(sojourn.name_key('Ｋｉｍ'), 'kim', 'full width');
select is(sojourn.name_key('José'), 'jose', 'accents');
select is(sojourn.number_key(' ２０２３ a01'), '2023A01', 'a number in full width');

select adm.known('TSTA', '0011', '김하나', '2001-03-09', 101, 'KIM', 'Hana') as hana \gset
select adm.known('TSTA', '0012', '이두리', '2000-01-02', 102, 'LEE', 'Duri') as duri \gset

create temp table app (k text primary key, id bigint);
insert into app values
    ('number', adm.app('TSTA', '0011', '김하나', '2001-03-09')),
    ('previous', adm.app('TSTB', '77', '이 두리', '2000-01-02', p_previous => 'e311001027')),
    ('latin', adm.app('TSTA', '0012', 'Lee Duri', '2000-01-02', p_family => 'Duri', p_given => 'LEE')),
    ('moved', adm.app('TSTB', '78', '김하나', '2001-03-09')),
    ('reused', adm.app('TSTB', '79', '박새봄', '1999-12-31')),
    ('wrong-previous', adm.app('TSTB', '80', '최다른', '1998-01-01', p_previous => 'E311001017')),
    ('twin', adm.app('TSTB', '81', '박새봄', '1999-12-31')),
    ('later', adm.app('TSTB', '82', '박새봄', '1999-12-31', 'unconfirmed'));

select is(sojourn.identify_all((select array_agg(id) from app where k <> 'later')), 3,
    'R22: three of them are doubtful');
create temp view seen as select k, a.* from app join sojourn.application a using (id);
select is((select identity || person_id from seen where k = 'number'), 'known' || :hana,
    'R22: university and number with the same name and birth date');
select is((select identity || person_id from seen where k = 'previous'), 'known' || :duri,
    'R22: a previous ID with the same name and birth date, any university');
select is((select identity || person_id from seen where k = 'latin'), 'known' || :duri,
    'R22: the latin name in either order is the same name');
select is((select identity from seen where k = 'moved'), 'doubtful',
    'R22: name and birth date at another university');
select is((select identity from seen where k = 'reused'), 'new', 'R21: nobody of that name');
select is((select identity from seen where k = 'wrong-previous'), 'doubtful',
    'R22: a previous ID of somebody else');
select is((select identity from seen where k = 'twin'), 'doubtful',
    'R22: two of one name in one call see each other');
select is((select person_id from seen where k = 'later'), null, 'S2: an unconfirmed one makes nobody');
select results_eq($$ select k, c.why, a = (select person_id from seen where k = 'reused')
    from sojourn.identity_case c join app on app.id = c.application_id order by k $$,
    $$ values ('moved', 'name', false), ('twin', 'name', true), ('wrong-previous', 'previous-id', false) $$,
    'a case for each doubt, the person on file first');
select is((select a from sojourn.identity_case c join app on app.id = application_id and k = 'moved'),
    :hana::bigint, 'the case names the person it may be');
select is(sojourn.identify_all((select array_agg(id) from app where k <> 'later')), 0,
    'again: nobody is made twice');
select is((select count(*)::integer from sojourn.person where name_native = '박새봄'), 2,
    'one person row for each');
select is(sojourn.identify((select id from app where k = 'number')), 'known', 'one application alone');

-- The same applicant in the next term, never issued: known by the number.
update sojourn.application set state = 'withdrawn' where id = (select id from app where k = 'reused');
insert into app values ('again', adm.app('TSTB', '79', '박 새 봄', '1999-12-31'));
select is(sojourn.identify((select id from app where k = 'again')), 'known',
    'somebody who applied before without success is the same person');

-- The number of somebody else.
update sojourn.application set state = 'withdrawn' where id = (select id from app where k = 'latin');
insert into app values ('stolen', adm.app('TSTA', '0012', '남의이름', '1990-05-05', 'returned'));
select is(sojourn.identify((select id from app where k = 'stolen')), 'doubtful',
    'R22: a number on file with another name');
select is((select why from sojourn.identity_case c join app on app.id = application_id and k = 'stolen'),
    'number', 'because of the number');

-- A merged person is found under the living row.
update sojourn.person set merged_into = :duri where id = :hana;
select is((select kind || person_id from sojourn.match_people(jsonb_build_array(jsonb_build_object('n', 1,
    'university', adm.u('TSTA'), 'student_no', '0011', 'name_native', '김하나', 'birth_date', '2001-03-09')))),
    'known' || :duri, 'a merged person is the living row');
select * from finish();
rollback;
