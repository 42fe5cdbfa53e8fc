import vm from 'node:vm'
import { prepareProbe, removeProbe } from './probe'
import { aDeployment, county } from './testing/aDeployment'
import { StubAccount } from './testing/StubAccount'

const printed = async () => {
  const account = new StubAccount(county.environment)
  const { environment, said, log } = aDeployment(account)
  await prepareProbe(environment, log)
  return { account, environment, said, log }
}

test('one command puts the probe into an environment, a second one its newest code, a third takes it out', async () => {
  const { account, environment, log } = await printed()
  expect(account.functions.get('probe')?.config).toMatchObject({ Runtime: 'Nodejs18.15', Timeout: 40 })
  await prepareProbe(environment, log)
  const changes = account.requests.flatMap(({ action }) => (/^(Create|Update)/.test(action) ? [action] : []))
  expect(changes).toEqual(['CreateFunction', 'UpdateFunctionCode'])
  await removeProbe(environment, log)
  expect([...account.functions.keys()]).toEqual([])
})

test('one paste asks all there is to ask and prints one line', async () => {
  const { said } = await printed()
  const lines: string[] = []
  const asked: string[] = []
  const callFunction = (options: { name: string; data: object }) => {
    asked.push(JSON.stringify(options).slice(0, 60))
    if (Object.keys(options.data).length === 0 && options.name === 'probe')
      return Promise.resolve({ result: { probe: 1, answers: { a: { answer: 1 } } } })
    return Promise.reject(Object.assign(new Error('told'), { errCode: -1, errMsg: 'told' }))
  }
  const done = new Promise<void>((resolve) => {
    const log = (line: string) => {
      lines.push(line)
      resolve()
    }
    vm.runInNewContext(said[0] ?? '', { wx: { cloud: { callFunction } }, console: { log } })
  })
  await done
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    report: { probe: 1, answers: { a: { answer: 1 } } },
    phone: { 'phone: no such function': { code: -1, words: 'told' } },
  })
  expect(asked.length).toBeGreaterThan(6)
})
