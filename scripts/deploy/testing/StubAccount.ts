import { type Answer, type Ask, RequestError, type Service, type WeChat } from '../Management'

interface Table {
  acl: string
  indexes: { Name: string; Keys: { Name: string; Direction: string }[]; Unique: boolean }[]
}
interface Func {
  config: Answer
  triggers: { TriggerName: string; Type: string; TriggerDesc: string }[]
  /** Looks after which it is ready. */
  pending: number
}

const namesOf = (params: Answer) => Object.keys(params).sort().join()

/**
 * A Tencent account with one environment of WeChat's, as far as the deployment asks of it: strict in what it takes, so that a request with
 * another name or field fails. It can be cut at any request, before it is carried out or after.
 */
export class StubAccount {
  readonly tables = new Map<string, Table>()
  readonly functions = new Map<string, Func>()
  storage = 'READONLY'
  rule = ''
  /** The last migration its rows have been through. */
  migrated = 0
  readonly uploads: string[] = []
  readonly requests: { service: Service | 'wechat'; action: string; params: Answer }[] = []
  /** Answers a function that is invoked. */
  invoke: (name: string, event: unknown) => unknown = () => null
  /** Set to fail: asked before (`early`) and after each request was carried out. */
  fault: (request: { action: string; number: number; when: 'early' | 'late' }) => RequestError | undefined =
    () => undefined

  constructor(readonly envId: string) {}

  private async through<T>(
    service: Service | 'wechat',
    action: string,
    params: Answer,
    work: () => T,
  ): Promise<T> {
    this.requests.push({ service, action, params })
    const number = this.requests.length
    const early = this.fault({ action, number, when: 'early' })
    if (early) throw early
    const answer = work()
    const late = this.fault({ action, number, when: 'late' })
    if (late) throw late
    return answer
  }

  readonly ask: Ask = (service, action, params) =>
    this.through(service, action, params, () => this.answer(service, action, params))

  readonly wechat: WeChat = {
    createTrigger: (name, { name: trigger, config }) =>
      this.through('wechat', 'createTrigger', { name, trigger, config }, () =>
        this.addTrigger(name, trigger, config),
      ),
    upload: (client) => this.through('wechat', 'upload', { client }, () => void this.uploads.push(client)),
  }

  addTrigger(name: string, TriggerName: string, TriggerDesc: string): void {
    const { triggers } = this.func(name)
    if (triggers.some((one) => one.TriggerName === TriggerName))
      throw new RequestError('BatchCreateTrigger', 'ResourceInUse.Trigger', TriggerName)
    triggers.push({ TriggerName, Type: 'timer', TriggerDesc })
  }

  private func(name: string): Func {
    const found = this.functions.get(name)
    if (!found) throw new RequestError('GetFunction', 'ResourceNotFound.Function', name)
    return found
  }

  private table(name: unknown): Table {
    const found = this.tables.get(String(name))
    if (!found) throw new RequestError('DescribeTable', 'ResourceNotFound', String(name))
    return found
  }

  /** What the environment holds, to be compared: a copy. */
  state(): unknown {
    const state = {
      tables: [...this.tables].sort(([a], [b]) => (a < b ? -1 : 1)),
      functions: [...this.functions].map(([name, { config, triggers }]) => [name, config, triggers]).sort(),
      storage: this.storage,
      rule: this.rule,
      migrated: this.migrated,
      uploaded: this.uploads[this.uploads.length - 1],
    }
    return JSON.parse(JSON.stringify(state)) as unknown
  }

  /** A request as it came over the wire. */
  answer(service: Service, action: string, params: Answer): Answer {
    const handler = handlers[`${service} ${action}`]
    if (!handler) throw new RequestError(action, 'InvalidAction', `${service} knows no ${action}`)
    const [fields, work] = handler
    // Indexes are made or dropped by one and the same request.
    if (namesOf(params).replace('DropIndexes', 'CreateIndexes').split(',').sort().join() !== fields)
      throw new RequestError(action, 'InvalidParameter', namesOf(params))
    const home = params.EnvId ?? params.Namespace
    if (home !== this.envId) throw new RequestError(action, 'InvalidParameter.EnvId', String(home))
    return (work(this, params) ?? {}) as Answer
  }

  describeFunction(name: string): Answer {
    const one = this.func(name)
    const Status = one.pending > 0 ? 'Creating' : 'Active'
    one.pending -= 1
    return { FunctionName: name, Status, StatusDesc: '', ...one.config, Triggers: one.triggers }
  }

  changeFunction(name: string, change: Answer): void {
    const one = this.func(name)
    if (one.pending > 0) throw new RequestError('Update', 'FailedOperation.FunctionStatusError', name)
    Object.assign(one.config, change)
    one.pending = 1
  }

  updateIndexes({ TableName, CreateIndexes = [], DropIndexes = [] }: Answer): void {
    const table = this.table(TableName)
    for (const { IndexName } of DropIndexes as Answer[])
      table.indexes = table.indexes.filter(({ Name }) => Name !== IndexName)
    for (const { IndexName, MgoKeySchema } of CreateIndexes as Answer[]) {
      const { MgoIndexKeys, MgoIsUnique } = MgoKeySchema as {
        MgoIndexKeys: Table['indexes'][number]['Keys']
        MgoIsUnique: boolean
      }
      if (table.indexes.some(({ Name }) => Name === IndexName))
        throw new RequestError('UpdateTable', 'FailedOperation', `${String(IndexName)} exists`)
      table.indexes.push({ Name: String(IndexName), Keys: MgoIndexKeys, Unique: MgoIsUnique })
    }
  }

