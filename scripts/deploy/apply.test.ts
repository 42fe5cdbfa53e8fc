import { declarations } from '@cloud/lib/store/collections/collections'
import { hashOf } from '@cloud/lib/people/identity/invitation'
import { apply, compare, plan } from './apply'
import { RequestError } from './Management'
import { aDeployment, county, emptyCounty, indexCount, someFunctions } from './testing/aDeployment'
import { StubAccount } from './testing/StubAccount'

const fresh = () => {
  const account = new StubAccount(county.environment)
  return { account, hashes: emptyCounty(account) }
}
const isChange = (action: string) => !/^(Describe|List|Get|Invoke)/.test(action)
const changes = ({ requests }: StubAccount) => requests.filter(({ action }) => isChange(action))
type Variable = { Key: string; Value: string }
const heldVariables = (account: StubAccount, name: string): Variable[] => {
  const held = account.functions.get(name)
  if (!held) throw new Error(`there is no function ${name}`)
  return (held.config.Environment as { Variables: Variable[] }).Variables
}
const variablesOf = (account: StubAccount, name: string) =>
  Object.fromEntries(heldVariables(account, name).map(({ Key, Value }) => [Key, Value]))

describe('an empty account', () => {
  const { account, hashes } = fresh()
  const deployment = aDeployment(account)
  beforeAll(() => apply(deployment))

  test('has every collection, closed to phones, with its indexes, and its storage private', () => {
    expect([...account.tables.keys()].sort()).toEqual(declarations.map(({ name }) => name).sort())
    expect([...account.tables.values()].every(({ acl }) => acl === 'ADMINONLY')).toBe(true)
    const made = [...account.tables.values()].flatMap(({ indexes }) => indexes.slice(1))
    expect(made).toHaveLength(indexCount)
    const unique = declarations.flatMap(({ indexes }) => indexes.filter((one) => 'unique' in one))
    expect(made.filter(({ Unique }) => Unique)).toHaveLength(unique.length)
    expect(account.storage).toBe('PRIVATE')
  })

  test('has functions that load there, with their own time, memory and the variables they read', () => {
    const { config } = account.functions.get('api') ?? { config: {} }
    expect(config).toMatchObject({
      Runtime: 'Nodejs18.15',
      Timeout: 20,
      MemorySize: 256,
      InstallDependency: 'TRUE',
    })
    expect(account.functions.get('imports')?.config).toMatchObject({ Timeout: 60, MemorySize: 512 })
    expect(Object.keys(variablesOf(account, 'api')).sort()).toEqual(['BUILD', 'PHONE_KEY', 'TEMPLATES'])
    expect(Object.keys(variablesOf(account, 'imports')).sort()).toEqual(['BUILD', 'PHONE_KEY'])
    expect(Object.keys(variablesOf(account, 'remind')).sort()).toEqual(['BUILD', 'TEMPLATES'])
    expect(JSON.parse(variablesOf(account, 'api').TEMPLATES ?? '')).toEqual(county.templates)
  })

  test('lets phones call no timer and no operator, and has its timers from WeChat’s tool', () => {
    expect(JSON.parse(account.rule)).toEqual({
      '*': { invoke: true },
      operator: { invoke: false },
      remind: { invoke: false },
    })
    const { triggers } = account.functions.get('remind') ?? {}
    expect(triggers).toEqual([{ TriggerName: 'hourly', Type: 'timer', TriggerDesc: '0 5 8-20 * * * *' }])
    expect(
      account.requests.filter(({ action }) => action === 'createTrigger').map(({ service }) => service),
    ).toEqual(['wechat'])
  })

  test('was changed in an order in which nobody reads what is open or asks without an index, and the mini-program came last', () => {
    const order = changes(account).map(({ action, params }) => [
      action,
      params.TableName ?? params.CollectionName,
    ])
    const at = (action: string, table?: string) =>
      order.findIndex(([one, of]) => one === action && (table === undefined || of === table))
    for (const { name } of declarations)
      expect(at('CreateTable', name)).toBeLessThan(at('ModifyDatabaseACL', name))
    const actions = order.map(([action]) => action)
    expect(actions.lastIndexOf('UpdateTable')).toBeLessThan(at('CreateFunction'))
    expect(actions.lastIndexOf('CreateFunction')).toBeLessThan(at('upload'))
    expect(actions.slice(-2)).toEqual(['upload', 'UpdateFunctionConfiguration'])
  })

  test('tells the first token once, and only its hash leaves this machine', () => {
    const token = /^ {3}([\w-]{28})$/m.exec(deployment.said.join('\n'))?.[1] ?? ''
    expect(hashes).toEqual([hashOf(token)])
    expect(JSON.stringify(account.requests)).not.toContain(token)
  })

  test('is asked for nothing twice: a second apply changes nothing and has no new token', async () => {
    const before = changes(account).length
    const again = aDeployment(account)
    await apply(again)
    expect(changes(account)).toHaveLength(before)
    expect(again.said.join('\n')).toMatch(/没有要改的[\s\S]*已经发过/)
    expect(hashes).toHaveLength(1)
  })

  test('no secret and no value of a variable is ever printed', async () => {
    const again = aDeployment(account, { built: someFunctions('v2') })
    await plan(again)
    const said = [...deployment.said, ...again.said].join('\n')
    expect(said).not.toContain('p'.repeat(64))
    expect(said).not.toContain('template-of-meetings')
  })
})

