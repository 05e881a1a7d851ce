// What did people correct in the reading of a file? A row for each correction, bound to the bytes; the newest stands.
// A document also knows where its splitting is unsure, which articles a corrected reading took out, and which went to the
// bin with it, so that each can be brought back without touching what was binned for another reason.

export const corrections = `
create table correction (
  id integer primary key autoincrement,
  sha256 text not null,
  body text not null,
  actor_id text not null,
  actor text not null,
  corrected_at text not null,
  replaced_at text
) strict;
create unique index correction_standing on correction (sha256) where replaced_at is null;

alter table document add column unsure integer not null default 0;
alter table document add column taken_out text not null default '[]';
alter table document add column removed_articles text not null default '[]';
alter table document add column removed_by text;
`
