-- Made by `wardroom describe`: what makes an empty database.
create table schema_meta (name text collate "C" not null primary key, value text collate "C" not null) ;
create table schema_field (type text collate "C" not null, field text collate "C" not null, kind text collate "C" not null, primary key (type, field)) ;
create table schema_applied (number bigint not null primary key, made_at bigint not null, program text collate "C" not null, hash text collate "C" not null, script text collate "C" not null) ;
create table tenant (org bytea not null primary key, name text collate "C" not null, name_fr text collate "C" not null, zone text collate "C" not null, created_at bigint not null) ;
create table setting (org bytea not null, name text collate "C" not null, value text collate "C" not null, primary key (org, name)) ;
create table counter (org bytea not null, name text collate "C" not null, last bigint not null, primary key (org, name)) ;
create table entry (org bytea not null, id bytea not null, type text collate "C" not null, number bigint not null, title text collate "C" not null, title_fr text collate "C" not null, title_fold text collate "C" not null, unit bytea, label bigint not null, owner bytea, withdrawn bigint not null, closed bigint not null, state text collate "C" not null, changed_at bigint not null, primary key (org, id)) ;
create unique index entry_code on entry (org, type, number);
create index entry_title on entry (org, type, title_fold);
create index entry_changed on entry (org, changed_at);
create table need_to_know (org bytea not null, record bytea not null, person bytea not null, primary key (org, record, person)) ;
create table link (org bytea not null, source bytea not null, field text collate "C" not null, target bytea not null, primary key (org, source, field, target)) ;
create index link_target on link (org, target, field, source);
create table approval (org bytea not null, record bytea not null, made_at bigint not null, step text collate "C" not null, person bytea, account bytea, person_name text collate "C" not null, version bigint not null, hash bytea not null, voided_at bigint not null, primary key (org, record, made_at)) ;
create table file_use (org bytea not null, hash bytea not null, record bytea not null, primary key (org, hash, record)) ;
create index file_use_record on file_use (org, record);
create table history (
  org bytea not null,
  seq bigint not null,
  made_at bigint not null,
  account bytea,
  type text collate "C" not null,
  record bytea not null,
  version bigint not null,
  what text collate "C" not null,
  leaf text collate "C" not null,
  opened text collate "C",
  primary key (org, seq)
) ;
create index history_record on history (org, record, seq);
create table ledger_head (
  org bytea not null primary key,
  size bigint not null,
  made_at bigint not null,
  edge bytea not null
) ;
create table ledger_node (
  org bytea not null,
  level bigint not null,
  place bigint not null,
  hash bytea not null,
  primary key (org, level, place)
) ;
create table ledger_checkpoint (
  org bytea not null,
  size bigint not null,
  made_at bigint not null,
  note text collate "C" not null,
  primary key (org, size)
) ;
create table file_gone (
  org bytea not null,
  hash bytea not null,
  primary key (org, hash)
) ;
create table ledger_key (
  public_key bytea not null primary key,
  since bigint not null
) ;
create table access_epoch (
  org bytea not null primary key,
  epoch bigint not null
) ;
create table account (
  org bytea not null,
  id bytea not null,
  person bytea not null,
  login text collate "C" not null,
  login_fold text collate "C" not null unique,
  password text collate "C",
  secret bytea not null,
  state bigint not null,
  lang bigint not null,
  version bigint not null,
  made_at bigint not null,
  last_sign_in_at bigint not null,
  primary key (org, id)
) ;
create table session (
  hash bytea not null primary key,
  org bytea not null,
  id bytea not null,
  account bytea not null,
  started_at bigint not null,
  last_at bigint not null,
  ends_at bigint not null,
  address text collate "C" not null,
  agent text collate "C" not null
) ;
create index session_account on session (org, account);
create table api_token (
  hash bytea not null primary key,
  org bytea not null,
  id bytea not null,
  account bytea not null,
  name text collate "C" not null,
  hint text collate "C" not null,
  read_only smallint not null,
  scopes text collate "C" not null,
  made_at bigint not null,
  ends_at bigint not null,
  last_used_at bigint not null,
  revoked smallint not null
) ;
create index api_token_account on api_token (org, account);
create table sign_in_attempt (
  source bytea not null primary key,
  failed bigint not null,
  last_at bigint not null
) ;
create table setup_code (
  hash bytea not null primary key,
  ends_at bigint not null
) ;
create table remembered_answer (
  org bytea not null,
  key bytea not null,
  request bytea not null,
  status bigint not null,
  version bigint not null,
  location text collate "C" not null,
  body text collate "C" not null,
  erased smallint not null,
  made_at bigint not null,
  primary key (org, key)
) ;
create index remembered_answer_made on remembered_answer (made_at);
create table local_value (org bytea not null, record bytea not null, field text collate "C" not null, kept text collate "C" not null, sorted text collate "C" not null, number bigint, primary key (org, record, field)) ;
create table word_doc (org bytea not null, doc bigint not null, record bytea not null, vector tsvector not null, words text collate "C" not null, primary key (org, doc));create unique index word_doc_record on word_doc (org, record);create index word_doc_words on word_doc using gin (vector);
create table about (org bytea not null, record bytea not null, target bytea not null, type text collate "C" not null, primary key (org, record, target)) ;
create index about_target on about (org, target);
create table file_kept (id bytea not null primary key, hash bytea, bytes bigint not null, kept_at bigint not null) ;
create unique index file_kept_hash on file_kept (hash);
create table file_piece (file bytea not null, place bigint not null, bytes bytea not null, primary key (file, place)) ;
create table notice (
  org bytea not null,
  id bytea not null,
  person bytea not null,
  kind text collate "C" not null,
  record bytea,
  duty text collate "C" not null,
  says text collate "C" not null,
  detail text collate "C" not null,
  due_on text collate "C" not null,
  due_at bigint not null,
  key text collate "C" not null,
  made_at bigint not null,
  read_at bigint not null,
  settled_at bigint not null,
  told_by bytea,
  told_at bigint not null,
  primary key (org, id)
) ;
create unique index notice_once on notice (org, person, key);
create index notice_record on notice (org, record);
create index notice_list on notice (org, person, id);
create index notice_unread on notice (org, person, id)
  where read_at = 0 and settled_at = 0;
create index notice_untold on notice (org, person)
  where read_at = 0 and settled_at = 0 and told_at = 0;
