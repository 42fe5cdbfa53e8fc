import { readFileSync } from 'node:fs'
import { translations } from '@cloud/lib/entry/translations'
import { contractVersion } from '@domain/contract/answer'
import { misunderstood } from '../../scripts/contract/misread'
import { type Contract, contractOf } from '../../scripts/contract/wireOf'

// What the last release said (npm run snapshot -- contract): its phones are still there when the cloud has been upgraded.
const before = JSON.parse(readFileSync('tests/snapshots/contract.json', 'utf8')) as Contract
const found = misunderstood(before, contractOf(contractVersion))

test('a phone of the release before asks what the cloud of today understands, and reads what it answers, or it is translated', () => {
  const isRaised = contractVersion === before.version + 1
  const untranslated = Object.entries(found).filter(([action]) => !isRaised || !translations.has(action))
  const sentences = untranslated.flatMap(([action, list]) => list.map((one) => `${action}: ${one}`))
  // Make it so that old phones understand (CONTRIBUTING, "Change what goes over the wire"), or raise contractVersion and write a translation.
  expect(sentences).toEqual([])
})

test('the snapshot is that of this version or of the one before', () => {
  expect([contractVersion, contractVersion - 1]).toContain(before.version)
})

test('nothing is translated that would be understood without', () => {
  expect([...translations.keys()].filter((action) => !(action in found))).toEqual([])
})