test('plan says every step and touches nothing', async () => {
  const { account } = fresh()
  const deployment = aDeployment(account)
  await plan(deployment)
  expect(changes(account)).toEqual([])
  const { steps } = await compare(aDeployment(account))
  expect(deployment.said).toHaveLength(steps.length + 1)
  expect(deployment.said[0]).toContain(`要做 ${steps.length} 步`)
})

const cut = new RequestError('cut', 'ECONNRESET', 'socket hang up')
const whole = async () => {
  const { account } = fresh()
  await apply(aDeployment(account))
  return account
}

test.each(['early', 'late'] as const)(
  'cut at any request (%s) and run again, it ends the same',
  async (when) => {
    const account = await whole()
    const end = account.state()
    // What an end of five tries in a row looks like: the network is away.
    for (let at = 1; at <= account.requests.length; at += 1) {
      const one = fresh()
      let isAway = false
      one.account.fault = ({ number, when: now }) => {
        if (number >= at && now === when) isAway = true
        return isAway && now === when ? cut : undefined
      }
      await expect(apply(aDeployment(one.account))).rejects.toThrow()
      one.account.fault = () => undefined
      await apply(aDeployment(one.account))
      expect(one.account.state()).toEqual(end)
    }
  },
)

describe('a step that is refused ends with a sentence that says which, why and that it goes on', () => {
  const refusals: [string, string, RegExp][] = [
    ['CreateTable', 'UnauthorizedOperation', /“建立集合 \w+”没有做成。这个密钥没有权限/],
    ['CreateTable', 'LimitExceeded.Collection', /套餐的额度不够/],
    ['UpdateTable', 'FailedOperation.DuplicateKey', /重复的数据/],
    ['CreateFunction', 'AuthFailure.SecretIdNotFound', /密钥不对或已停用/],
    ['ModifyDatabaseACL', 'ECONNREFUSED', /网络不通/],
    ['UpdateFunctionConfiguration', 'InternalError', /云端没有接受这一步/],
    ['upload', '-80011', /上传白名单/],
  ]
  test.each(refusals)('%s: %s', async (action, code, sentence) => {
    const { account } = fresh()
    account.fault = (request) =>
      request.action === action ? new RequestError(action, code, `no ${code}`) : undefined
    const refused = apply(aDeployment(account))
    await expect(refused).rejects.toThrow(sentence)
    await expect(refused).rejects.toThrow(/接着做/)
    account.fault = () => undefined
    await apply(aDeployment(account))
    expect(account.state()).toEqual((await whole()).state())
  })

  test('asked too often it waits and asks again by itself', async () => {
    const { account } = fresh()
    let refused = 0
    account.fault = ({ action, number, when }) => {
      // Tencent counts requests; WeChat's tool is asked a handful of times.
      const isByTool = ['upload', 'createTrigger'].includes(action)
      if (when === 'late' || number % 9 !== 0 || isByTool) return undefined
      refused += 1
      return new RequestError('any', 'RequestLimitExceeded', 'slow down')
    }
    await apply(aDeployment(account))
    expect(refused).toBeGreaterThan(10)
    expect(account.state()).toEqual((await whole()).state())
  })
})

