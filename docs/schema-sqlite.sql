-- Made by `wardroom describe`: the tables of an empty database.
CREATE TABLE about (org blob not null, record blob not null, target blob not null, type text not null, primary key (org, record, target)) strict, without rowid;
CREATE TABLE access_epoch (
  org blob not null primary key,
  epoch integer not null
) strict, without rowid;
CREATE TABLE account (
  org blob not null,
  id blob not null,
  person blob not null,
  login text not null,
  login_fold text not null unique,
  password text,
  secret blob not null,
  state integer not null,
  lang integer not null,
  version integer not null,
  made_at integer not null,
  last_sign_in_at integer not null,
  primary key (org, id)
) strict;
CREATE TABLE api_token (
  hash blob not null primary key,
  org blob not null,
  id blob not null,
  account blob not null,
  name text not null,
  hint text not null,
  read_only integer not null,
  scopes text not null,
  made_at integer not null,
  ends_at integer not null,
  last_used_at integer not null,
  revoked integer not null
) strict, without rowid;
CREATE TABLE approval (org blob not null, record blob not null, made_at integer not null, step text not null, person blob, account blob, person_name text not null, version integer not null, hash blob not null, voided_at integer not null, primary key (org, record, made_at)) strict;
CREATE TABLE calendar_feed (
  hash blob not null primary key,
  org blob not null,
  account blob not null,
  made_at integer not null,
  last_used_at integer not null
) strict, without rowid;
CREATE TABLE counter (org blob not null, name text not null, last integer not null, primary key (org, name)) strict;
CREATE TABLE duty_basis (org blob not null primary key, basis text not null) strict;
CREATE TABLE duty_change (org blob not null, made_at integer not null, duty text not null, subject blob not null, before text not null, after text not null, proof blob, why text not null, primary key (org, duty, subject, made_at)) strict;
CREATE TABLE duty_count (org blob not null, area text not null, force text not null, state text not null, unit blob not null, label integer not null, count integer not null, primary key (org, area, force, state, unit, label)) strict;
CREATE TABLE duty_instance (org blob not null, duty text not null, subject blob not null, unit blob, label integer not null, narrow integer not null, owner blob, role text not null, area text not null, force text not null, act text not null, counted integer not null, state text not null, ground text not null, since integer not null, due_at integer not null, changes_at integer not null, local_limit integer not null, proof blob, why text not null, judged_at integer not null, due_order integer not null, primary key (org, subject, duty)) strict, without rowid;
CREATE TABLE entry (org blob not null, id blob not null, type text not null, number integer not null, title text not null, title_fr text not null, title_fold text not null, unit blob, label integer not null, owner blob, withdrawn integer not null, closed integer not null, state text not null, changed_at integer not null, primary key (org, id)) strict;
CREATE TABLE file_gone (
  org blob not null,
  hash blob not null,
  primary key (org, hash)
) strict, without rowid;
CREATE TABLE file_kept (id blob not null primary key, hash blob, bytes integer not null, kept_at integer not null) strict;
CREATE TABLE file_piece (file blob not null, place integer not null, bytes blob not null, primary key (file, place)) strict;
CREATE TABLE file_use (org blob not null, hash blob not null, record blob not null, primary key (org, hash, record)) strict, without rowid;
CREATE TABLE history (
  org blob not null,
  seq integer not null,
  made_at integer not null,
  account blob,
  type text not null,
  record blob not null,
  version integer not null,
  what text not null,
  leaf text not null,
  opened text,
  primary key (org, seq)
) strict;
CREATE TABLE ledger_checkpoint (
  org blob not null,
  size integer not null,
  made_at integer not null,
  note text not null,
  primary key (org, size)
) strict;
CREATE TABLE ledger_head (
  org blob not null primary key,
  size integer not null,
  made_at integer not null,
  edge blob not null
) strict, without rowid;
CREATE TABLE ledger_key (
  public_key blob not null primary key,
  since integer not null
) strict, without rowid;
CREATE TABLE ledger_node (
  org blob not null,
  level integer not null,
  place integer not null,
  hash blob not null,
  primary key (org, level, place)
) strict, without rowid;
CREATE TABLE link (org blob not null, source blob not null, field text not null, target blob not null, primary key (org, source, field, target)) strict, without rowid;
CREATE TABLE local_value (org blob not null, record blob not null, field text not null, kept text not null, sorted text not null, number integer, primary key (org, record, field)) strict;
CREATE TABLE need_to_know (org blob not null, record blob not null, person blob not null, primary key (org, record, person)) strict, without rowid;
CREATE TABLE notice (
  org blob not null,
  id blob not null,
  person blob not null,
  kind text not null,
  record blob,
  duty text not null,
  says text not null,
  detail text not null,
  due_on text not null,
  due_at integer not null,
  key text not null,
  made_at integer not null,
  read_at integer not null,
  settled_at integer not null,
  told_by blob,
  told_at integer not null,
  primary key (org, id)
) strict;
CREATE TABLE notice_choice (
  org blob not null,
  person blob not null,
  mail integer not null,
  hour integer not null,
  kinds integer not null,
  primary key (org, person)
) strict, without rowid;
CREATE TABLE one_time_code (
  org blob not null,
  about blob not null,
  person blob not null,
  made_at integer not null,
  hash blob not null,
  tries integer not null,
  used integer not null,
  primary key (org, about, person, made_at)
) strict;
CREATE TABLE outbox (
  org blob not null,
  id blob not null,
  kind text not null,
  goes_to integer not null,
  name text not null,
  record blob,
  by_person blob,
  duty text not null,
  says text not null,
  detail text not null,
  due_on text not null,
  due_at integer not null,
  key text not null,
  made_at integer not null,
  primary key (org, id)
) strict;
CREATE TABLE r_acknowledgement (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_request blob, f_person blob, f_how text not null default '', f_signed_on text not null default '', f_proof blob, f_proof__bytes integer not null default 0, f_proof__name text not null default '', f_proof__media text not null default '', f_purpose text not null default '', f_edition blob, f_document_version blob, primary key (org, id)) strict;
CREATE TABLE r_acknowledgement_request (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_purpose text not null default '', f_edition blob, f_document_version blob, f_summary text not null default '', f_summary__fr text not null default '', s_summary text not null default '', s_summary__fr text not null default '', f_wording text not null default '', f_wording__fr text not null default '', s_wording text not null default '', s_wording__fr text not null default '', f_due_on text not null default '', f_link_key text not null default '', s_link_key text not null default '', f_opened_on text not null default '', f_closed_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_advice_request (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_question text not null default '', s_question text not null default '', f_asked_at integer not null default 0, f_asked_by blob, f_area blob, f_decision text not null default '', s_decision text not null default '', f_link_sent text not null default '', s_link_sent text not null default '', f_answer text not null default '', s_answer text not null default '', f_requirements text not null default '', s_requirements text not null default '', f_answered_at integer not null default 0, f_answered_by blob, primary key (org, id)) strict;
CREATE TABLE r_advisory (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_source text not null default '', f_issuer text not null default '', s_issuer text not null default '', f_reference text not null default '', s_reference text not null default '', f_cves text not null default '', s_cves text not null default '', f_products text not null default '', s_products text not null default '', f_summary text not null default '', f_summary__fr text not null default '', s_summary text not null default '', s_summary__fr text not null default '', f_published_on text not null default '', f_received_on text not null default '', f_score integer, f_grounds text not null default '', s_grounds text not null default '', f_decided_by blob, f_decided_on text not null default '', f_told_others text not null default '', s_told_others text not null default '', f_told_on text not null default '', f_settled_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_agreement (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_party text not null default '', f_party__fr text not null default '', s_party text not null default '', s_party__fr text not null default '', f_party_node blob, f_covers text not null default '', f_covers__fr text not null default '', s_covers text not null default '', s_covers__fr text not null default '', f_they_do text not null default '', f_they_do__fr text not null default '', s_they_do text not null default '', s_they_do__fr text not null default '', f_we_keep text not null default '', f_we_keep__fr text not null default '', s_we_keep text not null default '', s_we_keep__fr text not null default '', f_starts_on text not null default '', f_ends_on text not null default '', f_signed_file blob, f_signed_file__bytes integer not null default 0, f_signed_file__name text not null default '', f_signed_file__media text not null default '', f_signatory blob, f_review_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_ambassador (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_person blob, f_tasks text not null default '', f_tasks__fr text not null default '', s_tasks text not null default '', s_tasks__fr text not null default '', f_starts_on text not null default '', f_ends_on text not null default '', f_briefed_on text not null default '', f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_applicability_decision (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_edition blob, f_area blob, f_decision text not null default '', f_grounds text not null default '', f_grounds__fr text not null default '', s_grounds text not null default '', s_grounds__fr text not null default '', f_statement text not null default '', f_statement__fr text not null default '', s_statement text not null default '', s_statement__fr text not null default '', f_compliance text not null default '', f_exemption blob, f_until text not null default '', f_decided_on text not null default '', f_review_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_assessment_answer (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_campaign blob, f_area_number text not null default '', s_area_number text not null default '', f_level text not null default '', f_validated_level text not null default '', f_note text not null default '', s_note text not null default '', f_answered_on text not null default '', f_gap text not null default '', f_gap__fr text not null default '', s_gap text not null default '', s_gap__fr text not null default '', f_gap_owner blob, f_gap_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_assessment_campaign (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_framework text not null default '', f_framework_version text not null default '', s_framework_version text not null default '', f_areas integer, f_answered integer, f_gaps_found integer, f_posture integer, f_started_on text not null default '', f_completed_on text not null default '', f_summary text not null default '', f_summary__fr text not null default '', s_summary text not null default '', s_summary__fr text not null default '', f_validated_by blob, f_validated_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_audit (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_body text not null default '', f_body__fr text not null default '', s_body text not null default '', s_body__fr text not null default '', f_kind text not null default '', f_lead blob, f_liaison blob, f_scope text not null default '', f_scope__fr text not null default '', s_scope text not null default '', s_scope__fr text not null default '', f_period_from text not null default '', f_period_to text not null default '', f_planned_for text not null default '', f_fieldwork_from text not null default '', f_fieldwork_to text not null default '', f_draft_due_on text not null default '', f_report_on text not null default '', f_report blob, f_report__bytes integer not null default 0, f_report__name text not null default '', f_report__media text not null default '', f_conclusion text not null default '', f_conclusion__fr text not null default '', s_conclusion text not null default '', s_conclusion__fr text not null default '', primary key (org, id)) strict;
CREATE TABLE r_authorization (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_system blob, f_kind text not null default '', f_results text not null default '', f_results__fr text not null default '', s_results text not null default '', s_results__fr text not null default '', f_report blob, f_report__bytes integer not null default 0, f_report__name text not null default '', f_report__media text not null default '', f_conditions text not null default '', f_conditions__fr text not null default '', s_conditions text not null default '', s_conditions__fr text not null default '', f_ends_on text not null default '', f_granted_by blob, f_granted_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_awareness_item (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_plan blob, f_method text not null default '', f_planned_for text not null default '', f_audience text not null default '', f_audience__fr text not null default '', s_audience text not null default '', s_audience__fr text not null default '', f_expected integer, f_place text not null default '', f_place__fr text not null default '', s_place text not null default '', s_place__fr text not null default '', f_speaker text not null default '', s_speaker text not null default '', f_arranged_on text not null default '', f_observance blob, f_moved_to text not null default '', f_due_on text not null default '', f_delivered_on text not null default '', f_deliveries integer, f_reach integer, f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_awareness_material (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_source text not null default '', f_made_by text not null default '', s_made_by text not null default '', f_address text not null default '', s_address text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_language text not null default '', f_topic text not null default '', f_topic__fr text not null default '', s_topic text not null default '', s_topic__fr text not null default '', f_received_on text not null default '', f_review_due_on text not null default '', f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_awareness_plan (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_starts_on text not null default '', f_ends_on text not null default '', f_lead blob, f_audience text not null default '', f_audience__fr text not null default '', s_audience text not null default '', s_audience__fr text not null default '', f_goals text not null default '', f_goals__fr text not null default '', s_goals text not null default '', s_goals__fr text not null default '', f_listing text not null default '', f_listing__fr text not null default '', s_listing text not null default '', s_listing__fr text not null default '', f_advice text not null default '', s_advice text not null default '', f_signed_on text not null default '', f_signed_by blob, f_covers_from text not null default '', f_in_force_from text not null default '', f_reviewed_on text not null default '', f_review_result text not null default '', f_review_note text not null default '', s_review_note text not null default '', f_review_due_on text not null default '', f_items integer, f_delivered integer, f_reach integer, f_outcome text not null default '', f_outcome__fr text not null default '', s_outcome text not null default '', s_outcome__fr text not null default '', primary key (org, id)) strict;
CREATE TABLE r_business_impact_analysis (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_priority text not null default '', f_impact text not null default '', f_impact__fr text not null default '', s_impact text not null default '', s_impact__fr text not null default '', f_longest_outage integer, f_recovery_time integer, f_recovery_point integer, f_approved_by blob, f_approved_on text not null default '', f_review_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_change (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_system blob, f_kind text not null default '', f_urgency text not null default '', f_patch integer, f_description text not null default '', f_description__fr text not null default '', s_description text not null default '', s_description__fr text not null default '', f_risks text not null default '', f_risks__fr text not null default '', s_risks text not null default '', s_risks__fr text not null default '', f_mitigations text not null default '', f_mitigations__fr text not null default '', s_mitigations text not null default '', s_mitigations__fr text not null default '', f_reference text not null default '', s_reference text not null default '', f_planned_for text not null default '', f_made_on text not null default '', f_touches_plan text not null default '', f_plan_grounds text not null default '', s_plan_grounds text not null default '', f_touches_risks text not null default '', f_risk_grounds text not null default '', s_risk_grounds text not null default '', f_approved_by blob, f_approved_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_classification (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_rank integer, f_mark text not null default '', s_mark text not null default '', f_injury text not null default '', f_injury__fr text not null default '', s_injury text not null default '', s_injury__fr text not null default '', f_handling text not null default '', f_handling__fr text not null default '', s_handling text not null default '', s_handling__fr text not null default '', primary key (org, id)) strict;
CREATE TABLE r_clause (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_edition blob, f_clause_number text not null default '', s_clause_number text not null default '', f_wording text not null default '', f_wording__fr text not null default '', s_wording text not null default '', s_wording__fr text not null default '', f_quoted text not null default '', s_quoted text not null default '', f_force text not null default '', f_confirmed integer, primary key (org, id)) strict;
CREATE TABLE r_comment (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_subject text not null default '', s_subject text not null default '', f_text text not null default '', s_text text not null default '', f_about blob, f_answers blob, f_field text not null default '', s_field text not null default '', primary key (org, id)) strict;
CREATE TABLE r_conformity (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_document blob, f_edition blob, f_note text not null default '', s_note text not null default '', f_checked_version blob, f_checked_on text not null default '', f_mapped integer, f_not_met integer, primary key (org, id)) strict;
CREATE TABLE r_conformity_clause (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_conformity blob, f_clause blob, f_result text not null default '', f_place text not null default '', s_place text not null default '', f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_contact_list (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_primary blob, f_alternate blob, f_reached_by text not null default '', s_reached_by text not null default '', f_entries text not null default '', s_entries text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_source text not null default '', s_source text not null default '', f_received_on text not null default '', f_checked_on text not null default '', f_check_result text not null default '', s_check_result text not null default '', f_check_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_contract (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_supplier text not null default '', f_supplier__fr text not null default '', s_supplier text not null default '', s_supplier__fr text not null default '', f_kind text not null default '', f_contract_number text not null default '', s_contract_number text not null default '', f_project blob, f_manager blob, f_requirements text not null default '', s_requirements text not null default '', f_schedule blob, f_schedule__bytes integer not null default 0, f_schedule__name text not null default '', f_schedule__media text not null default '', f_schedule_name text not null default '', s_schedule_name text not null default '', f_schedule_signed_on text not null default '', f_starts_on text not null default '', f_ends_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_contract_deviation (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_contract blob, f_section text not null default '', s_section text not null default '', f_alters_security integer, f_shared_service integer, f_wording text not null default '', s_wording text not null default '', f_counsel blob, f_advice text not null default '', s_advice text not null default '', f_reviewed_by blob, f_reviewed_on text not null default '', f_grounds text not null default '', s_grounds text not null default '', f_approving_office text not null default '', s_approving_office text not null default '', f_decided_by blob, f_decided_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_corrective_action (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_finding blob, f_recommendation blob, f_exercise blob, f_incident blob, f_measures text not null default '', f_measures__fr text not null default '', s_measures text not null default '', s_measures__fr text not null default '', f_due_on text not null default '', f_agreed_on text not null default '', f_done_on text not null default '', f_what_was_done text not null default '', s_what_was_done text not null default '', f_check_how text not null default '', s_check_how text not null default '', f_checked_on text not null default '', f_effective text not null default '', f_check_note text not null default '', s_check_note text not null default '', f_auditor blob, f_acceptance blob, f_acceptance__bytes integer not null default 0, f_acceptance__name text not null default '', f_acceptance__media text not null default '', f_closed_on text not null default '', f_repeat_of blob, primary key (org, id)) strict;
CREATE TABLE r_custody (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', s_title text not null default '', f_incident blob, f_follows blob, f_handed_at integer not null default 0, f_handed_by text not null default '', s_handed_by text not null default '', f_holder blob, f_holder_outside text not null default '', s_holder_outside text not null default '', f_place text not null default '', s_place text not null default '', f_power_state text not null default '', f_seal text not null default '', s_seal text not null default '', f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_delivery (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_item blob, f_delivered_on text not null default '', f_channel text not null default '', f_place text not null default '', f_place__fr text not null default '', s_place text not null default '', s_place__fr text not null default '', f_audience text not null default '', f_audience__fr text not null default '', s_audience text not null default '', s_audience__fr text not null default '', f_invited integer, f_reach integer, f_feedback text not null default '', s_feedback text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', primary key (org, id)) strict;
CREATE TABLE r_digest_issue (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_issued_on text not null default '', f_received_on text not null default '', f_made_by text not null default '', s_made_by text not null default '', f_topics text not null default '', f_topics__fr text not null default '', s_topics text not null default '', s_topics__fr text not null default '', f_address text not null default '', s_address text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_passed_on text not null default '', f_audience text not null default '', f_audience__fr text not null default '', s_audience text not null default '', s_audience__fr text not null default '', f_channel text not null default '', f_grounds text not null default '', s_grounds text not null default '', primary key (org, id)) strict;
CREATE TABLE r_disposal (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', s_title text not null default '', f_grounds text not null default '', s_grounds text not null default '', f_proposed_by blob, f_approved_by blob, f_approved_on text not null default '', f_done_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_disposal_item (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_code_of_record text not null default '', s_code_of_record text not null default '', f_disposal blob, f_record blob, f_kind text not null default '', s_kind text not null default '', f_rule text not null default '', f_rule__fr text not null default '', s_rule text not null default '', s_rule__fr text not null default '', f_ended_on text not null default '', f_due_since text not null default '', f_afterwards text not null default '', f_export blob, f_export__bytes integer not null default 0, f_export__name text not null default '', f_export__media text not null default '', f_exported_at integer not null default 0, f_export_sha256 text not null default '', s_export_sha256 text not null default '', f_reference text not null default '', s_reference text not null default '', f_sha256 text not null default '', s_sha256 text not null default '', f_parts integer, f_done_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_document (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_own_number text not null default '', s_own_number text not null default '', f_summary text not null default '', f_summary__fr text not null default '', s_summary text not null default '', s_summary__fr text not null default '', f_language text not null default '', f_review_months integer, f_reviewed_on text not null default '', f_review_due_on text not null default '', f_review_result text not null default '', f_replaces blob, f_current blob, primary key (org, id)) strict;
CREATE TABLE r_document_version (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', s_title text not null default '', f_document blob, f_version_number text not null default '', s_version_number text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_language text not null default '', f_changes text not null default '', s_changes text not null default '', f_effective_from text not null default '', f_advice text not null default '', s_advice text not null default '', f_approved_on text not null default '', f_approved_by blob, primary key (org, id)) strict;
CREATE TABLE r_duty_decision (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_duty text not null default '', s_duty text not null default '', f_inventory text not null default '', s_inventory text not null default '', f_subject blob, f_grounds text not null default '', f_grounds__fr text not null default '', s_grounds text not null default '', s_grounds__fr text not null default '', f_from_on text not null default '', f_until_on text not null default '', f_agreement blob, f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', primary key (org, id)) strict;
CREATE TABLE r_edition (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_instrument blob, f_edition_number text not null default '', s_edition_number text not null default '', f_effective_from text not null default '', f_effective_to text not null default '', f_published_on text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_address text not null default '', s_address text not null default '', f_news text not null default '', f_changes text not null default '', f_changes__fr text not null default '', s_changes text not null default '', s_changes__fr text not null default '', f_reading text not null default '', f_confirmed integer, primary key (org, id)) strict;
CREATE TABLE r_evidence (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_effective_from text not null default '', f_effective_to text not null default '', f_received_on text not null default '', f_source text not null default '', s_source text not null default '', f_note text not null default '', s_note text not null default '', f_replaces blob, primary key (org, id)) strict;
CREATE TABLE r_evidence_request (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_audit blob, f_asked text not null default '', s_asked text not null default '', f_population text not null default '', s_population text not null default '', f_population_size integer, f_sample text not null default '', s_sample text not null default '', f_sample_size integer, f_drawn_by text not null default '', s_drawn_by text not null default '', f_asked_on text not null default '', f_due_on text not null default '', f_response text not null default '', s_response text not null default '', f_responded_on text not null default '', f_auditor blob, f_acceptance blob, f_acceptance__bytes integer not null default 0, f_acceptance__name text not null default '', f_acceptance__media text not null default '', f_reply text not null default '', s_reply text not null default '', primary key (org, id)) strict;
CREATE TABLE r_exemption (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_edition blob, f_area blob, f_duties text not null default '', s_duties text not null default '', f_grounds text not null default '', f_grounds__fr text not null default '', s_grounds text not null default '', s_grounds__fr text not null default '', f_compliance_plan text not null default '', f_compliance_plan__fr text not null default '', s_compliance_plan text not null default '', s_compliance_plan__fr text not null default '', f_complies_on text not null default '', f_controls text not null default '', f_controls__fr text not null default '', s_controls text not null default '', s_controls__fr text not null default '', f_wanted_until text not null default '', f_faqs_read integer, f_needed integer, f_risk_assessment blob, f_privacy_assessment blob, f_renewal_of blob, f_standard_owner text not null default '', f_standard_owner__fr text not null default '', s_standard_owner text not null default '', s_standard_owner__fr text not null default '', f_checked_on text not null default '', f_checked_by blob, f_endorsed_on text not null default '', f_endorsed_by blob, f_approved_on text not null default '', f_approved_by blob, f_submitted_on text not null default '', f_reference text not null default '', s_reference text not null default '', f_decided_on text not null default '', f_rationale text not null default '', s_rationale text not null default '', f_letter blob, f_letter__bytes integer not null default 0, f_letter__name text not null default '', f_letter__media text not null default '', f_starts_on text not null default '', f_ends_on text not null default '', f_complied_on text not null default '', f_ended_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_exemption_condition (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_exemption blob, f_wording text not null default '', s_wording text not null default '', f_follow_up_on text not null default '', f_extended_to text not null default '', f_due_on text not null default '', f_met_on text not null default '', f_answer text not null default '', s_answer text not null default '', f_settled_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_exercise (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_objectives text not null default '', f_objectives__fr text not null default '', s_objectives text not null default '', s_objectives__fr text not null default '', f_scenario text not null default '', s_scenario text not null default '', f_injects text not null default '', s_injects text not null default '', f_planned_for text not null default '', f_held_on text not null default '', f_lead blob, f_others text not null default '', s_others text not null default '', f_results text not null default '', s_results text not null default '', f_outcome text not null default '', f_changes text not null default '', s_changes text not null default '', f_report blob, f_report__bytes integer not null default 0, f_report__name text not null default '', f_report__media text not null default '', primary key (org, id)) strict;
CREATE TABLE r_external_procedure (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_party text not null default '', f_party__fr text not null default '', s_party text not null default '', s_party__fr text not null default '', f_contact text not null default '', s_contact text not null default '', f_contact_checked_on text not null default '', f_reference text not null default '', s_reference text not null default '', f_their_version text not null default '', s_their_version text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_named_in text not null default '', s_named_in text not null default '', f_agreement blob, f_reviewed_on text not null default '', f_review_due_on text not null default '', f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_finding (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_source text not null default '', f_audit blob, f_plan blob, f_plan_check blob, f_reference text not null default '', s_reference text not null default '', f_condition text not null default '', f_condition__fr text not null default '', s_condition text not null default '', s_condition__fr text not null default '', f_criteria text not null default '', f_criteria__fr text not null default '', s_criteria text not null default '', s_criteria__fr text not null default '', f_cause text not null default '', f_cause__fr text not null default '', s_cause text not null default '', s_cause__fr text not null default '', f_effect text not null default '', f_effect__fr text not null default '', s_effect text not null default '', s_effect__fr text not null default '', f_recommendation text not null default '', f_recommendation__fr text not null default '', s_recommendation text not null default '', s_recommendation__fr text not null default '', f_response text not null default '', f_response__fr text not null default '', s_response text not null default '', s_response__fr text not null default '', f_reply text not null default '', f_reply__fr text not null default '', s_reply text not null default '', s_reply__fr text not null default '', f_gaps text not null default '', f_gaps__fr text not null default '', s_gaps text not null default '', s_gaps__fr text not null default '', f_warnings text not null default '', s_warnings text not null default '', f_severity text not null default '', f_issued_on text not null default '', f_response_due_on text not null default '', f_responded_on text not null default '', f_closed_on text not null default '', f_repeat_of blob, primary key (org, id)) strict;
CREATE TABLE r_forum (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_run_by text not null default '', f_run_by__fr text not null default '', s_run_by text not null default '', s_run_by__fr text not null default '', f_rhythm text not null default '', f_contact blob, f_joining text not null default '', s_joining text not null default '', f_purpose text not null default '', f_purpose__fr text not null default '', s_purpose text not null default '', s_purpose__fr text not null default '', primary key (org, id)) strict;
CREATE TABLE r_impact_note (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_edition blob, f_area blob, f_recipient blob, f_summary text not null default '', f_summary__fr text not null default '', s_summary text not null default '', s_summary__fr text not null default '', f_impact text not null default '', f_impact__fr text not null default '', s_impact text not null default '', s_impact__fr text not null default '', f_channel text not null default '', s_channel text not null default '', f_sent_on text not null default '', f_answer_due_on text not null default '', f_answered_on text not null default '', f_answer text not null default '', s_answer text not null default '', primary key (org, id)) strict;
CREATE TABLE r_incident (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_class text not null default '', f_class_reason text not null default '', s_class_reason text not null default '', f_classed_at integer not null default 0, f_description text not null default '', s_description text not null default '', f_occurred_at integer not null default 0, f_discovered_at integer not null default 0, f_reported_at integer not null default 0, f_reported_by blob, f_reporter text not null default '', s_reporter text not null default '', f_personal_information text not null default '', f_cabinet_confidence integer, f_supervisor blob, f_supervisor_told_at integer not null default 0, f_managers_told_at integer not null default 0, f_mcio_told_at integer not null default 0, f_step_report_at integer not null default 0, f_step_recover_at integer not null default 0, f_step_remediate_at integer not null default 0, f_step_prevent_at integer not null default 0, f_device text not null default '', f_asset text not null default '', s_asset text not null default '', f_network_state text not null default '', f_disconnected_at integer not null default 0, f_power_state text not null default '', f_power_confirmed_at integer not null default 0, f_confirmed_by blob, f_disabled_at integer not null default 0, f_checklist text not null default '', s_checklist text not null default '', f_checklist_sent_at integer not null default 0, f_triaged_at integer not null default 0, f_triage_reason text not null default '', s_triage_reason text not null default '', f_ending text not null default '', f_police_file text not null default '', s_police_file text not null default '', f_contained_at integer not null default 0, f_containment text not null default '', s_containment text not null default '', f_investigation text not null default '', s_investigation text not null default '', f_risk_analysis text not null default '', s_risk_analysis text not null default '', f_impact_analysis text not null default '', s_impact_analysis text not null default '', f_facts_agreed_on text not null default '', f_resolved_at integer not null default 0, f_cause text not null default '', s_cause text not null default '', f_tell_peers text not null default '', primary key (org, id)) strict;
CREATE TABLE r_incident_entry (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_incident blob, f_kind text not null default '', f_happened_at integer not null default 0, f_written_by blob, f_told text not null default '', s_told text not null default '', f_detail text not null default '', s_detail text not null default '', primary key (org, id)) strict;
CREATE TABLE r_initiative (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_purpose text not null default '', f_purpose__fr text not null default '', s_purpose text not null default '', s_purpose__fr text not null default '', f_lead blob, f_starts_on text not null default '', f_ends_on text not null default '', f_checked_against text not null default '', f_checked_against__fr text not null default '', s_checked_against text not null default '', s_checked_against__fr text not null default '', f_checked_on text not null default '', f_fit text not null default '', s_fit text not null default '', f_searched_on text not null default '', f_searched_where text not null default '', s_searched_where text not null default '', f_reuse text not null default '', f_reuse_of text not null default '', s_reuse_of text not null default '', f_shared_on text not null default '', f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_instrument (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_abbreviation text not null default '', s_abbreviation text not null default '', f_kind text not null default '', f_issuer text not null default '', f_issuer__fr text not null default '', s_issuer text not null default '', s_issuer__fr text not null default '', f_jurisdiction text not null default '', s_jurisdiction text not null default '', f_summary text not null default '', f_summary__fr text not null default '', s_summary text not null default '', s_summary__fr text not null default '', f_address text not null default '', s_address text not null default '', f_pack text not null default '', s_pack text not null default '', f_watched_by blob, primary key (org, id)) strict;
CREATE TABLE r_issue_raised (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_description text not null default '', s_description text not null default '', f_weight text not null default '', f_arisen_on text not null default '', f_raised_on text not null default '', f_forum blob, f_asked text not null default '', s_asked text not null default '', f_outcome text not null default '', s_outcome text not null default '', f_settled_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_legal_hold (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_grounds text not null default '', f_grounds__fr text not null default '', s_grounds text not null default '', s_grounds__fr text not null default '', f_kinds text not null default '', s_kinds text not null default '', f_starts_on text not null default '', f_ordered_by blob, f_released_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_legal_requirement (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_law text not null default '', f_law__fr text not null default '', s_law text not null default '', s_law__fr text not null default '', f_provision text not null default '', s_provision text not null default '', f_instrument blob, f_jurisdiction text not null default '', s_jurisdiction text not null default '', f_trigger text not null default '', f_trigger__fr text not null default '', s_trigger text not null default '', s_trigger__fr text not null default '', f_recipient text not null default '', f_recipient__fr text not null default '', s_recipient text not null default '', s_recipient__fr text not null default '', f_deadline text not null default '', f_deadline__fr text not null default '', s_deadline text not null default '', s_deadline__fr text not null default '', f_hours integer, f_starts_at text not null default '', f_starts_at__fr text not null default '', s_starts_at text not null default '', s_starts_at__fr text not null default '', f_content text not null default '', f_content__fr text not null default '', s_content text not null default '', s_content__fr text not null default '', f_channel text not null default '', s_channel text not null default '', f_counsel blob, f_advice text not null default '', s_advice text not null default '', f_reviewed_on text not null default '', f_review_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_lesson (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_learned_on text not null default '', f_what_happened text not null default '', f_what_happened__fr text not null default '', s_what_happened text not null default '', s_what_happened__fr text not null default '', f_advice text not null default '', f_advice__fr text not null default '', s_advice text not null default '', s_advice__fr text not null default '', f_audience text not null default '', f_audience__fr text not null default '', s_audience text not null default '', s_audience__fr text not null default '', f_published_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_list_view (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', s_title text not null default '', f_record_type text not null default '', s_record_type text not null default '', f_address text not null default '', s_address text not null default '', primary key (org, id)) strict;
CREATE TABLE r_local_field (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_record_type text not null default '', f_key text not null default '', s_key text not null default '', f_kind text not null default '', f_options text not null default '', s_options text not null default '', f_target text not null default '', f_help text not null default '', f_help__fr text not null default '', s_help text not null default '', s_help__fr text not null default '', f_required integer, f_listed integer, primary key (org, id)) strict;
CREATE TABLE r_loss_report (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_incident blob, f_kind text not null default '', f_asset_tag text not null default '', s_asset_tag text not null default '', f_value integer, f_circumstances text not null default '', s_circumstances text not null default '', f_illegal_activity text not null default '', f_lost_at integer not null default 0, f_discovered_at integer not null default 0, f_known_at integer not null default 0, f_supervisor_told_at integer not null default 0, f_submitted_at integer not null default 0, f_submitted_by blob, f_report_number text not null default '', s_report_number text not null default '', f_to_risk_management integer, f_to_security_officer integer, f_to_financial_officer integer, f_to_comptroller integer, f_to_deputy_minister integer, f_police_file text not null default '', s_police_file text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_outcome text not null default '', s_outcome text not null default '', primary key (org, id)) strict;
CREATE TABLE r_meeting (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_forum blob, f_kind text not null default '', f_planned_for text not null default '', f_held_on text not null default '', f_place text not null default '', s_place text not null default '', f_delegate blob, f_items_raised text not null default '', s_items_raised text not null default '', f_telling text not null default '', f_notes text not null default '', s_notes text not null default '', f_minutes blob, f_minutes__bytes integer not null default 0, f_minutes__name text not null default '', f_minutes__media text not null default '', primary key (org, id)) strict;
CREATE TABLE r_membership (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_forum blob, f_kind text not null default '', f_person blob, f_asked_on text not null default '', f_accepted_on text not null default '', f_ends_on text not null default '', f_member_number text not null default '', s_member_number text not null default '', f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_notification (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_incident blob, f_recipient text not null default '', f_name text not null default '', s_name text not null default '', f_breach blob, f_requirement blob, f_decision_reason text not null default '', s_decision_reason text not null default '', f_decided_at integer not null default 0, f_decided_by blob, f_starts_at integer not null default 0, f_due_at integer not null default 0, f_told_at integer not null default 0, f_told_by blob, f_channel text not null default '', s_channel text not null default '', f_content text not null default '', s_content text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_their_number text not null default '', s_their_number text not null default '', f_acknowledged_at integer not null default 0, primary key (org, id)) strict;
CREATE TABLE r_observance (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_starts_on text not null default '', f_ends_on text not null default '', f_host text not null default '', s_host text not null default '', f_address text not null default '', s_address text not null default '', f_notice_on text not null default '', f_audience text not null default '', f_audience__fr text not null default '', s_audience text not null default '', s_audience__fr text not null default '', f_notice text not null default '', f_notice__fr text not null default '', s_notice text not null default '', s_notice__fr text not null default '', f_attended_on text not null default '', f_attendance integer, f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_organisation (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_parent blob, f_kind text not null default '', f_abbreviation text not null default '', f_abbreviation__fr text not null default '', s_abbreviation text not null default '', s_abbreviation__fr text not null default '', f_mandate text not null default '', f_mandate__fr text not null default '', s_mandate text not null default '', s_mandate__fr text not null default '', f_head blob, f_jurisdiction text not null default '', f_time_zone text not null default '', s_time_zone text not null default '', f_website text not null default '', s_website text not null default '', primary key (org, id)) strict;
CREATE TABLE r_peer_review (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_document blob, f_reviewed_version blob, f_reviewer text not null default '', f_reviewer__fr text not null default '', s_reviewer text not null default '', s_reviewer__fr text not null default '', f_asked_on text not null default '', f_due_on text not null default '', f_received_on text not null default '', f_comments text not null default '', s_comments text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_disposition text not null default '', s_disposition text not null default '', f_settled_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_person (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_name text not null default '', s_name text not null default '', f_position text not null default '', f_position__fr text not null default '', s_position text not null default '', s_position__fr text not null default '', f_email text not null default '', s_email text not null default '', f_phone text not null default '', s_phone text not null default '', f_language text not null default '', f_reports_to blob, f_employer text not null default '', s_employer text not null default '', f_since text not null default '', f_left_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_plan (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_scope text not null default '', f_scope__fr text not null default '', s_scope text not null default '', s_scope__fr text not null default '', f_document blob, f_procedures blob, f_pack text not null default '', s_pack text not null default '', f_lead blob, f_alternate blob, f_distribution text not null default '', s_distribution text not null default '', f_test_months integer, f_tested_on text not null default '', f_tested_by blob, f_test_due_on text not null default '', f_review_due_on text not null default '', f_system blob, f_reviewed_on text not null default '', f_review_result text not null default '', f_acceptance blob, primary key (org, id)) strict;
CREATE TABLE r_plan_check (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', s_title text not null default '', f_plan blob, f_document_version blob, f_pack text not null default '', s_pack text not null default '', f_edition text not null default '', s_edition text not null default '', f_file_name text not null default '', s_file_name text not null default '', f_sha256 text not null default '', s_sha256 text not null default '', f_language text not null default '', f_ran_on text not null default '', f_result text not null default '', f_met integer, f_partial integer, f_missing integer, f_to_confirm integer, f_note text not null default '', s_note text not null default '', f_text_read blob, f_text_read__bytes integer not null default 0, f_text_read__name text not null default '', f_text_read__media text not null default '', f_reading text not null default '', primary key (org, id)) strict;
CREATE TABLE r_plan_element (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_plan blob, f_plan_check blob, f_element text not null default '', s_element text not null default '', f_part text not null default '', s_part text not null default '', f_container text not null default '', s_container text not null default '', f_passage text not null default '', s_passage text not null default '', f_heading text not null default '', s_heading text not null default '', f_page integer, f_line integer, f_score integer, f_because text not null default '', s_because text not null default '', f_document_version blob, f_passage_hash text not null default '', s_passage_hash text not null default '', f_version_hash text not null default '', s_version_hash text not null default '', f_confirmed_by blob, f_confirmed_at integer not null default 0, f_grounds text not null default '', s_grounds text not null default '', f_approver blob, f_agreement blob, primary key (org, id)) strict;
CREATE TABLE r_post_incident_review (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_incident blob, f_planned_for text not null default '', f_held_on text not null default '', f_lead blob, f_others text not null default '', s_others text not null default '', f_findings text not null default '', s_findings text not null default '', f_root_cause text not null default '', s_root_cause text not null default '', f_went_well text not null default '', s_went_well text not null default '', f_changes text not null default '', s_changes text not null default '', f_no_action_reason text not null default '', s_no_action_reason text not null default '', f_report blob, f_report__bytes integer not null default 0, f_report__name text not null default '', f_report__media text not null default '', primary key (org, id)) strict;
CREATE TABLE r_privacy_assessment (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_system blob, f_initiative text not null default '', f_initiative__fr text not null default '', s_initiative text not null default '', s_initiative__fr text not null default '', f_reference text not null default '', s_reference text not null default '', f_personal_information text not null default '', f_personal_information__fr text not null default '', s_personal_information text not null default '', s_personal_information__fr text not null default '', f_privacy_risks text not null default '', f_privacy_risks__fr text not null default '', s_privacy_risks text not null default '', s_privacy_risks__fr text not null default '', f_measures text not null default '', f_measures__fr text not null default '', s_measures text not null default '', s_measures__fr text not null default '', f_started_on text not null default '', f_submitted_on text not null default '', f_completed_on text not null default '', f_report blob, f_report__bytes integer not null default 0, f_report__name text not null default '', f_report__media text not null default '', f_privacy_officer blob, f_review_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_privacy_breach (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_incident blob, f_kind text not null default '', f_description text not null default '', f_description__fr text not null default '', s_description text not null default '', s_description__fr text not null default '', f_information text not null default '', f_information__fr text not null default '', s_information text not null default '', s_information__fr text not null default '', f_happened_from text not null default '', f_happened_to text not null default '', f_learned_at integer not null default 0, f_people_affected integer, f_significant_harm text not null default '', f_harm_reason text not null default '', s_harm_reason text not null default '', f_judged_at integer not null default 0, f_judged_by blob, f_tell_persons text not null default '', f_tell_reason text not null default '', s_tell_reason text not null default '', f_decided_at integer not null default 0, f_decided_by blob, f_contact text not null default '', f_contact__fr text not null default '', s_contact text not null default '', s_contact__fr text not null default '', f_steps_taken text not null default '', f_steps_taken__fr text not null default '', s_steps_taken text not null default '', s_steps_taken__fr text not null default '', f_advice text not null default '', f_advice__fr text not null default '', s_advice text not null default '', s_advice__fr text not null default '', f_outcome text not null default '', s_outcome text not null default '', primary key (org, id)) strict;
CREATE TABLE r_project (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_stage text not null default '', f_lead blob, f_purpose text not null default '', f_purpose__fr text not null default '', s_purpose text not null default '', s_purpose__fr text not null default '', f_lifecycle blob, f_security_budget integer, f_security_days integer, f_trace blob, f_started_on text not null default '', f_build_on text not null default '', f_ended_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_project_gate (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_project blob, f_stage text not null default '', f_checklist text not null default '', s_checklist text not null default '', f_security_considered text not null default '', s_security_considered text not null default '', f_privacy_considered text not null default '', s_privacy_considered text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_passed_by blob, f_passed_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_query (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_recipient text not null default '', f_topic text not null default '', f_question text not null default '', s_question text not null default '', f_sent_at integer not null default 0, f_sent_by blob, f_reference text not null default '', s_reference text not null default '', f_answer text not null default '', s_answer text not null default '', f_answered_at integer not null default 0, f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', primary key (org, id)) strict;
CREATE TABLE r_quiz (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_intro text not null default '', f_intro__fr text not null default '', s_intro text not null default '', s_intro__fr text not null default '', f_plan blob, f_asked integer, f_pass_percent integer, f_results text not null default '', f_once_only integer, f_opens_on text not null default '', f_closes_on text not null default '', f_link_key text not null default '', s_link_key text not null default '', f_takers integer, f_passed integer, f_pass_rate integer, f_tries integer, primary key (org, id)) strict;
CREATE TABLE r_quiz_attempt (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', s_title text not null default '', f_quiz blob, f_person blob, f_taken_at integer not null default 0, f_try integer, f_asked integer, f_right integer, f_percent integer, f_passed integer, f_answers text not null default '', s_answers text not null default '', primary key (org, id)) strict;
CREATE TABLE r_quiz_question (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_question text not null default '', f_question__fr text not null default '', s_question text not null default '', s_question__fr text not null default '', f_quiz blob, f_place integer, f_answer_1 text not null default '', f_answer_1__fr text not null default '', s_answer_1 text not null default '', s_answer_1__fr text not null default '', f_answer_2 text not null default '', f_answer_2__fr text not null default '', s_answer_2 text not null default '', s_answer_2__fr text not null default '', f_answer_3 text not null default '', f_answer_3__fr text not null default '', s_answer_3 text not null default '', s_answer_3__fr text not null default '', f_answer_4 text not null default '', f_answer_4__fr text not null default '', s_answer_4 text not null default '', s_answer_4__fr text not null default '', f_answer_5 text not null default '', f_answer_5__fr text not null default '', s_answer_5 text not null default '', s_answer_5__fr text not null default '', f_answer_6 text not null default '', f_answer_6__fr text not null default '', s_answer_6 text not null default '', s_answer_6__fr text not null default '', f_right_answer text not null default '', f_explanation text not null default '', f_explanation__fr text not null default '', s_explanation text not null default '', s_explanation__fr text not null default '', primary key (org, id)) strict;
CREATE TABLE r_recommendation (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_finding blob, f_gap text not null default '', f_gap__fr text not null default '', s_gap text not null default '', s_gap__fr text not null default '', f_merge_key text not null default '', s_merge_key text not null default '', f_elements text not null default '', s_elements text not null default '', f_wording text not null default '', f_wording__fr text not null default '', s_wording text not null default '', s_wording__fr text not null default '', f_response text not null default '', f_response__fr text not null default '', s_response text not null default '', s_response__fr text not null default '', f_due_on text not null default '', f_done_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_retention_rule (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_name text not null default '', s_name text not null default '', f_trigger text not null default '', f_trigger__fr text not null default '', s_trigger text not null default '', s_trigger__fr text not null default '', f_counts_from text not null default '', f_years integer, f_afterwards text not null default '', f_own_target integer, f_source text not null default '', s_source text not null default '', primary key (org, id)) strict;
CREATE TABLE r_risk (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_assessment blob, f_system blob, f_event text not null default '', f_event__fr text not null default '', s_event text not null default '', s_event__fr text not null default '', f_cause text not null default '', f_cause__fr text not null default '', s_cause text not null default '', s_cause__fr text not null default '', f_consequence text not null default '', f_consequence__fr text not null default '', s_consequence text not null default '', s_consequence__fr text not null default '', f_likelihood_before integer, f_impact_before integer, f_score_before integer, f_controls text not null default '', f_controls__fr text not null default '', s_controls text not null default '', s_controls__fr text not null default '', f_likelihood integer, f_impact integer, f_score integer, f_rating text not null default '', f_likelihood_aim integer, f_impact_aim integer, f_score_aim integer, f_answer text not null default '', f_treatment_plan text not null default '', f_treatment_plan__fr text not null default '', s_treatment_plan text not null default '', s_treatment_plan__fr text not null default '', f_track integer, f_registered_on text not null default '', f_corporate text not null default '', f_corporate_grounds text not null default '', s_corporate_grounds text not null default '', f_corporate_told_on text not null default '', f_corporate_reply text not null default '', f_reviewed_on text not null default '', f_trend text not null default '', f_controls_suffice integer, primary key (org, id)) strict;
CREATE TABLE r_risk_acceptance (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_system blob, f_assessment blob, f_form_version text not null default '', s_form_version text not null default '', f_reference text not null default '', s_reference text not null default '', f_evaluator blob, f_accountable blob, f_grounds text not null default '', f_grounds__fr text not null default '', s_grounds text not null default '', s_grounds__fr text not null default '', f_conditions text not null default '', f_conditions__fr text not null default '', s_conditions text not null default '', s_conditions__fr text not null default '', f_ends_on text not null default '', f_prepared_on text not null default '', f_reviewed_by blob, f_reviewed_on text not null default '', f_signature blob, f_signature__bytes integer not null default 0, f_signature__name text not null default '', f_signature__media text not null default '', f_signed_by blob, f_signed_on text not null default '', f_signed_at integer not null default 0, f_submitted_on text not null default '', f_submitted_to text not null default '', s_submitted_to text not null default '', f_receipt text not null default '', s_receipt text not null default '', f_received_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_risk_assessment (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_system blob, f_kind text not null default '', f_stage text not null default '', f_occasion text not null default '', f_change blob, f_previous blob, f_process text not null default '', s_process text not null default '', f_process_version text not null default '', s_process_version text not null default '', f_template_version text not null default '', s_template_version text not null default '', f_evaluator blob, f_business_owner blob, f_others text not null default '', s_others text not null default '', f_scope text not null default '', f_scope__fr text not null default '', s_scope text not null default '', s_scope__fr text not null default '', f_started_on text not null default '', f_completed_on text not null default '', f_findings text not null default '', f_findings__fr text not null default '', s_findings text not null default '', s_findings__fr text not null default '', f_report blob, f_report__bytes integer not null default 0, f_report__name text not null default '', f_report__media text not null default '', f_decision text not null default '', f_decision__fr text not null default '', s_decision text not null default '', s_decision__fr text not null default '', f_decided_by blob, f_decided_on text not null default '', f_review_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_risk_register_review (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_reviewed_from text not null default '', f_held_on text not null default '', f_outcome text not null default '', f_outcome__fr text not null default '', s_outcome text not null default '', s_outcome__fr text not null default '', f_risks_in_register integer, primary key (org, id)) strict;
CREATE TABLE r_role (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_name text not null default '', s_name text not null default '', f_duties text not null default '', f_duties__fr text not null default '', s_duties text not null default '', s_duties__fr text not null default '', f_rights text not null default '', s_rights text not null default '', f_read_only integer, f_clearance blob, primary key (org, id)) strict;
CREATE TABLE r_role_assignment (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_role blob, f_person blob, f_starts_on text not null default '', f_ends_on text not null default '', f_alternate blob, f_instrument text not null default '', s_instrument text not null default '', f_letter blob, f_letter__bytes integer not null default 0, f_letter__name text not null default '', f_letter__media text not null default '', f_clearance blob, f_note text not null default '', s_note text not null default '', primary key (org, id)) strict;
CREATE TABLE r_scan (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_done_by text not null default '', f_scanner text not null default '', s_scanner text not null default '', f_signed_in integer, f_scope text not null default '', f_scope__fr text not null default '', s_scope text not null default '', s_scope__fr text not null default '', f_planned_for text not null default '', f_scanned_on text not null default '', f_critical integer, f_high integer, f_medium integer, f_low integer, f_report blob, f_report__bytes integer not null default 0, f_report__name text not null default '', f_report__media text not null default '', primary key (org, id)) strict;
CREATE TABLE r_security_activity (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_how_often text not null default '', s_how_often text not null default '', f_procedure blob, f_gap text not null default '', s_gap text not null default '', f_gap_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_security_test (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_system blob, f_kind text not null default '', f_scope text not null default '', f_scope__fr text not null default '', s_scope text not null default '', s_scope__fr text not null default '', f_planned_for text not null default '', f_tested_on text not null default '', f_tester text not null default '', s_tester text not null default '', f_results text not null default '', s_results text not null default '', f_report blob, f_report__bytes integer not null default 0, f_report__name text not null default '', f_report__media text not null default '', f_approved_by blob, f_approved_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_shared_item (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_kind text not null default '', f_content text not null default '', s_content text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', f_taken_out text not null default '', s_taken_out text not null default '', f_sanitised_by blob, f_tlp text not null default '', f_audience text not null default '', f_audience__fr text not null default '', s_audience text not null default '', s_audience__fr text not null default '', f_shared_on text not null default '', f_channel text not null default '', s_channel text not null default '', primary key (org, id)) strict;
CREATE TABLE r_stakeholder (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_person blob, f_role text not null default '', f_role__fr text not null default '', s_role text not null default '', s_role__fr text not null default '', f_interest text not null default '', f_interest__fr text not null default '', s_interest text not null default '', s_interest__fr text not null default '', f_asked text not null default '', f_asked__fr text not null default '', s_asked text not null default '', s_asked__fr text not null default '', f_contact text not null default '', s_contact text not null default '', f_spoken_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_standards_watch (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_instrument blob, f_source text not null default '', s_source text not null default '', f_months integer, f_checked_on text not null default '', f_outcome text not null default '', f_found text not null default '', s_found text not null default '', f_check_due_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_system (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_abbreviation text not null default '', f_abbreviation__fr text not null default '', s_abbreviation text not null default '', s_abbreviation__fr text not null default '', f_purpose text not null default '', f_purpose__fr text not null default '', s_purpose text not null default '', s_purpose__fr text not null default '', f_kind text not null default '', f_hosting text not null default '', f_accountable blob, f_technical blob, f_information blob, f_information_rank integer, f_personal_information integer, f_payment_cards integer, f_critical integer, f_in_service_on text not null default '', f_next_update_on text not null default '', f_restore_months integer, f_restore_tested_on text not null default '', f_restore_due_on text not null default '', f_log_months integer, f_log_sampled_on text not null default '', f_log_sample blob, f_log_sample__bytes integer not null default 0, f_log_sample__name text not null default '', f_log_sample__media text not null default '', f_patch_days integer, f_patch_log_on text not null default '', f_patch_log_until text not null default '', f_change_log_on text not null default '', f_vulnerability_log_on text not null default '', f_no_vulnerabilities_on text not null default '', f_no_patches_on text not null default '', f_no_changes_on text not null default '', f_scanned_before_on text not null default '', f_scanned_after_on text not null default '', f_tested_before_on text not null default '', f_accepted_before_on text not null default '', f_launch_acceptance blob, f_confirmed_on text not null default '', f_leaves_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_training_completion (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_course text not null default '', s_course text not null default '', f_person blob, f_kind text not null default '', f_completed_on text not null default '', f_expires_on text not null default '', f_counts_until text not null default '', f_score integer, f_provider text not null default '', s_provider text not null default '', f_reference text not null default '', s_reference text not null default '', f_source text not null default '', s_source text not null default '', f_file blob, f_file__bytes integer not null default 0, f_file__name text not null default '', f_file__media text not null default '', primary key (org, id)) strict;
CREATE TABLE r_treatment (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_risk blob, f_gap blob, f_measures text not null default '', f_measures__fr text not null default '', s_measures text not null default '', s_measures__fr text not null default '', f_cost integer, f_due_on text not null default '', f_done_on text not null default '', f_what_was_done text not null default '', s_what_was_done text not null default '', f_verified_by blob, f_verified_on text not null default '', primary key (org, id)) strict;
CREATE TABLE r_vulnerability (org blob not null, id blob not null, number integer not null, unit blob, label integer not null, owner blob, state text not null, version integer not null, created_at integer not null, changed_at integer not null, created_by blob, changed_by blob, author blob, withdrawn_at integer not null, closed integer not null, f_title text not null default '', f_title__fr text not null default '', s_title text not null default '', s_title__fr text not null default '', f_system blob, f_advisory blob, f_scan blob, f_cves text not null default '', s_cves text not null default '', f_host text not null default '', s_host text not null default '', f_score integer, f_vector text not null default '', s_vector text not null default '', f_rating text not null default '', f_exploit text not null default '', f_reach text not null default '', s_reach text not null default '', f_impact text not null default '', s_impact text not null default '', f_notice_from text not null default '', s_notice_from text not null default '', f_reference text not null default '', s_reference text not null default '', f_released_at integer not null default 0, f_notice_at integer not null default 0, f_owner_told_at integer not null default 0, f_due_on text not null default '', f_in_time text not null default '', f_fix text not null default '', f_fixed_at integer not null default 0, f_fix_note text not null default '', s_fix_note text not null default '', f_verified_at integer not null default 0, f_verified_how text not null default '', s_verified_how text not null default '', f_rescan blob, f_verified_by blob, f_verified_on text not null default '', f_acceptance blob, f_settled_at integer not null default 0, f_sender_told_on text not null default '', primary key (org, id)) strict;
CREATE TABLE remembered_answer (
  org blob not null,
  key blob not null,
  request blob not null,
  status integer not null,
  version integer not null,
  location text not null,
  body text not null,
  erased integer not null,
  made_at integer not null,
  primary key (org, key)
) strict;
CREATE TABLE schema_applied (number integer not null primary key, made_at integer not null, program text not null, hash text not null, script text not null) strict;
CREATE TABLE schema_field (type text not null, field text not null, kind text not null, primary key (type, field)) strict;
CREATE TABLE schema_meta (name text not null primary key, value text not null) strict;
CREATE TABLE sending (
  org blob not null,
  id blob not null,
  person blob not null,
  kind text not null,
  day text not null,
  address text not null,
  lang integer not null,
  subject text not null,
  body text not null,
  state text not null,
  attempts integer not null,
  answer text not null,
  made_at integer not null,
  tried_at integer not null,
  ended_at integer not null,
  erased integer not null,
  primary key (org, id)
) strict;
CREATE TABLE sending_queue (
  org blob not null,
  id blob not null,
  not_before integer not null,
  holder blob,
  handed integer not null,
  primary key (org, id)
) strict, without rowid;
CREATE TABLE sending_record (
  org blob not null,
  record blob not null,
  sending blob not null,
  primary key (org, record, sending)
) strict, without rowid;
CREATE TABLE session (
  hash blob not null primary key,
  org blob not null,
  id blob not null,
  account blob not null,
  started_at integer not null,
  last_at integer not null,
  ends_at integer not null,
  address text not null,
  agent text not null
) strict, without rowid;
CREATE TABLE setting (org blob not null, name text not null, value text not null, primary key (org, name)) strict;
CREATE TABLE setup_code (
  hash blob not null primary key,
  ends_at integer not null
) strict, without rowid;
CREATE TABLE sign_in_attempt (
  source blob not null primary key,
  failed integer not null,
  last_at integer not null
) strict, without rowid;
CREATE TABLE tenant (org blob not null primary key, name text not null, name_fr text not null, zone text not null, created_at integer not null) strict;
CREATE TABLE word_doc (doc integer not null primary key, org blob not null, record blob not null, words text not null) strict;
CREATE VIRTUAL TABLE word_index using fts5(words, content='', tokenize="unicode61 remove_diacritics 0");
CREATE TABLE 'word_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'word_index_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'word_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'word_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE INDEX about_target on about (org, target);
CREATE INDEX api_token_account on api_token (org, account);
CREATE UNIQUE INDEX calendar_feed_account on calendar_feed (org, account);
CREATE INDEX duty_change_at on duty_change (org, made_at);
CREATE INDEX duty_instance_changes on duty_instance (org, changes_at, subject);
CREATE INDEX duty_instance_duty on duty_instance (org, duty, subject);
CREATE INDEX duty_instance_judged on duty_instance (org, judged_at, subject);
CREATE INDEX duty_instance_owner on duty_instance (org, owner, state, due_order, duty, subject);
CREATE INDEX duty_instance_role on duty_instance (org, role, state, due_order, duty, subject);
CREATE INDEX duty_instance_state on duty_instance (org, state, due_order, duty, subject);
CREATE INDEX entry_changed on entry (org, changed_at);
CREATE UNIQUE INDEX entry_code on entry (org, type, number);
CREATE INDEX entry_title on entry (org, type, title_fold);
CREATE UNIQUE INDEX file_kept_hash on file_kept (hash);
CREATE INDEX file_use_record on file_use (org, record);
CREATE INDEX history_record on history (org, record, seq);
CREATE INDEX link_target on link (org, target, field, source);
CREATE INDEX notice_list on notice (org, person, id);
CREATE UNIQUE INDEX notice_once on notice (org, person, key);
CREATE INDEX notice_record on notice (org, record);
CREATE INDEX notice_unread on notice (org, person, id)
  where read_at = 0 and settled_at = 0;
CREATE INDEX notice_untold on notice (org, person)
  where read_at = 0 and settled_at = 0 and told_at = 0;
CREATE INDEX one_time_code_made on one_time_code (org, made_at);
CREATE INDEX r_acknowledgement_bin on r_acknowledgement (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_acknowledgement_changed on r_acknowledgement (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_f_document_version on r_acknowledgement (org, f_document_version, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_f_edition on r_acknowledgement (org, f_edition, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_f_how on r_acknowledgement (org, f_how, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_f_person on r_acknowledgement (org, f_person, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_f_request on r_acknowledgement (org, f_request, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_f_title on r_acknowledgement (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_acknowledgement_number on r_acknowledgement (org, number);
CREATE INDEX r_acknowledgement_owner on r_acknowledgement (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_bin on r_acknowledgement_request (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_acknowledgement_request_changed on r_acknowledgement_request (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_f_document_version on r_acknowledgement_request (org, f_document_version, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_f_due_on on r_acknowledgement_request (org, f_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_f_edition on r_acknowledgement_request (org, f_edition, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_f_link_key on r_acknowledgement_request (org, s_link_key, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_f_opened_on on r_acknowledgement_request (org, f_opened_on, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_f_purpose on r_acknowledgement_request (org, f_purpose, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_f_title on r_acknowledgement_request (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_acknowledgement_request_number on r_acknowledgement_request (org, number);
CREATE INDEX r_acknowledgement_request_owner on r_acknowledgement_request (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_state on r_acknowledgement_request (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_request_unit on r_acknowledgement_request (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_state on r_acknowledgement (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_acknowledgement_unit on r_acknowledgement (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_advice_request_bin on r_advice_request (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_advice_request_changed on r_advice_request (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_advice_request_f_answered_at on r_advice_request (org, f_answered_at, id) where withdrawn_at = 0;
CREATE INDEX r_advice_request_f_answered_by on r_advice_request (org, f_answered_by, id) where withdrawn_at = 0;
CREATE INDEX r_advice_request_f_area on r_advice_request (org, f_area, id) where withdrawn_at = 0;
CREATE INDEX r_advice_request_f_asked_at on r_advice_request (org, f_asked_at, id) where withdrawn_at = 0;
CREATE INDEX r_advice_request_f_asked_by on r_advice_request (org, f_asked_by, id) where withdrawn_at = 0;
CREATE INDEX r_advice_request_f_kind on r_advice_request (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_advice_request_f_title on r_advice_request (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_advice_request_number on r_advice_request (org, number);
CREATE INDEX r_advice_request_owner on r_advice_request (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_advice_request_state on r_advice_request (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_advice_request_unit on r_advice_request (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_advisory_bin on r_advisory (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_advisory_changed on r_advisory (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_advisory_f_decided_by on r_advisory (org, f_decided_by, id) where withdrawn_at = 0;
CREATE INDEX r_advisory_f_decided_on on r_advisory (org, f_decided_on, id) where withdrawn_at = 0;
CREATE INDEX r_advisory_f_published_on on r_advisory (org, f_published_on, id) where withdrawn_at = 0;
CREATE INDEX r_advisory_f_score on r_advisory (org, coalesce(f_score, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_advisory_f_source on r_advisory (org, f_source, id) where withdrawn_at = 0;
CREATE INDEX r_advisory_f_title on r_advisory (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_advisory_number on r_advisory (org, number);
CREATE INDEX r_advisory_owner on r_advisory (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_advisory_state on r_advisory (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_advisory_unit on r_advisory (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_agreement_bin on r_agreement (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_agreement_changed on r_agreement (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_agreement_f_ends_on on r_agreement (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_agreement_f_kind on r_agreement (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_agreement_f_party on r_agreement (org, s_party, id) where withdrawn_at = 0;
CREATE INDEX r_agreement_f_party_node on r_agreement (org, f_party_node, id) where withdrawn_at = 0;
CREATE INDEX r_agreement_f_signatory on r_agreement (org, f_signatory, id) where withdrawn_at = 0;
CREATE INDEX r_agreement_f_starts_on on r_agreement (org, f_starts_on, id) where withdrawn_at = 0;
CREATE INDEX r_agreement_f_title on r_agreement (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_agreement_number on r_agreement (org, number);
CREATE INDEX r_agreement_owner on r_agreement (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_agreement_state on r_agreement (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_agreement_unit on r_agreement (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_ambassador_bin on r_ambassador (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_ambassador_changed on r_ambassador (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_ambassador_f_briefed_on on r_ambassador (org, f_briefed_on, id) where withdrawn_at = 0;
CREATE INDEX r_ambassador_f_ends_on on r_ambassador (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_ambassador_f_person on r_ambassador (org, f_person, id) where withdrawn_at = 0;
CREATE INDEX r_ambassador_f_starts_on on r_ambassador (org, f_starts_on, id) where withdrawn_at = 0;
CREATE INDEX r_ambassador_f_title on r_ambassador (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_ambassador_number on r_ambassador (org, number);
CREATE INDEX r_ambassador_owner on r_ambassador (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_ambassador_state on r_ambassador (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_ambassador_unit on r_ambassador (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_bin on r_applicability_decision (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_applicability_decision_changed on r_applicability_decision (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_f_area on r_applicability_decision (org, f_area, id) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_f_decided_on on r_applicability_decision (org, f_decided_on, id) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_f_decision on r_applicability_decision (org, f_decision, id) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_f_edition on r_applicability_decision (org, f_edition, id) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_f_exemption on r_applicability_decision (org, f_exemption, id) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_f_title on r_applicability_decision (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_applicability_decision_number on r_applicability_decision (org, number);
CREATE INDEX r_applicability_decision_owner on r_applicability_decision (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_state on r_applicability_decision (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_applicability_decision_unit on r_applicability_decision (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_bin on r_assessment_answer (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_assessment_answer_changed on r_assessment_answer (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_f_area_number on r_assessment_answer (org, s_area_number, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_f_campaign on r_assessment_answer (org, f_campaign, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_f_gap_due_on on r_assessment_answer (org, f_gap_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_f_gap_owner on r_assessment_answer (org, f_gap_owner, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_f_level on r_assessment_answer (org, f_level, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_f_title on r_assessment_answer (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_assessment_answer_number on r_assessment_answer (org, number);
CREATE INDEX r_assessment_answer_owner on r_assessment_answer (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_state on r_assessment_answer (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_answer_unit on r_assessment_answer (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_bin on r_assessment_campaign (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_assessment_campaign_changed on r_assessment_campaign (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_f_completed_on on r_assessment_campaign (org, f_completed_on, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_f_framework on r_assessment_campaign (org, f_framework, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_f_gaps_found on r_assessment_campaign (org, coalesce(f_gaps_found, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_f_posture on r_assessment_campaign (org, coalesce(f_posture, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_f_title on r_assessment_campaign (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_f_validated_by on r_assessment_campaign (org, f_validated_by, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_assessment_campaign_number on r_assessment_campaign (org, number);
CREATE INDEX r_assessment_campaign_owner on r_assessment_campaign (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_state on r_assessment_campaign (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_assessment_campaign_unit on r_assessment_campaign (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_audit_bin on r_audit (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_audit_changed on r_audit (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_audit_f_body on r_audit (org, s_body, id) where withdrawn_at = 0;
CREATE INDEX r_audit_f_kind on r_audit (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_audit_f_lead on r_audit (org, f_lead, id) where withdrawn_at = 0;
CREATE INDEX r_audit_f_liaison on r_audit (org, f_liaison, id) where withdrawn_at = 0;
CREATE INDEX r_audit_f_planned_for on r_audit (org, f_planned_for, id) where withdrawn_at = 0;
CREATE INDEX r_audit_f_report_on on r_audit (org, f_report_on, id) where withdrawn_at = 0;
CREATE INDEX r_audit_f_title on r_audit (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_audit_number on r_audit (org, number);
CREATE INDEX r_audit_owner on r_audit (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_audit_state on r_audit (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_audit_unit on r_audit (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_authorization_bin on r_authorization (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_authorization_changed on r_authorization (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_authorization_f_ends_on on r_authorization (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_authorization_f_granted_by on r_authorization (org, f_granted_by, id) where withdrawn_at = 0;
CREATE INDEX r_authorization_f_granted_on on r_authorization (org, f_granted_on, id) where withdrawn_at = 0;
CREATE INDEX r_authorization_f_kind on r_authorization (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_authorization_f_system on r_authorization (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_authorization_f_title on r_authorization (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_authorization_number on r_authorization (org, number);
CREATE INDEX r_authorization_owner on r_authorization (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_authorization_state on r_authorization (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_authorization_unit on r_authorization (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_bin on r_awareness_item (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_awareness_item_changed on r_awareness_item (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_f_delivered_on on r_awareness_item (org, f_delivered_on, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_f_due_on on r_awareness_item (org, f_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_f_method on r_awareness_item (org, f_method, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_f_observance on r_awareness_item (org, f_observance, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_f_plan on r_awareness_item (org, f_plan, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_f_reach on r_awareness_item (org, coalesce(f_reach, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_f_title on r_awareness_item (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_awareness_item_number on r_awareness_item (org, number);
CREATE INDEX r_awareness_item_owner on r_awareness_item (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_state on r_awareness_item (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_item_unit on r_awareness_item (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_material_bin on r_awareness_material (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_awareness_material_changed on r_awareness_material (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_material_f_kind on r_awareness_material (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_material_f_received_on on r_awareness_material (org, f_received_on, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_material_f_source on r_awareness_material (org, f_source, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_material_f_title on r_awareness_material (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_material_f_topic on r_awareness_material (org, s_topic, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_awareness_material_number on r_awareness_material (org, number);
CREATE INDEX r_awareness_material_owner on r_awareness_material (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_material_state on r_awareness_material (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_material_unit on r_awareness_material (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_bin on r_awareness_plan (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_awareness_plan_changed on r_awareness_plan (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_delivered on r_awareness_plan (org, coalesce(f_delivered, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_ends_on on r_awareness_plan (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_items on r_awareness_plan (org, coalesce(f_items, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_lead on r_awareness_plan (org, f_lead, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_reach on r_awareness_plan (org, coalesce(f_reach, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_signed_by on r_awareness_plan (org, f_signed_by, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_signed_on on r_awareness_plan (org, f_signed_on, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_starts_on on r_awareness_plan (org, f_starts_on, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_f_title on r_awareness_plan (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_awareness_plan_number on r_awareness_plan (org, number);
CREATE INDEX r_awareness_plan_owner on r_awareness_plan (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_state on r_awareness_plan (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_awareness_plan_unit on r_awareness_plan (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_bin on r_business_impact_analysis (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_business_impact_analysis_changed on r_business_impact_analysis (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_f_approved_by on r_business_impact_analysis (org, f_approved_by, id) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_f_approved_on on r_business_impact_analysis (org, f_approved_on, id) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_f_priority on r_business_impact_analysis (org, f_priority, id) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_f_recovery_point on r_business_impact_analysis (org, coalesce(f_recovery_point, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_f_recovery_time on r_business_impact_analysis (org, coalesce(f_recovery_time, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_f_title on r_business_impact_analysis (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_business_impact_analysis_number on r_business_impact_analysis (org, number);
CREATE INDEX r_business_impact_analysis_owner on r_business_impact_analysis (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_state on r_business_impact_analysis (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_business_impact_analysis_unit on r_business_impact_analysis (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_change_bin on r_change (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_change_changed on r_change (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_change_f_approved_by on r_change (org, f_approved_by, id) where withdrawn_at = 0;
CREATE INDEX r_change_f_kind on r_change (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_change_f_made_on on r_change (org, f_made_on, id) where withdrawn_at = 0;
CREATE INDEX r_change_f_system on r_change (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_change_f_title on r_change (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_change_f_touches_plan on r_change (org, f_touches_plan, id) where withdrawn_at = 0;
CREATE INDEX r_change_f_touches_risks on r_change (org, f_touches_risks, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_change_number on r_change (org, number);
CREATE INDEX r_change_owner on r_change (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_change_state on r_change (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_change_unit on r_change (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_classification_bin on r_classification (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_classification_changed on r_classification (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_classification_f_mark on r_classification (org, s_mark, id) where withdrawn_at = 0;
CREATE INDEX r_classification_f_rank on r_classification (org, coalesce(f_rank, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_classification_f_title on r_classification (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_classification_number on r_classification (org, number);
CREATE INDEX r_classification_owner on r_classification (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_classification_unit on r_classification (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_clause_bin on r_clause (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_clause_changed on r_clause (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_clause_f_clause_number on r_clause (org, s_clause_number, id) where withdrawn_at = 0;
CREATE INDEX r_clause_f_edition on r_clause (org, f_edition, id) where withdrawn_at = 0;
CREATE INDEX r_clause_f_force on r_clause (org, f_force, id) where withdrawn_at = 0;
CREATE INDEX r_clause_f_title on r_clause (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_clause_number on r_clause (org, number);
CREATE INDEX r_clause_owner on r_clause (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_clause_unit on r_clause (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_comment_bin on r_comment (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_comment_changed on r_comment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_comment_f_about on r_comment (org, f_about, id) where withdrawn_at = 0;
CREATE INDEX r_comment_f_answers on r_comment (org, f_answers, id) where withdrawn_at = 0;
CREATE INDEX r_comment_f_subject on r_comment (org, s_subject, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_comment_number on r_comment (org, number);
CREATE INDEX r_comment_owner on r_comment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_comment_state on r_comment (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_comment_unit on r_comment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_conformity_bin on r_conformity (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_conformity_changed on r_conformity (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_conformity_clause_bin on r_conformity_clause (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_conformity_clause_changed on r_conformity_clause (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_conformity_clause_f_clause on r_conformity_clause (org, f_clause, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_clause_f_conformity on r_conformity_clause (org, f_conformity, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_clause_f_place on r_conformity_clause (org, s_place, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_clause_f_result on r_conformity_clause (org, f_result, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_clause_f_title on r_conformity_clause (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_conformity_clause_number on r_conformity_clause (org, number);
CREATE INDEX r_conformity_clause_owner on r_conformity_clause (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_conformity_clause_unit on r_conformity_clause (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_conformity_f_checked_on on r_conformity (org, f_checked_on, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_f_checked_version on r_conformity (org, f_checked_version, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_f_document on r_conformity (org, f_document, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_f_edition on r_conformity (org, f_edition, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_f_mapped on r_conformity (org, coalesce(f_mapped, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_conformity_f_not_met on r_conformity (org, coalesce(f_not_met, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_conformity_f_title on r_conformity (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_conformity_number on r_conformity (org, number);
CREATE INDEX r_conformity_owner on r_conformity (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_conformity_state on r_conformity (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_conformity_unit on r_conformity (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contact_list_bin on r_contact_list (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_contact_list_changed on r_contact_list (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contact_list_f_alternate on r_contact_list (org, f_alternate, id) where withdrawn_at = 0;
CREATE INDEX r_contact_list_f_check_due_on on r_contact_list (org, f_check_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_contact_list_f_checked_on on r_contact_list (org, f_checked_on, id) where withdrawn_at = 0;
CREATE INDEX r_contact_list_f_kind on r_contact_list (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_contact_list_f_primary on r_contact_list (org, f_primary, id) where withdrawn_at = 0;
CREATE INDEX r_contact_list_f_title on r_contact_list (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_contact_list_number on r_contact_list (org, number);
CREATE INDEX r_contact_list_owner on r_contact_list (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contact_list_state on r_contact_list (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_contact_list_unit on r_contact_list (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contract_bin on r_contract (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_contract_changed on r_contract (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_bin on r_contract_deviation (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_contract_deviation_changed on r_contract_deviation (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_f_alters_security on r_contract_deviation (org, coalesce(f_alters_security, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_f_contract on r_contract_deviation (org, f_contract, id) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_f_counsel on r_contract_deviation (org, f_counsel, id) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_f_decided_by on r_contract_deviation (org, f_decided_by, id) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_f_decided_on on r_contract_deviation (org, f_decided_on, id) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_f_reviewed_by on r_contract_deviation (org, f_reviewed_by, id) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_f_reviewed_on on r_contract_deviation (org, f_reviewed_on, id) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_f_title on r_contract_deviation (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_contract_deviation_number on r_contract_deviation (org, number);
CREATE INDEX r_contract_deviation_owner on r_contract_deviation (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_state on r_contract_deviation (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_contract_deviation_unit on r_contract_deviation (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contract_f_ends_on on r_contract (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_contract_f_kind on r_contract (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_contract_f_manager on r_contract (org, f_manager, id) where withdrawn_at = 0;
CREATE INDEX r_contract_f_project on r_contract (org, f_project, id) where withdrawn_at = 0;
CREATE INDEX r_contract_f_schedule_signed_on on r_contract (org, f_schedule_signed_on, id) where withdrawn_at = 0;
CREATE INDEX r_contract_f_supplier on r_contract (org, s_supplier, id) where withdrawn_at = 0;
CREATE INDEX r_contract_f_title on r_contract (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_contract_number on r_contract (org, number);
CREATE INDEX r_contract_owner on r_contract (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_contract_state on r_contract (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_contract_unit on r_contract (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_bin on r_corrective_action (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_corrective_action_changed on r_corrective_action (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_auditor on r_corrective_action (org, f_auditor, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_done_on on r_corrective_action (org, f_done_on, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_due_on on r_corrective_action (org, f_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_effective on r_corrective_action (org, f_effective, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_exercise on r_corrective_action (org, f_exercise, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_finding on r_corrective_action (org, f_finding, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_incident on r_corrective_action (org, f_incident, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_recommendation on r_corrective_action (org, f_recommendation, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_repeat_of on r_corrective_action (org, f_repeat_of, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_f_title on r_corrective_action (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_corrective_action_number on r_corrective_action (org, number);
CREATE INDEX r_corrective_action_owner on r_corrective_action (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_state on r_corrective_action (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_corrective_action_unit on r_corrective_action (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_custody_bin on r_custody (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_custody_changed on r_custody (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_custody_f_follows on r_custody (org, f_follows, id) where withdrawn_at = 0;
CREATE INDEX r_custody_f_handed_at on r_custody (org, f_handed_at, id) where withdrawn_at = 0;
CREATE INDEX r_custody_f_handed_by on r_custody (org, s_handed_by, id) where withdrawn_at = 0;
CREATE INDEX r_custody_f_holder on r_custody (org, f_holder, id) where withdrawn_at = 0;
CREATE INDEX r_custody_f_incident on r_custody (org, f_incident, id) where withdrawn_at = 0;
CREATE INDEX r_custody_f_title on r_custody (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_custody_number on r_custody (org, number);
CREATE INDEX r_custody_owner on r_custody (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_custody_unit on r_custody (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_delivery_bin on r_delivery (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_delivery_changed on r_delivery (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_delivery_f_channel on r_delivery (org, f_channel, id) where withdrawn_at = 0;
CREATE INDEX r_delivery_f_delivered_on on r_delivery (org, f_delivered_on, id) where withdrawn_at = 0;
CREATE INDEX r_delivery_f_item on r_delivery (org, f_item, id) where withdrawn_at = 0;
CREATE INDEX r_delivery_f_reach on r_delivery (org, coalesce(f_reach, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_delivery_f_title on r_delivery (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_delivery_number on r_delivery (org, number);
CREATE INDEX r_delivery_owner on r_delivery (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_delivery_unit on r_delivery (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_digest_issue_bin on r_digest_issue (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_digest_issue_changed on r_digest_issue (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_digest_issue_f_audience on r_digest_issue (org, s_audience, id) where withdrawn_at = 0;
CREATE INDEX r_digest_issue_f_issued_on on r_digest_issue (org, f_issued_on, id) where withdrawn_at = 0;
CREATE INDEX r_digest_issue_f_kind on r_digest_issue (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_digest_issue_f_passed_on on r_digest_issue (org, f_passed_on, id) where withdrawn_at = 0;
CREATE INDEX r_digest_issue_f_title on r_digest_issue (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_digest_issue_number on r_digest_issue (org, number);
CREATE INDEX r_digest_issue_owner on r_digest_issue (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_digest_issue_state on r_digest_issue (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_digest_issue_unit on r_digest_issue (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_disposal_bin on r_disposal (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_disposal_changed on r_disposal (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_disposal_f_approved_by on r_disposal (org, f_approved_by, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_f_approved_on on r_disposal (org, f_approved_on, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_f_done_on on r_disposal (org, f_done_on, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_f_proposed_by on r_disposal (org, f_proposed_by, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_f_title on r_disposal (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_bin on r_disposal_item (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_disposal_item_changed on r_disposal_item (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_f_afterwards on r_disposal_item (org, f_afterwards, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_f_code_of_record on r_disposal_item (org, s_code_of_record, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_f_disposal on r_disposal_item (org, f_disposal, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_f_done_on on r_disposal_item (org, f_done_on, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_f_due_since on r_disposal_item (org, f_due_since, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_f_kind on r_disposal_item (org, s_kind, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_f_record on r_disposal_item (org, f_record, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_f_rule on r_disposal_item (org, s_rule, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_disposal_item_number on r_disposal_item (org, number);
CREATE INDEX r_disposal_item_owner on r_disposal_item (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_state on r_disposal_item (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_item_unit on r_disposal_item (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_disposal_number on r_disposal (org, number);
CREATE INDEX r_disposal_owner on r_disposal (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_disposal_state on r_disposal (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_disposal_unit on r_disposal (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_document_bin on r_document (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_document_changed on r_document (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_document_f_current on r_document (org, f_current, id) where withdrawn_at = 0;
CREATE INDEX r_document_f_kind on r_document (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_document_f_replaces on r_document (org, f_replaces, id) where withdrawn_at = 0;
CREATE INDEX r_document_f_review_due_on on r_document (org, f_review_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_document_f_title on r_document (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_document_number on r_document (org, number);
CREATE INDEX r_document_owner on r_document (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_document_state on r_document (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_document_unit on r_document (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_document_version_bin on r_document_version (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_document_version_changed on r_document_version (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_document_version_f_approved_by on r_document_version (org, f_approved_by, id) where withdrawn_at = 0;
CREATE INDEX r_document_version_f_approved_on on r_document_version (org, f_approved_on, id) where withdrawn_at = 0;
CREATE INDEX r_document_version_f_document on r_document_version (org, f_document, id) where withdrawn_at = 0;
CREATE INDEX r_document_version_f_language on r_document_version (org, f_language, id) where withdrawn_at = 0;
CREATE INDEX r_document_version_f_title on r_document_version (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_document_version_f_version_number on r_document_version (org, s_version_number, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_document_version_number on r_document_version (org, number);
CREATE INDEX r_document_version_owner on r_document_version (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_document_version_state on r_document_version (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_document_version_unit on r_document_version (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_bin on r_duty_decision (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_duty_decision_changed on r_duty_decision (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_f_agreement on r_duty_decision (org, f_agreement, id) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_f_duty on r_duty_decision (org, s_duty, id) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_f_from_on on r_duty_decision (org, f_from_on, id) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_f_kind on r_duty_decision (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_f_subject on r_duty_decision (org, f_subject, id) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_f_title on r_duty_decision (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_f_until_on on r_duty_decision (org, f_until_on, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_duty_decision_number on r_duty_decision (org, number);
CREATE INDEX r_duty_decision_owner on r_duty_decision (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_state on r_duty_decision (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_duty_decision_unit on r_duty_decision (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_edition_bin on r_edition (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_edition_changed on r_edition (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_edition_f_edition_number on r_edition (org, s_edition_number, id) where withdrawn_at = 0;
CREATE INDEX r_edition_f_effective_from on r_edition (org, f_effective_from, id) where withdrawn_at = 0;
CREATE INDEX r_edition_f_instrument on r_edition (org, f_instrument, id) where withdrawn_at = 0;
CREATE INDEX r_edition_f_title on r_edition (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_edition_number on r_edition (org, number);
CREATE INDEX r_edition_owner on r_edition (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_edition_state on r_edition (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_edition_unit on r_edition (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_evidence_bin on r_evidence (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_evidence_changed on r_evidence (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_evidence_f_effective_from on r_evidence (org, f_effective_from, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_f_effective_to on r_evidence (org, f_effective_to, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_f_kind on r_evidence (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_f_received_on on r_evidence (org, f_received_on, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_f_replaces on r_evidence (org, f_replaces, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_f_title on r_evidence (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_evidence_number on r_evidence (org, number);
CREATE INDEX r_evidence_owner on r_evidence (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_evidence_request_bin on r_evidence_request (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_evidence_request_changed on r_evidence_request (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_evidence_request_f_audit on r_evidence_request (org, f_audit, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_request_f_auditor on r_evidence_request (org, f_auditor, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_request_f_due_on on r_evidence_request (org, f_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_request_f_responded_on on r_evidence_request (org, f_responded_on, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_request_f_title on r_evidence_request (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_evidence_request_number on r_evidence_request (org, number);
CREATE INDEX r_evidence_request_owner on r_evidence_request (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_evidence_request_state on r_evidence_request (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_evidence_request_unit on r_evidence_request (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_evidence_unit on r_evidence (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exemption_bin on r_exemption (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_exemption_changed on r_exemption (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exemption_condition_bin on r_exemption_condition (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_exemption_condition_changed on r_exemption_condition (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exemption_condition_f_due_on on r_exemption_condition (org, f_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_condition_f_exemption on r_exemption_condition (org, f_exemption, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_condition_f_met_on on r_exemption_condition (org, f_met_on, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_condition_f_title on r_exemption_condition (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_exemption_condition_number on r_exemption_condition (org, number);
CREATE INDEX r_exemption_condition_owner on r_exemption_condition (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exemption_condition_state on r_exemption_condition (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_condition_unit on r_exemption_condition (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_approved_by on r_exemption (org, f_approved_by, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_area on r_exemption (org, f_area, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_checked_by on r_exemption (org, f_checked_by, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_edition on r_exemption (org, f_edition, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_endorsed_by on r_exemption (org, f_endorsed_by, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_ends_on on r_exemption (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_privacy_assessment on r_exemption (org, f_privacy_assessment, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_renewal_of on r_exemption (org, f_renewal_of, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_risk_assessment on r_exemption (org, f_risk_assessment, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_starts_on on r_exemption (org, f_starts_on, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_f_title on r_exemption (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_exemption_number on r_exemption (org, number);
CREATE INDEX r_exemption_owner on r_exemption (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exemption_state on r_exemption (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_exemption_unit on r_exemption (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exercise_bin on r_exercise (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_exercise_changed on r_exercise (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exercise_f_held_on on r_exercise (org, f_held_on, id) where withdrawn_at = 0;
CREATE INDEX r_exercise_f_kind on r_exercise (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_exercise_f_lead on r_exercise (org, f_lead, id) where withdrawn_at = 0;
CREATE INDEX r_exercise_f_outcome on r_exercise (org, f_outcome, id) where withdrawn_at = 0;
CREATE INDEX r_exercise_f_planned_for on r_exercise (org, f_planned_for, id) where withdrawn_at = 0;
CREATE INDEX r_exercise_f_title on r_exercise (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_exercise_number on r_exercise (org, number);
CREATE INDEX r_exercise_owner on r_exercise (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_exercise_state on r_exercise (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_exercise_unit on r_exercise (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_bin on r_external_procedure (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_external_procedure_changed on r_external_procedure (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_f_agreement on r_external_procedure (org, f_agreement, id) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_f_party on r_external_procedure (org, s_party, id) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_f_review_due_on on r_external_procedure (org, f_review_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_f_reviewed_on on r_external_procedure (org, f_reviewed_on, id) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_f_their_version on r_external_procedure (org, s_their_version, id) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_f_title on r_external_procedure (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_external_procedure_number on r_external_procedure (org, number);
CREATE INDEX r_external_procedure_owner on r_external_procedure (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_state on r_external_procedure (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_external_procedure_unit on r_external_procedure (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_finding_bin on r_finding (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_finding_changed on r_finding (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_finding_f_audit on r_finding (org, f_audit, id) where withdrawn_at = 0;
CREATE INDEX r_finding_f_issued_on on r_finding (org, f_issued_on, id) where withdrawn_at = 0;
CREATE INDEX r_finding_f_plan on r_finding (org, f_plan, id) where withdrawn_at = 0;
CREATE INDEX r_finding_f_plan_check on r_finding (org, f_plan_check, id) where withdrawn_at = 0;
CREATE INDEX r_finding_f_repeat_of on r_finding (org, f_repeat_of, id) where withdrawn_at = 0;
CREATE INDEX r_finding_f_response_due_on on r_finding (org, f_response_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_finding_f_severity on r_finding (org, f_severity, id) where withdrawn_at = 0;
CREATE INDEX r_finding_f_source on r_finding (org, f_source, id) where withdrawn_at = 0;
CREATE INDEX r_finding_f_title on r_finding (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_finding_number on r_finding (org, number);
CREATE INDEX r_finding_owner on r_finding (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_finding_state on r_finding (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_finding_unit on r_finding (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_forum_bin on r_forum (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_forum_changed on r_forum (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_forum_f_contact on r_forum (org, f_contact, id) where withdrawn_at = 0;
CREATE INDEX r_forum_f_kind on r_forum (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_forum_f_rhythm on r_forum (org, f_rhythm, id) where withdrawn_at = 0;
CREATE INDEX r_forum_f_run_by on r_forum (org, s_run_by, id) where withdrawn_at = 0;
CREATE INDEX r_forum_f_title on r_forum (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_forum_number on r_forum (org, number);
CREATE INDEX r_forum_owner on r_forum (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_forum_state on r_forum (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_forum_unit on r_forum (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_impact_note_bin on r_impact_note (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_impact_note_changed on r_impact_note (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_impact_note_f_answered_on on r_impact_note (org, f_answered_on, id) where withdrawn_at = 0;
CREATE INDEX r_impact_note_f_area on r_impact_note (org, f_area, id) where withdrawn_at = 0;
CREATE INDEX r_impact_note_f_edition on r_impact_note (org, f_edition, id) where withdrawn_at = 0;
CREATE INDEX r_impact_note_f_recipient on r_impact_note (org, f_recipient, id) where withdrawn_at = 0;
CREATE INDEX r_impact_note_f_sent_on on r_impact_note (org, f_sent_on, id) where withdrawn_at = 0;
CREATE INDEX r_impact_note_f_title on r_impact_note (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_impact_note_number on r_impact_note (org, number);
CREATE INDEX r_impact_note_owner on r_impact_note (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_impact_note_state on r_impact_note (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_impact_note_unit on r_impact_note (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_incident_bin on r_incident (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_incident_changed on r_incident (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_incident_entry_bin on r_incident_entry (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_incident_entry_changed on r_incident_entry (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_incident_entry_f_happened_at on r_incident_entry (org, f_happened_at, id) where withdrawn_at = 0;
CREATE INDEX r_incident_entry_f_incident on r_incident_entry (org, f_incident, id) where withdrawn_at = 0;
CREATE INDEX r_incident_entry_f_kind on r_incident_entry (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_incident_entry_f_title on r_incident_entry (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_incident_entry_f_written_by on r_incident_entry (org, f_written_by, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_incident_entry_number on r_incident_entry (org, number);
CREATE INDEX r_incident_entry_owner on r_incident_entry (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_incident_entry_unit on r_incident_entry (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_incident_f_class on r_incident (org, f_class, id) where withdrawn_at = 0;
CREATE INDEX r_incident_f_confirmed_by on r_incident (org, f_confirmed_by, id) where withdrawn_at = 0;
CREATE INDEX r_incident_f_contained_at on r_incident (org, f_contained_at, id) where withdrawn_at = 0;
CREATE INDEX r_incident_f_kind on r_incident (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_incident_f_reported_at on r_incident (org, f_reported_at, id) where withdrawn_at = 0;
CREATE INDEX r_incident_f_reported_by on r_incident (org, f_reported_by, id) where withdrawn_at = 0;
CREATE INDEX r_incident_f_resolved_at on r_incident (org, f_resolved_at, id) where withdrawn_at = 0;
CREATE INDEX r_incident_f_supervisor on r_incident (org, f_supervisor, id) where withdrawn_at = 0;
CREATE INDEX r_incident_f_title on r_incident (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_incident_number on r_incident (org, number);
CREATE INDEX r_incident_owner on r_incident (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_incident_state on r_incident (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_incident_unit on r_incident (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_initiative_bin on r_initiative (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_initiative_changed on r_initiative (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_initiative_f_checked_against on r_initiative (org, s_checked_against, id) where withdrawn_at = 0;
CREATE INDEX r_initiative_f_lead on r_initiative (org, f_lead, id) where withdrawn_at = 0;
CREATE INDEX r_initiative_f_reuse on r_initiative (org, f_reuse, id) where withdrawn_at = 0;
CREATE INDEX r_initiative_f_shared_on on r_initiative (org, f_shared_on, id) where withdrawn_at = 0;
CREATE INDEX r_initiative_f_starts_on on r_initiative (org, f_starts_on, id) where withdrawn_at = 0;
CREATE INDEX r_initiative_f_title on r_initiative (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_initiative_number on r_initiative (org, number);
CREATE INDEX r_initiative_owner on r_initiative (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_initiative_state on r_initiative (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_initiative_unit on r_initiative (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_instrument_bin on r_instrument (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_instrument_changed on r_instrument (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_instrument_f_abbreviation on r_instrument (org, s_abbreviation, id) where withdrawn_at = 0;
CREATE INDEX r_instrument_f_issuer on r_instrument (org, s_issuer, id) where withdrawn_at = 0;
CREATE INDEX r_instrument_f_kind on r_instrument (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_instrument_f_title on r_instrument (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_instrument_f_watched_by on r_instrument (org, f_watched_by, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_instrument_number on r_instrument (org, number);
CREATE INDEX r_instrument_owner on r_instrument (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_instrument_state on r_instrument (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_instrument_unit on r_instrument (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_issue_raised_bin on r_issue_raised (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_issue_raised_changed on r_issue_raised (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_issue_raised_f_arisen_on on r_issue_raised (org, f_arisen_on, id) where withdrawn_at = 0;
CREATE INDEX r_issue_raised_f_forum on r_issue_raised (org, f_forum, id) where withdrawn_at = 0;
CREATE INDEX r_issue_raised_f_raised_on on r_issue_raised (org, f_raised_on, id) where withdrawn_at = 0;
CREATE INDEX r_issue_raised_f_title on r_issue_raised (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_issue_raised_f_weight on r_issue_raised (org, f_weight, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_issue_raised_number on r_issue_raised (org, number);
CREATE INDEX r_issue_raised_owner on r_issue_raised (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_issue_raised_state on r_issue_raised (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_issue_raised_unit on r_issue_raised (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_legal_hold_bin on r_legal_hold (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_legal_hold_changed on r_legal_hold (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_legal_hold_f_ordered_by on r_legal_hold (org, f_ordered_by, id) where withdrawn_at = 0;
CREATE INDEX r_legal_hold_f_released_on on r_legal_hold (org, f_released_on, id) where withdrawn_at = 0;
CREATE INDEX r_legal_hold_f_starts_on on r_legal_hold (org, f_starts_on, id) where withdrawn_at = 0;
CREATE INDEX r_legal_hold_f_title on r_legal_hold (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_legal_hold_number on r_legal_hold (org, number);
CREATE INDEX r_legal_hold_owner on r_legal_hold (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_legal_hold_state on r_legal_hold (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_legal_hold_unit on r_legal_hold (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_bin on r_legal_requirement (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_legal_requirement_changed on r_legal_requirement (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_f_counsel on r_legal_requirement (org, f_counsel, id) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_f_deadline on r_legal_requirement (org, s_deadline, id) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_f_instrument on r_legal_requirement (org, f_instrument, id) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_f_law on r_legal_requirement (org, s_law, id) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_f_recipient on r_legal_requirement (org, s_recipient, id) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_f_review_due_on on r_legal_requirement (org, f_review_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_f_title on r_legal_requirement (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_legal_requirement_number on r_legal_requirement (org, number);
CREATE INDEX r_legal_requirement_owner on r_legal_requirement (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_state on r_legal_requirement (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_legal_requirement_unit on r_legal_requirement (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_lesson_bin on r_lesson (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_lesson_changed on r_lesson (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_lesson_f_audience on r_lesson (org, s_audience, id) where withdrawn_at = 0;
CREATE INDEX r_lesson_f_kind on r_lesson (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_lesson_f_learned_on on r_lesson (org, f_learned_on, id) where withdrawn_at = 0;
CREATE INDEX r_lesson_f_published_on on r_lesson (org, f_published_on, id) where withdrawn_at = 0;
CREATE INDEX r_lesson_f_title on r_lesson (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_lesson_number on r_lesson (org, number);
CREATE INDEX r_lesson_owner on r_lesson (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_lesson_state on r_lesson (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_lesson_unit on r_lesson (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_list_view_bin on r_list_view (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_list_view_changed on r_list_view (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_list_view_f_record_type on r_list_view (org, s_record_type, id) where withdrawn_at = 0;
CREATE INDEX r_list_view_f_title on r_list_view (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_list_view_number on r_list_view (org, number);
CREATE INDEX r_list_view_owner on r_list_view (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_list_view_state on r_list_view (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_list_view_unit on r_list_view (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_local_field_bin on r_local_field (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_local_field_changed on r_local_field (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_local_field_f_key on r_local_field (org, s_key, id) where withdrawn_at = 0;
CREATE INDEX r_local_field_f_kind on r_local_field (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_local_field_f_record_type on r_local_field (org, f_record_type, id) where withdrawn_at = 0;
CREATE INDEX r_local_field_f_required on r_local_field (org, coalesce(f_required, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_local_field_f_title on r_local_field (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_local_field_number on r_local_field (org, number);
CREATE INDEX r_local_field_owner on r_local_field (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_local_field_state on r_local_field (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_local_field_unit on r_local_field (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_loss_report_bin on r_loss_report (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_loss_report_changed on r_loss_report (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_loss_report_f_incident on r_loss_report (org, f_incident, id) where withdrawn_at = 0;
CREATE INDEX r_loss_report_f_kind on r_loss_report (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_loss_report_f_known_at on r_loss_report (org, f_known_at, id) where withdrawn_at = 0;
CREATE INDEX r_loss_report_f_report_number on r_loss_report (org, s_report_number, id) where withdrawn_at = 0;
CREATE INDEX r_loss_report_f_submitted_at on r_loss_report (org, f_submitted_at, id) where withdrawn_at = 0;
CREATE INDEX r_loss_report_f_submitted_by on r_loss_report (org, f_submitted_by, id) where withdrawn_at = 0;
CREATE INDEX r_loss_report_f_title on r_loss_report (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_loss_report_number on r_loss_report (org, number);
CREATE INDEX r_loss_report_owner on r_loss_report (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_loss_report_state on r_loss_report (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_loss_report_unit on r_loss_report (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_meeting_bin on r_meeting (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_meeting_changed on r_meeting (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_meeting_f_delegate on r_meeting (org, f_delegate, id) where withdrawn_at = 0;
CREATE INDEX r_meeting_f_forum on r_meeting (org, f_forum, id) where withdrawn_at = 0;
CREATE INDEX r_meeting_f_held_on on r_meeting (org, f_held_on, id) where withdrawn_at = 0;
CREATE INDEX r_meeting_f_planned_for on r_meeting (org, f_planned_for, id) where withdrawn_at = 0;
CREATE INDEX r_meeting_f_title on r_meeting (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_meeting_number on r_meeting (org, number);
CREATE INDEX r_meeting_owner on r_meeting (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_meeting_state on r_meeting (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_meeting_unit on r_meeting (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_membership_bin on r_membership (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_membership_changed on r_membership (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_membership_f_accepted_on on r_membership (org, f_accepted_on, id) where withdrawn_at = 0;
CREATE INDEX r_membership_f_ends_on on r_membership (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_membership_f_forum on r_membership (org, f_forum, id) where withdrawn_at = 0;
CREATE INDEX r_membership_f_person on r_membership (org, f_person, id) where withdrawn_at = 0;
CREATE INDEX r_membership_f_title on r_membership (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_membership_number on r_membership (org, number);
CREATE INDEX r_membership_owner on r_membership (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_membership_state on r_membership (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_membership_unit on r_membership (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_notification_bin on r_notification (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_notification_changed on r_notification (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_notification_f_breach on r_notification (org, f_breach, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_decided_by on r_notification (org, f_decided_by, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_due_at on r_notification (org, f_due_at, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_incident on r_notification (org, f_incident, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_recipient on r_notification (org, f_recipient, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_requirement on r_notification (org, f_requirement, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_their_number on r_notification (org, s_their_number, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_title on r_notification (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_told_at on r_notification (org, f_told_at, id) where withdrawn_at = 0;
CREATE INDEX r_notification_f_told_by on r_notification (org, f_told_by, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_notification_number on r_notification (org, number);
CREATE INDEX r_notification_owner on r_notification (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_notification_state on r_notification (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_notification_unit on r_notification (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_observance_bin on r_observance (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_observance_changed on r_observance (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_observance_f_attended_on on r_observance (org, f_attended_on, id) where withdrawn_at = 0;
CREATE INDEX r_observance_f_kind on r_observance (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_observance_f_notice_on on r_observance (org, f_notice_on, id) where withdrawn_at = 0;
CREATE INDEX r_observance_f_starts_on on r_observance (org, f_starts_on, id) where withdrawn_at = 0;
CREATE INDEX r_observance_f_title on r_observance (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_observance_number on r_observance (org, number);
CREATE INDEX r_observance_owner on r_observance (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_observance_state on r_observance (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_observance_unit on r_observance (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_organisation_bin on r_organisation (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_organisation_changed on r_organisation (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_organisation_f_head on r_organisation (org, f_head, id) where withdrawn_at = 0;
CREATE INDEX r_organisation_f_kind on r_organisation (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_organisation_f_parent on r_organisation (org, f_parent, id) where withdrawn_at = 0;
CREATE INDEX r_organisation_f_title on r_organisation (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_organisation_number on r_organisation (org, number);
CREATE INDEX r_organisation_owner on r_organisation (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_organisation_state on r_organisation (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_organisation_unit on r_organisation (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_peer_review_bin on r_peer_review (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_peer_review_changed on r_peer_review (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_peer_review_f_asked_on on r_peer_review (org, f_asked_on, id) where withdrawn_at = 0;
CREATE INDEX r_peer_review_f_document on r_peer_review (org, f_document, id) where withdrawn_at = 0;
CREATE INDEX r_peer_review_f_received_on on r_peer_review (org, f_received_on, id) where withdrawn_at = 0;
CREATE INDEX r_peer_review_f_reviewed_version on r_peer_review (org, f_reviewed_version, id) where withdrawn_at = 0;
CREATE INDEX r_peer_review_f_reviewer on r_peer_review (org, s_reviewer, id) where withdrawn_at = 0;
CREATE INDEX r_peer_review_f_title on r_peer_review (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_peer_review_number on r_peer_review (org, number);
CREATE INDEX r_peer_review_owner on r_peer_review (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_peer_review_state on r_peer_review (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_peer_review_unit on r_peer_review (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_person_bin on r_person (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_person_changed on r_person (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_person_f_email on r_person (org, s_email, id) where withdrawn_at = 0;
CREATE INDEX r_person_f_name on r_person (org, s_name, id) where withdrawn_at = 0;
CREATE INDEX r_person_f_phone on r_person (org, s_phone, id) where withdrawn_at = 0;
CREATE INDEX r_person_f_position on r_person (org, s_position, id) where withdrawn_at = 0;
CREATE INDEX r_person_f_reports_to on r_person (org, f_reports_to, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_person_number on r_person (org, number);
CREATE INDEX r_person_owner on r_person (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_person_state on r_person (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_person_unit on r_person (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_bin on r_plan (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_plan_changed on r_plan (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_check_bin on r_plan_check (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_plan_check_changed on r_plan_check (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_check_f_document_version on r_plan_check (org, f_document_version, id) where withdrawn_at = 0;
CREATE INDEX r_plan_check_f_pack on r_plan_check (org, s_pack, id) where withdrawn_at = 0;
CREATE INDEX r_plan_check_f_plan on r_plan_check (org, f_plan, id) where withdrawn_at = 0;
CREATE INDEX r_plan_check_f_ran_on on r_plan_check (org, f_ran_on, id) where withdrawn_at = 0;
CREATE INDEX r_plan_check_f_result on r_plan_check (org, f_result, id) where withdrawn_at = 0;
CREATE INDEX r_plan_check_f_title on r_plan_check (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_plan_check_number on r_plan_check (org, number);
CREATE INDEX r_plan_check_owner on r_plan_check (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_check_state on r_plan_check (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_plan_check_unit on r_plan_check (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_element_bin on r_plan_element (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_plan_element_changed on r_plan_element (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_agreement on r_plan_element (org, f_agreement, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_approver on r_plan_element (org, f_approver, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_confirmed_by on r_plan_element (org, f_confirmed_by, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_document_version on r_plan_element (org, f_document_version, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_element on r_plan_element (org, s_element, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_heading on r_plan_element (org, s_heading, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_plan on r_plan_element (org, f_plan, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_plan_check on r_plan_element (org, f_plan_check, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_f_title on r_plan_element (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_plan_element_number on r_plan_element (org, number);
CREATE INDEX r_plan_element_owner on r_plan_element (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_element_state on r_plan_element (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_plan_element_unit on r_plan_element (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_f_acceptance on r_plan (org, f_acceptance, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_alternate on r_plan (org, f_alternate, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_document on r_plan (org, f_document, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_kind on r_plan (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_lead on r_plan (org, f_lead, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_procedures on r_plan (org, f_procedures, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_system on r_plan (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_test_due_on on r_plan (org, f_test_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_tested_by on r_plan (org, f_tested_by, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_tested_on on r_plan (org, f_tested_on, id) where withdrawn_at = 0;
CREATE INDEX r_plan_f_title on r_plan (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_plan_number on r_plan (org, number);
CREATE INDEX r_plan_owner on r_plan (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_plan_state on r_plan (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_plan_unit on r_plan (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_post_incident_review_bin on r_post_incident_review (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_post_incident_review_changed on r_post_incident_review (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_post_incident_review_f_held_on on r_post_incident_review (org, f_held_on, id) where withdrawn_at = 0;
CREATE INDEX r_post_incident_review_f_incident on r_post_incident_review (org, f_incident, id) where withdrawn_at = 0;
CREATE INDEX r_post_incident_review_f_lead on r_post_incident_review (org, f_lead, id) where withdrawn_at = 0;
CREATE INDEX r_post_incident_review_f_planned_for on r_post_incident_review (org, f_planned_for, id) where withdrawn_at = 0;
CREATE INDEX r_post_incident_review_f_title on r_post_incident_review (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_post_incident_review_number on r_post_incident_review (org, number);
CREATE INDEX r_post_incident_review_owner on r_post_incident_review (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_post_incident_review_state on r_post_incident_review (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_post_incident_review_unit on r_post_incident_review (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_privacy_assessment_bin on r_privacy_assessment (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_privacy_assessment_changed on r_privacy_assessment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_privacy_assessment_f_completed_on on r_privacy_assessment (org, f_completed_on, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_assessment_f_privacy_officer on r_privacy_assessment (org, f_privacy_officer, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_assessment_f_review_due_on on r_privacy_assessment (org, f_review_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_assessment_f_system on r_privacy_assessment (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_assessment_f_title on r_privacy_assessment (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_privacy_assessment_number on r_privacy_assessment (org, number);
CREATE INDEX r_privacy_assessment_owner on r_privacy_assessment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_privacy_assessment_state on r_privacy_assessment (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_assessment_unit on r_privacy_assessment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_bin on r_privacy_breach (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_privacy_breach_changed on r_privacy_breach (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_decided_by on r_privacy_breach (org, f_decided_by, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_incident on r_privacy_breach (org, f_incident, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_judged_by on r_privacy_breach (org, f_judged_by, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_kind on r_privacy_breach (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_learned_at on r_privacy_breach (org, f_learned_at, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_people_affected on r_privacy_breach (org, coalesce(f_people_affected, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_significant_harm on r_privacy_breach (org, f_significant_harm, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_tell_persons on r_privacy_breach (org, f_tell_persons, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_f_title on r_privacy_breach (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_privacy_breach_number on r_privacy_breach (org, number);
CREATE INDEX r_privacy_breach_owner on r_privacy_breach (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_state on r_privacy_breach (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_privacy_breach_unit on r_privacy_breach (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_project_bin on r_project (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_project_changed on r_project (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_project_f_lead on r_project (org, f_lead, id) where withdrawn_at = 0;
CREATE INDEX r_project_f_lifecycle on r_project (org, f_lifecycle, id) where withdrawn_at = 0;
CREATE INDEX r_project_f_security_budget on r_project (org, coalesce(f_security_budget, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_project_f_stage on r_project (org, f_stage, id) where withdrawn_at = 0;
CREATE INDEX r_project_f_title on r_project (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_project_f_trace on r_project (org, f_trace, id) where withdrawn_at = 0;
CREATE INDEX r_project_gate_bin on r_project_gate (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_project_gate_changed on r_project_gate (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_project_gate_f_passed_by on r_project_gate (org, f_passed_by, id) where withdrawn_at = 0;
CREATE INDEX r_project_gate_f_passed_on on r_project_gate (org, f_passed_on, id) where withdrawn_at = 0;
CREATE INDEX r_project_gate_f_project on r_project_gate (org, f_project, id) where withdrawn_at = 0;
CREATE INDEX r_project_gate_f_stage on r_project_gate (org, f_stage, id) where withdrawn_at = 0;
CREATE INDEX r_project_gate_f_title on r_project_gate (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_project_gate_number on r_project_gate (org, number);
CREATE INDEX r_project_gate_owner on r_project_gate (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_project_gate_state on r_project_gate (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_project_gate_unit on r_project_gate (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_project_number on r_project (org, number);
CREATE INDEX r_project_owner on r_project (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_project_state on r_project (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_project_unit on r_project (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_query_bin on r_query (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_query_changed on r_query (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_query_f_answered_at on r_query (org, f_answered_at, id) where withdrawn_at = 0;
CREATE INDEX r_query_f_recipient on r_query (org, f_recipient, id) where withdrawn_at = 0;
CREATE INDEX r_query_f_sent_at on r_query (org, f_sent_at, id) where withdrawn_at = 0;
CREATE INDEX r_query_f_sent_by on r_query (org, f_sent_by, id) where withdrawn_at = 0;
CREATE INDEX r_query_f_title on r_query (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_query_f_topic on r_query (org, f_topic, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_query_number on r_query (org, number);
CREATE INDEX r_query_owner on r_query (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_query_state on r_query (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_query_unit on r_query (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_attempt_bin on r_quiz_attempt (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_quiz_attempt_changed on r_quiz_attempt (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_attempt_f_passed on r_quiz_attempt (org, coalesce(f_passed, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_quiz_attempt_f_percent on r_quiz_attempt (org, coalesce(f_percent, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_quiz_attempt_f_person on r_quiz_attempt (org, f_person, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_attempt_f_quiz on r_quiz_attempt (org, f_quiz, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_attempt_f_title on r_quiz_attempt (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_quiz_attempt_number on r_quiz_attempt (org, number);
CREATE INDEX r_quiz_attempt_owner on r_quiz_attempt (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_attempt_unit on r_quiz_attempt (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_bin on r_quiz (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_quiz_changed on r_quiz (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_f_closes_on on r_quiz (org, f_closes_on, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_f_link_key on r_quiz (org, s_link_key, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_f_opens_on on r_quiz (org, f_opens_on, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_f_pass_rate on r_quiz (org, coalesce(f_pass_rate, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_quiz_f_plan on r_quiz (org, f_plan, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_f_takers on r_quiz (org, coalesce(f_takers, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_quiz_f_title on r_quiz (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_quiz_number on r_quiz (org, number);
CREATE INDEX r_quiz_owner on r_quiz (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_question_bin on r_quiz_question (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_quiz_question_changed on r_quiz_question (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_question_f_place on r_quiz_question (org, coalesce(f_place, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_quiz_question_f_question on r_quiz_question (org, s_question, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_question_f_quiz on r_quiz_question (org, f_quiz, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_question_f_right_answer on r_quiz_question (org, f_right_answer, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_quiz_question_number on r_quiz_question (org, number);
CREATE INDEX r_quiz_question_owner on r_quiz_question (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_question_unit on r_quiz_question (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_quiz_state on r_quiz (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_quiz_unit on r_quiz (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_recommendation_bin on r_recommendation (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_recommendation_changed on r_recommendation (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_recommendation_f_due_on on r_recommendation (org, f_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_recommendation_f_elements on r_recommendation (org, s_elements, id) where withdrawn_at = 0;
CREATE INDEX r_recommendation_f_finding on r_recommendation (org, f_finding, id) where withdrawn_at = 0;
CREATE INDEX r_recommendation_f_title on r_recommendation (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_recommendation_number on r_recommendation (org, number);
CREATE INDEX r_recommendation_owner on r_recommendation (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_recommendation_state on r_recommendation (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_recommendation_unit on r_recommendation (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_retention_rule_bin on r_retention_rule (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_retention_rule_changed on r_retention_rule (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_retention_rule_f_afterwards on r_retention_rule (org, f_afterwards, id) where withdrawn_at = 0;
CREATE INDEX r_retention_rule_f_name on r_retention_rule (org, s_name, id) where withdrawn_at = 0;
CREATE INDEX r_retention_rule_f_own_target on r_retention_rule (org, coalesce(f_own_target, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_retention_rule_f_title on r_retention_rule (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_retention_rule_f_trigger on r_retention_rule (org, s_trigger, id) where withdrawn_at = 0;
CREATE INDEX r_retention_rule_f_years on r_retention_rule (org, coalesce(f_years, -9223372036854775807), id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_retention_rule_number on r_retention_rule (org, number);
CREATE INDEX r_retention_rule_owner on r_retention_rule (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_retention_rule_unit on r_retention_rule (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_bin on r_risk_acceptance (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_risk_acceptance_changed on r_risk_acceptance (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_accountable on r_risk_acceptance (org, f_accountable, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_assessment on r_risk_acceptance (org, f_assessment, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_ends_on on r_risk_acceptance (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_evaluator on r_risk_acceptance (org, f_evaluator, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_kind on r_risk_acceptance (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_reviewed_by on r_risk_acceptance (org, f_reviewed_by, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_signed_by on r_risk_acceptance (org, f_signed_by, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_signed_on on r_risk_acceptance (org, f_signed_on, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_submitted_on on r_risk_acceptance (org, f_submitted_on, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_system on r_risk_acceptance (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_f_title on r_risk_acceptance (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_risk_acceptance_number on r_risk_acceptance (org, number);
CREATE INDEX r_risk_acceptance_owner on r_risk_acceptance (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_state on r_risk_acceptance (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_risk_acceptance_unit on r_risk_acceptance (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_bin on r_risk_assessment (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_risk_assessment_changed on r_risk_assessment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_business_owner on r_risk_assessment (org, f_business_owner, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_change on r_risk_assessment (org, f_change, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_decided_by on r_risk_assessment (org, f_decided_by, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_decided_on on r_risk_assessment (org, f_decided_on, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_evaluator on r_risk_assessment (org, f_evaluator, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_previous on r_risk_assessment (org, f_previous, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_review_due_on on r_risk_assessment (org, f_review_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_stage on r_risk_assessment (org, f_stage, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_system on r_risk_assessment (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_f_title on r_risk_assessment (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_risk_assessment_number on r_risk_assessment (org, number);
CREATE INDEX r_risk_assessment_owner on r_risk_assessment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_state on r_risk_assessment (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_risk_assessment_unit on r_risk_assessment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_bin on r_risk (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_risk_changed on r_risk (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_f_answer on r_risk (org, f_answer, id) where withdrawn_at = 0;
CREATE INDEX r_risk_f_assessment on r_risk (org, f_assessment, id) where withdrawn_at = 0;
CREATE INDEX r_risk_f_rating on r_risk (org, f_rating, id) where withdrawn_at = 0;
CREATE INDEX r_risk_f_registered_on on r_risk (org, f_registered_on, id) where withdrawn_at = 0;
CREATE INDEX r_risk_f_score on r_risk (org, coalesce(f_score, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_risk_f_system on r_risk (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_risk_f_title on r_risk (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_risk_number on r_risk (org, number);
CREATE INDEX r_risk_owner on r_risk (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_register_review_bin on r_risk_register_review (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_risk_register_review_changed on r_risk_register_review (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_register_review_f_held_on on r_risk_register_review (org, f_held_on, id) where withdrawn_at = 0;
CREATE INDEX r_risk_register_review_f_risks_in_register on r_risk_register_review (org, coalesce(f_risks_in_register, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_risk_register_review_f_title on r_risk_register_review (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_risk_register_review_number on r_risk_register_review (org, number);
CREATE INDEX r_risk_register_review_owner on r_risk_register_review (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_register_review_state on r_risk_register_review (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_risk_register_review_unit on r_risk_register_review (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_risk_state on r_risk (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_risk_unit on r_risk (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_bin on r_role_assignment (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_role_assignment_changed on r_role_assignment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_f_alternate on r_role_assignment (org, f_alternate, id) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_f_clearance on r_role_assignment (org, f_clearance, id) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_f_ends_on on r_role_assignment (org, f_ends_on, id) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_f_person on r_role_assignment (org, f_person, id) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_f_role on r_role_assignment (org, f_role, id) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_f_starts_on on r_role_assignment (org, f_starts_on, id) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_f_title on r_role_assignment (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_role_assignment_number on r_role_assignment (org, number);
CREATE INDEX r_role_assignment_owner on r_role_assignment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_state on r_role_assignment (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_role_assignment_unit on r_role_assignment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_role_bin on r_role (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_role_changed on r_role (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_role_f_clearance on r_role (org, f_clearance, id) where withdrawn_at = 0;
CREATE INDEX r_role_f_name on r_role (org, s_name, id) where withdrawn_at = 0;
CREATE INDEX r_role_f_read_only on r_role (org, coalesce(f_read_only, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_role_f_title on r_role (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_role_number on r_role (org, number);
CREATE INDEX r_role_owner on r_role (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_role_unit on r_role (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_scan_bin on r_scan (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_scan_changed on r_scan (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_scan_f_critical on r_scan (org, coalesce(f_critical, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_scan_f_high on r_scan (org, coalesce(f_high, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_scan_f_kind on r_scan (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_scan_f_scanned_on on r_scan (org, f_scanned_on, id) where withdrawn_at = 0;
CREATE INDEX r_scan_f_title on r_scan (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_scan_number on r_scan (org, number);
CREATE INDEX r_scan_owner on r_scan (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_scan_state on r_scan (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_scan_unit on r_scan (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_security_activity_bin on r_security_activity (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_security_activity_changed on r_security_activity (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_security_activity_f_gap_due_on on r_security_activity (org, f_gap_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_security_activity_f_how_often on r_security_activity (org, s_how_often, id) where withdrawn_at = 0;
CREATE INDEX r_security_activity_f_procedure on r_security_activity (org, f_procedure, id) where withdrawn_at = 0;
CREATE INDEX r_security_activity_f_title on r_security_activity (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_security_activity_number on r_security_activity (org, number);
CREATE INDEX r_security_activity_owner on r_security_activity (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_security_activity_state on r_security_activity (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_security_activity_unit on r_security_activity (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_security_test_bin on r_security_test (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_security_test_changed on r_security_test (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_security_test_f_approved_by on r_security_test (org, f_approved_by, id) where withdrawn_at = 0;
CREATE INDEX r_security_test_f_kind on r_security_test (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_security_test_f_system on r_security_test (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_security_test_f_tested_on on r_security_test (org, f_tested_on, id) where withdrawn_at = 0;
CREATE INDEX r_security_test_f_title on r_security_test (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_security_test_number on r_security_test (org, number);
CREATE INDEX r_security_test_owner on r_security_test (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_security_test_state on r_security_test (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_security_test_unit on r_security_test (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_shared_item_bin on r_shared_item (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_shared_item_changed on r_shared_item (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_shared_item_f_audience on r_shared_item (org, s_audience, id) where withdrawn_at = 0;
CREATE INDEX r_shared_item_f_kind on r_shared_item (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_shared_item_f_sanitised_by on r_shared_item (org, f_sanitised_by, id) where withdrawn_at = 0;
CREATE INDEX r_shared_item_f_shared_on on r_shared_item (org, f_shared_on, id) where withdrawn_at = 0;
CREATE INDEX r_shared_item_f_title on r_shared_item (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_shared_item_f_tlp on r_shared_item (org, f_tlp, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_shared_item_number on r_shared_item (org, number);
CREATE INDEX r_shared_item_owner on r_shared_item (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_shared_item_state on r_shared_item (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_shared_item_unit on r_shared_item (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_stakeholder_bin on r_stakeholder (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_stakeholder_changed on r_stakeholder (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_stakeholder_f_contact on r_stakeholder (org, s_contact, id) where withdrawn_at = 0;
CREATE INDEX r_stakeholder_f_person on r_stakeholder (org, f_person, id) where withdrawn_at = 0;
CREATE INDEX r_stakeholder_f_role on r_stakeholder (org, s_role, id) where withdrawn_at = 0;
CREATE INDEX r_stakeholder_f_spoken_on on r_stakeholder (org, f_spoken_on, id) where withdrawn_at = 0;
CREATE INDEX r_stakeholder_f_title on r_stakeholder (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_stakeholder_number on r_stakeholder (org, number);
CREATE INDEX r_stakeholder_owner on r_stakeholder (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_stakeholder_state on r_stakeholder (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_stakeholder_unit on r_stakeholder (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_standards_watch_bin on r_standards_watch (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_standards_watch_changed on r_standards_watch (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_standards_watch_f_check_due_on on r_standards_watch (org, f_check_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_standards_watch_f_checked_on on r_standards_watch (org, f_checked_on, id) where withdrawn_at = 0;
CREATE INDEX r_standards_watch_f_found on r_standards_watch (org, s_found, id) where withdrawn_at = 0;
CREATE INDEX r_standards_watch_f_instrument on r_standards_watch (org, f_instrument, id) where withdrawn_at = 0;
CREATE INDEX r_standards_watch_f_title on r_standards_watch (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_standards_watch_number on r_standards_watch (org, number);
CREATE INDEX r_standards_watch_owner on r_standards_watch (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_standards_watch_state on r_standards_watch (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_standards_watch_unit on r_standards_watch (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_system_bin on r_system (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_system_changed on r_system (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_system_f_accountable on r_system (org, f_accountable, id) where withdrawn_at = 0;
CREATE INDEX r_system_f_critical on r_system (org, coalesce(f_critical, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_system_f_in_service_on on r_system (org, f_in_service_on, id) where withdrawn_at = 0;
CREATE INDEX r_system_f_information on r_system (org, f_information, id) where withdrawn_at = 0;
CREATE INDEX r_system_f_kind on r_system (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_system_f_launch_acceptance on r_system (org, f_launch_acceptance, id) where withdrawn_at = 0;
CREATE INDEX r_system_f_technical on r_system (org, f_technical, id) where withdrawn_at = 0;
CREATE INDEX r_system_f_title on r_system (org, s_title, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_system_number on r_system (org, number);
CREATE INDEX r_system_owner on r_system (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_system_state on r_system (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_system_unit on r_system (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_training_completion_bin on r_training_completion (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_training_completion_changed on r_training_completion (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_training_completion_f_completed_on on r_training_completion (org, f_completed_on, id) where withdrawn_at = 0;
CREATE INDEX r_training_completion_f_counts_until on r_training_completion (org, f_counts_until, id) where withdrawn_at = 0;
CREATE INDEX r_training_completion_f_course on r_training_completion (org, s_course, id) where withdrawn_at = 0;
CREATE INDEX r_training_completion_f_kind on r_training_completion (org, f_kind, id) where withdrawn_at = 0;
CREATE INDEX r_training_completion_f_person on r_training_completion (org, f_person, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_training_completion_number on r_training_completion (org, number);
CREATE INDEX r_training_completion_owner on r_training_completion (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_training_completion_state on r_training_completion (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_training_completion_unit on r_training_completion (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_treatment_bin on r_treatment (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_treatment_changed on r_treatment (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_treatment_f_cost on r_treatment (org, coalesce(f_cost, -9223372036854775807), id) where withdrawn_at = 0;
CREATE INDEX r_treatment_f_done_on on r_treatment (org, f_done_on, id) where withdrawn_at = 0;
CREATE INDEX r_treatment_f_due_on on r_treatment (org, f_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_treatment_f_gap on r_treatment (org, f_gap, id) where withdrawn_at = 0;
CREATE INDEX r_treatment_f_risk on r_treatment (org, f_risk, id) where withdrawn_at = 0;
CREATE INDEX r_treatment_f_title on r_treatment (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_treatment_f_verified_by on r_treatment (org, f_verified_by, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_treatment_number on r_treatment (org, number);
CREATE INDEX r_treatment_owner on r_treatment (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_treatment_state on r_treatment (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_treatment_unit on r_treatment (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_bin on r_vulnerability (org, withdrawn_at) where withdrawn_at > 0;
CREATE INDEX r_vulnerability_changed on r_vulnerability (org, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_acceptance on r_vulnerability (org, f_acceptance, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_advisory on r_vulnerability (org, f_advisory, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_due_on on r_vulnerability (org, f_due_on, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_fixed_at on r_vulnerability (org, f_fixed_at, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_rating on r_vulnerability (org, f_rating, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_rescan on r_vulnerability (org, f_rescan, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_scan on r_vulnerability (org, f_scan, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_settled_at on r_vulnerability (org, f_settled_at, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_system on r_vulnerability (org, f_system, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_title on r_vulnerability (org, s_title, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_f_verified_by on r_vulnerability (org, f_verified_by, id) where withdrawn_at = 0;
CREATE UNIQUE INDEX r_vulnerability_number on r_vulnerability (org, number);
CREATE INDEX r_vulnerability_owner on r_vulnerability (org, owner, changed_at, id, label, closed, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_state on r_vulnerability (org, state, changed_at, id) where withdrawn_at = 0;
CREATE INDEX r_vulnerability_unit on r_vulnerability (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where withdrawn_at = 0;
CREATE INDEX remembered_answer_made on remembered_answer (made_at);
CREATE UNIQUE INDEX sending_day on sending (org, person, day) where day <> '';
CREATE INDEX sending_made on sending (made_at);
CREATE INDEX sending_person on sending (org, person, id);
CREATE INDEX sending_queue_due on sending_queue (not_before);
CREATE INDEX sending_record_of on sending_record (org, sending);
CREATE INDEX session_account on session (org, account);
CREATE UNIQUE INDEX word_doc_record on word_doc (org, record);
