import type { Index } from '@cloud/lib/store/collections/collection'
import type { Step } from './differences'
import { type Answer, type Ask, RequestError, type WeChat } from './Management'
import { migratedOf, migrateRows } from './rows'
import { Stop } from './Stop'
import { type Found, type FoundFunction, KEEPER, type WantedFunction } from './state'

interface Ids {
  connector: Answer
  bucket: string
  namespace: string
  logs: Answer
}

const list = (value: unknown): Answer[] => (Array.isArray(value) ? (value as Answer[]) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Milliseconds between two looks at a function that is being made, and looks at most: five minutes. */
const LOOK_MS = 2_000
const LOOKS = 150

const pairs = (variables: Record<string, string>): Answer => ({
  Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })),
})

const indexOf = ({ Name, Keys, Unique }: Answer): Index => ({
  name: text(Name),
  keys: list(Keys).map((key) => text(key.Name)),
  ...(Unique === true && { unique: true as const }),
})

/** A cloud environment as it is read and changed, request by request. Every method may be repeated. */
export class Environment {
  private known: Ids | undefined

  constructor(
    private readonly envId: string,
    private readonly ask: Ask,
    private readonly wechat: WeChat,
    private readonly wait: (ms: number) => Promise<void>,
  ) {}

  private async ids(): Promise<Ids> {
    if (this.known) return this.known
    const { EnvInfo } = await this.ask('tcb', 'DescribeEnvInfo', { EnvId: this.envId })
    const base = ((EnvInfo as Answer | undefined)?.EnvBaseInfo ?? {}) as Answer
    const [database] = list(base.Databases)
    const [storage] = list(base.Storages)
    const [functions] = list(base.Functions)
    const [logs] = list(base.LogServices)
    if (!database || !storage)
      throw new Stop(`环境 ${this.envId} 还没有开通数据库和存储：请在云开发控制台确认环境状态是“正常”。`)
    this.known = {
      connector: { InstanceId: 'flexdb', DatabaseName: database.InstanceId },
      bucket: text(storage.Bucket),
      namespace: text(functions?.Namespace) || this.envId,
      logs: logs ? { ClsTopicId: logs.TopicId, ClsLogsetId: logs.LogsetId } : {},
    }
    return this.known
  }

  private async onTable(action: string, TableName: string, more: Answer = {}): Promise<Answer> {
    const { connector } = await this.ids()
    return this.ask('tcb', action, { EnvId: this.envId, MongoConnector: connector, TableName, ...more })
  }

  private async onFunction(action: string, FunctionName: string, more: Answer = {}): Promise<Answer> {
    return this.ask('scf', action, { FunctionName, Namespace: (await this.ids()).namespace, ...more })
  }

  /** How the ids of its files begin. */
  async fileBase(): Promise<string> {
    return `cloud://${this.envId}.${(await this.ids()).bucket}/`
  }

  /** A command of the database, as MongoDB reads it (QUERY, INSERT, DELETE); the documents it answers with, each as EJSON. */
  async command(TableName: string, CommandType: string, Command: string): Promise<string[]> {
    const { connector: MongoConnector } = await this.ids()
    const MgoCommands = [{ TableName, CommandType, Command }]
    const { Data } = await this.ask('tcb', 'RunCommands', { EnvId: this.envId, MongoConnector, MgoCommands })
    const [answer = ''] = Array.isArray(Data) ? (Data as string[]) : []
    return answer === '' ? [] : (JSON.parse(answer) as string[])
  }

  async tables(): Promise<Set<string>> {
    const { connector } = await this.ids()
    const names = new Set<string>()
    for (let offset = 0; ; offset += 100) {
      const page = { MgoLimit: 100, MgoOffset: offset }
      const { Tables } = await this.ask('tcb', 'ListTables', {
        EnvId: this.envId,
        MongoConnector: connector,
        ...page,
      })
      const some = list(Tables)
      for (const one of some) names.add(text(one.TableName))
      if (some.length < 100) return names
    }
  }

