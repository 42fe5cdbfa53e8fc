import { lifts } from '../duty/lifts'
import { aDuty, aMember } from '../testing/builders'
import { ended, exemptionIdOf, exemptionOf, withExemption } from './setExemption'

const imported = { category: 'health', from: '2026-03-01' } as const

test('one from an import is known by what it is and when it began, and changed under that name', () => {
  const member = aMember({ exemptions: [imported] })
  const exemptionId = exemptionIdOf(imported)
  const after = withExemption(member, {
    ...imported,
    exemptionId,
    to: '2026-09-30',
    state: 'in_force',
    setBy: 'm2',
  })
  expect(after.exemptions).toHaveLength(1)
  expect(exemptionOf(after, exemptionId)?.to).toBe('2026-09-30')
  expect(withExemption(after, { ...imported, exemptionId: 'x1' }).exemptions).toHaveLength(2)
})

test('a no to one asked for lifts nothing ever; a no to one in force ends it, never later than it would end anyhow', () => {
  const declined = ended({ ...imported, state: 'asked' }, 'x', '2026-09-22', 'm2')
  expect(declined).toEqual({ ...imported, exemptionId: 'x', state: 'declined', setBy: 'm2' })
  expect(lifts(declined, aDuty())).toBe(false)
  const over = ended(imported, 'x', '2026-09-22', 'm2')
  expect(over).toMatchObject({ state: 'ended', to: '2026-09-22' })
  expect(lifts(over, aDuty())).toBe(true)
  expect(ended({ ...imported, from: '2026-09-23' }, 'x', '2026-09-22', 'm2').state).toBe('declined')
  expect(ended({ ...imported, to: '2026-08-31' }, 'x', '2026-09-22', 'm2').to).toBe('2026-08-31')
})
