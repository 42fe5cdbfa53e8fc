import type { EmulatedClock } from './clock/EmulatedClock'
import { openClock } from './clock/storedClock'
import { Database } from './database/Database'
import type { Journal } from './database/Journal'
import { Functions } from './functions/Functions'
import { type Gateway, makeGateway } from './gateway/makeGateway'
import { Outbox } from './messages/Outbox'
import { Permissions } from './openApi/Permissions'
import { PhoneCodes } from './openApi/PhoneCodes'
import { ScriptedFailures } from './openApi/ScriptedFailures'
import { Snapshots } from './snapshot/Snapshots'
import { Storage } from './storage/Storage'
import { Timers } from './timers/Timers'
import type { EmulatorOptions } from './types'

const STORAGE_SECRET = 'storage_secret'

/** Kept with the data, so that links outlive a restart. */
function storageSecret(journal: Journal): string {
  const kept = journal.meta(STORAGE_SECRET)
  if (kept !== undefined) return kept
  const made = Storage.newSecret()
  journal.setMeta(STORAGE_SECRET, made)
  return made
}

/** What the check of texts finds when nobody says otherwise: enough to try it by hand. */
const CONTENT = { risky: ['违规样例'], review: ['待审样例'] }

export interface Parts {
  clock: EmulatedClock
  database: Database
  functions: Functions
  gateway: Gateway
  outbox: Outbox
  failures: ScriptedFailures
  phoneCodes: PhoneCodes
  permissions: Permissions
  snapshots: Snapshots
  storage: Storage
  timers: Timers
}

/** Everything behind the server; `url` is known once it listens. */
export function makeParts(
  options: EmulatorOptions,
  journal: Journal,
  url: () => string,
  log: (line: string) => void,
): Parts {
  const { dataDir, functionsDir: folder, envId, settings } = options
  const clock = openClock(journal, options.at)
  const now = () => clock.now()
  const database = new Database({
    journal,
    collections: options.collections,
    now,
    transactionLife: settings?.transactionLife,
  })
  const outbox = new Outbox(journal)
  const environment = settings?.env ?? {}
  const { node, timeFactor } = settings ?? {}
  const functions = new Functions({
    folder,
    envId,
    clock,
    environment,
    node,
    timeFactor,
    gatewayUrl: url,
    ask: (body) => gateway.ask(body),
    log,
  })
  const shared = {
    clock,
    database,
    functions,
    outbox,
    failures: new ScriptedFailures(),
    phoneCodes: new PhoneCodes(options.identities ?? [], now),
    permissions: new Permissions(folder, now),
    storage: new Storage({
      dataDir,
      envId,
      secret: storageSecret(journal),
      now,
      url,
      rule: settings?.storageRule,
    }),
  }
  const gateway = makeGateway({
    ...shared,
    openApi: { ...shared, content: settings?.content ?? CONTENT, log },
    envId,
    log,
  })
  return {
    ...shared,
    gateway,
    snapshots: new Snapshots({ dataDir, journal, database, outbox, clock }),
    timers: new Timers({ folder, clock, functions, log }),
  }
}
