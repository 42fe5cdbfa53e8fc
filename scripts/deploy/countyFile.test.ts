import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import schema from '../../deploy/county.schema.json'
import template from '../../deploy/county.template.json'
import lock from '../../deploy/tools/package-lock.json'
import manifest from '../../deploy/tools/package.json'
import { templates } from '@domain/contract/templates'
import { countyFile, readCountyFile, readSecrets } from './countyFile'

const folder = mkdtempSync(path.join(os.tmpdir(), 'county-'))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (content: unknown, name = 'county.json'): string => {
  const file = path.join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

test('the template can be read as it is', () => {
  expect(readCountyFile(written(template))).toMatchObject({ region: 'ap-shanghai', done: {} })
})

test('the schema that editors read knows the same fields as the command', () => {
  const keys = (entries: object) => Object.keys(entries).sort()
  const { properties } = schema
  expect(keys(properties)).toEqual(keys(countyFile.entries))
  expect(keys(properties.done.properties)).toEqual(keys(countyFile.entries.done.wrapped.entries))
  expect(keys(properties.templates.properties)).toEqual(keys(templates.entries))
  for (const name of ['meeting', 'month_gap', 'waiting'] as const)
    expect(keys(properties.templates.properties[name].properties)).toEqual(
      keys(templates.entries[name].wrapped.entries),
    )
})

test.each([
  ['appid', { ...template, appid: 'touristappid' }, /appid 不对/],
  [
    'a keyword',
    { ...template, templates: { meeting: { id: 'x', title: 'thing', time: 'date3' } } },
    /templates\.meeting\.title 不对/,
  ],
  ['a field nobody knows', { ...template, secretKey: 'x' }, /secretKey 不对/],
  ['JSON', '{', /不是有效的 JSON/],
])('%s that is wrong is named', (_what, content, sentence) => {
  expect(() => readCountyFile(written(content))).toThrow(sentence)
})

test('a file that is not there says from what to make it', () => {
  expect(() => readCountyFile('deploy/nowhere.json')).toThrow(/county\.template\.json/)
})

const keys = 'TENCENT_SECRET_ID=id\nTENCENT_SECRET_KEY = key\n# PHONE\n'

test('secrets come from a file outside git, the environment goes before it, and what is missing is named', () => {
  const file = written(keys, 'keys.env')
  expect(readSecrets(file, {})).toEqual({ secretId: 'id', secretKey: 'key' })
  expect(readSecrets(file, { TENCENT_SECRET_ID: 'other' })).toMatchObject({ secretId: 'other' })
  expect(() => readSecrets(undefined, {})).toThrow(/TENCENT_SECRET_ID/)
  expect(() => readSecrets(file, { PHONE_KEY: 'short' })).toThrow(/PHONE_KEY 太短/)
})

test('a file of secrets that git would take along is refused, below .local it is not', () => {
  mkdirSync('.local', { recursive: true })
  const within = path.join('.local', 'secrets-of-a-test.env')
  writeFileSync(within, keys)
  expect(readSecrets(within, {})).toMatchObject({ secretId: 'id' })
  rmSync(within)
  expect(() => readSecrets('package.json', {})).toThrow(/会被一起提交/)
  expect(() =>
    readSecrets(undefined, {
      TENCENT_SECRET_ID: 'a',
      TENCENT_SECRET_KEY: 'b',
      UPLOAD_KEY_FILE: 'deploy/x.key',
    }),
  ).toThrow(/上传密钥/)
})

test('the two tools are pinned and their lock names no registry', () => {
  expect(manifest.dependencies).toEqual({ '@cloudbase/manager-node': '5.6.5', 'miniprogram-ci': '2.1.42' })
  expect(lock.packages[''].dependencies).toEqual(manifest.dependencies)
  expect(Object.values(lock.packages).filter((locked) => 'resolved' in locked)).toEqual([])
})