  createTable(name: string): void {
    if (this.tables.has(name)) throw new RequestError('CreateTable', 'ResourceInUse', name)
    this.tables.set(name, {
      acl: 'PRIVATE',
      indexes: [{ Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true }],
    })
  }

  createFunction({ FunctionName, Namespace: _, ...config }: Answer): void {
    if (this.functions.has(String(FunctionName)))
      throw new RequestError('CreateFunction', 'ResourceInUse.Function', String(FunctionName))
    this.functions.set(String(FunctionName), { config, triggers: [], pending: 2 })
  }
}

type Handler = [fields: string, work: (account: StubAccount, params: Answer) => unknown]
const text = (value: unknown) => String(value)
const table = 'EnvId,MongoConnector,TableName'

/** The fields each request has, exactly. */
const handlers: Record<string, Handler> = {
  'tcb DescribeEnvInfo': [
    'EnvId',
    ({ envId }) => ({
      EnvInfo: {
        EnvBaseInfo: {
          EnvId: envId,
          Status: 'NORMAL',
          Databases: [{ InstanceId: 'tnt-stub' }],
          Storages: [{ Bucket: 'bucket-stub' }],
          Functions: [{ Namespace: envId }],
          LogServices: [{ TopicId: 'topic', LogsetId: 'logset' }],
        },
      },
    }),
  ],
  'tcb ListTables': [
    'EnvId,MgoLimit,MgoOffset,MongoConnector',
    ({ tables }, { MgoLimit, MgoOffset }) => ({
      Tables: [...tables.keys()]
        .slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit))
        .map((TableName) => ({ TableName })),
    }),
  ],
  'tcb CreateTable': [table, (account, { TableName }) => account.createTable(text(TableName))],
  'tcb DescribeTable': [
    table,
    ({ tables }, { TableName }) => ({ Indexes: tables.get(text(TableName))?.indexes ?? [] }),
  ],
  'tcb UpdateTable': [`CreateIndexes,${table}`, (account, params) => account.updateIndexes(params)],
  'tcb DescribeDatabaseACL': [
    'CollectionName,EnvId',
    ({ tables }, { CollectionName }) => ({ AclTag: tables.get(text(CollectionName))?.acl }),
  ],
  'tcb ModifyDatabaseACL': [
    'AclTag,CollectionName,EnvId',
    ({ tables }, { CollectionName, AclTag }) => {
      const one = tables.get(text(CollectionName))
      if (one) one.acl = text(AclTag)
    },
  ],
  'tcb DescribeStorageSafeRule': ['Bucket,EnvId', ({ storage }) => ({ AclTag: storage })],
  'tcb ModifyStorageSafeRule': [
    'AclTag,Bucket,EnvId',
    (account, { AclTag }) => {
      account.storage = text(AclTag)
    },
  ],
  'tcb ListFunctions': [
    'EnvId,Limit,Offset',
    ({ functions }, { Limit, Offset }) => ({
      Functions: [...functions.keys()]
        .slice(Number(Offset), Number(Offset) + Number(Limit))
        .map((FunctionName) => ({ FunctionName })),
      TotalCount: functions.size,
    }),
  ],
  'tcb DescribeResourcePermission': [
    'EnvId,ResourceType',
    ({ rule }) => ({
      Data: {
        TotalCount: 1,
        PermissionList: [{ ResourceType: 'function', Permission: 'CUSTOM', SecurityRule: rule }],
      },
    }),
  ],
  'tcb ModifyResourcePermission': [
    'EnvId,Permission,ResourceType,SecurityRule',
    (account, { SecurityRule }) => {
      account.rule = text(SecurityRule)
    },
  ],
  'scf GetFunction': [
    'FunctionName,Namespace,ShowCode',
    (account, { FunctionName }) => account.describeFunction(text(FunctionName)),
  ],
  'scf CreateFunction': [
    'ClsLogsetId,ClsTopicId,Code,Environment,FunctionName,Handler,InstallDependency,MemorySize,Namespace,Role,Runtime,Stamp,Timeout',
    (account, params) => account.createFunction(params),
  ],
  'scf DeleteFunction': [
    'FunctionName,Namespace',
    ({ functions }, { FunctionName }) => void functions.delete(text(FunctionName)),
  ],
  'scf UpdateFunctionCode': [
    'Code,FunctionName,Handler,InstallDependency,Namespace',
    (account, { FunctionName, Code }) => account.changeFunction(text(FunctionName), { Code }),
  ],
  'scf UpdateFunctionConfiguration': [
    'ClsLogsetId,ClsTopicId,Environment,FunctionName,MemorySize,Namespace,Timeout',
    (account, { FunctionName, Environment, Timeout, MemorySize }) =>
      account.changeFunction(text(FunctionName), { Environment, Timeout, MemorySize }),
  ],
  'scf DeleteTrigger': [
    'FunctionName,Namespace,TriggerName,Type',
    ({ functions }, { FunctionName, TriggerName }) => {
      const one = functions.get(text(FunctionName))
      if (one) one.triggers = one.triggers.filter((trigger) => trigger.TriggerName !== TriggerName)
    },
  ],
  'scf Invoke': [
    'ClientContext,FunctionName,LogType,Namespace',
    (account, { FunctionName, ClientContext }) => ({
      Result: {
        InvokeResult: 0,
        ErrMsg: '',
        RetMsg: JSON.stringify(account.invoke(text(FunctionName), JSON.parse(text(ClientContext)))),
      },
    }),
  ],
}
