import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSecrets, secretsIn, tellingLines } from './secrets'

test('the search finds an ID number, a phone number and a birth date however the day is written', async () => {
  const secrets = await readSecrets()
  assert.ok(secrets.numbers.size > 2000, 'the register is not read')
  assert.ok(secrets.birthdays.size > 500, 'the register is not read')
  for (const number of [...secrets.numbers].slice(0, 20))
    assert.deepEqual(secretsIn(`x${number}y`, secrets), [number])
  const [day = ''] = secrets.birthdays
  const [year, month, date] = day.split('-').map(Number)
  for (const text of [day, `${year}/${month}/${date}`, `${year}年${month}月${date}日`])
    assert.deepEqual(secretsIn(text, secrets), [day])
  assert.deepEqual(secretsIn('尾号 2684，2026-09-22，1790059800123', secrets), [])
  const [number = ''] = secrets.numbers
  const lines = [`[api] ${number}`, '[api] 胡淑', '[api] forbidden 123456']
  assert.deepEqual(tellingLines(lines, ['胡淑'], secrets), lines.slice(0, 2))
})
