import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { apply } from '../../scripts/deploy/apply'
import { Environment } from '../../scripts/deploy/Environment'
import { RequestError } from '../../scripts/deploy/Management'
import {
  askTencent,
  haveTools,
  layOutClient,
  throughWeChat,
  type Tools,
} from '../../scripts/deploy/realTools'
import { aDeployment, county, emptyCounty } from '../../scripts/deploy/testing/aDeployment'
import { StubAccount } from '../../scripts/deploy/testing/StubAccount'
import { buildStale } from '../../scripts/lib/buildTargets'
import { StubInternet } from './StubInternet'

// The very libraries Tencent and WeChat publish, with the internet on this machine. What a real account would answer is not seen here.
const folder = mkdtempSync(path.join(os.tmpdir(), 'deploy-'))
const uploadKeyFile = path.join(folder, 'upload.key')
const secrets = { secretId: 'id', secretKey: 'key', uploadKeyFile }
let tools: Tools

before(async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(uploadKeyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  await buildStale(['weapp'], () => undefined)
  tools = await haveTools()
})
after(() => rmSync(folder, { recursive: true }))

async function reached(account: StubAccount, work: (internet: StubInternet) => Promise<void>): Promise<void> {
  const internet = new StubInternet(account)
  await internet.open()
  try {
    await work(internet)
  } finally {
    await internet.close()
  }
}

const deploymentBy = (account: StubAccount) => {
  const wechat = throughWeChat(tools, county, secrets, async () => void layOutClient(county))
  const environment = new Environment(
    county.environment,
    askTencent(tools, county, secrets),
    wechat,
    async () => undefined,
  )
  return aDeployment(account, { environment })
}

test('by way of the real tools an empty account ends as by way of the interface the other tests use', async () => {
  const [account, other] = [new StubAccount(county.environment), new StubAccount(county.environment)]
  emptyCounty(account)
  emptyCounty(other)
  await reached(account, async (internet) => {
    await apply(deploymentBy(account))
    assert.deepEqual([...internet.hosts].sort(), [
      'scf.tencentcloudapi.com',
      'servicewechat.com',
      'tcb.tencentcloudapi.com',
    ])
    assert.deepEqual(
      internet.uploaded.map(({ query, bytes }) => [query.get('appid'), bytes > 500_000]),
      [[county.appid, true]],
    )
    const before = account.requests.length
    await apply(deploymentBy(account))
    const changes = account.requests
      .slice(before)
      .filter(({ action }) => !/^(Describe|List|Get|Invoke)/.test(action))
    assert.deepEqual(changes, [])
    assert.equal(internet.uploaded.length, 1)
  })
  await apply(aDeployment(other))
  assert.deepEqual(account.state(), other.state())
  const sent = (one: StubAccount) =>
    one.requests
      .filter(({ service }) => service !== 'wechat')
      .map(({ service, action }) => `${service} ${action}`)
  assert.deepEqual(sent(account).slice(0, sent(other).length).sort(), sent(other).sort())
})

test('a refusal of Tencent’s and a sentence of WeChat’s tool arrive as what they are', async () => {
  const account = new StubAccount(county.environment)
  emptyCounty(account)
  account.fault = ({ action }) =>
    action === 'CreateTable' ? new RequestError(action, 'UnauthorizedOperation', 'no') : undefined
  await reached(account, async () => {
    await assert.rejects(apply(deploymentBy(account)), /这个密钥没有权限/)
    account.fault = () => undefined
    await assert.rejects(
      throughWeChat(tools, county, secrets).createTrigger('nowhere', { name: 'x', config: '0 0 1 * * * *' }),
      /triggersConfig/,
    )
  })
})

test('without an upload key everything else is done, and the sentence says where to get one', async () => {
  const account = new StubAccount(county.environment)
  emptyCounty(account)
  const wechat = throughWeChat(tools, county, { secretId: 'id', secretKey: 'key' })
  await reached(account, async () => {
    const environment = new Environment(
      county.environment,
      askTencent(tools, county, secrets),
      wechat,
      async () => undefined,
    )
    await assert.rejects(apply(aDeployment(account, { environment })), /缺少代码上传密钥/)
  })
  assert.equal(account.functions.size, 4)
})