describe('an environment that somebody has changed', () => {
  test('gets back what was opened, loosened or lost, and keeps what is not ours', async () => {
    const account = await whole()
    const end = account.state()
    const [first, second] = [...account.tables.values()]
    if (!first || !second) throw new Error('no table')
    first.acl = 'READONLY'
    second.indexes.pop()
    account.storage = 'READONLY'
    account.rule = '{"*": {"invoke": true}}'
    account.functions
      .get('remind')
      ?.triggers.splice(0, 1, { TriggerName: 'hourly', Type: 'timer', TriggerDesc: '0 0 3 * * * *' })
    Object.assign(account.functions.get('api')?.config ?? {}, { Timeout: 3 })
    await apply(aDeployment(account))
    expect(account.state()).toEqual(end)
    account.tables.set('ofSomebodyElse', { acl: 'READONLY', indexes: [] })
    second.indexes.push({ Name: 'byHand', Keys: [{ Name: 'x', Direction: '1' }], Unique: false })
    const before = changes(account).length
    await apply(aDeployment(account))
    expect(changes(account)).toHaveLength(before)
  })

  test('an index of the same name over other fields is made anew; the same one under another name is taken', async () => {
    const account = await whole()
    const facts = account.tables.get('facts')
    const [, one, two] = facts?.indexes ?? []
    if (!one || !two) throw new Error('no index')
    one.Keys = [{ Name: 'wrong', Direction: '1' }]
    two.Name = 'made_by_hand'
    const before = changes(account).length
    await apply(aDeployment(account))
    const done = changes(account)
      .slice(before)
      .map(({ params }) => Object.keys(params).find((name) => name.endsWith('Indexes')))
    expect(done).toEqual(['DropIndexes', 'CreateIndexes'])
  })

  test('new code is sent, then its number is kept; the variable that somebody set by hand stays', async () => {
    const account = await whole()
    heldVariables(account, 'api').push({ Key: 'OF_SOMEBODY', Value: 'x' })
    const before = changes(account).length
    await apply(aDeployment(account, { built: someFunctions('v2') }))
    expect(
      changes(account)
        .slice(before)
        .map(({ action }) => action),
    ).toEqual(Array.from({ length: 4 }, () => ['UpdateFunctionCode', 'UpdateFunctionConfiguration']).flat())
    expect(variablesOf(account, 'api')).toMatchObject({ OF_SOMEBODY: 'x', PHONE_KEY: 'p'.repeat(64) })
    expect(variablesOf(account, 'operator')).toMatchObject({ CLIENT: 'client-1' })
  })

  test('a template that is taken out of the county file is taken out of the functions', async () => {
    const account = await whole()
    await apply(aDeployment(account, { county: { ...county, templates: {} } }))
    expect(variablesOf(account, 'api')).not.toHaveProperty('TEMPLATES')
  })

  test('a function of another runtime is made anew only when that is asked for', async () => {
    const account = await whole()
    Object.assign(account.functions.get('api')?.config ?? {}, { Runtime: 'Nodejs8.9' })
    const before = changes(account).length
    await expect(apply(aDeployment(account))).rejects.toThrow(
      /函数 api 是用别的运行环境建的[\s\S]*--recreate/,
    )
    expect(changes(account)).toHaveLength(before)
    await apply(aDeployment(account), { recreate: true })
    expect(account.functions.get('api')?.config).toMatchObject({ Runtime: 'Nodejs18.15' })
  })

  test('the key of phone numbers is kept where none is given, and another takes its place only when that is asked for', async () => {
    const account = await whole()
    const without = aDeployment(account, { secrets: {} })
    await apply(without)
    expect(variablesOf(account, 'api').PHONE_KEY).toBe('p'.repeat(64))
    const other = () => aDeployment(account, { secrets: { phoneKey: 'q'.repeat(64) } })
    await expect(apply(other())).rejects.toThrow(/重新导入名册[\s\S]*--new-phone-key/)
    await apply(other(), { newPhoneKey: true })
    expect([variablesOf(account, 'api').PHONE_KEY, variablesOf(account, 'imports').PHONE_KEY]).toEqual([
      'q'.repeat(64),
      'q'.repeat(64),
    ])
  })

  test('a county without a key gets one, the same for every function, even when it was cut in between', async () => {
    const { account } = fresh()
    account.fault = ({ action, when }) =>
      when === 'early' && action === 'CreateFunction' && account.functions.size === 1 ? cut : undefined
    await expect(apply(aDeployment(account, { secrets: {} }))).rejects.toThrow()
    account.fault = () => undefined
    await apply(aDeployment(account, { secrets: {} }))
    const key = variablesOf(account, 'api').PHONE_KEY
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(variablesOf(account, 'imports').PHONE_KEY).toBe(key)
  })
})

test('a lost token can be had anew while nobody runs the county, and not afterwards', async () => {
  const { account, hashes } = fresh()
  await apply(aDeployment(account))
  await apply(aDeployment(account), { token: true })
  expect(new Set(hashes).size).toBe(2)
})
