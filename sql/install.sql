-- A new database: run by the installer as superuser, then the functions.
\set ON_ERROR_STOP on
set client_min_messages = warning;
\ir schema/10-base.sql
\ir schema/20-term.sql
\ir schema/30-university.sql
\ir schema/40-course.sql
\ir schema/50-person.sql
\ir schema/51-totp.sql
\ir schema/57-degree.sql
\ir schema/60-application.sql
\ir schema/70-registration.sql
\ir schema/75-list.sql
\ir schema/76-room.sql
\ir schema/78-grade.sql
\ir schema/80-outbox.sql
\ir schema/90-audit.sql
\ir schema/92-download.sql
\ir schema/95-document.sql
\ir schema/96-seal.sql
\ir schema/97-letter.sql
\ir schema/96-certificate.sql
\ir schema/98-erasure.sql
\ir schema/99-owner.sql
