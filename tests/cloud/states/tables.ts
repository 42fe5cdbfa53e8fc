/**
 * What each action on an activity answers, by hand from the contract and the design: in each state, before its day, during it, and once
 * one person alone may not enter anybody any more. A reason: it is refused and nothing changes. `yes`: done, the state stays. `=closed`: done,
 * and that is the state stored from then on. Some cannot come about (a meeting open the day before); they are answered all the same.
 */
export const states = ['draft', 'published', 'open', 'closed', 'recorded', 'cancelled'] as const
export const times = ['before', 'during', 'after'] as const
export type State = (typeof states)[number]
export type Time = (typeof times)[number]

/** A 主题党日 of a branch that carries a 集中学习. Above the branch it is read once its month is closed, which none of these instants is. */
export const ofMeeting = `
                      draft            published         open                   closed                 recorded            cancelled

activity.prepare
  before              yes              yes               yes                    yes                    yes                 yes
  during              yes              yes               yes                    yes                    yes                 yes
  after               yes              yes               yes                    yes                    yes                 yes
activity.save publish
  before              =published       yes               wrong_state            wrong_state            wrong_state         wrong_state
  during              =published       yes               wrong_state            wrong_state            wrong_state         wrong_state
  after               =published       yes               wrong_state            wrong_state            wrong_state         wrong_state
activity.save keep
  before              yes              yes               wrong_state            wrong_state            wrong_state         wrong_state
  during              yes              yes               wrong_state            wrong_state            wrong_state         wrong_state
  after               yes              yes               wrong_state            wrong_state            wrong_state         wrong_state
activity.leave
  before              forbidden        yes               yes                    leave_settled          ended               activity_cancelled
  during              forbidden        yes               yes                    leave_settled          ended               activity_cancelled
  after               forbidden        yes               yes                    leave_settled          ended               activity_cancelled
activity.leave back
  before              forbidden        yes               yes                    yes                    ended               activity_cancelled
  during              forbidden        yes               yes                    yes                    ended               activity_cancelled
  after               forbidden        yes               yes                    yes                    ended               activity_cancelled
activity.view
  before              forbidden        yes               yes                    yes                    yes                 yes
  during              forbidden        yes               yes                    yes                    yes                 yes
  after               forbidden        yes               yes                    yes                    yes                 yes
activity.board
  before              yes              yes               yes                    yes                    yes                 yes
  during              yes              yes               yes                    yes                    yes                 yes
  after               yes              yes               yes                    yes                    yes                 yes
activity.setState open
  before              wrong_state      too_early         yes                    too_early              wrong_state         wrong_state
  during              wrong_state      =open             yes                    =open                  wrong_state         wrong_state
  after               wrong_state      =open             yes                    =open                  wrong_state         wrong_state
activity.setState closed
  before              wrong_state      wrong_state       =closed                yes                    wrong_state         wrong_state
  during              wrong_state      wrong_state       =closed                yes                    wrong_state         wrong_state
  after               wrong_state      wrong_state       yes                    yes                    wrong_state         wrong_state
activity.setState cancelled
  before              =cancelled       =cancelled        =cancelled             =cancelled             wrong_state         yes
  during              =cancelled       =cancelled        =cancelled             =cancelled             wrong_state         yes
  after               =cancelled       =cancelled        =cancelled             =cancelled             wrong_state         yes
committee.meeting
  before              forbidden        forbidden         forbidden              forbidden              forbidden           forbidden
  during              forbidden        forbidden         forbidden              forbidden              forbidden           forbidden
  after               forbidden        forbidden         forbidden              forbidden              forbidden           forbidden
activity.record
  before              yes              yes               yes                    yes                    yes                 yes
  during              yes              yes               yes                    yes                    yes                 yes
  after               yes              yes               yes                    yes                    yes                 yes
activity.amend place
  before              wrong_state      wrong_state       yes                    yes                    wrong_state         wrong_state
  during              wrong_state      wrong_state       yes                    yes                    wrong_state         wrong_state
  after               wrong_state      wrong_state       =closed                yes                    wrong_state         wrong_state
activity.amend year
  before              yes              yes               yes                    yes                    wrong_state         wrong_state
  during              yes              yes               yes                    yes                    wrong_state         wrong_state
  after               yes              yes               =closed                yes                    wrong_state         wrong_state
activity.settle
  before              wrong_state      wrong_state       wrong_state            yes                    wrong_state         wrong_state
  during              wrong_state      wrong_state       wrong_state            yes                    wrong_state         wrong_state
  after               wrong_state      wrong_state       yes                    yes                    wrong_state         wrong_state
activity.settleMany
  before              wrong_state      wrong_state       wrong_state            yes                    wrong_state         wrong_state
  during              wrong_state      wrong_state       wrong_state            yes                    wrong_state         wrong_state
  after               wrong_state      wrong_state       yes                    yes                    wrong_state         wrong_state
activity.confirmRecord
  before              wrong_state      wrong_state       wrong_state            not_over_yet           yes                 wrong_state
  during              wrong_state      wrong_state       wrong_state            not_over_yet           yes                 wrong_state
  after               wrong_state      wrong_state       unsettled_members      =recorded              yes                 wrong_state
activity.confirmRecord early
  before              wrong_state      wrong_state       wrong_state            =recorded              yes                 wrong_state
  during              wrong_state      wrong_state       wrong_state            =recorded              yes                 wrong_state
  after               wrong_state      wrong_state       unsettled_members      =recorded              yes                 wrong_state
activity.takeBack
  before              wrong_state      wrong_state       wrong_state            wrong_state            =closed             wrong_state
  during              wrong_state      wrong_state       wrong_state            wrong_state            =closed             wrong_state
  after               wrong_state      wrong_state       wrong_state            wrong_state            =closed             wrong_state
activity.lateEntry
  before              yes              yes               yes                    yes                    yes                 yes
  during              yes              yes               yes                    yes                    yes                 yes
  after               yes              yes               yes                    yes                    yes                 yes
activity.confirmLate
  before              wrong_state      wrong_state       wrong_state            yes                    wrong_state         wrong_state
  during              wrong_state      wrong_state       wrong_state            yes                    wrong_state         wrong_state
  after               wrong_state      wrong_state       yes                    yes                    wrong_state         wrong_state
checkin.open
  before              code_foreign     too_early         yes                    ended                  ended               activity_cancelled
  during              code_foreign     too_early         yes                    ended                  ended               activity_cancelled
  after               code_foreign     ended             ended                  ended                  ended               activity_cancelled
checkin.register
  before              ticket_expired   too_early         yes                    ended                  ended               activity_cancelled
  during              ticket_expired   too_early         yes                    ended                  ended               activity_cancelled
  after               ticket_expired   ended             ended                  ended                  ended               activity_cancelled
checkin.tick
  before              wrong_state      too_early         too_early              too_early              wrong_state         activity_cancelled
  during              wrong_state      wrong_state       yes                    yes                    wrong_state         activity_cancelled
  after               wrong_state      wrong_state       backfill_needs_witness backfill_needs_witness wrong_state         activity_cancelled
checkin.scanMember
  before              wrong_state      too_early         too_early              too_early              wrong_state         activity_cancelled
  during              wrong_state      wrong_state       yes                    yes                    wrong_state         activity_cancelled
  after               wrong_state      wrong_state       backfill_needs_witness backfill_needs_witness wrong_state         activity_cancelled
checkin.strike
  before              not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
  during              not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
  after               not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
checkin.restore
  before              not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
  during              not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
  after               not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
checkin.backfill
  before              wrong_state      wrong_state       yes                    yes                    yes                 activity_cancelled
  during              wrong_state      wrong_state       yes                    yes                    yes                 activity_cancelled
  after               wrong_state      wrong_state       yes                    yes                    yes                 activity_cancelled
checkin.witness
  before              forbidden        forbidden         yes                    yes                    yes                 activity_cancelled
  during              forbidden        forbidden         yes                    yes                    yes                 activity_cancelled
  after               forbidden        forbidden         yes                    yes                    yes                 activity_cancelled
checkin.witness leave
  before              forbidden        forbidden         yes                    request_gone           wrong_state         activity_cancelled
  during              forbidden        forbidden         yes                    request_gone           wrong_state         activity_cancelled
  after               forbidden        forbidden         yes                    request_gone           wrong_state         activity_cancelled
checkin.makeUp
  before              not_a_missed_study not_a_missed_study not_a_missed_study  yes                    yes                 not_a_missed_study
  during              not_a_missed_study not_a_missed_study not_a_missed_study  yes                    yes                 not_a_missed_study
  after               not_a_missed_study not_a_missed_study yes                 yes                    yes                 not_a_missed_study
paper.ofMeeting minutes
  before              wrong_state      wrong_state       wrong_state            yes                    yes                 wrong_state
  during              wrong_state      wrong_state       wrong_state            yes                    yes                 wrong_state
  after               wrong_state      wrong_state       yes                    yes                    yes                 wrong_state
paper.ofMeeting sheet
  before              wrong_state      yes               yes                    yes                    yes                 wrong_state
  during              wrong_state      yes               yes                    yes                    yes                 wrong_state
  after               wrong_state      yes               yes                    yes                    yes                 wrong_state
`

