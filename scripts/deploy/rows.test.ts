import { latestMigration } from '@cloud/lib/store/migrations/migrations'
import { apply, plan } from './apply'
import { aDeployment, county, emptyCounty, someFunctions } from './testing/aDeployment'
import { StubAccount } from './testing/StubAccount'

const whole = async () => {
  const account = new StubAccount(county.environment)
  emptyCounty(account)
  await apply(aDeployment(account))
  return account
}

describe('rows of the release before', () => {
  const upgraded = async (migrated: number) => {
    const account = await whole()
    account.migrated = migrated
    const before = account.requests.length
    const deployment = aDeployment(account, { built: someFunctions('v2') })
    await plan(deployment)
    await apply(deployment)
    const asked = account.requests.slice(before).flatMap(({ action, params }) => {
      if (action === 'UpdateFunctionCode') return [String(params.FunctionName)]
      const { ask, pass } = JSON.parse((params.ClientContext as string | undefined) ?? '{}') as {
        ask?: string
        pass?: string
      }
      return ask === 'migrate' ? [`migrate ${String(pass)}`] : []
    })
    return { account, asked, said: deployment.said.join('\n') }
  }

  test('are brought over by the new operator before the functions that read them, and once more after', async () => {
    const { account, asked, said } = await upgraded(0)
    expect(asked).toEqual(['operator', 'migrate before', 'api', 'imports', 'remind', 'migrate after'])
    expect(account.migrated).toBe(latestMigration)
    expect(said).toMatch(/· 已有数据先补成第 \d+ 版（现在第 0 版）/)
  })

  test('are left alone where they have the shape already', async () => {
    const { asked } = await upgraded(latestMigration)
    expect(asked.filter((one) => one.startsWith('migrate'))).toEqual([])
  })

  test('of a later release are kept as they are, with the number of the release that came back', async () => {
    const { account, asked } = await upgraded(latestMigration + 1)
    expect(asked.filter((one) => one.startsWith('migrate'))).toEqual(['migrate after'])
    expect(account.migrated).toBe(latestMigration)
  })

  test('that take longer than one call are asked for again until none is left, and a no is a sentence', async () => {
    const account = await whole()
    account.migrated = 0
    const answers = account.invoke
    let calls = 0
    account.invoke = (name, event) => {
      const { ask, pass } = event as { ask: string; pass?: string }
      if (ask !== 'migrate' || pass !== 'before') return answers(name, event)
      calls += 1
      return { ok: true, migrated: { done: 0, left: calls < 3, changed: 1000 } }
    }
    await apply(aDeployment(account))
    expect(calls).toBe(3)
    account.migrated = 0
    account.invoke = (name, event) =>
      (event as { ask: string }).ask === 'migrate' ? { ok: false, reason: 'try_again' } : answers(name, event)
    await expect(apply(aDeployment(account))).rejects.toThrow(/已有数据先补成第[\s\S]*接着做/)
  })
})
