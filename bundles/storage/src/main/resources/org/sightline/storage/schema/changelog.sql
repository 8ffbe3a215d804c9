--liquibase formatted sql

-- Rows of versioned tables hold from from_revision up to, but not including, to_revision; 9223372036854775807 is "still".
-- Lists of ids are one text, ids separated by a blank. Times are microseconds since 1970-01-01 UTC.

--property name:text value:clob dbms:derby
--property name:text value:text dbms:postgresql

--changeset sightline:1-tenant
create table tenant (
  tenant_key varchar(64) not null,
  revision bigint not null,
  next_member_number integer not null,
  primary key (tenant_key)
);
create table tenant_writer (
  tenant_key varchar(64) not null,
  turn bigint not null,
  primary key (tenant_key)
);
create table tenant_settings (
  tenant_key varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  name varchar(4000) not null,
  plan varchar(16) not null,
  time_zone varchar(64) not null,
  region varchar(4000),
  locale varchar(255) not null,
  find_by_phone boolean not null,
  primary key (tenant_key, from_revision)
);
--rollback drop table tenant_settings; drop table tenant_writer; drop table tenant;

--changeset sightline:1-directory
create table department (
  tenant_key varchar(64) not null,
  department_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  name varchar(4000) not null,
  parent_id varchar(64),
  order_weight integer not null,
  leader_user_ids ${text},
  primary key (tenant_key, department_id, from_revision)
);
create table member (
  tenant_key varchar(64) not null,
  member_number integer not null,
  from_revision bigint not null,
  to_revision bigint not null,
  user_id varchar(64) not null,
  name varchar(4000) not null,
  en_name varchar(4000),
  email varchar(4000),
  mobile varchar(4000),
  employee_no varchar(4000),
  job_title varchar(4000),
  city varchar(4000),
  country varchar(4000),
  departments ${text},
  custom_fields ${text},
  status varchar(16) not null,
  primary key (tenant_key, member_number, from_revision)
);
create unique index member_by_user_id on member (tenant_key, user_id, from_revision);
create table member_group (
  tenant_key varchar(64) not null,
  group_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  name varchar(4000) not null,
  user_ids ${text},
  department_ids ${text},
  membership_condition ${text},
  primary key (tenant_key, group_id, from_revision)
);
create table unit (
  tenant_key varchar(64) not null,
  unit_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  name varchar(4000) not null,
  unit_type varchar(4000) not null,
  department_ids ${text},
  primary key (tenant_key, unit_id, from_revision)
);
create table custom_field (
  tenant_key varchar(64) not null,
  field_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  field_position integer not null,
  label varchar(4000) not null,
  field_type varchar(16) not null,
  choices ${text},
  primary key (tenant_key, field_id, from_revision)
);
create table administrator (
  tenant_key varchar(64) not null,
  user_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  is_primary boolean not null,
  permissions varchar(1000),
  primary key (tenant_key, user_id, from_revision)
);
--rollback drop table administrator; drop table custom_field; drop table unit; drop table member_group; drop table member; drop table department;

--changeset sightline:1-visibility
create table visibility_policy (
  tenant_key varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  main_rule varchar(4000) not null,
  unit_types ${text},
  parameters ${text},
  rule_set_count integer not null,
  display_order varchar(32) not null,
  stamp varchar(36) not null,
  primary key (tenant_key, from_revision)
);
create index visibility_policy_newest_first on visibility_policy (tenant_key, from_revision desc);
create table visibility_rule (
  tenant_key varchar(64) not null,
  rule_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  rule_set integer not null,
  rule_position integer not null,
  name varchar(4000),
  effect varchar(16) not null,
  subject_user_ids ${text},
  subject_group_ids ${text},
  subject_department_ids ${text},
  object_user_ids ${text},
  object_department_ids ${text},
  primary key (tenant_key, rule_id, from_revision)
);
--rollback drop table visibility_rule; drop table visibility_policy;

