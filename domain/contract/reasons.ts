/**
 * Every way the cloud may say no. Closed: the pages map each to a sentence in one `Record<Reason, …>`, the functions return nothing else.
 * A reason is a value, never an exception.
 */
export const reasons = [
  // the request
  'invalid_request',
  'unknown_action',
  'client_outdated',
  'forbidden',
  'try_again',
  // who is asking
  'unbound',
  'roster_mismatch',
  'too_many_attempts',
  // a day's worth of what one person may enter (domain/access/caps.ts)
  'too_many_today',
  'already_bound',
  'member_already_bound',
  'request_gone',
  // a request without digits: the six digits its asker reads out are none of those that wait
  'check_code_wrong',
  // the code
  'code_foreign',
  'code_forged',
  'code_expired',
  'ticket_expired',
  'member_code_invalid',
  // the registration
  'already_registered',
  'struck_out',
  'too_early',
  'ended',
  'activity_cancelled',
  'not_registered',
  // 请假: the record says already why one was absent, or whoever runs the meeting said no; somebody’s waits for an answer first
  'leave_settled',
  'leave_waits',
  'backfill_needs_witness',
  'witness_is_self',
  // one's own record, or what of the register eases one's own duties: somebody else has to say it
  'needs_second_person',
  // the activity
  'wrong_state',
  'missing_lecturer',
  'missing_topic',
  'not_carriable',
  // 联合开展: the county does not count it for each; what, when and where is the other branch's to change
  'joint_off',
  'joint_fixed',
  'unsettled_members',
  'not_over_yet',
  'wrong_times',
  // 补录: nobody else has said yes; the roll is another than the one that was looked at
  'awaits_second',
  'roll_changed',
  // 成册 has been taken back as often as it may be
  'reopened_often',
  'service_full',
  // visits, deeds, ticks
  'not_own_household',
  // 需求: withdrawn or over; as many have taken it as it wants; its last day has passed or is more than a year away
  'need_gone',
  'need_taken',
  'need_times',
  // a service a branch proposed: answered, withdrawn, or it would have begun
  'proposal_gone',
  // 便民联系卡: the household is the asker’s own; there is none to print
  'card_own',
  'no_cards',
  // 申请更正 of a service: the community has said no to it already
  'correction_answered',
  // a paper of what somebody picks: nothing is picked; of no branch is anything closed
  'nothing_chosen',
  'no_branches',
  'entry_closed',
  // 补学: the meeting is no study of one's own branch, or one was there
  'not_a_missed_study',
  // the branch's own word: said today, also by another officer; gaps are not told yet; nobody of those misses anything any more, or all were told
  'word_said',
  'word_not_yet',
  'word_for_nobody',
  // rules: somebody saved another version meanwhile; nothing would change
  'rule_changed',
  'nothing_changed',
  // a new rule: the same is asked already; there are more than anybody can keep
  'rule_exists',
  'too_many_rules',
  // binding
  'consent_needed',
  'invitation_gone',
  'first_token_gone',
  'phone_unavailable',
  'not_bound',
  'last_committee',
  // the member holds a right that was given above the branch
  'rights_from_above',
  // register and organisations
  'same_person',
  'wrong_group',
  'member_changed',
  'same_branch',
  'transfer_gone',
  // 帮扶户交接: somebody else has the household by now; who is to take it is linked with as many as there may be
  'household_gone',
  'households_full',
  'already_asked',
  'wrong_parent',
  'name_taken',
  'not_empty',
  'not_in_branch',
  'no_secretary',
  'not_full_member',
  'no_committee_here',
  'committee_too_small',
  'committee_too_large',
  // changes of the tree: another one about it waits for its day; it has come into force
  'change_waiting',
  'change_in_force',
  // a row of a kept list: somebody else has changed it since it was looked at
  'row_changed',
  // what a list may not hold: somebody's telephone or ID number; words of the county for family, health, opinions, scores
  'private_inside',
  // registered with this community already, or asked as the other kind
  'community_known',
  // files and text
  'file_unreadable',
  'file_too_large',
  'export_too_large',
  // a paper of many parts: what it tells of is not what its first part was made of
  'book_changed',
  'no_header',
  'no_list_header',
  'quote_open',
  'text_refused',
] as const
export type Reason = (typeof reasons)[number]
