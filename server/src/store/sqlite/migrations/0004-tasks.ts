// What is done to many articles at once? A task and a row for each of its articles, so that it goes on where a process ended
// and can be taken back article by article.

export const tasks = `
create table task (
  id integer primary key autoincrement,
  kind text not null,
  word text,
  status text not null check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  question text,
  actor text not null,
  total integer not null,
  changed integer not null default 0,
  same integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  undoes integer references task (id),
  problem text,
  created_at text not null,
  started_at text,
  ended_at text
) strict;
create index task_open on task (id) where status in ('waiting', 'running');
create index task_undoes on task (undoes) where undoes is not null;

create table task_item (
  task_id integer not null references task (id),
  article_id integer not null,
  version integer not null,
  state text not null check (state in ('waiting', 'changed', 'same', 'skipped', 'failed')),
  before text,
  detail text,
  primary key (task_id, article_id)
) strict, without rowid;
create index task_item_waiting on task_item (task_id, article_id) where state = 'waiting';
`