--changeset sightline:1-access
create table credential (
  tenant_key varchar(64) not null,
  user_id varchar(64) not null,
  password_hash varchar(1000) not null,
  primary key (tenant_key, user_id)
);
create table member_session (
  tenant_key varchar(64) not null,
  digest varchar(255) not null,
  user_id varchar(64) not null,
  created_micros bigint not null,
  expires_micros bigint not null,
  primary key (tenant_key, digest)
);
create index member_session_by_digest on member_session (digest);
create index member_session_by_expiry on member_session (expires_micros);
--rollback drop table member_session; drop table credential;

--changeset sightline:1-audit
create table audit_entry (
  tenant_key varchar(64) not null,
  entry_number bigint generated by default as identity,
  at_micros bigint not null,
  actor_kind varchar(16) not null,
  actor_id varchar(255) not null,
  action varchar(255) not null,
  object_kind varchar(255) not null,
  object_id varchar(255) not null,
  value_before ${text},
  value_after ${text},
  revision bigint not null,
  primary key (tenant_key, entry_number)
);
create index audit_entry_newest_first on audit_entry (tenant_key, entry_number desc);
--rollback drop table audit_entry;

--changeset sightline:1-answers
create table kept_answer (
  answer_scope varchar(512) not null,
  idempotency_key varchar(512) not null,
  request_digest varchar(255) not null,
  status integer not null,
  body ${text},
  location varchar(4000) not null,
  reserved_micros bigint not null,
  primary key (answer_scope, idempotency_key)
);
create index kept_answer_by_age on kept_answer (reserved_micros);
--rollback drop table kept_answer;

--changeset sightline:2-audit-by-time
create index audit_entry_by_time on audit_entry (tenant_key, at_micros, revision);
--rollback drop index audit_entry_by_time;

--changeset sightline:3-trust
create table trust_settings (
  tenant_key varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  settings_id varchar(8) not null,
  can_find boolean not null,
  can_browse boolean not null,
  visible_fields ${text},
  searchable_fields ${text},
  removal_requires_approval boolean not null,
  primary key (tenant_key, settings_id, from_revision)
);
create table trusted_party (
  tenant_key varchar(64) not null,
  partner_key varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  relation_id varchar(64) not null,
  since_micros bigint not null,
  sponsor_key varchar(64) not null,
  share_all boolean not null,
  share_department_ids ${text},
  share_user_ids ${text},
  has_custom_access boolean not null,
  can_find boolean not null,
  can_browse boolean not null,
  has_custom_fields boolean not null,
  visible_fields ${text},
  searchable_fields ${text},
  primary key (tenant_key, partner_key, from_revision)
);
create table collaboration_rule (
  tenant_key varchar(64) not null,
  partner_and_rule varchar(129) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  created_micros bigint not null,
  subject_user_ids ${text},
  subject_group_ids ${text},
  subject_department_ids ${text},
  object_user_ids ${text},
  object_department_ids ${text},
  primary key (tenant_key, partner_and_rule, from_revision)
);
create table trust_invitation (
  tenant_key varchar(64) not null,
  code_digest varchar(255) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  sealed_code varchar(1000) not null,
  created_micros bigint not null,
  expires_micros bigint,
  single_use boolean not null,
  for_tenant_key varchar(64),
  primary key (tenant_key, code_digest, from_revision)
);
create index trust_invitation_by_digest on trust_invitation (code_digest);
create table trust_request (
  tenant_key varchar(64) not null,
  request_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  from_key varchar(64) not null,
  to_key varchar(64) not null,
  state varchar(16) not null,
  share_all boolean not null,
  share_department_ids ${text},
  share_user_ids ${text},
  can_find boolean not null,
  can_browse boolean not null,
  created_micros bigint not null,
  decided_micros bigint,
  decided_by_key varchar(64),
  decided_by_actor varchar(255),
  reason varchar(4000),
  primary key (tenant_key, request_id, from_revision)
);
create table trust_removal (
  tenant_key varchar(64) not null,
  removal_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  relation_id varchar(64) not null,
  from_key varchar(64) not null,
  to_key varchar(64) not null,
  state varchar(16) not null,
  requested_by varchar(255),
  created_micros bigint not null,
  decided_micros bigint,
  decided_by_key varchar(64),
  decided_by_actor varchar(255),
  reason varchar(4000),
  primary key (tenant_key, removal_id, from_revision)
);
--rollback drop table trust_removal; drop table trust_request; drop table trust_invitation; drop table collaboration_rule; drop table trusted_party; drop table trust_settings;

