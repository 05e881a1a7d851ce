// Which searches do people keep? Each goes with its user; its feed has a key of its own, that is asked for again and
// again and therefore is kept as it is: it opens one list of articles and nothing else.

export const savedSearches = `
create table saved_search (
  id integer primary key autoincrement,
  user_id integer not null references user (id) on delete cascade,
  name text not null,
  query text not null,
  feed_key text not null,
  created_at text not null
) strict;
create index saved_search_user on saved_search (user_id);
`
