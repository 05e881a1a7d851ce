// What does the archive keep? The first shape of the database. Never edited once released: a later shape is a later file.

export const begin = `
create table document (
  id integer primary key,
  upload text not null,
  name text not null,
  parent_id integer references document (id),
  depth integer not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  note text not null,
  status text not null check (status in ('queued', 'processing', 'done', 'refused', 'failed')),
  problem text,
  original_id integer references document (id),
  attempts integer not null default 0,
  received_at text not null,
  settled_at text,
  removed_at text
) strict;
create index document_upload on document (upload);
create index document_parent on document (parent_id) where parent_id is not null;
create index document_bytes on document (sha256);
create index document_original on document (original_id) where original_id is not null;
create index document_status on document (status, id);

create table furniture (
  document_id integer not null references document (id),
  span_begin integer not null,
  span_end integer not null,
  reason text not null,
  text text not null,
  primary key (document_id, span_begin, span_end)
) strict, without rowid;

create table cluster (
  id integer primary key,
  principal_id integer not null,
  principal_by text not null check (principal_by in ('rule', 'editor')),
  status text not null check (status in ('open', 'reviewed')),
  size integer not null,
  conflicts text not null,
  version integer not null,
  updated_at text not null
) strict;
create index cluster_size on cluster (size);
create index cluster_principal on cluster (principal_id);

create table article (
  id integer primary key,
  document_id integer not null references document (id),
  cluster_id integer not null references cluster (id),
  relation text,
  status text not null check (status in ('live', 'binned')),
  version integer not null,
  revision integer not null,
  external_id text,
  url text,
  span_begin integer not null,
  span_end integer not null,
  headline text not null,
  dek text,
  byline text not null,
  dateline text,
  publisher text,
  published_at text,
  language text not null,
  word_count integer not null,
  completeness text not null check (completeness in ('complete', 'incomplete')),
  tags text not null,
  content_hash text not null,
  token_count integer not null,
  print_version integer not null,
  created_at text not null,
  updated_at text not null
) strict;
create index article_document on article (document_id);
create index article_cluster on article (cluster_id);
create index article_content on article (content_hash);
create index article_published on article (published_at);

create table article_text (
  id integer primary key references article (id),
  body text not null,
  grounds text not null,
  issues text not null,
  prints blob not null
) strict;

create table shingle_print (
  print integer not null,
  article_id integer not null,
  primary key (print, article_id)
) strict, without rowid;

create table name_print (
  print integer not null,
  article_id integer not null,
  primary key (print, article_id)
) strict, without rowid;

create table print_index (
  id integer primary key check (id = 1),
  merged integer not null,
  epoch integer not null
) strict;
insert into print_index (id, merged, epoch) values (1, 0, 0);

create table print_total (
  version integer primary key,
  articles integer not null
) strict;

create table match (
  id integer primary key,
  left_id integer not null references article (id),
  right_id integer not null references article (id),
  relation text not null,
  resemblance real not null,
  left_containment real not null,
  right_containment real not null,
  passages text not null,
  substitutions text not null,
  reasons text not null,
  decided_by text not null,
  match_version text not null,
  confidence real not null,
  matched_words integer not null,
  direction text not null,
  check (left_id < right_id)
) strict;
create unique index match_pair on match (left_id, right_id);
create index match_right on match (right_id);

create table decision (
  id integer primary key,
  kind text not null,
  cluster_id integer references cluster (id),
  relation text,
  note text,
  actor_id text not null,
  actor text not null,
  decided_at text not null,
  withdrawn_at text,
  withdrawn_by text
) strict;

create table decision_text (
  decision_id integer not null references decision (id),
  side text not null check (side in ('named', 'other')),
  place integer not null,
  article_id integer not null,
  content_hash text not null,
  primary key (decision_id, side, place)
) strict, without rowid;
create index decision_text_hash on decision_text (content_hash);

create table engine (
  id integer primary key,
  identity text not null unique,
  seen_at text not null
) strict;

create table outbox (
  engine_id integer not null references engine (id) on delete cascade,
  article_id integer not null,
  wanted integer not null,
  held integer not null default 0,
  attempts integer not null default 0,
  quarantined integer not null default 0,
  due_at text not null default '',
  since text not null,
  error text,
  primary key (engine_id, article_id)
) strict, without rowid;
create index outbox_due on outbox (engine_id, quarantined, due_at, article_id) where wanted <> held;

create table user (
  id integer primary key autoincrement,
  email text not null unique,
  name text not null,
  role text not null,
  password_hash text not null,
  disabled integer not null,
  version integer not null,
  created_at text not null,
  last_seen_at text
) strict;

create table session (
  token_hash text primary key,
  user_id integer not null references user (id) on delete cascade,
  created_at text not null,
  expires_at text not null,
  seen_at text not null
) strict, without rowid;
create index session_user on session (user_id);

create table api_key (
  id integer primary key autoincrement,
  name text not null,
  role text not null,
  prefix text not null,
  key_hash text not null unique,
  created_at text not null,
  expires_at text,
  last_used_at text
) strict;

create table audit (
  id integer primary key,
  at text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before text,
  after text,
  previous text not null,
  hash text not null
) strict;
create index audit_subject on audit (subject_kind, subject_id);
create trigger audit_never_changes before update on audit
begin select raise(abort, 'the audit log is append-only'); end;
create trigger audit_never_shrinks before delete on audit
begin select raise(abort, 'the audit log is append-only'); end;

create table audit_head (
  id integer primary key check (id = 1),
  entry integer not null,
  hash text not null
) strict;
insert into audit_head (id, entry, hash) values (1, 0, '');

create table lease (
  name text primary key,
  owner text not null,
  expires_at integer not null
) strict, without rowid;

create table setting (
  key text primary key,
  value text not null
) strict, without rowid;
`