--changeset sightline:3-notices
create table notice (
  tenant_key varchar(64) not null,
  notice_number bigint generated by default as identity,
  notice_id varchar(64) not null,
  created_micros bigint not null,
  notice_type varchar(64) not null,
  object_kind varchar(255) not null,
  object_id varchar(255) not null,
  parameters ${text},
  primary key (tenant_key, notice_number)
);
create unique index notice_by_id on notice (tenant_key, notice_id);
create table notice_recipient (
  tenant_key varchar(64) not null,
  user_id varchar(64) not null,
  notice_id varchar(64) not null,
  read_micros bigint,
  primary key (tenant_key, user_id, notice_id)
);
--rollback drop table notice_recipient; drop table notice;

--changeset sightline:4-communication
create table communication_contact (
  tenant_key varchar(64) not null,
  user_id varchar(64) not null,
  peer_tenant_key varchar(64) not null,
  peer_user_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  created_micros bigint not null,
  contact_id varchar(64) not null,
  accepted boolean not null,
  direction varchar(16) not null,
  primary key (tenant_key, user_id, peer_tenant_key, peer_user_id, from_revision)
);
create index communication_contact_by_peer on communication_contact (peer_tenant_key);
create table communication_chat (
  tenant_key varchar(64) not null,
  user_id varchar(64) not null,
  peer_tenant_key varchar(64) not null,
  peer_user_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  created_micros bigint not null,
  chat_id varchar(64) not null,
  started_by_peer boolean not null,
  primary key (tenant_key, user_id, peer_tenant_key, peer_user_id, from_revision)
);
create index communication_chat_by_peer on communication_chat (peer_tenant_key);
create table communication_block (
  tenant_key varchar(64) not null,
  user_id varchar(64) not null,
  peer_tenant_key varchar(64) not null,
  peer_user_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  created_micros bigint not null,
  primary key (tenant_key, user_id, peer_tenant_key, peer_user_id, from_revision)
);
create table communication_privacy (
  tenant_key varchar(64) not null,
  user_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  find_by_phone boolean not null,
  primary key (tenant_key, user_id, from_revision)
);
--rollback drop table communication_privacy; drop table communication_block; drop table communication_chat; drop table communication_contact;

--changeset sightline:4-mobile-key
alter table member add column mobile_key varchar(64);
create index member_by_mobile_key on member (mobile_key);
create table unfinished_migration (
  task varchar(64) not null,
  primary key (task)
);
insert into unfinished_migration (task) values ('mobile-keys');
--rollback drop table unfinished_migration; drop index member_by_mobile_key; alter table member drop column mobile_key;

--changeset sightline:4-notice-deliveries
alter table notice add column dispatched boolean default false not null;
create index notice_undispatched on notice (dispatched, notice_number);
create index notice_by_age on notice (created_micros);
create table notice_delivery (
  tenant_key varchar(64) not null,
  channel_id varchar(64) not null,
  notice_number bigint not null,
  notice_id varchar(64) not null,
  state varchar(16) not null,
  attempts integer not null,
  created_micros bigint not null,
  next_micros bigint,
  ended_micros bigint,
  last_error varchar(1000),
  primary key (tenant_key, channel_id, notice_number)
);
create index notice_delivery_due on notice_delivery (state, next_micros);
create index notice_delivery_newest_first on notice_delivery (notice_number desc);
create table notice_channels (
  tenant_key varchar(64) not null,
  by_mail boolean not null,
  webhook_url varchar(2000),
  webhook_enabled boolean not null,
  sealed_secret varchar(4000),
  primary key (tenant_key)
);
create table notice_digest (
  tenant_key varchar(64) not null,
  epoch_day bigint not null,
  primary key (tenant_key)
);
create index trust_request_by_state on trust_request (state, to_revision);
--rollback drop index trust_request_by_state; drop table notice_digest; drop table notice_channels; drop table notice_delivery; drop index notice_by_age; drop index notice_undispatched; alter table notice drop column dispatched;