/** A community's service; it is entered until its month is closed, and the staff are asked, not the branch. */
export const ofService = `
                      draft            published         open                   closed                 recorded            cancelled

activity.leave
  before              forbidden        yes               yes                    ended                  ended               activity_cancelled
  during              forbidden        yes               yes                    ended                  ended               activity_cancelled
  after               forbidden        ended             ended                  ended                  ended               activity_cancelled
activity.setState open
  before              wrong_state      too_early         yes                    too_early              wrong_state         wrong_state
  during              wrong_state      =open             yes                    =open                  wrong_state         wrong_state
  after               wrong_state      =open             yes                    =open                  wrong_state         wrong_state
activity.setState closed
  before              wrong_state      wrong_state       =closed                yes                    wrong_state         wrong_state
  during              wrong_state      wrong_state       =closed                yes                    wrong_state         wrong_state
  after               wrong_state      wrong_state       yes                    yes                    wrong_state         wrong_state
activity.setState cancelled
  before              =cancelled       =cancelled        =cancelled             =cancelled             wrong_state         yes
  during              =cancelled       =cancelled        =cancelled             =cancelled             wrong_state         yes
  after               =cancelled       =cancelled        =cancelled             =cancelled             wrong_state         yes
service.join
  before              forbidden        yes               ended                  ended                  ended               activity_cancelled
  during              forbidden        yes               ended                  ended                  ended               activity_cancelled
  after               forbidden        ended             ended                  ended                  ended               activity_cancelled
service.change
  before              wrong_state      yes               wrong_state            wrong_state          wrong_state         wrong_state
  during              wrong_state      yes               wrong_state            wrong_state          wrong_state         wrong_state
  after               wrong_state      wrong_state       wrong_state            wrong_state          wrong_state         wrong_state
service.prepare
  before              yes              yes               yes                    yes                  yes                 yes
  during              yes              yes               yes                    yes                  yes                 yes
  after               yes              yes               yes                    yes                  yes                 yes
service.board
  before              yes              yes               yes                    yes                    yes                 yes
  during              yes              yes               yes                    yes                    yes                 yes
  after               yes              yes               yes                    yes                    yes                 yes
service.enter
  before              wrong_state      too_early         too_early              too_early              wrong_state         activity_cancelled
  during              wrong_state      wrong_state       yes                    yes                    wrong_state         activity_cancelled
  after               wrong_state      wrong_state       entry_closed           entry_closed           wrong_state         activity_cancelled
service.correct
  before              forbidden        wrong_state      wrong_state            yes                    wrong_state         activity_cancelled
  during              forbidden        wrong_state      wrong_state            yes                    wrong_state         activity_cancelled
  after               forbidden        wrong_state      entry_closed           entry_closed           wrong_state         activity_cancelled
service.confirm
  before              wrong_state      wrong_state       yes                    yes                    yes                 wrong_state
  during              wrong_state      wrong_state       yes                    yes                    yes                 wrong_state
  after               wrong_state      wrong_state       yes                    yes                    yes                 wrong_state
activity.setState proposed
  before              wrong_state      =cancelled        =cancelled             =cancelled             wrong_state         yes
  during              wrong_state      =cancelled        =cancelled             =cancelled             wrong_state         yes
  after               wrong_state      =cancelled        =cancelled             =cancelled             wrong_state         yes
proposal.accept
  before              =published       yes               yes                    yes                    yes                 proposal_gone
  during              proposal_gone    yes               yes                    yes                    yes                 proposal_gone
  after               proposal_gone    yes               yes                    yes                    yes                 proposal_gone
proposal.decline
  before              =cancelled       proposal_gone     proposal_gone          proposal_gone          proposal_gone       proposal_gone
  during              proposal_gone    proposal_gone     proposal_gone          proposal_gone          proposal_gone       proposal_gone
  after               proposal_gone    proposal_gone     proposal_gone          proposal_gone          proposal_gone       proposal_gone
proposal.withdraw
  before              =cancelled       proposal_gone     proposal_gone          proposal_gone          proposal_gone       proposal_gone
  during              =cancelled       proposal_gone     proposal_gone          proposal_gone          proposal_gone       proposal_gone
  after               =cancelled       proposal_gone     proposal_gone          proposal_gone          proposal_gone       proposal_gone
checkin.open
  before              code_foreign     too_early         yes                    ended                  ended               activity_cancelled
  during              code_foreign     too_early         yes                    ended                  ended               activity_cancelled
  after               code_foreign     ended             ended                  ended                  ended               activity_cancelled
checkin.register
  before              ticket_expired   too_early         yes                    ended                  ended               activity_cancelled
  during              ticket_expired   too_early         yes                    ended                  ended               activity_cancelled
  after               ticket_expired   ended             ended                  ended                  ended               activity_cancelled
checkin.strike
  before              not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
  during              not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
  after               not_registered   not_registered    yes                    yes                    wrong_state         wrong_state
`

export interface Row {
  /** `activity.setState open`: the action, and which request where there are several. */
  name: string
  expected: Record<Time, Record<State, string>>
}

const pick = <K extends string>(keys: readonly K[], values: readonly string[]): Record<K, string> =>
  Object.fromEntries(keys.map((key, i) => [key, values[i]])) as Record<K, string>

/** One row an action, in the order of the table. */
export const readTable = (table: string): Row[] => {
  const lines = table.split('\n').filter((line) => line.trim() !== '')
  const starts = lines.flatMap((line, i) => (/^\S/.test(line) ? [i] : []))
  return starts.map((start) => {
    const [before, during, after] = [1, 2, 3].map((below) => {
      const [, ...answers] = (lines[start + below] ?? '').trim().split(/\s+/)
      return pick(states, answers)
    })
    return { name: lines[start] ?? '', expected: { before, during, after } as Row['expected'] }
  })
}