create table outbox (
  org bytea not null,
  id bytea not null,
  kind text collate "C" not null,
  goes_to bigint not null,
  name text collate "C" not null,
  record bytea,
  by_person bytea,
  duty text collate "C" not null,
  says text collate "C" not null,
  detail text collate "C" not null,
  due_on text collate "C" not null,
  due_at bigint not null,
  key text collate "C" not null,
  made_at bigint not null,
  primary key (org, id)
) ;
create table notice_choice (
  org bytea not null,
  person bytea not null,
  mail smallint not null,
  hour bigint not null,
  kinds bigint not null,
  primary key (org, person)
) ;
create table sending (
  org bytea not null,
  id bytea not null,
  person bytea not null,
  kind text collate "C" not null,
  day text collate "C" not null,
  address text collate "C" not null,
  lang bigint not null,
  subject text collate "C" not null,
  body text collate "C" not null,
  state text collate "C" not null,
  attempts bigint not null,
  answer text collate "C" not null,
  made_at bigint not null,
  tried_at bigint not null,
  ended_at bigint not null,
  erased smallint not null,
  primary key (org, id)
) ;
create unique index sending_day on sending (org, person, day) where day <> '';
create index sending_person on sending (org, person, id);
create index sending_made on sending (made_at);
create table sending_record (
  org bytea not null,
  record bytea not null,
  sending bytea not null,
  primary key (org, record, sending)
) ;
create index sending_record_of on sending_record (org, sending);
create table sending_queue (
  org bytea not null,
  id bytea not null,
  not_before bigint not null,
  holder bytea,
  handed smallint not null,
  primary key (org, id)
) ;
create index sending_queue_due on sending_queue (not_before);
create table calendar_feed (
  hash bytea not null primary key,
  org bytea not null,
  account bytea not null,
  made_at bigint not null,
  last_used_at bigint not null
) ;
create unique index calendar_feed_account on calendar_feed (org, account);
create table duty_instance (org bytea not null, duty text collate "C" not null, subject bytea not null, unit bytea, label bigint not null, narrow bigint not null, owner bytea, role text collate "C" not null, area text collate "C" not null, force text collate "C" not null, act text collate "C" not null, counted bigint not null, state text collate "C" not null, ground text collate "C" not null, since bigint not null, due_at bigint not null, changes_at bigint not null, local_limit bigint not null, proof bytea, why text collate "C" not null, judged_at bigint not null, due_order bigint not null, primary key (org, subject, duty)) ;
create index duty_instance_duty on duty_instance (org, duty, subject);
create index duty_instance_changes on duty_instance (org, changes_at, subject);
create index duty_instance_judged on duty_instance (org, judged_at, subject);
create index duty_instance_owner on duty_instance (org, owner, state, due_order, duty, subject);
create index duty_instance_role on duty_instance (org, role, state, due_order, duty, subject);
create index duty_instance_state on duty_instance (org, state, due_order, duty, subject);
create table duty_change (org bytea not null, made_at bigint not null, duty text collate "C" not null, subject bytea not null, before text collate "C" not null, after text collate "C" not null, proof bytea, why text collate "C" not null, primary key (org, duty, subject, made_at)) ;
create index duty_change_at on duty_change (org, made_at);
create table duty_count (org bytea not null, area text collate "C" not null, force text collate "C" not null, state text collate "C" not null, unit bytea not null, label bigint not null, count bigint not null, primary key (org, area, force, state, unit, label)) ;
create table duty_basis (org bytea not null primary key, basis text collate "C" not null) ;
create table one_time_code (
  org bytea not null,
  about bytea not null,
  person bytea not null,
  made_at bigint not null,
  hash bytea not null,
  tries bigint not null,
  used smallint not null,
  primary key (org, about, person, made_at)
) ;
create index one_time_code_made on one_time_code (org, made_at);
create table r_system (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_abbreviation text collate "C" not null default '', f_abbreviation__fr text collate "C" not null default '', s_abbreviation text collate "C" not null default '', s_abbreviation__fr text collate "C" not null default '', f_purpose text collate "C" not null default '', f_purpose__fr text collate "C" not null default '', s_purpose text collate "C" not null default '', s_purpose__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_hosting text collate "C" not null default '', f_accountable bytea, f_technical bytea, f_information bytea, f_information_rank bigint, f_personal_information bigint, f_payment_cards bigint, f_critical bigint, f_in_service_on text collate "C" not null default '', f_next_update_on text collate "C" not null default '', f_restore_months bigint, f_restore_tested_on text collate "C" not null default '', f_restore_due_on text collate "C" not null default '', f_log_months bigint, f_log_sampled_on text collate "C" not null default '', f_log_sample bytea, f_log_sample__bytes bigint not null default 0, f_log_sample__name text collate "C" not null default '', f_log_sample__media text collate "C" not null default '', f_patch_days bigint, f_patch_log_on text collate "C" not null default '', f_patch_log_until text collate "C" not null default '', f_change_log_on text collate "C" not null default '', f_vulnerability_log_on text collate "C" not null default '', f_no_vulnerabilities_on text collate "C" not null default '', f_no_patches_on text collate "C" not null default '', f_no_changes_on text collate "C" not null default '', f_scanned_before_on text collate "C" not null default '', f_scanned_after_on text collate "C" not null default '', f_tested_before_on text collate "C" not null default '', f_accepted_before_on text collate "C" not null default '', f_launch_acceptance bytea, f_confirmed_on text collate "C" not null default '', f_leaves_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_system_number on r_system (org, number);
create index r_system_changed on r_system (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_system_unit on r_system (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_system_owner on r_system (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_system_bin on r_system (org, withdrawn_at) where withdrawn_at > 0;
create index r_system_state on r_system (org, state, changed_at, id) where withdrawn_at = 0;
create index r_system_f_title on r_system (org, s_title, id) where withdrawn_at = 0;
create index r_system_f_kind on r_system (org, f_kind, id) where withdrawn_at = 0;
create index r_system_f_accountable on r_system (org, f_accountable, id) where withdrawn_at = 0;
create index r_system_f_technical on r_system (org, f_technical, id) where withdrawn_at = 0;
create index r_system_f_information on r_system (org, f_information, id) where withdrawn_at = 0;
create index r_system_f_critical on r_system (org, coalesce(f_critical, -9223372036854775807), id) where withdrawn_at = 0;
create index r_system_f_in_service_on on r_system (org, f_in_service_on, id) where withdrawn_at = 0;
create index r_system_f_launch_acceptance on r_system (org, f_launch_acceptance, id) where withdrawn_at = 0;
create table r_change (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_system bytea, f_kind text collate "C" not null default '', f_urgency text collate "C" not null default '', f_patch bigint, f_description text collate "C" not null default '', f_description__fr text collate "C" not null default '', s_description text collate "C" not null default '', s_description__fr text collate "C" not null default '', f_risks text collate "C" not null default '', f_risks__fr text collate "C" not null default '', s_risks text collate "C" not null default '', s_risks__fr text collate "C" not null default '', f_mitigations text collate "C" not null default '', f_mitigations__fr text collate "C" not null default '', s_mitigations text collate "C" not null default '', s_mitigations__fr text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_planned_for text collate "C" not null default '', f_made_on text collate "C" not null default '', f_touches_plan text collate "C" not null default '', f_plan_grounds text collate "C" not null default '', s_plan_grounds text collate "C" not null default '', f_touches_risks text collate "C" not null default '', f_risk_grounds text collate "C" not null default '', s_risk_grounds text collate "C" not null default '', f_approved_by bytea, f_approved_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_change_number on r_change (org, number);
create index r_change_changed on r_change (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_change_unit on r_change (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_change_owner on r_change (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_change_bin on r_change (org, withdrawn_at) where withdrawn_at > 0;
create index r_change_state on r_change (org, state, changed_at, id) where withdrawn_at = 0;
create index r_change_f_title on r_change (org, s_title, id) where withdrawn_at = 0;
create index r_change_f_system on r_change (org, f_system, id) where withdrawn_at = 0;
create index r_change_f_kind on r_change (org, f_kind, id) where withdrawn_at = 0;
create index r_change_f_made_on on r_change (org, f_made_on, id) where withdrawn_at = 0;
create index r_change_f_touches_plan on r_change (org, f_touches_plan, id) where withdrawn_at = 0;
create index r_change_f_touches_risks on r_change (org, f_touches_risks, id) where withdrawn_at = 0;
create index r_change_f_approved_by on r_change (org, f_approved_by, id) where withdrawn_at = 0;
create table r_project (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_stage text collate "C" not null default '', f_lead bytea, f_purpose text collate "C" not null default '', f_purpose__fr text collate "C" not null default '', s_purpose text collate "C" not null default '', s_purpose__fr text collate "C" not null default '', f_lifecycle bytea, f_security_budget bigint, f_security_days bigint, f_trace bytea, f_started_on text collate "C" not null default '', f_build_on text collate "C" not null default '', f_ended_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_project_number on r_project (org, number);
create index r_project_changed on r_project (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_project_unit on r_project (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_project_owner on r_project (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_project_bin on r_project (org, withdrawn_at) where withdrawn_at > 0;
create index r_project_state on r_project (org, state, changed_at, id) where withdrawn_at = 0;
create index r_project_f_title on r_project (org, s_title, id) where withdrawn_at = 0;
create index r_project_f_stage on r_project (org, f_stage, id) where withdrawn_at = 0;
create index r_project_f_lead on r_project (org, f_lead, id) where withdrawn_at = 0;
create index r_project_f_lifecycle on r_project (org, f_lifecycle, id) where withdrawn_at = 0;
create index r_project_f_security_budget on r_project (org, coalesce(f_security_budget, -9223372036854775807), id) where withdrawn_at = 0;
create index r_project_f_trace on r_project (org, f_trace, id) where withdrawn_at = 0;
create table r_project_gate (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_project bytea, f_stage text collate "C" not null default '', f_checklist text collate "C" not null default '', s_checklist text collate "C" not null default '', f_security_considered text collate "C" not null default '', s_security_considered text collate "C" not null default '', f_privacy_considered text collate "C" not null default '', s_privacy_considered text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_passed_by bytea, f_passed_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_project_gate_number on r_project_gate (org, number);
create index r_project_gate_changed on r_project_gate (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_project_gate_unit on r_project_gate (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_project_gate_owner on r_project_gate (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_project_gate_bin on r_project_gate (org, withdrawn_at) where withdrawn_at > 0;
create index r_project_gate_state on r_project_gate (org, state, changed_at, id) where withdrawn_at = 0;
create index r_project_gate_f_title on r_project_gate (org, s_title, id) where withdrawn_at = 0;
create index r_project_gate_f_project on r_project_gate (org, f_project, id) where withdrawn_at = 0;
create index r_project_gate_f_stage on r_project_gate (org, f_stage, id) where withdrawn_at = 0;
create index r_project_gate_f_passed_by on r_project_gate (org, f_passed_by, id) where withdrawn_at = 0;
create index r_project_gate_f_passed_on on r_project_gate (org, f_passed_on, id) where withdrawn_at = 0;
create table r_contract (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_supplier text collate "C" not null default '', f_supplier__fr text collate "C" not null default '', s_supplier text collate "C" not null default '', s_supplier__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_contract_number text collate "C" not null default '', s_contract_number text collate "C" not null default '', f_project bytea, f_manager bytea, f_requirements text collate "C" not null default '', s_requirements text collate "C" not null default '', f_schedule bytea, f_schedule__bytes bigint not null default 0, f_schedule__name text collate "C" not null default '', f_schedule__media text collate "C" not null default '', f_schedule_name text collate "C" not null default '', s_schedule_name text collate "C" not null default '', f_schedule_signed_on text collate "C" not null default '', f_starts_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_contract_number on r_contract (org, number);
create index r_contract_changed on r_contract (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_contract_unit on r_contract (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_contract_owner on r_contract (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_contract_bin on r_contract (org, withdrawn_at) where withdrawn_at > 0;
create index r_contract_state on r_contract (org, state, changed_at, id) where withdrawn_at = 0;
create index r_contract_f_title on r_contract (org, s_title, id) where withdrawn_at = 0;
create index r_contract_f_supplier on r_contract (org, s_supplier, id) where withdrawn_at = 0;
create index r_contract_f_kind on r_contract (org, f_kind, id) where withdrawn_at = 0;
create index r_contract_f_project on r_contract (org, f_project, id) where withdrawn_at = 0;
create index r_contract_f_manager on r_contract (org, f_manager, id) where withdrawn_at = 0;
create index r_contract_f_schedule_signed_on on r_contract (org, f_schedule_signed_on, id) where withdrawn_at = 0;
create index r_contract_f_ends_on on r_contract (org, f_ends_on, id) where withdrawn_at = 0;
create table r_contract_deviation (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_contract bytea, f_section text collate "C" not null default '', s_section text collate "C" not null default '', f_alters_security bigint, f_shared_service bigint, f_wording text collate "C" not null default '', s_wording text collate "C" not null default '', f_counsel bytea, f_advice text collate "C" not null default '', s_advice text collate "C" not null default '', f_reviewed_by bytea, f_reviewed_on text collate "C" not null default '', f_grounds text collate "C" not null default '', s_grounds text collate "C" not null default '', f_approving_office text collate "C" not null default '', s_approving_office text collate "C" not null default '', f_decided_by bytea, f_decided_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_contract_deviation_number on r_contract_deviation (org, number);
create index r_contract_deviation_changed on r_contract_deviation (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_contract_deviation_unit on r_contract_deviation (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_contract_deviation_owner on r_contract_deviation (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_contract_deviation_bin on r_contract_deviation (org, withdrawn_at) where withdrawn_at > 0;
create index r_contract_deviation_state on r_contract_deviation (org, state, changed_at, id) where withdrawn_at = 0;
create index r_contract_deviation_f_title on r_contract_deviation (org, s_title, id) where withdrawn_at = 0;
create index r_contract_deviation_f_contract on r_contract_deviation (org, f_contract, id) where withdrawn_at = 0;
create index r_contract_deviation_f_alters_security on r_contract_deviation (org, coalesce(f_alters_security, -9223372036854775807), id) where withdrawn_at = 0;
create index r_contract_deviation_f_counsel on r_contract_deviation (org, f_counsel, id) where withdrawn_at = 0;
create index r_contract_deviation_f_reviewed_by on r_contract_deviation (org, f_reviewed_by, id) where withdrawn_at = 0;
create index r_contract_deviation_f_reviewed_on on r_contract_deviation (org, f_reviewed_on, id) where withdrawn_at = 0;
create index r_contract_deviation_f_decided_by on r_contract_deviation (org, f_decided_by, id) where withdrawn_at = 0;
create index r_contract_deviation_f_decided_on on r_contract_deviation (org, f_decided_on, id) where withdrawn_at = 0;
create table r_security_test (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_system bytea, f_kind text collate "C" not null default '', f_scope text collate "C" not null default '', f_scope__fr text collate "C" not null default '', s_scope text collate "C" not null default '', s_scope__fr text collate "C" not null default '', f_planned_for text collate "C" not null default '', f_tested_on text collate "C" not null default '', f_tester text collate "C" not null default '', s_tester text collate "C" not null default '', f_results text collate "C" not null default '', s_results text collate "C" not null default '', f_report bytea, f_report__bytes bigint not null default 0, f_report__name text collate "C" not null default '', f_report__media text collate "C" not null default '', f_approved_by bytea, f_approved_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_security_test_number on r_security_test (org, number);
create index r_security_test_changed on r_security_test (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_security_test_unit on r_security_test (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_security_test_owner on r_security_test (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_security_test_bin on r_security_test (org, withdrawn_at) where withdrawn_at > 0;
create index r_security_test_state on r_security_test (org, state, changed_at, id) where withdrawn_at = 0;
create index r_security_test_f_title on r_security_test (org, s_title, id) where withdrawn_at = 0;
create index r_security_test_f_system on r_security_test (org, f_system, id) where withdrawn_at = 0;
create index r_security_test_f_kind on r_security_test (org, f_kind, id) where withdrawn_at = 0;
create index r_security_test_f_tested_on on r_security_test (org, f_tested_on, id) where withdrawn_at = 0;
create index r_security_test_f_approved_by on r_security_test (org, f_approved_by, id) where withdrawn_at = 0;
create table r_authorization (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_system bytea, f_kind text collate "C" not null default '', f_results text collate "C" not null default '', f_results__fr text collate "C" not null default '', s_results text collate "C" not null default '', s_results__fr text collate "C" not null default '', f_report bytea, f_report__bytes bigint not null default 0, f_report__name text collate "C" not null default '', f_report__media text collate "C" not null default '', f_conditions text collate "C" not null default '', f_conditions__fr text collate "C" not null default '', s_conditions text collate "C" not null default '', s_conditions__fr text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_granted_by bytea, f_granted_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_authorization_number on r_authorization (org, number);
create index r_authorization_changed on r_authorization (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_authorization_unit on r_authorization (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_authorization_owner on r_authorization (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_authorization_bin on r_authorization (org, withdrawn_at) where withdrawn_at > 0;
create index r_authorization_state on r_authorization (org, state, changed_at, id) where withdrawn_at = 0;
create index r_authorization_f_title on r_authorization (org, s_title, id) where withdrawn_at = 0;
create index r_authorization_f_system on r_authorization (org, f_system, id) where withdrawn_at = 0;
create index r_authorization_f_kind on r_authorization (org, f_kind, id) where withdrawn_at = 0;
create index r_authorization_f_ends_on on r_authorization (org, f_ends_on, id) where withdrawn_at = 0;
create index r_authorization_f_granted_by on r_authorization (org, f_granted_by, id) where withdrawn_at = 0;
create index r_authorization_f_granted_on on r_authorization (org, f_granted_on, id) where withdrawn_at = 0;
create table r_risk_assessment (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_system bytea, f_kind text collate "C" not null default '', f_stage text collate "C" not null default '', f_occasion text collate "C" not null default '', f_change bytea, f_previous bytea, f_process text collate "C" not null default '', s_process text collate "C" not null default '', f_process_version text collate "C" not null default '', s_process_version text collate "C" not null default '', f_template_version text collate "C" not null default '', s_template_version text collate "C" not null default '', f_evaluator bytea, f_business_owner bytea, f_others text collate "C" not null default '', s_others text collate "C" not null default '', f_scope text collate "C" not null default '', f_scope__fr text collate "C" not null default '', s_scope text collate "C" not null default '', s_scope__fr text collate "C" not null default '', f_started_on text collate "C" not null default '', f_completed_on text collate "C" not null default '', f_findings text collate "C" not null default '', f_findings__fr text collate "C" not null default '', s_findings text collate "C" not null default '', s_findings__fr text collate "C" not null default '', f_report bytea, f_report__bytes bigint not null default 0, f_report__name text collate "C" not null default '', f_report__media text collate "C" not null default '', f_decision text collate "C" not null default '', f_decision__fr text collate "C" not null default '', s_decision text collate "C" not null default '', s_decision__fr text collate "C" not null default '', f_decided_by bytea, f_decided_on text collate "C" not null default '', f_review_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_risk_assessment_number on r_risk_assessment (org, number);
create index r_risk_assessment_changed on r_risk_assessment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_risk_assessment_unit on r_risk_assessment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_risk_assessment_owner on r_risk_assessment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_risk_assessment_bin on r_risk_assessment (org, withdrawn_at) where withdrawn_at > 0;
create index r_risk_assessment_state on r_risk_assessment (org, state, changed_at, id) where withdrawn_at = 0;
create index r_risk_assessment_f_title on r_risk_assessment (org, s_title, id) where withdrawn_at = 0;
create index r_risk_assessment_f_system on r_risk_assessment (org, f_system, id) where withdrawn_at = 0;
create index r_risk_assessment_f_stage on r_risk_assessment (org, f_stage, id) where withdrawn_at = 0;
create index r_risk_assessment_f_change on r_risk_assessment (org, f_change, id) where withdrawn_at = 0;
create index r_risk_assessment_f_previous on r_risk_assessment (org, f_previous, id) where withdrawn_at = 0;
create index r_risk_assessment_f_evaluator on r_risk_assessment (org, f_evaluator, id) where withdrawn_at = 0;
create index r_risk_assessment_f_business_owner on r_risk_assessment (org, f_business_owner, id) where withdrawn_at = 0;
create index r_risk_assessment_f_decided_by on r_risk_assessment (org, f_decided_by, id) where withdrawn_at = 0;
create index r_risk_assessment_f_decided_on on r_risk_assessment (org, f_decided_on, id) where withdrawn_at = 0;
create index r_risk_assessment_f_review_due_on on r_risk_assessment (org, f_review_due_on, id) where withdrawn_at = 0;
create table r_risk (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_assessment bytea, f_system bytea, f_event text collate "C" not null default '', f_event__fr text collate "C" not null default '', s_event text collate "C" not null default '', s_event__fr text collate "C" not null default '', f_cause text collate "C" not null default '', f_cause__fr text collate "C" not null default '', s_cause text collate "C" not null default '', s_cause__fr text collate "C" not null default '', f_consequence text collate "C" not null default '', f_consequence__fr text collate "C" not null default '', s_consequence text collate "C" not null default '', s_consequence__fr text collate "C" not null default '', f_likelihood_before bigint, f_impact_before bigint, f_score_before bigint, f_controls text collate "C" not null default '', f_controls__fr text collate "C" not null default '', s_controls text collate "C" not null default '', s_controls__fr text collate "C" not null default '', f_likelihood bigint, f_impact bigint, f_score bigint, f_rating text collate "C" not null default '', f_likelihood_aim bigint, f_impact_aim bigint, f_score_aim bigint, f_answer text collate "C" not null default '', f_treatment_plan text collate "C" not null default '', f_treatment_plan__fr text collate "C" not null default '', s_treatment_plan text collate "C" not null default '', s_treatment_plan__fr text collate "C" not null default '', f_track bigint, f_registered_on text collate "C" not null default '', f_corporate text collate "C" not null default '', f_corporate_grounds text collate "C" not null default '', s_corporate_grounds text collate "C" not null default '', f_corporate_told_on text collate "C" not null default '', f_corporate_reply text collate "C" not null default '', f_reviewed_on text collate "C" not null default '', f_trend text collate "C" not null default '', f_controls_suffice bigint, primary key (org, id)) ;
create unique index r_risk_number on r_risk (org, number);
create index r_risk_changed on r_risk (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_risk_unit on r_risk (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_risk_owner on r_risk (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_risk_bin on r_risk (org, withdrawn_at) where withdrawn_at > 0;
create index r_risk_state on r_risk (org, state, changed_at, id) where withdrawn_at = 0;
create index r_risk_f_title on r_risk (org, s_title, id) where withdrawn_at = 0;
create index r_risk_f_assessment on r_risk (org, f_assessment, id) where withdrawn_at = 0;
create index r_risk_f_system on r_risk (org, f_system, id) where withdrawn_at = 0;
create index r_risk_f_score on r_risk (org, coalesce(f_score, -9223372036854775807), id) where withdrawn_at = 0;
create index r_risk_f_rating on r_risk (org, f_rating, id) where withdrawn_at = 0;
create index r_risk_f_answer on r_risk (org, f_answer, id) where withdrawn_at = 0;
create index r_risk_f_registered_on on r_risk (org, f_registered_on, id) where withdrawn_at = 0;
create table r_risk_acceptance (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_system bytea, f_assessment bytea, f_form_version text collate "C" not null default '', s_form_version text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_evaluator bytea, f_accountable bytea, f_grounds text collate "C" not null default '', f_grounds__fr text collate "C" not null default '', s_grounds text collate "C" not null default '', s_grounds__fr text collate "C" not null default '', f_conditions text collate "C" not null default '', f_conditions__fr text collate "C" not null default '', s_conditions text collate "C" not null default '', s_conditions__fr text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_prepared_on text collate "C" not null default '', f_reviewed_by bytea, f_reviewed_on text collate "C" not null default '', f_signature bytea, f_signature__bytes bigint not null default 0, f_signature__name text collate "C" not null default '', f_signature__media text collate "C" not null default '', f_signed_by bytea, f_signed_on text collate "C" not null default '', f_signed_at bigint not null default 0, f_submitted_on text collate "C" not null default '', f_submitted_to text collate "C" not null default '', s_submitted_to text collate "C" not null default '', f_receipt text collate "C" not null default '', s_receipt text collate "C" not null default '', f_received_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_risk_acceptance_number on r_risk_acceptance (org, number);
create index r_risk_acceptance_changed on r_risk_acceptance (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_risk_acceptance_unit on r_risk_acceptance (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_risk_acceptance_owner on r_risk_acceptance (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_risk_acceptance_bin on r_risk_acceptance (org, withdrawn_at) where withdrawn_at > 0;
create index r_risk_acceptance_state on r_risk_acceptance (org, state, changed_at, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_title on r_risk_acceptance (org, s_title, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_kind on r_risk_acceptance (org, f_kind, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_system on r_risk_acceptance (org, f_system, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_assessment on r_risk_acceptance (org, f_assessment, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_evaluator on r_risk_acceptance (org, f_evaluator, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_accountable on r_risk_acceptance (org, f_accountable, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_ends_on on r_risk_acceptance (org, f_ends_on, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_reviewed_by on r_risk_acceptance (org, f_reviewed_by, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_signed_by on r_risk_acceptance (org, f_signed_by, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_signed_on on r_risk_acceptance (org, f_signed_on, id) where withdrawn_at = 0;
create index r_risk_acceptance_f_submitted_on on r_risk_acceptance (org, f_submitted_on, id) where withdrawn_at = 0;
create table r_treatment (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_risk bytea, f_gap bytea, f_measures text collate "C" not null default '', f_measures__fr text collate "C" not null default '', s_measures text collate "C" not null default '', s_measures__fr text collate "C" not null default '', f_cost bigint, f_due_on text collate "C" not null default '', f_done_on text collate "C" not null default '', f_what_was_done text collate "C" not null default '', s_what_was_done text collate "C" not null default '', f_verified_by bytea, f_verified_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_treatment_number on r_treatment (org, number);
create index r_treatment_changed on r_treatment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_treatment_unit on r_treatment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_treatment_owner on r_treatment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_treatment_bin on r_treatment (org, withdrawn_at) where withdrawn_at > 0;
create index r_treatment_state on r_treatment (org, state, changed_at, id) where withdrawn_at = 0;
create index r_treatment_f_title on r_treatment (org, s_title, id) where withdrawn_at = 0;
create index r_treatment_f_risk on r_treatment (org, f_risk, id) where withdrawn_at = 0;
create index r_treatment_f_gap on r_treatment (org, f_gap, id) where withdrawn_at = 0;
create index r_treatment_f_cost on r_treatment (org, coalesce(f_cost, -9223372036854775807), id) where withdrawn_at = 0;
create index r_treatment_f_due_on on r_treatment (org, f_due_on, id) where withdrawn_at = 0;
create index r_treatment_f_done_on on r_treatment (org, f_done_on, id) where withdrawn_at = 0;
create index r_treatment_f_verified_by on r_treatment (org, f_verified_by, id) where withdrawn_at = 0;
create table r_risk_register_review (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_reviewed_from text collate "C" not null default '', f_held_on text collate "C" not null default '', f_outcome text collate "C" not null default '', f_outcome__fr text collate "C" not null default '', s_outcome text collate "C" not null default '', s_outcome__fr text collate "C" not null default '', f_risks_in_register bigint, primary key (org, id)) ;
create unique index r_risk_register_review_number on r_risk_register_review (org, number);
create index r_risk_register_review_changed on r_risk_register_review (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_risk_register_review_unit on r_risk_register_review (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_risk_register_review_owner on r_risk_register_review (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_risk_register_review_bin on r_risk_register_review (org, withdrawn_at) where withdrawn_at > 0;
create index r_risk_register_review_state on r_risk_register_review (org, state, changed_at, id) where withdrawn_at = 0;
create index r_risk_register_review_f_title on r_risk_register_review (org, s_title, id) where withdrawn_at = 0;
create index r_risk_register_review_f_held_on on r_risk_register_review (org, f_held_on, id) where withdrawn_at = 0;
create index r_risk_register_review_f_risks_in_register on r_risk_register_review (org, coalesce(f_risks_in_register, -9223372036854775807), id) where withdrawn_at = 0;
create table r_privacy_assessment (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_system bytea, f_initiative text collate "C" not null default '', f_initiative__fr text collate "C" not null default '', s_initiative text collate "C" not null default '', s_initiative__fr text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_personal_information text collate "C" not null default '', f_personal_information__fr text collate "C" not null default '', s_personal_information text collate "C" not null default '', s_personal_information__fr text collate "C" not null default '', f_privacy_risks text collate "C" not null default '', f_privacy_risks__fr text collate "C" not null default '', s_privacy_risks text collate "C" not null default '', s_privacy_risks__fr text collate "C" not null default '', f_measures text collate "C" not null default '', f_measures__fr text collate "C" not null default '', s_measures text collate "C" not null default '', s_measures__fr text collate "C" not null default '', f_started_on text collate "C" not null default '', f_submitted_on text collate "C" not null default '', f_completed_on text collate "C" not null default '', f_report bytea, f_report__bytes bigint not null default 0, f_report__name text collate "C" not null default '', f_report__media text collate "C" not null default '', f_privacy_officer bytea, f_review_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_privacy_assessment_number on r_privacy_assessment (org, number);
create index r_privacy_assessment_changed on r_privacy_assessment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_privacy_assessment_unit on r_privacy_assessment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_privacy_assessment_owner on r_privacy_assessment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_privacy_assessment_bin on r_privacy_assessment (org, withdrawn_at) where withdrawn_at > 0;
create index r_privacy_assessment_state on r_privacy_assessment (org, state, changed_at, id) where withdrawn_at = 0;
create index r_privacy_assessment_f_title on r_privacy_assessment (org, s_title, id) where withdrawn_at = 0;
create index r_privacy_assessment_f_system on r_privacy_assessment (org, f_system, id) where withdrawn_at = 0;
create index r_privacy_assessment_f_completed_on on r_privacy_assessment (org, f_completed_on, id) where withdrawn_at = 0;
create index r_privacy_assessment_f_privacy_officer on r_privacy_assessment (org, f_privacy_officer, id) where withdrawn_at = 0;
create index r_privacy_assessment_f_review_due_on on r_privacy_assessment (org, f_review_due_on, id) where withdrawn_at = 0;
create table r_advisory (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_source text collate "C" not null default '', f_issuer text collate "C" not null default '', s_issuer text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_cves text collate "C" not null default '', s_cves text collate "C" not null default '', f_products text collate "C" not null default '', s_products text collate "C" not null default '', f_summary text collate "C" not null default '', f_summary__fr text collate "C" not null default '', s_summary text collate "C" not null default '', s_summary__fr text collate "C" not null default '', f_published_on text collate "C" not null default '', f_received_on text collate "C" not null default '', f_score bigint, f_grounds text collate "C" not null default '', s_grounds text collate "C" not null default '', f_decided_by bytea, f_decided_on text collate "C" not null default '', f_told_others text collate "C" not null default '', s_told_others text collate "C" not null default '', f_told_on text collate "C" not null default '', f_settled_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_advisory_number on r_advisory (org, number);
create index r_advisory_changed on r_advisory (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_advisory_unit on r_advisory (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_advisory_owner on r_advisory (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_advisory_bin on r_advisory (org, withdrawn_at) where withdrawn_at > 0;
create index r_advisory_state on r_advisory (org, state, changed_at, id) where withdrawn_at = 0;
create index r_advisory_f_title on r_advisory (org, s_title, id) where withdrawn_at = 0;
create index r_advisory_f_source on r_advisory (org, f_source, id) where withdrawn_at = 0;
create index r_advisory_f_published_on on r_advisory (org, f_published_on, id) where withdrawn_at = 0;
create index r_advisory_f_score on r_advisory (org, coalesce(f_score, -9223372036854775807), id) where withdrawn_at = 0;
create index r_advisory_f_decided_by on r_advisory (org, f_decided_by, id) where withdrawn_at = 0;
create index r_advisory_f_decided_on on r_advisory (org, f_decided_on, id) where withdrawn_at = 0;
create table r_scan (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_done_by text collate "C" not null default '', f_scanner text collate "C" not null default '', s_scanner text collate "C" not null default '', f_signed_in bigint, f_scope text collate "C" not null default '', f_scope__fr text collate "C" not null default '', s_scope text collate "C" not null default '', s_scope__fr text collate "C" not null default '', f_planned_for text collate "C" not null default '', f_scanned_on text collate "C" not null default '', f_critical bigint, f_high bigint, f_medium bigint, f_low bigint, f_report bytea, f_report__bytes bigint not null default 0, f_report__name text collate "C" not null default '', f_report__media text collate "C" not null default '', primary key (org, id)) ;
create unique index r_scan_number on r_scan (org, number);
create index r_scan_changed on r_scan (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_scan_unit on r_scan (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_scan_owner on r_scan (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_scan_bin on r_scan (org, withdrawn_at) where withdrawn_at > 0;
create index r_scan_state on r_scan (org, state, changed_at, id) where withdrawn_at = 0;
create index r_scan_f_title on r_scan (org, s_title, id) where withdrawn_at = 0;
create index r_scan_f_kind on r_scan (org, f_kind, id) where withdrawn_at = 0;
create index r_scan_f_scanned_on on r_scan (org, f_scanned_on, id) where withdrawn_at = 0;
create index r_scan_f_critical on r_scan (org, coalesce(f_critical, -9223372036854775807), id) where withdrawn_at = 0;
create index r_scan_f_high on r_scan (org, coalesce(f_high, -9223372036854775807), id) where withdrawn_at = 0;
create table r_vulnerability (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_system bytea, f_advisory bytea, f_scan bytea, f_cves text collate "C" not null default '', s_cves text collate "C" not null default '', f_host text collate "C" not null default '', s_host text collate "C" not null default '', f_score bigint, f_vector text collate "C" not null default '', s_vector text collate "C" not null default '', f_rating text collate "C" not null default '', f_exploit text collate "C" not null default '', f_reach text collate "C" not null default '', s_reach text collate "C" not null default '', f_impact text collate "C" not null default '', s_impact text collate "C" not null default '', f_notice_from text collate "C" not null default '', s_notice_from text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_released_at bigint not null default 0, f_notice_at bigint not null default 0, f_owner_told_at bigint not null default 0, f_due_on text collate "C" not null default '', f_in_time text collate "C" not null default '', f_fix text collate "C" not null default '', f_fixed_at bigint not null default 0, f_fix_note text collate "C" not null default '', s_fix_note text collate "C" not null default '', f_verified_at bigint not null default 0, f_verified_how text collate "C" not null default '', s_verified_how text collate "C" not null default '', f_rescan bytea, f_verified_by bytea, f_verified_on text collate "C" not null default '', f_acceptance bytea, f_settled_at bigint not null default 0, f_sender_told_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_vulnerability_number on r_vulnerability (org, number);
create index r_vulnerability_changed on r_vulnerability (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_vulnerability_unit on r_vulnerability (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_vulnerability_owner on r_vulnerability (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_vulnerability_bin on r_vulnerability (org, withdrawn_at) where withdrawn_at > 0;
create index r_vulnerability_state on r_vulnerability (org, state, changed_at, id) where withdrawn_at = 0;
create index r_vulnerability_f_title on r_vulnerability (org, s_title, id) where withdrawn_at = 0;
create index r_vulnerability_f_system on r_vulnerability (org, f_system, id) where withdrawn_at = 0;
create index r_vulnerability_f_advisory on r_vulnerability (org, f_advisory, id) where withdrawn_at = 0;
create index r_vulnerability_f_scan on r_vulnerability (org, f_scan, id) where withdrawn_at = 0;
create index r_vulnerability_f_rating on r_vulnerability (org, f_rating, id) where withdrawn_at = 0;
create index r_vulnerability_f_due_on on r_vulnerability (org, f_due_on, id) where withdrawn_at = 0;
create index r_vulnerability_f_fixed_at on r_vulnerability (org, f_fixed_at, id) where withdrawn_at = 0;
create index r_vulnerability_f_rescan on r_vulnerability (org, f_rescan, id) where withdrawn_at = 0;
create index r_vulnerability_f_verified_by on r_vulnerability (org, f_verified_by, id) where withdrawn_at = 0;
create index r_vulnerability_f_acceptance on r_vulnerability (org, f_acceptance, id) where withdrawn_at = 0;
create index r_vulnerability_f_settled_at on r_vulnerability (org, f_settled_at, id) where withdrawn_at = 0;
create table r_plan (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_scope text collate "C" not null default '', f_scope__fr text collate "C" not null default '', s_scope text collate "C" not null default '', s_scope__fr text collate "C" not null default '', f_document bytea, f_procedures bytea, f_pack text collate "C" not null default '', s_pack text collate "C" not null default '', f_lead bytea, f_alternate bytea, f_distribution text collate "C" not null default '', s_distribution text collate "C" not null default '', f_test_months bigint, f_tested_on text collate "C" not null default '', f_tested_by bytea, f_test_due_on text collate "C" not null default '', f_review_due_on text collate "C" not null default '', f_system bytea, f_reviewed_on text collate "C" not null default '', f_review_result text collate "C" not null default '', f_acceptance bytea, primary key (org, id)) ;
create unique index r_plan_number on r_plan (org, number);
create index r_plan_changed on r_plan (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_plan_unit on r_plan (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_plan_owner on r_plan (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_plan_bin on r_plan (org, withdrawn_at) where withdrawn_at > 0;
create index r_plan_state on r_plan (org, state, changed_at, id) where withdrawn_at = 0;
create index r_plan_f_title on r_plan (org, s_title, id) where withdrawn_at = 0;
create index r_plan_f_kind on r_plan (org, f_kind, id) where withdrawn_at = 0;
create index r_plan_f_document on r_plan (org, f_document, id) where withdrawn_at = 0;
create index r_plan_f_procedures on r_plan (org, f_procedures, id) where withdrawn_at = 0;
create index r_plan_f_lead on r_plan (org, f_lead, id) where withdrawn_at = 0;
create index r_plan_f_alternate on r_plan (org, f_alternate, id) where withdrawn_at = 0;
create index r_plan_f_tested_on on r_plan (org, f_tested_on, id) where withdrawn_at = 0;
create index r_plan_f_tested_by on r_plan (org, f_tested_by, id) where withdrawn_at = 0;
create index r_plan_f_test_due_on on r_plan (org, f_test_due_on, id) where withdrawn_at = 0;
create index r_plan_f_system on r_plan (org, f_system, id) where withdrawn_at = 0;
create index r_plan_f_acceptance on r_plan (org, f_acceptance, id) where withdrawn_at = 0;
create table r_plan_check (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', s_title text collate "C" not null default '', f_plan bytea, f_document_version bytea, f_pack text collate "C" not null default '', s_pack text collate "C" not null default '', f_edition text collate "C" not null default '', s_edition text collate "C" not null default '', f_file_name text collate "C" not null default '', s_file_name text collate "C" not null default '', f_sha256 text collate "C" not null default '', s_sha256 text collate "C" not null default '', f_language text collate "C" not null default '', f_ran_on text collate "C" not null default '', f_result text collate "C" not null default '', f_met bigint, f_partial bigint, f_missing bigint, f_to_confirm bigint, f_note text collate "C" not null default '', s_note text collate "C" not null default '', f_text_read bytea, f_text_read__bytes bigint not null default 0, f_text_read__name text collate "C" not null default '', f_text_read__media text collate "C" not null default '', f_reading text collate "C" not null default '', primary key (org, id)) ;
create unique index r_plan_check_number on r_plan_check (org, number);
create index r_plan_check_changed on r_plan_check (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_plan_check_unit on r_plan_check (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_plan_check_owner on r_plan_check (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_plan_check_bin on r_plan_check (org, withdrawn_at) where withdrawn_at > 0;
create index r_plan_check_state on r_plan_check (org, state, changed_at, id) where withdrawn_at = 0;
create index r_plan_check_f_title on r_plan_check (org, s_title, id) where withdrawn_at = 0;
create index r_plan_check_f_plan on r_plan_check (org, f_plan, id) where withdrawn_at = 0;
create index r_plan_check_f_document_version on r_plan_check (org, f_document_version, id) where withdrawn_at = 0;
create index r_plan_check_f_pack on r_plan_check (org, s_pack, id) where withdrawn_at = 0;
create index r_plan_check_f_ran_on on r_plan_check (org, f_ran_on, id) where withdrawn_at = 0;
create index r_plan_check_f_result on r_plan_check (org, f_result, id) where withdrawn_at = 0;
create table r_plan_element (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_plan bytea, f_plan_check bytea, f_element text collate "C" not null default '', s_element text collate "C" not null default '', f_part text collate "C" not null default '', s_part text collate "C" not null default '', f_container text collate "C" not null default '', s_container text collate "C" not null default '', f_passage text collate "C" not null default '', s_passage text collate "C" not null default '', f_heading text collate "C" not null default '', s_heading text collate "C" not null default '', f_page bigint, f_line bigint, f_score bigint, f_because text collate "C" not null default '', s_because text collate "C" not null default '', f_document_version bytea, f_passage_hash text collate "C" not null default '', s_passage_hash text collate "C" not null default '', f_version_hash text collate "C" not null default '', s_version_hash text collate "C" not null default '', f_confirmed_by bytea, f_confirmed_at bigint not null default 0, f_grounds text collate "C" not null default '', s_grounds text collate "C" not null default '', f_approver bytea, f_agreement bytea, primary key (org, id)) ;
create unique index r_plan_element_number on r_plan_element (org, number);
create index r_plan_element_changed on r_plan_element (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_plan_element_unit on r_plan_element (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_plan_element_owner on r_plan_element (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_plan_element_bin on r_plan_element (org, withdrawn_at) where withdrawn_at > 0;
create index r_plan_element_state on r_plan_element (org, state, changed_at, id) where withdrawn_at = 0;
create index r_plan_element_f_title on r_plan_element (org, s_title, id) where withdrawn_at = 0;
create index r_plan_element_f_plan on r_plan_element (org, f_plan, id) where withdrawn_at = 0;
create index r_plan_element_f_plan_check on r_plan_element (org, f_plan_check, id) where withdrawn_at = 0;
create index r_plan_element_f_element on r_plan_element (org, s_element, id) where withdrawn_at = 0;
create index r_plan_element_f_heading on r_plan_element (org, s_heading, id) where withdrawn_at = 0;
create index r_plan_element_f_document_version on r_plan_element (org, f_document_version, id) where withdrawn_at = 0;
create index r_plan_element_f_confirmed_by on r_plan_element (org, f_confirmed_by, id) where withdrawn_at = 0;
create index r_plan_element_f_approver on r_plan_element (org, f_approver, id) where withdrawn_at = 0;
create index r_plan_element_f_agreement on r_plan_element (org, f_agreement, id) where withdrawn_at = 0;
create table r_business_impact_analysis (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_priority text collate "C" not null default '', f_impact text collate "C" not null default '', f_impact__fr text collate "C" not null default '', s_impact text collate "C" not null default '', s_impact__fr text collate "C" not null default '', f_longest_outage bigint, f_recovery_time bigint, f_recovery_point bigint, f_approved_by bytea, f_approved_on text collate "C" not null default '', f_review_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_business_impact_analysis_number on r_business_impact_analysis (org, number);
create index r_business_impact_analysis_changed on r_business_impact_analysis (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_business_impact_analysis_unit on r_business_impact_analysis (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_business_impact_analysis_owner on r_business_impact_analysis (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_business_impact_analysis_bin on r_business_impact_analysis (org, withdrawn_at) where withdrawn_at > 0;
create index r_business_impact_analysis_state on r_business_impact_analysis (org, state, changed_at, id) where withdrawn_at = 0;
create index r_business_impact_analysis_f_title on r_business_impact_analysis (org, s_title, id) where withdrawn_at = 0;
create index r_business_impact_analysis_f_priority on r_business_impact_analysis (org, f_priority, id) where withdrawn_at = 0;
create index r_business_impact_analysis_f_recovery_time on r_business_impact_analysis (org, coalesce(f_recovery_time, -9223372036854775807), id) where withdrawn_at = 0;
create index r_business_impact_analysis_f_recovery_point on r_business_impact_analysis (org, coalesce(f_recovery_point, -9223372036854775807), id) where withdrawn_at = 0;
create index r_business_impact_analysis_f_approved_by on r_business_impact_analysis (org, f_approved_by, id) where withdrawn_at = 0;
create index r_business_impact_analysis_f_approved_on on r_business_impact_analysis (org, f_approved_on, id) where withdrawn_at = 0;
create table r_exercise (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_objectives text collate "C" not null default '', f_objectives__fr text collate "C" not null default '', s_objectives text collate "C" not null default '', s_objectives__fr text collate "C" not null default '', f_scenario text collate "C" not null default '', s_scenario text collate "C" not null default '', f_injects text collate "C" not null default '', s_injects text collate "C" not null default '', f_planned_for text collate "C" not null default '', f_held_on text collate "C" not null default '', f_lead bytea, f_others text collate "C" not null default '', s_others text collate "C" not null default '', f_results text collate "C" not null default '', s_results text collate "C" not null default '', f_outcome text collate "C" not null default '', f_changes text collate "C" not null default '', s_changes text collate "C" not null default '', f_report bytea, f_report__bytes bigint not null default 0, f_report__name text collate "C" not null default '', f_report__media text collate "C" not null default '', primary key (org, id)) ;
create unique index r_exercise_number on r_exercise (org, number);
create index r_exercise_changed on r_exercise (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_exercise_unit on r_exercise (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_exercise_owner on r_exercise (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_exercise_bin on r_exercise (org, withdrawn_at) where withdrawn_at > 0;
create index r_exercise_state on r_exercise (org, state, changed_at, id) where withdrawn_at = 0;
create index r_exercise_f_title on r_exercise (org, s_title, id) where withdrawn_at = 0;
create index r_exercise_f_kind on r_exercise (org, f_kind, id) where withdrawn_at = 0;
create index r_exercise_f_planned_for on r_exercise (org, f_planned_for, id) where withdrawn_at = 0;
create index r_exercise_f_held_on on r_exercise (org, f_held_on, id) where withdrawn_at = 0;
create index r_exercise_f_lead on r_exercise (org, f_lead, id) where withdrawn_at = 0;
create index r_exercise_f_outcome on r_exercise (org, f_outcome, id) where withdrawn_at = 0;
create table r_legal_requirement (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_law text collate "C" not null default '', f_law__fr text collate "C" not null default '', s_law text collate "C" not null default '', s_law__fr text collate "C" not null default '', f_provision text collate "C" not null default '', s_provision text collate "C" not null default '', f_instrument bytea, f_jurisdiction text collate "C" not null default '', s_jurisdiction text collate "C" not null default '', f_trigger text collate "C" not null default '', f_trigger__fr text collate "C" not null default '', s_trigger text collate "C" not null default '', s_trigger__fr text collate "C" not null default '', f_recipient text collate "C" not null default '', f_recipient__fr text collate "C" not null default '', s_recipient text collate "C" not null default '', s_recipient__fr text collate "C" not null default '', f_deadline text collate "C" not null default '', f_deadline__fr text collate "C" not null default '', s_deadline text collate "C" not null default '', s_deadline__fr text collate "C" not null default '', f_hours bigint, f_starts_at text collate "C" not null default '', f_starts_at__fr text collate "C" not null default '', s_starts_at text collate "C" not null default '', s_starts_at__fr text collate "C" not null default '', f_content text collate "C" not null default '', f_content__fr text collate "C" not null default '', s_content text collate "C" not null default '', s_content__fr text collate "C" not null default '', f_channel text collate "C" not null default '', s_channel text collate "C" not null default '', f_counsel bytea, f_advice text collate "C" not null default '', s_advice text collate "C" not null default '', f_reviewed_on text collate "C" not null default '', f_review_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_legal_requirement_number on r_legal_requirement (org, number);
create index r_legal_requirement_changed on r_legal_requirement (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_legal_requirement_unit on r_legal_requirement (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_legal_requirement_owner on r_legal_requirement (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_legal_requirement_bin on r_legal_requirement (org, withdrawn_at) where withdrawn_at > 0;
create index r_legal_requirement_state on r_legal_requirement (org, state, changed_at, id) where withdrawn_at = 0;
create index r_legal_requirement_f_title on r_legal_requirement (org, s_title, id) where withdrawn_at = 0;
create index r_legal_requirement_f_law on r_legal_requirement (org, s_law, id) where withdrawn_at = 0;
create index r_legal_requirement_f_instrument on r_legal_requirement (org, f_instrument, id) where withdrawn_at = 0;
create index r_legal_requirement_f_recipient on r_legal_requirement (org, s_recipient, id) where withdrawn_at = 0;
create index r_legal_requirement_f_deadline on r_legal_requirement (org, s_deadline, id) where withdrawn_at = 0;
create index r_legal_requirement_f_counsel on r_legal_requirement (org, f_counsel, id) where withdrawn_at = 0;
create index r_legal_requirement_f_review_due_on on r_legal_requirement (org, f_review_due_on, id) where withdrawn_at = 0;
create table r_external_procedure (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_party text collate "C" not null default '', f_party__fr text collate "C" not null default '', s_party text collate "C" not null default '', s_party__fr text collate "C" not null default '', f_contact text collate "C" not null default '', s_contact text collate "C" not null default '', f_contact_checked_on text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_their_version text collate "C" not null default '', s_their_version text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_named_in text collate "C" not null default '', s_named_in text collate "C" not null default '', f_agreement bytea, f_reviewed_on text collate "C" not null default '', f_review_due_on text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_external_procedure_number on r_external_procedure (org, number);
create index r_external_procedure_changed on r_external_procedure (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_external_procedure_unit on r_external_procedure (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_external_procedure_owner on r_external_procedure (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_external_procedure_bin on r_external_procedure (org, withdrawn_at) where withdrawn_at > 0;
create index r_external_procedure_state on r_external_procedure (org, state, changed_at, id) where withdrawn_at = 0;
create index r_external_procedure_f_title on r_external_procedure (org, s_title, id) where withdrawn_at = 0;
create index r_external_procedure_f_party on r_external_procedure (org, s_party, id) where withdrawn_at = 0;
create index r_external_procedure_f_their_version on r_external_procedure (org, s_their_version, id) where withdrawn_at = 0;
create index r_external_procedure_f_agreement on r_external_procedure (org, f_agreement, id) where withdrawn_at = 0;
create index r_external_procedure_f_reviewed_on on r_external_procedure (org, f_reviewed_on, id) where withdrawn_at = 0;
create index r_external_procedure_f_review_due_on on r_external_procedure (org, f_review_due_on, id) where withdrawn_at = 0;
create table r_forum (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_run_by text collate "C" not null default '', f_run_by__fr text collate "C" not null default '', s_run_by text collate "C" not null default '', s_run_by__fr text collate "C" not null default '', f_rhythm text collate "C" not null default '', f_contact bytea, f_joining text collate "C" not null default '', s_joining text collate "C" not null default '', f_purpose text collate "C" not null default '', f_purpose__fr text collate "C" not null default '', s_purpose text collate "C" not null default '', s_purpose__fr text collate "C" not null default '', primary key (org, id)) ;
create unique index r_forum_number on r_forum (org, number);
create index r_forum_changed on r_forum (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_forum_unit on r_forum (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_forum_owner on r_forum (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_forum_bin on r_forum (org, withdrawn_at) where withdrawn_at > 0;
create index r_forum_state on r_forum (org, state, changed_at, id) where withdrawn_at = 0;
create index r_forum_f_title on r_forum (org, s_title, id) where withdrawn_at = 0;
create index r_forum_f_kind on r_forum (org, f_kind, id) where withdrawn_at = 0;
create index r_forum_f_run_by on r_forum (org, s_run_by, id) where withdrawn_at = 0;
create index r_forum_f_rhythm on r_forum (org, f_rhythm, id) where withdrawn_at = 0;
create index r_forum_f_contact on r_forum (org, f_contact, id) where withdrawn_at = 0;
create table r_meeting (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_forum bytea, f_kind text collate "C" not null default '', f_planned_for text collate "C" not null default '', f_held_on text collate "C" not null default '', f_place text collate "C" not null default '', s_place text collate "C" not null default '', f_delegate bytea, f_items_raised text collate "C" not null default '', s_items_raised text collate "C" not null default '', f_telling text collate "C" not null default '', f_notes text collate "C" not null default '', s_notes text collate "C" not null default '', f_minutes bytea, f_minutes__bytes bigint not null default 0, f_minutes__name text collate "C" not null default '', f_minutes__media text collate "C" not null default '', primary key (org, id)) ;
create unique index r_meeting_number on r_meeting (org, number);
create index r_meeting_changed on r_meeting (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_meeting_unit on r_meeting (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_meeting_owner on r_meeting (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_meeting_bin on r_meeting (org, withdrawn_at) where withdrawn_at > 0;
create index r_meeting_state on r_meeting (org, state, changed_at, id) where withdrawn_at = 0;
create index r_meeting_f_title on r_meeting (org, s_title, id) where withdrawn_at = 0;
create index r_meeting_f_forum on r_meeting (org, f_forum, id) where withdrawn_at = 0;
create index r_meeting_f_planned_for on r_meeting (org, f_planned_for, id) where withdrawn_at = 0;
create index r_meeting_f_held_on on r_meeting (org, f_held_on, id) where withdrawn_at = 0;
create index r_meeting_f_delegate on r_meeting (org, f_delegate, id) where withdrawn_at = 0;
create table r_membership (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_forum bytea, f_kind text collate "C" not null default '', f_person bytea, f_asked_on text collate "C" not null default '', f_accepted_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_member_number text collate "C" not null default '', s_member_number text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_membership_number on r_membership (org, number);
create index r_membership_changed on r_membership (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_membership_unit on r_membership (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_membership_owner on r_membership (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_membership_bin on r_membership (org, withdrawn_at) where withdrawn_at > 0;
create index r_membership_state on r_membership (org, state, changed_at, id) where withdrawn_at = 0;
create index r_membership_f_title on r_membership (org, s_title, id) where withdrawn_at = 0;
create index r_membership_f_forum on r_membership (org, f_forum, id) where withdrawn_at = 0;
create index r_membership_f_person on r_membership (org, f_person, id) where withdrawn_at = 0;
create index r_membership_f_accepted_on on r_membership (org, f_accepted_on, id) where withdrawn_at = 0;
create index r_membership_f_ends_on on r_membership (org, f_ends_on, id) where withdrawn_at = 0;
create table r_initiative (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_purpose text collate "C" not null default '', f_purpose__fr text collate "C" not null default '', s_purpose text collate "C" not null default '', s_purpose__fr text collate "C" not null default '', f_lead bytea, f_starts_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_checked_against text collate "C" not null default '', f_checked_against__fr text collate "C" not null default '', s_checked_against text collate "C" not null default '', s_checked_against__fr text collate "C" not null default '', f_checked_on text collate "C" not null default '', f_fit text collate "C" not null default '', s_fit text collate "C" not null default '', f_searched_on text collate "C" not null default '', f_searched_where text collate "C" not null default '', s_searched_where text collate "C" not null default '', f_reuse text collate "C" not null default '', f_reuse_of text collate "C" not null default '', s_reuse_of text collate "C" not null default '', f_shared_on text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_initiative_number on r_initiative (org, number);
create index r_initiative_changed on r_initiative (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_initiative_unit on r_initiative (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_initiative_owner on r_initiative (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_initiative_bin on r_initiative (org, withdrawn_at) where withdrawn_at > 0;
create index r_initiative_state on r_initiative (org, state, changed_at, id) where withdrawn_at = 0;
create index r_initiative_f_title on r_initiative (org, s_title, id) where withdrawn_at = 0;
create index r_initiative_f_lead on r_initiative (org, f_lead, id) where withdrawn_at = 0;
create index r_initiative_f_starts_on on r_initiative (org, f_starts_on, id) where withdrawn_at = 0;
create index r_initiative_f_checked_against on r_initiative (org, s_checked_against, id) where withdrawn_at = 0;
create index r_initiative_f_reuse on r_initiative (org, f_reuse, id) where withdrawn_at = 0;
create index r_initiative_f_shared_on on r_initiative (org, f_shared_on, id) where withdrawn_at = 0;
create table r_issue_raised (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_description text collate "C" not null default '', s_description text collate "C" not null default '', f_weight text collate "C" not null default '', f_arisen_on text collate "C" not null default '', f_raised_on text collate "C" not null default '', f_forum bytea, f_asked text collate "C" not null default '', s_asked text collate "C" not null default '', f_outcome text collate "C" not null default '', s_outcome text collate "C" not null default '', f_settled_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_issue_raised_number on r_issue_raised (org, number);
create index r_issue_raised_changed on r_issue_raised (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_issue_raised_unit on r_issue_raised (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_issue_raised_owner on r_issue_raised (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_issue_raised_bin on r_issue_raised (org, withdrawn_at) where withdrawn_at > 0;
create index r_issue_raised_state on r_issue_raised (org, state, changed_at, id) where withdrawn_at = 0;
create index r_issue_raised_f_title on r_issue_raised (org, s_title, id) where withdrawn_at = 0;
create index r_issue_raised_f_weight on r_issue_raised (org, f_weight, id) where withdrawn_at = 0;
create index r_issue_raised_f_arisen_on on r_issue_raised (org, f_arisen_on, id) where withdrawn_at = 0;
create index r_issue_raised_f_raised_on on r_issue_raised (org, f_raised_on, id) where withdrawn_at = 0;
create index r_issue_raised_f_forum on r_issue_raised (org, f_forum, id) where withdrawn_at = 0;
create table r_advice_request (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_question text collate "C" not null default '', s_question text collate "C" not null default '', f_asked_at bigint not null default 0, f_asked_by bytea, f_area bytea, f_decision text collate "C" not null default '', s_decision text collate "C" not null default '', f_link_sent text collate "C" not null default '', s_link_sent text collate "C" not null default '', f_answer text collate "C" not null default '', s_answer text collate "C" not null default '', f_requirements text collate "C" not null default '', s_requirements text collate "C" not null default '', f_answered_at bigint not null default 0, f_answered_by bytea, primary key (org, id)) ;
create unique index r_advice_request_number on r_advice_request (org, number);
create index r_advice_request_changed on r_advice_request (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_advice_request_unit on r_advice_request (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_advice_request_owner on r_advice_request (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_advice_request_bin on r_advice_request (org, withdrawn_at) where withdrawn_at > 0;
create index r_advice_request_state on r_advice_request (org, state, changed_at, id) where withdrawn_at = 0;
create index r_advice_request_f_title on r_advice_request (org, s_title, id) where withdrawn_at = 0;
create index r_advice_request_f_kind on r_advice_request (org, f_kind, id) where withdrawn_at = 0;
create index r_advice_request_f_asked_at on r_advice_request (org, f_asked_at, id) where withdrawn_at = 0;
create index r_advice_request_f_asked_by on r_advice_request (org, f_asked_by, id) where withdrawn_at = 0;
create index r_advice_request_f_area on r_advice_request (org, f_area, id) where withdrawn_at = 0;
create index r_advice_request_f_answered_at on r_advice_request (org, f_answered_at, id) where withdrawn_at = 0;
create index r_advice_request_f_answered_by on r_advice_request (org, f_answered_by, id) where withdrawn_at = 0;
create table r_query (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_recipient text collate "C" not null default '', f_topic text collate "C" not null default '', f_question text collate "C" not null default '', s_question text collate "C" not null default '', f_sent_at bigint not null default 0, f_sent_by bytea, f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_answer text collate "C" not null default '', s_answer text collate "C" not null default '', f_answered_at bigint not null default 0, f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', primary key (org, id)) ;
create unique index r_query_number on r_query (org, number);
create index r_query_changed on r_query (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_query_unit on r_query (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_query_owner on r_query (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_query_bin on r_query (org, withdrawn_at) where withdrawn_at > 0;
create index r_query_state on r_query (org, state, changed_at, id) where withdrawn_at = 0;
create index r_query_f_title on r_query (org, s_title, id) where withdrawn_at = 0;
create index r_query_f_recipient on r_query (org, f_recipient, id) where withdrawn_at = 0;
create index r_query_f_topic on r_query (org, f_topic, id) where withdrawn_at = 0;
create index r_query_f_sent_at on r_query (org, f_sent_at, id) where withdrawn_at = 0;
create index r_query_f_sent_by on r_query (org, f_sent_by, id) where withdrawn_at = 0;
create index r_query_f_answered_at on r_query (org, f_answered_at, id) where withdrawn_at = 0;
create table r_shared_item (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_content text collate "C" not null default '', s_content text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_taken_out text collate "C" not null default '', s_taken_out text collate "C" not null default '', f_sanitised_by bytea, f_tlp text collate "C" not null default '', f_audience text collate "C" not null default '', f_audience__fr text collate "C" not null default '', s_audience text collate "C" not null default '', s_audience__fr text collate "C" not null default '', f_shared_on text collate "C" not null default '', f_channel text collate "C" not null default '', s_channel text collate "C" not null default '', primary key (org, id)) ;
create unique index r_shared_item_number on r_shared_item (org, number);
create index r_shared_item_changed on r_shared_item (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_shared_item_unit on r_shared_item (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_shared_item_owner on r_shared_item (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_shared_item_bin on r_shared_item (org, withdrawn_at) where withdrawn_at > 0;
create index r_shared_item_state on r_shared_item (org, state, changed_at, id) where withdrawn_at = 0;
create index r_shared_item_f_title on r_shared_item (org, s_title, id) where withdrawn_at = 0;
create index r_shared_item_f_kind on r_shared_item (org, f_kind, id) where withdrawn_at = 0;
create index r_shared_item_f_sanitised_by on r_shared_item (org, f_sanitised_by, id) where withdrawn_at = 0;
create index r_shared_item_f_tlp on r_shared_item (org, f_tlp, id) where withdrawn_at = 0;
create index r_shared_item_f_audience on r_shared_item (org, s_audience, id) where withdrawn_at = 0;
create index r_shared_item_f_shared_on on r_shared_item (org, f_shared_on, id) where withdrawn_at = 0;
create table r_lesson (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_learned_on text collate "C" not null default '', f_what_happened text collate "C" not null default '', f_what_happened__fr text collate "C" not null default '', s_what_happened text collate "C" not null default '', s_what_happened__fr text collate "C" not null default '', f_advice text collate "C" not null default '', f_advice__fr text collate "C" not null default '', s_advice text collate "C" not null default '', s_advice__fr text collate "C" not null default '', f_audience text collate "C" not null default '', f_audience__fr text collate "C" not null default '', s_audience text collate "C" not null default '', s_audience__fr text collate "C" not null default '', f_published_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_lesson_number on r_lesson (org, number);
create index r_lesson_changed on r_lesson (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_lesson_unit on r_lesson (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_lesson_owner on r_lesson (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_lesson_bin on r_lesson (org, withdrawn_at) where withdrawn_at > 0;
create index r_lesson_state on r_lesson (org, state, changed_at, id) where withdrawn_at = 0;
create index r_lesson_f_title on r_lesson (org, s_title, id) where withdrawn_at = 0;
create index r_lesson_f_kind on r_lesson (org, f_kind, id) where withdrawn_at = 0;
create index r_lesson_f_learned_on on r_lesson (org, f_learned_on, id) where withdrawn_at = 0;
create index r_lesson_f_audience on r_lesson (org, s_audience, id) where withdrawn_at = 0;
create index r_lesson_f_published_on on r_lesson (org, f_published_on, id) where withdrawn_at = 0;
create table r_contact_list (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_primary bytea, f_alternate bytea, f_reached_by text collate "C" not null default '', s_reached_by text collate "C" not null default '', f_entries text collate "C" not null default '', s_entries text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_source text collate "C" not null default '', s_source text collate "C" not null default '', f_received_on text collate "C" not null default '', f_checked_on text collate "C" not null default '', f_check_result text collate "C" not null default '', s_check_result text collate "C" not null default '', f_check_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_contact_list_number on r_contact_list (org, number);
create index r_contact_list_changed on r_contact_list (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_contact_list_unit on r_contact_list (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_contact_list_owner on r_contact_list (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_contact_list_bin on r_contact_list (org, withdrawn_at) where withdrawn_at > 0;
create index r_contact_list_state on r_contact_list (org, state, changed_at, id) where withdrawn_at = 0;
create index r_contact_list_f_title on r_contact_list (org, s_title, id) where withdrawn_at = 0;
create index r_contact_list_f_kind on r_contact_list (org, f_kind, id) where withdrawn_at = 0;
create index r_contact_list_f_primary on r_contact_list (org, f_primary, id) where withdrawn_at = 0;
create index r_contact_list_f_alternate on r_contact_list (org, f_alternate, id) where withdrawn_at = 0;
create index r_contact_list_f_checked_on on r_contact_list (org, f_checked_on, id) where withdrawn_at = 0;
create index r_contact_list_f_check_due_on on r_contact_list (org, f_check_due_on, id) where withdrawn_at = 0;
create table r_awareness_plan (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_starts_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_lead bytea, f_audience text collate "C" not null default '', f_audience__fr text collate "C" not null default '', s_audience text collate "C" not null default '', s_audience__fr text collate "C" not null default '', f_goals text collate "C" not null default '', f_goals__fr text collate "C" not null default '', s_goals text collate "C" not null default '', s_goals__fr text collate "C" not null default '', f_listing text collate "C" not null default '', f_listing__fr text collate "C" not null default '', s_listing text collate "C" not null default '', s_listing__fr text collate "C" not null default '', f_advice text collate "C" not null default '', s_advice text collate "C" not null default '', f_signed_on text collate "C" not null default '', f_signed_by bytea, f_covers_from text collate "C" not null default '', f_in_force_from text collate "C" not null default '', f_reviewed_on text collate "C" not null default '', f_review_result text collate "C" not null default '', f_review_note text collate "C" not null default '', s_review_note text collate "C" not null default '', f_review_due_on text collate "C" not null default '', f_items bigint, f_delivered bigint, f_reach bigint, f_outcome text collate "C" not null default '', f_outcome__fr text collate "C" not null default '', s_outcome text collate "C" not null default '', s_outcome__fr text collate "C" not null default '', primary key (org, id)) ;
create unique index r_awareness_plan_number on r_awareness_plan (org, number);
create index r_awareness_plan_changed on r_awareness_plan (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_plan_unit on r_awareness_plan (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_plan_owner on r_awareness_plan (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_plan_bin on r_awareness_plan (org, withdrawn_at) where withdrawn_at > 0;
create index r_awareness_plan_state on r_awareness_plan (org, state, changed_at, id) where withdrawn_at = 0;
create index r_awareness_plan_f_title on r_awareness_plan (org, s_title, id) where withdrawn_at = 0;
create index r_awareness_plan_f_starts_on on r_awareness_plan (org, f_starts_on, id) where withdrawn_at = 0;
create index r_awareness_plan_f_ends_on on r_awareness_plan (org, f_ends_on, id) where withdrawn_at = 0;
create index r_awareness_plan_f_lead on r_awareness_plan (org, f_lead, id) where withdrawn_at = 0;
create index r_awareness_plan_f_signed_on on r_awareness_plan (org, f_signed_on, id) where withdrawn_at = 0;
create index r_awareness_plan_f_signed_by on r_awareness_plan (org, f_signed_by, id) where withdrawn_at = 0;
create index r_awareness_plan_f_items on r_awareness_plan (org, coalesce(f_items, -9223372036854775807), id) where withdrawn_at = 0;
create index r_awareness_plan_f_delivered on r_awareness_plan (org, coalesce(f_delivered, -9223372036854775807), id) where withdrawn_at = 0;
create index r_awareness_plan_f_reach on r_awareness_plan (org, coalesce(f_reach, -9223372036854775807), id) where withdrawn_at = 0;
create table r_awareness_item (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_plan bytea, f_method text collate "C" not null default '', f_planned_for text collate "C" not null default '', f_audience text collate "C" not null default '', f_audience__fr text collate "C" not null default '', s_audience text collate "C" not null default '', s_audience__fr text collate "C" not null default '', f_expected bigint, f_place text collate "C" not null default '', f_place__fr text collate "C" not null default '', s_place text collate "C" not null default '', s_place__fr text collate "C" not null default '', f_speaker text collate "C" not null default '', s_speaker text collate "C" not null default '', f_arranged_on text collate "C" not null default '', f_observance bytea, f_moved_to text collate "C" not null default '', f_due_on text collate "C" not null default '', f_delivered_on text collate "C" not null default '', f_deliveries bigint, f_reach bigint, f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_awareness_item_number on r_awareness_item (org, number);
create index r_awareness_item_changed on r_awareness_item (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_item_unit on r_awareness_item (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_item_owner on r_awareness_item (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_item_bin on r_awareness_item (org, withdrawn_at) where withdrawn_at > 0;
create index r_awareness_item_state on r_awareness_item (org, state, changed_at, id) where withdrawn_at = 0;
create index r_awareness_item_f_title on r_awareness_item (org, s_title, id) where withdrawn_at = 0;
create index r_awareness_item_f_plan on r_awareness_item (org, f_plan, id) where withdrawn_at = 0;
create index r_awareness_item_f_method on r_awareness_item (org, f_method, id) where withdrawn_at = 0;
create index r_awareness_item_f_observance on r_awareness_item (org, f_observance, id) where withdrawn_at = 0;
create index r_awareness_item_f_due_on on r_awareness_item (org, f_due_on, id) where withdrawn_at = 0;
create index r_awareness_item_f_delivered_on on r_awareness_item (org, f_delivered_on, id) where withdrawn_at = 0;
create index r_awareness_item_f_reach on r_awareness_item (org, coalesce(f_reach, -9223372036854775807), id) where withdrawn_at = 0;
create table r_delivery (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_item bytea, f_delivered_on text collate "C" not null default '', f_channel text collate "C" not null default '', f_place text collate "C" not null default '', f_place__fr text collate "C" not null default '', s_place text collate "C" not null default '', s_place__fr text collate "C" not null default '', f_audience text collate "C" not null default '', f_audience__fr text collate "C" not null default '', s_audience text collate "C" not null default '', s_audience__fr text collate "C" not null default '', f_invited bigint, f_reach bigint, f_feedback text collate "C" not null default '', s_feedback text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', primary key (org, id)) ;
create unique index r_delivery_number on r_delivery (org, number);
create index r_delivery_changed on r_delivery (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_delivery_unit on r_delivery (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_delivery_owner on r_delivery (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_delivery_bin on r_delivery (org, withdrawn_at) where withdrawn_at > 0;
create index r_delivery_f_title on r_delivery (org, s_title, id) where withdrawn_at = 0;
create index r_delivery_f_item on r_delivery (org, f_item, id) where withdrawn_at = 0;
create index r_delivery_f_delivered_on on r_delivery (org, f_delivered_on, id) where withdrawn_at = 0;
create index r_delivery_f_channel on r_delivery (org, f_channel, id) where withdrawn_at = 0;
create index r_delivery_f_reach on r_delivery (org, coalesce(f_reach, -9223372036854775807), id) where withdrawn_at = 0;
create table r_observance (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_starts_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_host text collate "C" not null default '', s_host text collate "C" not null default '', f_address text collate "C" not null default '', s_address text collate "C" not null default '', f_notice_on text collate "C" not null default '', f_audience text collate "C" not null default '', f_audience__fr text collate "C" not null default '', s_audience text collate "C" not null default '', s_audience__fr text collate "C" not null default '', f_notice text collate "C" not null default '', f_notice__fr text collate "C" not null default '', s_notice text collate "C" not null default '', s_notice__fr text collate "C" not null default '', f_attended_on text collate "C" not null default '', f_attendance bigint, f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_observance_number on r_observance (org, number);
create index r_observance_changed on r_observance (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_observance_unit on r_observance (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_observance_owner on r_observance (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_observance_bin on r_observance (org, withdrawn_at) where withdrawn_at > 0;
create index r_observance_state on r_observance (org, state, changed_at, id) where withdrawn_at = 0;
create index r_observance_f_title on r_observance (org, s_title, id) where withdrawn_at = 0;
create index r_observance_f_kind on r_observance (org, f_kind, id) where withdrawn_at = 0;
create index r_observance_f_starts_on on r_observance (org, f_starts_on, id) where withdrawn_at = 0;
create index r_observance_f_notice_on on r_observance (org, f_notice_on, id) where withdrawn_at = 0;
create index r_observance_f_attended_on on r_observance (org, f_attended_on, id) where withdrawn_at = 0;
create table r_quiz (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_intro text collate "C" not null default '', f_intro__fr text collate "C" not null default '', s_intro text collate "C" not null default '', s_intro__fr text collate "C" not null default '', f_plan bytea, f_asked bigint, f_pass_percent bigint, f_results text collate "C" not null default '', f_once_only bigint, f_opens_on text collate "C" not null default '', f_closes_on text collate "C" not null default '', f_link_key text collate "C" not null default '', s_link_key text collate "C" not null default '', f_takers bigint, f_passed bigint, f_pass_rate bigint, f_tries bigint, primary key (org, id)) ;
create unique index r_quiz_number on r_quiz (org, number);
create index r_quiz_changed on r_quiz (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_unit on r_quiz (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_owner on r_quiz (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_bin on r_quiz (org, withdrawn_at) where withdrawn_at > 0;
create index r_quiz_state on r_quiz (org, state, changed_at, id) where withdrawn_at = 0;
create index r_quiz_f_title on r_quiz (org, s_title, id) where withdrawn_at = 0;
create index r_quiz_f_plan on r_quiz (org, f_plan, id) where withdrawn_at = 0;
create index r_quiz_f_opens_on on r_quiz (org, f_opens_on, id) where withdrawn_at = 0;
create index r_quiz_f_closes_on on r_quiz (org, f_closes_on, id) where withdrawn_at = 0;
create index r_quiz_f_link_key on r_quiz (org, s_link_key, id) where withdrawn_at = 0;
create index r_quiz_f_takers on r_quiz (org, coalesce(f_takers, -9223372036854775807), id) where withdrawn_at = 0;
create index r_quiz_f_pass_rate on r_quiz (org, coalesce(f_pass_rate, -9223372036854775807), id) where withdrawn_at = 0;
create table r_quiz_question (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_question text collate "C" not null default '', f_question__fr text collate "C" not null default '', s_question text collate "C" not null default '', s_question__fr text collate "C" not null default '', f_quiz bytea, f_place bigint, f_answer_1 text collate "C" not null default '', f_answer_1__fr text collate "C" not null default '', s_answer_1 text collate "C" not null default '', s_answer_1__fr text collate "C" not null default '', f_answer_2 text collate "C" not null default '', f_answer_2__fr text collate "C" not null default '', s_answer_2 text collate "C" not null default '', s_answer_2__fr text collate "C" not null default '', f_answer_3 text collate "C" not null default '', f_answer_3__fr text collate "C" not null default '', s_answer_3 text collate "C" not null default '', s_answer_3__fr text collate "C" not null default '', f_answer_4 text collate "C" not null default '', f_answer_4__fr text collate "C" not null default '', s_answer_4 text collate "C" not null default '', s_answer_4__fr text collate "C" not null default '', f_answer_5 text collate "C" not null default '', f_answer_5__fr text collate "C" not null default '', s_answer_5 text collate "C" not null default '', s_answer_5__fr text collate "C" not null default '', f_answer_6 text collate "C" not null default '', f_answer_6__fr text collate "C" not null default '', s_answer_6 text collate "C" not null default '', s_answer_6__fr text collate "C" not null default '', f_right_answer text collate "C" not null default '', f_explanation text collate "C" not null default '', f_explanation__fr text collate "C" not null default '', s_explanation text collate "C" not null default '', s_explanation__fr text collate "C" not null default '', primary key (org, id)) ;
create unique index r_quiz_question_number on r_quiz_question (org, number);
create index r_quiz_question_changed on r_quiz_question (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_question_unit on r_quiz_question (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_question_owner on r_quiz_question (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_question_bin on r_quiz_question (org, withdrawn_at) where withdrawn_at > 0;
create index r_quiz_question_f_question on r_quiz_question (org, s_question, id) where withdrawn_at = 0;
create index r_quiz_question_f_quiz on r_quiz_question (org, f_quiz, id) where withdrawn_at = 0;
create index r_quiz_question_f_place on r_quiz_question (org, coalesce(f_place, -9223372036854775807), id) where withdrawn_at = 0;
create index r_quiz_question_f_right_answer on r_quiz_question (org, f_right_answer, id) where withdrawn_at = 0;
create table r_quiz_attempt (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', s_title text collate "C" not null default '', f_quiz bytea, f_person bytea, f_taken_at bigint not null default 0, f_try bigint, f_asked bigint, f_right bigint, f_percent bigint, f_passed bigint, f_answers text collate "C" not null default '', s_answers text collate "C" not null default '', primary key (org, id)) ;
create unique index r_quiz_attempt_number on r_quiz_attempt (org, number);
create index r_quiz_attempt_changed on r_quiz_attempt (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_attempt_unit on r_quiz_attempt (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_attempt_owner on r_quiz_attempt (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_quiz_attempt_bin on r_quiz_attempt (org, withdrawn_at) where withdrawn_at > 0;
create index r_quiz_attempt_f_title on r_quiz_attempt (org, s_title, id) where withdrawn_at = 0;
create index r_quiz_attempt_f_quiz on r_quiz_attempt (org, f_quiz, id) where withdrawn_at = 0;
create index r_quiz_attempt_f_person on r_quiz_attempt (org, f_person, id) where withdrawn_at = 0;
create index r_quiz_attempt_f_percent on r_quiz_attempt (org, coalesce(f_percent, -9223372036854775807), id) where withdrawn_at = 0;
create index r_quiz_attempt_f_passed on r_quiz_attempt (org, coalesce(f_passed, -9223372036854775807), id) where withdrawn_at = 0;
create table r_training_completion (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_course text collate "C" not null default '', s_course text collate "C" not null default '', f_person bytea, f_kind text collate "C" not null default '', f_completed_on text collate "C" not null default '', f_expires_on text collate "C" not null default '', f_counts_until text collate "C" not null default '', f_score bigint, f_provider text collate "C" not null default '', s_provider text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_source text collate "C" not null default '', s_source text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', primary key (org, id)) ;
create unique index r_training_completion_number on r_training_completion (org, number);
create index r_training_completion_changed on r_training_completion (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_training_completion_unit on r_training_completion (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_training_completion_owner on r_training_completion (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_training_completion_bin on r_training_completion (org, withdrawn_at) where withdrawn_at > 0;
create index r_training_completion_state on r_training_completion (org, state, changed_at, id) where withdrawn_at = 0;
create index r_training_completion_f_course on r_training_completion (org, s_course, id) where withdrawn_at = 0;
create index r_training_completion_f_person on r_training_completion (org, f_person, id) where withdrawn_at = 0;
create index r_training_completion_f_kind on r_training_completion (org, f_kind, id) where withdrawn_at = 0;
create index r_training_completion_f_completed_on on r_training_completion (org, f_completed_on, id) where withdrawn_at = 0;
create index r_training_completion_f_counts_until on r_training_completion (org, f_counts_until, id) where withdrawn_at = 0;
create table r_awareness_material (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_source text collate "C" not null default '', f_made_by text collate "C" not null default '', s_made_by text collate "C" not null default '', f_address text collate "C" not null default '', s_address text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_language text collate "C" not null default '', f_topic text collate "C" not null default '', f_topic__fr text collate "C" not null default '', s_topic text collate "C" not null default '', s_topic__fr text collate "C" not null default '', f_received_on text collate "C" not null default '', f_review_due_on text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_awareness_material_number on r_awareness_material (org, number);
create index r_awareness_material_changed on r_awareness_material (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_material_unit on r_awareness_material (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_material_owner on r_awareness_material (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_awareness_material_bin on r_awareness_material (org, withdrawn_at) where withdrawn_at > 0;
create index r_awareness_material_state on r_awareness_material (org, state, changed_at, id) where withdrawn_at = 0;
create index r_awareness_material_f_title on r_awareness_material (org, s_title, id) where withdrawn_at = 0;
create index r_awareness_material_f_kind on r_awareness_material (org, f_kind, id) where withdrawn_at = 0;
create index r_awareness_material_f_source on r_awareness_material (org, f_source, id) where withdrawn_at = 0;
create index r_awareness_material_f_topic on r_awareness_material (org, s_topic, id) where withdrawn_at = 0;
create index r_awareness_material_f_received_on on r_awareness_material (org, f_received_on, id) where withdrawn_at = 0;
create table r_digest_issue (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_issued_on text collate "C" not null default '', f_received_on text collate "C" not null default '', f_made_by text collate "C" not null default '', s_made_by text collate "C" not null default '', f_topics text collate "C" not null default '', f_topics__fr text collate "C" not null default '', s_topics text collate "C" not null default '', s_topics__fr text collate "C" not null default '', f_address text collate "C" not null default '', s_address text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_passed_on text collate "C" not null default '', f_audience text collate "C" not null default '', f_audience__fr text collate "C" not null default '', s_audience text collate "C" not null default '', s_audience__fr text collate "C" not null default '', f_channel text collate "C" not null default '', f_grounds text collate "C" not null default '', s_grounds text collate "C" not null default '', primary key (org, id)) ;
create unique index r_digest_issue_number on r_digest_issue (org, number);
create index r_digest_issue_changed on r_digest_issue (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_digest_issue_unit on r_digest_issue (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_digest_issue_owner on r_digest_issue (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_digest_issue_bin on r_digest_issue (org, withdrawn_at) where withdrawn_at > 0;
create index r_digest_issue_state on r_digest_issue (org, state, changed_at, id) where withdrawn_at = 0;
create index r_digest_issue_f_title on r_digest_issue (org, s_title, id) where withdrawn_at = 0;
create index r_digest_issue_f_kind on r_digest_issue (org, f_kind, id) where withdrawn_at = 0;
create index r_digest_issue_f_issued_on on r_digest_issue (org, f_issued_on, id) where withdrawn_at = 0;
create index r_digest_issue_f_passed_on on r_digest_issue (org, f_passed_on, id) where withdrawn_at = 0;
create index r_digest_issue_f_audience on r_digest_issue (org, s_audience, id) where withdrawn_at = 0;
create table r_ambassador (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_person bytea, f_tasks text collate "C" not null default '', f_tasks__fr text collate "C" not null default '', s_tasks text collate "C" not null default '', s_tasks__fr text collate "C" not null default '', f_starts_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_briefed_on text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_ambassador_number on r_ambassador (org, number);
create index r_ambassador_changed on r_ambassador (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_ambassador_unit on r_ambassador (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_ambassador_owner on r_ambassador (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_ambassador_bin on r_ambassador (org, withdrawn_at) where withdrawn_at > 0;
create index r_ambassador_state on r_ambassador (org, state, changed_at, id) where withdrawn_at = 0;
create index r_ambassador_f_title on r_ambassador (org, s_title, id) where withdrawn_at = 0;
create index r_ambassador_f_person on r_ambassador (org, f_person, id) where withdrawn_at = 0;
create index r_ambassador_f_starts_on on r_ambassador (org, f_starts_on, id) where withdrawn_at = 0;
create index r_ambassador_f_ends_on on r_ambassador (org, f_ends_on, id) where withdrawn_at = 0;
create index r_ambassador_f_briefed_on on r_ambassador (org, f_briefed_on, id) where withdrawn_at = 0;
create table r_stakeholder (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_person bytea, f_role text collate "C" not null default '', f_role__fr text collate "C" not null default '', s_role text collate "C" not null default '', s_role__fr text collate "C" not null default '', f_interest text collate "C" not null default '', f_interest__fr text collate "C" not null default '', s_interest text collate "C" not null default '', s_interest__fr text collate "C" not null default '', f_asked text collate "C" not null default '', f_asked__fr text collate "C" not null default '', s_asked text collate "C" not null default '', s_asked__fr text collate "C" not null default '', f_contact text collate "C" not null default '', s_contact text collate "C" not null default '', f_spoken_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_stakeholder_number on r_stakeholder (org, number);
create index r_stakeholder_changed on r_stakeholder (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_stakeholder_unit on r_stakeholder (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_stakeholder_owner on r_stakeholder (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_stakeholder_bin on r_stakeholder (org, withdrawn_at) where withdrawn_at > 0;
create index r_stakeholder_state on r_stakeholder (org, state, changed_at, id) where withdrawn_at = 0;
create index r_stakeholder_f_title on r_stakeholder (org, s_title, id) where withdrawn_at = 0;
create index r_stakeholder_f_person on r_stakeholder (org, f_person, id) where withdrawn_at = 0;
create index r_stakeholder_f_role on r_stakeholder (org, s_role, id) where withdrawn_at = 0;
create index r_stakeholder_f_contact on r_stakeholder (org, s_contact, id) where withdrawn_at = 0;
create index r_stakeholder_f_spoken_on on r_stakeholder (org, f_spoken_on, id) where withdrawn_at = 0;
create table r_assessment_campaign (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_framework text collate "C" not null default '', f_framework_version text collate "C" not null default '', s_framework_version text collate "C" not null default '', f_areas bigint, f_answered bigint, f_gaps_found bigint, f_posture bigint, f_started_on text collate "C" not null default '', f_completed_on text collate "C" not null default '', f_summary text collate "C" not null default '', f_summary__fr text collate "C" not null default '', s_summary text collate "C" not null default '', s_summary__fr text collate "C" not null default '', f_validated_by bytea, f_validated_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_assessment_campaign_number on r_assessment_campaign (org, number);
create index r_assessment_campaign_changed on r_assessment_campaign (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_assessment_campaign_unit on r_assessment_campaign (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_assessment_campaign_owner on r_assessment_campaign (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_assessment_campaign_bin on r_assessment_campaign (org, withdrawn_at) where withdrawn_at > 0;
create index r_assessment_campaign_state on r_assessment_campaign (org, state, changed_at, id) where withdrawn_at = 0;
create index r_assessment_campaign_f_title on r_assessment_campaign (org, s_title, id) where withdrawn_at = 0;
create index r_assessment_campaign_f_framework on r_assessment_campaign (org, f_framework, id) where withdrawn_at = 0;
create index r_assessment_campaign_f_gaps_found on r_assessment_campaign (org, coalesce(f_gaps_found, -9223372036854775807), id) where withdrawn_at = 0;
create index r_assessment_campaign_f_posture on r_assessment_campaign (org, coalesce(f_posture, -9223372036854775807), id) where withdrawn_at = 0;
create index r_assessment_campaign_f_completed_on on r_assessment_campaign (org, f_completed_on, id) where withdrawn_at = 0;
create index r_assessment_campaign_f_validated_by on r_assessment_campaign (org, f_validated_by, id) where withdrawn_at = 0;
create table r_assessment_answer (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_campaign bytea, f_area_number text collate "C" not null default '', s_area_number text collate "C" not null default '', f_level text collate "C" not null default '', f_validated_level text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', f_answered_on text collate "C" not null default '', f_gap text collate "C" not null default '', f_gap__fr text collate "C" not null default '', s_gap text collate "C" not null default '', s_gap__fr text collate "C" not null default '', f_gap_owner bytea, f_gap_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_assessment_answer_number on r_assessment_answer (org, number);
create index r_assessment_answer_changed on r_assessment_answer (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_assessment_answer_unit on r_assessment_answer (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_assessment_answer_owner on r_assessment_answer (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_assessment_answer_bin on r_assessment_answer (org, withdrawn_at) where withdrawn_at > 0;
create index r_assessment_answer_state on r_assessment_answer (org, state, changed_at, id) where withdrawn_at = 0;
create index r_assessment_answer_f_title on r_assessment_answer (org, s_title, id) where withdrawn_at = 0;
create index r_assessment_answer_f_campaign on r_assessment_answer (org, f_campaign, id) where withdrawn_at = 0;
create index r_assessment_answer_f_area_number on r_assessment_answer (org, s_area_number, id) where withdrawn_at = 0;
create index r_assessment_answer_f_level on r_assessment_answer (org, f_level, id) where withdrawn_at = 0;
create index r_assessment_answer_f_gap_owner on r_assessment_answer (org, f_gap_owner, id) where withdrawn_at = 0;
create index r_assessment_answer_f_gap_due_on on r_assessment_answer (org, f_gap_due_on, id) where withdrawn_at = 0;
create table r_incident (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_class text collate "C" not null default '', f_class_reason text collate "C" not null default '', s_class_reason text collate "C" not null default '', f_classed_at bigint not null default 0, f_description text collate "C" not null default '', s_description text collate "C" not null default '', f_occurred_at bigint not null default 0, f_discovered_at bigint not null default 0, f_reported_at bigint not null default 0, f_reported_by bytea, f_reporter text collate "C" not null default '', s_reporter text collate "C" not null default '', f_personal_information text collate "C" not null default '', f_cabinet_confidence bigint, f_supervisor bytea, f_supervisor_told_at bigint not null default 0, f_managers_told_at bigint not null default 0, f_mcio_told_at bigint not null default 0, f_step_report_at bigint not null default 0, f_step_recover_at bigint not null default 0, f_step_remediate_at bigint not null default 0, f_step_prevent_at bigint not null default 0, f_device text collate "C" not null default '', f_asset text collate "C" not null default '', s_asset text collate "C" not null default '', f_network_state text collate "C" not null default '', f_disconnected_at bigint not null default 0, f_power_state text collate "C" not null default '', f_power_confirmed_at bigint not null default 0, f_confirmed_by bytea, f_disabled_at bigint not null default 0, f_checklist text collate "C" not null default '', s_checklist text collate "C" not null default '', f_checklist_sent_at bigint not null default 0, f_triaged_at bigint not null default 0, f_triage_reason text collate "C" not null default '', s_triage_reason text collate "C" not null default '', f_ending text collate "C" not null default '', f_police_file text collate "C" not null default '', s_police_file text collate "C" not null default '', f_contained_at bigint not null default 0, f_containment text collate "C" not null default '', s_containment text collate "C" not null default '', f_investigation text collate "C" not null default '', s_investigation text collate "C" not null default '', f_risk_analysis text collate "C" not null default '', s_risk_analysis text collate "C" not null default '', f_impact_analysis text collate "C" not null default '', s_impact_analysis text collate "C" not null default '', f_facts_agreed_on text collate "C" not null default '', f_resolved_at bigint not null default 0, f_cause text collate "C" not null default '', s_cause text collate "C" not null default '', f_tell_peers text collate "C" not null default '', primary key (org, id)) ;
create unique index r_incident_number on r_incident (org, number);
create index r_incident_changed on r_incident (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_incident_unit on r_incident (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_incident_owner on r_incident (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_incident_bin on r_incident (org, withdrawn_at) where withdrawn_at > 0;
create index r_incident_state on r_incident (org, state, changed_at, id) where withdrawn_at = 0;
create index r_incident_f_title on r_incident (org, s_title, id) where withdrawn_at = 0;
create index r_incident_f_kind on r_incident (org, f_kind, id) where withdrawn_at = 0;
create index r_incident_f_class on r_incident (org, f_class, id) where withdrawn_at = 0;
create index r_incident_f_reported_at on r_incident (org, f_reported_at, id) where withdrawn_at = 0;
create index r_incident_f_reported_by on r_incident (org, f_reported_by, id) where withdrawn_at = 0;
create index r_incident_f_supervisor on r_incident (org, f_supervisor, id) where withdrawn_at = 0;
create index r_incident_f_confirmed_by on r_incident (org, f_confirmed_by, id) where withdrawn_at = 0;
create index r_incident_f_contained_at on r_incident (org, f_contained_at, id) where withdrawn_at = 0;
create index r_incident_f_resolved_at on r_incident (org, f_resolved_at, id) where withdrawn_at = 0;
create table r_incident_entry (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_incident bytea, f_kind text collate "C" not null default '', f_happened_at bigint not null default 0, f_written_by bytea, f_told text collate "C" not null default '', s_told text collate "C" not null default '', f_detail text collate "C" not null default '', s_detail text collate "C" not null default '', primary key (org, id)) ;
create unique index r_incident_entry_number on r_incident_entry (org, number);
create index r_incident_entry_changed on r_incident_entry (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_incident_entry_unit on r_incident_entry (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_incident_entry_owner on r_incident_entry (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_incident_entry_bin on r_incident_entry (org, withdrawn_at) where withdrawn_at > 0;
create index r_incident_entry_f_title on r_incident_entry (org, s_title, id) where withdrawn_at = 0;
create index r_incident_entry_f_incident on r_incident_entry (org, f_incident, id) where withdrawn_at = 0;
create index r_incident_entry_f_kind on r_incident_entry (org, f_kind, id) where withdrawn_at = 0;
create index r_incident_entry_f_happened_at on r_incident_entry (org, f_happened_at, id) where withdrawn_at = 0;
create index r_incident_entry_f_written_by on r_incident_entry (org, f_written_by, id) where withdrawn_at = 0;
create table r_custody (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', s_title text collate "C" not null default '', f_incident bytea, f_follows bytea, f_handed_at bigint not null default 0, f_handed_by text collate "C" not null default '', s_handed_by text collate "C" not null default '', f_holder bytea, f_holder_outside text collate "C" not null default '', s_holder_outside text collate "C" not null default '', f_place text collate "C" not null default '', s_place text collate "C" not null default '', f_power_state text collate "C" not null default '', f_seal text collate "C" not null default '', s_seal text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_custody_number on r_custody (org, number);
create index r_custody_changed on r_custody (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_custody_unit on r_custody (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_custody_owner on r_custody (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_custody_bin on r_custody (org, withdrawn_at) where withdrawn_at > 0;
create index r_custody_f_title on r_custody (org, s_title, id) where withdrawn_at = 0;
create index r_custody_f_incident on r_custody (org, f_incident, id) where withdrawn_at = 0;
create index r_custody_f_follows on r_custody (org, f_follows, id) where withdrawn_at = 0;
create index r_custody_f_handed_at on r_custody (org, f_handed_at, id) where withdrawn_at = 0;
create index r_custody_f_handed_by on r_custody (org, s_handed_by, id) where withdrawn_at = 0;
create index r_custody_f_holder on r_custody (org, f_holder, id) where withdrawn_at = 0;
create table r_notification (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_incident bytea, f_recipient text collate "C" not null default '', f_name text collate "C" not null default '', s_name text collate "C" not null default '', f_breach bytea, f_requirement bytea, f_decision_reason text collate "C" not null default '', s_decision_reason text collate "C" not null default '', f_decided_at bigint not null default 0, f_decided_by bytea, f_starts_at bigint not null default 0, f_due_at bigint not null default 0, f_told_at bigint not null default 0, f_told_by bytea, f_channel text collate "C" not null default '', s_channel text collate "C" not null default '', f_content text collate "C" not null default '', s_content text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_their_number text collate "C" not null default '', s_their_number text collate "C" not null default '', f_acknowledged_at bigint not null default 0, primary key (org, id)) ;
create unique index r_notification_number on r_notification (org, number);
create index r_notification_changed on r_notification (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_notification_unit on r_notification (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_notification_owner on r_notification (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_notification_bin on r_notification (org, withdrawn_at) where withdrawn_at > 0;
create index r_notification_state on r_notification (org, state, changed_at, id) where withdrawn_at = 0;
create index r_notification_f_title on r_notification (org, s_title, id) where withdrawn_at = 0;
create index r_notification_f_incident on r_notification (org, f_incident, id) where withdrawn_at = 0;
create index r_notification_f_recipient on r_notification (org, f_recipient, id) where withdrawn_at = 0;
create index r_notification_f_breach on r_notification (org, f_breach, id) where withdrawn_at = 0;
create index r_notification_f_requirement on r_notification (org, f_requirement, id) where withdrawn_at = 0;
create index r_notification_f_decided_by on r_notification (org, f_decided_by, id) where withdrawn_at = 0;
create index r_notification_f_due_at on r_notification (org, f_due_at, id) where withdrawn_at = 0;
create index r_notification_f_told_at on r_notification (org, f_told_at, id) where withdrawn_at = 0;
create index r_notification_f_told_by on r_notification (org, f_told_by, id) where withdrawn_at = 0;
create index r_notification_f_their_number on r_notification (org, s_their_number, id) where withdrawn_at = 0;
create table r_loss_report (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_incident bytea, f_kind text collate "C" not null default '', f_asset_tag text collate "C" not null default '', s_asset_tag text collate "C" not null default '', f_value bigint, f_circumstances text collate "C" not null default '', s_circumstances text collate "C" not null default '', f_illegal_activity text collate "C" not null default '', f_lost_at bigint not null default 0, f_discovered_at bigint not null default 0, f_known_at bigint not null default 0, f_supervisor_told_at bigint not null default 0, f_submitted_at bigint not null default 0, f_submitted_by bytea, f_report_number text collate "C" not null default '', s_report_number text collate "C" not null default '', f_to_risk_management bigint, f_to_security_officer bigint, f_to_financial_officer bigint, f_to_comptroller bigint, f_to_deputy_minister bigint, f_police_file text collate "C" not null default '', s_police_file text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_outcome text collate "C" not null default '', s_outcome text collate "C" not null default '', primary key (org, id)) ;
create unique index r_loss_report_number on r_loss_report (org, number);
create index r_loss_report_changed on r_loss_report (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_loss_report_unit on r_loss_report (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_loss_report_owner on r_loss_report (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_loss_report_bin on r_loss_report (org, withdrawn_at) where withdrawn_at > 0;
create index r_loss_report_state on r_loss_report (org, state, changed_at, id) where withdrawn_at = 0;
create index r_loss_report_f_title on r_loss_report (org, s_title, id) where withdrawn_at = 0;
create index r_loss_report_f_incident on r_loss_report (org, f_incident, id) where withdrawn_at = 0;
create index r_loss_report_f_kind on r_loss_report (org, f_kind, id) where withdrawn_at = 0;
create index r_loss_report_f_known_at on r_loss_report (org, f_known_at, id) where withdrawn_at = 0;
create index r_loss_report_f_submitted_at on r_loss_report (org, f_submitted_at, id) where withdrawn_at = 0;
create index r_loss_report_f_submitted_by on r_loss_report (org, f_submitted_by, id) where withdrawn_at = 0;
create index r_loss_report_f_report_number on r_loss_report (org, s_report_number, id) where withdrawn_at = 0;
create table r_privacy_breach (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_incident bytea, f_kind text collate "C" not null default '', f_description text collate "C" not null default '', f_description__fr text collate "C" not null default '', s_description text collate "C" not null default '', s_description__fr text collate "C" not null default '', f_information text collate "C" not null default '', f_information__fr text collate "C" not null default '', s_information text collate "C" not null default '', s_information__fr text collate "C" not null default '', f_happened_from text collate "C" not null default '', f_happened_to text collate "C" not null default '', f_learned_at bigint not null default 0, f_people_affected bigint, f_significant_harm text collate "C" not null default '', f_harm_reason text collate "C" not null default '', s_harm_reason text collate "C" not null default '', f_judged_at bigint not null default 0, f_judged_by bytea, f_tell_persons text collate "C" not null default '', f_tell_reason text collate "C" not null default '', s_tell_reason text collate "C" not null default '', f_decided_at bigint not null default 0, f_decided_by bytea, f_contact text collate "C" not null default '', f_contact__fr text collate "C" not null default '', s_contact text collate "C" not null default '', s_contact__fr text collate "C" not null default '', f_steps_taken text collate "C" not null default '', f_steps_taken__fr text collate "C" not null default '', s_steps_taken text collate "C" not null default '', s_steps_taken__fr text collate "C" not null default '', f_advice text collate "C" not null default '', f_advice__fr text collate "C" not null default '', s_advice text collate "C" not null default '', s_advice__fr text collate "C" not null default '', f_outcome text collate "C" not null default '', s_outcome text collate "C" not null default '', primary key (org, id)) ;
create unique index r_privacy_breach_number on r_privacy_breach (org, number);
create index r_privacy_breach_changed on r_privacy_breach (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_privacy_breach_unit on r_privacy_breach (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_privacy_breach_owner on r_privacy_breach (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_privacy_breach_bin on r_privacy_breach (org, withdrawn_at) where withdrawn_at > 0;
create index r_privacy_breach_state on r_privacy_breach (org, state, changed_at, id) where withdrawn_at = 0;
create index r_privacy_breach_f_title on r_privacy_breach (org, s_title, id) where withdrawn_at = 0;
create index r_privacy_breach_f_incident on r_privacy_breach (org, f_incident, id) where withdrawn_at = 0;
create index r_privacy_breach_f_kind on r_privacy_breach (org, f_kind, id) where withdrawn_at = 0;
create index r_privacy_breach_f_learned_at on r_privacy_breach (org, f_learned_at, id) where withdrawn_at = 0;
create index r_privacy_breach_f_people_affected on r_privacy_breach (org, coalesce(f_people_affected, -9223372036854775807), id) where withdrawn_at = 0;
create index r_privacy_breach_f_significant_harm on r_privacy_breach (org, f_significant_harm, id) where withdrawn_at = 0;
create index r_privacy_breach_f_judged_by on r_privacy_breach (org, f_judged_by, id) where withdrawn_at = 0;
create index r_privacy_breach_f_tell_persons on r_privacy_breach (org, f_tell_persons, id) where withdrawn_at = 0;
create index r_privacy_breach_f_decided_by on r_privacy_breach (org, f_decided_by, id) where withdrawn_at = 0;
create table r_post_incident_review (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_incident bytea, f_planned_for text collate "C" not null default '', f_held_on text collate "C" not null default '', f_lead bytea, f_others text collate "C" not null default '', s_others text collate "C" not null default '', f_findings text collate "C" not null default '', s_findings text collate "C" not null default '', f_root_cause text collate "C" not null default '', s_root_cause text collate "C" not null default '', f_went_well text collate "C" not null default '', s_went_well text collate "C" not null default '', f_changes text collate "C" not null default '', s_changes text collate "C" not null default '', f_no_action_reason text collate "C" not null default '', s_no_action_reason text collate "C" not null default '', f_report bytea, f_report__bytes bigint not null default 0, f_report__name text collate "C" not null default '', f_report__media text collate "C" not null default '', primary key (org, id)) ;
create unique index r_post_incident_review_number on r_post_incident_review (org, number);
create index r_post_incident_review_changed on r_post_incident_review (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_post_incident_review_unit on r_post_incident_review (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_post_incident_review_owner on r_post_incident_review (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_post_incident_review_bin on r_post_incident_review (org, withdrawn_at) where withdrawn_at > 0;
create index r_post_incident_review_state on r_post_incident_review (org, state, changed_at, id) where withdrawn_at = 0;
create index r_post_incident_review_f_title on r_post_incident_review (org, s_title, id) where withdrawn_at = 0;
create index r_post_incident_review_f_incident on r_post_incident_review (org, f_incident, id) where withdrawn_at = 0;
create index r_post_incident_review_f_planned_for on r_post_incident_review (org, f_planned_for, id) where withdrawn_at = 0;
create index r_post_incident_review_f_held_on on r_post_incident_review (org, f_held_on, id) where withdrawn_at = 0;
create index r_post_incident_review_f_lead on r_post_incident_review (org, f_lead, id) where withdrawn_at = 0;
create table r_finding (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_source text collate "C" not null default '', f_audit bytea, f_plan bytea, f_plan_check bytea, f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_condition text collate "C" not null default '', f_condition__fr text collate "C" not null default '', s_condition text collate "C" not null default '', s_condition__fr text collate "C" not null default '', f_criteria text collate "C" not null default '', f_criteria__fr text collate "C" not null default '', s_criteria text collate "C" not null default '', s_criteria__fr text collate "C" not null default '', f_cause text collate "C" not null default '', f_cause__fr text collate "C" not null default '', s_cause text collate "C" not null default '', s_cause__fr text collate "C" not null default '', f_effect text collate "C" not null default '', f_effect__fr text collate "C" not null default '', s_effect text collate "C" not null default '', s_effect__fr text collate "C" not null default '', f_recommendation text collate "C" not null default '', f_recommendation__fr text collate "C" not null default '', s_recommendation text collate "C" not null default '', s_recommendation__fr text collate "C" not null default '', f_response text collate "C" not null default '', f_response__fr text collate "C" not null default '', s_response text collate "C" not null default '', s_response__fr text collate "C" not null default '', f_reply text collate "C" not null default '', f_reply__fr text collate "C" not null default '', s_reply text collate "C" not null default '', s_reply__fr text collate "C" not null default '', f_gaps text collate "C" not null default '', f_gaps__fr text collate "C" not null default '', s_gaps text collate "C" not null default '', s_gaps__fr text collate "C" not null default '', f_warnings text collate "C" not null default '', s_warnings text collate "C" not null default '', f_severity text collate "C" not null default '', f_issued_on text collate "C" not null default '', f_response_due_on text collate "C" not null default '', f_responded_on text collate "C" not null default '', f_closed_on text collate "C" not null default '', f_repeat_of bytea, primary key (org, id)) ;
create unique index r_finding_number on r_finding (org, number);
create index r_finding_changed on r_finding (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_finding_unit on r_finding (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_finding_owner on r_finding (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_finding_bin on r_finding (org, withdrawn_at) where withdrawn_at > 0;
create index r_finding_state on r_finding (org, state, changed_at, id) where withdrawn_at = 0;
create index r_finding_f_title on r_finding (org, s_title, id) where withdrawn_at = 0;
create index r_finding_f_source on r_finding (org, f_source, id) where withdrawn_at = 0;
create index r_finding_f_audit on r_finding (org, f_audit, id) where withdrawn_at = 0;
create index r_finding_f_plan on r_finding (org, f_plan, id) where withdrawn_at = 0;
create index r_finding_f_plan_check on r_finding (org, f_plan_check, id) where withdrawn_at = 0;
create index r_finding_f_severity on r_finding (org, f_severity, id) where withdrawn_at = 0;
create index r_finding_f_issued_on on r_finding (org, f_issued_on, id) where withdrawn_at = 0;
create index r_finding_f_response_due_on on r_finding (org, f_response_due_on, id) where withdrawn_at = 0;
create index r_finding_f_repeat_of on r_finding (org, f_repeat_of, id) where withdrawn_at = 0;
create table r_recommendation (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_finding bytea, f_gap text collate "C" not null default '', f_gap__fr text collate "C" not null default '', s_gap text collate "C" not null default '', s_gap__fr text collate "C" not null default '', f_merge_key text collate "C" not null default '', s_merge_key text collate "C" not null default '', f_elements text collate "C" not null default '', s_elements text collate "C" not null default '', f_wording text collate "C" not null default '', f_wording__fr text collate "C" not null default '', s_wording text collate "C" not null default '', s_wording__fr text collate "C" not null default '', f_response text collate "C" not null default '', f_response__fr text collate "C" not null default '', s_response text collate "C" not null default '', s_response__fr text collate "C" not null default '', f_due_on text collate "C" not null default '', f_done_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_recommendation_number on r_recommendation (org, number);
create index r_recommendation_changed on r_recommendation (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_recommendation_unit on r_recommendation (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_recommendation_owner on r_recommendation (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_recommendation_bin on r_recommendation (org, withdrawn_at) where withdrawn_at > 0;
create index r_recommendation_state on r_recommendation (org, state, changed_at, id) where withdrawn_at = 0;
create index r_recommendation_f_title on r_recommendation (org, s_title, id) where withdrawn_at = 0;
create index r_recommendation_f_finding on r_recommendation (org, f_finding, id) where withdrawn_at = 0;
create index r_recommendation_f_elements on r_recommendation (org, s_elements, id) where withdrawn_at = 0;
create index r_recommendation_f_due_on on r_recommendation (org, f_due_on, id) where withdrawn_at = 0;
create table r_corrective_action (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_finding bytea, f_recommendation bytea, f_exercise bytea, f_incident bytea, f_measures text collate "C" not null default '', f_measures__fr text collate "C" not null default '', s_measures text collate "C" not null default '', s_measures__fr text collate "C" not null default '', f_due_on text collate "C" not null default '', f_agreed_on text collate "C" not null default '', f_done_on text collate "C" not null default '', f_what_was_done text collate "C" not null default '', s_what_was_done text collate "C" not null default '', f_check_how text collate "C" not null default '', s_check_how text collate "C" not null default '', f_checked_on text collate "C" not null default '', f_effective text collate "C" not null default '', f_check_note text collate "C" not null default '', s_check_note text collate "C" not null default '', f_auditor bytea, f_acceptance bytea, f_acceptance__bytes bigint not null default 0, f_acceptance__name text collate "C" not null default '', f_acceptance__media text collate "C" not null default '', f_closed_on text collate "C" not null default '', f_repeat_of bytea, primary key (org, id)) ;
create unique index r_corrective_action_number on r_corrective_action (org, number);
create index r_corrective_action_changed on r_corrective_action (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_corrective_action_unit on r_corrective_action (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_corrective_action_owner on r_corrective_action (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_corrective_action_bin on r_corrective_action (org, withdrawn_at) where withdrawn_at > 0;
create index r_corrective_action_state on r_corrective_action (org, state, changed_at, id) where withdrawn_at = 0;
create index r_corrective_action_f_title on r_corrective_action (org, s_title, id) where withdrawn_at = 0;
create index r_corrective_action_f_finding on r_corrective_action (org, f_finding, id) where withdrawn_at = 0;
create index r_corrective_action_f_recommendation on r_corrective_action (org, f_recommendation, id) where withdrawn_at = 0;
create index r_corrective_action_f_exercise on r_corrective_action (org, f_exercise, id) where withdrawn_at = 0;
create index r_corrective_action_f_incident on r_corrective_action (org, f_incident, id) where withdrawn_at = 0;
create index r_corrective_action_f_due_on on r_corrective_action (org, f_due_on, id) where withdrawn_at = 0;
create index r_corrective_action_f_done_on on r_corrective_action (org, f_done_on, id) where withdrawn_at = 0;
create index r_corrective_action_f_effective on r_corrective_action (org, f_effective, id) where withdrawn_at = 0;
create index r_corrective_action_f_auditor on r_corrective_action (org, f_auditor, id) where withdrawn_at = 0;
create index r_corrective_action_f_repeat_of on r_corrective_action (org, f_repeat_of, id) where withdrawn_at = 0;
create table r_audit (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_body text collate "C" not null default '', f_body__fr text collate "C" not null default '', s_body text collate "C" not null default '', s_body__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_lead bytea, f_liaison bytea, f_scope text collate "C" not null default '', f_scope__fr text collate "C" not null default '', s_scope text collate "C" not null default '', s_scope__fr text collate "C" not null default '', f_period_from text collate "C" not null default '', f_period_to text collate "C" not null default '', f_planned_for text collate "C" not null default '', f_fieldwork_from text collate "C" not null default '', f_fieldwork_to text collate "C" not null default '', f_draft_due_on text collate "C" not null default '', f_report_on text collate "C" not null default '', f_report bytea, f_report__bytes bigint not null default 0, f_report__name text collate "C" not null default '', f_report__media text collate "C" not null default '', f_conclusion text collate "C" not null default '', f_conclusion__fr text collate "C" not null default '', s_conclusion text collate "C" not null default '', s_conclusion__fr text collate "C" not null default '', primary key (org, id)) ;
create unique index r_audit_number on r_audit (org, number);
create index r_audit_changed on r_audit (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_audit_unit on r_audit (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_audit_owner on r_audit (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_audit_bin on r_audit (org, withdrawn_at) where withdrawn_at > 0;
create index r_audit_state on r_audit (org, state, changed_at, id) where withdrawn_at = 0;
create index r_audit_f_title on r_audit (org, s_title, id) where withdrawn_at = 0;
create index r_audit_f_body on r_audit (org, s_body, id) where withdrawn_at = 0;
create index r_audit_f_kind on r_audit (org, f_kind, id) where withdrawn_at = 0;
create index r_audit_f_lead on r_audit (org, f_lead, id) where withdrawn_at = 0;
create index r_audit_f_liaison on r_audit (org, f_liaison, id) where withdrawn_at = 0;
create index r_audit_f_planned_for on r_audit (org, f_planned_for, id) where withdrawn_at = 0;
create index r_audit_f_report_on on r_audit (org, f_report_on, id) where withdrawn_at = 0;
create table r_evidence_request (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_audit bytea, f_asked text collate "C" not null default '', s_asked text collate "C" not null default '', f_population text collate "C" not null default '', s_population text collate "C" not null default '', f_population_size bigint, f_sample text collate "C" not null default '', s_sample text collate "C" not null default '', f_sample_size bigint, f_drawn_by text collate "C" not null default '', s_drawn_by text collate "C" not null default '', f_asked_on text collate "C" not null default '', f_due_on text collate "C" not null default '', f_response text collate "C" not null default '', s_response text collate "C" not null default '', f_responded_on text collate "C" not null default '', f_auditor bytea, f_acceptance bytea, f_acceptance__bytes bigint not null default 0, f_acceptance__name text collate "C" not null default '', f_acceptance__media text collate "C" not null default '', f_reply text collate "C" not null default '', s_reply text collate "C" not null default '', primary key (org, id)) ;
create unique index r_evidence_request_number on r_evidence_request (org, number);
create index r_evidence_request_changed on r_evidence_request (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_evidence_request_unit on r_evidence_request (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_evidence_request_owner on r_evidence_request (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_evidence_request_bin on r_evidence_request (org, withdrawn_at) where withdrawn_at > 0;
create index r_evidence_request_state on r_evidence_request (org, state, changed_at, id) where withdrawn_at = 0;
create index r_evidence_request_f_title on r_evidence_request (org, s_title, id) where withdrawn_at = 0;
create index r_evidence_request_f_audit on r_evidence_request (org, f_audit, id) where withdrawn_at = 0;
create index r_evidence_request_f_due_on on r_evidence_request (org, f_due_on, id) where withdrawn_at = 0;
create index r_evidence_request_f_responded_on on r_evidence_request (org, f_responded_on, id) where withdrawn_at = 0;
create index r_evidence_request_f_auditor on r_evidence_request (org, f_auditor, id) where withdrawn_at = 0;
create table r_evidence (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_effective_from text collate "C" not null default '', f_effective_to text collate "C" not null default '', f_received_on text collate "C" not null default '', f_source text collate "C" not null default '', s_source text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', f_replaces bytea, primary key (org, id)) ;
create unique index r_evidence_number on r_evidence (org, number);
create index r_evidence_changed on r_evidence (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_evidence_unit on r_evidence (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_evidence_owner on r_evidence (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_evidence_bin on r_evidence (org, withdrawn_at) where withdrawn_at > 0;
create index r_evidence_f_title on r_evidence (org, s_title, id) where withdrawn_at = 0;
create index r_evidence_f_kind on r_evidence (org, f_kind, id) where withdrawn_at = 0;
create index r_evidence_f_effective_from on r_evidence (org, f_effective_from, id) where withdrawn_at = 0;
create index r_evidence_f_effective_to on r_evidence (org, f_effective_to, id) where withdrawn_at = 0;
create index r_evidence_f_received_on on r_evidence (org, f_received_on, id) where withdrawn_at = 0;
create index r_evidence_f_replaces on r_evidence (org, f_replaces, id) where withdrawn_at = 0;
create table r_document (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_own_number text collate "C" not null default '', s_own_number text collate "C" not null default '', f_summary text collate "C" not null default '', f_summary__fr text collate "C" not null default '', s_summary text collate "C" not null default '', s_summary__fr text collate "C" not null default '', f_language text collate "C" not null default '', f_review_months bigint, f_reviewed_on text collate "C" not null default '', f_review_due_on text collate "C" not null default '', f_review_result text collate "C" not null default '', f_replaces bytea, f_current bytea, primary key (org, id)) ;
create unique index r_document_number on r_document (org, number);
create index r_document_changed on r_document (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_document_unit on r_document (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_document_owner on r_document (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_document_bin on r_document (org, withdrawn_at) where withdrawn_at > 0;
create index r_document_state on r_document (org, state, changed_at, id) where withdrawn_at = 0;
create index r_document_f_title on r_document (org, s_title, id) where withdrawn_at = 0;
create index r_document_f_kind on r_document (org, f_kind, id) where withdrawn_at = 0;
create index r_document_f_review_due_on on r_document (org, f_review_due_on, id) where withdrawn_at = 0;
create index r_document_f_replaces on r_document (org, f_replaces, id) where withdrawn_at = 0;
create index r_document_f_current on r_document (org, f_current, id) where withdrawn_at = 0;
create table r_document_version (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', s_title text collate "C" not null default '', f_document bytea, f_version_number text collate "C" not null default '', s_version_number text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_language text collate "C" not null default '', f_changes text collate "C" not null default '', s_changes text collate "C" not null default '', f_effective_from text collate "C" not null default '', f_advice text collate "C" not null default '', s_advice text collate "C" not null default '', f_approved_on text collate "C" not null default '', f_approved_by bytea, primary key (org, id)) ;
create unique index r_document_version_number on r_document_version (org, number);
create index r_document_version_changed on r_document_version (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_document_version_unit on r_document_version (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_document_version_owner on r_document_version (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_document_version_bin on r_document_version (org, withdrawn_at) where withdrawn_at > 0;
create index r_document_version_state on r_document_version (org, state, changed_at, id) where withdrawn_at = 0;
create index r_document_version_f_title on r_document_version (org, s_title, id) where withdrawn_at = 0;
create index r_document_version_f_document on r_document_version (org, f_document, id) where withdrawn_at = 0;
create index r_document_version_f_version_number on r_document_version (org, s_version_number, id) where withdrawn_at = 0;
create index r_document_version_f_language on r_document_version (org, f_language, id) where withdrawn_at = 0;
create index r_document_version_f_approved_on on r_document_version (org, f_approved_on, id) where withdrawn_at = 0;
create index r_document_version_f_approved_by on r_document_version (org, f_approved_by, id) where withdrawn_at = 0;
create table r_instrument (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_abbreviation text collate "C" not null default '', s_abbreviation text collate "C" not null default '', f_kind text collate "C" not null default '', f_issuer text collate "C" not null default '', f_issuer__fr text collate "C" not null default '', s_issuer text collate "C" not null default '', s_issuer__fr text collate "C" not null default '', f_jurisdiction text collate "C" not null default '', s_jurisdiction text collate "C" not null default '', f_summary text collate "C" not null default '', f_summary__fr text collate "C" not null default '', s_summary text collate "C" not null default '', s_summary__fr text collate "C" not null default '', f_address text collate "C" not null default '', s_address text collate "C" not null default '', f_pack text collate "C" not null default '', s_pack text collate "C" not null default '', f_watched_by bytea, primary key (org, id)) ;
create unique index r_instrument_number on r_instrument (org, number);
create index r_instrument_changed on r_instrument (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_instrument_unit on r_instrument (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_instrument_owner on r_instrument (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_instrument_bin on r_instrument (org, withdrawn_at) where withdrawn_at > 0;
create index r_instrument_state on r_instrument (org, state, changed_at, id) where withdrawn_at = 0;
create index r_instrument_f_title on r_instrument (org, s_title, id) where withdrawn_at = 0;
create index r_instrument_f_abbreviation on r_instrument (org, s_abbreviation, id) where withdrawn_at = 0;
create index r_instrument_f_kind on r_instrument (org, f_kind, id) where withdrawn_at = 0;
create index r_instrument_f_issuer on r_instrument (org, s_issuer, id) where withdrawn_at = 0;
create index r_instrument_f_watched_by on r_instrument (org, f_watched_by, id) where withdrawn_at = 0;
create table r_edition (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_instrument bytea, f_edition_number text collate "C" not null default '', s_edition_number text collate "C" not null default '', f_effective_from text collate "C" not null default '', f_effective_to text collate "C" not null default '', f_published_on text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_address text collate "C" not null default '', s_address text collate "C" not null default '', f_news text collate "C" not null default '', f_changes text collate "C" not null default '', f_changes__fr text collate "C" not null default '', s_changes text collate "C" not null default '', s_changes__fr text collate "C" not null default '', f_reading text collate "C" not null default '', f_confirmed bigint, primary key (org, id)) ;
create unique index r_edition_number on r_edition (org, number);
create index r_edition_changed on r_edition (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_edition_unit on r_edition (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_edition_owner on r_edition (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_edition_bin on r_edition (org, withdrawn_at) where withdrawn_at > 0;
create index r_edition_state on r_edition (org, state, changed_at, id) where withdrawn_at = 0;
create index r_edition_f_title on r_edition (org, s_title, id) where withdrawn_at = 0;
create index r_edition_f_instrument on r_edition (org, f_instrument, id) where withdrawn_at = 0;
create index r_edition_f_edition_number on r_edition (org, s_edition_number, id) where withdrawn_at = 0;
create index r_edition_f_effective_from on r_edition (org, f_effective_from, id) where withdrawn_at = 0;
create table r_clause (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_edition bytea, f_clause_number text collate "C" not null default '', s_clause_number text collate "C" not null default '', f_wording text collate "C" not null default '', f_wording__fr text collate "C" not null default '', s_wording text collate "C" not null default '', s_wording__fr text collate "C" not null default '', f_quoted text collate "C" not null default '', s_quoted text collate "C" not null default '', f_force text collate "C" not null default '', f_confirmed bigint, primary key (org, id)) ;
create unique index r_clause_number on r_clause (org, number);
create index r_clause_changed on r_clause (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_clause_unit on r_clause (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_clause_owner on r_clause (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_clause_bin on r_clause (org, withdrawn_at) where withdrawn_at > 0;
create index r_clause_f_title on r_clause (org, s_title, id) where withdrawn_at = 0;
create index r_clause_f_edition on r_clause (org, f_edition, id) where withdrawn_at = 0;
create index r_clause_f_clause_number on r_clause (org, s_clause_number, id) where withdrawn_at = 0;
create index r_clause_f_force on r_clause (org, f_force, id) where withdrawn_at = 0;
create table r_acknowledgement_request (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_purpose text collate "C" not null default '', f_edition bytea, f_document_version bytea, f_summary text collate "C" not null default '', f_summary__fr text collate "C" not null default '', s_summary text collate "C" not null default '', s_summary__fr text collate "C" not null default '', f_wording text collate "C" not null default '', f_wording__fr text collate "C" not null default '', s_wording text collate "C" not null default '', s_wording__fr text collate "C" not null default '', f_due_on text collate "C" not null default '', f_link_key text collate "C" not null default '', s_link_key text collate "C" not null default '', f_opened_on text collate "C" not null default '', f_closed_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_acknowledgement_request_number on r_acknowledgement_request (org, number);
create index r_acknowledgement_request_changed on r_acknowledgement_request (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_acknowledgement_request_unit on r_acknowledgement_request (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_acknowledgement_request_owner on r_acknowledgement_request (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_acknowledgement_request_bin on r_acknowledgement_request (org, withdrawn_at) where withdrawn_at > 0;
create index r_acknowledgement_request_state on r_acknowledgement_request (org, state, changed_at, id) where withdrawn_at = 0;
create index r_acknowledgement_request_f_title on r_acknowledgement_request (org, s_title, id) where withdrawn_at = 0;
create index r_acknowledgement_request_f_purpose on r_acknowledgement_request (org, f_purpose, id) where withdrawn_at = 0;
create index r_acknowledgement_request_f_edition on r_acknowledgement_request (org, f_edition, id) where withdrawn_at = 0;
create index r_acknowledgement_request_f_document_version on r_acknowledgement_request (org, f_document_version, id) where withdrawn_at = 0;
create index r_acknowledgement_request_f_due_on on r_acknowledgement_request (org, f_due_on, id) where withdrawn_at = 0;
create index r_acknowledgement_request_f_link_key on r_acknowledgement_request (org, s_link_key, id) where withdrawn_at = 0;
create index r_acknowledgement_request_f_opened_on on r_acknowledgement_request (org, f_opened_on, id) where withdrawn_at = 0;
create table r_acknowledgement (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_request bytea, f_person bytea, f_how text collate "C" not null default '', f_signed_on text collate "C" not null default '', f_proof bytea, f_proof__bytes bigint not null default 0, f_proof__name text collate "C" not null default '', f_proof__media text collate "C" not null default '', f_purpose text collate "C" not null default '', f_edition bytea, f_document_version bytea, primary key (org, id)) ;
create unique index r_acknowledgement_number on r_acknowledgement (org, number);
create index r_acknowledgement_changed on r_acknowledgement (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_acknowledgement_unit on r_acknowledgement (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_acknowledgement_owner on r_acknowledgement (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_acknowledgement_bin on r_acknowledgement (org, withdrawn_at) where withdrawn_at > 0;
create index r_acknowledgement_state on r_acknowledgement (org, state, changed_at, id) where withdrawn_at = 0;
create index r_acknowledgement_f_title on r_acknowledgement (org, s_title, id) where withdrawn_at = 0;
create index r_acknowledgement_f_request on r_acknowledgement (org, f_request, id) where withdrawn_at = 0;
create index r_acknowledgement_f_person on r_acknowledgement (org, f_person, id) where withdrawn_at = 0;
create index r_acknowledgement_f_how on r_acknowledgement (org, f_how, id) where withdrawn_at = 0;
create index r_acknowledgement_f_edition on r_acknowledgement (org, f_edition, id) where withdrawn_at = 0;
create index r_acknowledgement_f_document_version on r_acknowledgement (org, f_document_version, id) where withdrawn_at = 0;
create table r_applicability_decision (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_edition bytea, f_area bytea, f_decision text collate "C" not null default '', f_grounds text collate "C" not null default '', f_grounds__fr text collate "C" not null default '', s_grounds text collate "C" not null default '', s_grounds__fr text collate "C" not null default '', f_statement text collate "C" not null default '', f_statement__fr text collate "C" not null default '', s_statement text collate "C" not null default '', s_statement__fr text collate "C" not null default '', f_compliance text collate "C" not null default '', f_exemption bytea, f_until text collate "C" not null default '', f_decided_on text collate "C" not null default '', f_review_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_applicability_decision_number on r_applicability_decision (org, number);
create index r_applicability_decision_changed on r_applicability_decision (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_applicability_decision_unit on r_applicability_decision (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_applicability_decision_owner on r_applicability_decision (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_applicability_decision_bin on r_applicability_decision (org, withdrawn_at) where withdrawn_at > 0;
create index r_applicability_decision_state on r_applicability_decision (org, state, changed_at, id) where withdrawn_at = 0;
create index r_applicability_decision_f_title on r_applicability_decision (org, s_title, id) where withdrawn_at = 0;
create index r_applicability_decision_f_edition on r_applicability_decision (org, f_edition, id) where withdrawn_at = 0;
create index r_applicability_decision_f_area on r_applicability_decision (org, f_area, id) where withdrawn_at = 0;
create index r_applicability_decision_f_decision on r_applicability_decision (org, f_decision, id) where withdrawn_at = 0;
create index r_applicability_decision_f_exemption on r_applicability_decision (org, f_exemption, id) where withdrawn_at = 0;
create index r_applicability_decision_f_decided_on on r_applicability_decision (org, f_decided_on, id) where withdrawn_at = 0;
create table r_exemption (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_edition bytea, f_area bytea, f_duties text collate "C" not null default '', s_duties text collate "C" not null default '', f_grounds text collate "C" not null default '', f_grounds__fr text collate "C" not null default '', s_grounds text collate "C" not null default '', s_grounds__fr text collate "C" not null default '', f_compliance_plan text collate "C" not null default '', f_compliance_plan__fr text collate "C" not null default '', s_compliance_plan text collate "C" not null default '', s_compliance_plan__fr text collate "C" not null default '', f_complies_on text collate "C" not null default '', f_controls text collate "C" not null default '', f_controls__fr text collate "C" not null default '', s_controls text collate "C" not null default '', s_controls__fr text collate "C" not null default '', f_wanted_until text collate "C" not null default '', f_faqs_read bigint, f_needed bigint, f_risk_assessment bytea, f_privacy_assessment bytea, f_renewal_of bytea, f_standard_owner text collate "C" not null default '', f_standard_owner__fr text collate "C" not null default '', s_standard_owner text collate "C" not null default '', s_standard_owner__fr text collate "C" not null default '', f_checked_on text collate "C" not null default '', f_checked_by bytea, f_endorsed_on text collate "C" not null default '', f_endorsed_by bytea, f_approved_on text collate "C" not null default '', f_approved_by bytea, f_submitted_on text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_decided_on text collate "C" not null default '', f_rationale text collate "C" not null default '', s_rationale text collate "C" not null default '', f_letter bytea, f_letter__bytes bigint not null default 0, f_letter__name text collate "C" not null default '', f_letter__media text collate "C" not null default '', f_starts_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_complied_on text collate "C" not null default '', f_ended_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_exemption_number on r_exemption (org, number);
create index r_exemption_changed on r_exemption (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_exemption_unit on r_exemption (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_exemption_owner on r_exemption (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_exemption_bin on r_exemption (org, withdrawn_at) where withdrawn_at > 0;
create index r_exemption_state on r_exemption (org, state, changed_at, id) where withdrawn_at = 0;
create index r_exemption_f_title on r_exemption (org, s_title, id) where withdrawn_at = 0;
create index r_exemption_f_edition on r_exemption (org, f_edition, id) where withdrawn_at = 0;
create index r_exemption_f_area on r_exemption (org, f_area, id) where withdrawn_at = 0;
create index r_exemption_f_risk_assessment on r_exemption (org, f_risk_assessment, id) where withdrawn_at = 0;
create index r_exemption_f_privacy_assessment on r_exemption (org, f_privacy_assessment, id) where withdrawn_at = 0;
create index r_exemption_f_renewal_of on r_exemption (org, f_renewal_of, id) where withdrawn_at = 0;
create index r_exemption_f_checked_by on r_exemption (org, f_checked_by, id) where withdrawn_at = 0;
create index r_exemption_f_endorsed_by on r_exemption (org, f_endorsed_by, id) where withdrawn_at = 0;
create index r_exemption_f_approved_by on r_exemption (org, f_approved_by, id) where withdrawn_at = 0;
create index r_exemption_f_starts_on on r_exemption (org, f_starts_on, id) where withdrawn_at = 0;
create index r_exemption_f_ends_on on r_exemption (org, f_ends_on, id) where withdrawn_at = 0;
create table r_exemption_condition (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_exemption bytea, f_wording text collate "C" not null default '', s_wording text collate "C" not null default '', f_follow_up_on text collate "C" not null default '', f_extended_to text collate "C" not null default '', f_due_on text collate "C" not null default '', f_met_on text collate "C" not null default '', f_answer text collate "C" not null default '', s_answer text collate "C" not null default '', f_settled_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_exemption_condition_number on r_exemption_condition (org, number);
create index r_exemption_condition_changed on r_exemption_condition (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_exemption_condition_unit on r_exemption_condition (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_exemption_condition_owner on r_exemption_condition (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_exemption_condition_bin on r_exemption_condition (org, withdrawn_at) where withdrawn_at > 0;
create index r_exemption_condition_state on r_exemption_condition (org, state, changed_at, id) where withdrawn_at = 0;
create index r_exemption_condition_f_title on r_exemption_condition (org, s_title, id) where withdrawn_at = 0;
create index r_exemption_condition_f_exemption on r_exemption_condition (org, f_exemption, id) where withdrawn_at = 0;
create index r_exemption_condition_f_due_on on r_exemption_condition (org, f_due_on, id) where withdrawn_at = 0;
create index r_exemption_condition_f_met_on on r_exemption_condition (org, f_met_on, id) where withdrawn_at = 0;
create table r_standards_watch (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_instrument bytea, f_source text collate "C" not null default '', s_source text collate "C" not null default '', f_months bigint, f_checked_on text collate "C" not null default '', f_outcome text collate "C" not null default '', f_found text collate "C" not null default '', s_found text collate "C" not null default '', f_check_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_standards_watch_number on r_standards_watch (org, number);
create index r_standards_watch_changed on r_standards_watch (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_standards_watch_unit on r_standards_watch (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_standards_watch_owner on r_standards_watch (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_standards_watch_bin on r_standards_watch (org, withdrawn_at) where withdrawn_at > 0;
create index r_standards_watch_state on r_standards_watch (org, state, changed_at, id) where withdrawn_at = 0;
create index r_standards_watch_f_title on r_standards_watch (org, s_title, id) where withdrawn_at = 0;
create index r_standards_watch_f_instrument on r_standards_watch (org, f_instrument, id) where withdrawn_at = 0;
create index r_standards_watch_f_checked_on on r_standards_watch (org, f_checked_on, id) where withdrawn_at = 0;
create index r_standards_watch_f_found on r_standards_watch (org, s_found, id) where withdrawn_at = 0;
create index r_standards_watch_f_check_due_on on r_standards_watch (org, f_check_due_on, id) where withdrawn_at = 0;
create table r_impact_note (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_edition bytea, f_area bytea, f_recipient bytea, f_summary text collate "C" not null default '', f_summary__fr text collate "C" not null default '', s_summary text collate "C" not null default '', s_summary__fr text collate "C" not null default '', f_impact text collate "C" not null default '', f_impact__fr text collate "C" not null default '', s_impact text collate "C" not null default '', s_impact__fr text collate "C" not null default '', f_channel text collate "C" not null default '', s_channel text collate "C" not null default '', f_sent_on text collate "C" not null default '', f_answer_due_on text collate "C" not null default '', f_answered_on text collate "C" not null default '', f_answer text collate "C" not null default '', s_answer text collate "C" not null default '', primary key (org, id)) ;
create unique index r_impact_note_number on r_impact_note (org, number);
create index r_impact_note_changed on r_impact_note (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_impact_note_unit on r_impact_note (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_impact_note_owner on r_impact_note (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_impact_note_bin on r_impact_note (org, withdrawn_at) where withdrawn_at > 0;
create index r_impact_note_state on r_impact_note (org, state, changed_at, id) where withdrawn_at = 0;
create index r_impact_note_f_title on r_impact_note (org, s_title, id) where withdrawn_at = 0;
create index r_impact_note_f_edition on r_impact_note (org, f_edition, id) where withdrawn_at = 0;
create index r_impact_note_f_area on r_impact_note (org, f_area, id) where withdrawn_at = 0;
create index r_impact_note_f_recipient on r_impact_note (org, f_recipient, id) where withdrawn_at = 0;
create index r_impact_note_f_sent_on on r_impact_note (org, f_sent_on, id) where withdrawn_at = 0;
create index r_impact_note_f_answered_on on r_impact_note (org, f_answered_on, id) where withdrawn_at = 0;
create table r_security_activity (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_how_often text collate "C" not null default '', s_how_often text collate "C" not null default '', f_procedure bytea, f_gap text collate "C" not null default '', s_gap text collate "C" not null default '', f_gap_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_security_activity_number on r_security_activity (org, number);
create index r_security_activity_changed on r_security_activity (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_security_activity_unit on r_security_activity (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_security_activity_owner on r_security_activity (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_security_activity_bin on r_security_activity (org, withdrawn_at) where withdrawn_at > 0;
create index r_security_activity_state on r_security_activity (org, state, changed_at, id) where withdrawn_at = 0;
create index r_security_activity_f_title on r_security_activity (org, s_title, id) where withdrawn_at = 0;
create index r_security_activity_f_how_often on r_security_activity (org, s_how_often, id) where withdrawn_at = 0;
create index r_security_activity_f_procedure on r_security_activity (org, f_procedure, id) where withdrawn_at = 0;
create index r_security_activity_f_gap_due_on on r_security_activity (org, f_gap_due_on, id) where withdrawn_at = 0;
create table r_conformity (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_document bytea, f_edition bytea, f_note text collate "C" not null default '', s_note text collate "C" not null default '', f_checked_version bytea, f_checked_on text collate "C" not null default '', f_mapped bigint, f_not_met bigint, primary key (org, id)) ;
create unique index r_conformity_number on r_conformity (org, number);
create index r_conformity_changed on r_conformity (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_conformity_unit on r_conformity (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_conformity_owner on r_conformity (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_conformity_bin on r_conformity (org, withdrawn_at) where withdrawn_at > 0;
create index r_conformity_state on r_conformity (org, state, changed_at, id) where withdrawn_at = 0;
create index r_conformity_f_title on r_conformity (org, s_title, id) where withdrawn_at = 0;
create index r_conformity_f_document on r_conformity (org, f_document, id) where withdrawn_at = 0;
create index r_conformity_f_edition on r_conformity (org, f_edition, id) where withdrawn_at = 0;
create index r_conformity_f_checked_version on r_conformity (org, f_checked_version, id) where withdrawn_at = 0;
create index r_conformity_f_checked_on on r_conformity (org, f_checked_on, id) where withdrawn_at = 0;
create index r_conformity_f_mapped on r_conformity (org, coalesce(f_mapped, -9223372036854775807), id) where withdrawn_at = 0;
create index r_conformity_f_not_met on r_conformity (org, coalesce(f_not_met, -9223372036854775807), id) where withdrawn_at = 0;
create table r_conformity_clause (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_conformity bytea, f_clause bytea, f_result text collate "C" not null default '', f_place text collate "C" not null default '', s_place text collate "C" not null default '', f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_conformity_clause_number on r_conformity_clause (org, number);
create index r_conformity_clause_changed on r_conformity_clause (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_conformity_clause_unit on r_conformity_clause (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_conformity_clause_owner on r_conformity_clause (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_conformity_clause_bin on r_conformity_clause (org, withdrawn_at) where withdrawn_at > 0;
create index r_conformity_clause_f_title on r_conformity_clause (org, s_title, id) where withdrawn_at = 0;
create index r_conformity_clause_f_conformity on r_conformity_clause (org, f_conformity, id) where withdrawn_at = 0;
create index r_conformity_clause_f_clause on r_conformity_clause (org, f_clause, id) where withdrawn_at = 0;
create index r_conformity_clause_f_result on r_conformity_clause (org, f_result, id) where withdrawn_at = 0;
create index r_conformity_clause_f_place on r_conformity_clause (org, s_place, id) where withdrawn_at = 0;
create table r_peer_review (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_document bytea, f_reviewed_version bytea, f_reviewer text collate "C" not null default '', f_reviewer__fr text collate "C" not null default '', s_reviewer text collate "C" not null default '', s_reviewer__fr text collate "C" not null default '', f_asked_on text collate "C" not null default '', f_due_on text collate "C" not null default '', f_received_on text collate "C" not null default '', f_comments text collate "C" not null default '', s_comments text collate "C" not null default '', f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', f_disposition text collate "C" not null default '', s_disposition text collate "C" not null default '', f_settled_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_peer_review_number on r_peer_review (org, number);
create index r_peer_review_changed on r_peer_review (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_peer_review_unit on r_peer_review (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_peer_review_owner on r_peer_review (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_peer_review_bin on r_peer_review (org, withdrawn_at) where withdrawn_at > 0;
create index r_peer_review_state on r_peer_review (org, state, changed_at, id) where withdrawn_at = 0;
create index r_peer_review_f_title on r_peer_review (org, s_title, id) where withdrawn_at = 0;
create index r_peer_review_f_document on r_peer_review (org, f_document, id) where withdrawn_at = 0;
create index r_peer_review_f_reviewed_version on r_peer_review (org, f_reviewed_version, id) where withdrawn_at = 0;
create index r_peer_review_f_reviewer on r_peer_review (org, s_reviewer, id) where withdrawn_at = 0;
create index r_peer_review_f_asked_on on r_peer_review (org, f_asked_on, id) where withdrawn_at = 0;
create index r_peer_review_f_received_on on r_peer_review (org, f_received_on, id) where withdrawn_at = 0;
create table r_agreement (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_party text collate "C" not null default '', f_party__fr text collate "C" not null default '', s_party text collate "C" not null default '', s_party__fr text collate "C" not null default '', f_party_node bytea, f_covers text collate "C" not null default '', f_covers__fr text collate "C" not null default '', s_covers text collate "C" not null default '', s_covers__fr text collate "C" not null default '', f_they_do text collate "C" not null default '', f_they_do__fr text collate "C" not null default '', s_they_do text collate "C" not null default '', s_they_do__fr text collate "C" not null default '', f_we_keep text collate "C" not null default '', f_we_keep__fr text collate "C" not null default '', s_we_keep text collate "C" not null default '', s_we_keep__fr text collate "C" not null default '', f_starts_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_signed_file bytea, f_signed_file__bytes bigint not null default 0, f_signed_file__name text collate "C" not null default '', f_signed_file__media text collate "C" not null default '', f_signatory bytea, f_review_due_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_agreement_number on r_agreement (org, number);
create index r_agreement_changed on r_agreement (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_agreement_unit on r_agreement (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_agreement_owner on r_agreement (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_agreement_bin on r_agreement (org, withdrawn_at) where withdrawn_at > 0;
create index r_agreement_state on r_agreement (org, state, changed_at, id) where withdrawn_at = 0;
create index r_agreement_f_title on r_agreement (org, s_title, id) where withdrawn_at = 0;
create index r_agreement_f_kind on r_agreement (org, f_kind, id) where withdrawn_at = 0;
create index r_agreement_f_party on r_agreement (org, s_party, id) where withdrawn_at = 0;
create index r_agreement_f_party_node on r_agreement (org, f_party_node, id) where withdrawn_at = 0;
create index r_agreement_f_starts_on on r_agreement (org, f_starts_on, id) where withdrawn_at = 0;
create index r_agreement_f_ends_on on r_agreement (org, f_ends_on, id) where withdrawn_at = 0;
create index r_agreement_f_signatory on r_agreement (org, f_signatory, id) where withdrawn_at = 0;
create table r_organisation (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_parent bytea, f_kind text collate "C" not null default '', f_abbreviation text collate "C" not null default '', f_abbreviation__fr text collate "C" not null default '', s_abbreviation text collate "C" not null default '', s_abbreviation__fr text collate "C" not null default '', f_mandate text collate "C" not null default '', f_mandate__fr text collate "C" not null default '', s_mandate text collate "C" not null default '', s_mandate__fr text collate "C" not null default '', f_head bytea, f_jurisdiction text collate "C" not null default '', f_time_zone text collate "C" not null default '', s_time_zone text collate "C" not null default '', f_website text collate "C" not null default '', s_website text collate "C" not null default '', primary key (org, id)) ;
create unique index r_organisation_number on r_organisation (org, number);
create index r_organisation_changed on r_organisation (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_organisation_unit on r_organisation (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_organisation_owner on r_organisation (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_organisation_bin on r_organisation (org, withdrawn_at) where withdrawn_at > 0;
create index r_organisation_state on r_organisation (org, state, changed_at, id) where withdrawn_at = 0;
create index r_organisation_f_title on r_organisation (org, s_title, id) where withdrawn_at = 0;
create index r_organisation_f_parent on r_organisation (org, f_parent, id) where withdrawn_at = 0;
create index r_organisation_f_kind on r_organisation (org, f_kind, id) where withdrawn_at = 0;
create index r_organisation_f_head on r_organisation (org, f_head, id) where withdrawn_at = 0;
create table r_person (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_name text collate "C" not null default '', s_name text collate "C" not null default '', f_position text collate "C" not null default '', f_position__fr text collate "C" not null default '', s_position text collate "C" not null default '', s_position__fr text collate "C" not null default '', f_email text collate "C" not null default '', s_email text collate "C" not null default '', f_phone text collate "C" not null default '', s_phone text collate "C" not null default '', f_language text collate "C" not null default '', f_reports_to bytea, f_employer text collate "C" not null default '', s_employer text collate "C" not null default '', f_since text collate "C" not null default '', f_left_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_person_number on r_person (org, number);
create index r_person_changed on r_person (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_person_unit on r_person (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_person_owner on r_person (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_person_bin on r_person (org, withdrawn_at) where withdrawn_at > 0;
create index r_person_state on r_person (org, state, changed_at, id) where withdrawn_at = 0;
create index r_person_f_name on r_person (org, s_name, id) where withdrawn_at = 0;
create index r_person_f_position on r_person (org, s_position, id) where withdrawn_at = 0;
create index r_person_f_email on r_person (org, s_email, id) where withdrawn_at = 0;
create index r_person_f_phone on r_person (org, s_phone, id) where withdrawn_at = 0;
create index r_person_f_reports_to on r_person (org, f_reports_to, id) where withdrawn_at = 0;
create table r_role_assignment (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_role bytea, f_person bytea, f_starts_on text collate "C" not null default '', f_ends_on text collate "C" not null default '', f_alternate bytea, f_instrument text collate "C" not null default '', s_instrument text collate "C" not null default '', f_letter bytea, f_letter__bytes bigint not null default 0, f_letter__name text collate "C" not null default '', f_letter__media text collate "C" not null default '', f_clearance bytea, f_note text collate "C" not null default '', s_note text collate "C" not null default '', primary key (org, id)) ;
create unique index r_role_assignment_number on r_role_assignment (org, number);
create index r_role_assignment_changed on r_role_assignment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_role_assignment_unit on r_role_assignment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_role_assignment_owner on r_role_assignment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_role_assignment_bin on r_role_assignment (org, withdrawn_at) where withdrawn_at > 0;
create index r_role_assignment_state on r_role_assignment (org, state, changed_at, id) where withdrawn_at = 0;
create index r_role_assignment_f_title on r_role_assignment (org, s_title, id) where withdrawn_at = 0;
create index r_role_assignment_f_role on r_role_assignment (org, f_role, id) where withdrawn_at = 0;
create index r_role_assignment_f_person on r_role_assignment (org, f_person, id) where withdrawn_at = 0;
create index r_role_assignment_f_starts_on on r_role_assignment (org, f_starts_on, id) where withdrawn_at = 0;
create index r_role_assignment_f_ends_on on r_role_assignment (org, f_ends_on, id) where withdrawn_at = 0;
create index r_role_assignment_f_alternate on r_role_assignment (org, f_alternate, id) where withdrawn_at = 0;
create index r_role_assignment_f_clearance on r_role_assignment (org, f_clearance, id) where withdrawn_at = 0;
create table r_role (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_name text collate "C" not null default '', s_name text collate "C" not null default '', f_duties text collate "C" not null default '', f_duties__fr text collate "C" not null default '', s_duties text collate "C" not null default '', s_duties__fr text collate "C" not null default '', f_rights text collate "C" not null default '', s_rights text collate "C" not null default '', f_read_only bigint, f_clearance bytea, primary key (org, id)) ;
create unique index r_role_number on r_role (org, number);
create index r_role_changed on r_role (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_role_unit on r_role (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_role_owner on r_role (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_role_bin on r_role (org, withdrawn_at) where withdrawn_at > 0;
create index r_role_f_title on r_role (org, s_title, id) where withdrawn_at = 0;
create index r_role_f_name on r_role (org, s_name, id) where withdrawn_at = 0;
create index r_role_f_read_only on r_role (org, coalesce(f_read_only, -9223372036854775807), id) where withdrawn_at = 0;
create index r_role_f_clearance on r_role (org, f_clearance, id) where withdrawn_at = 0;
create table r_classification (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_rank bigint, f_mark text collate "C" not null default '', s_mark text collate "C" not null default '', f_injury text collate "C" not null default '', f_injury__fr text collate "C" not null default '', s_injury text collate "C" not null default '', s_injury__fr text collate "C" not null default '', f_handling text collate "C" not null default '', f_handling__fr text collate "C" not null default '', s_handling text collate "C" not null default '', s_handling__fr text collate "C" not null default '', primary key (org, id)) ;
create unique index r_classification_number on r_classification (org, number);
create index r_classification_changed on r_classification (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_classification_unit on r_classification (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_classification_owner on r_classification (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_classification_bin on r_classification (org, withdrawn_at) where withdrawn_at > 0;
create index r_classification_f_title on r_classification (org, s_title, id) where withdrawn_at = 0;
create index r_classification_f_rank on r_classification (org, coalesce(f_rank, -9223372036854775807), id) where withdrawn_at = 0;
create index r_classification_f_mark on r_classification (org, s_mark, id) where withdrawn_at = 0;
create table r_local_field (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_record_type text collate "C" not null default '', f_key text collate "C" not null default '', s_key text collate "C" not null default '', f_kind text collate "C" not null default '', f_options text collate "C" not null default '', s_options text collate "C" not null default '', f_target text collate "C" not null default '', f_help text collate "C" not null default '', f_help__fr text collate "C" not null default '', s_help text collate "C" not null default '', s_help__fr text collate "C" not null default '', f_required bigint, f_listed bigint, primary key (org, id)) ;
create unique index r_local_field_number on r_local_field (org, number);
create index r_local_field_changed on r_local_field (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_local_field_unit on r_local_field (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_local_field_owner on r_local_field (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_local_field_bin on r_local_field (org, withdrawn_at) where withdrawn_at > 0;
create index r_local_field_state on r_local_field (org, state, changed_at, id) where withdrawn_at = 0;
create index r_local_field_f_title on r_local_field (org, s_title, id) where withdrawn_at = 0;
create index r_local_field_f_record_type on r_local_field (org, f_record_type, id) where withdrawn_at = 0;
create index r_local_field_f_key on r_local_field (org, s_key, id) where withdrawn_at = 0;
create index r_local_field_f_kind on r_local_field (org, f_kind, id) where withdrawn_at = 0;
create index r_local_field_f_required on r_local_field (org, coalesce(f_required, -9223372036854775807), id) where withdrawn_at = 0;
create table r_list_view (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', s_title text collate "C" not null default '', f_record_type text collate "C" not null default '', s_record_type text collate "C" not null default '', f_address text collate "C" not null default '', s_address text collate "C" not null default '', primary key (org, id)) ;
create unique index r_list_view_number on r_list_view (org, number);
create index r_list_view_changed on r_list_view (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_list_view_unit on r_list_view (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_list_view_owner on r_list_view (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_list_view_bin on r_list_view (org, withdrawn_at) where withdrawn_at > 0;
create index r_list_view_state on r_list_view (org, state, changed_at, id) where withdrawn_at = 0;
create index r_list_view_f_title on r_list_view (org, s_title, id) where withdrawn_at = 0;
create index r_list_view_f_record_type on r_list_view (org, s_record_type, id) where withdrawn_at = 0;
create table r_comment (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_subject text collate "C" not null default '', s_subject text collate "C" not null default '', f_text text collate "C" not null default '', s_text text collate "C" not null default '', f_about bytea, f_answers bytea, f_field text collate "C" not null default '', s_field text collate "C" not null default '', primary key (org, id)) ;
create unique index r_comment_number on r_comment (org, number);
create index r_comment_changed on r_comment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_comment_unit on r_comment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_comment_owner on r_comment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_comment_bin on r_comment (org, withdrawn_at) where withdrawn_at > 0;
create index r_comment_state on r_comment (org, state, changed_at, id) where withdrawn_at = 0;
create index r_comment_f_subject on r_comment (org, s_subject, id) where withdrawn_at = 0;
create index r_comment_f_about on r_comment (org, f_about, id) where withdrawn_at = 0;
create index r_comment_f_answers on r_comment (org, f_answers, id) where withdrawn_at = 0;
create table r_duty_decision (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_kind text collate "C" not null default '', f_duty text collate "C" not null default '', s_duty text collate "C" not null default '', f_inventory text collate "C" not null default '', s_inventory text collate "C" not null default '', f_subject bytea, f_grounds text collate "C" not null default '', f_grounds__fr text collate "C" not null default '', s_grounds text collate "C" not null default '', s_grounds__fr text collate "C" not null default '', f_from_on text collate "C" not null default '', f_until_on text collate "C" not null default '', f_agreement bytea, f_file bytea, f_file__bytes bigint not null default 0, f_file__name text collate "C" not null default '', f_file__media text collate "C" not null default '', primary key (org, id)) ;
create unique index r_duty_decision_number on r_duty_decision (org, number);
create index r_duty_decision_changed on r_duty_decision (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_duty_decision_unit on r_duty_decision (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_duty_decision_owner on r_duty_decision (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_duty_decision_bin on r_duty_decision (org, withdrawn_at) where withdrawn_at > 0;
create index r_duty_decision_state on r_duty_decision (org, state, changed_at, id) where withdrawn_at = 0;
create index r_duty_decision_f_title on r_duty_decision (org, s_title, id) where withdrawn_at = 0;
create index r_duty_decision_f_kind on r_duty_decision (org, f_kind, id) where withdrawn_at = 0;
create index r_duty_decision_f_duty on r_duty_decision (org, s_duty, id) where withdrawn_at = 0;
create index r_duty_decision_f_subject on r_duty_decision (org, f_subject, id) where withdrawn_at = 0;
create index r_duty_decision_f_from_on on r_duty_decision (org, f_from_on, id) where withdrawn_at = 0;
create index r_duty_decision_f_until_on on r_duty_decision (org, f_until_on, id) where withdrawn_at = 0;
create index r_duty_decision_f_agreement on r_duty_decision (org, f_agreement, id) where withdrawn_at = 0;
create table r_retention_rule (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_name text collate "C" not null default '', s_name text collate "C" not null default '', f_trigger text collate "C" not null default '', f_trigger__fr text collate "C" not null default '', s_trigger text collate "C" not null default '', s_trigger__fr text collate "C" not null default '', f_counts_from text collate "C" not null default '', f_years bigint, f_afterwards text collate "C" not null default '', f_own_target bigint, f_source text collate "C" not null default '', s_source text collate "C" not null default '', primary key (org, id)) ;
create unique index r_retention_rule_number on r_retention_rule (org, number);
create index r_retention_rule_changed on r_retention_rule (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_retention_rule_unit on r_retention_rule (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_retention_rule_owner on r_retention_rule (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_retention_rule_bin on r_retention_rule (org, withdrawn_at) where withdrawn_at > 0;
create index r_retention_rule_f_title on r_retention_rule (org, s_title, id) where withdrawn_at = 0;
create index r_retention_rule_f_name on r_retention_rule (org, s_name, id) where withdrawn_at = 0;
create index r_retention_rule_f_trigger on r_retention_rule (org, s_trigger, id) where withdrawn_at = 0;
create index r_retention_rule_f_years on r_retention_rule (org, coalesce(f_years, -9223372036854775807), id) where withdrawn_at = 0;
create index r_retention_rule_f_afterwards on r_retention_rule (org, f_afterwards, id) where withdrawn_at = 0;
create index r_retention_rule_f_own_target on r_retention_rule (org, coalesce(f_own_target, -9223372036854775807), id) where withdrawn_at = 0;
create table r_legal_hold (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', f_title__fr text collate "C" not null default '', s_title text collate "C" not null default '', s_title__fr text collate "C" not null default '', f_grounds text collate "C" not null default '', f_grounds__fr text collate "C" not null default '', s_grounds text collate "C" not null default '', s_grounds__fr text collate "C" not null default '', f_kinds text collate "C" not null default '', s_kinds text collate "C" not null default '', f_starts_on text collate "C" not null default '', f_ordered_by bytea, f_released_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_legal_hold_number on r_legal_hold (org, number);
create index r_legal_hold_changed on r_legal_hold (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_legal_hold_unit on r_legal_hold (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_legal_hold_owner on r_legal_hold (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_legal_hold_bin on r_legal_hold (org, withdrawn_at) where withdrawn_at > 0;
create index r_legal_hold_state on r_legal_hold (org, state, changed_at, id) where withdrawn_at = 0;
create index r_legal_hold_f_title on r_legal_hold (org, s_title, id) where withdrawn_at = 0;
create index r_legal_hold_f_starts_on on r_legal_hold (org, f_starts_on, id) where withdrawn_at = 0;
create index r_legal_hold_f_ordered_by on r_legal_hold (org, f_ordered_by, id) where withdrawn_at = 0;
create index r_legal_hold_f_released_on on r_legal_hold (org, f_released_on, id) where withdrawn_at = 0;
create table r_disposal_item (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_code_of_record text collate "C" not null default '', s_code_of_record text collate "C" not null default '', f_disposal bytea, f_record bytea, f_kind text collate "C" not null default '', s_kind text collate "C" not null default '', f_rule text collate "C" not null default '', f_rule__fr text collate "C" not null default '', s_rule text collate "C" not null default '', s_rule__fr text collate "C" not null default '', f_ended_on text collate "C" not null default '', f_due_since text collate "C" not null default '', f_afterwards text collate "C" not null default '', f_export bytea, f_export__bytes bigint not null default 0, f_export__name text collate "C" not null default '', f_export__media text collate "C" not null default '', f_exported_at bigint not null default 0, f_export_sha256 text collate "C" not null default '', s_export_sha256 text collate "C" not null default '', f_reference text collate "C" not null default '', s_reference text collate "C" not null default '', f_sha256 text collate "C" not null default '', s_sha256 text collate "C" not null default '', f_parts bigint, f_done_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_disposal_item_number on r_disposal_item (org, number);
create index r_disposal_item_changed on r_disposal_item (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_disposal_item_unit on r_disposal_item (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_disposal_item_owner on r_disposal_item (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_disposal_item_bin on r_disposal_item (org, withdrawn_at) where withdrawn_at > 0;
create index r_disposal_item_state on r_disposal_item (org, state, changed_at, id) where withdrawn_at = 0;
create index r_disposal_item_f_code_of_record on r_disposal_item (org, s_code_of_record, id) where withdrawn_at = 0;
create index r_disposal_item_f_disposal on r_disposal_item (org, f_disposal, id) where withdrawn_at = 0;
create index r_disposal_item_f_record on r_disposal_item (org, f_record, id) where withdrawn_at = 0;
create index r_disposal_item_f_kind on r_disposal_item (org, s_kind, id) where withdrawn_at = 0;
create index r_disposal_item_f_rule on r_disposal_item (org, s_rule, id) where withdrawn_at = 0;
create index r_disposal_item_f_due_since on r_disposal_item (org, f_due_since, id) where withdrawn_at = 0;
create index r_disposal_item_f_afterwards on r_disposal_item (org, f_afterwards, id) where withdrawn_at = 0;
create index r_disposal_item_f_done_on on r_disposal_item (org, f_done_on, id) where withdrawn_at = 0;
create table r_disposal (org bytea not null, id bytea not null, number bigint not null, unit bytea, label bigint not null, owner bytea, state text collate "C" not null, version bigint not null, created_at bigint not null, changed_at bigint not null, created_by bytea, changed_by bytea, author bytea, withdrawn_at bigint not null, closed bigint not null, f_title text collate "C" not null default '', s_title text collate "C" not null default '', f_grounds text collate "C" not null default '', s_grounds text collate "C" not null default '', f_proposed_by bytea, f_approved_by bytea, f_approved_on text collate "C" not null default '', f_done_on text collate "C" not null default '', primary key (org, id)) ;
create unique index r_disposal_number on r_disposal (org, number);
create index r_disposal_changed on r_disposal (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_disposal_unit on r_disposal (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
create index r_disposal_owner on r_disposal (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
create index r_disposal_bin on r_disposal (org, withdrawn_at) where withdrawn_at > 0;
create index r_disposal_state on r_disposal (org, state, changed_at, id) where withdrawn_at = 0;
create index r_disposal_f_title on r_disposal (org, s_title, id) where withdrawn_at = 0;
create index r_disposal_f_proposed_by on r_disposal (org, f_proposed_by, id) where withdrawn_at = 0;
create index r_disposal_f_approved_by on r_disposal (org, f_approved_by, id) where withdrawn_at = 0;
create index r_disposal_f_approved_on on r_disposal (org, f_approved_on, id) where withdrawn_at = 0;
create index r_disposal_f_done_on on r_disposal (org, f_done_on, id) where withdrawn_at = 0;
