import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { mintActivityCode, readCode } from '../../domain/checkin/code'
import { consentVersion } from '../../domain/contract/privacy'
import { contractVersion } from '../../domain/contract/answer'
import { haveFirstAdmin } from '../../scripts/lib/firstAdmin'
import { type County, openCounty } from '../../scripts/lib/openCounty'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { codeInPicture } from './codeOn'
import { WeappHost } from './host'
import { unhurried } from '../unhurried'

/** The first administrator's phone in the compiled mini-program, from an empty environment to a county in use; the other phones call the cloud. */
let county: County
let host: WeappHost
let dataDir: string
const branch = '县水利局党支部'
const files = {
  organisations: `党组织名称,组织类别,上级党组织\n${branch},党支部,县直机关工委`,
  members: [
    '姓名,所在党支部,人员类别,手机号码,党内职务',
    `孙丽华,${branch},正式党员,13900000501,党支部书记`,
    `高刚,${branch},正式党员,13900000502,`,
  ].join('\n'),
}

before(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'weapp-'))
  const options = {
    port: 0,
    dataDir,
    at: demoMoment,
    seed: 'none',
    help: false,
    settings: unhurried,
  } as const
  county = await openCounty(options, () => undefined)
  host = new WeappHost({
    dist: process.env.WEAPP_DIST ?? 'dist/weapp',
    cloud: { url: county.emulator.url, openid: 'phone-of-admin' },
    now: () => county.emulator.clock.now(),
  })
})
after(async () => {
  await county.emulator.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const shows = (what: string) => host.until(() => host.has(what))
const says = (what: string, wanted: RegExp) =>
  host.until(
    () => host.has(what) && wanted.test(host.text(what)),
    () => (host.has(what) ? host.text(what) : host.text()),
  )
async function tap(what: string): Promise<void> {
  await shows(what)
  await host.tap(what)
}
async function importFile(name: string, text: string): Promise<void> {
  const file = { name, path: `wxfile://tmp/${name}`, size: Buffer.byteLength(text) }
  host.files.set(file.path, text)
  host.mock('chooseMessageFile', () => ({ tempFiles: [file] }))
  await tap('#import-choose')
  await tap('#import-apply')
  await shows('#import-done')
  await tap('#import-back')
}
/** Another phone, which has agreed to the privacy text. */
async function ask<T>(openid: string, action: string, data: object): Promise<T> {
  const { result } = await county.emulator.invoke('api', { action, contractVersion, data }, { openid })
  const answer = result as { ok: boolean; data: T }
  assert.ok(answer.ok, `${action} as ${openid}: ${JSON.stringify(answer)}`)
  return answer.data
}

test('the first administrator enters by the token and is led to the first step', async () => {
  await host.launch()
  await shows('#consent-tick')
  await host.tap('#consent-tick')
  await tap('#agree')
  await tap('#to-about')
  await tap('#about-admin')
  await shows('#admin-token')
  await host.input('#admin-token', haveFirstAdmin(county.emulator) ?? '')
  await host.input('#admin-name', '汪广立')
  await tap('#admin-send')
  await tap('#todo-setup')
  await says('#setup', /还有 5 步就能用/)
})

test('two files and one look at the rights, each followed by the next step', async () => {
  await tap('#setup-file')
  await importFile('组织.csv', files.organisations)
  await says('#setup', /还有 4 步就能用/)
  await tap('#setup-file')
  await importFile('党员.csv', files.members)
  await says('#setup', /还有 3 步就能用/)
  await tap('#setup-seen')
  await says('#setup', /还有 2 步就能用/)
})

test('the paper that is drawn lets the secretary in, and nobody without the last four digits', async () => {
  await tap('#setup-heads')
  await says('#heads-list', /孙丽华，还没邀请/)
  const [{ _id = '' } = {}] = county.emulator.database.find('organisations', { name: branch })
  await tap(`#invite-${String(_id)}`)
  const code = readCode(await codeInPicture(host, '#invitation-qr'))
  assert.ok(code?.type === 'invitation')
  await ask('phone-of-secretary', 'privacy.consent', { version: consentVersion, agree: true })
  const take = { token: code.token, nonce: 'weapp-empty-1' }
  const { result } = await county.emulator.invoke(
    'api',
    { action: 'binding.take', contractVersion, data: take },
    { openid: 'phone-of-secretary' },
  )
  assert.equal((result as { reason?: string }).reason, 'roster_mismatch')
  await ask('phone-of-secretary', 'binding.take', { ...take, phoneTail: '0501' })
  await tap('#head-code-done')
})

test('a meeting is announced and opened, a member registers, and nothing is left of the first day', async () => {
  const { emulator } = county
  const [{ _id: branchId = '' } = {}] = emulator.database.find('organisations', { name: branch })
  const { suggestions } = await ask<{ suggestions: { kind: string; startsAt: number }[] }>(
    'phone-of-secretary',
    'activity.prepare',
    { branchId },
  )
  const form = suggestions.find(({ kind }) => kind === 'theme_party_day')
  assert.ok(form)
  const expectedIds = emulator.database.find('members', {}).map(({ _id }) => String(_id))
  const { activityId } = await ask<{ activityId: string }>('phone-of-secretary', 'activity.save', {
    nonce: 'weapp-empty-2',
    form: { ...form, expectedIds },
    publish: true,
  })
  emulator.clock.set(Math.max(emulator.clock.now(), form.startsAt - 600_000))
  await ask('phone-of-secretary', 'activity.setState', { activityId, to: 'open' })
  await ask('phone-of-member', 'privacy.consent', { version: consentVersion, agree: true })
  await ask('phone-of-member', 'identity.request', { branchId, name: '高刚', phoneTail: '0502' })
  const [{ requestId } = {}] = emulator.database.find('identities', { _id: 'phone-of-member' })
  await ask('phone-of-secretary', 'identity.decide', { requestId, approve: true })
  const { codeKey } = await ask<{ codeKey: string }>('phone-of-secretary', 'activity.board', { activityId })
  const code = mintActivityCode({ activityId, codeKey, now: emulator.clock.now() })
  const { ticket } = await ask<{ ticket: string }>('phone-of-member', 'checkin.open', { code })
  await ask('phone-of-member', 'checkin.register', { ticket, nonce: 'weapp-empty-3' })
  const { month } = await ask<{ month: { life: { kind: string; attended: number }[] } }>(
    'phone-of-member',
    'progress.home',
    {},
  )
  assert.equal(month.life.find(({ kind }) => kind === 'theme_party_day')?.attended, 1)
  await host.back()
  await says('#setup', /都办好了，可以用了/)
})
