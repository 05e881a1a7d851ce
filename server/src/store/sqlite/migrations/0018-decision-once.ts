// Was this decision stored before? Under the name that its sender gave it, so that one that is sent again, because its answer
// never arrived, is not made twice.

export const decisionOnce = `
create table decision_once (
  actor_id text not null,
  once text not null,
  decision_id integer not null references decision,
  joined_id integer references decision,
  primary key (actor_id, once)
) strict, without rowid;
`
