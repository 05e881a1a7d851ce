// How are the files of a source cut? Rules that no longer stand are kept, for the borders that they drew name them.

export const splitRules = `
create table split_rule (
  id integer primary key autoincrement,
  files text,
  publisher text,
  cut text not null check (cut in ('before', 'after', 'nowhere')),
  line text,
  actor_id text not null,
  actor text not null,
  created_at text not null,
  removed_at text
) strict;
create unique index split_rule_standing on split_rule (coalesce(files, ''), coalesce(publisher, ''), cut, coalesce(line, '')) where removed_at is null;
`
