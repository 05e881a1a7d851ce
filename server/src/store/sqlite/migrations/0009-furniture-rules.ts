// Which lines have people called page furniture? Rules that no longer stand are kept, for the furniture that they struck
// names them; and a piece of furniture can say more than its reason.

export const furnitureRules = `
create table furniture_rule (
  id integer primary key autoincrement,
  pattern text not null,
  publisher text,
  actor_id text not null,
  actor text not null,
  created_at text not null,
  removed_at text
) strict;
create unique index furniture_rule_standing on furniture_rule (pattern, coalesce(publisher, '')) where removed_at is null;

alter table furniture add column says text;
`