  private async functionNames(): Promise<Set<string>> {
    const names = new Set<string>()
    for (let offset = 0; ; offset += 20) {
      const { Functions } = await this.ask('tcb', 'ListFunctions', {
        EnvId: this.envId,
        Limit: 20,
        Offset: offset,
      })
      const some = list(Functions)
      for (const one of some) names.add(text(one.FunctionName))
      if (some.length < 20) return names
    }
  }

  private async collection(name: string): Promise<Found['collections'][string]> {
    const { Indexes } = await this.onTable('DescribeTable', name)
    const { AclTag } = await this.ask('tcb', 'DescribeDatabaseACL', {
      EnvId: this.envId,
      CollectionName: name,
    })
    return { indexes: list(Indexes).map(indexOf), permission: text(AclTag) }
  }

  private async oneFunction(name: string): Promise<FoundFunction> {
    const found = await this.onFunction('GetFunction', name, { ShowCode: 'FALSE' })
    const variables = list((found.Environment as Answer | undefined)?.Variables)
    return {
      runtime: text(found.Runtime),
      timeout: Number(found.Timeout),
      memory: Number(found.MemorySize),
      status: text(found.Status),
      variables: Object.fromEntries(variables.map(({ Key, Value }) => [text(Key), text(Value)])),
      triggers: list(found.Triggers)
        .filter(({ Type }) => Type === 'timer')
        .map(({ TriggerName, TriggerDesc }) => ({
          name: text(TriggerName),
          config: cronOf(text(TriggerDesc)),
        })),
    }
  }

  private async functionRule(): Promise<string> {
    const { Data } = await this.ask('tcb', 'DescribeResourcePermission', {
      EnvId: this.envId,
      ResourceType: 'function',
    })
    const [rule] = list((Data as Answer | undefined)?.PermissionList)
    return canonicalRule(text(rule?.SecurityRule))
  }

  /** Reads what is there of what is wanted. */
  async read(wanted: { collections: { name: string }[]; functions: { name: string }[] }): Promise<Found> {
    const tables = await this.tables()
    const found: Found = { collections: {}, functions: {}, functionRule: '', storage: '', migrated: 0 }
    for (const { name } of wanted.collections)
      if (tables.has(name)) found.collections[name] = await this.collection(name)
    const { bucket } = await this.ids()
    const storage = await this.ask('tcb', 'DescribeStorageSafeRule', { EnvId: this.envId, Bucket: bucket })
    found.storage = text(storage.AclTag)
    const names = await this.functionNames()
    for (const { name } of wanted.functions)
      if (names.has(name)) found.functions[name] = await this.oneFunction(name)
    found.functionRule = await this.functionRule()
    if (found.functions[KEEPER]) found.migrated = await migratedOf(this.askKeeper)
    return found
  }