--changeset sightline:3-operator-access
create table operator_access (
  tenant_key varchar(64) not null,
  access_id varchar(8) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  until_micros bigint,
  primary key (tenant_key, access_id, from_revision)
);
--rollback drop table operator_access;

--changeset sightline:5-apps
create table app_approval_rules (
  tenant_key varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  rules_id varchar(8) not null,
  app_non_sensitive varchar(16) not null,
  app_advanced varchar(16) not null,
  user_non_sensitive varchar(16) not null,
  user_advanced varchar(16) not null,
  user_specific_sensitive varchar(16) not null,
  exceptions ${text},
  primary key (tenant_key, rules_id, from_revision)
);
create table app (
  tenant_key varchar(64) not null,
  app_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  app_name varchar(1000) not null,
  owner_user_id varchar(64) not null,
  created_micros bigint not null,
  redirect_uris ${text},
  event_url varchar(4000),
  availability varchar(16) not null,
  secret_digest varchar(255) not null,
  earlier_secret_digest varchar(255),
  earlier_until_micros bigint,
  sealed_signing_key varchar(1000) not null,
  data_range ${text} not null,
  primary key (tenant_key, app_id, from_revision)
);
create table app_version (
  tenant_key varchar(64) not null,
  app_and_version varchar(129) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  submitted_micros bigint not null,
  decisions ${text} not null,
  data_range ${text},
  events ${text},
  primary key (tenant_key, app_and_version, from_revision)
);
create table app_review (
  tenant_key varchar(64) not null,
  review_id varchar(96) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  app_id varchar(64) not null,
  app_version varchar(64) not null,
  created_micros bigint not null,
  closed_micros bigint,
  primary key (tenant_key, review_id, from_revision)
);
create table app_grant (
  tenant_key varchar(64) not null,
  app_and_permission varchar(330) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  granted_micros bigint not null,
  granted_by varchar(16) not null,
  primary key (tenant_key, app_and_permission, from_revision)
);
create table app_registration (
  app_id varchar(64) not null,
  tenant_key varchar(64) not null,
  primary key (app_id)
);
create index app_registration_by_tenant on app_registration (tenant_key);
--rollback drop table app_registration; drop table app_grant; drop table app_review; drop table app_version; drop table app; drop table app_approval_rules;

--changeset sightline:5-app-tokens
create table app_authorization (
  tenant_key varchar(64) not null,
  authorization_id varchar(64) not null,
  app_id varchar(64) not null,
  user_id varchar(64),
  created_micros bigint not null,
  touched_micros bigint not null,
  primary key (tenant_key, authorization_id)
);
create unique index app_authorization_by_id on app_authorization (authorization_id);
create index app_authorization_by_app on app_authorization (tenant_key, app_id);
create index app_authorization_by_user on app_authorization (tenant_key, user_id);
create table app_token (
  tenant_key varchar(64) not null,
  digest varchar(255) not null,
  authorization_id varchar(64) not null,
  kind varchar(16) not null,
  token_scope ${text},
  created_micros bigint not null,
  expires_micros bigint not null,
  used_micros bigint,
  redirect_uri varchar(4000),
  code_challenge varchar(255),
  primary key (tenant_key, digest)
);
create unique index app_token_by_digest on app_token (digest);
create index app_token_by_authorization on app_token (authorization_id);
create index app_token_by_expiry on app_token (expires_micros);
--rollback drop table app_token; drop table app_authorization;

--changeset sightline:5-app-consents
create table app_consent (
  tenant_key varchar(64) not null,
  user_id varchar(64) not null,
  app_id varchar(64) not null,
  permissions ${text},
  agreed_micros bigint not null,
  primary key (tenant_key, user_id, app_id)
);
--rollback drop table app_consent;
--changeset sightline:6-several-servers
alter table tenant add column origin bigint default 0 not null;
--rollback alter table tenant drop column origin;

