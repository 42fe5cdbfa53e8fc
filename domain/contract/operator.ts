import * as v from 'valibot'
import { template } from './reminder'
import { job } from './words'

/** Rows are brought over before the functions of a release come, and once more after them. */
export const migrationPass = v.picklist(['before', 'after'])
export type MigrationPass = v.InferOutput<typeof migrationPass>

/** What the operator's machine asks the function `operator`; the management interface adds fields of its own to an event. */
export const operatorAsk = v.variant('ask', [
  v.object({ ask: v.literal('health') }),
  /** The hash of a one-time token for the first administrator, and the name the county is founded under. */
  v.object({
    ask: v.literal('first_token'),
    tokenHash: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
    name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40)),
  }),
  /** A whole backup has been taken just now. */
  v.object({ ask: v.literal('backed_up') }),
  /** A message of a template to an administrator, sent by the next run of the timer. */
  v.object({ ask: v.literal('trial'), template }),
  /** Brings stored rows to the shape of this release, as far as the time of one call reaches; `before`: functions of the release before still answer phones. */
  v.object({ ask: v.literal('migrate'), pass: migrationPass }),
])
export type OperatorAsk = v.InferOutput<typeof operatorAsk>

/** sent · nobody: no administrator has allowed it · a code of WeChat's. */
export const trialOutcome = v.union([v.literal('sent'), v.literal('nobody'), v.string()])

/** How the environment is. Numbers and instants: it names nobody. */
export const health = v.object({
  contractVersion: v.number(),
  /** The last migration all rows have been through; absent in functions of before there were any. */
  migrated: v.optional(v.number()),
  /** Of the bundle that answers, as the deployment wrote it. */
  build: v.string(),
  now: v.number(),
  rules: v.number(),
  organisations: v.number(),
  members: v.number(),
  /** Identities that run the county today, and tokens for a first one that nobody took yet. */
  committee: v.number(),
  openTokens: v.number(),
  runs: v.array(
    v.object({
      job,
      at: v.number(),
      ms: v.number(),
      ok: v.boolean(),
      /** How WeChat says the run came about; `wx_trigger` from a timer that may call WeChat. */
      source: v.string(),
    }),
  ),
  faults: v.number(),
  /** The first instant of a reminder that is claimed and not yet sent. */
  oldestClaim: v.nullable(v.number()),
  /** When the last whole backup was taken, and when the county began; null: not yet, or not known; absent in functions of before. */
  backupAt: v.optional(v.nullable(v.number())),
  begunAt: v.optional(v.nullable(v.number())),
  /** Calls cut short that the night has to settle. */
  unsettled: v.number(),
  /** Years whose holidays nobody has entered. */
  calendarMissing: v.array(v.number()),
  templates: v.picklist(['unreadable', 'set']),
  templatesSet: v.array(template),
  hasPhoneKey: v.boolean(),
  trials: v.array(v.object({ template, askedAt: v.number(), outcome: v.nullable(trialOutcome) })),
})
export type Health = v.InferOutput<typeof health>
