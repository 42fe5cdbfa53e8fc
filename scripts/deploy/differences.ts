import type { MigrationPass } from '@domain/contract/operator'
import type { Index } from '@cloud/lib/store/collections/collection'
import {
  CLIENT,
  type Found,
  type FoundCollection,
  type FoundFunction,
  KEEPER,
  ownVariables,
  type Trigger,
  type Wanted,
  type WantedFunction,
} from './state'

/** One step, which may be repeated: done twice it is done once. */
export type Step =
  | { do: 'createCollection'; collection: string }
  | { do: 'closeCollection'; collection: string; was: string }
  | { do: 'dropIndex'; collection: string; index: string }
  | { do: 'createIndex'; collection: string; index: Index }
  | { do: 'closeStorage'; was: string }
  | { do: 'removeFunction'; name: string; why: 'runtime' | 'failed' }
  | { do: 'createFunction'; wanted: WantedFunction }
  | { do: 'updateCode'; wanted: WantedFunction }
  | {
      do: 'updateConfig'
      name: string
      timeout: number
      memory: number
      variables: Record<string, string>
      what: string[]
    }
  | { do: 'setFunctionRule'; rule: string }
  | { do: 'removeTrigger'; name: string; trigger: string }
  | { do: 'createTrigger'; name: string; trigger: Trigger }
  | { do: 'migrate'; pass: MigrationPass; from: number; to: number }
  | { do: 'uploadClient'; client: string }

const sameKeys = (a: Pick<Index, 'keys' | 'unique'>, b: Pick<Index, 'keys' | 'unique'>): boolean =>
  a.keys.join() === b.keys.join() && (a.unique ?? false) === (b.unique ?? false)

function ofCollection(name: string, indexes: readonly Index[], found: FoundCollection | undefined): Step[] {
  const there = found?.indexes ?? []
  // One made by hand under another name answers the same questions.
  const missing = indexes.filter((index) => !there.some((one) => sameKeys(one, index)))
  const inTheWay = missing.filter((index) => there.some((one) => one.name === index.name))
  return [
    ...(found ? [] : [{ do: 'createCollection' as const, collection: name }]),
    ...(found?.permission === 'ADMINONLY'
      ? []
      : [{ do: 'closeCollection' as const, collection: name, was: found?.permission ?? '' }]),
    ...inTheWay.map((index) => ({ do: 'dropIndex' as const, collection: name, index: index.name })),
    ...missing.map((index) => ({ do: 'createIndex' as const, collection: name, index })),
  ]
}

/** What somebody set by hand stays, what is set from here is replaced as a whole. */
const merged = (found: Record<string, string>, wanted: Record<string, string>) => ({
  ...Object.fromEntries(Object.entries(found).filter(([name]) => !ownVariables.includes(name))),
  ...wanted,
})

const differing = (wanted: WantedFunction, found: FoundFunction): string[] => [
  ...(wanted.timeout === found.timeout ? [] : ['timeout']),
  ...(wanted.memory === found.memory ? [] : ['memory']),
  ...ownVariables.filter((name) => wanted.variables[name] !== found.variables[name]),
]

function ofFunction(wanted: WantedFunction, found: FoundFunction | undefined): Step[] {
  if (!found) return [{ do: 'createFunction', wanted }]
  const { name, timeout, memory } = wanted
  const why = found.status === 'CreateFailed' ? 'failed' : found.runtime === wanted.runtime ? null : 'runtime'
  if (why)
    return [
      { do: 'removeFunction', name, why },
      { do: 'createFunction', wanted: { ...wanted, variables: merged(found.variables, wanted.variables) } },
    ]
  const what = differing(wanted, found)
  if (what.length === 0) return []
  const variables = merged(found.variables, wanted.variables)
  const update = { do: 'updateConfig' as const, name, timeout, memory, variables, what }
  // BUILD is written after the code: cut in between, the code is sent again.
  return what.includes('BUILD') ? [{ do: 'updateCode', wanted }, update] : [update]
}

function ofTrigger(
  { name, trigger }: WantedFunction,
  found: FoundFunction | undefined,
  isNew: boolean,
): Step[] {
  const there = isNew ? [] : (found?.triggers ?? [])
  if (!trigger) return there.map((one) => ({ do: 'removeTrigger', name, trigger: one.name }))
  const isRight = (one: Trigger) => one.name === trigger.name && one.config === trigger.config
  return [
    ...there
      .filter((one) => !isRight(one))
      .map((one) => ({ do: 'removeTrigger' as const, name, trigger: one.name })),
    ...(there.some(isRight) ? [] : [{ do: 'createTrigger' as const, name, trigger }]),
  ]
}

function ofClient(wanted: Wanted, found: Found, steps: readonly Step[]): Step[] {
  const keeper = wanted.functions.find(({ name }) => name === KEEPER)
  if (!keeper || found.functions[KEEPER]?.variables[CLIENT] === wanted.client) return []
  const known = steps.find((step) => step.do === 'updateConfig' && step.name === KEEPER)
  const before =
    known?.do === 'updateConfig'
      ? known.variables
      : merged(found.functions[KEEPER]?.variables ?? {}, keeper.variables)
  const { name, timeout, memory } = keeper
  return [
    { do: 'uploadClient', client: wanted.client },
    {
      do: 'updateConfig',
      name,
      timeout,
      memory,
      variables: { ...before, [CLIENT]: wanted.client },
      what: [CLIENT],
    },
  ]
}

/** Rows of another shape than the functions read: nothing where there are none yet but to keep the number. */
function ofRows(pass: MigrationPass, wanted: Wanted, found: Found): Step[] {
  const [from, to] = [found.migrated, wanted.migrated]
  // Brought over ahead of the functions only where functions of before are answering.
  if (from === to || (pass === 'before' && (from > to || !found.functions[KEEPER]))) return []
  return [{ do: 'migrate', pass, from, to }]
}

/**
 * What has to be done, in an order in which phones of before go on working: collections are closed before anything is written into them,
 * indexes stand before the functions that ask by them, functions before the mini-program that calls them. Rows are brought over by the new
 * `operator` before the other functions come, which find them in their shape, and once more after them, for what was written meanwhile.
 */
export function differences(wanted: Wanted, found: Found): Step[] {
  const ground = [
    ...wanted.collections.flatMap(({ name, indexes }) =>
      ofCollection(name, indexes, found.collections[name]),
    ),
    ...(found.storage === 'PRIVATE' ? [] : [{ do: 'closeStorage' as const, was: found.storage }]),
  ]
  const stepsOf = (some: readonly WantedFunction[]) =>
    some.flatMap((one) => ofFunction(one, found.functions[one.name]))
  const keeper = stepsOf(wanted.functions.filter(({ name }) => name === KEEPER))
  const others = stepsOf(wanted.functions.filter(({ name }) => name !== KEEPER))
  const functions = [...keeper, ...others]
  const made = new Set(functions.flatMap((step) => (step.do === 'createFunction' ? [step.wanted.name] : [])))
  return [
    ...ground,
    ...keeper,
    ...ofRows('before', wanted, found),
    ...others,
    ...ofRows('after', wanted, found),
    ...(found.functionRule === wanted.functionRule
      ? []
      : [{ do: 'setFunctionRule' as const, rule: wanted.functionRule }]),
    ...wanted.functions.flatMap((one) => ofTrigger(one, found.functions[one.name], made.has(one.name))),
    ...ofClient(wanted, found, functions),
  ]
}
