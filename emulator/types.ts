export interface IndexDeclaration {
  name: string
  keys: string[]
  unique?: boolean
}

export interface CollectionDeclaration {
  name: string
  indexes?: IndexDeclaration[]
}

export interface Identity {
  openid: string
  label: string
  note?: string
  group?: string
  /** What `getPhoneNumber` tells; without it a number is made of the openid. */
  phone?: string
}

/** A message template as WeChat's platform has it: its title and what its keywords are called. */
export interface MessageTemplate {
  id: string
  title: string
  /** `{thing1: '会议'}` */
  keywords: Record<string, string>
}

export interface EmulatorOptions {
  /** 0 takes a free port. */
  port: number
  dataDir: string
  /** Built functions: `<functionsDir>/<name>/{index.js,package.json,config.json}`. */
  functionsDir: string
  /** Must begin with "demo-". */
  envId: string
  /** The built h5 app, served at `/`. */
  staticDir?: string
  collections: CollectionDeclaration[]
  /** Milliseconds. Without it a reopened data folder continues at its last emulated time, a new one at real time. */
  at?: number
  /** Shown on the console page. */
  identities?: Identity[]
  /** How the console names the messages of these templates. */
  templates?: MessageTemplate[]
  /** Whether timers of functions run by themselves; by hand they always can. */
  timers?: boolean
  settings?: {
    /** Extra environment of the function processes. */
    env?: Record<string, string>
    /** The Node that functions run on, as the cloud's runtime is another than one's own; the emulator's unless given. */
    node?: string
    /** What the time of a function, and of its loading, is multiplied by: on a machine kept busy it takes longer than in the cloud. 1 unless a test says more. */
    timeFactor?: number
    /** Real milliseconds a transaction may stay open; the cloud's 30,000 unless a test cannot wait. */
    transactionLife?: number
    /**
     * Who may read what was uploaded, as the cloud names it: everybody, as where nobody has set anything (READONLY, whose links never expire), or
     * only who uploaded it and functions (PRIVATE).
     */
    storageRule?: 'READONLY' | 'PRIVATE'
    /** False: an answer is not kept waiting for the disk, and a power cut may undo it. For tests that cut no power. */
    synced?: boolean
    content?: ContentRules
  }
  log?: (line: string) => void
}

export type Document = Record<string, unknown>

export interface GatewayCall {
  action: string
  collection?: string
  ms: number
  /** Documents the database looked at, and those it answered, counted, changed, grouped or joined. */
  examined: number
  found: number
  /** Of the answer; 0 when it was refused. */
  bytes: number
}

export interface Invocation {
  requestId: string
  name: string
  openid: string
  /** What tells invocations apart in a list: the `action` of the event, never its whole content. */
  event: { action?: string }
  /** Emulated milliseconds. */
  startedAt: number
  /** From the request to the answer, waiting for a process included. */
  ms: number
  coldStart: boolean
  ok: boolean
  calls: GatewayCall[]
  /** What the function printed, at most 50 lines. */
  lines: string[]
  error?: string
}

export interface OutboxMessage {
  id: number
  api: string
  /** Emulated milliseconds. */
  at: number
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
  requestId: string
  /** 0: delivered. Otherwise a scripted refusal. */
  errcode: number
}

/**
 * WeChat's code (43101 refused, 47003 bad data, -1 busy), `lost`: done, but the caller never hears of it, or answered
 * only after some real milliseconds.
 */
export type OpenApiFailure = number | 'lost' | { slowMs: number }

export interface OpenApiTarget {
  /** `subscribeMessage.send` */
  api: string
  /** Whom a message goes to, whose text is checked, who calls; empty for everybody. */
  openid: string
  /** Of a message; absent or empty for every template. */
  templateId?: string
}

/** Words that make `msgSecCheck` call a text risky, or worth a look. */
export interface ContentRules {
  risky: string[]
  review: string[]
}

/** A timer that `config.json` of a function declares. */
export interface TimerState {
  functionName: string
  name: string
  /** 秒 分 时 日 月 星期 年, in UTC+8. */
  config: string
  /** When it runs by itself (emulated ms); absent while timers do not. */
  next?: number
  last?: { at: number; ok: boolean }
}

export interface EmulatorClock {
  now(): number
  set(ms: number): void
  advance(ms: number): void
}

export interface Emulator {
  url: string
  isNew: boolean
  clock: EmulatorClock
  database: {
    insertMany(collection: string, docs: Document[]): void
    find(collection: string, query?: object): Document[]
    count(collection: string, query?: object): number
    collections(): string[]
  }
  invoke(name: string, data: unknown, as: { openid?: string }): Promise<{ result: unknown }>
  /** A phone's call without the way through the network: what comes back there, as JSON text. */
  callFunction(openid: string, name: string, data: unknown): Promise<string>
  /** What the SDK asks of the gateway, the body of a request; that of its answer. */
  ask(body: string): Promise<string>
  /** Runs a function's timer now; what the function answered. */
  runTimer(functionName: string): Promise<{ result: unknown }>
  timers(): TimerState[]
  /** The last `most`, 1000 when not said; oldest first. */
  invocations(most?: number): Invocation[]
  outbox(): OutboxMessage[]
  /** Lets the sending of a template to a person fail from now on; null takes it back. */
  failMessages(to: { openid: string; templateId: string }, how: OpenApiFailure | null): void
  /** The same for any open API that is supported. */
  failOpenApi(target: OpenApiTarget, how: OpenApiFailure | null): void
  /** Keeps the data under a name in the data folder; `npm run emulator -- restore NAME` brings them back. */
  takeSnapshot(name: string): void
  close(): Promise<void>
}