--changeset sightline:6-changed-members dbms:postgresql
create index member_by_revision on member (tenant_key, from_revision);
--rollback drop index member_by_revision;

--changeset sightline:5-app-token-indexes
drop index app_authorization_by_id;
drop index app_token_by_digest;
create index app_token_by_key on app_token (digest);
drop index app_token_by_authorization;
create index app_token_of_authorization on app_token (tenant_key, authorization_id);
--rollback drop index app_token_of_authorization; create index app_token_by_authorization on app_token (authorization_id); drop index app_token_by_key; create unique index app_token_by_digest on app_token (digest); create unique index app_authorization_by_id on app_authorization (authorization_id);
--changeset sightline:vendors-shadow
create table visibility_shadow (
  tenant_key varchar(64) not null,
  shadow_id varchar(8) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  main_rule varchar(4000) not null,
  unit_types ${text},
  parameters ${text},
  since_micros bigint not null,
  primary key (tenant_key, shadow_id, from_revision)
);
create table visibility_shadow_tally (
  tenant_key varchar(64) not null,
  since_micros bigint not null,
  compared bigint not null,
  gained bigint not null,
  lost bigint not null,
  gained_samples ${text} not null,
  lost_samples ${text} not null,
  primary key (tenant_key, since_micros)
);
--rollback drop table visibility_shadow_tally; drop table visibility_shadow;

--changeset sightline:6-upkeep-history
create table tenant_history (
  tenant_key varchar(64) not null,
  oldest_revision bigint not null,
  primary key (tenant_key)
);
--rollback drop table tenant_history;
--changeset sightline:5-events
create table resource (
  tenant_key varchar(64) not null,
  resource_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  resource_type varchar(16) not null,
  title varchar(4000) not null,
  owner_kind varchar(16) not null,
  owner_id varchar(64) not null,
  created_micros bigint not null,
  administrators ${text},
  primary key (tenant_key, resource_id, from_revision)
);
create table resource_holder (
  tenant_key varchar(64) not null,
  holder_kind varchar(16) not null,
  holder_id varchar(64) not null,
  resource_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  owns boolean not null,
  created_micros bigint not null,
  primary key (tenant_key, holder_kind, holder_id, resource_id, from_revision)
);
create index resource_holder_by_resource on resource_holder (tenant_key, resource_id);
create table event_subscription (
  tenant_key varchar(64) not null,
  subscription_id varchar(64) not null,
  from_revision bigint not null,
  to_revision bigint not null,
  app_id varchar(64) not null,
  user_id varchar(64),
  event varchar(64) not null,
  resource_id varchar(64),
  created_micros bigint not null,
  primary key (tenant_key, subscription_id, from_revision)
);
create table event_occurrence (
  tenant_key varchar(64) not null,
  occurrence_number bigint generated by default as identity,
  revision bigint not null,
  app_id varchar(64) not null,
  user_id varchar(64),
  event varchar(64) not null,
  object_ids ${text} not null,
  occurred_micros bigint not null,
  data_range ${text} not null,
  primary key (tenant_key, app_id, occurrence_number)
);
create table event_delivery (
  tenant_key varchar(64) not null,
  delivery_number bigint not null,
  revision bigint not null,
  delivery_id varchar(64) not null,
  app_id varchar(64) not null,
  user_id varchar(64),
  event varchar(64) not null,
  subject varchar(16) not null,
  object_id varchar(64) not null,
  occurred_micros bigint not null,
  data_range ${text} not null,
  state varchar(16) not null,
  attempts integer not null,
  since_micros bigint not null,
  next_micros bigint,
  held_micros bigint,
  ended_micros bigint,
  last_error varchar(1000),
  primary key (tenant_key, app_id, delivery_number)
);
create unique index event_delivery_by_id on event_delivery (tenant_key, delivery_id);
create index event_delivery_due on event_delivery (state, next_micros);
create index event_delivery_in_order on event_delivery (tenant_key, app_id, subject, object_id, state);
create index event_delivery_by_age on event_delivery (ended_micros);
--rollback drop table event_delivery; drop table event_occurrence; drop table event_subscription; drop table resource_holder; drop table resource;