  /** Until the cloud has finished with a function: before that it takes no further change. */
  private async settled(name: string): Promise<void> {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      const { Status, StatusDesc } = await this.onFunction('GetFunction', name, { ShowCode: 'FALSE' })
      if (Status === 'Active') return
      if (text(Status).endsWith('Failed'))
        throw new RequestError('GetFunction', text(Status), text(StatusDesc) || `函数 ${name} 安装依赖失败`)
      await this.wait(LOOK_MS)
    }
    throw new RequestError('GetFunction', 'Timeout', `函数 ${name} 五分钟还没有就绪`)
  }

  private async create({ name, runtime, timeout, memory, variables, zip }: WantedFunction): Promise<void> {
    await this.onFunction('CreateFunction', name, {
      Runtime: runtime,
      Handler: 'index.main',
      Timeout: timeout,
      MemorySize: memory,
      Environment: pairs(variables),
      InstallDependency: 'TRUE',
      Code: { ZipFile: zip.toString('base64') },
      // As WeChat's own tool makes them.
      Role: 'TCB_QcsRole',
      Stamp: 'MINI_QCBASE',
      ...(await this.ids()).logs,
    })
    await this.settled(name)
  }

  private async removeAndWait(name: string): Promise<void> {
    await this.onFunction('DeleteFunction', name)
    for (let looks = 0; looks < LOOKS; looks += 1) {
      if (!(await this.functionNames()).has(name)) return
      await this.wait(LOOK_MS)
    }
  }

  private readonly askKeeper = (ask: object) => this.invoke(KEEPER, ask)

  private readonly doing: { [D in Step['do']]: (step: Extract<Step, { do: D }>) => Promise<unknown> } = {
    createCollection: ({ collection }) => this.onTable('CreateTable', collection),
    closeCollection: ({ collection }) =>
      this.ask('tcb', 'ModifyDatabaseACL', {
        EnvId: this.envId,
        CollectionName: collection,
        AclTag: 'ADMINONLY',
      }),
    dropIndex: ({ collection, index }) =>
      this.onTable('UpdateTable', collection, { DropIndexes: [{ IndexName: index }] }),
    createIndex: ({ collection, index: { name, keys, unique = false } }) =>
      this.onTable('UpdateTable', collection, {
        CreateIndexes: [
          {
            IndexName: name,
            MgoKeySchema: {
              MgoIsUnique: unique,
              MgoIndexKeys: keys.map((key) => ({ Name: key, Direction: '1' })),
            },
          },
        ],
      }),
    closeStorage: async () =>
      this.ask('tcb', 'ModifyStorageSafeRule', {
        EnvId: this.envId,
        Bucket: (await this.ids()).bucket,
        AclTag: 'PRIVATE',
      }),
    removeFunction: ({ name }) => this.removeAndWait(name),
    createFunction: ({ wanted }) => this.create(wanted),
    updateCode: async ({ wanted: { name, zip } }) => {
      await this.settled(name)
      const Code = { ZipFile: zip.toString('base64') }
      await this.onFunction('UpdateFunctionCode', name, {
        Handler: 'index.main',
        InstallDependency: 'TRUE',
        Code,
      })
      await this.settled(name)
    },
    updateConfig: async ({ name, timeout, memory, variables }) => {
      await this.settled(name)
      const Environment = pairs(variables)
      const { logs } = await this.ids()
      const change = { Timeout: timeout, MemorySize: memory, Environment, ...logs }
      await this.onFunction('UpdateFunctionConfiguration', name, change)
      await this.settled(name)
    },
    setFunctionRule: ({ rule }) =>
      this.ask('tcb', 'ModifyResourcePermission', {
        EnvId: this.envId,
        ResourceType: 'function',
        Permission: 'CUSTOM',
        SecurityRule: rule,
      }),
    removeTrigger: ({ name, trigger }) =>
      this.onFunction('DeleteTrigger', name, { TriggerName: trigger, Type: 'timer' }),
    createTrigger: ({ name, trigger }) => this.wechat.createTrigger(name, trigger),
    migrate: ({ pass }) => migrateRows(this.askKeeper, pass),
    uploadClient: ({ client }) => this.wechat.upload(client),
  }

  async perform(step: Step): Promise<void> {
    await (this.doing[step.do] as (one: Step) => Promise<unknown>)(step)
  }

  /** Calls a function past WeChat, as nobody with a phone can; what it answered. */
  async invoke(name: string, event: object): Promise<unknown> {
    const { Result } = await this.onFunction('Invoke', name, {
      ClientContext: JSON.stringify(event),
      LogType: 'None',
    })
    const { InvokeResult, RetMsg, ErrMsg } = (Result ?? {}) as Answer
    if (InvokeResult !== 0) throw new RequestError('Invoke', 'FunctionError', text(ErrMsg) || text(RetMsg))
    return JSON.parse(text(RetMsg)) as unknown
  }
}

/** A rule in one spelling, whatever spaces and order it was kept in. */
export function canonicalRule(rule: string): string {
  try {
    const parsed = JSON.parse(rule) as Record<string, unknown>
    return JSON.stringify(Object.fromEntries(Object.entries(parsed).sort(([a], [b]) => (a < b ? -1 : 1))))
  } catch {
    return rule
  }
}

/** The interface tells a timer's time plainly or inside an object. */
function cronOf(description: string): string {
  if (!description.startsWith('{')) return description
  return text((JSON.parse(description) as Answer).cron)
}
