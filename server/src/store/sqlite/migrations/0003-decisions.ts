// What must be kept so that decisions can be listed, taken back to the letter, and shown with their clusters at once?
// Each cluster id goes with one article, its keeper; facts that lists filter and sort by stand in the cluster's row.

export const decisions = `
alter table cluster add column keeper_id integer;
alter table cluster add column settled integer not null default 0;
alter table cluster add column standing text not null default 'open';
alter table cluster add column review_id integer;
alter table cluster add column joined text not null default '[]';
alter table cluster add column gone text not null default '[]';
alter table cluster add column later integer not null default 0;
alter table cluster add column confidence real not null default 1;
alter table cluster add column newest_at text not null default '';
alter table cluster add column headlines text not null default '';
alter table cluster add column updated_by text;

update cluster set keeper_id = principal_id, settled = size where size > 0;
update cluster set keeper_id = principal_id
where size = 0
  and not exists (select 1 from cluster as other where other.principal_id = cluster.principal_id and other.size > 0)
  and not exists (select 1 from cluster as other where other.principal_id = cluster.principal_id and other.size = 0 and other.id < cluster.id);
create unique index cluster_keeper on cluster (keeper_id) where keeper_id is not null;

update cluster set
  newest_at = coalesce((select max(created_at) from article where cluster_id = cluster.id and status = 'live'), updated_at),
  headlines = lower(coalesce((select substr(group_concat(headline, ' '), 1, 4000) from article where cluster_id = cluster.id and status = 'live'), '')),
  confidence = coalesce((
    select min(match.confidence) from article
    join match on match.left_id = min(article.id, cluster.principal_id) and match.right_id = max(article.id, cluster.principal_id)
    where article.cluster_id = cluster.id and article.status = 'live'
  ), 1),
  standing = case when conflicts <> '[]' then 'conflict' else status end,
  review_id = (select max(id) from decision where kind = 'review' and decision.cluster_id = cluster.id and withdrawn_at is null);
update cluster set conflicts = (
  select json_group_array(json_object('sentence', value, 'decisions', json('[]'), 'articles', json('[]'))) from json_each(cluster.conflicts)
) where conflicts <> '[]';

alter table match add column measured text;
alter table match add column asked integer not null default 0;

alter table decision add column batch_id integer;
create index decision_cluster on decision (cluster_id) where cluster_id is not null;
create index decision_batch on decision (batch_id) where batch_id is not null;

create table decision_text_wider (
  decision_id integer not null references decision (id),
  side text not null check (side in ('named', 'other', 'witness')),
  place integer not null,
  article_id integer not null,
  content_hash text not null,
  primary key (decision_id, side, place)
) strict, without rowid;
insert into decision_text_wider select * from decision_text;
drop table decision_text;
alter table decision_text_wider rename to decision_text;
create index decision_text_hash on decision_text (content_hash);
`
